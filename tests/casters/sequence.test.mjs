// std::deque and std::list; what they share with std::vector is tested with that.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { functions } from '../functions.mjs';

const isWrongType = (name, subject, expected, received) => ({
  name: 'TypeError',
  code: 'ERR_INVALID_ARG_TYPE',
  message: `${name}(): The ${subject} must be ${expected}. Received ${received}`,
});

test('they come back as new arrays', () => {
  assert.deepEqual(functions.same_deque([1, 0.5, NaN]), [1, 0.5, NaN]);
  assert.deepEqual(functions.same_string_deque(['a', '']), ['a', '']);
  assert.deepEqual(functions.same_list([]), []);
  assert.deepEqual(functions.same_bool_list([true, false]), [true, false]);
  assert.deepEqual(functions.same_nested_list([[1, null], [, 2]]), [[1, undefined], [undefined, 2]]);
});

test('numbers come from the matching typed array as well', () => {
  assert.deepEqual(functions.same_deque(Float64Array.of(1, 2)), [1, 2]);
  assert.deepEqual(functions.same_list(Int32Array.of(1, 2)), [1, 2]);
  assert.deepEqual(functions.same_byte_deque(Uint8Array.of(1, 255)), [1, 255]);
  assert.deepEqual(functions.same_byte_deque([1, 255]), [1, 255]);
  for (const given of [Float32Array.of(1), new ArrayBuffer(1)]) {
    assert.throws(() => functions.same_byte_deque(given), isWrongType('same_byte_deque', '"values" argument',
      'an instance of Array', `an instance of ${given.constructor.name}`));
  }
});

test('a fault names its element', () => {
  assert.throws(() => functions.same_list([1, 'x']),
    isWrongType('same_list', '"values[1]" property', 'of type number', "type string ('x')"));
  assert.throws(() => functions.same_nested_list([[], [1, true]]),
    isWrongType('same_nested_list', '"values[1][1]" property', 'of type number', 'type boolean (true)'));
});

test('elements without members are counted', () => {
  assert.deepEqual(functions.same_empty_cells([{}, { a: 1 }]), [{}, {}]);
  assert.deepEqual(functions.same_empty_cells([]), []);
});

test('an endless array of nothing ends', () => {
  const proxy = new Proxy([], { get: (_, name) => (name === 'length' ? 2 ** 32 - 1 : undefined) });
  const isTooLong = (name) => ({
    name: 'RangeError',
    code: 'ERR_OUT_OF_RANGE',
    message: `${name}(): The value of "values" is out of range. ` +
      'It must be an array of at most 16777216 elements. Received an instance of Array',
  });
  assert.throws(() => functions.optional_deque_size(new Array(2 ** 32 - 1)), isTooLong('optional_deque_size'));
  assert.throws(() => functions.same_list(proxy),
    isWrongType('same_list', '"values[0]" property', 'of type number', 'undefined'));
  assert.equal(functions.optional_deque_size(new Array(100_000)), 100_000);
});

test('any list makes the round trip', () => {
  const nested = fc.array(fc.array(fc.option(fc.integer(), { nil: undefined })));
  fc.assert(fc.property(nested, (given) => assert.deepEqual(functions.same_nested_list(given), given)));
  fc.assert(fc.property(fc.array(fc.double()), (given) => assert.deepEqual(functions.same_deque(given), given)));
  fc.assert(fc.property(fc.uint8Array(), (given) =>
    assert.deepEqual(functions.same_byte_deque(given), [...given])));
});
