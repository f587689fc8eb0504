// What calls throw, for tests that look at it closer than assert.throws does.
import assert from 'node:assert/strict';

/** What a call throws, which may be any value. A call that throws nothing fails the test. */
export const thrownBy = (call) => {
  try {
    call();
  } catch (error) {
    return error;
  }
  return assert.fail('nothing was thrown');
};

/** The error that a call throws, as `name [code]: message`. */
export const thrownText = (call) => {
  const { name, code, message } = thrownBy(call);
  return `${name} [${code}]: ${message}`;
};
