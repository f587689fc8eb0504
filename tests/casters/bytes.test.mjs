import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import vm from 'node:vm';
import { functions } from '../functions.mjs';

const all = Uint8Array.from({ length: 256 }, (_, i) => i);

for (const name of ['same_uint8s', 'same_bytes']) {
  describe(name, () => {
    const call = functions[name];

    test('takes a Uint8Array, a Buffer and an ArrayBuffer, and gives a Uint8Array', () => {
      for (const given of [all, Buffer.from(all), all.buffer, all.slice().buffer]) {
        const back = call(given);
        assert.equal(Object.getPrototypeOf(back), Uint8Array.prototype);
        assert.deepEqual(back, all);
        assert.equal(back.byteOffset, 0);
        assert.equal(back.buffer.byteLength, 256);
        assert.notEqual(back.buffer, given.buffer ?? given);
      }
    });

    test('takes nothing, too', () => {
      for (const given of [new Uint8Array(0), Buffer.alloc(0), new ArrayBuffer(0), all.subarray(256)]) {
        assert.deepEqual(call(given), new Uint8Array(0));
      }
    });

    test('takes the part that a view shows', () => {
      assert.deepEqual(call(all.subarray(3, 6)), Uint8Array.of(3, 4, 5));
      assert.deepEqual(call(Buffer.from('pool')), new Uint8Array(Buffer.from('pool')));
    });

    test('takes those of another realm', () => {
      assert.deepEqual(call(vm.runInNewContext('Uint8Array.of(1, 2)')), Uint8Array.of(1, 2));
      assert.deepEqual(call(vm.runInNewContext('new ArrayBuffer(2)')), Uint8Array.of(0, 0));
    });

    test('refuses everything else', () => {
      const cases = [
        [[1, 2], 'an instance of Array'],
        [new Uint8ClampedArray(1), 'an instance of Uint8ClampedArray'],
        [new Int8Array(1), 'an instance of Int8Array'],
        [new DataView(new ArrayBuffer(1)), 'an instance of DataView'],
        [new SharedArrayBuffer(1), 'an instance of SharedArrayBuffer'],
        ['text', "type string ('text')"],
        [undefined, 'undefined'],
      ];
      for (const [value, received] of cases) {
        assert.throws(() => call(value), {
          name: 'TypeError',
          code: 'ERR_INVALID_ARG_TYPE',
          message: `${name}(): The "data" argument must be an instance of Uint8Array or ArrayBuffer. ` +
            `Received ${received}`,
        });
      }
    });

    test('refuses a detached buffer and shared memory', () => {
      const view = new Uint8Array(4);
      const { buffer } = view;
      structuredClone(buffer, { transfer: [buffer] });
      const refusal = (reason, kind) => ({
        name: 'TypeError',
        code: 'ERR_INVALID_ARG_VALUE',
        message: `${name}(): The argument 'data' ${reason}. Received an instance of ${kind}`,
      });
      assert.throws(() => call(view), refusal('must not be detached', 'Uint8Array'));
      assert.throws(() => call(buffer), refusal('must not be detached', 'ArrayBuffer'));
      assert.throws(() => call(new Uint8Array(new SharedArrayBuffer(4))),
        refusal('must not be backed by a SharedArrayBuffer', 'Uint8Array'));
    });
  });
}

test('a resizable buffer is taken as it is now', () => {
  const buffer = new ArrayBuffer(4, { maxByteLength: 8 });
  const tracking = new Uint8Array(buffer);
  tracking.set([1, 2, 3, 4]);
  assert.deepEqual(functions.reversed_bytes(buffer), Uint8Array.of(4, 3, 2, 1));
  buffer.resize(2);
  assert.deepEqual(functions.reversed_bytes(buffer), Uint8Array.of(2, 1));
  assert.deepEqual(functions.reversed_bytes(tracking), Uint8Array.of(2, 1));
  buffer.resize(0);
  assert.deepEqual(functions.reversed_bytes(tracking), new Uint8Array(0));
});

test('the memory of WebAssembly is ordinary', () => {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const view = new Uint8Array(memory.buffer, 0, 2);
  view.set([1, 2]);
  assert.deepEqual(functions.reversed_bytes(view), Uint8Array.of(2, 1));
  memory.grow(1);
  assert.throws(() => functions.reversed_bytes(view), { name: 'TypeError', code: 'ERR_INVALID_ARG_VALUE' });
});

test('elements of an array can be bytes', () => {
  assert.deepEqual(functions.joined_bytes([Uint8Array.of(1), Buffer.of(2, 3), new ArrayBuffer(1)]),
    Uint8Array.of(1, 2, 3, 0));
  assert.throws(() => functions.joined_bytes([Uint8Array.of(1), [2]]), {
    name: 'TypeError',
    code: 'ERR_INVALID_ARG_TYPE',
    message: 'joined_bytes(): The "parts[1]" property must be an instance of Uint8Array or ArrayBuffer. ' +
      'Received an instance of Array',
  });
});

test('some megabytes come back whole', () => {
  const given = new Uint8Array(5_000_000).map((_, i) => i * 7);
  assert.equal(Buffer.compare(functions.same_uint8s(given), given), 0);
  assert.deepEqual(functions.sevens(3), Uint8Array.of(7, 7, 7));
});
