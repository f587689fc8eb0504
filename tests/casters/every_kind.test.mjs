// Every kind of JavaScript value is given to every type of parameter: it is taken, or refused with one of
// Node's codes and a message that starts with the function's name. What a value throws comes out unchanged.
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import vm from 'node:vm';
import { functions } from '../functions.mjs';

const revoked = () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};

const revokedFunction = () => {
  const { proxy, revoke } = Proxy.revocable(() => {}, {});
  revoke();
  return proxy;
};

class Own extends Error {}

const throwing = () => { throw new Own('from the value itself'); };
const trapped = new Proxy({}, Object.fromEntries(Reflect.ownKeys(Reflect).map((trap) => [trap, throwing])));

const kinds = {
  'undefined': undefined,
  'null': null,
  'true': true,
  'false': false,
  '0': 0,
  '-0': -0,
  '1': 1,
  '-1': -1,
  '0.5': 0.5,
  'NaN': NaN,
  'Infinity': Infinity,
  '2 ** 31': 2 ** 31,
  '2 ** 53': 2 ** 53,
  '1e300': 1e300,
  '0n': 0n,
  '-1n': -1n,
  '2n ** 64n': 2n ** 64n,
  'an empty string': '',
  'a string': 'text',
  'an enumerator': 'red',
  'a string with a null byte': 'a\0b',
  'a lone surrogate': '\uD800',
  'a long string': 'x'.repeat(10_000),
  'a symbol': Symbol('s'),
  'a symbol without description': Symbol(),
  'a function': () => {},
  'a named function': function named() {},
  'an async function': async () => {},
  'a generator': function* generate() {},
  'a class': class Widget {},
  'an instance of a class': new (class Widget {})(),
  'an object of C++': new functions.Crate(1),
  'a function of C++': functions.same_bool,
  'a bound function': (() => {}).bind(null),
  'an empty object': {},
  'a spot': { x: 1, y: 2 },
  'a frozen spot': Object.freeze({ x: 1, y: 2 }),
  'a spot of another realm': vm.runInNewContext('({ x: 1, y: 2 })'),
  'a null prototype': Object.create(null),
  'a spot with a null prototype': { __proto__: null, x: 1, y: 2 },
  'an object whose constructor throws': { get constructor() { throw new Own('constructor'); } },
  'an object whose members throw': { get x() { throw new Own('x'); }, get title() { throw new Own('t'); } },
  'an object with a toPrimitive that throws': { [Symbol.toPrimitive]: throwing, toString: throwing },
  'an object with a tag that throws': { get [Symbol.toStringTag]() { throw new Own('tag'); } },
  'an empty array': [],
  'an array': [1, 2],
  'an array of strings': ['red', 'green'],
  'an array of another realm': vm.runInNewContext('[1, 2]'),
  'a frozen array': Object.freeze([1]),
  'an array with holes': [1, , 2],
  'a sparse array': Object.assign([], { 100: 1 }),
  'a cyclic array': (() => { const cycle = []; cycle.push(cycle); return cycle; })(),
  'an array-like object': { length: 1, 0: 1 },
  'arguments': (function () { return arguments; })(1, 2),
  'a Uint8Array': Uint8Array.of(1, 2),
  'a Buffer': Buffer.from('ab'),
  'a Uint8ClampedArray': Uint8ClampedArray.of(1),
  'an Int8Array': Int8Array.of(1),
  'an Int16Array': Int16Array.of(1),
  'a Uint16Array': Uint16Array.of(1),
  'an Int32Array': Int32Array.of(1),
  'a Uint32Array': Uint32Array.of(1),
  'a Float32Array': Float32Array.of(1),
  'a Float64Array': Float64Array.of(1),
  'a BigInt64Array': BigInt64Array.of(1n),
  'a BigUint64Array': BigUint64Array.of(1n),
  'an ArrayBuffer': new ArrayBuffer(4),
  'a SharedArrayBuffer': new SharedArrayBuffer(4),
  'a shared Uint8Array': new Uint8Array(new SharedArrayBuffer(4)),
  'a shared Float64Array': new Float64Array(new SharedArrayBuffer(8)),
  'a DataView': new DataView(new ArrayBuffer(4)),
  'a Date': new Date(0),
  'an invalid Date': new Date(NaN),
  'a RegExp': /x/,
  'an Error': new Error('x'),
  'a Map': new Map([['x', 1]]),
  'a Set': new Set([1]),
  'a WeakMap': new WeakMap(),
  'a Promise': Promise.resolve(1),
  'a Number': new Number(1),
  'a String': new String('s'),
  'a Boolean': new Boolean(true),
  'a Symbol object': Object(Symbol('s')),
  'a BigInt object': Object(1n),
  'a Proxy': new Proxy({ x: 1, y: 2 }, {}),
  'a Proxy of an array': new Proxy([1], {}),
  'a Proxy of a function': new Proxy(() => {}, {}),
  'a Proxy whose traps throw': trapped,
  'a revoked Proxy': revoked(),
  'a revoked Proxy of a function': revokedFunction(),
  'globalThis': globalThis,
  'a module namespace': await import('node:path'),
};

