import assert from 'node:assert/strict';

const doubles = (size) => Float64Array.from({ length: size }, (_, i) => i + 0.5);

const sums = (size) => ({
  name: `Float64Array of ${size} in`,
  uses: ['sumSpan'],
  check({ sumSpan }, { refuses }) {
    assert.equal(sumSpan(doubles(size)), doubles(size).reduce((total, each) => total + each));
    assert.equal(sumSpan(doubles(size).subarray(1, 3)), 4);
    refuses(() => sumSpan(new Uint8Array(8)));
  },
  setup: ({ sumSpan }) => ({ sumSpan, arrays: [0, 1, 2, 3].map(() => doubles(size)) }),
  run({ sumSpan, arrays }, count) {
    let total = 0;
    for (let i = 0; i < count; ++i) total += sumSpan(arrays[i & 3]);
    return total;
  },
});

export default [
  sums(10),
  sums(1000),
  {
    name: 'Float64Array of 1000 changed in place',
    uses: ['scaleSpan'],
    check({ scaleSpan }) {
      const values = Float64Array.of(1, 2, 3.5);
      scaleSpan(values, 2);
      assert.deepEqual(values, Float64Array.of(2, 4, 7));
    },
    setup: ({ scaleSpan }) => ({ scaleSpan, arrays: [0, 1, 2, 3].map(() => doubles(1000)) }),
    run({ scaleSpan, arrays }, count) {
      for (let i = 0; i < count; ++i) scaleSpan(arrays[i & 3], i & 4 ? 0.5 : 2);
      return arrays[0][0];
    },
  },
  {
    name: 'Uint8Array of 1000 in',
    uses: ['checksum'],
    check: ({ checksum }) => assert.equal(checksum(Uint8Array.of(250, 250, 1)), 501),
    setup: ({ checksum }) => ({
      checksum,
      arrays: [1, 2, 3, 4].map((each) => new Uint8Array(1000).fill(each)),
    }),
    run({ checksum, arrays }, count) {
      let total = 0;
      for (let i = 0; i < count; ++i) total += checksum(arrays[i & 3]);
      return total;
    },
  },
];
