// The process of one contender. The parent asks it to prepare a workload and to measure rounds of it.
import assert from 'node:assert/strict';
import { workloads } from '../workloads/all.mjs';
import { freshRun, loadContender } from './addon.mjs';

const { name, warmUp, batch, objects } = JSON.parse(process.argv[2]);
const { addon, absent, lenient } = await loadContender(name);
const refuses = lenient ? () => {} : (call) => assert.throws(call);

let current;

/** Milliseconds that `count` operations take. */
async function time(count) {
  const { workload, run, context } = current;
  const start = performance.now();
  globalThis.sink = run(context, count);
  if (workload.settles) await new Promise(setImmediate);
  return performance.now() - start;
}

const reasons = { many: 'its addon of 720 functions is not built', ...absent };

function missing(workload) {
  const name = workload.uses.find((each) => addon[each] === undefined);
  return name && (reasons[name] ?? `it has no ${name}`);
}

/** Finds out how many operations make a batch, and warms up on the way. */
async function calibrate() {
  let count = 1;
  let elapsed = await time(count);
  for (let total = elapsed; total < warmUp || elapsed < batch / 2; total += elapsed) {
    const growth = Math.min(8, Math.max(1.2, batch / Math.max(elapsed, 0.01)));
    if (elapsed < batch) count = Math.ceil(count * growth);
    elapsed = await time(count);
  }
  return Math.max(1, Math.round(count * (batch / elapsed)));
}

async function prepare(workload) {
  const reason = missing(workload);
  if (reason) return { absent: reason };
  await workload.check?.(addon, { refuses });
  current = { workload, run: freshRun(workload), context: workload.setup ? workload.setup(addon) : addon };
  current.count = await calibrate();
  // A batch in which no collection falls would not be the whole truth.
  if (workload.settles) {
    current.count = objects;
    await time(objects);
  }
  return {};
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
