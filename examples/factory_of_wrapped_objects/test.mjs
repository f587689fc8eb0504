import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../scripts/load_example.mjs';

const createObject = load('factory_of_wrapped_objects');

test('module.exports is the factory', () => {
  assert.equal(typeof createObject, 'function');
  assert.equal(createObject.name, 'createObject');
});

test('each call makes an object that counts by itself', () => {
  const first = createObject(10);
  const second = createObject(20);
  assert.deepEqual([first.plusOne(), first.plusOne(), first.plusOne()], [11, 12, 13]);
  assert.deepEqual([second.plusOne(), second.plusOne(), second.plusOne()], [21, 22, 23]);
  assert.equal(createObject().plusOne(), 1);
});

test('only the factory makes objects', () => {
  const { MyObject } = createObject;
  assert.ok(createObject(10) instanceof MyObject);
  assert.throws(() => new MyObject(10), {
    name: 'TypeError',
    message: `MyObject can't be constructed by JavaScript`,
  });
});
