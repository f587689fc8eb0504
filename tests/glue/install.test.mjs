import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import vm from 'node:vm';
import { addonPath } from '../../scripts/paths.mjs';
import { functions } from '../functions.mjs';

const require = createRequire(import.meta.url);
const path = addonPath('doctest_addon');

const oddNames = [
  'a-b', '__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'delete', '1', 'with space', '日本',
  'quote"back\\slash\n\u2028', '${x}`',
];

describe('exports', () => {
  test('are own, enumerable, writable and configurable', () => {
    const { value, ...attributes } = Object.getOwnPropertyDescriptor(functions, 'volume');
    assert.equal(value, functions.volume);
    assert.deepEqual(attributes, { writable: true, enumerable: true, configurable: true });
  });

  test('may have any name', () => {
    for (const name of oddNames) {
      const { value } = Object.getOwnPropertyDescriptor(functions, name);
      assert.equal(typeof value, 'function', name);
      assert.equal(value.name, name);
      assert.equal(value(), 1);
    }
    assert.equal(Object.getPrototypeOf(functions), Object.prototype);
  });

  test('may be constants', () => {
    assert.equal(functions.exported_number, 42);
    assert.equal(functions.exported_text, 'text');
    assert.deepEqual(functions.exported_list, [1, 2]);
  });

  test('have nothing hidden but the typings', () => {
    assert.deepEqual(Object.getOwnPropertySymbols(functions), [Symbol.for('tendon.typings')]);
    const { get, set, enumerable, configurable } =
      Object.getOwnPropertyDescriptor(functions, Symbol.for('tendon.typings'));
    assert.deepEqual([typeof get, set, enumerable, configurable], ['function', undefined, false, true]);
  });
});

describe('functions', () => {
  test('have the attributes of name and length that functions have', () => {
    assert.deepEqual(Object.getOwnPropertyDescriptors(functions.volume), {
      length: { value: 3, writable: false, enumerable: false, configurable: true },
      name: { value: 'volume', writable: false, enumerable: false, configurable: true },
    });
    assert.equal(Object.getPrototypeOf(functions.volume), Function.prototype);
  });

  test('are not constructible', () => {
    const { volume } = functions;
    assert.throws(() => new volume(1, 2, 3), { name: 'TypeError', message: 'volume is not a constructor' });
    assert.throws(() => Reflect.construct(Object, [], volume), { name: 'TypeError' });
    assert.throws(() => class extends volume {}, { name: 'TypeError' });
  });

  test('have neither caller nor arguments', () => {
    for (const name of ['caller', 'arguments']) {
      assert.throws(() => functions.volume[name], { name: 'TypeError' });
    }
  });

  test('can be renamed, frozen and replaced by a script', () => {
    const copy = Object.freeze({ ...functions }).volume;
    assert.equal(copy.call(null, 2, 3, 4), 24);
    assert.equal(copy.bind(null, 2, 3)(4), 24);
  });
});

const { defineProperty, getOwnPropertyDescriptor } = Object;

/** Runs `body` while a property is something else. */
function tampered(object, key, descriptor, body) {
  const original = getOwnPropertyDescriptor(object, key);
  if (original) Object.setPrototypeOf(original, null);
  defineProperty(object, key, { __proto__: null, configurable: true, ...descriptor });
  try {
    return body();
  } finally {
    if (original) defineProperty(object, key, original);
    else delete object[key];
  }
}

