import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addonPath } from '../../scripts/paths.mjs';
import { ended, endedAlike, endedAlikeInWorker, endedInWorker, endedLoading } from '../exits.mjs';

/** A hook, and a listener of 'exit' that was there before it and one that comes later. */
const setup = `
  process.on('exit', (code) => say('exit ' + code));
  functions.say_at_exit('hook');
  process.on('exit', () => say('later listener'));
`;
const listeners = (code) => [`exit ${code}`, 'later listener'];

/** [title, code, exit code, what is said before the hook] */
const ways = [
  ['at its normal end', '', 0, listeners(0)],
  ['after what the event loop did', "setTimeout(() => say('timer'), 1)", 0, ['timer', ...listeners(0)]],
  ['with process.exitCode', 'process.exitCode = 4', 4, listeners(4)],
  ['by process.exit(3)', 'process.exit(3)', 3, listeners(3)],
  ['by process.exit(3) in a callback', 'setImmediate(() => process.exit(3))', 3, listeners(3)],
  ['by process.exit() with process.exitCode', 'process.exitCode = 4; process.exit()', 4, listeners(4)],
  ['by process.reallyExit(6)', 'process.reallyExit(6)', 6, []],
  ['by an uncaught error', "throw new Error('mine')", 1, listeners(1)],
  ['by an uncaught error of a callback', "setImmediate(() => { throw new TypeError('mine') })", 1, listeners(1)],
  ['by an uncaught primitive', "throw 'mine'", 1, listeners(1)],
  ['by an unhandled rejection', "Promise.reject(new Error('mine'))", 1, listeners(1)],
  ['by an exit listener that throws', "process.on('exit', () => { throw new Error('mine') })", 1, listeners(0)],
  ['by the first exit listener that throws',
    "process.prependListener('exit', () => { throw new Error('mine') })", 1, []],
  ['by an exit listener that throws at process.exit(3)',
    "process.on('exit', () => { throw new Error('mine') }); process.exit(3)", 3, listeners(3)],
  ['by an exit listener that throws after an uncaught error',
    "process.prependListener('exit', () => { throw new Error('other') }); throw new Error('mine')", 1, []],
  ['by process.exit(5) in an exit listener', "process.on('exit', () => process.exit(5))", 5, listeners(0)],
  ['by process.exit(5) in an exit listener after an uncaught error',
    "process.prependListener('exit', () => process.exit(5)); throw new Error('mine')", 5, []],
  ['by an error thrown on by its handler',
    "process.on('uncaughtException', (error) => { throw error }); throw new Error('mine')", 7, []],
  ['by the handler of an uncaught error',
    "process.on('uncaughtException', () => process.exit(9)); throw new Error('mine')", 9, listeners(9)],
];

describe('hooks run when the main thread ends', () => {
  for (const [title, code, exitCode, before] of ways) {
    test(title, async () => {
      const result = await endedAlike(setup + code);
      assert.deepEqual([result.code, result.signal], [exitCode, null]);
      assert.deepEqual(result.lines, [...before, 'hook']);
    });
  }

  test('after a handled error as if there had been none', async () => {
    const result = await endedAlike(`${setup}
      const { emit } = process;
      process.on('uncaughtException', () => say('handled'));
      setImmediate(() => say('emit is ' + (process.emit === emit && !Object.hasOwn(process, 'emit'))));
      throw new Error('mine');
    `);
    assert.equal(result.code, 0);
    assert.deepEqual(result.lines, ['handled', 'emit is true', ...listeners(0), 'hook']);
  });

  test('after an error that another emit() had handled, which stays', async () => {
    const result = await endedAlike(`${setup}
      const emit = process.emit = Object.assign(function (...args) {
        return Object.getPrototypeOf(process).emit.apply(this, args);
      });
      process.on('uncaughtException', () => say('handled'));
      setImmediate(() => say('emit is ' + (process.emit === emit)));
      throw new Error('mine');
    `);
    assert.equal(result.code, 0);
    assert.deepEqual(result.lines, ['handled', 'emit is true', ...listeners(0), 'hook']);
  });

  test('after a captured error', async () => {
    const result = await endedAlike(`${setup}
      process.setUncaughtExceptionCaptureCallback(() => say('captured'));
      throw new Error('mine');
    `);
    assert.equal(result.code, 0);
    assert.deepEqual(result.lines, ['captured', ...listeners(0), 'hook']);
  });

  test('once, although process.exit() was survived', async () => {
    const result = await endedAlike(`${setup}
      process.once('exit', () => { throw new Error('not yet') });
      try { process.exit(3) } catch (error) { say(error.message) }
    `);
    assert.equal(result.code, 3);
    assert.deepEqual(result.lines, [...listeners(3), 'not yet', ...listeners(3), 'hook']);
  });

  test('and others that were added after an early run in the cleanup hook', async () => {
    const result = await endedLoading(`
      const { reallyExit } = process;
      process.reallyExit = () => { throw new Error('not yet') };
      const functions = load();
      functions.say_at_exit('first');
      try { process.exit(0) } catch (error) { say(error.message) }
      functions.say_at_exit('second');
      process.reallyExit = reallyExit;
    `);
    assert.deepEqual(result, { code: 0, signal: null, lines: ['first', 'not yet', 'second'], stderr: '' });
  });

  test('but not by a signal', async () => {
    const result = await endedAlike(`${setup} process.kill(process.pid, 'SIGTERM'); setInterval(() => {}, 1e6);`);
    assert.deepEqual([result.code, result.signal, result.lines], [null, 'SIGTERM', []]);
  });

  test('by a signal whose listener exits', async () => {
    const result = await endedAlike(`${setup}
      process.on('SIGTERM', () => process.exit(8));
      process.kill(process.pid, 'SIGTERM');
      setInterval(() => {}, 1e6);
    `);
    assert.deepEqual([result.code, result.lines], [8, [...listeners(8), 'hook']]);
  });
});

