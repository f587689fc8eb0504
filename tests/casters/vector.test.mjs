import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import vm from 'node:vm';
import { functions } from '../functions.mjs';

const isWrongType = (name, subject, expected, received) => ({
  name: 'TypeError',
  code: 'ERR_INVALID_ARG_TYPE',
  message: `${name}(): The ${subject} must be ${expected}. Received ${received}`,
});

test('arrays come back as new arrays', () => {
  const given = ['a', '', '😀'];
  const back = functions.same_strings(given);
  assert.deepEqual(back, given);
  assert.notEqual(back, given);
  assert.ok(Array.isArray(back));
  assert.deepEqual(functions.same_strings([]), []);
  assert.deepEqual(functions.same_bools([true, false]), [true, false]);
  assert.deepEqual(functions.same_rows([[], [1], [2, 3]]), [[], [1], [2, 3]]);
});

test('long arrays keep every element', () => {
  for (const count of [1023, 1024, 1025, 70_000]) {
    const expected = Array.from({ length: count }, (_, i) => i);
    assert.deepEqual(functions.counted(count), expected);
    assert.deepEqual(functions.same_int32s(expected), expected);
  }
});

test('a fault names its element', () => {
  assert.throws(() => functions.same_int32s([1, 'x']),
    isWrongType('same_int32s', '"values[1]" property', 'of type number', "type string ('x')"));
  assert.throws(() => functions.same_rows([[], [1, null]]),
    isWrongType('same_rows', '"values[1][1]" property', 'of type number', 'null'));
  assert.throws(() => functions.same_int8s([0, 128]), {
    name: 'RangeError',
    code: 'ERR_OUT_OF_RANGE',
    message: 'same_int8s(): The value of "values[1]" is out of range. It must be >= -128 && <= 127. ' +
      'Received 128',
  });
});

test('what only looks like an array is refused', () => {
  const cases = [
    [undefined, 'undefined'],
    [null, 'null'],
    [{ length: 0 }, 'an instance of Object'],
    ['abc', "type string ('abc')"],
    [new Set([1]), 'an instance of Set'],
    [new Float32Array(1), 'an instance of Float32Array'],
    [new ArrayBuffer(4), 'an instance of ArrayBuffer'],
    [new DataView(new ArrayBuffer(4)), 'an instance of DataView'],
  ];
  for (const [value, received] of cases) {
    assert.throws(() => functions.same_int32s(value),
      isWrongType('same_int32s', '"values" argument', 'an instance of Array', received));
  }
});

test('holes are undefined', () => {
  assert.throws(() => functions.same_int32s([1, , 3]),
    isWrongType('same_int32s', '"values[1]" property', 'of type number', 'undefined'));
});

test('the longest array there can be is refused at its first hole', () => {
  assert.throws(() => functions.same_int32s(new Array(2 ** 32 - 1)),
    isWrongType('same_int32s', '"values[0]" property', 'of type number', 'undefined'));
});

test('the length is read once: a getter can shorten or lengthen the array', () => {
  const shrinking = [0, 1, 2];
  Object.defineProperty(shrinking, 0, { get() { shrinking.length = 1; return 0; } });
  assert.throws(() => functions.same_int32s(shrinking),
    isWrongType('same_int32s', '"values[1]" property', 'of type number', 'undefined'));
  const growing = [0, 1];
  Object.defineProperty(growing, 0, { get() { growing.push(5); return 7; } });
  assert.deepEqual(functions.same_int32s(growing), [7, 1]);
});

test('what a getter throws comes out as it is', () => {
  const error = new Error('mine');
  const array = [1];
  Object.defineProperty(array, 0, { get() { throw error; } });
  assert.throws(() => functions.same_int32s(array), (thrown) => thrown === error);
});

test('elements are read once and in order', () => {
  const read = [];
  const array = [];
  for (let i = 0; i < 4; ++i) Object.defineProperty(array, i, { get() { read.push(i); return i; } });
  assert.deepEqual(functions.same_int32s(array), [0, 1, 2, 3]);
  assert.deepEqual(read, [0, 1, 2, 3]);
});

test('arrays of another realm and of subclasses are ordinary', () => {
  assert.deepEqual(functions.same_int32s(vm.runInNewContext('[1, 2]')), [1, 2]);
  class Stack extends Array {}
  assert.deepEqual(functions.same_int32s(Stack.from([1, 2])), [1, 2]);
  const bare = [1, 2];
  Object.setPrototypeOf(bare, null);
  assert.deepEqual(functions.same_int32s(bare), [1, 2]);
  assert.deepEqual(functions.same_int32s(Object.freeze([1, 2])), [1, 2]);
});

