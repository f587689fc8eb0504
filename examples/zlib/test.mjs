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

/** What a stream makes of all data in chunks of that size. */
function deflated(size, ...args) {
  // [stream]
  const stream = new zlib.Deflate(...args);
  const compressed = [];
  for (let at = 0; at < data.length; at += size) {
    const chunk = data.subarray(at, at + size);
    compressed.push(stream.push(chunk, at + size >= data.length));
  }
  // [/stream]
  assert.equal(stream.finished, true);
  assert.equal(stream.totalIn, data.length);
  const all = Buffer.concat(compressed);
  assert.equal(stream.totalOut, all.length);
  return all;
}

test('a Deflate gives the same bytes as node:zlib, however the data are cut', () => {
  const expected = nodeZlib.deflateSync(data);
  for (const size of [999, 65536, 1_000_003, data.length]) {
    assert.ok(expected.equals(deflated(size)), `in chunks of ${size} bytes`);
  }
  assert.ok(nodeZlib.deflateSync(data, { level: 1 }).equals(deflated(65536, 1)));
});

test('the totals of a Deflate grow with what was pushed', () => {
  const stream = new zlib.Deflate();
  assert.deepEqual([stream.totalIn, stream.totalOut, stream.finished], [0, 0, false]);
  const start = stream.push(data.subarray(0, 1000));
  assert.deepEqual([stream.totalIn, stream.totalOut, stream.finished], [1000, start.length, false]);
  const nothing = stream.push(new Uint8Array(0));
  assert.equal(nothing.length, 0);
  const end = stream.push(data.subarray(1000, 2000), true);
  assert.deepEqual([stream.totalIn, stream.finished], [2000, true]);
  assert.ok(data.subarray(0, 2000).equals(zlib.inflate(Buffer.concat([start, end]))));
});

test('a Deflate that has finished takes no more', () => {
  const stream = new zlib.Deflate();
  const empty = stream.push(new Uint8Array(0), true);
  assert.equal(zlib.inflate(empty).length, 0);
  assert.throws(() => stream.push(data), { name: 'Error', message: 'push: the stream is finished' });
  assert.throws(() => stream.push(new Uint8Array(0), true), { message: 'push: the stream is finished' });
});

test('a Deflate can be disposed before its end', () => {
  const stream = new zlib.Deflate(9);
  stream.push(data.subarray(0, 1000));
  stream[Symbol.dispose]();
  assert.throws(() => stream.push(data), {
    name: 'TypeError',
    code: 'ERR_INVALID_STATE',
    message: 'Deflate.push(): The Deflate is disposed',
  });
  assert.throws(() => stream.totalIn, { message: 'Deflate.totalIn: The Deflate is disposed' });
});

test('wrong arguments of a Deflate name themselves', () => {
  assert.throws(() => new zlib.Deflate(11), { name: 'RangeError', message: 'level must be from -1 to 9, not 11' });
  assert.throws(() => new zlib.Deflate('9'), {
    name: 'TypeError',
    code: 'ERR_INVALID_ARG_TYPE',
    message: `Deflate(): The "level" argument must be of type number. Received type string ('9')`,
  });
  assert.throws(() => new zlib.Deflate().push(), {
    name: 'TypeError',
    code: 'ERR_MISSING_ARGS',
    message: 'Deflate.push(): The "chunk" argument must be specified',
  });
  assert.throws(() => new zlib.Deflate().push('text'), {
    name: 'TypeError',
    code: 'ERR_INVALID_ARG_TYPE',
    message:
      'Deflate.push(): The "chunk" argument must be an instance of Uint8Array or ArrayBuffer. ' +
      `Received type string ('text')`,
  });
});

test('version is the one that Node.js carries', () => {
  assert.ok(process.versions.zlib.startsWith(zlib.version.split('-')[0]));
});
