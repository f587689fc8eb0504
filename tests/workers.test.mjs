import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { exampleNames, addonPath } from '../scripts/paths.mjs';
import { load } from '../scripts/load_example.mjs';
import { runCaptured } from '../scripts/run.mjs';

const shapeOf = (exported) => ({ type: typeof exported, keys: Object.keys(exported) });

const workerCode = `
  const { parentPort, workerData } = require('node:worker_threads');
  const shapeOf = ${shapeOf};
  parentPort.postMessage(workerData.map((path) => shapeOf(require(path))));
`;

/** Loads addons in a worker; resolves to their shapes once the worker has ended. */
async function shapesInWorker(paths) {
  const worker = new Worker(workerCode, { eval: true, workerData: paths });
  const [[shapes], [exitCode]] = await Promise.all([once(worker, 'message'), once(worker, 'exit')]);
  assert.equal(exitCode, 0);
  return shapes;
}

const inFourWorkers = (paths) => Promise.all(Array.from({ length: 4 }, () => shapesInWorker(paths)));

for (const name of exampleNames()) {
  test(`${name} loads in four workers at once and in the main thread`, async () => {
    const [first, ...others] = await inFourWorkers([addonPath(name)]);
    assert.deepEqual(first, [shapeOf(load(name))]);
    for (const shapes of others) assert.deepEqual(shapes, first);
  });
}

test('each of four workers runs the hooks of at_exit_hooks, as the main thread does', async () => {
  const script = `
    const { Worker } = require('node:worker_threads');
    const code = ${JSON.stringify(`require(${JSON.stringify(addonPath('at_exit_hooks'))})`)};
    require(${JSON.stringify(addonPath('at_exit_hooks'))});
    for (let i = 0; i < 4; ++i) new Worker(code, { eval: true });
  `;
  const { code, stderr } = await runCaptured(process.execPath, ['--eval', script]);
  assert.deepEqual([code, stderr], [0, 'at_exit_hooks: made an object, ate "yum yum"\n'.repeat(5)]);
});

test('four workers at once load all examples each', async () => {
  const names = exampleNames();
  for (const shapes of await inFourWorkers(names.map(addonPath))) {
    assert.deepEqual(shapes, names.map((name) => shapeOf(load(name))));
  }
});
