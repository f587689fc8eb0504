import assert from 'node:assert/strict';
import { test } from 'node:test';
import { functions } from '../functions.mjs';

const isInvalid = (name, reason, received, subject = "argument 'value'") => ({
  name: 'TypeError',
  code: 'ERR_INVALID_ARG_VALUE',
  message: `${name}(): The ${subject} ${reason}. Received ${received}`,
});

test('every ASCII character comes back as it went', () => {
  for (let code = 0; code < 128; ++code) {
    const text = String.fromCharCode(code);
    for (const name of ['same_char', 'same_char8', 'same_char16']) assert.equal(functions[name](text), text);
    assert.equal(functions.char_code(text), code);
    assert.equal(functions.char_of_code(code), text);
  }
});

test('every UTF-16 unit comes back as it went', () => {
  for (let code = 0; code < 0x10000; ++code) {
    const text = String.fromCharCode(code);
    if (functions.same_char16(text) !== text) assert.fail(code.toString(16));
  }
});

test('a string of another length is no character', () => {
  for (const name of ['same_char', 'same_char8', 'same_char16']) {
    const reason = name === 'same_char16' ? 'must be one UTF-16 unit' : 'must be one ASCII character';
    const cases = [
      ['', "''"], ['ab', "'ab'"], ['abc', "'abc'"], ['😀', "'😀'"], ['e\u0301', "'e\u0301'"],
      ['x'.repeat(5000), `'${'x'.repeat(127)}...`],
    ];
    for (const [value, received] of cases) {
      assert.throws(() => functions[name](value), isInvalid(name, reason, received));
    }
  }
});

test('a char is ASCII', () => {
  for (const name of ['same_char', 'same_char8']) {
    for (const value of ['é', '€', '\x80', '\xff', '\uFFFD']) {
      assert.throws(() => functions[name](value),
        isInvalid(name, 'must be one ASCII character', `'${value}'`));
    }
    assert.throws(() => functions[name]('\uD800'),
      isInvalid(name, 'must be one ASCII character', "'\uFFFD'"));
  }
});

test('what C++ gives as a char must be ASCII', () => {
  for (const name of ['char_of_code', 'char8_of_code']) {
    for (const code of [128, 233, 255]) {
      assert.throws(() => functions[name](code), {
        name: 'RangeError',
        code: 'ERR_OUT_OF_RANGE',
        message: `${name}(): The result is out of range. It must be an ASCII character. Received ${code}`,
      });
    }
  }
});

test('a number is no character', () => {
  for (const name of ['same_char', 'same_char8', 'same_char16']) {
    assert.throws(() => functions[name](97), {
      name: 'TypeError',
      code: 'ERR_INVALID_ARG_TYPE',
      message: `${name}(): The "value" argument must be of type string. Received type number (97)`,
    });
  }
});

test('as an element, a member and a default', () => {
  assert.deepEqual(functions.same_chars(['a', 'b']), ['a', 'b']);
  assert.equal(functions.same_optional_char('a'), 'a');
  assert.equal(functions.same_optional_char(null), undefined);
  assert.deepEqual(functions.same_separators({ field: ';', line: '\u2028' }), { field: ';', line: '\u2028' });
  assert.equal(functions.char_or_comma(), ',');
  assert.throws(() => functions.same_separators({ field: ';;', line: '' }),
    isInvalid('same_separators', 'must be one ASCII character', "';;'", "property 'value.field'"));
  assert.throws(() => functions.same_chars('ab'), {
    name: 'TypeError',
    code: 'ERR_INVALID_ARG_TYPE',
    message: 'same_chars(): The "values" argument must be an instance of Array. Received type string (\'ab\')',
  });
});
