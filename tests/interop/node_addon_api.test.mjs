import assert from 'node:assert/strict';
import { once } from 'node:events';
import { describe, test } from 'node:test';
import vm from 'node:vm';
import { Worker } from 'node:worker_threads';
import { load } from '../../scripts/load_example.mjs';
import { addonPath } from '../../scripts/paths.mjs';

const addon = load('interop_addon');
const functions = addon.install_split({});

const bytes = Uint8Array.of(1, 2, 3);

/** [what is taken, what the message asks for] for each kind. */
const kinds = {
  object: [[{}, [], () => {}, new Map(), Object.create(null), vm.runInNewContext('({})')], 'of type object'],
  function: [[() => {}, class {}, async () => {}, new Proxy(() => {}, {})], 'of type function'],
  array: [[[], [1, 'a'], vm.runInNewContext('[1]')], 'an instance of Array'],
  string: [['', 'text', '\uD800'], 'of type string'],
  number: [[0, -0, NaN, 1.5], 'of type number'],
  boolean: [[true, false], 'of type boolean'],
  bigint: [[0n, 2n ** 100n], 'of type bigint'],
  symbol: [[Symbol('s'), Symbol.iterator], 'of type symbol'],
  date: [[new Date(0), new Date(NaN)], 'an instance of Date'],
  promise: [[Promise.resolve(1), (async () => {})()], 'an instance of Promise'],
  array_buffer: [[new ArrayBuffer(3), bytes.buffer], 'an instance of ArrayBuffer'],
  data_view: [[new DataView(new ArrayBuffer(8), 2)], 'an instance of DataView'],
  int8_array: [[Int8Array.of(-1)], 'an instance of Int8Array'],
  uint8_array: [[bytes, new Uint8Array(), Buffer.from('ab')], 'an instance of Uint8Array'],
  int16_array: [[Int16Array.of(-1)], 'an instance of Int16Array'],
  uint16_array: [[Uint16Array.of(1)], 'an instance of Uint16Array'],
  int32_array: [[Int32Array.of(-1)], 'an instance of Int32Array'],
  uint32_array: [[Uint32Array.of(1)], 'an instance of Uint32Array'],
  float32_array: [[Float32Array.of(1.5)], 'an instance of Float32Array'],
  float64_array: [[Float64Array.of(1.5)], 'an instance of Float64Array'],
  bigint64_array: [[BigInt64Array.of(-1n)], 'an instance of BigInt64Array'],
  biguint64_array: [[BigUint64Array.of(1n)], 'an instance of BigUint64Array'],
  buffer: [[Buffer.from('ab'), bytes], 'an instance of Uint8Array'],
  buffer_of_floats: [[new Uint8Array(8)], 'an instance of Uint8Array'],
};

/** One value of each kind, and what the message says of it. */
const others = [
  [undefined, 'undefined'], [null, 'null'], [true, 'type boolean (true)'], [1.5, 'type number (1.5)'],
  [7n, 'type bigint (7n)'], ['text', "type string ('text')"], [Symbol('s'), 'type symbol (Symbol(s))'],
  [{}, 'an instance of Object'], [function named() {}, 'function named'], [[], 'an instance of Array'],
  [new Date(0), 'an instance of Date'], [Promise.resolve(), 'an instance of Promise'],
  [new ArrayBuffer(8), 'an instance of ArrayBuffer'],
  [new SharedArrayBuffer(8), 'an instance of SharedArrayBuffer'],
  [new DataView(new ArrayBuffer(8)), 'an instance of DataView'],
  [new Int8Array(8), 'an instance of Int8Array'], [new Uint8Array(8), 'an instance of Uint8Array'],
  [new Uint8ClampedArray(8), 'an instance of Uint8ClampedArray'],
  [new Int16Array(8), 'an instance of Int16Array'], [new Uint16Array(8), 'an instance of Uint16Array'],
  [new Int32Array(8), 'an instance of Int32Array'], [new Uint32Array(8), 'an instance of Uint32Array'],
  [new Float32Array(8), 'an instance of Float32Array'], [new Float64Array(8), 'an instance of Float64Array'],
  [new BigInt64Array(8), 'an instance of BigInt64Array'],
  [new BigUint64Array(8), 'an instance of BigUint64Array'], [Buffer.alloc(8), 'an instance of Buffer'],
];

const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function';

