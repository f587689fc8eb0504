// What the measurements mean: ratios and means of families.
import { families } from '../workloads/all.mjs';
import { geometricMean } from './statistics.mjs';

const meanOf = (values) => (values.length > 0 ? geometricMean(values) : undefined);

/** How many times the time of `ours` the time of `theirs` is: the mean over workloads that both have. */
export const meanRatio = (table, ours, theirs) =>
  meanOf(table
    .filter(({ results }) => results[ours] && results[theirs])
    .map(({ results }) => results[theirs] / results[ours]));

/** { family: mean ratio }, without those in which nothing was measured. */
export function familyRatios(table, ours, theirs) {
  const entries = Object.keys(families).map((family) => [
    family,
    meanRatio(table.filter((each) => each.family === family), ours, theirs),
  ]);
  return Object.fromEntries(entries.filter(([, value]) => value));
}

/** The mean of the families. */
export const totalRatio = (table, ours, theirs) => meanOf(Object.values(familyRatios(table, ours, theirs)));

export const times = (ratio) => (ratio === undefined ? '–' : `${ratio.toFixed(2)} ×`);

/** A number with three figures or so. */
export function figure(value) {
  if (value === undefined) return '–';
  if (value < 10) return value.toFixed(2);
  return value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString('en-US');
}
