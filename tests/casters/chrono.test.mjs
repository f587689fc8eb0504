import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import vm from 'node:vm';
import fc from 'fast-check';
import { functions } from '../functions.mjs';

const outOfRange = (name, must, received) => ({
  name: 'RangeError',
  code: 'ERR_OUT_OF_RANGE',
  message: `${name}(): The value of "value" is out of range. It must be ${must}. Received ${received}`,
});

const refuses = (name, value, must, received = String(value)) =>
  assert.throws(() => functions[name](value), outOfRange(name, must, received));

describe('a duration is a number of milliseconds', () => {
  test('in every unit', () => {
    assert.equal(functions.same_milliseconds(1500), 1500);
    assert.equal(functions.same_milliseconds(-1500), -1500);
    assert.equal(functions.same_seconds(1500_000), 1500_000);
    assert.equal(functions.second_count(1500_000), '1500');
    assert.equal(functions.same_hours(7_200_000), 7_200_000);
    assert.equal(functions.nanosecond_count(1500), '1500000000');
    assert.equal(functions.nanosecond_count(0.25), '250000');
    assert.equal(functions.nanosecond_count(0.000001), '1');
    assert.equal(functions.nanosecond_count(-0.000001), '-1');
    assert.equal(functions.nanosecond_count(0.07), '70000');
    assert.equal(functions.same_frames(100), 100);
    assert.equal(functions.same_frames(100 / 3), 100 / 3);
    assert.equal(functions.same_natural_seconds(3000), 3000);
  });

  test('whole counts refuse what is none of theirs', () => {
    refuses('same_milliseconds', 1.5, 'an integer');
    refuses('same_milliseconds', NaN, 'an integer');
    refuses('same_small_milliseconds', 0.5, 'an integer');
    refuses('same_seconds', 1500, 'a multiple of 1000');
    refuses('same_seconds', NaN, 'a multiple of 1000');
    refuses('same_hours', 60_000, 'a multiple of 3600000');
    refuses('same_microseconds', 0.0005, 'a multiple of 0.001');
    refuses('same_microseconds', 1e-300, 'a multiple of 0.001');
    refuses('same_nanoseconds', 0.0000001, 'a multiple of 1e-06', '1e-7');
    refuses('same_frames', 33, 'a multiple of 33.333333333333336');
  });

  test('whole counts have ends', () => {
    const milliseconds = '>= -9223372036854775808 && < 9223372036854775808';
    refuses('same_milliseconds', 2 ** 63, milliseconds, '9_223_372_036_854_776_000');
    refuses('same_milliseconds', 1e300, milliseconds, '1e+300');
    refuses('same_milliseconds', Infinity, milliseconds);
    refuses('same_milliseconds', -Infinity, milliseconds);
    assert.equal(functions.same_milliseconds(-(2 ** 63)), -(2 ** 63));
    refuses('same_small_milliseconds', 32768, '>= -32768 && <= 32767');
    refuses('same_small_milliseconds', -32769, '>= -32768 && <= 32767');
    assert.equal(functions.same_small_milliseconds(32767), 32767);
    refuses('same_small_seconds', 2 ** 31 * 1000, '>= -2147483648000 && <= 2147483647000', '2_147_483_648_000');
    refuses('same_nanoseconds', 9223372036855, '>= -9223372036854.775 && <= 9223372036854.775',
      '9_223_372_036_855');
    refuses('same_microseconds', 1e16, '> -9223372036854776 && < 9223372036854776', '10_000_000_000_000_000');
    refuses('same_natural_seconds', -1000, '>= 0 && < 9.223372036854776e+21');
  });

  test('counts with a fraction take the nearest number', () => {
    assert.equal(functions.same_double_seconds(1.5), 1.5);
    assert.equal(functions.same_double_seconds(Infinity), Infinity);
    assert.equal(functions.same_double_seconds(-Infinity), -Infinity);
    assert.equal(functions.same_float_seconds(1500), 1500);
    assert.equal(functions.same_float_seconds(0.1), Math.fround(0.0001) * 1000);
    refuses('same_double_seconds', NaN, 'a number of milliseconds');
    refuses('same_float_seconds', 1e300, '>= -3.4028234663852886e+41 && <= 3.4028234663852886e+41', '1e+300');
  });

  test('what C++ gives is the nearest number', () => {
    assert.equal(functions.nanoseconds_of(1n), 0.000001);
    assert.equal(functions.nanoseconds_of(1_700_000_000_123_456_789n), 1_700_000_000_123.456789);
    assert.equal(functions.nanoseconds_of(-1_700_000_000_123_456_789n), -1_700_000_000_123.456789);
    assert.equal(functions.longest_duration(), 2 ** 63);
    assert.equal(functions.longest_natural_duration(), 2 ** 64 * 1000);
  });

  test('every whole count comes back as it went', () => {
    const int53 = fc.maxSafeInteger();
    const cases = { same_nanoseconds: 1e6, same_microseconds: 1e3, same_milliseconds: 1 };
    for (const [name, denominator] of Object.entries(cases)) {
      fc.assert(fc.property(int53, (count) => functions[name](count / denominator) === count / denominator),
        { examples: [[70_000], [2 ** 53 - 1], [1 - 2 ** 53]] });
    }
    fc.assert(fc.property(fc.bigInt({ min: -(2n ** 62n), max: 2n ** 62n }), (count) => {
      const given = functions.nanoseconds_of(count);
      return functions.same_nanoseconds(given) === given;
    }));
    fc.assert(fc.property(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), (count) =>
      functions.same_small_seconds(count * 1000) === count * 1000 &&
      functions.same_frames(count * 100 / 3) === count * 100 / 3));
  });

  test('any other value is refused', () => {
    for (const name of ['same_milliseconds', 'same_double_seconds']) {
      for (const [value, received] of [['1', "type string ('1')"], [1n, 'type bigint (1n)']]) {
        assert.throws(() => functions[name](value), {
          name: 'TypeError',
          code: 'ERR_INVALID_ARG_TYPE',
          message: `${name}(): The "value" argument must be of type number. Received ${received}`,
        });
      }
    }
  });

  test('as a member, an element and a default', () => {
    const pause = { before: 20, after: 0.5, times: 3 };
    assert.deepEqual(functions.same_pause(pause), pause);
    assert.deepEqual(functions.same_durations([1, 2, 3]), [1, 2, 3]);
    assert.equal(functions.wait_or_250(), 250);
    assert.equal(functions.wait_or_250(1), 1);
    assert.throws(() => functions.same_durations([1, 0.5]), {
      name: 'RangeError',
      code: 'ERR_OUT_OF_RANGE',
      message: 'same_durations(): The value of "values[1]" is out of range. It must be an integer. Received 0.5',
    });
  });

  test('no member is read after one that is refused', () => {
    const read = [];
    const pauseOf = (before, after) => ({
      get before() { read.push('before'); return before; },
      get after() { read.push('after'); return after; },
      get times() { read.push('times'); return 1; },
    });
    assert.throws(() => functions.same_pause(pauseOf(1.5, 1)), { code: 'ERR_OUT_OF_RANGE' });
    assert.throws(() => functions.same_pause(pauseOf(1, 0.0001)), { code: 'ERR_OUT_OF_RANGE' });
    assert.deepEqual(functions.same_pause(pauseOf(1, 0.001)), { before: 1, after: 0.001, times: 1 });
    assert.deepEqual(read, ['before', 'before', 'after', 'before', 'after', 'times']);
  });
});

