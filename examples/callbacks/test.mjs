import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../scripts/load_example.mjs';

const addon = load('callbacks');

test('the callback gets the greeting before addon() returns', () => {
  const heard = [];
  assert.equal(addon((...texts) => heard.push(texts)), undefined);
  assert.deepEqual(heard, [['hello world']]);
});

test('what the callback throws comes out unchanged', () => {
  const thrown = new Error('enough');
  assert.throws(
    () =>
      addon(() => {
        throw thrown;
      }),
    (error) => error === thrown,
  );
});

test('only functions are called', () => {
  assert.throws(() => addon('not a function'), {
    name: 'TypeError',
    code: 'ERR_INVALID_ARG_TYPE',
    message: `greet(): The "callback" argument must be of type function. Received type string ('not a function')`,
  });
});