const parameters = [
  'same_bool', 'same_int8', 'same_uint8', 'same_int16', 'same_uint16', 'same_int32', 'same_uint32',
  'same_int64', 'same_uint64', 'same_float', 'same_double', 'same_bigint_int64', 'same_bigint_uint64',
  'same_string', 'same_string_view', 'same_c_string', 'same_optional', 'optional_text', 'same_optionals',
  'same_strings', 'same_bools', 'same_int8s', 'same_int32s', 'same_int64s', 'same_floats', 'same_doubles',
  'same_rows', 'same_uint8s', 'same_bytes', 'joined_bytes', 'span_of_bytes_size', 'sum_of_span',
  'add_one_int64', 'same_color', 'same_level', 'same_colors', 'same_spot', 'same_drawing', 'same_tree',
  'same_all_optional', 'drawing_title', 'same_constant', 'same_function', 'keep', 'keep_for_span',
  'same_napi_value', 'same_pair', 'same_mixed_tuple', 'same_empty_tuple', 'same_array3', 'same_array17',
  'same_four_bytes', 'same_deque', 'same_list', 'same_nested_list', 'same_set', 'same_unordered_set',
  'same_set_of_sets', 'same_record', 'same_nested_record', 'same_map', 'same_unordered_map',
  'same_variant', 'same_shape', 'same_container', 'same_nested_variant', 'same_json',
  'same_nanoseconds', 'same_milliseconds', 'same_seconds', 'same_double_seconds',
  'same_durations', 'same_time', 'same_day', 'same_double_time', 'same_char', 'same_char16', 'same_chars',
  'same_u8string', 'same_u8string_view', 'same_u16string', 'same_u16string_view', 'same_path', 'same_paths',
  'same_null', 'same_undefined', 'same_uint8_array', 'same_byte_array', 'same_float64_array', 'same_signal',
  'same_arrays', 'sum_of_rest', 'lists_in_rest', 'next_level', 'ignore_function_ref',
  'same_unordered_record', 'same_atlas', 'same_string_deque', 'same_int16_array', 'name_of', 'sound_of',
  'sound_of_all', 'animal_by_value', 'adopt_animal', 'keep_animal', 'which_alternative',
];

const codes = {
  TypeError: ['ERR_INVALID_ARG_TYPE', 'ERR_INVALID_ARG_VALUE'],
  RangeError: ['ERR_OUT_OF_RANGE'],
};

function assertRefusal(error, name) {
  assert.ok(Object.hasOwn(codes, error.name), `${error.name}: ${error.message}`);
  assert.ok(codes[error.name].includes(error.code), String(error.code));
  assert.equal(error instanceof globalThis[error.name], true);
  assert.ok(error.message.startsWith(`${name}(): The `), error.message);
  assert.match(error.message, /\. Received [^\n]+$/);
}

/** Reading these runs into their own exception. */
const throwers = [
  'an object whose members throw', 'an object whose constructor throws', 'a Proxy whose traps throw',
  'a revoked Proxy',
];
const isThrownByTheValue = (error) =>
  error instanceof Own || /^Cannot perform '(get|has|ownKeys)' on a proxy that has been revoked$/.test(error.message);

/** What is wrong with the refusal of a value; nothing when it is taken. */
function faultOf(name, kind) {
  try {
    functions[name](kinds[kind]);
  } catch (error) {
    if (throwers.includes(kind) && isThrownByTheValue(error)) return undefined;
    try {
      assertRefusal(error, name);
    } catch (fault) {
      return `${kind}: ${fault.message}`;
    }
  }
  return undefined;
}

