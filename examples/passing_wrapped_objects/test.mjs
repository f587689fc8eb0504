import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../scripts/load_example.mjs';

const { add, createObject, MyObject } = load('passing_wrapped_objects');

test('C++ takes the objects that it made', () => {
  assert.equal(add(createObject(10), createObject(20)), 30);
  const number = createObject(10);
  assert.equal(add(number, number), 20);
  assert.equal(add(createObject(), number), 10);
});

test('nothing else passes for one', () => {
  const number = createObject(10);
  const message = 'add(): The "right" argument must be an instance of MyObject. Received ';
  const refused = (value, received) =>
    assert.throws(() => add(number, value), {
      name: 'TypeError',
      code: 'ERR_INVALID_ARG_TYPE',
      message: message + received,
    });
  refused(20, 'type number (20)');
  refused(null, 'null');
  refused({ __proto__: MyObject.prototype }, 'an instance of MyObject');
  refused(new Proxy(number, {}), 'an instance of MyObject');
});

test('a disposed object is refused', () => {
  const number = createObject(10);
  number[Symbol.dispose]();
  assert.throws(() => add(number, createObject(20)), {
    name: 'TypeError',
    code: 'ERR_INVALID_ARG_VALUE',
    message: `add(): The argument 'left' must not be disposed. Received an instance of MyObject`,
  });
});
