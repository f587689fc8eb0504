import assert from 'node:assert/strict';
import { test } from 'node:test';
import vm from 'node:vm';
import fc from 'fast-check';
import { functions } from '../functions.mjs';

const isWrongType = (name, subject, expected, received) => ({
  name: 'TypeError',
  code: 'ERR_INVALID_ARG_TYPE',
  message: `${name}(): The ${subject} must be ${expected}. Received ${received}`,
});

test('sets come back as new sets, in the order of C++', () => {
  const given = new Set([3, 1, 2]);
  const back = functions.same_set(given);
  assert.deepEqual([...back], [1, 2, 3]);
  assert.notEqual(back, given);
  assert.equal(Object.getPrototypeOf(back), Set.prototype);
  assert.deepEqual(functions.same_set(new Set()), new Set());
  assert.deepEqual(functions.same_unordered_set(new Set(['a', '', '😀'])), new Set(['a', '', '😀']));
  assert.deepEqual(functions.same_mark_set(new Set([{ x: 1, y: 2 }, { x: 1, y: 2 }])), new Set([{ x: 1, y: 2 }]));
  assert.deepEqual(functions.same_set_of_sets(new Set([new Set([1, null]), new Set()])),
    new Set([new Set(), new Set([undefined, 1])]));
  const folders = [{ name: 'a', tags: new Set(['x', 'y']) }, { name: 'b', tags: new Set() }];
  assert.deepEqual(functions.same_folders(folders), folders);
});

test('of elements that are the same to C++ the first counts', () => {
  assert.deepEqual([...functions.same_set_by_length(new Set(['a', 'bb', 'c']))], ['bb', 'a']);
});

test('long sets keep every element', () => {
  for (const count of [1023, 1024, 1025, 40_000]) {
    const expected = new Set(Array.from({ length: count }, (_, i) => i));
    assert.deepEqual(functions.counted_set(count), expected);
    assert.deepEqual(functions.same_set(expected), expected);
  }
});

test('a fault names its position', () => {
  assert.throws(() => functions.same_set(new Set([1, 'x'])),
    isWrongType('same_set', '"values[1]" property', 'of type number', "type string ('x')"));
  assert.throws(() => functions.same_folders([{ name: 'a', tags: new Set(['x', 5]) }]),
    isWrongType('same_folders', '"folders[0].tags[1]" property', 'of type string', 'type number (5)'));
  assert.throws(() => functions.same_mark_set(new Set([{ x: 1 }])),
    isWrongType('same_mark_set', '"marks[0].y" property', 'of type number', 'undefined'));
});

test('NaN has no place in an ordered set', () => {
  assert.throws(() => functions.same_double_set(new Set([1, NaN])), {
    name: 'RangeError',
    code: 'ERR_OUT_OF_RANGE',
    message: 'same_double_set(): The value of "values[1]" is out of range. It must be a number that has an ' +
      'order. Received NaN',
  });
  assert.deepEqual(functions.same_unordered_double_set(new Set([NaN, 1])), new Set([NaN, 1]));
});

test('what is no set is refused', () => {
  for (const [given, received] of [
    [undefined, 'undefined'], [null, 'null'], ['ab', "type string ('ab')"], [[1], 'an instance of Array'],
    [new Map([[1, 1]]), 'an instance of Map'], [new WeakSet(), 'an instance of WeakSet'],
    [new Proxy(new Set(), {}), 'an instance of Set'], [Object.create(Set.prototype), 'an instance of Set'],
    [{ size: 0, forEach() {} }, 'an instance of Object'], [() => {}, 'type function ([Function (anonymous)])'],
  ]) {
    assert.throws(() => functions.same_set(given),
      isWrongType('same_set', '"values" argument', 'an instance of Set', received));
  }
});

test('sets of another realm, of subclasses and without prototype are ordinary', () => {
  assert.deepEqual(functions.same_set(vm.runInNewContext('new Set([1, 2])')), new Set([1, 2]));
  class Bag extends Set {
    get size() { throw new Error('size'); }
    forEach() { throw new Error('forEach'); }
    values() { throw new Error('values'); }
    [Symbol.iterator]() { throw new Error('iterator'); }
  }
  assert.deepEqual(functions.same_set(new Bag([1, 2])), new Set([1, 2]));
  const bare = new Set([1]);
  Object.setPrototypeOf(bare, null);
  assert.deepEqual(functions.same_set(bare), new Set([1]));
});

test('the set is read as it is at first: getters can change it meanwhile', () => {
  const set = new Set();
  set.add({ get x() { set.clear(); set.add(5); return 1; }, y: 2 });
  set.add({ x: 3, y: 4 });
  assert.deepEqual(functions.same_mark_set(set), new Set([{ x: 1, y: 2 }, { x: 3, y: 4 }]));
});

test('what a getter throws comes out as it is', () => {
  const error = new Error('mine');
  assert.throws(() => functions.same_mark_set(new Set([{ get x() { throw error; } }])),
    (thrown) => thrown === error);
});

test('tampered globals do not matter', () => {
  const { add, forEach } = Set.prototype;
  const size = Object.getOwnPropertyDescriptor(Set.prototype, 'size');
  const iterator = Set.prototype[Symbol.iterator];
  const own = globalThis.Set;
  const tampered = () => { throw new Error('tampered'); };
  const given = new Set([1, 2]);
  const several = new Set(Array.from({ length: 2000 }, (_, i) => i));
  let backs;
  try {
    Set.prototype.add = Set.prototype.forEach = Set.prototype[Symbol.iterator] = tampered;
    Object.defineProperty(Set.prototype, 'size', { get: tampered, configurable: true });
    Object.defineProperty(Array.prototype, 0, { set: tampered, configurable: true });
    globalThis.Set = undefined;
    backs = [functions.same_set(given), functions.same_set(several)];
  } finally {
    globalThis.Set = own;
    delete Array.prototype[0];
    Object.assign(Set.prototype, { add, forEach, [Symbol.iterator]: iterator });
    Object.defineProperty(Set.prototype, 'size', size);
  }
  assert.deepEqual(backs, [given, several]);
});

test('sets are defaults, and arguments and results of callbacks', () => {
  assert.equal(functions.set_size(), 2);
  assert.equal(functions.set_size(new Set([1])), 1);
  assert.deepEqual(functions.set_of_callback((set) => set.add(7)), new Set([1, 3, 7]));
  assert.throws(() => functions.set_of_callback(() => new Set(['a'])),
    isWrongType('set_of_callback', '"call()[0]" property', 'of type number', "type string ('a')"));
});

test('any set makes the round trip', () => {
  const setOf = (each) => fc.array(each).map((items) => new Set(items));
  fc.assert(fc.property(setOf(fc.integer()), (given) => assert.deepEqual(functions.same_set(given), given)));
  fc.assert(fc.property(setOf(fc.string({ unit: 'grapheme' })), (given) =>
    assert.deepEqual(functions.same_unordered_set(given), given)));
});
