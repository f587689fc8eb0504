import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import vm from 'node:vm';
import fc from 'fast-check';
import { functions } from '../functions.mjs';
import { rank, samples, takeSameValues } from '../value_kinds.mjs';

const isWrongType = (name, subject, expected, received) => ({
  name: 'TypeError',
  code: 'ERR_INVALID_ARG_TYPE',
  message: `${name}(): The ${subject} must be ${expected}. Received ${received}`,
});

const isInvalid = (name, subject, reason) => ({
  name: 'TypeError',
  code: 'ERR_INVALID_ARG_VALUE',
  message: `${name}(): The ${subject} ${reason}`,
});

test('a value comes back as what it is', () => {
  for (const value of [1, -0, 0.5, NaN, 2 ** 31, 'red', 'pink', '', true, false]) {
    assert.equal(functions.same_variant(value), value);
  }
  const indexes = { double: 0, tint: 1, string: 2, int: 3, boolean: 4 };
  for (const [value, alternative] of [
    [1, 'int'], [-(2 ** 31), 'int'], [2 ** 31, 'double'], [0.5, 'double'], [-0, 'double'], [NaN, 'double'],
    ['red', 'tint'], ['pink', 'string'], ['Red', 'string'], [true, 'boolean'],
  ]) {
    assert.equal(functions.variant_index(value), indexes[alternative], String(value));
  }
});

test('what is no alternative is refused', () => {
  for (const [value, received] of [
    [undefined, 'undefined'], [null, 'null'], [{}, 'an instance of Object'], [1n, 'type bigint (1n)'],
    [Symbol('s'), 'type symbol (Symbol(s))'],
  ]) {
    assert.throws(() => functions.same_variant(value),
      isWrongType('same_variant', '"value" argument', 'one of type number, string, or boolean', received));
  }
  assert.throws(() => functions.same_container('x'), isWrongType('same_container', '"value" argument',
    'of type object or an instance of Array, Float64Array, Set, Map, Uint8Array, or ArrayBuffer',
    "type string ('x')"));
  assert.throws(() => functions.same_nested_variant([1, 'x']), isWrongType('same_nested_variant',
    '"value[1]" property', 'one of type number or boolean', "type string ('x')"));
  assert.throws(() => functions.same_nested_variant(true), isWrongType('same_nested_variant', '"value" argument',
    'one of type number or string or an instance of Array or null or undefined', 'type boolean (true)'));
});

test('what an alternative would take but for its value, it refuses by itself', () => {
  assert.throws(() => functions.same_widths(2 ** 31), {
    name: 'RangeError',
    code: 'ERR_OUT_OF_RANGE',
    message: 'same_widths(): The value of "value" is out of range. It must be >= -2147483648 && <= 2147483647. ' +
      'Received 2147483648',
  });
  assert.throws(() => functions.same_widths(0.5), {
    code: 'ERR_OUT_OF_RANGE',
    message: 'same_widths(): The value of "value" is out of range. It must be an integer. Received 0.5',
  });
  assert.equal(functions.same_widths(128), 128);
  assert.throws(() => functions.same_names('up'),
    isInvalid('same_names', "argument 'value'", "must be one of: 'red', 'green', 'slow', 'fast'. Received 'up'"));
  assert.throws(() => functions.same_container([1, 'x']),
    isWrongType('same_container', '"value[1]" property', 'of type number', "type string ('x')"));
});

test('tuples are told by their length', () => {
  assert.deepEqual(functions.same_lengths([1, 2]), [1, 2]);
  assert.deepEqual(functions.same_lengths([1, 2, 3]), [1, 2, 3]);
  for (const given of [[1], new Proxy([1, 2], {})]) {
    assert.throws(() => functions.same_lengths(given), isInvalid('same_lengths', "argument 'value'",
      'must have as many elements as one of its types. Received an instance of Array'));
  }
});

