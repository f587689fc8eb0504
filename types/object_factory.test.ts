import addon = require('./object_factory');
import type { Equal, Expect } from './expect';

const created = addon('hello');

export type Cases = [Expect<Equal<typeof created.msg, string>>, Expect<Equal<keyof typeof created, 'msg'>>];

// @ts-expect-error: the text is missing
addon();