describe('a time of the system clock is a Date', () => {
  const anyDate = fc.date({ min: new Date(-8.64e15), max: new Date(8.64e15), noInvalidDate: true });

  test('that comes back as it went', () => {
    for (const name of ['same_time_in_ms', 'same_double_time']) {
      fc.assert(fc.property(anyDate, (date) => functions[name](date).getTime() === date.getTime()), {
        examples: [[new Date(0)], [new Date(8.64e15)], [new Date(-8.64e15)], [new Date(-1)],
          [new Date(4496240912634021)]],
      });
    }
    const ofTheClock = fc.date({ min: new Date(-9223372036854), max: new Date(9223372036854), noInvalidDate: true });
    fc.assert(fc.property(ofTheClock, (date) => functions.same_time(date).getTime() === date.getTime()), {
      examples: [[new Date(-9223372036854)], [new Date(9223372036854)], [new Date(-1)]],
    });
    assert.equal(functions.same_time(new Date(1)) instanceof Date, true);
    assert.equal(functions.time_count_in_ns(new Date(-1)), '-1000000');
  });

  test('a coarser clock rounds down', () => {
    assert.deepEqual(functions.same_time_in_s(new Date(1999)), new Date(1000));
    assert.deepEqual(functions.same_time_in_s(new Date(-1)), new Date(-1000));
    assert.deepEqual(functions.same_day(new Date('2024-02-29T23:59:59.999Z')), new Date('2024-02-29'));
    assert.equal(functions.time_count_in_days(new Date(-1)), '-1');
    fc.assert(fc.property(anyDate, (date) =>
      functions.same_time_in_s(date).getTime() === Math.floor(date.getTime() / 1000) * 1000));
  });

  test('a finer clock is rounded down', () => {
    assert.deepEqual(functions.time_of_ns(1_999_999n), new Date(1));
    assert.deepEqual(functions.time_of_ns(-1n), new Date(-1));
    assert.deepEqual(functions.time_of_s(1.0006), new Date(1001));
  });

  test('must be valid', () => {
    for (const name of ['same_time', 'same_day', 'same_double_time']) {
      assert.throws(() => functions[name](new Date(NaN)), {
        name: 'TypeError',
        code: 'ERR_INVALID_ARG_VALUE',
        message: `${name}(): The argument 'value' must be a valid Date. Received an instance of Date`,
      });
    }
  });

  test('must fit the clock', () => {
    const clock = 'a Date whose time is >= -9223372036854 && <= 9223372036854';
    for (const time of [9223372036855, -9223372036855, 8.64e15, -8.64e15]) {
      refuses('same_time', new Date(time), clock, 'an instance of Date');
    }
    const small = 'a Date whose time is >= -2147483648000 && <= 2147483647999';
    assert.deepEqual(functions.same_small_time(new Date(2147483647999)), new Date(2147483647000));
    refuses('same_small_time', new Date(2147483648000), small, 'an instance of Date');
    refuses('same_small_time', new Date(-2147483648001), small, 'an instance of Date');
    assert.throws(() => functions.same_natural_time(new Date(-1)), { code: 'ERR_OUT_OF_RANGE' });
    assert.deepEqual(functions.same_natural_time(new Date(8.64e15)), new Date(8.64e15));
  });

  test('what C++ gives must fit a Date', () => {
    const refused = (name, received, ...args) => assert.throws(() => functions[name](...args), {
      name: 'RangeError',
      code: 'ERR_OUT_OF_RANGE',
      message: `${name}(): The result is out of range. A Date must be >= -8640000000000000 && ` +
        `<= 8640000000000000 milliseconds from 1970. Received ${received}`,
    });
    refused('time_of_s', 'NaN', NaN);
    refused('time_of_s', 'Infinity', Infinity);
    refused('time_of_s', '8640000000000001', 8640000000000.001);
    refused('end_of_time', '3.3204139332677193e+25');
    refused('end_of_natural_time', '1.8446744073709552e+22');
    assert.deepEqual(functions.time_of_s(8640000000000), new Date(8.64e15));
  });

  test('of any realm and subclass, but nothing like one', () => {
    class Day extends Date {}
    assert.deepEqual(functions.same_time(vm.runInNewContext('new Date(5)')), new Date(5));
    assert.deepEqual(functions.same_time(new Day(5)), new Date(5));
    const changed = Object.assign(new Date(5), { getTime: () => 7, valueOf: () => 7 });
    assert.deepEqual(functions.same_time(changed), new Date(5));
    const others = [
      [0, 'type number (0)'], ['2024', "type string ('2024')"], [null, 'null'],
      [Object.create(Date.prototype), 'an instance of Date'], [new Proxy(new Date(0), {}), 'an instance of Date'],
    ];
    for (const [value, received] of others) {
      assert.throws(() => functions.same_time(value), {
        name: 'TypeError',
        code: 'ERR_INVALID_ARG_TYPE',
        message: `same_time(): The "value" argument must be an instance of Date. Received ${received}`,
      });
    }
  });

  test('as a member, an element and a default', () => {
    const events = [{ title: 'a', at: new Date(1) }, { title: 'b', at: new Date(2) }];
    assert.deepEqual(functions.same_events(events), events);
    assert.deepEqual(functions.since(), new Date(0));
    assert.throws(() => functions.same_events([{ title: 'a', at: new Date(NaN) }]), {
      name: 'TypeError',
      code: 'ERR_INVALID_ARG_VALUE',
      message: "same_events(): The property 'values[0].at' must be a valid Date. Received an instance of Date",
    });
  });
});
