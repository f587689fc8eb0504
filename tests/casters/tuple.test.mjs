import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import vm from 'node:vm';
import fc from 'fast-check';
import { functions } from '../functions.mjs';

const isWrongType = (name, subject, expected, received) => ({
  name: 'TypeError',
  code: 'ERR_INVALID_ARG_TYPE',
  message: `${name}(): The ${subject} must be ${expected}. Received ${received}`,
});

const isWrongLength = (name, subject, wanted, length, received = 'an instance of Array') => ({
  name: 'TypeError',
  code: 'ERR_INVALID_ARG_VALUE',
  message: `${name}(): The ${subject} must have ${wanted}, not ${length}. Received ${received}`,
});

test('tuples come back as new arrays', () => {
  const given = Object.freeze(['a', 1]);
  const back = functions.same_pair(given);
  assert.deepEqual(back, ['a', 1]);
  assert.notEqual(back, given);
  assert.ok(Array.isArray(back));
  assert.equal(Object.getPrototypeOf(back), Array.prototype);
  assert.deepEqual(functions.same_mixed_tuple([1, null, [2, 3]]), [1, undefined, [2, 3]]);
  assert.deepEqual(functions.same_mixed_tuple([1, true, Float64Array.of(2)]), [1, true, [2]]);
  assert.deepEqual(functions.same_empty_tuple([]), []);
  assert.deepEqual(functions.same_nested_tuple([[1, 2], [['a', 3]]]), [[1, 2], [['a', 3]]]);
  assert.deepEqual(functions.same_array3([1, 2, NaN]), [1, 2, NaN]);
  assert.deepEqual(functions.same_string_array(['a', 'b']), ['a', 'b']);
  assert.deepEqual(functions.same_array0([]), []);
  assert.deepEqual(functions.same_matrix([[1, 2], [3, 4]]), [[1, 2], [3, 4]]);
});

test('arrays of more than 16 elements are exactly as long', () => {
  const given = Array.from({ length: 17 }, (_, i) => i);
  assert.deepEqual(functions.same_array17(given), given);
  assert.throws(() => functions.same_array17(given.slice(1)),
    isWrongLength('same_array17', "argument 'numbers'", '17 elements', 16));
});

test('tuples are members', () => {
  const given = { from: [1, 2], stops: [[3, 4], [5, 6]], label: [1, 'a'] };
  assert.deepEqual(functions.same_route(given), given);
  assert.deepEqual(functions.same_route({ from: [1, 2], stops: [] }), { from: [1, 2], stops: [] });
  assert.throws(() => functions.same_route({ from: [1, 2], stops: [[1, 2], [3, 'x']] }),
    isWrongType('same_route', '"route.stops[1][1]" property', 'of type number', "type string ('x')"));
  assert.throws(() => functions.same_route({ from: [1, 2], stops: [[1, 2], [3]] }),
    isWrongLength('same_route', "property 'route.stops[1]'", '2 elements', 1));
});

test('another length is refused', () => {
  assert.throws(() => functions.same_pair(['a']),
    isWrongLength('same_pair', "argument 'pair'", '2 elements', 1));
  assert.throws(() => functions.same_pair(['a', 1, 2]),
    isWrongLength('same_pair', "argument 'pair'", '2 elements', 3));
  assert.throws(() => functions.same_nested_tuple([[1, 2], []]),
    isWrongLength('same_nested_tuple', "property 'tuple[1]'", '1 element', 0));
  assert.throws(() => functions.same_pair(new Array(2 ** 32 - 1)),
    isWrongLength('same_pair', "argument 'pair'", '2 elements', 4294967295));
  class Stack extends Array {}
  assert.throws(() => functions.same_array3(Stack.of(1)),
    isWrongLength('same_array3', "argument 'numbers'", '3 elements', 1, 'an instance of Stack'));
});

test('a fault names its element', () => {
  assert.throws(() => functions.same_pair([1, 1]),
    isWrongType('same_pair', '"pair[0]" property', 'of type string', 'type number (1)'));
  assert.throws(() => functions.same_matrix([[1, 2], [3, null]]),
    isWrongType('same_matrix', '"rows[1][1]" property', 'of type number', 'null'));
  assert.throws(() => functions.same_array3([1, , 3]),
    isWrongType('same_array3', '"numbers[1]" property', 'of type number', 'undefined'));
});

test('what is no array is refused', () => {
  for (const [given, received] of [
    [undefined, 'undefined'], ['ab', "type string ('ab')"], [{ length: 3 }, 'an instance of Object'],
    [new Set([1, 2, 3]), 'an instance of Set'], [Float64Array.of(1, 2, 3), 'an instance of Float64Array'],
  ]) {
    assert.throws(() => functions.same_array3(given),
      isWrongType('same_array3', '"numbers" argument', 'an instance of Array', received));
  }
});

test('arrays of another realm and of subclasses are ordinary', () => {
  assert.deepEqual(functions.same_array3(vm.runInNewContext('[1, 2, 3]')), [1, 2, 3]);
  class Stack extends Array {}
  assert.deepEqual(functions.same_array3(Stack.of(1, 2, 3)), [1, 2, 3]);
});

