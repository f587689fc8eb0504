import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import vm from 'node:vm';
import { functions } from '../functions.mjs';

const detach = (buffer) => structuredClone(buffer, { transfer: [buffer] });

const isInvalid = (name, subject, reason, kind) => ({
  name: 'TypeError',
  code: 'ERR_INVALID_ARG_VALUE',
  message: `${name}(): The argument '${subject}' ${reason}. Received an instance of ${kind}`,
});

const kinds = {
  add_one_int8: Int8Array,
  add_one_uint8: Uint8Array,
  add_one_int16: Int16Array,
  add_one_uint16: Uint16Array,
  add_one_int32: Int32Array,
  add_one_uint32: Uint32Array,
  add_one_int64: BigInt64Array,
  add_one_uint64: BigUint64Array,
  add_one_float: Float32Array,
  add_one_double: Float64Array,
};

describe('a span is the memory of the typed array', () => {
  for (const [name, Kind] of Object.entries(kinds)) {
    test(`${name} changes a ${Kind.name} in place and takes no other`, () => {
      const isBig = Kind.name.startsWith('Big');
      const values = Kind.from(isBig ? [1n, 2n, 3n, 4n] : [1, 2, 3, 4]);
      assert.equal(functions[name](values.subarray(1, 3)), undefined);
      assert.deepEqual(Array.from(values, Number), [1, 3, 4, 4]);
      functions[name](new Kind(0));
      const expected = Kind === Uint8Array ? 'Uint8Array or ArrayBuffer' : Kind.name;
      for (const Other of [...Object.values(kinds), Uint8ClampedArray, DataView, Array]) {
        if (Other === Kind) continue;
        const other = Other === DataView ? new DataView(new ArrayBuffer(8)) : new Other(1);
        assert.throws(() => functions[name](other), {
          name: 'TypeError',
          code: 'ERR_INVALID_ARG_TYPE',
          message: `${name}(): The "values" argument must be an instance of ${expected}. ` +
            `Received an instance of ${Other.name}`,
        });
      }
    });
  }

  test('bytes are written through to a Buffer and an ArrayBuffer', () => {
    const buffer = new ArrayBuffer(4);
    functions.set_all_bits(new Uint8Array(buffer, 1, 2));
    assert.deepEqual(new Uint8Array(buffer), Uint8Array.of(0, 255, 255, 0));
    functions.set_all_bits(buffer);
    assert.deepEqual(new Uint8Array(buffer), new Uint8Array(4).fill(255));
    const node = Buffer.alloc(2);
    functions.set_all_bits(node);
    assert.deepEqual(node, Buffer.from([255, 255]));
    assert.equal(functions.span_of_bytes_size(new Uint8Array(0)), 0);
  });

  test('two spans can overlap', () => {
    const values = Float64Array.of(1, 2, 3);
    functions.twice_into(values.subarray(0, 2), values.subarray(1));
    assert.deepEqual(values, Float64Array.of(1, 2, 4));
  });

  test('a view of another realm and of a subclass is ordinary', () => {
    assert.equal(functions.sum_of_span(vm.runInNewContext('Float64Array.of(1, 2)')), 3);
    class Samples extends Float64Array {}
    assert.equal(functions.sum_of_span(Samples.of(1, 2)), 3);
  });

  test('the memory of a resizable buffer is the one it has now', () => {
    const buffer = new ArrayBuffer(16, { maxByteLength: 32 });
    const tracking = new Float64Array(buffer);
    const fixed = new Float64Array(buffer, 8, 1);
    tracking.set([1, 2]);
    buffer.resize(24);
    assert.equal(functions.sum_of_span(tracking), 3);
    buffer.resize(8);
    assert.equal(functions.sum_of_span(tracking), 1);
    assert.equal(functions.sum_of_span(fixed), 0);
  });

  test('a detached or shared buffer is refused', () => {
    const values = new Float64Array(2);
    detach(values.buffer);
    assert.throws(() => functions.sum_of_span(values),
      isInvalid('sum_of_span', 'values', 'must not be detached', 'Float64Array'));
    assert.throws(() => functions.sum_of_span(new Float64Array(new SharedArrayBuffer(8))),
      isInvalid('sum_of_span', 'values', 'must not be backed by a SharedArrayBuffer', 'Float64Array'));
    const growable = new SharedArrayBuffer(8, { maxByteLength: 16 });
    assert.throws(() => functions.sum_of_span(new Float64Array(growable)),
      isInvalid('sum_of_span', 'values', 'must not be backed by a SharedArrayBuffer', 'Float64Array'));
  });
});

