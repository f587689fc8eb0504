import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../scripts/load_example.mjs';

const addon = load('object_factory');

test('each call makes a plain object of its own', () => {
  const first = addon('hello');
  const second = addon('world');
  assert.equal(`${first.msg} ${second.msg}`, 'hello world');
  assert.equal(Object.getPrototypeOf(first), Object.prototype);
  assert.deepEqual(Object.getOwnPropertyDescriptor(first, 'msg'), {
    value: 'hello',
    writable: true,
    enumerable: true,
    configurable: true,
  });
});
