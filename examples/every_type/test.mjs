import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../scripts/load_example.mjs';

const addon = load('every_type');
const { Thing } = addon;

const thing = new Thing(5);
const point = { x: 1, y: 2 };
const marker = { at: point, tint: 'red', label: 'a', outline: [point], counts: { a: 5 } };

/** By the name of a function: what it takes, and what it gives where that is something else. */
const values = {
  boolean: [true], integer: [-5], wideInteger: [2 ** 50], bigInteger: [2n ** 63n], number: [0.1], float: [0.5],
  text: ['a\0é😀'], textView: ['abc', 3], cString: ['abc', 3], utf8: ['é'], utf16: ['\uD800'], character: ['~'],
  utf16Unit: ['\uDFFF'], path: ['a/é'], nothing: [null], missing: [undefined], optional: [null, undefined],
  vector: [['a', '']], deque: [[1, -0]], list: [[true]], bytes: [Uint8Array.of(1, 255)], pair: [[1, 'a']],
  tuple: [[1, true, undefined]], array: [[1, 2, 3]], longArray: [Array.from({ length: 17 }, (_, i) => i)],
  byteArray: [Uint8Array.of(1, 2, 3, 4)], set: [new Set(['a'])], record: [{ a: [point, undefined], b: [] }],
  map: [new Map([[1, 'a']])], variant: [[true, false]], span: [Float64Array.of(1), undefined],
  time: [new Date(5)], duration: [3000], typedArray: [Int32Array.of(-1)], enumerator: ['green'],
  numericEnumerator: [-1], struct: [point], structOfAll: [marker], expected: ['abc', 3],
  errorCode: [false, undefined], functionRef: [(one) => one + 1, 2], rest: ['a', 1], handle: [Symbol.iterator],
  objectReference: [thing, 5], objectPointer: [null, undefined], sharedObject: [thing],
};

for (const [name, [value, ...other]] of Object.entries(values)) {
  test(`${name} takes and gives its type`, () => {
    assert.deepStrictEqual(addon[name](value), other.length > 0 ? other[0] : value);
  });
}

test('functions and objects come back as others', () => {
  assert.equal(addon.function((text) => text.length)('abc'), 3);
  assert.equal(addon.object(thing).number, 5);
  assert.equal(addon.givenObject(new Thing(6)).number, 6);
});

test('there is a value for every function', () => {
  const names = [...Object.keys(values), 'function', 'object', 'givenObject', 'Thing'];
  assert.deepEqual(names.sort(), Object.keys(addon).sort());
});

test('errors of results are thrown', () => {
  assert.throws(() => addon.expected(''), { name: 'Error', message: 'there is no number' });
  assert.throws(() => addon.errorCode(true), { name: 'Error', code: 'EACCES', errno: 13 });
});
