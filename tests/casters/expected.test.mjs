import assert from 'node:assert/strict';
import { test } from 'node:test';
import { functions } from '../functions.mjs';

const errors = {
  number_or_code: { name: 'Error', code: 'ENOENT', errno: 2, message: 'No such file or directory' },
  number_or_errc: { name: 'Error', code: 'EACCES', errno: 13, message: 'Permission denied' },
  number_or_text: { name: 'Error', message: 'no number' },
  number_or_c_text: { name: 'Error', message: 'nothing' },
  number_or_exception: { name: 'RangeError', message: 'no water' },
  number_or_enumerator: { name: 'Error', message: 'too_hot' },
  number_or_unnamed: { name: 'Error', message: '77' },
  number_or_pointer: { name: 'TypeError', message: 'kept' },
  number_or_null_pointer: { name: 'Error', message: 'a result has neither a value nor an error' },
};

for (const [name, error] of Object.entries(errors)) {
  test(`${name} gives its value, or throws its error`, () => {
    assert.equal(functions[name](false), 5);
    assert.throws(() => functions[name](true), error);
  });
}

test('a JavaScript error comes out as it went', () => {
  for (const thrown of [new Error('x'), 'text', undefined, { own: 1 }]) {
    try {
      functions.number_or_js_error(thrown);
      assert.fail('nothing was thrown');
    } catch (error) {
      assert.equal(error, thrown);
    }
  }
});

test('a result without a value gives nothing', () => {
  assert.equal(functions.nothing_or_text(false), undefined);
  assert.throws(() => functions.nothing_or_text(true), { name: 'Error', message: 'did not work' });
});

test('a struct with the members of one is one', () => {
  assert.equal(functions.parsed_number(false), 7);
  assert.throws(() => functions.parsed_number(true), { name: 'Error', message: 'not parsed' });
});

test('any value can be expected', () => {
  assert.deepEqual(functions.expected_struct(), { temperature: 96.5, unit: 'C' });
  assert.ok(functions.expected_kettle() instanceof functions.Kettle);
  assert.deepEqual(functions.expected_numbers(false), [5, 5]);
  assert.throws(() => functions.expected_numbers(true), { name: 'Error', message: 'second' });
});

test('an error code is thrown, and no error is nothing', () => {
  assert.equal(functions.error_code(0), undefined);
  assert.throws(() => functions.error_code(17),
    { name: 'Error', code: 'EEXIST', errno: 17, message: 'File exists' });
});
