import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { functions } from '../functions.mjs';
import { thrownBy } from '../thrown.mjs';

const exceptions = {
  'invalid_argument': [TypeError, { name: 'TypeError', message: 'bad value' }],
  'out_of_range': [RangeError, { name: 'RangeError', message: 'too far' }],
  'range_error': [RangeError, { name: 'RangeError', message: 'no such range' }],
  'runtime_error': [Error, { name: 'Error', message: 'failed' }],
  'bad_alloc': [
    RangeError, { name: 'RangeError', code: 'ERR_MEMORY_ALLOCATION_FAILED', message: 'out of memory' },
  ],
  'ENOENT': [Error, { name: 'Error', code: 'ENOENT', errno: 2, message: 'open: No such file or directory' }],
  'int': [Error, { name: 'Error', message: 'unknown C++ exception' }],
  'C string': [Error, { name: 'Error', message: 'unknown C++ exception' }],
  'nested': [Error, { name: 'Error', message: 'the consequence' }],
};

describe('exceptions of C++', () => {
  for (const name of ['throw_exception', 'throw_instead_of_result']) {
    test(`of every kind come out of ${name} and leave nothing pending`, () => {
      for (const [kind, [Kind, expected]] of Object.entries(exceptions)) {
        const error = thrownBy(() => functions[name](kind));
        assert.equal(Object.getPrototypeOf(error), Kind.prototype);
        const { stack, cause, ...shown } = { name: error.name, message: error.message, ...error };
        assert.deepEqual(shown, expected);
        assert.equal(functions.is_pending(), false);
      }
    });
  }

  test('have their cause as Error has it', () => {
    const error = thrownBy(() => functions.throw_exception('nested'));
    assert.equal(error.cause.name, 'TypeError');
    assert.equal(error.cause.message, 'the reason');
    assert.equal(Object.getOwnPropertyDescriptor(error, 'cause').enumerable, false);
    assert.equal(Object.hasOwn(error.cause, 'cause'), false);
  });

  // Without fast bodies a function is the native entry point, which engines leave out.
  test('have a stack that shows the caller', () => {
    const error = thrownBy(function theCaller() { functions.throw_exception('runtime_error'); });
    assert.match(error.stack, process.env.TENDON_STUBS === '0'
      ? /^Error: failed\n +at theCaller /
      : /^Error: failed\n +at (?:Object\.)?throw_exception .*\n +at theCaller /);
  });

  test('that are conversion errors name the function', () => {
    assert.throws(() => functions.throw_exception('conversion_error'),
      { name: 'RangeError', code: 'ERR_OWN', message: 'throw_exception(): Not now.' });
  });
});

describe('a function that leaves an exception of JavaScript pending', () => {
  const left = { name: 'RangeError', code: 'LEFT', message: 'left pending' };

  for (const kind of ['void', 'number', 'string', 'vector', 'struct', 'function', 'throw']) {
    test(`throws it, whatever it returns: ${kind}`, () => {
      assert.throws(functions[`pending_and_${kind}`], left);
      assert.equal(functions.is_pending(), false);
    });
  }

  test('calls no callback', () => {
    let calls = 0;
    assert.throws(() => functions.pending_and_callback(() => { ++calls; }), left);
    assert.equal(calls, 0);
  });
});

test('parameters may be values and references of every kind', () => {
  assert.equal(functions.every_reference('1', '2', '', '4'), '1234');
});

test('arguments are read in order, and no further after a fault', () => {
  const read = [];
  const spy = (name, value) => new Proxy(value, {
    get(target, key) {
      read.push(name + key);
      return target[key];
    },
  });
  const first = spy('a.', { first: 1, second: 2 });
  const second = spy('b.', { first: 3, second: 4 });
  assert.equal(functions.read_in_order(first, second), 5);
  assert.deepEqual(read, ['a.first', 'a.second', 'b.first', 'b.second']);
  read.length = 0;
  assert.throws(() => functions.read_in_order(spy('a.', { first: 'x' }), spy('b.', {})),
    { name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE' });
  assert.deepEqual(read, ['a.first']);
});

describe('callbacks within callbacks', () => {
  test('can be C++ functions', () => {
    assert.equal(functions.give_function_to_callback((times) => times(2) + times(3), 10), 50);
  });

  test('let exceptions of C++ through JavaScript', () => {
    let caught;
    const error = thrownBy(() => functions.give_function_to_callback((times) => {
      try {
        return times(-1);
      } catch (inner) {
        caught = inner;
        throw inner;
      }
    }, 10));
    assert.equal(error, caught);
    assert.equal(error.name, 'RangeError');
    assert.equal(error.message, 'negative');
  });

  test('outlive the call that made them', () => {
    let kept;
    functions.give_function_to_callback((times) => { kept = times; return 0; }, 10);
    assert.equal(kept(4), 40);
  });

  test('may throw while another error is on its way', () => {
    const first = new Error('first');
    const second = new Error('second');
    const fail = (error) => () => { throw error; };
    assert.equal(thrownBy(() => functions.second_after_throw(fail(first), () => {})), first);
    assert.equal(thrownBy(() => functions.second_after_throw(fail(first), fail(second))), second);
    const nested = () => functions.second_after_throw(fail(first), fail(second));
    assert.equal(thrownBy(() => functions.second_after_throw(nested, () => {})), second);
    assert.equal(functions.is_pending(), false);
  });
});
