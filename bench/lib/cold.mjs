/** The workloads whose operation is short, so that a hundred of them show what the first calls cost. */
export const coldWorkloads = (workloads) =>
  workloads.filter(({ name, family, isLong }) =>
    family !== 'megamorphic' && !isLong && !/\b(100|1000|100000)\b/.test(name));
