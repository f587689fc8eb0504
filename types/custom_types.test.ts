import { faded, joined, transposed, type Label, type LabelInput } from './custom_types.js';
import type { Equal, Expect } from './expect.js';

export type Checks = [
  Expect<Equal<ReturnType<typeof faded>, Label>>,
  Expect<Equal<Label['opacity'], number>>,
  Expect<Equal<LabelInput['opacity'], number | `${number}%` | undefined>>,
  Expect<Equal<ReturnType<typeof joined>, string>>,
];

const given: LabelInput = { text: 'a' };
faded(given, '50%').placement.push([1]);
faded({ text: 'a', opacity: undefined, placement: transposed([[1]]) });

// @ts-expect-error no percentage
faded(given, 'half');
// @ts-expect-error what C++ gives has all members
export const label: Label = { text: 'a' };