describe('a script that tampers with the built-ins after loading', () => {
  const failing = () => { throw new Error('tampered'); };
  const { adder, volume, same_spot, same_strings, same_uint8s, call_function, throw_exception } = functions;

  const bytes = new Uint8Array(2);

  const results = () => {
    let caught;
    try {
      throw_exception('ENOENT');
    } catch (error) {
      caught = error;
    }
    let refused;
    try {
      volume('x', 2, 3);
    } catch (error) {
      refused = error;
    }
    return [
      volume(2, 3, 4), adder(1)(2), adder(1).length, same_spot({ x: 1, y: 2 }), same_strings(['a', 'b']),
      same_uint8s(bytes), call_function((x) => x + 1, 2),
      [caught.name, caught.message, caught.code, caught.errno], [refused.name, refused.message, refused.code],
    ];
  };
  const expected = results();

  const targets = [
    [Object, ['defineProperty', 'defineProperties', 'create', 'getPrototypeOf', 'freeze']],
    [Reflect, ['apply', 'construct', 'defineProperty', 'get', 'set']],
    [Function.prototype, ['call', 'apply', 'bind', 'toString']],
    [Array.prototype, [Symbol.iterator, 'push', 'map', 'forEach', 'slice', 'values', 'concat']],
    [Array, ['from', 'of', 'isArray', Symbol.species]],
    [Object.getPrototypeOf([][Symbol.iterator]()), ['next']],
    [Symbol, ['for']],
    [String.prototype, ['toString', Symbol.iterator]],
    [globalThis, ['Error', 'TypeError', 'RangeError', 'Array', 'Object', 'Uint8Array', 'ArrayBuffer']],
    [globalThis, ['Reflect', 'Symbol', 'Function', 'Proxy']],
  ];
  for (const [object, keys] of targets) {
    for (const key of keys) {
      test(`changes nothing by ${String(key)}`, () => {
        assert.deepEqual(tampered(object, key, { value: failing, writable: true }, results), expected);
      });
    }
  }

  for (const key of ['get', 'set', 'value', 'writable', 'enumerable', 'configurable']) {
    test(`changes nothing by Object.prototype.${key}`, () => {
      for (const value of [failing, true]) {
        const seen = tampered(Object.prototype, key, { value, writable: true }, results);
        assert.deepEqual(seen, expected);
      }
    });
  }

  test('leaves the length of a returned function as it is', () => {
    for (const key of ['writable', 'enumerable']) {
      const add = tampered(Object.prototype, key, { value: true, writable: true }, () => adder(1));
      assert.deepEqual(Object.getOwnPropertyDescriptor(add, 'length'),
        { value: 1, writable: false, enumerable: false, configurable: true });
    }
  });

  test('is not asked by setters for members, codes and elements', () => {
    const seen = [];
    for (const key of ['x', 'y', 'code', 'errno', 'cause', 'name', 'message', 'length']) {
      const setter = { set() { seen[seen.length] = key; }, get: undefined };
      assert.deepEqual(tampered(Object.prototype, key, setter, () => results()), expected);
    }
    assert.deepEqual(seen, []);
  });
});

describe('loading', () => {
  test('again after the cache was emptied gives another working module', () => {
    const first = require(path);
    delete require.cache[require.resolve(path)];
    const second = require(path);
    assert.notEqual(second.functions.volume, first.functions.volume);
    for (const { functions: loaded } of [first, second]) {
      assert.equal(loaded.volume(2, 3, 4), 24);
      assert.equal(loaded.adder(1)(2), 3);
      assert.equal(loaded.call_function((x) => x + 1, 2), 3);
      const error = new Error('mine');
      assert.throws(() => loaded.call_plain(() => { throw error; }), (thrown) => thrown === error);
    }
    assert.equal(first.functions.call_function(second.functions.adder(1), 2), 3);
  });

  test('from a context of node:vm gives the same module', () => {
    const context = vm.createContext({ load: require, path });
    const loaded = vm.runInContext('load(path)', context);
    assert.equal(loaded, require(path));
  });

  test('and calling from a context of node:vm works as from anywhere', () => {
    const context = vm.createContext({ functions });
    assert.equal(vm.runInContext('functions.call_function((x) => x + 1, 2)', context), 3);
    assert.equal(vm.runInContext('functions.same_strings(["a"])[0]', context), 'a');
    const caught = vm.runInContext('try { functions.volume("x", 1, 1) } catch (error) { error }', context);
    assert.ok(caught instanceof TypeError);
    const own = vm.runInContext(`
      const own = new Error('mine');
      try { functions.call_plain(() => { throw own; }) } catch (error) { error === own }`, context);
    assert.equal(own, true);
  });

  test('in a new context after the first is gone', () => {
    for (let i = 0; i < 3; ++i) {
      const context = vm.createContext({ load: createRequire(import.meta.url), path });
      assert.equal(vm.runInContext('load(path).functions.volume(1, 2, 3)', context), 6);
    }
  });
});
