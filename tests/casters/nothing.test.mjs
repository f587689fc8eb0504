import assert from 'node:assert/strict';
import { test } from 'node:test';
import { functions } from '../functions.mjs';

const isWrong = (name, must, received, subject = '"value" argument') => ({
  name: 'TypeError',
  code: 'ERR_INVALID_ARG_TYPE',
  message: `${name}(): The ${subject} must be ${must}. Received ${received}`,
});

test('null is null, and undefined is undefined', () => {
  assert.equal(functions.same_null(null), null);
  assert.equal(functions.same_undefined(undefined), undefined);
  assert.equal(functions.same_undefined(), undefined);
  assert.throws(() => functions.same_null(undefined), isWrong('same_null', 'null', 'undefined'));
  assert.throws(() => functions.same_undefined(null), isWrong('same_undefined', 'undefined', 'null'));
  assert.throws(() => functions.same_null(0), isWrong('same_null', 'null', 'type number (0)'));
  assert.throws(() => functions.same_undefined(false),
    isWrong('same_undefined', 'undefined', 'type boolean (false)'));
  assert.throws(() => functions.same_null(), {
    name: 'TypeError',
    code: 'ERR_MISSING_ARGS',
    message: 'same_null(): The "value" argument must be specified',
  });
});

test('a trailing undefined may be left out', () => {
  assert.equal(functions.number_and_nothing.length, 1);
  assert.equal(functions.number_and_nothing(5), 5);
  assert.equal(functions.number_and_nothing(5, undefined), 5);
  assert.throws(() => functions.number_and_nothing(5, 6),
    isWrong('number_and_nothing', 'undefined', 'type number (6)', '"nothing" argument'));
});

test('as an element and a member', () => {
  assert.deepEqual(functions.same_nulls([null, null]), [null, null]);
  assert.deepEqual(functions.same_gap({ left: null }), { left: null, right: undefined });
  assert.throws(() => functions.same_gap({}), isWrong('same_gap', 'null', 'undefined', '"value.left" property'));
});
