// Does one task in a fresh process and prints what it found as JSON: `node once.mjs TASK CONTENDER`.
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { workloads } from '../workloads/all.mjs';
import { freshRun, loadContender, loadMany } from './addon.mjs';
import { coldWorkloads } from './cold.mjs';
import { functionCount } from './many.mjs';

const peak = () => ({ megabytes: process.resourceUsage().maxRSS / 1024 });

async function make(name, count, keep) {
  const { addon: { Counter } } = await loadContender(name);
  const kept = [];
  for (let i = 0; i < count; ++i) {
    const counter = new Counter(i);
    if (i % keep === 0) kept.push(counter);
  }
  if (kept.at(-1)?.value === undefined) throw new Error('an object is missing');
  return peak();
}

function timeLoad(name) {
  const start = performance.now();
  const addon = loadMany(name);
  const milliseconds = performance.now() - start;
  if (typeof addon[`f${functionCount - 1}`] !== 'function') throw new Error('a function is missing');
  return milliseconds;
}

const loadInWorker = (name) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: name });
    let milliseconds;
    worker.on('message', (message) => {
      milliseconds = message;
    });
    worker.on('error', reject);
    worker.on('exit', () => resolve(milliseconds));
  });

const tasks = {
  // An object that the loop drops dies at once: `keep` is never reached but for the first.
  memoryLoop: (name) => make(name, 3_000_000, Infinity),
  memoryKeep: (name) => make(name, 2_000_000, 100),
  memoryNeeded: (name) => make(name, 20_000, 1),

  async load(name) {
    const main = timeLoad(name);
    await loadInWorker(name);
    return { main, 'second worker': await loadInWorker(name) };
  },

  async cold(name) {
    const { addon } = await loadContender(name);
    const result = {};
    for (const workload of coldWorkloads(workloads)) {
      if (workload.uses.some((each) => addon[each] === undefined)) continue;
      const run = freshRun(workload);
      const context = workload.setup ? workload.setup(addon) : addon;
      const start = performance.now();
      globalThis.sink = run(context, 100);
      result[workload.name] = (performance.now() - start) * 1000;
    }
    return result;
  },
};

if (isMainThread) console.log(JSON.stringify(await tasks[process.argv[2]](process.argv[3])));
else parentPort.postMessage(timeLoad(workerData));
