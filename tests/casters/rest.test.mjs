import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { functions } from '../functions.mjs';

const { Tally, Parcel } = functions;

test('takes all arguments that are left', () => {
  assert.equal(functions.sum_of_rest(), 0);
  assert.equal(functions.sum_of_rest(1, 2, 3), 6);
  assert.equal(functions.sum_of_rest(...Array(5000).fill(1)), 5000);
  assert.equal(functions.joined_rest('-', 'a', 'b', 'c'), 'a-b-c');
  assert.equal(functions.joined_rest('-'), '');
  assert.equal(functions.count_of_true(true, false, true), 2);
  assert.equal(functions.area_of_rest({ width: 2, height: 3 }, { width: 1, height: 1 }), 7);
  assert.equal(functions.run_rest((x) => x + 1, (x) => x * 10), 20);
  assert.equal(functions.lists_in_rest([1], [null]), 2);
});

test('has the length of what stands before', () => {
  assert.equal(functions.sum_of_rest.length, 0);
  assert.equal(functions.joined_rest.length, 1);
  assert.equal(functions.optional_before_rest.length, 1);
  assert.equal(functions.overloaded_rest.length, 0);
  assert.equal(Tally.length, 0);
});

test('comes back as it went', () => {
  fc.assert(fc.property(fc.array(fc.string()), (words) => {
    assert.deepEqual(functions.same_rest(...words), words);
  }));
});

test('stands behind optional parameters and defaults', () => {
  assert.deepEqual(functions.optional_before_rest(1), [1, -1, 0]);
  assert.deepEqual(functions.optional_before_rest(1, 2), [1, 2, 0]);
  assert.deepEqual(functions.optional_before_rest(1, undefined, 3, 4), [1, -1, 2]);
  assert.equal(functions.default_before_rest(), 100);
  assert.equal(functions.default_before_rest(undefined, 1), 101);
  assert.equal(functions.default_before_rest(5, 1, 2), 7);
  assert.throws(() => functions.joined_rest(), {
    name: 'TypeError',
    code: 'ERR_MISSING_ARGS',
    message: 'joined_rest(): The "separator" argument must be specified',
  });
});

test('each argument is refused by its place', () => {
  assert.throws(() => functions.sum_of_rest(1, '2'), {
    name: 'TypeError',
    code: 'ERR_INVALID_ARG_TYPE',
    message: 'sum_of_rest(): The "numbers[1]" argument must be of type number. Received type string (\'2\')',
  });
  assert.throws(() => functions.sum_of_rest(undefined), {
    name: 'TypeError',
    code: 'ERR_INVALID_ARG_TYPE',
    message: 'sum_of_rest(): The "numbers[0]" argument must be of type number. Received undefined',
  });
  assert.throws(() => functions.area_of_rest({ width: 1, height: 2 }, { width: 1 }), {
    name: 'TypeError',
    code: 'ERR_INVALID_ARG_TYPE',
    message: 'area_of_rest(): The "all[1].height" property must be of type number. Received undefined',
  });
  assert.throws(() => new Tally(1, 0.5), {
    name: 'RangeError',
    code: 'ERR_OUT_OF_RANGE',
    message: 'Tally(): The value of "numbers[1]" is out of range. It must be an integer. Received 0.5',
  });
  assert.throws(() => functions.sum_of_rest([1, 2]), { code: 'ERR_INVALID_ARG_TYPE' });
});

test('what an argument throws comes out, and nothing after it is read', () => {
  const error = new Error('from a getter');
  const read = [];
  const measure = (name, width) => ({ get width() { read.push(name); return width(); }, height: 1 });
  assert.throws(() => functions.area_of_rest(
    measure('a', () => 1), measure('b', () => { throw error; }), measure('c', () => 1)),
  (thrown) => thrown === error);
  assert.deepEqual(read, ['a', 'b']);
});

test('a span before it is looked up when all are read', () => {
  const to = new Float64Array(3);
  functions.write_rest(to, 1, 2);
  assert.deepEqual(to, Float64Array.of(1, 2, 0));
});

test('overloads are chosen by the number of arguments', () => {
  assert.equal(functions.overloaded_rest(), 'none');
  assert.equal(functions.overloaded_rest('a'), 'one a');
  assert.equal(functions.overloaded_rest('a', 'b'), 'a b 0');
  assert.equal(functions.overloaded_rest('a', 'b', 'c', 'd'), 'a b 2');
});

test('of constructors, methods and static methods', () => {
  const tally = new Tally(1, 2, 3);
  assert.equal(tally.total, 6);
  assert.equal(tally.add(4, 5), tally);
  assert.equal(tally.total, 15);
  assert.equal(Tally.count(tally, null, new Tally()), 3);
  class Own extends Tally {}
  assert.equal(new Own(7, 8).total, 15);
});

test('a refused call takes no object', () => {
  const [first, second] = [new Parcel(), new Parcel()];
  assert.throws(() => functions.take_parcels(first, {}), {
    name: 'TypeError',
    code: 'ERR_INVALID_ARG_TYPE',
    message: 'take_parcels(): The "all[1]" argument must be an instance of Parcel. Received an instance of Object',
  });
  assert.equal(functions.take_parcels(first, null, second), 2);
  assert.throws(() => functions.take_parcels(first), TypeError);
});

test('tampered arrays change nothing', () => {
  const { prototype } = Array;
  const iterate = prototype[Symbol.iterator];
  try {
    prototype[Symbol.iterator] = function* () { yield 99; };
    Object.defineProperty(prototype, 0, { set() { throw new Error('set'); }, get: () => 99, configurable: true });
    assert.equal(functions.sum_of_rest(1, 2), 3);
  } finally {
    prototype[Symbol.iterator] = iterate;
    delete prototype[0];
  }
});
