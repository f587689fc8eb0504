// The memory that JavaScript and C++ share: whatever a script does while arguments are read, no call sees the
// numbers of another one.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import vm from 'node:vm';
import { isMainThread } from 'node:worker_threads';
import { addonPath } from '../../scripts/paths.mjs';
import { everywhere } from '../everywhere.mjs';
import { functions } from '../functions.mjs';

const both = everywhere(import.meta.url);
const { same_doubles, same_rows, tier_between, tier_place, tier_places, tier_path, TierBoard } = functions;

const places = (count) => Array.from({ length: count }, (_, i) => ({ x: i, y: -i }));

/** An object whose properties are read with a side effect. */
const withGetters = (values, effect) => {
  const made = Array.isArray(values) ? [] : {};
  for (const [name, value] of Object.entries(values))
    Object.defineProperty(made, name, { enumerable: true, get() { effect(name); return value; } });
  return made;
};

both('arrays that are larger than the frame arrive all the same', () => {
  const numbers = Array.from({ length: 150_000 }, (_, i) => i / 2);
  assert.deepEqual(same_doubles(numbers), numbers);
  assert.deepEqual(tier_places(places(70_000)), places(70_000));
  assert.equal(functions.counted(200_000).length, 200_000);
  const rows = [numbers.slice(0, 10).map(Math.ceil), [], [1, 2, 3]];
  assert.deepEqual(same_rows(rows), rows);
});

both('a getter can make calls of every kind', () => {
  const noise = () => {
    assert.deepEqual(tier_place({ x: 100, y: 200 }), { x: 100, y: 200 });
    assert.deepEqual(tier_places(places(50)), places(50));
    assert.deepEqual(same_doubles([7, 8, 9]), [7, 8, 9]);
    assert.equal(new TierBoard(5).addAll([1, 2]), 8);
    assert.throws(() => tier_place({ x: 'no', y: 1 }), { code: 'ERR_INVALID_ARG_TYPE' });
  };
  for (let i = 0; i < 100; ++i) {
    assert.deepEqual(tier_place(withGetters({ x: 1, y: 2 }, noise)), { x: 1, y: 2 });
    assert.deepEqual(tier_between(withGetters({ x: 1, y: 2 }, noise), withGetters({ x: 5, y: 7 }, noise)),
      { x: 4, y: 5 });
    assert.deepEqual(tier_places(withGetters(places(5), noise)), places(5));
    assert.deepEqual(tier_path({ places: withGetters(places(3), noise), get is_closed() { noise(); return true; } }),
      { places: places(3), is_closed: true });
  }
});

both('the same function can be called while it reads its arguments', () => {
  const dive = (depth) => tier_places(withGetters(places(4), () => {
    if (depth > 0) assert.deepEqual(dive(depth - 1), places(4));
  }));
  assert.deepEqual(dive(5), places(4));
});

both('a getter can make calls with texts while those of its call are gathered', () => {
  const labels = [{ text: 'ä', at: { x: 1, y: 2 } }, { text: '', at: { x: 3, y: 4 } }, { text: 'ok', at: { x: 5, y: 6 } }];
  const noise = () => {
    assert.deepEqual(functions.tier_words('some', ['noise', '']), ['some', ['noise', '']]);
    assert.deepEqual(functions.tier_labels(labels), labels);
    assert.deepEqual(functions.tier_label(labels[0]), labels[0]);
    assert.throws(() => functions.tier_labels([labels[0], { text: 1 }]), { code: 'ERR_INVALID_ARG_TYPE' });
  };
  for (let i = 0; i < 100; ++i) {
    assert.deepEqual(functions.tier_labels(withGetters(labels, noise)), labels);
    assert.deepEqual(functions.tier_labels(labels.map((each) => withGetters(each, noise))), labels);
    assert.deepEqual(functions.tier_label(withGetters(labels[2], noise)), labels[2]);
    assert.deepEqual(functions.tier_words(undefined, withGetters(['a', 'b'], noise)), [undefined, ['a', 'b']]);
  }
});

both('texts of every length arrive, and what stands beside them', () => {
  for (const length of [0, 1, 255, 256, 257, 510, 511, 512, 513, 100_000])
    for (const unit of ['a', 'é', '€', '\ud800']) {
      const given = unit.repeat(length);
      const text = given.toWellFormed();
      assert.deepEqual(functions.tier_label({ text: given, at: { x: 1, y: 2 } }), { text, at: { x: 1, y: 2 } });
      assert.deepEqual(functions.tier_words(given, ['x', given, 'y']), [text, ['x', text, 'y']]);
    }
  const many = Array.from({ length: 20_000 }, (_, i) => `text ${i}`);
  assert.deepEqual(functions.tier_words(null, many), [undefined, many]);
});

