import assert from 'node:assert/strict';

const numbers = (size) => Array.from({ length: size }, (_, i) => i + 0.5);
const points = (size) => Array.from({ length: size }, (_, i) => ({ x: i, y: i + 0.25, z: i + 0.5 }));
const words = (size) => Array.from({ length: size }, (_, i) => `word ${i}`);
const plain = (values) => Array.from(values, (each) => ({ ...each }));
const sumOf = (values) => values.reduce((total, each) => total + each, 0);

const numbersIn = (size) => ({
  name: `array of ${size} numbers in`,
  uses: ['sum'],
  check({ sum }, { refuses }) {
    assert.equal(sum(numbers(size)), sumOf(numbers(size)));
    refuses(() => sum([1, 'two']));
  },
  setup: ({ sum }) => ({ sum, arrays: [0, 1, 2, 3].map(() => numbers(size)) }),
  run({ sum, arrays }, count) {
    let total = 0;
    for (let i = 0; i < count; ++i) total += sum(arrays[i & 3]);
    return total;
  },
});

const numbersOut = (size) => ({
  name: `array of ${size} numbers out`,
  uses: ['sequence'],
  check({ sequence }) {
    assert.ok(Array.isArray(sequence(size)));
    assert.deepEqual(sequence(size), numbers(size));
  },
  setup: ({ sequence }) => ({ sequence, size }),
  run({ sequence, size }, count) {
    let last;
    for (let i = 0; i < count; ++i) last = sequence(size);
    return last;
  },
});

const stringsIn = (size) => ({
  name: `array of ${size} strings in`,
  uses: ['totalSize'],
  check: ({ totalSize }) =>
    assert.equal(totalSize(words(size)), sumOf(words(size).map((each) => each.length))),
  setup: ({ totalSize }) => ({ totalSize, arrays: [0, 1, 2, 3].map(() => words(size)) }),
  run({ totalSize, arrays }, count) {
    let total = 0;
    for (let i = 0; i < count; ++i) total += totalSize(arrays[i & 3]);
    return total;
  },
});

const stringsOut = (size) => ({
  name: `array of ${size} strings out`,
  uses: ['makeWords'],
  check: ({ makeWords }) => assert.deepEqual(makeWords(size), words(size)),
  setup: ({ makeWords }) => ({ makeWords, size }),
  run({ makeWords, size }, count) {
    let last;
    for (let i = 0; i < count; ++i) last = makeWords(size);
    return last;
  },
});

export default [
  ...[10, 1000, 100_000].flatMap((size) => [numbersIn(size), numbersOut(size)]),
  {
    name: 'array of 100 structs in',
    uses: ['sumPoints'],
    check: ({ sumPoints }) =>
      assert.equal(sumPoints(points(100)), sumOf(points(100).map(({ x, y, z }) => x + y + z))),
    setup: ({ sumPoints }) => ({ sumPoints, arrays: [0, 1, 2, 3].map(() => points(100)) }),
    run({ sumPoints, arrays }, count) {
      let total = 0;
      for (let i = 0; i < count; ++i) total += sumPoints(arrays[i & 3]);
      return total;
    },
  },
  {
    name: 'array of 100 structs out',
    uses: ['makePoints'],
    check: ({ makePoints }) => assert.deepEqual(plain(makePoints(100)), points(100)),
    run({ makePoints }, count) {
      let last;
      for (let i = 0; i < count; ++i) last = makePoints(100);
      return last;
    },
  },
  ...[10, 1000].flatMap((size) => [stringsIn(size), stringsOut(size)]),
];
