import assert from 'node:assert/strict';

const several = (make) => Array.from({ length: 16 }, (_, index) => make(index));

/** Checks that objects which a loop leaves behind die, their C++ parts included. */
async function checkCollection(addon, loop) {
  const before = addon.livingCounters();
  for (let i = 0; i < 4; ++i) {
    loop(20_000);
    globalThis.gc();
    await new Promise(setImmediate);
  }
  const left = addon.livingCounters() - before;
  assert.ok(left < 40_000, `${left} of 80,000 objects are still alive`);
}

export default [
  {
    name: 'method',
    uses: ['Counter'],
    check({ Counter }) {
      const counter = new Counter(5);
      assert.deepEqual([counter.next(), counter.next()], [5, 6]);
      assert.throws(() => counter.next.call({}));
      assert.ok(counter instanceof Counter);
    },
    setup: ({ Counter }) => several((index) => new Counter(index)),
    run(counters, count) {
      let total = 0;
      for (let i = 0; i < count; ++i) total = (total + counters[i & 15].next()) | 0;
      return total;
    },
  },
  {
    name: 'getter',
    uses: ['Counter'],
    check: ({ Counter }) => assert.equal(new Counter(7).value, 7),
    setup: ({ Counter }) => several((index) => new Counter(index)),
    run(counters, count) {
      let total = 0;
      for (let i = 0; i < count; ++i) total = (total + counters[i & 15].value) | 0;
      return total;
    },
  },
  {
    name: 'setter',
    uses: ['Counter'],
    check({ Counter }) {
      const counter = new Counter(7);
      counter.value = 9;
      assert.equal(counter.value, 9);
    },
    setup: ({ Counter }) => several((index) => new Counter(index)),
    run(counters, count) {
      for (let i = 0; i < count; ++i) counters[i & 15].value = i & 1023;
      return counters[0].value;
    },
  },
  {
    name: 'new + collect',
    uses: ['Counter', 'livingCounters'],
    settles: true,
    check(addon) {
      const { Counter } = addon;
      return checkCollection(addon, (count) => {
        for (let i = 0; i < count; ++i) new Counter(i);
      });
    },
    run({ Counter }, count) {
      let last;
      for (let i = 0; i < count; ++i) last = new Counter(i & 1023);
      return last;
    },
  },
  {
    name: 'two wrapped arguments',
    uses: ['Counter', 'sumCounters'],
    check({ Counter, sumCounters }) {
      assert.equal(sumCounters(new Counter(40), new Counter(2)), 42);
      assert.throws(() => sumCounters(new Counter(40), {}));
    },
    setup: ({ Counter, sumCounters }) => ({ sumCounters, counters: several((index) => new Counter(index)) }),
    run({ sumCounters, counters }, count) {
      let total = 0;
      // Two different objects: nobind17 locks its arguments, and waits for ever when it gets one twice.
      for (let i = 0; i < count; ++i) {
        total = (total + sumCounters(counters[i & 7], counters[8 + (i & 7)])) | 0;
      }
      return total;
    },
  },
  {
    name: 'wrapped result + collect',
    uses: ['Counter', 'makeCounter', 'livingCounters'],
    settles: true,
    check(addon) {
      const { Counter, makeCounter } = addon;
      assert.ok(makeCounter(3) instanceof Counter);
      assert.equal(makeCounter(3).next(), 3);
      return checkCollection(addon, (count) => {
        for (let i = 0; i < count; ++i) makeCounter(i);
      });
    },
    run({ makeCounter }, count) {
      let last;
      for (let i = 0; i < count; ++i) last = makeCounter(i & 1023);
      return last;
    },
  },
  {
    name: 'method that returns this',
    uses: ['Counter'],
    check({ Counter }) {
      const counter = new Counter(1);
      assert.equal(counter.self(), counter);
    },
    setup: ({ Counter }) => several((index) => new Counter(index)),
    run(counters, count) {
      let same = 0;
      for (let i = 0; i < count; ++i) {
        const counter = counters[i & 15];
        if (counter.self() === counter) ++same;
      }
      return same;
    },
  },
  {
    name: 'same part by reference',
    uses: ['Branch'],
    check({ Branch }) {
      const branch = new Branch(8);
      assert.equal(branch.leaf(), branch.leaf());
      assert.equal(branch.leaf().value, 8);
    },
    setup({ Branch }) {
      const branches = several((index) => new Branch(index));
      return { branches, leaves: branches.map((branch) => branch.leaf()) };
    },
    run({ branches, leaves }, count) {
      let same = 0;
      for (let i = 0; i < count; ++i) if (branches[i & 15].leaf() === leaves[i & 15]) ++same;
      return same;
    },
  },
  {
    name: 'new + part by reference + collect',
    uses: ['Branch'],
    settles: true,
    run({ Branch }, count) {
      let total = 0;
      for (let i = 0; i < count; ++i) total = (total + new Branch(i & 1023).leaf().value) | 0;
      return total;
    },
  },
  {
    name: 'method of a JavaScript subclass',
    uses: ['Counter'],
    setup({ Counter }) {
      class Twice extends Counter {
        next() {
          return 2 * super.next();
        }
      }
      return several((index) => new Twice(index));
    },
    check({ Counter }) {
      class Twice extends Counter {
        next() {
          return 2 * super.next();
        }
      }
      assert.equal(new Twice(4).next(), 8);
    },
    run(counters, count) {
      let total = 0;
      for (let i = 0; i < count; ++i) total = (total + counters[i & 15].next()) | 0;
      return total;
    },
  },
  {
    name: 'new of a JavaScript subclass + collect',
    uses: ['Counter'],
    settles: true,
    setup({ Counter }) {
      return class Named extends Counter {
        name = 'counter';
      };
    },
    run(Named, count) {
      let last;
      for (let i = 0; i < count; ++i) last = new Named(i & 1023);
      return last;
    },
  },
];
