// What tendon must reach, and whether it does.
import { familyRatios, meanRatio, times, totalRatio } from './table.mjs';

const [us, byHand] = ['tendon', 'node_api'];

const atLeast = (measure, limit, value) => ({
  measure, bar: `≥ ${limit} ×`, reached: times(value), met: value === undefined ? undefined : value >= limit,
});

const atMost = (measure, limit, value, unit, digits = 2) => ({
  measure,
  bar: `≤ ${limit} ${unit}`,
  reached: value === undefined ? '–' : `${value.toFixed(digits)} ${unit}`,
  met: value === undefined ? undefined : value <= limit,
});

const ratioOf = ({ results }) =>
  results[us] && results[byHand] ? results[byHand] / results[us] : undefined;
const quotient = (a, b) => (a === undefined || b === undefined ? undefined : a / b);

function speedBars(table) {
  const total = (theirs) => totalRatio(table, us, theirs);
  const families = familyRatios(table, us, byHand);
  const strings = (isLong) =>
    meanRatio(table.filter((each) => each.family === 'strings' && each.isLong === isLong), us, byHand);
  const singles = table.filter((each) => each.family !== 'megamorphic' && !each.isError && ratioOf(each));
  const worst = singles.reduce((a, b) => (a && ratioOf(a) < ratioOf(b) ? a : b), undefined);
  const below = singles.filter((each) => ratioOf(each) < 0.95).length;
  const error = table.find((each) => each.isError);
  return [
    atLeast('total, against Node-API by hand', 5, total(byHand)),
    ...['calls', 'classes', 'structs', 'arrays'].map((family) => atLeast(family, 2, families[family])),
    atLeast('strings of up to 100 characters', 2, strings(false)),
    atLeast('strings of 1000 characters', 1.1, strings(true)),
    ...['callbacks', 'typed arrays'].map((family) => atLeast(family, 1.1, families[family])),
    atLeast(`any workload; worst of ${below} below: ${worst?.name}`, 0.95, worst && ratioOf(worst)),
    atMost('a thrown error, in times of what it takes by hand', 2, error && quotient(1, ratioOf(error)), '×'),
    atLeast('total, against V8 direct', 1.5, total('v8')),
    atLeast('total, against nobind17', 10, total('nobind17')),
    ...table
      .filter(({ family }) => family === 'megamorphic')
      .map((each) => atLeast(each.name, 2, ratioOf(each))),
  ];
}

/** The ratio of the means over the values that both have. */
const coldRatio = (cold) => meanRatio(Object.values(cold).map((results) => ({ results })), us, byHand);

const memoryBars = ([loop, keep, needed]) => [
  atMost('peak of 3 million objects in one loop, in times of V8 direct', 2, quotient(loop[us], loop.v8), '×'),
  atMost('peak of keeping 1 in 100 of 2 million, in times of what is needed', 4,
    quotient(keep[us], needed[us]), '×'),
];

function compilationBars({ seconds, kilobytes }) {
  return Object.entries(seconds).flatMap(([what, results]) =>
    what.startsWith('hello')
      ? [atMost(`compiling ${what}, in times of node-addon-api`, 0.6,
        quotient(results[us], results.node_addon_api), '×')]
      : [
        atMost(`compiling ${what}`, 15, results[us], 's', 1),
        atMost(`size of ${what}, stripped`, 450, kilobytes[what][us], 'KB', 0),
      ]);
}

/** { measure, bar, reached, met } for what was measured. */
export function bars({ calls, jitless, cold, load, memory, compile }) {
  return [
    ...(calls ? speedBars(calls) : []),
    ...(cold ? [atLeast('the first 100 calls', 0.8, coldRatio(cold))] : []),
    ...(jitless ? [atLeast('total with --jitless', 0.8, totalRatio(jitless, us, byHand))] : []),
    ...(load
      ? Object.entries(load).map(([where, results]) =>
        atLeast(`loading 720 functions, ${where}`, 1, quotient(results[byHand], results[us])))
      : []),
    ...(memory ? memoryBars(Object.values(memory)) : []),
    ...(compile ? compilationBars(compile) : []),
  ];
}

export const verdict = ({ met }) => (met === undefined ? 'not measured' : met ? 'met' : 'missed');
