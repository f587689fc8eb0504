// Child processes that end in some way, with an addon and without.
import assert from 'node:assert/strict';
import { addonPath } from '../scripts/paths.mjs';
import { runCaptured } from '../scripts/run.mjs';

const common = `'use strict';
  const fs = require('node:fs');
  const { parentPort } = require('node:worker_threads');
  const say = (text) => fs.writeSync(1, text + '\\n');
  Error.stackTraceLimit = 0;
`;
const loading = `${common}const load = () => require(${JSON.stringify(addonPath('doctest_addon'))}).functions;\n`;
const withAddon = `${loading}const functions = load();\n`;
const withoutAddon = `${loading}const functions = new Proxy({}, { get: () => () => {} });\n`;

/** Runs code that has `functions` and `say(text)`; resolves to { code, signal, lines, stderr }. */
export const ended = (code) => run(withAddon + code);

/** The same with `load()`, which gives the functions. */
export const endedLoading = (code) => run(loading + code);

/** The same in a worker. `parent` is code of the main thread, which has `worker` besides. */
export const endedInWorker = (code, parent = '') => run(withWorker(withAddon, code, parent));

/** As `ended`, for hooks that report nothing: code, signal and stderr must be those of a run without addon. */
export const endedAlike = (code) => alike(withAddon + code, withoutAddon + code);

/** As `endedInWorker`, likewise. */
export const endedAlikeInWorker = (code, parent = '') =>
  alike(withWorker(withAddon, code, parent), withWorker(withoutAddon, code, parent));

async function alike(script, plainScript) {
  const [seen, plain] = await Promise.all([run(script), run(plainScript)]);
  const outcome = ({ code, signal, stderr }) => ({ code, signal, stderr });
  assert.deepEqual(outcome(seen), outcome(plain));
  return seen;
}

const withWorker = (prelude, code, parent) => `${prelude}
  const { Worker } = require('node:worker_threads');
  const worker = new Worker(${JSON.stringify(prelude + code)}, { eval: true });
  worker.on('error', (error) => say('worker error: ' + error.message));
  worker.on('exit', (code) => say('worker exit: ' + code));
  ${parent}
`;

async function run(script) {
  const { code, signal, stdout, stderr } = await runCaptured(process.execPath, ['--eval', script]);
  return { code, signal, lines: stdout.split('\n').slice(0, -1), stderr };
}
