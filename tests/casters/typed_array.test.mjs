import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import vm from 'node:vm';
import { functions } from '../functions.mjs';

const detach = (buffer) => structuredClone(buffer, { transfer: [buffer] });

const isInvalid = (name, reason, kind = 'Float64Array', subject = 'values') => ({
  name: 'TypeError',
  code: 'ERR_INVALID_ARG_VALUE',
  message: `${name}(): The argument '${subject}' ${reason}. Received an instance of ${kind}`,
});

const kinds = {
  int8: Int8Array,
  uint8: Uint8Array,
  byte: Uint8Array,
  int16: Int16Array,
  uint16: Uint16Array,
  int32: Int32Array,
  uint32: Uint32Array,
  bigint64: BigInt64Array,
  biguint64: BigUint64Array,
  float32: Float32Array,
  float64: Float64Array,
};

describe('an array of JavaScript stays what it is', () => {
  for (const [kind, Kind] of Object.entries(kinds)) {
    const name = `same_${kind}_array`;
    test(`${name} gives the same ${Kind.name} and takes no other`, () => {
      const value = new Kind(new ArrayBuffer(32), 8, 2);
      assert.equal(functions[name](value), value);
      const empty = new Kind(0);
      assert.equal(functions[name](empty), empty);
      for (const Other of [...Object.values(kinds), Uint8ClampedArray, DataView, Array, ArrayBuffer]) {
        if (Other === Kind) continue;
        const other = Other === DataView ? new DataView(new ArrayBuffer(8)) : new Other(1);
        assert.throws(() => functions[name](other), {
          name: 'TypeError',
          code: 'ERR_INVALID_ARG_TYPE',
          message: `${name}(): The "value" argument must be an instance of ${Kind.name}. ` +
            `Received an instance of ${Other.name}`,
        });
      }
    });
  }

  test('C++ sees its memory', () => {
    const values = Float64Array.of(1, 2, 3);
    functions.add_one_to_float64_array(values.subarray(1));
    assert.deepEqual(values, Float64Array.of(1, 3, 4));
    const bytes = Buffer.from([1, 255]);
    functions.add_one_to_uint8_array(bytes);
    assert.deepEqual(bytes, Buffer.from([2, 0]));
    assert.equal(functions.sum_of_array(new Float64Array(0)), 0);
  });

  test('of any realm and subclass', () => {
    class Samples extends Float64Array {}
    const samples = Samples.of(1, 2);
    assert.equal(functions.same_float64_array(samples), samples);
    assert.equal(functions.sum_of_array(vm.runInNewContext('Float64Array.of(1, 2)')), 3);
  });

  test('neither detached nor shared', () => {
    const values = new Float64Array(2);
    detach(values.buffer);
    assert.throws(() => functions.sum_of_array(values), isInvalid('sum_of_array', 'must not be detached'));
    assert.throws(() => functions.sum_of_array(new Float64Array(new SharedArrayBuffer(8))),
      isInvalid('sum_of_array', 'must not be backed by a SharedArrayBuffer'));
  });
});

describe('the memory is looked up when it is used', () => {
  test('what a script writes meanwhile is seen', () => {
    const values = Float64Array.of(1, 2);
    assert.equal(functions.sum_of_array_after(values, () => { values[0] = 10; }), 12);
  });

  test('a buffer that is detached meanwhile is an error', () => {
    const values = Float64Array.of(1, 2);
    assert.throws(() => functions.sum_of_array_after(values, () => { detach(values.buffer); }),
      isInvalid('sum_of_array_after', 'must not be detached'));
  });

  test('a buffer that is resized meanwhile has its new size', () => {
    const buffer = new ArrayBuffer(16, { maxByteLength: 1 << 20 });
    const values = new Float64Array(buffer);
    const fixed = new Float64Array(buffer, 8, 1);
    assert.equal(functions.sum_of_array_after(values, () => {
      buffer.resize(1 << 20);
      values.fill(1);
    }), (1 << 20) / 8);
    assert.equal(functions.sum_of_array_after(values, () => buffer.resize(8)), 1);
    assert.equal(functions.sum_of_array_after(fixed, () => buffer.resize(0)), 0);
  });

  test('the refusal runs no getter, which could take away the buffer of a span', () => {
    const lent = new Float64Array(4);
    const values = new Float64Array(1);
    let reads = 0;
    Object.defineProperty(values, 'constructor', { get() { ++reads; detach(lent.buffer); } });
    functions.size_beside_span(lent, values);
    assert.equal(reads, 0);
    assert.deepEqual(lent, Float64Array.of(1, 1, 1, 1));
  });
});

