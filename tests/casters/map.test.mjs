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

describe('records', () => {
  test('come back as new objects, in the order of C++', () => {
    const given = Object.freeze({ b: 1, a: 2 });
    const back = functions.same_record(given);
    assert.deepEqual(back, { a: 2, b: 1 });
    assert.deepEqual(Object.keys(back), ['a', 'b']);
    assert.equal(Object.getPrototypeOf(back), Object.prototype);
    assert.deepEqual(Object.getOwnPropertyDescriptor(back, 'a'),
      { value: 2, writable: true, enumerable: true, configurable: true });
    assert.deepEqual(functions.same_record({}), {});
    assert.deepEqual(functions.same_unordered_record({ 'größe 😀': 'x', '': 'y' }), { 'größe 😀': 'x', '': 'y' });
    assert.deepEqual(functions.same_record({ 1: 2, '-1': 3, 4294967295: 4 }), { 1: 2, '-1': 3, 4294967295: 4 });
    const nested = { a: [{ x: 1, y: 2 }, undefined], b: [] };
    assert.deepEqual(functions.same_nested_record(nested), nested);
  });

  test('have own enumerable string keys only', () => {
    const given = Object.create({ inherited: 'no number' }, { hidden: { value: 'no number' } });
    given[Symbol('s')] = 'no number';
    given.own = 1;
    assert.deepEqual(functions.same_record(given), { own: 1 });
  });

  test('may have keys that every object has, and __proto__', () => {
    const given = { constructor: 1, toString: 2, hasOwnProperty: 3, ['__proto__']: 4 };
    const back = functions.same_record(given);
    assert.equal(Object.getPrototypeOf(back), Object.prototype);
    assert.deepEqual(Object.keys(back).sort(), Object.keys(given).sort());
    for (const name of Object.keys(given)) {
      assert.equal(Object.getOwnPropertyDescriptor(back, name).value, given[name]);
    }
    assert.deepEqual(functions.same_record({ __proto__: { a: 'no number' } }), {});
  });

  test('of another realm, of classes and without prototype are ordinary', () => {
    assert.deepEqual(functions.same_record(vm.runInNewContext('({ a: 1 })')), { a: 1 });
    assert.deepEqual(functions.same_record({ __proto__: null, a: 1 }), { a: 1 });
    class Own { a = 1; }
    assert.deepEqual(functions.same_record(new Own()), { a: 1 });
  });

  test('are read key by key, each once', () => {
    const log = [];
    const given = new Proxy({ b: 1, a: 2, c: 'x', d: 3 }, {
      ownKeys(of) { log.push('ownKeys'); return Reflect.ownKeys(of); },
      get(of, name) { log.push(name); return of[name]; },
    });
    assert.throws(() => functions.same_record(given),
      isWrongType('same_record', '"values["c"]" property', 'of type number', "type string ('x')"));
    assert.deepEqual(log, ['ownKeys', 'b', 'a', 'c']);
  });

  test('a key that is deleted meanwhile is undefined', () => {
    const given = { get a() { delete this.b; return 1; }, b: 2 };
    assert.throws(() => functions.same_record(given),
      isWrongType('same_record', '"values["b"]" property', 'of type number', 'undefined'));
  });

  test('a fault names its key', () => {
    assert.throws(() => functions.same_record({ 'a"b': null }),
      isWrongType('same_record', '"values["a\\"b"]" property', 'of type number', 'null'));
    assert.throws(() => functions.same_nested_record({ a: [], b: [null, { x: 1, y: '2' }] }), isWrongType(
      'same_nested_record', '"values["b"][1].y" property', 'of type number', "type string ('2')"));
    assert.throws(() => functions.same_unordered_record({ b: 1 }),
      isWrongType('same_unordered_record', '"values["b"]" property', 'of type string', 'type number (1)'));
  });

  test('what is no object, or a list, Set or Map, is refused', () => {
    for (const [given, received] of [
      [undefined, 'undefined'], [null, 'null'], ['ab', "type string ('ab')"],
      [() => {}, 'type function ([Function (anonymous)])'],
      [[], 'an instance of Array'], [[1], 'an instance of Array'], [new Proxy([1], {}), 'an instance of Array'],
      [new Map([['a', 1]]), 'an instance of Map'], [new Set([1]), 'an instance of Set'],
      [vm.runInNewContext('new Map()'), 'an instance of Map'], [Uint8Array.of(1), 'an instance of Uint8Array'],
    ]) {
      assert.throws(() => functions.same_record(given),
        isWrongType('same_record', '"values" argument', 'of type object', received));
    }
  });

  test('what a getter or proxy throws comes out as it is', () => {
    const error = new Error('mine');
    const fail = () => { throw error; };
    for (const given of [
      { get a() { return fail(); } }, new Proxy({}, { ownKeys: fail }), new Proxy({ a: 1 }, { get: fail }),
      new Proxy({ a: 1 }, { getOwnPropertyDescriptor: fail }),
    ]) {
      assert.throws(() => functions.same_record(given), (thrown) => thrown === error);
    }
  });

  test('setters on Object.prototype see no result', () => {
    let calls = 0;
    Object.defineProperty(Object.prototype, 'a', { set() { ++calls; }, configurable: true });
    let back;
    try {
      back = functions.same_record(Object.defineProperty({}, 'a', { value: 1, enumerable: true }));
    } finally {
      delete Object.prototype.a;
    }
    assert.equal(calls, 0);
    assert.deepEqual(back, { a: 1 });
  });

  test('values may be constant, or functions', () => {
    assert.deepEqual(functions.same_fixed_record({ a: { value: 1 } }), { a: { value: 1 } });
    assert.equal(functions.sum_of_record_calls({ a: () => 1, b: () => 2 }), 3);
    assert.equal(functions.record_size(), 1);
  });
});

