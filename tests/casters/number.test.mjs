import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { functions } from '../functions.mjs';

const isOutOfRange = (name, must, received) => ({
  name: 'RangeError',
  code: 'ERR_OUT_OF_RANGE',
  message: `${name}(): The value of "value" is out of range. It must be ${must}. Received ${received}`,
});

const isWrongType = (name, expected, received) => ({
  name: 'TypeError',
  code: 'ERR_INVALID_ARG_TYPE',
  message: `${name}(): The "value" argument must be ${expected}. Received ${received}`,
});

const small = {
  same_int8: [-128, 127],
  same_uint8: [0, 255],
  same_int16: [-32768, 32767],
  same_uint16: [0, 65535],
  same_int32: [-2147483648, 2147483647],
  same_uint32: [0, 4294967295],
};

const grouped = (number) =>
  Math.abs(number) > 2 ** 32 ? String(number).replace(/\B(?=(\d{3})+$)/g, '_') : String(number);

for (const [name, [least, most]] of Object.entries(small)) {
  describe(name, () => {
    const call = functions[name];

    test('takes everything from its smallest to its largest value', () => {
      for (const value of [least, least + 1, 0, 1, most - 1, most]) assert.equal(call(value), value);
    });

    test('refuses one less and one more', () => {
      for (const value of [least - 1, most + 1, -(2 ** 40), 2 ** 40, -(2 ** 53), 1e15]) {
        const expected = isOutOfRange(name, `>= ${least} && <= ${most}`, grouped(value));
        assert.throws(() => call(value), expected);
      }
    });

    test('refuses fractions, NaN and infinities', () => {
      for (const value of [0.5, -0.5, most + 0.5, 1e-300, NaN, Infinity, -Infinity]) {
        assert.throws(() => call(value), isOutOfRange(name, 'an integer', String(value)));
      }
    });

    test('takes -0 for 0', () => assert.ok(Object.is(call(-0), 0)));

    test('refuses a bigint and a string of digits', () => {
      assert.throws(() => call(1n), isWrongType(name, 'of type number', 'type bigint (1n)'));
      assert.throws(() => call('1'), isWrongType(name, 'of type number', "type string ('1')"));
    });
  });
}

for (const name of ['same_int64', 'same_long_long', 'same_uint64', 'same_size_t']) {
  const isSigned = name === 'same_int64' || name === 'same_long_long';
  describe(name, () => {
    const call = functions[name];

    test('takes safe numbers and gives numbers', () => {
      const most = Number.MAX_SAFE_INTEGER;
      for (const value of isSigned ? [-most, -1, 0, 1, most] : [0, 1, 4294967296, most]) {
        assert.equal(call(value), value);
        assert.equal(call(BigInt(value)), value);
      }
    });

    test('refuses numbers that are not exact', () => {
      const must = isSigned
        ? '>= -9007199254740991 && <= 9007199254740991, or a bigint'
        : '>= 0 && <= 9007199254740991, or a bigint';
      assert.throws(() => call(2 ** 53), isOutOfRange(name, must, '9_007_199_254_740_992'));
      assert.throws(() => call(1e300), isOutOfRange(name, must, '1e+300'));
      if (isSigned) assert.throws(() => call(-(2 ** 53)), isOutOfRange(name, must, '-9_007_199_254_740_992'));
    });

    test('refuses fractions, NaN and infinities', () => {
      for (const value of [0.5, -0.5, NaN, Infinity, -Infinity]) {
        assert.throws(() => call(value), isOutOfRange(name, 'an integer', String(value)));
      }
    });

    test('takes -0 for 0', () => assert.ok(Object.is(call(-0), 0)));

    test('refuses other types', () => {
      const expected = 'one of type number or bigint';
      assert.throws(() => call('1'), isWrongType(name, expected, "type string ('1')"));
      assert.throws(() => call(undefined), isWrongType(name, expected, 'undefined'));
    });
  });
}

test('a negative number is refused for an unsigned 64-bit integer', () => {
  const must = '>= 0 && <= 9007199254740991, or a bigint';
  assert.throws(() => functions.same_uint64(-1), isOutOfRange('same_uint64', must, '-1'));
  assert.throws(() => functions.same_uint64(-(2 ** 60)),
    isOutOfRange('same_uint64', must, '-1_152_921_504_606_847_000'));
});

