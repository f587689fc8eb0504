import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { addonPath } from '../../scripts/paths.mjs';
import { functions } from '../functions.mjs';

const prelude = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { functions } = require(workerData.path);
`;

/** Runs code in a worker; resolves to the message it posts and its exit code. */
async function inWorker(code, data = {}) {
  const workerData = { path: addonPath('doctest_addon'), ...data };
  const worker = new Worker(prelude + code, { eval: true, workerData });
  const [[message], [exitCode]] = await Promise.all([once(worker, 'message'), once(worker, 'exit')]);
  return { message, exitCode };
}

test('a state is injected and not passed', () => {
  assert.equal(functions.count_in_env.length, 0);
  assert.equal(functions.count_by_in_env.length, 1);
  const before = functions.counted_in_env();
  assert.equal(functions.count_in_env('ignored'), before + 1);
  assert.equal(functions.count_by_in_env(5), before + 6);
  assert.equal(functions.counted_in_env(), before + 6);
});

test('a state whose constructor throws is an error of each call', () => {
  for (let i = 0; i < 2; ++i) {
    assert.throws(functions.use_broken_state, { name: 'TypeError', message: "the state can't be made" });
  }
});

test('every worker has its own state, destroyed at its end', async () => {
  functions.count_in_env();
  const alive = functions.tallies_alive();
  const before = functions.counted_in_env();
  const { message, exitCode } = await inWorker(`
    for (let i = 0; i < 3; ++i) functions.count_in_env();
    parentPort.postMessage([functions.counted_in_env(), functions.tallies_alive()]);
  `);
  assert.deepEqual(message, [3, alive + 1]);
  assert.equal(exitCode, 0);
  assert.equal(functions.tallies_alive(), alive);
  assert.equal(functions.counted_in_env(), before);
});

test('eight workers at once share no state', async () => {
  functions.count_in_env();
  const alive = functions.tallies_alive();
  const code = `
    for (let i = 0; i < workerData.count; ++i) functions.count_in_env();
    parentPort.postMessage(functions.counted_in_env());
  `;
  const counts = [1, 10, 100, 1000, 2000, 3000, 4000, 5000];
  const results = await Promise.all(counts.map((count) => inWorker(code, { count })));
  assert.deepEqual(results.map(({ message }) => message), counts);
  assert.deepEqual(results.map(({ exitCode }) => exitCode), counts.map(() => 0));
  assert.equal(functions.tallies_alive(), alive);
});

test('a state is destroyed when its worker is terminated', async () => {
  functions.count_in_env();
  const alive = functions.tallies_alive();
  const code = `${prelude}
    functions.count_in_env();
    functions.subscribe(() => {});
    parentPort.postMessage('ready');
    for (;;) functions.count_in_env();
  `;
  const worker = new Worker(code, { eval: true, workerData: { path: addonPath('doctest_addon') } });
  await once(worker, 'message');
  assert.equal(await worker.terminate(), 1);
  assert.equal(functions.tallies_alive(), alive);
});

test('a state may keep a callback until the end', async () => {
  const { message, exitCode } = await inWorker(`
    const seen = [];
    functions.subscribe((number) => seen.push(number));
    functions.notify(5);
    functions.notify(6);
    parentPort.postMessage(seen);
  `);
  assert.deepEqual(message, [5, 6]);
  assert.equal(exitCode, 0);
  const error = new Error('mine');
  functions.subscribe(() => { throw error; });
  assert.throws(() => functions.notify(1), (thrown) => thrown === error);
});