describe('maps', () => {
  test('come back as new maps, in the order of C++', () => {
    const given = new Map([[2, 0.5], [1, NaN]]);
    const back = functions.same_map(given);
    assert.deepEqual([...back], [[1, NaN], [2, 0.5]]);
    assert.equal(Object.getPrototypeOf(back), Map.prototype);
    assert.deepEqual(functions.same_map(new Map()), new Map());
    const units = new Map([['meter', [1, 2]], ['second', []]]);
    assert.deepEqual(functions.same_unordered_map(units), units);
    const deep = new Map([[[1, 2], { a: true }]]);
    assert.deepEqual(functions.same_map_of_records(deep), deep);
    const atlas = { places: { a: { x: 1, y: 2 } }, pages: new Map([[1, 'one']]) };
    assert.deepEqual(functions.same_atlas(atlas), atlas);
  });

  test('of two keys that are the same to C++ the last counts', () => {
    assert.deepEqual(functions.same_wide_map(new Map([[1, 10], [1n, 11]])), new Map([[1, 11]]));
    assert.deepEqual(functions.same_fixed_map(new Map([[0, { value: 1 }], [1, { value: 2 }]])),
      new Map([[0, { value: 1 }], [1, { value: 2 }]]));
  });

  test('long maps keep every entry', () => {
    for (const count of [511, 512, 513, 20_000]) {
      const expected = new Map(Array.from({ length: count }, (_, i) => [i, i]));
      assert.deepEqual(functions.counted_map(count), expected);
      assert.deepEqual(functions.same_map(expected), expected);
    }
  });

  test('a fault names its key, or where the key stands', () => {
    assert.throws(() => functions.same_map(new Map([[1, 2], [-5, 'x']])),
      isWrongType('same_map', '"values[-5]" property', 'of type number', "type string ('x')"));
    assert.throws(() => functions.same_map(new Map([[1, 2], ['x', 2]])),
      isWrongType('same_map', '"values.keys()[1]" property', 'of type number', "type string ('x')"));
    assert.throws(() => functions.same_unordered_map(new Map([['meter', [1, 'x']]])), isWrongType(
      'same_unordered_map', '"values["meter"][1]" property', 'of type number', "type string ('x')"));
    assert.throws(() => functions.same_map_of_records(new Map([[[1, 2], 5]])), isWrongType(
      'same_map_of_records', '"values[an instance of Array]" property', 'of type object', 'type number (5)'));
    assert.throws(() => functions.same_map_of_records(new Map([[[1, 'x'], {}]])), isWrongType(
      'same_map_of_records', '"values.keys()[0][1]" property', 'of type number', "type string ('x')"));
    assert.throws(() => functions.same_unordered_map(new Map([['mile', []]])), {
      name: 'TypeError',
      code: 'ERR_INVALID_ARG_VALUE',
      message: "same_unordered_map(): The property 'values.keys()[0]' must be one of: 'meter', 'second'. " +
        "Received 'mile'",
    });
  });

  test('NaN is no key of an ordered map', () => {
    assert.throws(() => functions.same_map_of_doubles(new Map([[NaN, 1]])), {
      name: 'RangeError',
      code: 'ERR_OUT_OF_RANGE',
      message: 'same_map_of_doubles(): The value of "values.keys()[0]" is out of range. It must be a number ' +
        'that has an order. Received NaN',
    });
  });

  test('what is no map is refused', () => {
    for (const [given, received] of [
      [undefined, 'undefined'], [{}, 'an instance of Object'], [[[1, 2]], 'an instance of Array'],
      [new Set(), 'an instance of Set'], [new Proxy(new Map(), {}), 'an instance of Map'],
      [new WeakMap(), 'an instance of WeakMap'],
    ]) {
      assert.throws(() => functions.same_map(given),
        isWrongType('same_map', '"values" argument', 'an instance of Map', received));
    }
  });

  test('maps of another realm and of subclasses are ordinary', () => {
    assert.deepEqual(functions.same_map(vm.runInNewContext('new Map([[1, 2]])')), new Map([[1, 2]]));
    class Table extends Map {
      get size() { throw new Error('size'); }
      forEach() { throw new Error('forEach'); }
      [Symbol.iterator]() { throw new Error('iterator'); }
    }
    assert.deepEqual(functions.same_map(new Table([[1, 2]])), new Map([[1, 2]]));
  });

  test('tampered globals do not matter', () => {
    const { set, forEach } = Map.prototype;
    const size = Object.getOwnPropertyDescriptor(Map.prototype, 'size');
    const own = globalThis.Map;
    const given = new Map([[1, 2]]);
    const tampered = () => { throw new Error('tampered'); };
    let back;
    try {
      Map.prototype.set = Map.prototype.forEach = tampered;
      Object.defineProperty(Map.prototype, 'size', { get: tampered, configurable: true });
      globalThis.Map = undefined;
      back = functions.same_map(given);
    } finally {
      globalThis.Map = own;
      Object.assign(Map.prototype, { set, forEach });
      Object.defineProperty(Map.prototype, 'size', size);
    }
    assert.deepEqual(back, given);
  });
});