describe('spans are looked up when every other argument has been read', () => {
  test('a getter that detaches the buffer leads to an error', () => {
    const values = Float64Array.of(1, 2);
    const options = { get factor() { detach(values.buffer); return 2; } };
    assert.throws(() => functions.scaled_sum(values, options),
      isInvalid('scaled_sum', 'values', 'must not be detached', 'Float64Array'));
  });

  test('a getter that resizes the buffer gives the span the new size', () => {
    const buffer = new ArrayBuffer(24, { maxByteLength: 48 });
    const values = new Float64Array(buffer);
    values.set([1, 2, 3]);
    assert.equal(functions.scaled_sum(values, { get factor() { buffer.resize(16); return 2; } }), 6);
    assert.equal(functions.scale_in_place(values, { get factor() { buffer.resize(32); return 2; } }), 4);
    assert.deepEqual(values, Float64Array.of(2, 4, 0, 0));
  });
});

describe('a function that can run JavaScript gets a copy', () => {
  test('changes come back when it returns', () => {
    const values = Float64Array.of(1, 2, 3);
    const seen = [];
    functions.apply_to_each(values, (value) => {
      seen.push([...values]);
      return value * 10;
    });
    assert.deepEqual(values, Float64Array.of(10, 20, 30));
    assert.deepEqual(seen, [[1, 2, 3], [1, 2, 3], [1, 2, 3]]);
  });

  test('what a script writes meanwhile is not seen', () => {
    const values = Float64Array.of(1, 2, 3);
    assert.equal(functions.sum_after(values, () => values.fill(100)), 6);
    assert.deepEqual(values, Float64Array.of(100, 100, 100));
  });

  test('a const span outlives its buffer', () => {
    const values = Float64Array.of(1, 2, 3);
    assert.equal(functions.sum_after(values, () => { detach(values.buffer); }), 6);
    const data = new Uint8Array(10);
    assert.equal(functions.size_after(data, () => { detach(data.buffer); }), 10);
    assert.equal(functions.size_after(new ArrayBuffer(3), () => {}), 3);
  });

  test('changes for a buffer that is gone are an error', () => {
    const values = Float64Array.of(1, 2);
    assert.throws(() => functions.apply_to_each(values, (value) => {
      if (values.length > 0) detach(values.buffer);
      return value;
    }), isInvalid('apply_to_each', 'values', 'must not be detached', 'Float64Array'));
  });

  test('changes for a part of the buffer that is gone are dropped', () => {
    const buffer = new ArrayBuffer(24, { maxByteLength: 48 });
    const values = new Float64Array(buffer);
    values.set([1, 2, 3]);
    functions.apply_to_each(values, (value) => {
      buffer.resize(16);
      return value * 2;
    });
    assert.deepEqual(values, Float64Array.of(2, 4));
    functions.apply_to_each(values, (value) => {
      buffer.resize(32);
      return value * 2;
    });
    assert.deepEqual(values, Float64Array.of(4, 8, 0, 0));
  });

  test('what a callback throws leaves the buffer as it was', () => {
    const values = Float64Array.of(1, 2);
    const error = new Error('stop');
    assert.throws(() => functions.apply_to_each(values, (value) => {
      if (value === 2) throw error;
      return 9;
    }), (thrown) => thrown === error);
    assert.deepEqual(values, Float64Array.of(1, 2));
  });
});

describe('a callback that was kept', () => {
  const refusal = {
    name: 'Error',
    message: "a JavaScript function can't be called while a function without callback parameters looks " +
      'into a buffer: the script could take the buffer away',
  };

  test('is not called while a function looks into a buffer', () => {
    let calls = 0;
    functions.keep_for_span(() => { ++calls; });
    const data = new Uint8Array(4);
    assert.throws(() => functions.call_kept_with_span(data), refusal);
    assert.equal(calls, 0);
    functions.call_kept_for_span();
    assert.equal(calls, 1);
    functions.call_kept_with_span_and_env(data);
    assert.equal(calls, 2);
    functions.forget_for_span();
  });

  test('is called again after the function has thrown', () => {
    let calls = 0;
    functions.keep_for_span(() => { ++calls; });
    assert.throws(() => functions.throw_in_span(new Uint8Array(1)), { name: 'Error', message: 'in a span' });
    functions.call_kept_for_span();
    assert.equal(calls, 1);
    functions.forget_for_span();
  });

  test('may itself call a function with a span', () => {
    const data = Uint8Array.of(1, 2);
    functions.keep_for_span(() => functions.add_one_uint8(data));
    functions.call_kept_for_span();
    assert.deepEqual(data, Uint8Array.of(2, 3));
    functions.forget_for_span();
  });
});
