/// <reference lib="esnext.disposable" />
/** @defaultValue value = 0 */
declare function createObject(value?: number): createObject.MyObject;
declare namespace createObject {
  export class MyObject {
    #private;
    private constructor();
    plusOne(): number;
    [Symbol.dispose](): void;
  }
}
export = createObject;
