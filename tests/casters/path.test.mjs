import assert from 'node:assert/strict';
import { statSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import fc from 'fast-check';
import { functions } from '../functions.mjs';

test('every path comes back as it went', () => {
  const text = fc.string({ unit: 'binary' }).filter((path) => !path.includes('\0'));
  fc.assert(fc.property(text, (path) => functions.same_path(path) === path),
    { examples: [[''], ['/'], ['a//b/../c'], ['größe/日本語'], ['C:\\a\\b'], ['x'.repeat(5000)]] });
  assert.equal(functions.same_path('\uD800'), '\uFFFD');
  assert.equal(functions.path_or_tmp(), '/tmp');
});

test('C++ finds the file', () => {
  const here = fileURLToPath(import.meta.url);
  assert.equal(functions.file_size(here), statSync(here).size);
  assert.equal(functions.extension(here), '.mjs');
  const path = join(tmpdir(), `tendon-größe-${process.pid}.txt`);
  writeFileSync(path, 'four');
  assert.equal(functions.file_size(path), 4);
  unlinkSync(path);
  assert.throws(() => functions.file_size(path), { name: 'Error', code: 'ENOENT', errno: 2 });
});

test('a path has no null byte', () => {
  assert.throws(() => functions.same_path('a\0b'), {
    name: 'TypeError',
    code: 'ERR_INVALID_ARG_VALUE',
    message: "same_path(): The argument 'value' must be a string without null bytes. Received 'a\\x00b'",
  });
  assert.throws(() => functions.same_paths(['a', '\0']), {
    name: 'TypeError',
    code: 'ERR_INVALID_ARG_VALUE',
    message: "same_paths(): The property 'values[1]' must be a string without null bytes. Received '\\x00'",
  });
});

test('nothing but a string is taken', () => {
  const cases = [[Buffer.from('a'), 'an instance of Buffer'], [new URL('file:///a'), 'an instance of URL'],
    [undefined, 'undefined'], [1, 'type number (1)']];
  for (const [value, received] of cases) {
    assert.throws(() => functions.same_path(value), {
      name: 'TypeError',
      code: 'ERR_INVALID_ARG_TYPE',
      message: `same_path(): The "value" argument must be of type string. Received ${received}`,
    });
  }
});

test('as an element and a member', () => {
  assert.deepEqual(functions.same_paths(['a', '/b']), ['a', '/b']);
  assert.deepEqual(functions.same_job({ input: 'a' }), { input: 'a' });
  assert.deepEqual(functions.same_job({ input: 'a', output: 'b' }), { input: 'a', output: 'b' });
});
