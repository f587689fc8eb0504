import * as addon from './every_type';
import type { Equal, Expect } from './expect';

type Taken<F extends (...args: never[]) => unknown> = Parameters<F>[0];

export type Cases = [
  Expect<Equal<Taken<typeof addon.wideInteger>, number | bigint>>,
  Expect<Equal<Taken<typeof addon.bytes>, Uint8Array | ArrayBuffer>>,
  Expect<Equal<Taken<typeof addon.record>, Readonly<Record<string, readonly (addon.point | null | undefined)[]>>>>,
  Expect<Equal<ReturnType<typeof addon.record>, Record<string, (addon.point | undefined)[]>>>,
  Expect<Equal<ReturnType<typeof addon.tuple>, [number, boolean, number | undefined]>>,
  Expect<Equal<ReturnType<typeof addon.map>, Map<number, string>>>,
  Expect<Equal<ReturnType<typeof addon.numericEnumerator>, -1 | 1>>,
  Expect<Equal<ReturnType<typeof addon.enumerator>, 'red' | 'green' | 'blue'>>,
  Expect<Equal<ReturnType<typeof addon.sharedObject>, addon.Thing | null>>,
  Expect<Equal<Parameters<typeof addon.rest>, [...values: string[]]>>,
];

addon.optional();
addon.missing();
addon.structOfAll({ at: { x: 1, y: 2 }, tint: 'red', outline: [], counts: { a: 5n } }).counts['a']?.toFixed();
// @ts-expect-error: not the elements of the typed array
addon.span(Float32Array.of(1));
// @ts-expect-error: one too many
addon.array([1, 2, 3, 4]);
// @ts-expect-error: what is given is no argument of theirs
addon.nothing(undefined);
