import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../scripts/load_example.mjs';
import { addonPath } from '../../scripts/paths.mjs';
import { runCaptured } from '../../scripts/run.mjs';

const line = 'at_exit_hooks: made an object, ate "yum yum"\n';

/** Runs code in a process that has `path`; resolves to { code, stdout, stderr }. */
async function ended(script) {
  const args = ['--eval', `const path = process.argv[1]; ${script}`, addonPath('at_exit_hooks')];
  const { code, stdout, stderr } = await runCaptured(process.execPath, args);
  return { code, stdout, stderr };
}

test('the addon exports nothing', () => {
  assert.deepEqual(Object.keys(load('at_exit_hooks')), []);
});

test('its hooks run when the process ends', async () => {
  const result = await ended("require(path); console.log('main')");
  assert.deepEqual(result, { code: 0, stdout: 'main\n', stderr: line });
});

test('its hooks run after those of JavaScript, and process.exit() keeps its code', async () => {
  const result = await ended(`
    require(path);
    process.on('exit', (code) => require('node:fs').writeSync(2, 'exit ' + code + '\\n'));
    process.exit(3);
  `);
  assert.deepEqual(result, { code: 3, stdout: '', stderr: `exit 3\n${line}` });
});

test('its hooks run before Node.js tells of an uncaught error', async () => {
  const result = await ended("require(path); Error.stackTraceLimit = 0; throw new Error('mine')");
  assert.equal(result.code, 1);
  assert.ok(result.stderr.startsWith(line), result.stderr);
  assert.match(result.stderr, /Error: mine/);
  assert.equal(result.stderr.split(line).length, 2);
});

test('its hooks run in each of four workers and in the main thread', async () => {
  const result = await ended(`
    const { Worker } = require('node:worker_threads');
    require(path);
    const code = 'require(' + JSON.stringify(path) + ')';
    for (let i = 0; i < 4; ++i) new Worker(code, { eval: true }).on('exit', (code) => console.log(code));
  `);
  assert.deepEqual(result, { code: 0, stdout: '0\n'.repeat(4), stderr: line.repeat(5) });
});
