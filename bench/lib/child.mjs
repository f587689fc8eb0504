// The process of one contender. The parent asks it to prepare a workload and to measure rounds of it.
import assert from 'node:assert/strict';
import { workloads } from '../workloads/all.mjs';
import { freshRun, loadContender } from './addon.mjs';

const { name, warmUp, batch } = JSON.parse(process.argv[2]);
const { addon, absent, lenient } = await loadContender(name);
const refuses = lenient ? () => {} : (call) => assert.throws(call);

/** The least work of a workload that leaves objects to the garbage collector: it runs several times in it. */
const leastObjects = 50_000;

let current;

/** Milliseconds that `count` operations take. */
async function time(count) {
  const { workload, run, context } = current;
  const start = performance.now();
  globalThis.sink = run(context, count);
  if (workload.settles) await new Promise(setImmediate);
  return performance.now() - start;
}

function missing(workload) {
  const name = workload.uses.find((each) => addon[each] === undefined);
  return name && (absent[name] ?? (name === 'many' ? 'its addon of 720 functions is not built' : `it has no ${name}`));
}

async function prepare(workload) {
  const reason = missing(workload);
  if (reason) return { absent: reason };
  await workload.check?.(addon, { refuses });
  current = { workload, run: freshRun(workload), context: workload.setup ? workload.setup(addon) : addon };
  let count = workload.settles ? leastObjects : 1;
  let elapsed = await time(count);
  for (let total = elapsed; total < warmUp || elapsed < batch / 2; total += elapsed) {
    if (elapsed < batch) count = Math.ceil(count * Math.min(8, Math.max(1.2, batch / Math.max(elapsed, 0.01))));
    elapsed = await time(count);
  }
  current.count = workload.settles
    ? Math.max(count, leastObjects)
    : Math.max(1, Math.round(count * (batch / elapsed)));
  return { count: current.count };
}

const measure = async () => ({ nanoseconds: ((await time(current.count)) * 1e6) / current.count });

const answers = {
  prepare: ({ workload }) => prepare(workloads.find((each) => each.name === workload)),
  measure,
};

process.on('message', async (message) => {
  try {
    process.send(await answers[message.type](message));
  } catch (error) {
    process.send({ error: error.message });
  }
});
process.send({ ready: true });