test('a parameter by reference is a copy', () => {
  const given = [1, 2, 3];
  assert.deepEqual(functions.with_four(given), [1, 2, 3, 4]);
  assert.deepEqual(given, [1, 2, 3]);
});

test('elements can be functions', () => {
  assert.equal(functions.sum_of_calls([() => 1, () => 2]), 3);
  assert.equal(functions.sum_of_calls(Array(5000).fill(() => 1)), 5000);
  assert.throws(() => functions.sum_of_calls([() => 1, () => 'x']), {
    name: 'TypeError',
    code: 'ERR_INVALID_RETURN_VALUE',
    message: 'sum_of_calls(): Expected a value of type number to be returned from the "functions[1]" ' +
      "function but got type string ('x').",
  });
});

test('setters on Array.prototype and Object.prototype see no result', () => {
  for (const prototype of [Array.prototype, Object.prototype]) {
    let calls = 0;
    Object.defineProperty(prototype, 0, { set() { ++calls; }, configurable: true });
    let result;
    try {
      result = functions.counted(2);
    } finally {
      delete prototype[0];
    }
    assert.equal(calls, 0);
    assert.deepEqual(result, [0, 1]);
  }
});

const typed = {
  same_int8s: [Int8Array, [-128, 127]],
  same_int16s: [Int16Array, [-32768, 32767]],
  same_uint16s: [Uint16Array, [0, 65535]],
  same_int32s: [Int32Array, [-2147483648, 2147483647]],
  same_uint32s: [Uint32Array, [0, 4294967295]],
  same_int64s: [BigInt64Array, [-1n, 9007199254740991n]],
  same_uint64s: [BigUint64Array, [0n, 9007199254740991n]],
  same_floats: [Float32Array, [0.5, -Infinity]],
  same_doubles: [Float64Array, [0.1, NaN, -0]],
};

describe('typed arrays for vectors of numbers', () => {
  for (const [name, [Kind, values]] of Object.entries(typed)) {
    test(`${name} takes a ${Kind.name} and no other`, () => {
      assert.deepEqual(functions[name](Kind.from(values)), values.map(Number));
      assert.deepEqual(functions[name](new Kind(0)), []);
      for (const [Other] of [...Object.values(typed), [Uint8Array], [Uint8ClampedArray]]) {
        if (Other === Kind) continue;
        assert.throws(() => functions[name](new Other(1)),
          isWrongType(name, '"values" argument', 'an instance of Array', `an instance of ${Other.name}`));
      }
    });
  }

  test('the part of the buffer is taken that the view shows', () => {
    const whole = Float64Array.from([1, 2, 3, 4]);
    assert.deepEqual(functions.same_doubles(whole.subarray(1, 3)), [2, 3]);
    assert.deepEqual(functions.same_doubles(whole.subarray(4)), []);
  });

  test('the view of another realm and of a subclass is ordinary', () => {
    assert.deepEqual(functions.same_doubles(vm.runInNewContext('Float64Array.of(1, 2)')), [1, 2]);
    class Samples extends Float64Array {}
    assert.deepEqual(functions.same_doubles(Samples.of(1, 2)), [1, 2]);
  });

  test('a length or index that lies is not asked', () => {
    const view = Float64Array.of(1, 2);
    Object.defineProperty(view, 'length', { get() { throw new Error('asked'); } });
    assert.deepEqual(functions.same_doubles(view), [1, 2]);
  });

  test('a detached or shared buffer is refused', () => {
    const detached = new Float64Array(2);
    structuredClone(detached.buffer, { transfer: [detached.buffer] });
    const refusal = (reason) => ({
      name: 'TypeError',
      code: 'ERR_INVALID_ARG_VALUE',
      message: `same_doubles(): The argument 'values' ${reason}. Received an instance of Float64Array`,
    });
    assert.throws(() => functions.same_doubles(detached), refusal('must not be detached'));
    assert.throws(() => functions.same_doubles(new Float64Array(new SharedArrayBuffer(16))),
      refusal('must not be backed by a SharedArrayBuffer'));
  });

  test('a resizable buffer is taken as it is now', () => {
    const buffer = new ArrayBuffer(16, { maxByteLength: 64 });
    const tracking = new Float64Array(buffer);
    const fixed = new Float64Array(buffer, 0, 2);
    tracking.set([1, 2]);
    assert.deepEqual(functions.same_doubles(tracking), [1, 2]);
    buffer.resize(24);
    assert.deepEqual(functions.same_doubles(tracking), [1, 2, 0]);
    assert.deepEqual(functions.same_doubles(fixed), [1, 2]);
    buffer.resize(8);
    assert.deepEqual(functions.same_doubles(tracking), [1]);
    assert.deepEqual(functions.same_doubles(fixed), []);
  });
});
