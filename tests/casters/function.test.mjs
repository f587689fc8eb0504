import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import vm from 'node:vm';
import { Worker } from 'node:worker_threads';
import { once } from 'node:events';
import { addonPath } from '../../scripts/paths.mjs';
import { functions } from '../functions.mjs';
import { thrownBy } from '../thrown.mjs';

setFlagsFromString('--expose-gc');
const collectGarbage = vm.runInNewContext('gc');

const anything = [
  new Error('mine'), new TypeError('typed'), 'text', '', 0, -0, 5, NaN, 2n ** 70n, true, false, null,
  undefined, Symbol('s'), Symbol.iterator, { an: 'object' }, [1], () => {}, Object.create(null),
  new Proxy({}, {}),
];

for (const name of ['call_function', 'call_function_ref']) {
  describe(name, () => {
    const call = functions[name];

    test('passes arguments and takes the result', () => {
      assert.equal(call((x) => x * 2, 21), 42);
      assert.equal(call(Math.sqrt, 9), 3);
    });

    test('calls without a receiver and with the exact arguments', () => {
      let seen;
      call(function () {
        'use strict';
        seen = [this, ...arguments];
        return 0;
      }, 7);
      assert.deepEqual(seen, [undefined, 7]);
    });

    test('takes bound functions, proxies of functions and those of another realm', () => {
      assert.equal(call(((factor, x) => factor * x).bind(null, 3), 2), 6);
      assert.equal(call(new Proxy((x) => x + 1, {}), 2), 3);
      assert.equal(call(vm.runInNewContext('(x) => x - 1'), 2), 1);
      assert.equal(call(Object.setPrototypeOf((x) => x, null), 2), 2);
    });

    test('refuses a result of the wrong type', () => {
      const cases = [
        [undefined, 'undefined'],
        ['1', "type string ('1')"],
        [1n, 'type bigint (1n)'],
        [{}, 'an instance of Object'],
      ];
      for (const [result, received] of cases) {
        assert.throws(() => call(() => result, 1), {
          name: 'TypeError',
          code: 'ERR_INVALID_RETURN_VALUE',
          message: `${name}(): Expected a value of type number to be returned from the "f" function ` +
            `but got ${received}.`,
        });
      }
    });

    test('refuses what is no function', () => {
      const cases = [[{}, 'an instance of Object'], [null, 'null'], ['f', "type string ('f')"]];
      for (const [value, received] of cases) {
        assert.throws(() => call(value, 1), {
          name: 'TypeError',
          code: 'ERR_INVALID_ARG_TYPE',
          message: `${name}(): The "f" argument must be of type function. Received ${received}`,
        });
      }
    });

    test('lets anything that is thrown out as it is', () => {
      for (const value of anything) {
        const caught = thrownBy(() => call(() => { throw value; }, 1));
        assert.ok(Object.is(caught, value), `${typeof value} came out as ${typeof caught}`);
      }
    });

    test('calls itself through its callback', () => {
      const sumTo = (n) => (n === 0 ? 0 : n + call(sumTo, n - 1));
      assert.equal(sumTo(100), 5050);
      const error = new Error('deep');
      const dive = (n) => { if (n === 0) throw error; return call(dive, n - 1); };
      assert.equal(thrownBy(() => dive(50)), error);
    });

    test('survives endless recursion', () => {
      const dive = (n) => call(dive, n + 1);
      assert.throws(() => dive(0), { name: 'RangeError', message: 'Maximum call stack size exceeded' });
      assert.equal(call((x) => x, 1), 1);
    });

    test('runs no class constructor', () => {
      assert.throws(() => call(class Widget {}, 1),
        { name: 'TypeError', message: "Class constructor Widget cannot be invoked without 'new'" });
    });
  });
}