for (const name of parameters) {
  test(`${name} takes or refuses every kind of value`, () => {
    assert.deepEqual(Object.keys(kinds).map((kind) => faultOf(name, kind)).filter(Boolean), []);
  });
}

after(() => {
  functions.keep_animal(null);
  functions.forget();
  functions.forget_for_span();
});

const exactly = {
  same_bool: ['true', 'false'],
  same_int8: ['0', '-0', '1', '-1'],
  same_uint32: ['0', '-0', '1', '2 ** 31'],
  same_int32: ['0', '-0', '1', '-1'],
  same_int64: ['0', '-0', '1', '-1', '2 ** 31', '0n', '-1n'],
  same_uint64: ['0', '-0', '1', '2 ** 31', '0n'],
  same_float: ['0', '-0', '1', '-1', '0.5', 'NaN', 'Infinity', '2 ** 31', '2 ** 53'],
  same_double: ['0', '-0', '1', '-1', '0.5', 'NaN', 'Infinity', '2 ** 31', '2 ** 53', '1e300'],
  same_bigint_int64: ['0n', '-1n'],
  same_string: [
    'an empty string', 'a string', 'an enumerator', 'a string with a null byte', 'a lone surrogate',
    'a long string',
  ],
  same_c_string: ['an empty string', 'a string', 'an enumerator', 'a lone surrogate', 'a long string'],
  same_milliseconds: ['0', '-0', '1', '-1', '2 ** 31', '2 ** 53'],
  same_nanoseconds: ['0', '-0', '1', '-1', '0.5', '2 ** 31'],
  same_double_seconds: ['0', '-0', '1', '-1', '0.5', 'Infinity', '2 ** 31', '2 ** 53', '1e300'],
  same_time: ['a Date'],
  same_char: [],
  same_char16: ['a lone surrogate'],
  same_u16string: [
    'an empty string', 'a string', 'an enumerator', 'a string with a null byte', 'a lone surrogate',
    'a long string',
  ],
  same_path: ['an empty string', 'a string', 'an enumerator', 'a lone surrogate', 'a long string'],
  same_uint8_array: ['a Uint8Array', 'a Buffer'],
  same_float64_array: ['a Float64Array'],
  same_null: ['null'],
  same_undefined: ['undefined'],
  same_optional: ['undefined', 'null', '0', '-0', '1', '-1'],
  same_color: ['an enumerator'],
  same_colors: ['an empty array', 'an array of strings'],
  same_int32s: [
    'an empty array', 'an array', 'an array of another realm', 'a frozen array', 'an Int32Array',
    'a Proxy of an array',
  ],
  same_doubles: [
    'an empty array', 'an array', 'an array of another realm', 'a frozen array', 'a Float64Array',
    'a Proxy of an array',
  ],
  same_uint8s: ['a Uint8Array', 'a Buffer', 'an ArrayBuffer'],
  sum_of_span: ['a Float64Array'],
  same_spot: [
    'a spot', 'a frozen spot', 'a spot of another realm', 'a spot with a null prototype', 'a Proxy',
  ],
  same_array3: [],
  same_empty_tuple: ['an empty array'],
  same_set: ['a Set'],
  same_map: [],
  same_record: [
    'an empty object', 'a spot', 'a frozen spot', 'a spot of another realm', 'a null prototype',
    'a spot with a null prototype', 'a Proxy', 'an object with a tag that throws', 'an array-like object',
    'arguments', 'an ArrayBuffer', 'a SharedArrayBuffer', 'a DataView', 'a Date', 'an invalid Date', 'a RegExp',
    'an Error', 'a WeakMap', 'a Promise', 'a Number', 'a Boolean', 'a Symbol object', 'a BigInt object',
    'an instance of a class', 'an object of C++',
  ],
  keep: [
    'a function', 'a named function', 'an async function', 'a generator', 'a class', 'a function of C++',
    'a bound function', 'a Proxy of a function', 'a revoked Proxy of a function',
  ],
};

describe('what is taken', () => {
  for (const [name, expected] of Object.entries(exactly)) {
    test(`by ${name}`, () => {
      const taken = Object.keys(kinds).filter((kind) => {
        try {
          functions[name](kinds[kind]);
          return true;
        } catch {
          return false;
        }
      });
      assert.deepEqual(taken.sort(), [...expected].sort());
    });
  }
});