describe('an array that C++ keeps', () => {
  test('stays the same array after the call', () => {
    const values = Float64Array.of(1, 2);
    functions.keep_array(values);
    values[1] = 5;
    assert.equal(functions.sum_of_kept_array(), 6);
    assert.equal(functions.kept_array(), values);
    detach(values.buffer);
    assert.throws(() => functions.sum_of_kept_array(), isInvalid('sum_of_kept_array', 'must not be detached'));
    assert.equal(functions.kept_array(), values);
    functions.forget_array();
  });

  test('is for the JavaScript thread, but may be copied to another one', () => {
    functions.keep_array(new Float64Array(1));
    assert.equal(functions.use_kept_array_on_thread(),
      '"values" is used off the JavaScript thread: Operation not permitted');
    functions.keep_elements([1, 2]);
    assert.equal(functions.use_kept_array_on_thread(), '2');
    functions.forget_array();
  });

  test('that it owns is copied when it must keep it', () => {
    functions.keep_elements([1, 2]);
    const first = functions.kept_array();
    first[0] = 10;
    assert.deepEqual(functions.kept_array(), Float64Array.of(1, 2));
    functions.forget_array();
  });
});

describe('an array that C++ makes', () => {
  for (const [kind, Kind] of Object.entries(kinds)) {
    if (kind === 'byte') continue;
    test(`is a ${Kind.name}`, () => {
      const make = functions[`made_${kind}_array`];
      const expected = Kind.name.startsWith('Big') ? Kind.of(1n, 2n, 3n) : Kind.of(1, 2, 3);
      assert.deepEqual(make([1, 2, 3]), expected);
      assert.equal(make([1, 2, 3]).buffer.byteLength, expected.byteLength);
      assert.deepEqual(make([]), new Kind(0));
    });
  }

  test('is not copied', { skip: !!process.versions.electron }, () => {
    const values = functions.remembered_array(3, 7);
    assert.deepEqual(values, Float64Array.of(7, 7, 7));
    assert.equal(functions.is_remembered(values), true);
    values[0] = 1;
    assert.equal(functions.sum_of_array(values), 15);
  });

  test('goes with the garbage', async () => {
    for (let i = 0; i < 300; ++i) {
      assert.equal(functions.remembered_array(1 << 20, i)[5], i);
      if (i % 10 === 0) await new Promise(setImmediate);
    }
    assert.ok(process.memoryUsage().rss < 1.5e9);
  });

  test('may be made in a loop that never returns to the event loop', () => {
    for (let i = 0; i < 400; ++i) assert.equal(functions.remembered_array(1 << 20, i)[5], i);
    assert.ok(process.memoryUsage().rss < 2e9, String(process.memoryUsage().rss));
  });

  test('is given to a callback', () => {
    assert.equal(functions.visit_array((values) => values.reduce((sum, each) => sum + each)), 6);
  });

  test('can be a default, of which each call has its own', () => {
    const first = functions.array_or_default();
    assert.deepEqual(first, Float64Array.of(1, 2));
    first[0] = 9;
    assert.deepEqual(functions.array_or_default(), Float64Array.of(1, 2));
  });
});

test('as a member, an element and an optional', () => {
  const signal = { name: 'a', samples: Float32Array.of(1, 2) };
  const result = functions.same_signal(signal);
  assert.deepEqual(result, signal);
  assert.equal(result.samples, signal.samples);
  const arrays = [new Float64Array(1), new Float64Array(2)];
  assert.equal(functions.same_arrays(arrays)[1], arrays[1]);
  assert.equal(functions.same_optional_array(undefined), undefined);
  assert.throws(() => functions.same_signal({ name: 'a', samples: [1] }), {
    name: 'TypeError',
    code: 'ERR_INVALID_ARG_TYPE',
    message: 'same_signal(): The "value.samples" property must be an instance of Float32Array. ' +
      'Received an instance of Array',
  });
});
