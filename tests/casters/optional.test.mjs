import assert from 'node:assert/strict';
import { test } from 'node:test';
import { functions } from '../functions.mjs';

test('null and undefined are nothing', () => {
  assert.equal(functions.shown_optional(null), 'nothing');
  assert.equal(functions.shown_optional(undefined), 'nothing');
  assert.equal(functions.shown_optional(), 'nothing');
  assert.equal(functions.shown_optional(0), '0');
  assert.equal(functions.optional_text(''), '');
  assert.equal(functions.optional_text(null), 'none');
});

test('nothing is given as undefined', () => {
  assert.equal(functions.same_optional(null), undefined);
  assert.equal(functions.same_optional(5), 5);
});

test('an optional refuses what its value refuses', () => {
  assert.throws(() => functions.same_optional('5'), {
    name: 'TypeError',
    code: 'ERR_INVALID_ARG_TYPE',
    message: 'same_optional(): The "value" argument must be of type number. Received type string (\'5\')',
  });
  assert.throws(() => functions.same_optional(0.5), {
    name: 'RangeError',
    code: 'ERR_OUT_OF_RANGE',
    message: 'same_optional(): The value of "value" is out of range. It must be an integer. Received 0.5',
  });
});

test('trailing optionals may be left out', () => {
  assert.equal(functions.trailing_optionals.length, 1);
  assert.equal(functions.trailing_optionals(1), '1 nothing nothing');
  assert.equal(functions.trailing_optionals(1, 2), '1 2 nothing');
  assert.equal(functions.trailing_optionals(1, null, 3), '1 nothing 3');
  assert.equal(functions.trailing_optionals(1, undefined, 3), '1 nothing 3');
});

test('a leading optional must be passed', () => {
  assert.equal(functions.leading_optional.length, 2);
  assert.equal(functions.leading_optional(undefined, 2), 'nothing 2');
  assert.throws(() => functions.leading_optional(1), {
    name: 'TypeError',
    code: 'ERR_MISSING_ARGS',
    message: 'leading_optional(): The "second" argument must be specified',
  });
});

test('undefined takes the default of an optional, null is nothing', () => {
  assert.equal(functions.optional_default_7(), '7');
  assert.equal(functions.optional_default_7(undefined), '7');
  assert.equal(functions.optional_default_7(null), 'nothing');
});

test('optional elements take holes, null and undefined', () => {
  assert.deepEqual(functions.same_optionals([1, null, undefined, 2]), [1, undefined, undefined, 2]);
  assert.deepEqual(functions.same_optionals([1, , 2]), [1, undefined, 2]);
});