test('a value that fits two structs equally well is refused', () => {
  assert.throws(() => functions.chosen_kind('dot', 'twin', { x: 1, y: 2, z: 3 }), isInvalid('chosen_kind',
    "argument 'given'", 'fits several of its types equally well. Received an instance of Object'));
});

describe('structs', () => {
  test('are told by the members that exist: the one with most required ones', () => {
    assert.equal(functions.shape_index({ x: 1, y: 2 }), 0);
    assert.equal(functions.shape_index({ x: 1, y: 2, radius: 3 }), 1);
    assert.equal(functions.shape_index({ width: 1 }), 2);
    assert.equal(functions.shape_index({ width: 1, x: 1 }), 2);
    assert.equal(functions.shape_index({ x: 1, y: 2, width: 1 }), 0);
    assert.equal(functions.shape_index(vm.runInNewContext('({ x: 1, y: 2 })')), 0);
    assert.equal(functions.shape_index(Object.create({ x: 1, y: 2 })), 0);
    assert.deepEqual(functions.same_shape({ x: 1, y: 2, radius: 3 }), { x: 1, y: 2, radius: 3 });
  });

  test('that lack a member are refused by the one that comes nearest', () => {
    assert.throws(() => functions.same_shape({ radius: 1, x: 1 }),
      isWrongType('same_shape', '"shape.y" property', 'of type number', 'undefined'));
    assert.throws(() => functions.same_shape({ height: 1 }), isInvalid('same_shape', "argument 'shape'",
      'must have all properties that one of its types requires. Received an instance of Object'));
    assert.throws(() => functions.same_shape([1]),
      isWrongType('same_shape', '"shape" argument', 'of type object', 'an instance of Array'));
  });

  test('are not read to tell them apart', () => {
    const read = [];
    const given = {
      get radius() { read.push('radius'); return 3; },
      get y() { read.push('y'); return 2; },
      get x() { read.push('x'); return 1; },
      get width() { throw new Error('read'); },
    };
    assert.deepEqual(functions.same_shape(given), { x: 1, y: 2, radius: 3 });
    assert.deepEqual(read, ['x', 'y', 'radius']);
  });

  test('what a trap throws comes out as it is', () => {
    const error = new Error('mine');
    const given = new Proxy({}, { has() { throw error; } });
    assert.throws(() => functions.same_shape(given), (thrown) => thrown === error);
  });
});

test('containers are told by what they are', () => {
  for (const value of [
    [], [1, 0.5], new Set(['a']), { a: 1 }, {}, new Map([[1, 2]]), new Map(), Uint8Array.of(1, 2),
  ]) {
    assert.deepEqual(functions.same_container(value), value);
  }
  assert.deepEqual(functions.same_container(Float64Array.of(1)), [1]);
  assert.deepEqual(functions.same_container(new ArrayBuffer(2)), new Uint8Array(2));
  assert.deepEqual(functions.same_container(new Proxy([1], {})), [1]);
  assert.deepEqual(functions.same_container(vm.runInNewContext('new Set(["a"])')), new Set(['a']));
});

test('variants nest', () => {
  for (const value of [undefined, 1, 'a', [], [1, true]]) {
    assert.deepEqual(functions.same_nested_variant(value), value);
  }
  assert.equal(functions.same_nested_variant(null), undefined);
  assert.equal(functions.same_nested_variant(), undefined);
  const box = (value) => ({ value });
  const deep = box({ list: box([box(1), box(false), box('x'), box([])]), empty: box({}) });
  assert.deepEqual(functions.same_json(deep), deep);
  assert.throws(() => functions.same_json(box([box(1), box({ a: box(null) })])), isWrongType('same_json',
    '"json.value[1].value["a"].value" property',
    'one of type boolean, number, string, or object or an instance of Array', 'null'));
  const cycle = { value: [] };
  cycle.value.push(cycle);
  assert.throws(() => functions.same_json(cycle), {
    code: 'ERR_OUT_OF_RANGE',
    message: 'same_json(): The value of "json" is out of range. It must be nested at most 256 levels deep. ' +
      'Received an instance of Object',
  });
});

