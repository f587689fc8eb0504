import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ended, endedInWorker } from '../exits.mjs';

/** What the hooks of the block say; `vm` is what the environment still can. */
const block = (vm) => ['both', vm, '2', 'plain', 'yum', 'yum yum', 'state', 'plain'];
const values = 'makes values';
const scripts = 'makes values, runs JavaScript';

test('every kind of callable can be a hook', async () => {
  const result = await ended('functions.hear_hooks()');
  assert.deepEqual(result, { code: 0, signal: null, lines: block(values), stderr: '' });
});

test('hooks that run early can run JavaScript', async () => {
  const result = await ended('functions.hear_hooks(); process.exit(3)');
  assert.deepEqual(result, { code: 3, signal: null, lines: block(scripts), stderr: '' });
});

test('each worker runs those of the block', async () => {
  const result = await endedInWorker('functions.hear_hooks()');
  assert.deepEqual(result, { code: 0, signal: null, lines: [...block(values), 'worker exit: 0'], stderr: '' });
});

test('an addon that is loaded again is another instance, with hooks of its own', async () => {
  const result = await ended(`
    functions.hear_hooks();
    for (const path of Object.keys(require.cache)) delete require.cache[path];
    load();
    process.exit(3);
  `);
  const lines = [...block(scripts), ...block(scripts)];
  assert.deepEqual(result, { code: 3, signal: null, lines, stderr: '' });
});

const reports = (...texts) => texts.map((text) => `tendon: an at_exit hook of "tests" ${text}\n`).join('');

for (const [title, code, exitCode, vm] of [['', '', 0, values], [' early', 'process.exit(3)', 3, scripts]]) {
  test(`what hooks throw${title} is reported, and the others run`, async () => {
    const result = await ended(`functions.hear_hooks(); functions.fail_at_exit(); ${code}`);
    const stderr = reports('threw: open: No such file or directory', 'threw: the text', 'threw an unknown C++ exception');
    assert.deepEqual(result, { code: exitCode, signal: null, lines: ['first', 'last', ...block(vm)], stderr });
  });
}

for (const name of ['run_at_exit', 'check_at_exit']) {
  test(`what JavaScript throws in ${name} is reported`, async () => {
    const result = await ended(`
      functions.${name}("throw new RangeError('mine')");
      functions.${name}("throw 'a primitive'");
      process.exit(3);
    `);
    const stderr = reports('threw: a primitive', 'threw: mine');
    assert.deepEqual(result, { code: 3, signal: null, lines: [], stderr });
  });
}

test('in the cleanup hook there is no JavaScript to run', async () => {
  const result = await ended('functions.run_at_exit("throw 1"); functions.check_at_exit("throw 2")');
  const stderr = reports("threw: Node-API call failed with status 10: JavaScript can't run any more");
  assert.deepEqual(result, { code: 0, signal: null, lines: [], stderr });
});

test('a hook that ends the process leaves the others to run', async () => {
  const result = await ended('functions.hear_hooks(); functions.run_at_exit("process.exit(6)"); process.exit(3)');
  assert.deepEqual(result, { code: 6, signal: null, lines: block(scripts), stderr: '' });
});

for (const [title, code, exitCode] of [['', '', 0], [' early', 'process.exit(3)', 3]]) {
  test(`a hook that a hook adds is the next${title}`, async () => {
    const result = await ended(`functions.hear_hooks(); functions.nest_at_exit(); ${code}`);
    assert.deepEqual([result.code, result.stderr], [exitCode, '']);
    assert.deepEqual(result.lines.slice(0, 3), ['outer 7', 'inner 1', 'wrong']);
  });
}