/** Whether a value of `others` is of a kind. */
const isOfKind = {
  object: isObject,
  buffer: (value) => value instanceof Uint8Array,
  buffer_of_floats: (value) => value instanceof Uint8Array,
};
for (const [name, [samples]] of Object.entries(kinds)) {
  const [sample] = samples;
  isOfKind[name] ??= isObject(sample) && name !== 'function'
    ? (value) => value instanceof sample.constructor
    : (value) => typeof value === typeof sample;
}

const wrongType = (name, must, received) => ({
  name: 'TypeError',
  code: 'ERR_INVALID_ARG_TYPE',
  message: `${name}(): The "value" argument must be ${must}. Received ${received}`,
});

for (const [kind, [samples, must]] of Object.entries(kinds)) {
  const name = `same_${kind}`;

  test(`${name} gives back what it takes`, () => {
    for (const value of samples) assert.ok(Object.is(functions[name](value), value));
  });

  test(`${name} refuses other kinds`, () => {
    const refused = others.filter(([value]) => !isOfKind[kind](value));
    assert.ok(refused.length >= 7);
    for (const [value, received] of refused) {
      assert.throws(() => functions[name](value), wrongType(name, must, received));
    }
    for (const [value] of others) if (isOfKind[kind](value)) assert.equal(functions[name](value), value);
  });

  test(`${name} needs its argument`, () => {
    assert.equal(functions[name].length, 1);
    assert.throws(() => functions[name](), {
      name: 'TypeError',
      code: 'ERR_MISSING_ARGS',
      message: `${name}(): The "value" argument must be specified`,
    });
  });
}

test('a Napi::Value is any value, and may be left out', () => {
  for (const [value] of others) assert.ok(Object.is(functions.same_value(value), value));
  assert.equal(functions.same_value.length, 0);
  assert.equal(functions.is_undefined(), true);
  assert.equal(functions.is_undefined(null), false);
});

test('views of memory that C++ must not use are refused', () => {
  const detached = new Uint8Array(4);
  structuredClone(detached, { transfer: [detached.buffer] });
  for (const name of ['same_uint8_array', 'same_buffer']) {
    assert.throws(() => functions[name](detached), {
      name: 'TypeError',
      code: 'ERR_INVALID_ARG_VALUE',
      message: `${name}(): The argument 'value' must not be detached. Received an instance of Uint8Array`,
    });
    assert.throws(() => functions[name](new Uint8Array(new SharedArrayBuffer(4))), {
      name: 'TypeError',
      code: 'ERR_INVALID_ARG_VALUE',
      message: `${name}(): The argument 'value' must not be backed by a SharedArrayBuffer. ` +
        'Received an instance of Uint8Array',
    });
  }
  const odd = new Uint8Array(new ArrayBuffer(16), 1, 8);
  assert.equal(functions.same_buffer(odd), odd);
  assert.throws(() => functions.same_buffer_of_floats(odd), {
    name: 'TypeError',
    code: 'ERR_INVALID_ARG_VALUE',
    message: "same_buffer_of_floats(): The argument 'value' must be aligned in memory. " +
      'Received an instance of Uint8Array',
  });
});

test('every kind is made in C++', async () => {
  assert.equal(functions.make_value(), null);
  assert.deepEqual(functions.make_object(), {});
  const made = functions.make_function();
  assert.equal(made.name, 'made');
  assert.equal(made(5), 5);
  assert.deepEqual(functions.make_array(), new Array(2));
  assert.equal(functions.make_string(), 'text');
  assert.equal(functions.make_number(), 1.5);
  assert.equal(functions.make_boolean(), true);
  assert.equal(functions.make_bigint(), -7n);
  assert.equal(functions.make_symbol().toString(), 'Symbol(made)');
  assert.deepEqual(functions.make_date(), new Date(1000));
  const promise = functions.make_promise();
  assert.ok(promise instanceof Promise);
  assert.equal(await promise, 'kept');
  assert.deepEqual(functions.make_array_buffer(), new ArrayBuffer(3));
  assert.ok(functions.make_data_view() instanceof DataView);
  assert.deepEqual(functions.make_uint8_array(), new Uint8Array(3));
  assert.deepEqual(functions.make_float64_array(), new Float64Array(2));
  assert.deepEqual(functions.make_buffer(), Buffer.from('abc'));
});

test('an empty Napi::Value is undefined, any other empty handle an error', () => {
  assert.equal(functions.make_empty_value(), undefined);
  assert.throws(() => functions.make_empty_object(), {
    name: 'Error',
    message: 'an empty handle of node-addon-api was given to JavaScript',
  });
});

