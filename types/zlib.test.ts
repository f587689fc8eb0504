import { crc32, Deflate, deflate, inflate } from './zlib';
import type { Equal, Expect } from './expect';

const bytes = new Uint8Array([1, 2, 3]);

export type Cases = [
  Expect<Equal<ReturnType<typeof crc32>, number>>,
  Expect<Equal<ReturnType<typeof deflate>, Uint8Array>>,
  Expect<Equal<ReturnType<typeof inflate>, Uint8Array>>,
];

crc32(bytes);
inflate(deflate(bytes));
// @ts-expect-error: a string is not bytes
deflate('text');

{
  using stream = new Deflate(9);
  const compressed: Uint8Array = stream.push(bytes);
  compressed.at(0);
  stream.push(bytes, true);
  stream.totalOut.toFixed();
  // @ts-expect-error: the total can only be read
  stream.totalIn = 0;
  // @ts-expect-error: a string is not bytes
  stream.push('text');
}
