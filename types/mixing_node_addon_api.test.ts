import { addWords, calls, eachWord, shortestWord, WordList } from './mixing_node_addon_api';
import type { Equal, Expect } from './expect';

export type Cases = [
  Expect<Equal<Parameters<typeof shortestWord>, [words: readonly string[]]>>,
  Expect<Equal<Parameters<typeof addWords>, [tally: object, text: string]>>,
  Expect<Equal<ReturnType<typeof calls>, number>>,
];

eachWord('one two', (word) => word.toUpperCase());
// @ts-expect-error: words are not numbers
eachWord('one two', (word: number) => word);

const list: WordList = new WordList('to be').add('or not');
export const words: [string, number] = [list.longest(), list.size];
// @ts-expect-error: the number of words is only read
list.size = 1;
