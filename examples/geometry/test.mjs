import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../scripts/load_example.mjs';

const geometry = load('geometry');
const square = {
  corners: [
    { x: 0, y: 0 },
    { x: 2, y: 0 },
    { x: 2, y: 2 },
    { x: 0, y: 2 },
  ],
};

test('a default stands in for a missing argument', () => {
  assert.equal(geometry.area(3), 3);
  assert.equal(geometry.area(3, undefined), 3);
  assert.equal(geometry.area(3, 2), 6);
});

test('structs are plain objects, enumerators are strings', () => {
  assert.deepEqual(geometry.centre(square), { x: 1, y: 1 });
  assert.equal(geometry.length(square.corners), 6);
  assert.equal(geometry.length(square.corners, 'foot'), 6 / 0.3048);
});

test('a callback maps each corner; an absent optional member stays absent', () => {
  const moved = geometry.mapCorners(square, ({ x, y }) => ({ x: x + 1, y }));
  assert.deepEqual(moved.corners[0], { x: 1, y: 0 });
  assert.deepEqual(Object.keys(moved), ['corners']);
  assert.equal(geometry.mapCorners({ ...square, name: 'square' }, (corner) => corner).name, 'square');
});

test('constants and lambdas are exports like any other', () => {
  assert.deepEqual(geometry.ORIGIN, { x: 0, y: 0 });
  assert.equal(geometry.radians(180), Math.PI);
});

test('errors say where the fault is', () => {
  const faulty = { corners: [{ x: 0, y: 0 }, { x: 1 }] };
  assert.throws(() => geometry.centre(faulty), {
    name: 'TypeError',
    code: 'ERR_INVALID_ARG_TYPE',
    message: 'centre(): The "polygon.corners[1].y" property must be of type number. Received undefined',
  });
  assert.throws(() => geometry.length([], 'yard'), {
    name: 'TypeError',
    code: 'ERR_INVALID_ARG_VALUE',
    message: `length(): The argument 'unit' must be one of: 'metre', 'foot'. Received 'yard'`,
  });
  assert.throws(() => geometry.centre({ corners: [] }), {
    name: 'TypeError',
    message: 'a polygon without corners has no centre',
  });
});
