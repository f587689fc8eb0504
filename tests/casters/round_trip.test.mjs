// What JavaScript passes comes back from C++ as it went: any values of the types in docs/types.md.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { functions } from '../functions.mjs';

const whole = (bits, signed) =>
  fc.integer(signed ? { min: -(2 ** (bits - 1)), max: 2 ** (bits - 1) - 1 } : { min: 0, max: 2 ** bits - 1 });
const bigWhole = (signed) =>
  fc.bigInt(signed ? { min: -(2n ** 63n), max: 2n ** 63n - 1n } : { min: 0n, max: 2n ** 64n - 1n });
const units = fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) });
const texts = units.map((text) => text.toWellFormed());
const ascii = fc.nat(127).map((code) => String.fromCharCode(code));
const pathTexts = texts.map((text) => text.replaceAll('\0', ''));
const numbers = fc.double();
const dates = fc.integer({ min: -9_000_000_000_000, max: 9_000_000_000_000 }).map((time) => new Date(time));
const lists = (elements) => fc.array(elements, { maxLength: 50 });
const sets = (elements) => lists(elements).map((items) => new Set(items));
const maps = (keys, values) => lists(fc.tuple(keys, values)).map((entries) => new Map(entries));
const records = (values) => fc.dictionary(texts, values, { noNullPrototype: true });
const spots = fc.record({ x: numbers, y: numbers }, { noNullPrototype: true });
const { json } = fc.letrec((tie) => ({
  json: fc.record({ value: tie('value') }, { noNullPrototype: true }),
  value: fc.oneof({ depthSize: 'small' }, fc.boolean(), numbers, texts, fc.array(tie('json'), { maxLength: 5 }),
    fc.dictionary(texts, tie('json'), { maxKeys: 5, noNullPrototype: true })),
}));
const { tree } = fc.letrec((tie) => ({
  tree: fc.record({
    value: whole(32, true),
    children: tie('trees'),
  }, { noNullPrototype: true }),
  trees: fc.oneof({ depthSize: 'small' }, fc.constant([]), fc.array(tie('tree'), { maxLength: 3 })),
}));
const colors = fc.constantFrom('red', 'green', 'blue');

const values = {
  same_bool: fc.boolean(),
  same_int8: whole(8, true),
  same_uint8: whole(8, false),
  same_int16: whole(16, true),
  same_uint16: whole(16, false),
  same_int32: whole(32, true),
  same_uint32: whole(32, false),
  same_int64: fc.maxSafeInteger(),
  same_uint64: fc.maxSafeNat(),
  same_size_t: fc.maxSafeNat(),
  same_bigint_int64: bigWhole(true),
  same_bigint_uint64: bigWhole(false),
  same_double: numbers,
  same_float: fc.float(),
  same_string: texts,
  same_string_view: texts,
  same_c_string: pathTexts,
  same_u8string: texts,
  same_u8string_view: texts,
  same_u16string: units,
  same_u16string_view: units,
  same_char: ascii,
  same_char8: ascii,
  same_char16: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)),
  same_path: pathTexts,
  same_null: fc.constant(null),
  same_undefined: fc.constant(undefined),
  same_optional: fc.option(whole(32, true), { nil: undefined }),
  same_optionals: lists(fc.option(whole(32, true), { nil: undefined })),
  same_doubles: lists(numbers),
  same_floats: lists(fc.float()),
  same_int8s: lists(whole(8, true)),
  same_uint32s: lists(whole(32, false)),
  same_strings: lists(texts),
  same_u16strings: lists(units),
  same_rows: lists(lists(whole(32, true))),
  same_deque: lists(numbers),
  same_string_deque: lists(texts),
  same_list: lists(whole(32, true)),
  same_nested_list: lists(lists(fc.option(whole(32, true), { nil: undefined }))),
  same_bytes: fc.uint8Array(),
  same_array3: fc.tuple(numbers, numbers, numbers),
  same_string_array: fc.tuple(texts, texts),
  same_four_bytes: fc.uint8Array({ minLength: 4, maxLength: 4 }),
  same_set: sets(whole(32, true)),
  same_unordered_set: sets(texts),
  same_record: records(whole(32, true)),
  same_unordered_record: records(texts),
  same_map: maps(whole(32, true), numbers),
  same_color: colors,
  same_colors: lists(colors),
  same_spot: spots,
  same_time: dates,
  same_milliseconds: fc.maxSafeInteger(),
  same_seconds: whole(32, true).map((count) => count * 1000),
  same_double_seconds: whole(32, true).map((count) => count * 1000),
  same_float64_array: fc.float64Array(),
  same_int16_array: fc.int16Array(),
  same_bools: lists(fc.boolean()),
  same_pair: fc.tuple(texts, whole(32, true)),
  same_mixed_tuple: fc.tuple(whole(32, true), fc.option(fc.boolean(), { nil: undefined }), lists(numbers)),
  same_array17: fc.array(whole(32, true), { minLength: 17, maxLength: 17 }),
  same_variant: fc.oneof(numbers, texts, fc.boolean(), fc.constantFrom('red', 'blue')),
  same_json: json,
  same_nested_record: records(lists(fc.option(spots, { nil: undefined }))),
  same_tree: tree,
  same_durations: lists(fc.maxSafeInteger()),
  same_paths: lists(pathTexts),
  same_arrays: lists(fc.float64Array()),
  next_level: fc.constant(200),
  same_napi_value: fc.anything(),
  same_byte_array: fc.uint8Array(),
};

for (const [name, arbitrary] of Object.entries(values))
  test(`${name}: any value comes back`, () => {
    fc.assert(fc.property(arbitrary, (value) => {
      assert.deepStrictEqual(functions[name](value), value);
    }));
  });
