// All workloads. One is { name, family, uses, check, setup, run }: `uses` names the exports that it needs,
// `check` asserts the outcome (`refuses(call)`: that wrong arguments throw), `setup` makes what `run` works
// with (the addon itself without it), and `run` works `count` times. `run` may refer to its parameters only:
// the harness makes a function of its own from its text, so that the engine learns nothing about one workload
// from another. What it returns keeps the engine from dropping work.
// `settles`: objects are collected, and the event loop turns before the clock stops.
import arrays from './arrays.mjs';
import callbacks from './callbacks.mjs';
import calls from './calls.mjs';
import classes from './classes.mjs';
import megamorphic from './megamorphic.mjs';
import strings from './strings.mjs';
import structs from './structs.mjs';
import typedArrays from './typed_arrays.mjs';

/** The families that make the total. */
export const families = {
  calls,
  classes,
  structs,
  arrays,
  strings,
  callbacks,
  'typed arrays': typedArrays,
};

const named = (family, workloads) => workloads.map((each) => ({ ...each, family }));

/** What stands beside the families comes last, since the engine does not forget. */
export const workloads = [
  ...Object.entries(families).flatMap(([family, list]) => named(family, list)),
  ...named('megamorphic', megamorphic),
];
