import assert from 'node:assert/strict';

const calls = (times) => ({
  name: times === 1 ? 'callback, called once' : `callback, called ${times} times`,
  uses: ['callTimes'],
  check({ callTimes }) {
    assert.equal(callTimes(times, (value) => value + 0.5), (times * (times - 1)) / 2 + times / 2);
    const thrown = new Error('thrown by the callback');
    assert.throws(() => callTimes(times, () => {
      throw thrown;
    }), /thrown by the callback/);
  },
  setup: ({ callTimes }) => ({ callTimes, times }),
  run({ callTimes, times }, count) {
    let total = 0;
    const half = (value) => value * 0.5;
    for (let i = 0; i < count; ++i) total += callTimes(times, half);
    return total;
  },
});

export default [
  calls(1),
  calls(100),
  {
    name: 'callback with a string, called 10 times',
    uses: ['eachWord'],
    check({ eachWord }) {
      const seen = [];
      eachWord(3, (text) => void seen.push(text));
      assert.deepEqual(seen, Array(3).fill('a word like others'));
    },
    run({ eachWord }, count) {
      let total = 0;
      const visit = (text) => {
        total += text.length;
      };
      for (let i = 0; i < count; ++i) eachWord(10, visit);
      return total;
    },
  },
];
