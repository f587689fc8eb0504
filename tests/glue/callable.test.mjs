import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { once } from 'node:events';
import { addonPath } from '../../scripts/paths.mjs';
import { functions } from '../functions.mjs';

test('everything that C++ can call is a function', () => {
  const results = {
    callable_plain: 1, callable_noexcept: 2, callable_c: 3, callable_static_member: 4, callable_template: 5,
    callable_lambda: 6, callable_functor: 7, callable_with_state: 8, callable_functor_object: 9,
  };
  for (const [name, by] of Object.entries(results)) assert.equal(functions[name](100), 100 + by, name);
});

test('a name is inferred from C++', () => {
  assert.equal(functions.tendon_test_c_function(1), 4);
  assert.equal(functions.tendon_test_c_function.name, 'tendon_test_c_function');
});

test('a callable with state is shared by all environments', async () => {
  const first = functions.callable_counter();
  const code = `
    const { parentPort, workerData } = require('node:worker_threads');
    parentPort.postMessage(require(workerData).functions.callable_counter());
  `;
  const worker = new Worker(code, { eval: true, workerData: addonPath('doctest_addon') });
  const [[inWorker]] = await Promise.all([once(worker, 'message'), once(worker, 'exit')]);
  assert.equal(inWorker, first + 1);
  assert.equal(functions.callable_counter(), first + 2);
});

test('a callable with state checks its arguments', () => {
  assert.throws(() => functions.callable_functor_object('1'), {
    name: 'TypeError',
    code: 'ERR_INVALID_ARG_TYPE',
    message: 'callable_functor_object(): The "x" argument must be of type number. ' +
      "Received type string ('1')",
  });
});
