import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { functions } from '../functions.mjs';

const texts = [
  '', 'a', 'ÿ', 'ß', '€', '😀', '日本語', 'a\u0000b', '\u0000', '\uFFFD', '\uFEFFbom', '\u{10FFFF}',
  '"quoted"\\', '\r\n', 'e\u0301',
];

for (const name of ['same_string', 'same_string_reference', 'same_string_view']) {
  test(`${name} gives back every text`, () => {
    for (const text of texts) assert.equal(functions[name](text), text);
  });

  test(`${name} gives back texts of every size around the size of its buffer`, () => {
    for (const character of ['a', 'ß', '€', '😀']) {
      const width = Buffer.byteLength(character);
      for (let size = 1010; size <= 1030; ++size) {
        const filling = 'b'.repeat(size);
        for (const text of [filling + character, character.repeat(size / width), character + filling]) {
          assert.equal(functions[name](text), text);
        }
      }
    }
  });

  test(`${name} gives back a long text`, () => {
    const text = 'x😀é'.repeat(200_000);
    assert.equal(functions[name](text), text);
  });
}

test('a multi-byte character at each place across the end of the buffer stays whole', () => {
  for (const character of ['ß', '€', '😀']) {
    for (let before = 1010; before <= 1030; ++before) {
      const text = 'a'.repeat(before) + character + 'z';
      assert.equal(functions.same_string(text), text);
      assert.equal(functions.string_size(text), Buffer.byteLength(text));
    }
  }
});

test('a text arrives as UTF-8', () => {
  assert.equal(functions.string_bytes('aß€😀'), '61c39fe282acf09f9880');
  assert.equal(functions.string_bytes('a\u0000b'), '610062');
  assert.equal(functions.string_view_size('😀'), 4);
});

test('lone surrogates become U+FFFD', () => {
  const cases = [['\uD800', '\uFFFD'], ['a\uDC00b', 'a\uFFFDb'], ['\uDE00\uD83D', '\uFFFD\uFFFD']];
  for (const [text, expected] of cases) {
    assert.equal(functions.same_string(text), expected);
    assert.equal(functions.same_string_view(text), expected);
    assert.equal(functions.same_c_string(text), expected);
  }
  for (let before = 248; before <= 260; ++before) {
    assert.equal(functions.same_string('a'.repeat(before) + '\uD83D'), 'a'.repeat(before) + '\uFFFD');
  }
});

test('invalid UTF-8 from C++ becomes U+FFFD', () => {
  for (const hexadecimal of ['ff', '61ff62', 'c3', 'e282', 'f09f98', 'eda080', 'c080', '80', 'f4908080']) {
    const expected = new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.from(hexadecimal, 'hex'));
    assert.equal(functions.text_of_bytes(hexadecimal), expected);
  }
});

test('a C string has no null byte', () => {
  assert.equal(functions.c_string_size('ab'), 2);
  assert.throws(() => functions.same_c_string('a\u0000b'), {
    name: 'TypeError',
    code: 'ERR_INVALID_ARG_VALUE',
    message: "same_c_string(): The argument 'value' must be a string without null bytes. Received 'a\\x00b'",
  });
});

test('a null pointer is no string', () => {
  assert.throws(() => functions.null_c_string(),
    { name: 'Error', message: 'a null pointer was returned instead of a string' });
});

test('an empty view is an empty string', () => assert.equal(functions.empty_string_view(), ''));

test('a string can be changed and moved from', () => {
  assert.equal(functions.string_by_reference('a'), 'a!');
  assert.equal(functions.string_by_rvalue('a'), 'a?');
});

test('views and C strings have defaults', () => {
  assert.equal(functions.default_string_view(), 'first');
  assert.equal(functions.default_string_view(undefined), 'first');
  assert.equal(functions.default_string_view(''), '');
  assert.equal(functions.default_c_string(), 'second');
  assert.equal(functions.default_c_string('x'), 'x');
});

test('ropes, slices and one-byte strings are ordinary', () => {
  const rope = ['a'.repeat(300), '€'.repeat(300)].reduce((left, right) => left + right);
  assert.equal(functions.same_string(rope), rope);
  assert.equal(functions.same_string(rope.slice(290, 310)), rope.slice(290, 310));
  const latin = '\u00e9'.repeat(1000);
  assert.equal(functions.same_string(latin), latin);
});

test('a string object is not a string', () => {
  for (const name of ['same_string', 'same_string_view', 'same_c_string']) {
    assert.throws(() => functions[name](new String('a')), {
      name: 'TypeError',
      code: 'ERR_INVALID_ARG_TYPE',
      message: `${name}(): The "value" argument must be of type string. Received an instance of String`,
    });
  }
});

const bytesOfAnyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }).map((text) => Buffer.from(text)),
  fc.string({ unit: 'grapheme', minLength: 500, maxLength: 1500 }).map((text) => Buffer.from(text)),
  fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
  fc.array(fc.constantFrom('a', 'é', 'ž', '€', '😀', '\xff', 'text of ASCII '), { maxLength: 400 })
    .map((parts) => Buffer.from(parts.join(''))),
);

test('any bytes are decoded as TextDecoder does it', () => {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  fc.assert(fc.property(bytesOfAnyText, (bytes) => {
    assert.equal(functions.text_of_bytes(bytes.toString('hex')), decoder.decode(bytes));
  }), { numRuns: 1000 });
});

test('any text is encoded as TextEncoder does it', () => {
  fc.assert(fc.property(fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) }), (text) => {
    assert.equal(functions.string_bytes(text), Buffer.from(new TextEncoder().encode(text)).toString('hex'));
  }), { numRuns: 1000 });
});
