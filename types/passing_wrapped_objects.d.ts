/// <reference lib="esnext.disposable" />
export class MyObject {
  #private;
  private constructor();
  [Symbol.dispose](): void;
}
/** @defaultValue value = 0 */
export function createObject(value?: number): MyObject;
export function add(left: MyObject, right: MyObject): number;
