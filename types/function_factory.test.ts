import addon = require('./function_factory');
import type { Equal, Expect } from './expect';

const created = addon();

export type Cases = [Expect<Equal<ReturnType<typeof created>, string>>];

// @ts-expect-error: the function takes no argument
created('x');
