import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../scripts/load_example.mjs';

const addon = load('function_factory');

test('addon() makes a function', () => {
  const fn = addon();
  assert.equal(fn(), 'hello world');
  assert.equal(fn.name, 'theFunction');
  assert.equal(fn.length, 0);
});

test('each call makes another one, and none is a constructor', () => {
  assert.notEqual(addon(), addon());
  assert.throws(() => new (addon())(), TypeError);
});
