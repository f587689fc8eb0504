import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../scripts/load_example.mjs';

const { add } = load('function_arguments');

test('add(3, 5) is 8', () => {
  assert.equal(add(3, 5), 8);
});

test('too few arguments are a TypeError that names the missing ones', () => {
  assert.throws(() => add(3), {
    name: 'TypeError',
    code: 'ERR_MISSING_ARGS',
    message: 'add(): The "right" argument must be specified',
  });
  assert.throws(() => add(), {
    name: 'TypeError',
    code: 'ERR_MISSING_ARGS',
    message: 'add(): The "left" and "right" arguments must be specified',
  });
});

test('a wrong type is a TypeError that says what came', () => {
  assert.throws(() => add(3, '5'), {
    name: 'TypeError',
    code: 'ERR_INVALID_ARG_TYPE',
    message: `add(): The "right" argument must be of type number. Received type string ('5')`,
  });
});
