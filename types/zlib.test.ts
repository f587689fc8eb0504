import { crc32, deflate, inflate } from './zlib';
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
