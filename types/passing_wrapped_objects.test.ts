import { add, createObject, MyObject } from './passing_wrapped_objects';
import type { Equal, Expect } from './expect';

export type Cases = [
  Expect<Equal<ReturnType<typeof createObject>, MyObject>>,
  Expect<Equal<Parameters<typeof add>, [left: MyObject, right: MyObject]>>,
];

{
  using left = createObject(10);
  using right = createObject(20);
  add(left, right).toFixed();
}
// @ts-expect-error: a number is no object
add(createObject(10), 20);
// @ts-expect-error: what has the same members is no such object either
add(createObject(10), { [Symbol.dispose]() {} });
// @ts-expect-error: neither is null
add(createObject(10), null);
// @ts-expect-error: only the factory makes objects
new MyObject();
