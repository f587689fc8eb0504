// The results as tables: { title, rows }; the first row is the header. Text and document show the same.
import { bars, verdict } from './bars.mjs';
import { familyRatios, figure, totalRatio } from './table.mjs';
import { families } from '../workloads/all.mjs';

const ratio = (value) => (value === undefined ? '–' : value.toFixed(2));

/** Nanoseconds, and how many times ours the others take. */
function speedTable(title, table, contenders) {
  const [us, ...others] = contenders;
  const header = [title, ...contenders, ...others.map((each) => `${each} ÷ ${us}`)];
  const rows = table.map(({ name, results }) => [
    name,
    ...contenders.map((each) => figure(results[each])),
    ...others.map((each) => ratio(results[each] && results[us] && results[each] / results[us])),
  ]);
  return [header, ...rows];
}

export function familyTable(table, contenders) {
  const [us, ...others] = contenders;
  const byOther = others.map((each) => familyRatios(table, us, each));
  return [
    ['geometric means', ...others.map((each) => `${each} ÷ ${us}`)],
    ...Object.keys(families)
      .filter((family) => byOther.some((each) => each[family]))
      .map((family) => [family, ...byOther.map((each) => ratio(each[family]))]),
    ['total', ...others.map((each) => ratio(totalRatio(table, us, each)))],
  ];
}

/** A table of { what: { contender: value } }. */
function plainTable(title, values) {
  const contenders = [...new Set(Object.values(values).flatMap((each) => Object.keys(each)))];
  return [
    [title, ...contenders],
    ...Object.entries(values).map(([what, results]) =>
      [what, ...contenders.map((each) => figure(results[each]))]),
  ];
}

export const barTable = (results) => [
  ['measure', 'bar', 'reached', ''],
  ...bars(results).map((each) => [each.measure, each.bar, each.reached, verdict(each)]),
];

/** Why a contender is missing in a row, once for each reason. */
export function absences({ calls = [], compile }) {
  const groups = new Map();
  const add = (contender, reason, name) => {
    const key = `${contender}: ${reason}`;
    groups.set(key, [...(groups.get(key) ?? []), name]);
  };
  for (const { name, absent, faults } of calls) {
    for (const [contender, reason] of Object.entries({ ...absent, ...faults })) add(contender, reason, name);
  }
  for (const [what, reasons] of Object.entries(compile?.absent ?? {})) {
    for (const [contender, reason] of Object.entries(reasons)) add(contender, reason, what);
  }
  return [...groups].map(([reason, names]) => `${reason} (${names.join('; ')})`);
}

export function sections(results) {
  const { contenders, calls, jitless, cold, load, memory, compile } = results;
  const list = [];
  if (calls) {
    for (const family of [...Object.keys(families), 'megamorphic']) {
      const rows = calls.filter((each) => each.family === family);
      if (rows.length > 0) {
        list.push({ title: family, rows: speedTable('ns per operation', rows, contenders) });
      }
    }
    list.push({ title: 'families', rows: familyTable(calls, contenders) });
  }
  if (jitless) list.push({ title: '--jitless', rows: familyTable(jitless, contenders) });
  if (cold) list.push({ title: 'first calls', rows: plainTable('µs of the first 100 operations', cold) });
  if (load) list.push({ title: 'loading', rows: plainTable('ms to load 720 functions', load) });
  if (memory) list.push({ title: 'memory', rows: plainTable('peak in MB', memory) });
  if (compile) {
    list.push({ title: 'compilation', rows: plainTable('seconds of processor time', compile.seconds) });
    list.push({ title: 'size', rows: plainTable('KB, stripped', compile.kilobytes) });
  }
  list.push({ title: 'bars', rows: barTable(results) });
  return list;
}

/** Columns for a terminal: the first to the left, the others to the right. */
export function aligned(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const padded = (cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]));
  return rows.map((row) => row.map(padded).join('  ').trimEnd()).join('\n');
}
