/// <reference lib="esnext.disposable" />
/** The first of the shortest words. */
export function shortestWord(words: readonly string[]): string;
export function eachWord(text: string, visit: (word: string) => void): void;
/** How often longestWord was called. */
export function calls(): number;
export function addWords(tally: object, text: string): void;
export class WordList {
  #private;
  /** @defaultValue text = "" */
  constructor(text?: string);
  add(text: string): WordList;
  longest(): string;
  get size(): number;
  toJSON(): { size: number };
  [Symbol.dispose](): void;
}
