import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { load } from '../../scripts/load_example.mjs';

const { faded, joined, transposed } = load('custom_types');

const isWrongType = (message) => ({ name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE', message });
const isInvalid = (message) => ({ name: 'TypeError', code: 'ERR_INVALID_ARG_VALUE', message });
const isOutOfRange = (message) => ({ name: 'RangeError', code: 'ERR_OUT_OF_RANGE', message });

test('texts cross unit by unit, alone and in arrays', () => {
  assert.equal(joined([]), '');
  assert.equal(joined(['a', 'b', '']), 'a, b, ');
  assert.equal(joined(['日本', '\uD800', '😀'], '\0'), '日本\0\uD800\0😀');
  fc.assert(fc.property(fc.array(fc.string({ unit: 'binary' })), fc.string(), (texts, separator) => {
    assert.equal(joined(texts, separator), texts.join(separator));
  }));
});

test('what is no text is refused where it stands', () => {
  assert.throws(() => joined(['a', 5]),
    isWrongType('joined(): The "texts[1]" property must be of type string. Received type number (5)'));
  assert.throws(() => joined([], null),
    isWrongType('joined(): The "separator" argument must be of type string. Received null'));
});

test('an opacity is a number or a percentage', () => {
  const opacity = (given) => faded({ text: '', opacity: given }, 1).opacity;
  assert.equal(opacity(0.25), 0.25);
  assert.equal(opacity('50%'), 0.5);
  assert.equal(opacity(undefined), 1);
  assert.equal(faded({ text: 't' }).opacity, 0.5);
  // [errors]
  assert.throws(() => faded({ text: 'a', opacity: true }), {
    code: 'ERR_INVALID_ARG_TYPE',
    message: 'faded(): The "label.opacity" property must be one of type number or string. ' +
      'Received type boolean (true)',
  });
  assert.throws(() => faded({ text: 'a', opacity: 'half' }), {
    code: 'ERR_INVALID_ARG_VALUE',
    message: "faded(): The property 'label.opacity' must be a percentage such as '50%'. Received 'half'",
  });
  assert.throws(() => faded({ text: 'a', opacity: 2 }), {
    code: 'ERR_OUT_OF_RANGE',
    message: 'faded(): The value of "label.opacity" is out of range. It must be >= 0 && <= 1. Received 2',
  });
  // [/errors]
  assert.throws(() => faded({ text: 'a' }, '101%'), isOutOfRange(
    'faded(): The value of "by" is out of range. It must be at most 100%. Received \'101%\''));
  for (const odd of ['', '%', '5', '-5%', '5%%', '5.5%', '99999999999%', '5%\0']) {
    assert.throws(() => opacity(odd), { code: 'ERR_INVALID_ARG_VALUE' });
  }
  assert.throws(() => opacity(NaN), { code: 'ERR_OUT_OF_RANGE' });
});

test('a matrix is an array of rows', () => {
  assert.deepEqual(transposed([]), []);
  assert.deepEqual(transposed([[1, 2, 3], [4, 5, 6]]), [[1, 4], [2, 5], [3, 6]]);
  assert.deepEqual(transposed([new Float64Array([1, 2])]), [[1], [2]]);
  const square = fc.integer({ min: 1, max: 5 }).chain((size) => {
    const row = fc.array(fc.double(), { minLength: size, maxLength: size });
    return fc.array(row, { minLength: 1, maxLength: 5 });
  });
  fc.assert(fc.property(square, (matrix) => { assert.deepEqual(transposed(transposed(matrix)), matrix); }));
});

test('an array that is no matrix is refused', () => {
  assert.throws(() => transposed([[1, 2], [3]]), isInvalid(
    "transposed(): The argument 'matrix' must have rows of the same length. Received an instance of Array"));
  assert.throws(() => transposed([[1], ['2']]), isWrongType(
    'transposed(): The "matrix[1][0]" property must be of type number. Received type string (\'2\')'));
});

test('foreign types are members like others, with defaults', () => {
  assert.deepEqual(faded({ text: 'a', placement: [[1, 0], [0, 1]] }),
    { text: 'a', opacity: 0.5, placement: [[1, 0], [0, 1]] });
  assert.deepEqual(faded({ text: 'a' }, 0.1), { text: 'a', opacity: 0.1, placement: [] });
});
