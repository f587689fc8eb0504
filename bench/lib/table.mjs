// What the measurements mean: ratios, means of families, and text for people.
import { families } from '../workloads/all.mjs';
import { geometricMean } from './statistics.mjs';

/** How many times the time of `ours` the time of `theirs` is, for workloads that both have. */
function ratios(table, ours, theirs) {
  return table
    .filter(({ results }) => results[ours] && results[theirs])
    .map(({ results }) => results[theirs] / results[ours]);
}

const meanOf = (values) => (values.length > 0 ? geometricMean(values) : undefined);

/** { family: mean ratio }, without those in which nothing was measured. */
export function familyRatios(table, ours, theirs) {
  const entries = Object.keys(families).map((family) => [
    family,
    meanOf(ratios(table.filter((each) => each.family === family), ours, theirs)),
  ]);
  return Object.fromEntries(entries.filter(([, value]) => value));
}

/** The mean of the families. */
export const totalRatio = (table, ours, theirs) =>
  meanOf(Object.values(familyRatios(table, ours, theirs)));

export const meanRatio = (table, ours, theirs) => meanOf(ratios(table, ours, theirs));

export function duration(nanoseconds) {
  if (nanoseconds === undefined) return '–';
  if (nanoseconds < 100) return nanoseconds.toFixed(1);
  return Math.round(nanoseconds).toLocaleString('en-US');
}

export const times = (ratio) => (ratio === undefined ? '–' : `${ratio.toFixed(2)} ×`);

/** Lines of columns: the first to the left, the others to the right. */
export function aligned(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) => row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '))
    .map((line) => line.trimEnd())
    .join('\n');
}

/** The header of the table, and the row of one workload: nanoseconds, then ratios of the others to tendon. */
export const header = (contenders) => [
  'ns per operation',
  ...contenders,
  ...contenders.slice(1).map((each) => `${each} ÷`),
];

export const row = ({ name, results }, contenders) => [
  name,
  ...contenders.map((each) => duration(results[each])),
  ...contenders.slice(1).map((each) =>
    results[each] && results[contenders[0]] ? (results[each] / results[contenders[0]]).toFixed(2) : '–'),
];

/** Rows of the means of families and of the total. */
export function meanRows(table, contenders) {
  const [ours, ...others] = contenders;
  const blank = contenders.map(() => '');
  const byOther = others.map((each) => familyRatios(table, ours, each));
  return [
    ...Object.keys(families)
      .filter((family) => byOther.some((each) => each[family]))
      .map((family) => [`geometric mean of ${family}`, ...blank, ...byOther.map((each) => each[family]?.toFixed(2) ?? '–')]),
    ['total', ...blank, ...others.map((each) => totalRatio(table, ours, each)?.toFixed(2) ?? '–')],
  ];
}
