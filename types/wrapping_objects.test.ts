import { MyObject } from './wrapping_objects';
import type { Equal, Expect } from './expect';

const constructed = new MyObject(10);
const called = MyObject(10);

export type Cases = [
  Expect<Equal<typeof constructed, MyObject>>,
  Expect<Equal<typeof called, MyObject>>,
  Expect<Equal<ConstructorParameters<typeof MyObject>, [value?: number | undefined]>>,
  Expect<Equal<Parameters<typeof MyObject>, [value?: number | undefined]>>,
  Expect<Equal<ReturnType<MyObject['plusOne']>, number>>,
];

new MyObject();
MyObject().plusOne();
// @ts-expect-error: a string is not a number
new MyObject('10');
// @ts-expect-error: nor without `new`
MyObject('10');
// @ts-expect-error: a method belongs to an object
MyObject.plusOne();

class Named extends MyObject {
  readonly name = 'named';
}
new Named(3).plusOne();
