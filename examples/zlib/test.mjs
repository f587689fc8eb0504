import assert from 'node:assert/strict';
import { closeSync, openSync, readSync } from 'node:fs';
import { test } from 'node:test';
import nodeZlib from 'node:zlib';
import { load } from '../../scripts/load_example.mjs';

const zlib = load('zlib');

/** Real bytes: the beginning of the Node.js executable itself. */
function realBytes(length) {
  const bytes = Buffer.alloc(length);
  const file = openSync(process.execPath);
  try {
    assert.equal(readSync(file, bytes, 0, length, 0), length);
  } finally {
    closeSync(file);
  }
  return bytes;
}

const data = realBytes(8 * 1024 * 1024);

test('deflate() gives the same bytes as node:zlib', () => {
  // Not at level 0, where zlib cuts blocks by the room it is given for output.
  for (const level of [-1, 1, 6, 9]) {
    assert.ok(nodeZlib.deflateSync(data, { level }).equals(zlib.deflate(data, level)), `level ${level}`);
  }
  assert.ok(nodeZlib.deflateSync(data).equals(zlib.deflate(data)));
});

test('inflate() gives back what either of them compressed', () => {
  assert.ok(data.equals(zlib.inflate(nodeZlib.deflateSync(data))));
  assert.ok(data.equals(nodeZlib.inflateSync(zlib.deflate(data))));
});

test('empty data make a valid stream', () => {
  assert.equal(zlib.inflate(zlib.deflate(new Uint8Array(0))).length, 0);
});

test('crc32() continues a checksum', () => {
  assert.equal(zlib.crc32(Buffer.from('123456789')), 0xcbf43926);
  assert.equal(zlib.crc32(data.subarray(1000), zlib.crc32(data.subarray(0, 1000))), zlib.crc32(data));
});

test('bytes come from a Buffer, a Uint8Array or an ArrayBuffer', () => {
  const bytes = Uint8Array.of(1, 2, 3);
  const expected = zlib.crc32(bytes);
  assert.equal(zlib.crc32(Buffer.from(bytes)), expected);
  assert.equal(zlib.crc32(bytes.buffer), expected);
});

test('errors of zlib arrive with its own words', () => {
  assert.throws(() => zlib.inflate(Buffer.from('not zlib')), {
    name: 'Error',
    message: 'inflate: incorrect header check',
  });
  assert.throws(() => zlib.inflate(zlib.deflate(data).subarray(0, 100)), {
    name: 'Error',
    message: 'inflate: the data end too early',
  });
});

test('wrong arguments name themselves', () => {
  assert.throws(() => zlib.deflate(data, 11), {
    name: 'RangeError',
    message: 'level must be from -1 to 9, not 11',
  });
  assert.throws(() => zlib.deflate(data, 1.5), {
    name: 'RangeError',
    code: 'ERR_OUT_OF_RANGE',
    message: 'deflate(): The value of "level" is out of range. It must be an integer. Received 1.5',
  });
  assert.throws(() => zlib.deflate('text'), {
    name: 'TypeError',
    code: 'ERR_INVALID_ARG_TYPE',
    message:
      'deflate(): The "data" argument must be an instance of Uint8Array or ArrayBuffer. ' +
      `Received type string ('text')`,
  });
});

test('version is the one that Node.js carries', () => {
  assert.ok(process.versions.zlib.startsWith(zlib.version.split('-')[0]));
});
