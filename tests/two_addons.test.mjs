// Addons that are built from the same headers share a process, and nothing else.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../scripts/load_example.mjs';
import { collect } from './everywhere.mjs';

const { add, createObject } = load('passing_wrapped_objects');
const createOther = load('factory_of_wrapped_objects');
const { Circle, Group } = load('scene');
const { Album, Track } = load('music');

test('an object of one addon is none of the other', () => {
  const [own, other] = [createObject(1), createOther(2)];
  assert.equal(own.constructor.name, other.constructor.name);
  assert.throws(() => add(own, other), {
    name: 'TypeError',
    code: 'ERR_INVALID_ARG_TYPE',
    message: 'add(): The "right" argument must be an instance of MyObject. Received an instance of MyObject',
  });
  assert.throws(() => new Group('all').add(new Track('Nuages')), {
    name: 'TypeError',
    code: 'ERR_INVALID_ARG_TYPE',
    message: 'Group.add(): The "node" argument must be an instance of Node. Received an instance of Track',
  });
});

test('a method of one addon is not called on objects of the other', () => {
  const { area } = Circle.prototype;
  assert.throws(() => area.call(new Album('Images')), {
    name: 'TypeError',
    code: 'ERR_INVALID_THIS',
    message: 'Node.area(): It must be called on an instance of Node. Received an instance of Album',
  });
  const { plusOne } = createOther(1);
  assert.throws(() => plusOne.call(createObject(1)), {
    name: 'TypeError',
    code: 'ERR_INVALID_THIS',
    message: 'MyObject.plusOne(): It must be called on an instance of MyObject. Received an instance of MyObject',
  });
});

test('objects of both are made and collected side by side', async () => {
  const sums = [];
  for (let i = 0; i < 1000; i++) {
    const [own, other] = [createObject(i), createOther(i)];
    if (i % 100 === 0) sums.push(add(own, createObject(0)) - other.plusOne());
  }
  await collect();
  assert.deepEqual(sums, Array(10).fill(-1));
  assert.equal(add(createObject(1), createObject(2)), 3);
  assert.equal(createOther(1).plusOne(), 2);
});
