// The same code meets many classes, shapes and kinds.
import assert from 'node:assert/strict';
import { checkMany, functionCount, signatures } from '../lib/many.mjs';

const classNames = Array.from({ length: 20 }, (_, index) => `Kind${index}`);

/** Twelve objects with the members of a point, no two of which have the same hidden class. */
const shapes = () => [
  { x: 1, y: 2, z: 3 },
  { x: 1, z: 3, y: 2 },
  { y: 2, x: 1, z: 3 },
  { y: 2, z: 3, x: 1 },
  { z: 3, x: 1, y: 2 },
  { z: 3, y: 2, x: 1 },
  { x: 1, y: 2, z: 3, name: 'a' },
  { name: 'a', x: 1, y: 2, z: 3 },
  { x: 1, name: 'a', y: 2, z: 3 },
  { x: 1, y: 2, name: 'a', z: 3 },
  { x: 1, y: 2, z: 3, w: 4 },
  { w: 4, x: 1, y: 2, z: 3 },
];

/** Arrays of a thousand numbers, as the engine keeps them in five ways. */
function elementKinds() {
  const integers = Array.from({ length: 1000 }, (_, i) => i);
  const doubles = integers.map((each) => each + 0.5);
  const mixed = [...integers];
  mixed.push('text');
  mixed.pop();
  const holey = new Array(1000);
  const holeyDoubles = new Array(1000);
  for (let i = 0; i < 1000; ++i) {
    holey[i] = i;
    holeyDoubles[i] = i + 0.5;
  }
  return [integers, doubles, mixed, holey, holeyDoubles];
}

export default [
  {
    name: 'methods of 20 classes mixed',
    uses: classNames,
    check(addon) {
      for (const name of classNames) assert.equal(new addon[name](6).next(), 6);
    },
    setup: (addon) => classNames.map((name) => new addon[name](1)),
    run(objects, count) {
      let total = 0;
      let at = 0;
      for (let i = 0; i < count; ++i) {
        total = (total + objects[at].next()) | 0;
        if (++at === 20) at = 0;
      }
      return total;
    },
  },
  {
    name: 'a struct in 12 shapes',
    uses: ['pointSum'],
    check({ pointSum }) {
      for (const shape of shapes()) assert.equal(pointSum(shape), 6);
    },
    setup: ({ pointSum }) => ({ pointSum, objects: shapes() }),
    run({ pointSum, objects }, count) {
      let total = 0;
      let at = 0;
      for (let i = 0; i < count; ++i) {
        total += pointSum(objects[at]);
        if (++at === 12) at = 0;
      }
      return total;
    },
  },
  {
    name: 'arrays of 1000 numbers in 5 kinds',
    uses: ['sum'],
    check({ sum }) {
      assert.deepEqual(elementKinds().map((each) => sum(each)), [499500, 500000, 499500, 499500, 500000]);
    },
    setup: ({ sum }) => ({ sum, arrays: elementKinds() }),
    run({ sum, arrays }, count) {
      let total = 0;
      let at = 0;
      for (let i = 0; i < count; ++i) {
        total += sum(arrays[at]);
        if (++at === 5) at = 0;
      }
      return total;
    },
  },
  {
    name: '720 hot functions',
    uses: ['many'],
    check: ({ many }) => checkMany(many),
    setup: ({ many }) => signatures.map(({ args }, index) => ({
      args,
      functions: Array.from({ length: functionCount / signatures.length },
        (_, i) => many[`f${index + i * signatures.length}`]),
    })),
    run(groups, count) {
      let last;
      let done = 0;
      while (done < count) {
        for (const { args: [a, b, c], functions } of groups) {
          for (let i = 0; i < functions.length && done < count; ++i, ++done) last = functions[i](a, b, c);
        }
      }
      return last;
    },
  },
];
