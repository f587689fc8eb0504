import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import vm from 'node:vm';
import { functions } from '../functions.mjs';

setFlagsFromString('--expose-gc');
const collectGarbage = vm.runInNewContext('gc');

/** Whether an object is gone once nothing but native code can keep it. */
async function isGone(object) {
  await new Promise(setImmediate);
  collectGarbage();
  return object.deref() === undefined;
}

function holdNewObject() {
  const object = {};
  functions.hold_this.call(object);
  assert.equal(functions.holds_this.call(object), true);
  assert.equal(functions.can_hold_this.call(object), true);
  return new WeakRef(object);
}

for (const release of ['release_held', 'release_held_on_thread']) {
  test(`what is held lives until ${release}`, async () => {
    const held = holdNewObject();
    assert.equal(await isGone(held), false);
    functions[release]();
    assert.equal(await isGone(held), true);
  });

  test(`what is still held at the end is let go there, and ${release} does nothing`, async () => {
    const held = holdNewObject();
    assert.equal(await isGone(held), false);
    functions.end_lifetime();
    assert.equal(await isGone(held), true);
    assert.equal(functions.can_hold_this.call({}), false);
    functions[release]();
    assert.equal(functions.can_hold_this.call({}), false);
  });
}