test('a type that does not say what it takes is tried last', () => {
  assert.equal(functions.temperature_or_dot('21.5'), 0);
  assert.equal(functions.temperature_or_dot({ x: 1, y: 2 }), 1);
  assert.throws(() => functions.temperature_or_dot({ x: 1 }),
    isWrongType('temperature_or_dot', '"value" argument', 'a temperature', 'an instance of Object'));
});

test('functions are alternatives', () => {
  assert.equal(functions.text_of('a'), 'a');
  assert.equal(functions.text_of(() => 'b'), 'b');
});

test('a variant can have a default', () => {
  assert.equal(functions.variant_default(), 1);
  assert.equal(functions.variant_default('x'), 0);
});

test('objects of classes are alternatives', () => {
  const gadget = new functions.Gadget(1);
  assert.equal(functions.gadget_index(gadget), 0);
  assert.equal(functions.gadget_index(null), 0);
  assert.equal(functions.gadget_index({ x: 1 }), 1);
  assert.equal(functions.gadget_index({ x: 1, y: 2 }), 2);
  assert.throws(() => functions.gadget_index(5), isWrongType('gadget_index', '"value" argument',
    'of type object or an instance of Gadget or null or undefined', 'type number (5)'));
});

test('objects are given away inside of variants and tuples', () => {
  const [one, two] = [new functions.Gadget(1), new functions.Gadget(2)];
  assert.equal(functions.sum_of_gadgets([one, 10, two]), 13);
  assert.throws(() => one.number(), { code: 'ERR_INVALID_STATE' });
  const [three, four] = [new functions.Gadget(3), new functions.Gadget(4)];
  assert.throws(() => functions.pair_of_gadgets([three, [5]]), { code: 'ERR_INVALID_ARG_TYPE' });
  assert.equal(functions.pair_of_gadgets([three, [four]]), 34);
});

describe('every pair of types', () => {
  const kinds = functions.variant_kinds().filter((name) => name !== 'twin');
  test('takes different values, or is refused', () => {
    for (const first of kinds) {
      for (const second of kinds) {
        assert.equal(functions.kinds_overlap(first, second), takeSameValues(first, second), `${first} ${second}`);
      }
    }
  });

  for (const [name, [value, fits]] of Object.entries(samples)) {
    test(`chooses the better one for ${name}, whatever the order`, () => {
      for (const first of kinds) {
        for (const second of kinds) {
          if (functions.kinds_overlap(first, second)) continue;
          const [a, b] = [rank(fits, first, second), rank(fits, second, first)];
          const what = `${first} (${a}) or ${second} (${b})`;
          if (a !== b) {
            assert.equal(functions.chosen_kind(first, second, value), a > b ? first : second, what);
          } else {
            assert.throws(() => functions.chosen_kind(first, second, value),
              a === 0 ? { code: 'ERR_INVALID_ARG_TYPE' } : { code: 'ERR_INVALID_ARG_VALUE' }, what);
          }
        }
      }
    });
  }
});

test('any value makes the round trip', () => {
  const mixed = fc.oneof(fc.double(), fc.integer(), fc.boolean(), fc.string({ unit: 'grapheme' }),
    fc.constantFrom('red', 'green'));
  fc.assert(fc.property(mixed, (given) => assert.ok(Object.is(functions.same_variant(given), given))));
  const { json } = fc.letrec((tie) => ({
    json: fc.record({
      value: fc.oneof({ maxDepth: 3 }, fc.boolean(), fc.double(), fc.string({ unit: 'grapheme' }),
        fc.array(tie('json'), { maxLength: 3 }), fc.dictionary(fc.constantFrom('a', 'b', 'value'), tie('json'), { noNullPrototype: true })),
    }, { noNullPrototype: true }),
  }));
  fc.assert(fc.property(json, (given) => assert.deepEqual(functions.same_json(given), given)));
});
