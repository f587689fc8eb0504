import { hello } from './hello';
import type { Equal, Expect } from './expect';

export type Cases = [Expect<Equal<typeof hello, () => string>>];

// @ts-expect-error: it takes no argument
hello('x');
