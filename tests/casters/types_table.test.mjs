// The table in docs/types.md against the declarations of functions that take and give the types.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { inRoot } from '../../scripts/paths.mjs';
import { functions } from '../functions.mjs';

const declarations = functions[Symbol.for('tendon.typings')];

/** What a declared function takes as its first argument, and what it gives. */
function declared(name) {
  const pattern = new RegExp(`^export function ${name}\\((?:\\.{3})?\\w+(\\??): (.*)\\): (.*);$`, 'm');
  const found = declarations.match(pattern);
  assert.ok(found, `${name} is declared`);
  const [, mark, accepts, gives] = found;
  // Of an optional parameter `undefined` goes without saying.
  const isOpen = mark === '' || accepts === 'unknown' || accepts === 'undefined';
  return { accepts: isOpen ? accepts : `${accepts} | undefined`, gives };
}

/** Wrapped classes are declared by name, as types/music.d.ts shows, and what only goes one way by its parts. */
const isOther = (cpp) => /^wrapped classes|std::expected|function_ref/.test(cpp);

/** The rows of the first table: { cpp, accepts, gives }, the code in the latter two as lists. */
function documentedRows() {
  const lines = readFileSync(inRoot('docs', 'types.md'), 'utf8').split('\n');
  const first = lines.indexOf('| C++ | accepts | gives |') + 2;
  const end = lines.findIndex((line, index) => index >= first && !line.startsWith('|'));
  const codeIn = (cell) => [...cell.matchAll(/`([^`]*)`/g)].map((match) => match[1].replaceAll('\\|', '|'));
  return lines.slice(first, end).map((line) => {
    const [, cpp, accepts, gives] = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    return { cpp, accepts: codeIn(accepts), gives: codeIn(gives) };
  }).filter(({ cpp }) => !isOther(cpp));
}

/**
 * By the first cell of a row, functions of its types. A row says first of all what they are declared with, once
 * the letters in it are replaced; where it uses words, `accepts` and `gives` say it here.
 */
const rows = {
  '`bool`': { same_bool: {} },
  '8, 16 and 32-bit integers': { same_int8: {}, same_uint16: {}, same_int32: {} },
  '64-bit integers, `std::size_t`': {
    same_int64: { accepts: 'number | bigint' }, same_size_t: { accepts: 'number | bigint' },
  },
  '`tendon::bigint<std::int64_t>`, `tendon::bigint<std::uint64_t>`': {
    same_bigint_int64: {}, same_bigint_uint64: {},
  },
  '`double`': { same_double: {} },
  '`float`': { same_float: {} },
  '`std::string`': { same_string: {} },
  '`std::string_view`': { same_string_view: { accepts: 'string' } },
  '`char const*`': { same_c_string: { accepts: 'string' } },
  '`std::u8string`, `std::u8string_view`': {
    same_u8string: { accepts: 'string' }, same_u8string_view: { accepts: 'string' },
  },
  '`std::u16string`, `std::u16string_view`': { same_u16string: {}, same_u16string_view: {} },
  '`char`, `char8_t`': { same_char: {}, same_char8: {} },
  '`char16_t`': { same_char16: {} },
  '`std::filesystem::path`': { same_path: {} },
  '`std::nullptr_t`': { same_null: {} },
  '`std::monostate`': { same_undefined: {} },
  '`std::optional<T>`': { same_optional: { letters: { T: 'number' } } },
  '`std::vector<T>`, `std::deque<T>`, `std::list<T>`': {
    same_strings: { letters: { T: 'string' } },
    same_list: { letters: { T: 'number' }, accepts: 'readonly number[] | Int32Array' },
  },
  '`std::vector<std::uint8_t>`, `std::vector<std::byte>`': { same_bytes: { accepts: 'Uint8Array | ArrayBuffer' } },
  '`std::pair<A, B>`, `std::tuple<T…>`': { same_pair: { letters: { A: 'string', B: 'number' } } },
  '`std::array<T, N>`': {
    same_string_array: { accepts: 'readonly [string, string]', gives: '[string, string]' },
    same_array17: { accepts: 'readonly number[]', gives: 'number[]' },
  },
  '`std::array<std::uint8_t, N>`, `std::array<std::byte, N>`': {
    same_four_bytes: { accepts: 'Uint8Array | ArrayBuffer' },
  },
  '`std::set<T>`, `std::unordered_set<T>`': {
    same_set: { letters: { T: 'number' } }, same_unordered_set: { letters: { T: 'string' } },
  },
  '`std::map<std::string, V>`, `std::unordered_map<std::string, V>`': {
    same_record: { letters: { V: 'number' } }, same_unordered_record: { letters: { V: 'string' } },
  },
  '`std::map<K, V>`, `std::unordered_map<K, V>`': { same_map: { letters: { K: 'number', V: 'number' } } },
  '`std::variant<T…>`': {
    same_variant: {
      accepts: 'number | "red" | "green" | string | boolean', gives: 'number | "red" | "green" | string | boolean',
    },
  },
  '`std::span<T>`, `std::span<T const>` of numbers': { sum_of_span: { accepts: 'Float64Array', gives: 'number' } },
  '`std::chrono::time_point` of the `system_clock`': { same_time: {} },
  '`std::chrono::duration`': { same_seconds: {} },
  '`tendon::typed_array<T>` of numbers or `std::byte`': {
    same_float64_array: { accepts: 'Float64Array', gives: 'Float64Array' },
    same_byte_array: { accepts: 'Uint8Array', gives: 'Uint8Array' },
  },
  'enums': { same_color: { accepts: '"red" | "green" | "blue"', gives: '"red" | "green" | "blue"' } },
  'plain structs': { same_spot: { accepts: 'spot', gives: 'spot' } },
  '`std::function<R(A…)>`': {
    same_function: { accepts: '(arg0: number) => number', gives: '(arg0: number) => number' },
  },
  '`std::error_code`': { error_code: { accepts: 'number', gives: 'void' } },
  '`tendon::rest<T>`, the last parameter': { sum_of_rest: { accepts: 'number[]', gives: 'number' } },
  '`napi_value`': { same_napi_value: {} },
};

const filled = (text, letters) => text.replace(/\b[A-Z]\b/g, (letter) => letters[letter] ?? letter);

for (const row of documentedRows()) {
  test(`${row.cpp}: is declared as the table says`, () => {
    const types = rows[row.cpp];
    assert.ok(types, 'the row has functions here');
    for (const [name, { letters = {}, accepts = row.accepts[0], gives = row.gives[0] }] of Object.entries(types))
      assert.deepEqual(declared(name), { accepts: filled(accepts, letters), gives: filled(gives, letters) }, name);
  });
}

test('every row that is compared is in the table', () => {
  assert.deepEqual(Object.keys(rows), documentedRows().map((row) => row.cpp));
});
