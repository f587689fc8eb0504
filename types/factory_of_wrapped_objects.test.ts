import createObject = require('./factory_of_wrapped_objects');
import type { Equal, Expect } from './expect';

const created = createObject(10);

export type Cases = [
  Expect<Equal<typeof created, createObject.MyObject>>,
  Expect<Equal<ReturnType<typeof created.plusOne>, number>>,
];

created instanceof createObject.MyObject;
// @ts-expect-error: only the factory makes objects
new createObject.MyObject();
// @ts-expect-error: so there are no subclasses
class Derived extends createObject.MyObject {}
