import assert from 'node:assert/strict';

const points = () => Array.from({ length: 16 }, (_, i) => ({ x: i + 0.25, y: i + 0.5, z: i + 0.75 }));
const lines = () => Array.from({ length: 16 }, (_, i) => ({ from: points()[i], to: points()[15 - i] }));
const people = () =>
  Array.from({ length: 16 }, (_, i) => ({ name: `person ${i}`, age: 20 + i, active: i % 2 === 0 }));

// Results are stored, so that they must be made.
export default [
  {
    name: 'struct in',
    uses: ['pointSum'],
    check({ pointSum }, { refuses }) {
      assert.equal(pointSum({ x: 1, y: 2, z: 3.5 }), 6.5);
      refuses(() => pointSum({ x: 1, y: 2 }));
    },
    setup: ({ pointSum }) => ({ pointSum, points: points() }),
    run({ pointSum, points }, count) {
      let total = 0;
      for (let i = 0; i < count; ++i) total += pointSum(points[i & 15]);
      return total;
    },
  },
  {
    name: 'struct out',
    uses: ['makePoint'],
    check: ({ makePoint }) => assert.deepEqual({ ...makePoint(1, 2, 3.5) }, { x: 1, y: 2, z: 3.5 }),
    setup: ({ makePoint }) => ({ makePoint, results: points() }),
    run({ makePoint, results }, count) {
      for (let i = 0; i < count; ++i) results[i & 15] = makePoint(i, 0.5, 1.5);
      return results[3].x;
    },
  },
  {
    name: 'struct in and out',
    uses: ['scalePoint'],
    check: ({ scalePoint }) =>
      assert.deepEqual({ ...scalePoint({ x: 1, y: 2, z: 3.5 }, 2) }, { x: 2, y: 4, z: 7 }),
    setup: ({ scalePoint }) => ({ scalePoint, points: points(), results: points() }),
    run({ scalePoint, points, results }, count) {
      for (let i = 0; i < count; ++i) results[i & 15] = scalePoint(points[i & 15], 1.5);
      return results[3].x;
    },
  },
  {
    name: 'nested struct in and out',
    uses: ['reverseLine'],
    check({ reverseLine }) {
      const [from, to] = [{ x: 1, y: 2, z: 3 }, { x: 4, y: 5, z: 6 }];
      const reversed = reverseLine({ from, to });
      assert.deepEqual({ from: { ...reversed.from }, to: { ...reversed.to } }, { from: to, to: from });
    },
    setup: ({ reverseLine }) => ({ reverseLine, lines: lines(), results: lines() }),
    run({ reverseLine, lines, results }, count) {
      for (let i = 0; i < count; ++i) results[i & 15] = reverseLine(lines[i & 15]);
      return results[3].from.x;
    },
  },
  {
    name: 'struct with a string in and out',
    uses: ['birthday'],
    check: ({ birthday }) =>
      assert.deepEqual({ ...birthday({ name: 'Zoë', age: 41, active: true }) },
        { name: 'Zoë', age: 42, active: true }),
    setup: ({ birthday }) => ({ birthday, people: people(), results: people() }),
    run({ birthday, people, results }, count) {
      for (let i = 0; i < count; ++i) results[i & 15] = birthday(people[i & 15]);
      return results[3].age;
    },
  },
];