describe('results of callbacks', () => {
  test('are ignored when C++ wants none', () => {
    for (const name of ['call_plain', 'call_plain_ref']) {
      for (const result of [undefined, 5, {}, Symbol('s')]) {
        assert.equal(functions[name](() => result), undefined);
      }
    }
  });

  test('may be nothing when C++ takes an optional', () => {
    assert.equal(functions.call_optional(() => {}), undefined);
    assert.equal(functions.call_optional(() => null), undefined);
    assert.equal(functions.call_optional(() => 5), 5);
  });

  test('name the place of a fault', () => {
    assert.deepEqual(functions.call_for_vector(() => [1, 2]), [1, 2]);
    assert.throws(() => functions.call_for_vector(() => [1, 'x']), {
      name: 'TypeError',
      code: 'ERR_INVALID_ARG_TYPE',
      message: 'call_for_vector(): The "f()[1]" property must be of type number. ' +
        "Received type string ('x')",
    });
    assert.throws(() => functions.call_optional(() => 0.5), {
      name: 'RangeError',
      code: 'ERR_OUT_OF_RANGE',
      message: 'call_optional(): The value of "f()" is out of range. It must be an integer. Received 0.5',
    });
  });
});

describe('functions in structs', () => {
  test('are called with their own name in messages', () => {
    assert.equal(functions.call_listener({ event: 'e', on: (event, i) => `${event}${i} ` }, 3), 'e0 e1 e2 ');
    assert.throws(() => functions.call_listener({ event: 'e', on: () => 5 }, 1), {
      name: 'TypeError',
      code: 'ERR_INVALID_RETURN_VALUE',
      message: 'call_listener(): Expected a value of type string to be returned from the "listener.on" ' +
        'function but got type number (5).',
    });
    assert.throws(() => functions.call_listener({ event: 'e' }, 1), {
      name: 'TypeError',
      code: 'ERR_INVALID_ARG_TYPE',
      message: 'call_listener(): The "listener.on" property must be of type function. Received undefined',
    });
  });
});

describe('what a callback throws, seen by C++', () => {
  test('reads as the message of an error or the text of a value', () => {
    const cases = [
      [new Error('mine'), 'mine'],
      ['text', 'text'],
      [5, '5'],
      [undefined, 'undefined'],
      [null, 'null'],
      [Symbol('s'), 'Symbol(s)'],
      [2n, '2n'],
    ];
    for (const [value, text] of cases) assert.equal(functions.what_was_thrown(() => { throw value; }), text);
    assert.equal(functions.what_was_thrown(() => {}), 'nothing was thrown');
  });

  test('is an exception, whatever its message or text does', () => {
    const nasty = [
      Object.defineProperty(new Error('x'), 'message', { get() { throw new Error('again'); } }),
      Object.defineProperty(new Error('x'), 'message', { value: 5 }),
      { toString() { throw new Error('again'); } },
      { [Symbol.toPrimitive]() { throw new Error('again'); } },
      Object.create(null),
      new Proxy({}, { get() { throw new Error('again'); } }),
      Proxy.revocable({}, {}).proxy,
    ];
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    for (const value of [...nasty, revoked.proxy]) {
      assert.equal(thrownBy(() => functions.call_plain(() => { throw value; })), value);
      assert.equal(typeof functions.what_was_thrown(() => { throw value; }), 'string');
    }
  });

  test('can be caught and forgotten', () => {
    assert.equal(functions.count_throws(() => { throw new Error('x'); }, 1000), 1000);
    assert.equal(functions.count_throws(() => {}, 10), 0);
  });

  test('can become the cause of another error', () => {
    for (const value of [new Error('inner'), 'text', 5]) {
      const error = thrownBy(() => functions.throw_around(() => { throw value; }));
      assert.equal(error.name, 'Error');
      assert.equal(error.message, 'around');
      assert.equal(error.cause, value);
    }
  });
});

