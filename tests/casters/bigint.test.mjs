import assert from 'node:assert/strict';
import { test } from 'node:test';
import { functions } from '../functions.mjs';

const isOutOfRange = (name, must, received) => ({
  name: 'RangeError',
  code: 'ERR_OUT_OF_RANGE',
  message: `${name}(): The value of "value" is out of range. It must be ${must}. Received ${received}`,
});

test('every 64-bit bigint comes back as it went', () => {
  for (const value of [0n, 1n, -1n, 2n ** 53n + 1n, 2n ** 63n - 1n, -(2n ** 63n)]) {
    assert.equal(functions.same_bigint_int64(value), value);
  }
  for (const value of [0n, 1n, 2n ** 53n + 1n, 2n ** 63n, 2n ** 64n - 1n]) {
    assert.equal(functions.same_bigint_uint64(value), value);
  }
});

test('a bigint that does not fit is refused', () => {
  const signed = '>= -(2n ** 63n) && < 2n ** 63n';
  const unsigned = '>= 0n && < 2n ** 64n';
  const cases = [
    ['same_bigint_int64', 2n ** 63n, signed, '9_223_372_036_854_775_808n'],
    ['same_bigint_int64', -(2n ** 63n) - 1n, signed, '-9_223_372_036_854_775_809n'],
    ['same_bigint_int64', 2n ** 64n, signed, '18_446_744_073_709_551_616n'],
    ['same_bigint_uint64', 2n ** 64n, unsigned, '18_446_744_073_709_551_616n'],
    ['same_bigint_uint64', -1n, unsigned, '-1n'],
  ];
  for (const [name, value, must, received] of cases) {
    assert.throws(() => functions[name](value), isOutOfRange(name, must, received));
  }
});

test('a number is not a bigint', () => {
  for (const name of ['same_bigint_int64', 'same_bigint_uint64']) {
    assert.throws(() => functions[name](1), {
      name: 'TypeError',
      code: 'ERR_INVALID_ARG_TYPE',
      message: `${name}(): The "value" argument must be of type bigint. Received type number (1)`,
    });
  }
});

test('C++ calculates with a bigint as with an integer', () => {
  assert.equal(functions.next_bigint(2n ** 53n), 2n ** 53n + 1n);
  assert.equal(functions.bigint_less(1n, 2n), true);
  assert.equal(functions.bigint_less(2n, -2n), false);
});

test('a bigint parameter has an integer as default', () => {
  assert.equal(functions.bigint_or_minus_one(), -1n);
  assert.equal(functions.bigint_or_minus_one(3n), 3n);
});