test('C++ reads what the handles refer to', () => {
  assert.deepEqual(functions.bytes_of(bytes.subarray(1)), [2, 3]);
  assert.deepEqual(functions.floats_of(new Uint8Array(Float32Array.of(1.5, -2).buffer)), [1.5, -2]);
});

test('a typed array is looked up after every argument was read', () => {
  const array = new Uint8Array(5);
  const options = {
    get text() {
      structuredClone(array, { transfer: [array.buffer] });
      return '';
    },
  };
  assert.equal(functions.length_after_options(array, options), 0);
  assert.equal(functions.length_after_options(new Uint8Array(5), { text: '' }), 5);
});

test('Napi::Env is injected', () => {
  assert.equal(functions.injected_between.length, 2);
  assert.equal(functions.injected_between(3, 'n'), 'n3');
  assert.equal(functions.run_script.length, 0);
  assert.equal(functions.run_script(), 42);
});

test('a span beside a handle or an Env is a copy', () => {
  const handles = { value: 0, object: {}, function: () => {}, number: 1 };
  const detaching = (call) => {
    const samples = Float64Array.of(1, 2, 3);
    globalThis.script = () => structuredClone(samples, { transfer: [samples.buffer] });
    assert.equal(call(samples), 6);
    assert.equal(samples.length, 0);
  };
  try {
    for (const [kind, handle] of Object.entries(handles)) {
      detaching((samples) => functions[`sum_with_${kind}`](handle, samples));
    }
    detaching((samples) => functions.sum_with_env(samples));
  } finally {
    delete globalThis.script;
  }
});

const throwing = (value) => () => { throw value; };
const isItself = (value) => (thrown) => Object.is(thrown, value);
const trapped = (name) => new Proxy({}, { [name]() { throw new Error(`trap ${name}`); } });
const plainValues = [
  new Error('mine'), Object.assign(new TypeError('mine'), { code: 'MINE' }), {}, [], () => {},
  Object.freeze({}), Object.create(null), undefined, null, false, 0, -0, NaN, '', 'text', 1n, Symbol('s'),
];
const thrownValues = [...plainValues, trapped('has'), trapped('get'), trapped('getOwnPropertyDescriptor')];

describe('errors', () => {
  test('what a callback throws comes out of Napi::Function::Call as itself', () => {
    for (const value of thrownValues) {
      assert.throws(() => functions.call(throwing(value)), isItself(value));
    }
    assert.equal(functions.call(() => 5), 5);
  });

  test('a thrown Napi::Error arrives as its own value', () => {
    for (const value of thrownValues) {
      assert.throws(() => functions.throw_value(value), isItself(value));
    }
  });

  test('errors of node-addon-api keep their class and message', () => {
    for (const [name, constructor, message] of [
      ['throw_error', Error, 'an error'], ['throw_type_error', TypeError, 'a type error'],
      ['throw_range_error', RangeError, 'a range error'],
    ]) {
      assert.throws(() => functions[name](), (error) => {
        assert.equal(Object.getPrototypeOf(error), constructor.prototype);
        assert.equal(error.message, message);
        assert.equal(Object.hasOwn(error, 'code'), false);
        return true;
      });
    }
  });

  test('an empty Napi::Error is an Error without message', () => {
    assert.throws(() => functions.throw_empty_error(), { name: 'Error', message: '' });
  });

  test('other exceptions are what they were', () => {
    assert.throws(() => functions.throw_out_of_range(), { name: 'RangeError', message: 'of C++' });
    assert.throws(() => functions.same_number('x'), wrongType('same_number', 'of type number', "type string ('x')"));
  });

  test('an exception that was thrown because of one has it as cause', () => {
    const value = new Error('inner');
    assert.throws(() => functions.call_nested(throwing(value)), (error) => {
      assert.equal(error.message, 'the callback failed');
      assert.equal(error.cause, value);
      return true;
    });
  });

  test('an exception that is left pending is thrown, whatever is returned', () => {
    for (const name of [
      'leave_pending', 'leave_pending_and_return_null', 'leave_pending_and_return_empty',
      'leave_pending_and_return_strings',
    ]) {
      for (const value of plainValues) assert.throws(() => functions[name](value), isItself(value));
    }
  });

  test('an exception that is pending already stays', () => {
    const first = new Error('first');
    assert.throws(() => functions.throw_over_pending(first, new Error('second')), isItself(first));
  });

  test('functions that C++ has returned throw them too', () => {
    assert.throws(functions.thrower(), { name: 'TypeError', message: 'of a function that was returned' });
  });
});

