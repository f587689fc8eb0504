// Tests that run twice: in the main thread and in a worker.
import { once } from 'node:events';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import vm from 'node:vm';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

setFlagsFromString('--expose-gc');
export const gc = vm.runInNewContext('gc');

export const turn = () => new Promise((resolve) => { setImmediate(resolve); });

/** Collects garbage until `done()`, at most a few times. */
export async function collect(done = () => false) {
  for (let i = 0; i < 10 && !done(); ++i) {
    gc();
    await turn();
    await turn();
  }
}

async function runInWorker(url, name) {
  const worker = new Worker(new URL(url), { workerData: { test: name } });
  const [[outcome], [exitCode]] = await Promise.all([once(worker, 'message'), once(worker, 'exit')]);
  if (outcome.error) throw outcome.error;
  if (exitCode !== 0) throw new Error(`the worker ended with ${exitCode}`);
}

async function answer(body) {
  try {
    await body();
    parentPort.postMessage({});
  } catch (error) {
    parentPort.postMessage({ error });
  }
}

/** `test` of one file: everywhere(import.meta.url). A body must not depend on another one. */
export const everywhere = (url) => (name, body) => {
  if (isMainThread) {
    test(name, body);
    test(`${name}, in a worker`, () => runInWorker(url, name));
  } else if (workerData.test === name) {
    answer(body);
  }
};
