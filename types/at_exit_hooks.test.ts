import * as addon from './at_exit_hooks';
import type { Equal, Expect } from './expect';

export type Cases = [Expect<Equal<keyof typeof addon, never>>];