test('a bigint arrives with all its bits', () => {
  assert.equal(functions.hex_int64(2n ** 63n - 1n), '7fffffffffffffff');
  assert.equal(functions.hex_int64(-(2n ** 63n)), '8000000000000000');
  assert.equal(functions.hex_int64(2n ** 53n + 1n), '20000000000001');
  assert.equal(functions.hex_uint64(2n ** 64n - 1n), 'ffffffffffffffff');
});

test('a bigint that does not fit is refused', () => {
  const signed = '>= -(2n ** 63n) && < 2n ** 63n';
  const unsigned = '>= 0n && < 2n ** 64n';
  assert.throws(() => functions.hex_int64(2n ** 63n),
    isOutOfRange('hex_int64', signed, '9_223_372_036_854_775_808n'));
  assert.throws(() => functions.hex_int64(-(2n ** 63n) - 1n),
    isOutOfRange('hex_int64', signed, '-9_223_372_036_854_775_809n'));
  assert.throws(() => functions.hex_uint64(2n ** 64n),
    isOutOfRange('hex_uint64', unsigned, '18_446_744_073_709_551_616n'));
  assert.throws(() => functions.hex_uint64(-1n), isOutOfRange('hex_uint64', unsigned, '-1n'));
  assert.throws(() => functions.hex_uint64(2n ** 200n), { name: 'RangeError', code: 'ERR_OUT_OF_RANGE' });
});

test('a 64-bit result out of the safe range is refused instead of rounded', () => {
  assert.equal(functions.largest_safe_integer(), Number.MAX_SAFE_INTEGER);
  assert.equal(functions.power_of_two(52), 2 ** 52);
  const refusal = (name, received) => ({
    name: 'RangeError',
    code: 'ERR_OUT_OF_RANGE',
    message: `${name}(): The result is out of range. It must be >= -9007199254740991 && ` +
      `<= 9007199254740991; return tendon::bigint for more. Received ${received}`,
  });
  assert.throws(() => functions.power_of_two(53), refusal('power_of_two', '9007199254740992'));
  assert.throws(() => functions.power_of_two(63), refusal('power_of_two', '9223372036854775808'));
  assert.throws(() => functions.negative_power_of_two(53),
    refusal('negative_power_of_two', '-9007199254740992'));
  assert.throws(() => functions.smallest_int64(), refusal('smallest_int64', '-9223372036854775808'));
  assert.throws(() => functions.same_uint64(2n ** 53n + 1n), refusal('same_uint64', '9007199254740993'));
});

test('a double is every number, also NaN, infinities and -0', () => {
  const values = [
    0, -0, 0.1, -1.5, Number.MAX_VALUE, Number.MIN_VALUE, 2 ** 53 + 2, NaN, Infinity, -Infinity,
  ];
  for (const value of values) assert.ok(Object.is(functions.same_double(value), value), String(value));
  assert.equal(functions.sign_of_double(-0), '-');
  assert.equal(functions.sign_of_double(0), '+');
});

test('a float is rounded to the nearest one', () => {
  const values = [0, -0, 0.1, 16777217, 1e-46, 2 ** -149, 3.4028234663852886e38, NaN, Infinity, -Infinity];
  for (const value of values) {
    assert.ok(Object.is(functions.same_float(value), Math.fround(value)), String(value));
  }
});

test('a finite number beyond the floats is refused', () => {
  // Half a step above the largest float is where rounding would give infinity.
  const justFits = 3.4028235677973362e38;
  assert.equal(functions.same_float(justFits), 3.4028234663852886e38);
  for (const value of [3.4028235677973366e38, -3.4028235677973366e38, Number.MAX_VALUE]) {
    assert.throws(() => functions.same_float(value),
      isOutOfRange('same_float', 'a 32-bit floating point number', String(value)));
  }
});

test('a boolean is nothing but true and false', () => {
  assert.equal(functions.same_bool(true), true);
  assert.equal(functions.same_bool(false), false);
  for (const [value, received] of [[0, 'type number (0)'], ['', "type string ('')"], [null, 'null']]) {
    assert.throws(() => functions.same_bool(value), isWrongType('same_bool', 'of type boolean', received));
  }
  assert.throws(() => functions.same_bool(new Boolean(true)),
    isWrongType('same_bool', 'of type boolean', 'an instance of Boolean'));
});

test('number objects are not numbers', () => {
  assert.throws(() => functions.same_double(new Number(1)),
    isWrongType('same_double', 'of type number', 'an instance of Number'));
});
