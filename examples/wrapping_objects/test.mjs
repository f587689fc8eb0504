import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../scripts/load_example.mjs';

const { MyObject } = load('wrapping_objects');

test('an object counts up from its value', () => {
  // [count]
  const counter = new MyObject(10);
  assert.deepEqual([counter.plusOne(), counter.plusOne(), counter.plusOne()], [11, 12, 13]);
  // [/count]
});

test('the value defaults to 0', () => {
  assert.equal(new MyObject().plusOne(), 1);
  assert.equal(new MyObject(undefined).plusOne(), 1);
});

test('`new` may be left out', () => {
  const counter = MyObject(10);
  assert.ok(counter instanceof MyObject);
  assert.equal(counter.plusOne(), 11);
  assert.equal(MyObject().plusOne(), 1);
});

test('each object has a value of its own', () => {
  const [first, second] = [new MyObject(1), new MyObject(20)];
  assert.deepEqual([first.plusOne(), second.plusOne(), first.plusOne()], [2, 21, 3]);
});

test('it is a class like any other', () => {
  class Named extends MyObject {
    name = 'named';
  }
  const named = new Named(4);
  assert.ok(named instanceof MyObject);
  assert.deepEqual([named.plusOne(), named.name], [5, 'named']);
  assert.deepEqual([MyObject.name, MyObject.length, MyObject.prototype.plusOne.name], ['MyObject', 0, 'plusOne']);
});

test('errors name the class and the method', () => {
  assert.throws(() => new MyObject('10'), {
    name: 'TypeError',
    code: 'ERR_INVALID_ARG_TYPE',
    message: `MyObject(): The "value" argument must be of type number. Received type string ('10')`,
  });
  assert.throws(() => MyObject.prototype.plusOne.call({}), {
    name: 'TypeError',
    code: 'ERR_INVALID_THIS',
    message: 'MyObject.plusOne(): It must be called on an instance of MyObject. Received an instance of Object',
  });
});
