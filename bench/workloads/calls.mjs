import assert from 'node:assert/strict';

export default [
  {
    name: 'empty call',
    uses: ['noop'],
    check: ({ noop }) => assert.equal(noop(), undefined),
    run({ noop }, count) {
      for (let i = 0; i < count; ++i) noop();
    },
  },
  {
    name: 'add(double, double)',
    uses: ['add'],
    check({ add }, { refuses }) {
      assert.equal(add(1.5, 2.25), 3.75);
      refuses(() => add(1, 'two'));
    },
    run({ add }, count) {
      let total = 0;
      for (let i = 0; i < count; ++i) total += add(i, 0.5);
      return total;
    },
  },
  {
    name: 'add(int, int)',
    uses: ['addInt'],
    check: ({ addInt }) => assert.equal(addInt(40, 2), 42),
    run({ addInt }, count) {
      let total = 0;
      for (let i = 0; i < count; ++i) total = (total + addInt(i & 1023, 5)) | 0;
      return total;
    },
  },
  {
    name: 'bool in and out',
    uses: ['negate'],
    check({ negate }) {
      assert.equal(negate(true), false);
      assert.equal(negate(false), true);
    },
    run({ negate }, count) {
      let value = false;
      for (let i = 0; i < count; ++i) value = negate(value);
      return value;
    },
  },
  {
    name: 'error thrown and caught',
    uses: ['fail'],
    isError: true,
    check: ({ fail }) => assert.throws(fail, { message: 'The text ends in the middle of a word' }),
    run({ fail }, count) {
      let total = 0;
      for (let i = 0; i < count; ++i) {
        try {
          fail();
        } catch (error) {
          total += error.message.length;
        }
      }
      return total;
    },
  },
];
