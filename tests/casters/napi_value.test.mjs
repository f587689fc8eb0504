import assert from 'node:assert/strict';
import { test } from 'node:test';
import { functions } from '../functions.mjs';

const values = [
  undefined, null, true, 0, -0, NaN, 1n, 'text', Symbol('s'), {}, [], () => {}, new Map(), new Date(NaN),
  Promise.resolve(), new Proxy({}, {}), globalThis,
];

test('every value comes back as itself', () => {
  for (const value of values) {
    assert.ok(Object.is(functions.same_napi_value(value), value));
    assert.ok(Object.is(functions.same_napi_value_by_reference(value), value));
  }
});

test('a trailing one may be left out', () => {
  assert.equal(functions.same_napi_value(), undefined);
  assert.equal(functions.same_napi_value.length, 0);
});

test('no handle is undefined', () => {
  assert.equal(functions.no_napi_value(), undefined);
  const seen = [];
  functions.use_no_napi_value((...args) => seen.push(args));
  assert.deepEqual(seen, [[undefined]]);
});

test('callbacks and functions of C++ take and give them', () => {
  for (const value of values) {
    const seen = [];
    functions.use_napi_value(value, (given) => seen.push(given));
    assert.equal(seen.length, 1);
    assert.ok(Object.is(seen[0], value));
    assert.ok(Object.is(functions.napi_value_function()(value), value));
  }
});

test('a vector of them is a result', () => {
  const object = {};
  const pair = functions.napi_value_pair(object, 'text');
  assert.deepEqual(pair, [object, 'text']);
  assert.equal(pair[0], object);
});

test('a span beside one is a copy, since C++ can run JavaScript with it', () => {
  const samples = Float64Array.of(1, 2, 3);
  assert.equal(functions.sum_after_script(() => structuredClone(samples, { transfer: [samples.buffer] }), samples), 6);
  assert.equal(samples.length, 0);
});

test('what JavaScript throws comes out as itself', () => {
  for (const value of values) {
    assert.throws(() => functions.sum_after_script(() => { throw value; }, Float64Array.of()),
      (thrown) => Object.is(thrown, value));
  }
});
