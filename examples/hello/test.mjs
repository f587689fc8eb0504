import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../scripts/load_example.mjs';

const addon = load('hello');

test('hello() greets the world', () => {
  assert.equal(addon.hello(), 'world');
});

test('the name was inferred from the C++ function', () => {
  assert.deepEqual(Object.keys(addon), ['hello']);
  assert.equal(addon.hello.name, 'hello');
  assert.equal(addon.hello.length, 0);
});
