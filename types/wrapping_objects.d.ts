/// <reference lib="esnext.disposable" />
/** @defaultValue value = 0 */
export function MyObject(value?: number): MyObject;
/** A number that can be counted up. */
export class MyObject {
  #private;
  /** @defaultValue value = 0 */
  constructor(value?: number);
  /** Adds one, and returns the new value. */
  plusOne(): number;
  [Symbol.dispose](): void;
}
