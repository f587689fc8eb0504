/// <reference lib="esnext.disposable" />
/**
 * The CRC-32 checksum of some bytes.
 * @defaultValue initial = 0
 */
export function crc32(data: Uint8Array | ArrayBuffer, initial?: number): number;
/**
 * Compresses bytes into the zlib format, at level 0 (fast) to 9 (small).
 * @defaultValue level = -1
 */
export function deflate(data: Uint8Array | ArrayBuffer, level?: number): Uint8Array;
/** Decompresses bytes in the zlib format. */
export function inflate(data: Uint8Array | ArrayBuffer): Uint8Array;
/** Compresses data piece by piece into the zlib format. */
export class Deflate {
  #private;
  /** @defaultValue level = -1 */
  constructor(level?: number);
  /**
   * Returns what is compressed so far. The last chunk says that it finishes the stream.
   * @defaultValue finish = false
   */
  push(chunk: Uint8Array | ArrayBuffer, finish?: boolean): Uint8Array;
  /** How many bytes were pushed. */
  get totalIn(): number;
  /** How many bytes came out. */
  get totalOut(): number;
  get finished(): boolean;
  toJSON(): { totalIn: number; totalOut: number; finished: boolean };
  [Symbol.dispose](): void;
}
/** The version of zlib that Node.js carries. */
export const version: string;
