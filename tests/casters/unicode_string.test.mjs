import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { functions } from '../functions.mjs';

const utf8 = ['same_u8string', 'same_u8string_view', 'default_u8string_view'];
const utf16 = ['same_u16string', 'same_u16string_view', 'default_u16string_view'];
const units = fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes));

test('every text comes back as it went', () => {
  for (const name of [...utf8, ...utf16]) {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => functions[name](text) === text),
      { examples: [[''], ['\0'], ['a\0b'], ['\uFEFFbom'], ['\u{10FFFF}'], ['größe'], ['日本語😀']] });
  }
});

test('UTF-16 keeps every unit, lone surrogates included', () => {
  for (const name of utf16) {
    fc.assert(fc.property(units, (text) => functions[name](text) === text),
      { examples: [['\uD800'], ['\uDC00\uD800'], ['a\uDFFFb'], ['\uD83D\uDE00\uD83D']] });
  }
});

test('in UTF-8 lone surrogates become U+FFFD', () => {
  for (const name of utf8) {
    fc.assert(fc.property(units, (text) => functions[name](text) === text.toWellFormed()));
  }
});

test('texts of every size around the size of the buffer come back', () => {
  for (const name of [...utf8, ...utf16]) {
    for (const character of ['a', 'ß', '€', '😀']) {
      for (const around of [512, 1024]) {
        for (let size = around - 12; size <= around + 8; ++size) {
          const text = 'b'.repeat(size) + character;
          if (functions[name](text) !== text) assert.fail(`${name} ${character} ${size}`);
        }
      }
    }
    const long = 'x😀é'.repeat(100_000);
    assert.equal(functions[name](long), long);
  }
});

test('the sizes are those of the encoding', () => {
  assert.equal(functions.u8_size('aß€😀'), 10);
  assert.equal(functions.u16_size('aß€😀'), 5);
});

test('empty views, invalid UTF-8 and defaults', () => {
  assert.equal(functions.empty_u8string_view(), '');
  assert.equal(functions.empty_u16string_view(), '');
  assert.equal(functions.invalid_u8string(), '\uFFFDa');
  assert.equal(functions.default_u8string_view(), 'größe');
  assert.equal(functions.default_u16string_view(), 'größe');
});

test('as an element and a member', () => {
  assert.deepEqual(functions.same_u16strings(['a', '\uD800', '']), ['a', '\uD800', '']);
  const title = { short_form: 'é', long_form: '\uDC00' };
  assert.deepEqual(functions.same_title(title), title);
});

test('nothing but a string is taken', () => {
  for (const name of [...utf8, ...utf16]) {
    assert.throws(() => functions[name](new String('a')), {
      name: 'TypeError',
      code: 'ERR_INVALID_ARG_TYPE',
      message: `${name}(): The "value" argument must be of type string. Received an instance of String`,
    });
  }
});
