import addon = require('./callbacks');
import type { Equal, Expect } from './expect';

addon((text) => {
  type Case = Expect<Equal<typeof text, string>>;
  void (true satisfies Case);
});

// @ts-expect-error: the callback receives a string
addon((number: number) => void number);
// @ts-expect-error: it needs a callback
addon();