both('dates arrive as they are', () => {
  const event = { at: new Date(1234), text: '\ud800', height: new Date(-5000) };
  assert.deepEqual(functions.tier_event(event), event);
  assert.deepEqual(functions.tier_event({ ...event, height: undefined }), { at: event.at, text: event.text });
  const last = new Date(8.64e15);
  assert.deepEqual(functions.tier_dates(last, [new Date(-8.64e15), last]), [last, [new Date(-8.64e15), last]]);
  const foreign = vm.runInNewContext('new Date(86400000)');
  assert.equal(functions.tier_dates(foreign, [])[0].getTime(), 86_400_000);
  const invalid = { name: 'TypeError', code: 'ERR_INVALID_ARG_VALUE' };
  assert.throws(() => functions.tier_event({ ...event, at: new Date(NaN) }), invalid);
  assert.throws(() => functions.tier_dates(last, [last, new Date(NaN)]), invalid);
  const wrong = { name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE' };
  for (const other of [5, '2020', null, {}, new Proxy(last, {}), Object.create(last)])
    assert.throws(() => functions.tier_dates(other, []), wrong);
  assert.throws(() => functions.tier_event({ ...event, at: last }), { name: 'RangeError', code: 'ERR_OUT_OF_RANGE' });
});

both('halves of a pair of surrogates in two texts do not become one character', () => {
  assert.deepEqual(functions.tier_words('\ud83d', ['\ude00']), ['\ufffd', ['\ufffd']]);
});

both('calls that end by an exception leave no room taken', () => {
  const error = new Error('mine');
  const list = places(1000);
  Object.defineProperty(list, 999, { get() { throw error; } });
  for (let i = 0; i < 1000; ++i) assert.throws(() => tier_places(list), (thrown) => thrown === error);
  assert.deepEqual(tier_places(places(60_000)), places(60_000));
});

both('a Proxy is read property by property, each once', () => {
  const read = [];
  const traced = (target) => new Proxy(target, {
    get(object, key) { read.push(String(key)); return Reflect.get(object, key); },
  });
  assert.deepEqual(tier_place(traced({ x: 1, y: 2, z: 3 })), { x: 1, y: 2 });
  assert.deepEqual(read.splice(0), ['x', 'y']);
  assert.deepEqual(same_doubles(traced([1, 2])), [1, 2]);
  assert.deepEqual(read.splice(0), ['length', '0', '1']);
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  assert.throws(() => tier_place(proxy), TypeError);
});

both('nothing is asked for its primitive value', () => {
  const trap = { valueOf() { throw new Error('valueOf'); }, toString() { throw new Error('toString'); },
    [Symbol.toPrimitive]() { throw new Error('toPrimitive'); } };
  for (const call of [
    () => functions.same_int32(trap), () => functions.same_double(trap), () => tier_place({ x: trap, y: 1 }),
    () => same_doubles([trap]), () => functions.same_color(trap), () => new TierBoard(trap),
  ]) assert.throws(call, { name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE' });
});

both('values of another realm are ordinary', () => {
  const foreign = vm.runInNewContext(`({
    place: { x: 1, y: 2 }, numbers: [1, 2, 3], places: [{ x: 0, y: -0 }], path: { places: [], is_closed: true },
  })`);
  assert.deepEqual(tier_place(foreign.place), { x: 1, y: 2 });
  assert.deepEqual(same_doubles(foreign.numbers), [1, 2, 3]);
  assert.deepEqual(tier_places(foreign.places), [{ x: 0, y: -0 }]);
  assert.deepEqual(tier_path(foreign.path), { places: [], is_closed: true });
});

if (isMainThread) test('globals that scripts replace are not used', () => {
  const code = `
    const { functions } = require(${JSON.stringify(addonPath('doctest_addon'))});
    const { writeSync } = require('node:fs');
    const { stringify } = JSON;
    const run = () => {
      const board = new functions.TierBoard(1);
      const list = [{ x: 1, y: 2 }];
      return stringify([
        functions.tier_area({ corner: { x: 1, y: 2 }, width: 3, height: undefined, aligned: 'left' }),
        functions.tier_places(list), functions.same_doubles([1.5, 2]), functions.same_strings(['a', 'b']),
        functions.tier_label({ text: 't', at: { x: 1, y: 2 } }), functions.same_colors(['red', 'blue']),
        functions.tier_optional(), board.addAll([1, 2]), board.self() === board, board.named('n'), board.size,
      ]);
    };
    const before = run();
    const evil = () => { throw new Error('a replaced global is used'); };
    const replace = (target, names) => {
      for (let i = 0; i < names.length; ++i)
        if (typeof target[names[i]] === 'function' && names[i] !== 'prototype')
          Object.defineProperty(target, names[i], { value: evil });
    };
    const { getOwnPropertyNames } = Object;
    const prototypes = [Array, Function, Float64Array, Int32Array, Promise, Map, Set].map((made) => made.prototype);
    prototypes.push(Float64Array.prototype.__proto__);
    const methods = prototypes.map((prototype) =>
      getOwnPropertyNames(prototype).filter((name) => {
        const found = Object.getOwnPropertyDescriptor(prototype, name);
        return 'value' in found && found.configurable && name !== 'constructor';
      }));
    const statics = [Array, Math, Number, Symbol, Reflect].map((made) => [made, getOwnPropertyNames(made).filter(
      (name) => Object.getOwnPropertyDescriptor(made, name).configurable)]);
    for (const [made, names] of statics) replace(made, names);
    for (let i = 0; i < prototypes.length; ++i) replace(prototypes[i], methods[i]);
    Array.prototype[Symbol.iterator] = evil;
    Object.prototype.__defineSetter__('x', evil);
    Array.prototype.__defineSetter__('0', evil);
    Object.defineProperty = Object.getOwnPropertyDescriptor = evil;
    globalThis.FinalizationRegistry = globalThis.WeakRef = globalThis.Float64Array = globalThis.TypeError = evil;
    const after = run();
    writeSync(1, before === after ? 'the same' : before + ' became ' + after);
  `;
  assert.equal(execFileSync(process.execPath, ['-e', code], { encoding: 'utf8' }), 'the same');
});
