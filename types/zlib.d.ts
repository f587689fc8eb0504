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
/** The version of zlib that Node.js carries. */
export const version: string;