test('a proxy is asked for its length and each element once and in order, until one is wrong', () => {
  const traps = [];
  const logged = (target) => new Proxy(target, {
    get(of, name) { traps.push(name); return of[name]; },
  });
  assert.deepEqual(functions.same_array3(logged([1, 2, 3])), [1, 2, 3]);
  assert.deepEqual(traps.splice(0), ['length', '0', '1', '2']);
  assert.throws(() => functions.same_array3(logged([1, 'x', 3])),
    isWrongType('same_array3', '"numbers[1]" property', 'of type number', "type string ('x')"));
  assert.deepEqual(traps.splice(0), ['length', '0', '1']);
  assert.throws(() => functions.same_array3(logged([1])),
    isWrongLength('same_array3', "argument 'numbers'", '3 elements', 1));
  assert.deepEqual(traps.splice(0), ['length', 'constructor']);
});

test('a proxy that lies about its length is refused', () => {
  const lying = (length) => new Proxy([1, 2, 3], { get: (of, name) => (name === 'length' ? length : of[name]) });
  for (const [length, shown] of [[2 ** 53, '9_007_199_254_740_992'], [-1, '-1']]) {
    for (const [name, argument] of [['same_array3', 'numbers'], ['same_doubles', 'values']]) {
      assert.throws(() => functions[name](lying(length)), {
        name: 'RangeError',
        code: 'ERR_OUT_OF_RANGE',
        message: `${name}(): The value of "${argument}.length" is out of range. ` +
          `It must be >= 0 && <= 4294967295. Received ${shown}`,
      });
    }
  }
  assert.throws(() => functions.same_array3(lying('3')),
    isWrongType('same_array3', '"numbers.length" property', 'of type number', "type string ('3')"));
  assert.throws(() => functions.same_doubles(lying(undefined)),
    isWrongType('same_doubles', '"values.length" property', 'of type number', 'undefined'));
  assert.throws(() => functions.same_array3(lying(2 ** 32 - 1)),
    isWrongLength('same_array3', "argument 'numbers'", '3 elements', 4294967295));
});

test('what a getter throws comes out as it is', () => {
  const error = new Error('mine');
  const given = [1, 2, 3];
  Object.defineProperty(given, 1, { get() { throw error; } });
  assert.throws(() => functions.same_array3(given), (thrown) => thrown === error);
});

test('setters on Array.prototype see no result', () => {
  let calls = 0;
  Object.defineProperty(Array.prototype, 0, { set() { ++calls; }, configurable: true });
  let results;
  try {
    results = [functions.same_array3([1, 2, 3]), functions.same_pair(['a', 1])];
  } finally {
    delete Array.prototype[0];
  }
  assert.equal(calls, 0);
  assert.deepEqual(results, [[1, 2, 3], ['a', 1]]);
});

describe('arrays of bytes', () => {
  test('are Uint8Arrays of their length', () => {
    assert.deepEqual(functions.same_four_bytes(Uint8Array.of(1, 2, 3, 4)), Uint8Array.of(1, 2, 3, 4));
    assert.deepEqual(functions.same_four_bytes(Buffer.from('abcd')), Uint8Array.from(Buffer.from('abcd')));
    assert.deepEqual(functions.same_four_bytes(new ArrayBuffer(4)), new Uint8Array(4));
    assert.deepEqual(functions.bytes_twice(Uint8Array.of(1, 2)), [Uint8Array.of(1, 2), Uint8Array.of(1, 2)]);
  });

  test('of another length or type are refused', () => {
    assert.throws(() => functions.same_four_bytes(Uint8Array.of(1)),
      isWrongLength('same_four_bytes', "argument 'data'", '4 bytes', 1, 'an instance of Uint8Array'));
    assert.throws(() => functions.same_four_bytes([1, 2, 3, 4]), isWrongType('same_four_bytes',
      '"data" argument', 'an instance of Uint8Array or ArrayBuffer', 'an instance of Array'));
  });
});

test('tuples are defaults, and arguments and results of callbacks', () => {
  assert.equal(functions.span_of_pair(), 1);
  assert.equal(functions.span_of_pair([1, 5]), 4);
  assert.deepEqual(functions.swapped_by(([a, b]) => [b, a]), [2, 1]);
  assert.throws(() => functions.swapped_by(() => [1]), {
    name: 'TypeError',
    code: 'ERR_INVALID_ARG_VALUE',
    message: "swapped_by(): The result 'swap()' must have 2 elements, not 1. Received an instance of Array",
  });
});

test('any tuple makes the round trip', () => {
  const mixed = fc.tuple(fc.integer(), fc.option(fc.boolean(), { nil: undefined }), fc.array(fc.double()));
  fc.assert(fc.property(mixed, (given) => assert.deepEqual(functions.same_mixed_tuple(given), given)));
  const array3 = fc.tuple(fc.double(), fc.double(), fc.double());
  fc.assert(fc.property(array3, (given) => assert.deepEqual(functions.same_array3(given), given)));
});