describe('install', () => {
  test('it fills the exports it is given and returns them', () => {
    const exports = { own: 1 };
    assert.equal(addon.install_split(exports), exports);
    assert.equal(exports.own, 1);
    assert.equal(exports.same_number(5), 5);
    assert.equal(addon.install_by_napi(exports), exports);
    assert.deepEqual(Object.keys(exports).slice(-2), ['keep', 'call_kept']);
    assert.equal(exports.same_number(5), 5);
  });

  test('a function assigned to module.exports is returned instead', () => {
    const assigned = addon.install_assigned({});
    assert.equal(assigned(), 1);
    assert.equal(assigned.two, 2);
  });

  test('a fault in the description is an exception, also for node-addon-api', () => {
    assert.throws(() => addon.install_faulty({}), {
      name: 'Error',
      message: 'addon "faulty_addon": two values are exported as "twice"',
    });
    assert.throws(() => addon.install_by_napi(null), {
      name: 'Error',
      message: 'addon "faulty_by_napi": two values are exported as "twice"',
      seen: 'as Napi::Error',
    });
  });
});

/** Runs code in a worker, which knows `addon`; resolves to the message that it posts. */
async function inWorker(code) {
  const prelude = `
    const { parentPort, workerData } = require('node:worker_threads');
    const addon = require(workerData);
    const thrownBy = (body) => { try { body(); } catch (error) { return error; } };
  `;
  const worker = new Worker(prelude + code, { eval: true, workerData: addonPath('interop_addon') });
  const [[message], [exitCode]] = await Promise.all([once(worker, 'message'), once(worker, 'exit')]);
  assert.equal(exitCode, 0);
  return message;
}

describe('an environment of its own', () => {
  const throwsKept = (install) => `
    const { keep, call_kept } = addon.${install}({});
    const error = new Error('kept');
    keep(() => { throw error; });
    parentPort.postMessage(thrownBy(call_kept) === error);
  `;

  const learnsFrom = (what, call, thrown) =>
    test(`learns of Napi::Error from ${what}, with the first call`, async () => {
      const code = `
        const { throw_value, throw_type_error, throw_instead_of_result } = addon.install_split({});
        parentPort.postMessage(String(thrownBy(() => ${call})));
      `;
      assert.equal(await inWorker(code), thrown);
    });
  learnsFrom('a parameter', "throw_value('itself')", 'itself');
  learnsFrom('a Napi::Env', 'throw_type_error()', 'TypeError: a type error');
  learnsFrom('a result', 'throw_instead_of_result()', 'TypeError: no number');

  test('learns of it from an initialiser written with node-addon-api', async () => {
    assert.equal(await inWorker(throwsKept('install_by_napi')), true);
  });

  test('learns of it from a block in a file that includes the interop', async () => {
    assert.equal(await inWorker(throwsKept('load_block')), true);
  });

  test('keeps what C++ keeps for it', async () => {
    const { keep, call_kept: callKept } = addon.install_by_napi({});
    keep(() => 1);
    assert.equal(await inWorker(`
      const { keep, call_kept } = addon.install_by_napi({});
      keep(() => 2);
      parentPort.postMessage(call_kept());
    `), 2);
    assert.equal(callKept(), 1);
  });
});

test('a worker can be terminated while node-addon-api calls a function for tendon', async () => {
  const code = `
    const { parentPort, workerData } = require('node:worker_threads');
    const { call } = require(workerData).install_split({});
    call(() => {
      parentPort.postMessage('inside');
      for (;;);
    });
  `;
  const worker = new Worker(code, { eval: true, workerData: addonPath('interop_addon') });
  assert.deepEqual(await once(worker, 'message'), ['inside']);
  assert.equal(await worker.terminate(), 1);
});

test('instance data is left alone', async () => {
  const code = `
    const before = addon.install_split({});
    const read = addon.set_instance_data();
    const after = addon.install_by_napi({});
    after.keep(() => 5);
    parentPort.postMessage([read(), before.same_string('a'), after.call_kept(), read()]);
  `;
  assert.deepEqual(await inWorker(code), [42, 'a', 5, 42]);
  assert.deepEqual(await Promise.all([inWorker(code), inWorker(code)]), [[42, 'a', 5, 42], [42, 'a', 5, 42]]);
});
