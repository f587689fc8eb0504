import assert from 'node:assert/strict';
import { test } from 'node:test';
import { functions } from '../functions.mjs';

test('enumerators are their names', () => {
  for (const name of ['red', 'green', 'blue']) assert.equal(functions.same_color(name), name);
  for (const name of ['low', 'middle', 'high']) assert.equal(functions.same_level(name), name);
  assert.equal(functions.number_of_level('low'), -1);
  assert.equal(functions.number_of_level('high'), 100);
  assert.deepEqual(functions.same_colors(['red', 'blue', 'red']), ['red', 'blue', 'red']);
});

test('another string is refused and the names are listed', () => {
  const cases = [['pink', "'pink'"], ['', "''"], ['Red', "'Red'"], ['red\0', "'red\\x00'"]];
  for (const [value, received] of cases) {
    assert.throws(() => functions.same_color(value), {
      name: 'TypeError',
      code: 'ERR_INVALID_ARG_VALUE',
      message: "same_color(): The argument 'value' must be one of: 'red', 'green', 'blue'. " +
        `Received ${received}`,
    });
  }
});

test('names that every object has are no enumerators', () => {
  for (const value of ['constructor', '__proto__', 'toString']) {
    assert.throws(() => functions.same_color(value), { name: 'TypeError', code: 'ERR_INVALID_ARG_VALUE' });
  }
});

test('a long string is cut after 128 characters', () => {
  assert.throws(() => functions.same_color('x'.repeat(200)), {
    name: 'TypeError',
    code: 'ERR_INVALID_ARG_VALUE',
    message: "same_color(): The argument 'value' must be one of: 'red', 'green', 'blue'. " +
      `Received '${'x'.repeat(127)}...`,
  });
});

test('the number of an enumerator is refused', () => {
  assert.throws(() => functions.same_color(0), {
    name: 'TypeError',
    code: 'ERR_INVALID_ARG_TYPE',
    message: 'same_color(): The "value" argument must be of type string. Received type number (0)',
  });
});

test('an element that is no enumerator is named', () => {
  assert.throws(() => functions.same_colors(['red', 'pink']), {
    name: 'TypeError',
    code: 'ERR_INVALID_ARG_VALUE',
    message: "same_colors(): The property 'values[1]' must be one of: 'red', 'green', 'blue'. " +
      "Received 'pink'",
  });
});

test('a value without a name is no result', () => {
  assert.equal(functions.both_bits('read', 'read'), 'read');
  assert.throws(() => functions.both_bits('read', 'write'), (error) => {
    assert.equal(error.name, 'RangeError');
    assert.equal(error.code, 'ERR_OUT_OF_RANGE');
    assert.match(error.message,
      /^both_bits\(\): The result is out of range\. It must be an enumerator of \S.*bits\. Received 3$/);
    return true;
  });
});

test('an enumerator can be a default', () => {
  assert.equal(functions.color_or_green(), 'green');
  assert.equal(functions.color_or_green('blue'), 'blue');
});