/** [title, code, exit code, what is said before the hook, error] */
const waysOfWorkers = [
  ['at its normal end', '', 0, listeners(0)],
  ['with process.exitCode', 'process.exitCode = 4', 4, listeners(4)],
  ['by process.exit(3)', 'process.exit(3)', 3, listeners(3)],
  ['by process.exit(5) in an exit listener', "process.on('exit', () => process.exit(5))", 5, listeners(0)],
  ['by an uncaught error', "throw new Error('mine')", 1, listeners(1), 'mine'],
  ['by an unhandled rejection', "Promise.reject(new Error('mine'))", 1, listeners(1), 'mine'],
];

describe('hooks run when a worker ends', () => {
  for (const [title, code, exitCode, before, error] of waysOfWorkers) {
    test(title, async () => {
      const result = await endedAlikeInWorker(setup + code);
      assert.deepEqual([result.code, result.stderr], [0, '']);
      const last = [...(error ? [`worker error: ${error}`] : []), `worker exit: ${exitCode}`];
      assert.deepEqual(result.lines, [...before, 'hook', ...last]);
    });
  }

  for (const [title, code] of [['idle', 'setInterval(() => {}, 1e6)'], ['busy', 'for (;;);']]) {
    test(`by worker.terminate() while it is ${title}`, async () => {
      const worker = `${setup} parentPort.postMessage('ready'); ${code}`;
      const result = await endedAlikeInWorker(worker, "worker.on('message', () => worker.terminate());");
      assert.deepEqual([result.code, result.stderr], [0, '']);
      assert.deepEqual(result.lines, ['hook', 'worker exit: 1']);
    });
  }

  for (const [title, code, exitCode] of [
    ['process.exit(2)', 'process.exit(2)', 2], ['an uncaught error', "throw new Error('mine')", 1],
  ]) {
    test(`with the main thread, by ${title}`, async () => {
      const worker = `${setup} parentPort.postMessage('ready'); setInterval(() => {}, 1e6);`;
      const result = await endedAlikeInWorker(worker, `worker.on('message', () => { ${code} });`);
      assert.equal(result.code, exitCode);
      assert.deepEqual(result.lines, ['hook']);
    });
  }

  test('each its own', async () => {
    const result = await endedInWorker("functions.say_at_exit('of the worker')", `
      functions.say_at_exit('of the main thread');
      worker.on('exit', () => functions.say_at_exit('of the main thread, too'));
    `);
    assert.deepEqual(result, {
      code: 0, signal: null, stderr: '',
      lines: ['of the worker', 'worker exit: 0', 'of the main thread, too', 'of the main thread'],
    });
  });
});

describe('what scripts do to `process` leaves the cleanup hook', () => {
  const tampered = [
    'delete globalThis.process;',
    'globalThis.process = undefined;',
    'process.on = undefined;',
    "process.on = () => { throw new Error('no') };",
    "Object.defineProperty(process, 'reallyExit', { get() { throw new Error('no') } });",
    'Object.freeze(process);',
    'process.reallyExit = undefined;',
  ];
  for (const code of tampered) {
    test(code, async () => {
      const result = await endedLoading(`${code} load().say_at_exit('hook')`);
      assert.deepEqual(result, { code: 0, signal: null, lines: ['hook'], stderr: '' });
    });
  }

  test('what they do later changes nothing', async () => {
    const result = await ended(`
      functions.say_at_exit('hook');
      Reflect.apply = Reflect.defineProperty = Array.prototype[Symbol.iterator] = undefined;
      process.exit(3);
    `);
    assert.deepEqual(result, { code: 3, signal: null, lines: ['hook'], stderr: '' });
  });
});

test('a hook that a state adds when it dies is reported', async () => {
  const result = await ended('functions.say_at_exit("hook"); functions.register_after_the_end();');
  assert.deepEqual(result, {
    code: 0, signal: null, lines: ['hook', 'state destroyed'],
    stderr: 'tendon: an at_exit hook of "tests" came too late to run\n',
  });
});

test('states die after the hooks, and not at process.exit()', async () => {
  const result = await ended('functions.say_at_exit("hook"); functions.register_after_the_end(); process.exit(3)');
  assert.deepEqual(result, { code: 3, signal: null, lines: ['hook'], stderr: '' });
});

test('an addon without hooks leaves `process` alone, one with hooks comes once', async () => {
  const result = await endedLoading(`
    const { reallyExit } = process;
    const state = () => (process.reallyExit === reallyExit) + ' '
      + process.listenerCount('uncaughtExceptionMonitor') + ' ' + process.listenerCount('exit');
    say(state());
    require(${JSON.stringify(addonPath('hello'))});
    say(state());
    for (let i = 0; i < 3; ++i) {
      load().say_at_exit('hook');
      for (const path of Object.keys(require.cache)) delete require.cache[path];
    }
    say(state());
    say(process.reallyExit.name);
  `);
  assert.deepEqual(result.lines, ['true 0 0', 'true 0 0', 'false 1 0', 'reallyExit', 'hook', 'hook', 'hook']);
});