describe('a callback that C++ keeps', () => {
  test('can be called later', async () => {
    let calls = 0;
    functions.keep(() => { ++calls; });
    await new Promise(setImmediate);
    collectGarbage();
    functions.call_kept();
    functions.call_kept();
    assert.equal(calls, 2);
    functions.forget();
  });

  test('throws its error at whoever calls it', () => {
    const error = new Error('later');
    functions.keep(() => { throw error; });
    assert.equal(thrownBy(functions.call_kept), error);
    functions.forget();
  });

  test('can replace itself while it runs', () => {
    const order = [];
    functions.keep(() => {
      functions.keep(() => order.push('second'));
      collectGarbage();
      order.push('first');
    });
    functions.call_kept();
    functions.call_kept();
    assert.deepEqual(order, ['first', 'second']);
    functions.forget();
  });

  test('is garbage when C++ lets go of it', async () => {
    const make = () => {
      const callback = () => {};
      functions.keep(callback);
      return new WeakRef(callback);
    };
    const kept = make();
    await new Promise(setImmediate);
    collectGarbage();
    assert.notEqual(kept.deref(), undefined);
    functions.forget();
    await new Promise(setImmediate);
    collectGarbage();
    assert.equal(kept.deref(), undefined);
  });
});

describe('threads', () => {
  const sentence = /^"f" is called off the JavaScript thread: Operation not permitted$/;

  test('a callback called on another thread refuses with a system_error', () => {
    let calls = 0;
    assert.match(functions.call_on_thread(() => { ++calls; }), sentence);
    assert.match(functions.call_ref_on_thread(() => { ++calls; }), sentence);
    assert.equal(calls, 0);
  });

  test('the refusal is an Error with the code EPERM', () => {
    const error = thrownBy(() => functions.rethrow_from_thread(() => {}));
    assert.equal(error.name, 'Error');
    assert.equal(error.code, 'EPERM');
    assert.equal(error.errno, 1);
    assert.match(error.message, sentence);
  });

  test('a callback destroyed on another thread is freed later', async () => {
    const make = () => {
      const callback = () => {};
      functions.keep(callback);
      return new WeakRef(callback);
    };
    const kept = make();
    functions.forget_on_thread();
    functions.captured_alive();
    await new Promise(setImmediate);
    collectGarbage();
    assert.equal(kept.deref(), undefined);
  });

  test('a callback of a worker that has ended refuses and can be destroyed', async () => {
    const code = `
      const { functions } = require(require('node:worker_threads').workerData);
      functions.keep(() => {});
      functions.call_kept();
    `;
    const worker = new Worker(code, { eval: true, workerData: addonPath('doctest_addon') });
    const [exitCode] = await once(worker, 'exit');
    assert.equal(exitCode, 0);
    const error = thrownBy(functions.call_kept);
    assert.equal(error.name, 'Error');
    assert.ok(['EPERM', 'ECANCELED'].includes(error.code), error.code);
    assert.match(functions.call_kept_on_thread(),
      /^"f" is called (off the JavaScript thread|after its environment has ended): /);
    functions.forget();
  });

  test('a callback of another running worker refuses', async () => {
    const code = `
      const { parentPort, workerData } = require('node:worker_threads');
      const { functions } = require(workerData);
      functions.keep(() => {});
      parentPort.postMessage('kept');
      parentPort.once('message', () => {});
    `;
    const worker = new Worker(code, { eval: true, workerData: addonPath('doctest_addon') });
    await once(worker, 'message');
    assert.equal(thrownBy(functions.call_kept).code, 'EPERM');
    functions.forget();
    worker.postMessage('end');
    const [exitCode] = await once(worker, 'exit');
    assert.equal(exitCode, 0);
  });

  test('a worker that is terminated inside a callback ends', async () => {
    const code = `
      const { parentPort, workerData } = require('node:worker_threads');
      const { functions } = require(workerData);
      functions.call_plain(() => {
        parentPort.postMessage('inside');
        for (;;) functions.call_plain(() => {});
      });
    `;
    const worker = new Worker(code, { eval: true, workerData: addonPath('doctest_addon') });
    await once(worker, 'message');
    assert.equal(await worker.terminate(), 1);
  });

  test('process.exit() inside a callback of a worker ends it', async () => {
    const code = `
      const { functions } = require(require('node:worker_threads').workerData);
      functions.call_plain(() => functions.call_plain(() => process.exit(7)));
    `;
    const worker = new Worker(code, { eval: true, workerData: addonPath('doctest_addon') });
    const [exitCode] = await once(worker, 'exit');
    assert.equal(exitCode, 7);
  });
});

