import { add } from './function_arguments';
import type { Equal, Expect } from './expect';

export type Cases = [
  Expect<Equal<Parameters<typeof add>, [number, number]>>,
  Expect<Equal<ReturnType<typeof add>, number>>,
];

// @ts-expect-error: the second number is missing
add(3);
// @ts-expect-error: a string is not a number
add(3, '5');