describe('structs that contain themselves', () => {
  const knot = (more = {}) => ({ list: [], record: {}, map: new Map(), pairs: [], ...more });
  const ways = {
    list: (inner) => knot({ list: [inner] }),
    record: (inner) => knot({ record: { a: inner } }),
    map: (inner) => knot({ map: new Map([[1, inner]]) }),
    pairs: (inner) => knot({ pairs: [[1, [inner]]] }),
  };
  const levels = { list: 2, record: 2, map: 2, pairs: 4 };

  for (const [name, around] of Object.entries(ways)) {
    test(`by way of ${name} may be 256 levels deep and not cyclic`, () => {
      const tooDeep = {
        name: 'RangeError',
        code: 'ERR_OUT_OF_RANGE',
        message: 'knot_size(): The value of "knot" is out of range. It must be nested at most 256 levels deep. ' +
          'Received an instance of Object',
      };
      const nested = (depth) => (depth === 0 ? knot() : around(nested(depth - 1)));
      // The innermost has members of its own.
      const most = Math.floor(255 / levels[name]);
      assert.equal(functions.knot_size(nested(most)), name === 'list' ? 1 : 0);
      assert.throws(() => functions.knot_size(nested(most + 1)), tooDeep);
      const cycle = knot();
      Object.assign(cycle, around(cycle));
      assert.throws(() => functions.knot_size(cycle), tooDeep);
    });
  }
});

test('any record and any map makes the round trip', () => {
  const sameEntries = (back, given) => assert.deepEqual(new Map(Object.entries(back)), new Map(Object.entries(given)));
  fc.assert(fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.integer()), (given) =>
    sameEntries(functions.same_record(given), given)));
  const maps = fc.array(fc.tuple(fc.integer(), fc.double())).map((entries) => new Map(entries));
  fc.assert(fc.property(maps, (given) => assert.deepEqual(functions.same_map(given), given)));
  const place = fc.record({ x: fc.double(), y: fc.double() }, { noNullPrototype: true });
  const nested = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.array(fc.option(place, { nil: undefined })));
  fc.assert(fc.property(nested, (given) => sameEntries(functions.same_nested_record(given), given)));
});