describe('functions as results', () => {
  test('can be called, each with its own state', () => {
    const addOne = functions.adder(1);
    const addTwo = functions.adder(2);
    assert.equal(addOne(10), 11);
    assert.equal(addTwo(10), 12);
    assert.equal(addOne.call({}, 1), 2);
    assert.equal(addOne(1, 'ignored'), 2);
    assert.notEqual(functions.adder(1), functions.adder(1));
  });

  test('have a name and a length and cannot be constructed', () => {
    const add = functions.named_adder(1);
    assert.deepEqual(Object.getOwnPropertyDescriptors(add), {
      name: { value: 'add to', writable: false, enumerable: false, configurable: true },
      length: { value: 1, writable: false, enumerable: false, configurable: true },
    });
    assert.equal(functions.adder(1).name, '');
    assert.equal(functions.function_with_optionals().length, 1);
    assert.throws(() => new add(1), { name: 'TypeError', message: 'add is not a constructor' });
    assert.equal('prototype' in add, false);
  });

  test('check their arguments under their own name', () => {
    assert.throws(() => functions.named_adder(1)('2'), {
      name: 'TypeError',
      code: 'ERR_INVALID_ARG_TYPE',
      message: 'add to(): The "arg0" argument must be of type number. Received type string (\'2\')',
    });
    assert.throws(() => functions.adder(1)('2'), {
      name: 'TypeError',
      code: 'ERR_INVALID_ARG_TYPE',
      message: 'The "arg0" argument must be of type number. Received type string (\'2\')',
    });
    assert.throws(() => functions.named_adder(1)(), {
      name: 'TypeError',
      code: 'ERR_MISSING_ARGS',
      message: 'add to(): The "arg0" argument must be specified',
    });
  });

  test('have optional parameters', () => {
    const call = functions.function_with_optionals();
    assert.equal(call(1), 111);
    assert.equal(call(1, 2), 103);
    assert.equal(call(1, null, 3), 14);
  });

  test('throw what C++ throws', () => {
    assert.throws(functions.thrower(), { name: 'TypeError', message: 'from within' });
  });

  test('that are empty are an error', () => {
    assert.throws(() => functions.empty_function(),
      { name: 'Error', message: 'an empty std::function was returned' });
  });

  test('pass JavaScript functions on', () => {
    const error = new Error('mine');
    const same = functions.same_function((x) => { if (x < 0) throw error; return x * 2; });
    assert.equal(same(4), 8);
    assert.equal(thrownBy(() => same(-1)), error);
    assert.equal(functions.call_function(functions.adder(1), 2), 3);
  });

  test('take and give functions', () => {
    const twice = (g) => (x) => g(g(x));
    assert.equal(functions.call_higher_order(twice, (x) => x * 3, 2), 18);
    assert.equal(functions.call_higher_order(twice, functions.adder(5), 2), 12);
  });

  test('are freed with what they hold', async () => {
    const before = functions.captured_alive();
    const make = () => {
      const made = Array.from({ length: 50 }, () => functions.counter_function());
      assert.equal(made[7](), 1);
      assert.equal(made[7](), 2);
      assert.equal(made[8](), 1);
      assert.equal(functions.captured_alive(), before + 50);
    };
    make();
    for (let i = 0; i < 20 && functions.captured_alive() > before; ++i) {
      collectGarbage();
      await new Promise(setImmediate);
    }
    assert.equal(functions.captured_alive(), before);
  });
});
