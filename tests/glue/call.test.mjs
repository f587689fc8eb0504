import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { functions } from '../functions.mjs';

const isMissing = (name, subject) => ({
  name: 'TypeError',
  code: 'ERR_MISSING_ARGS',
  message: `${name}(): The ${subject} must be specified`,
});

const isNoNumber = (name, argument, received) => ({
  name: 'TypeError',
  code: 'ERR_INVALID_ARG_TYPE',
  message: `${name}(): The "${argument}" argument must be of type number. Received ${received}`,
});

describe('the number of arguments', () => {
  test('must be reached; the missing ones are named', () => {
    assert.throws(() => functions.volume(), isMissing('volume', '"width", "height", and "depth" arguments'));
    assert.throws(() => functions.volume(1), isMissing('volume', '"height" and "depth" arguments'));
    assert.throws(() => functions.volume(1, 2), isMissing('volume', '"depth" argument'));
    assert.throws(() => functions.unnamed_arguments(1), isMissing('unnamed_arguments', '"arg1" argument'));
    assert.equal(functions.volume(1, 2, 3), 6);
  });

  test('is checked before any argument is read', () => {
    assert.throws(() => functions.volume('1'), isMissing('volume', '"height" and "depth" arguments'));
  });

  test('may be exceeded', () => {
    assert.equal(functions.volume(1, 2, 3, 'x', Symbol('s')), 6);
    assert.equal(functions.no_arguments(1, 2, 3), undefined);
    assert.equal(functions.volume(...Array(10_000).fill(1)), 1);
  });

  test('counts an explicit undefined', () => {
    assert.throws(() => functions.volume(1, undefined, 3), isNoNumber('volume', 'height', 'undefined'));
    assert.throws(() => functions.volume(undefined, undefined, undefined),
      isNoNumber('volume', 'width', 'undefined'));
  });
});

describe('defaults', () => {
  test('stand in for arguments that are missing or undefined', () => {
    assert.equal(functions.with_defaults(1), '1 2 three');
    assert.equal(functions.with_defaults(1, undefined), '1 2 three');
    assert.equal(functions.with_defaults(1, undefined, 'x'), '1 2 x');
    assert.equal(functions.with_defaults(1, 5), '1 5 three');
    assert.equal(functions.with_defaults(1, 5, ''), '1 5 ');
    assert.throws(() => functions.with_defaults(), isMissing('with_defaults', '"first" argument'));
  });

  test('do not stand in for null', () => {
    assert.throws(() => functions.with_defaults(1, null), isNoNumber('with_defaults', 'second', 'null'));
  });

  test('are copied for each call', () => {
    assert.deepEqual(functions.append_nine(), [1, 2, 9]);
    assert.deepEqual(functions.append_nine(), [1, 2, 9]);
    assert.deepEqual(functions.append_nine([]), [9]);
    assert.deepEqual(functions.append_nine(undefined), [1, 2, 9]);
  });

  test('do not count for the length', () => {
    assert.equal(functions.with_defaults.length, 1);
    assert.equal(functions.append_nine.length, 0);
    assert.equal(functions.volume.length, 3);
  });
});

describe('overloads', () => {
  test('are chosen by the number of arguments', () => {
    assert.equal(functions.overloaded(), 0);
    assert.equal(functions.overloaded(1), 1);
    assert.equal(functions.overloaded(1, 2, 3), 3);
    assert.equal(functions.picked_overload(1, 2), 2);
  });

  test('ignore the arguments beyond the best one', () => {
    assert.equal(functions.overloaded(1, 2), 1);
    assert.equal(functions.overloaded(1, 2, 3, 4), 3);
  });

  test('have the length of the shortest', () => {
    assert.equal(functions.overloaded.length, 0);
    assert.equal(functions.overload_from_two.length, 2);
  });

  test('do not go back to another one after a wrong type', () => {
    assert.throws(() => functions.overloaded('x'), isNoNumber('overloaded', 'first', "type string ('x')"));
    assert.throws(() => functions.overloaded(1, 2, 'x'),
      isNoNumber('overloaded', 'third', "type string ('x')"));
  });

  test('have defaults of their own', () => {
    assert.equal(functions.overload_from_two(1, 2), 3);
    assert.equal(functions.overload_from_two(1, 2, 3), 1006);
    assert.equal(functions.overload_from_two(1, 2, 3, 4), 10);
    assert.throws(() => functions.overload_from_two(1), isMissing('overload_from_two', '"b" argument'));
  });
});

describe('many parameters', () => {
  const numbers = (count) => Array.from({ length: count }, (_, i) => i + 1);

  for (const [name, count] of [['fifteen', 15], ['sixteen', 16], ['seventeen', 17]]) {
    test(`${name} arrive in order`, () => {
      assert.equal(functions[name].length, count);
      assert.equal(functions[name](...numbers(count)), `${numbers(count).join(' ')} `);
      assert.equal(functions[name](...numbers(count + 5)), `${numbers(count).join(' ')} `);
      assert.throws(() => functions[name](...numbers(count - 1)),
        isMissing(name, `"arg${count - 1}" argument`));
      assert.throws(() => functions[name](...numbers(count - 1), 'x'),
        isNoNumber(name, `arg${count - 1}`, "type string ('x')"));
    });
  }
});
