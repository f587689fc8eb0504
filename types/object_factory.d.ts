declare function createObject(text: string): createObject.message;
declare namespace createObject {
  export interface message {
    msg: string;
  }
}
export = createObject;
