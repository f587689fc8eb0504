import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { load } from '../../scripts/load_example.mjs';
import { addonPath } from '../../scripts/paths.mjs';

const tour = load('tour');

test('overloads are chosen by the number of arguments and what they are', () => {
  assert.equal(tour.area(3), 9);
  assert.equal(tour.area(3, 4), 12);
  assert.equal(tour.area({ width: 3, length: 5 }), 15);
  assert.throws(() => tour.area(), {
    name: 'TypeError',
    code: 'ERR_MISSING_ARGS',
    message: 'area(): No overload takes (). There are:\n  area(side: number)\n' +
      '  area(width: number, height: number)\n  area(room: room)',
  });
  assert.throws(() => tour.area('3'), {
    name: 'TypeError',
    code: 'ERR_INVALID_ARG_TYPE',
    message: "area(): No overload takes ('3'). There are:\n  area(side: number)\n" +
      '  area(width: number, height: number)\n  area(room: room)',
  });
});

test('a trailing optional may be left out', () => {
  assert.equal(tour.greet('Ada'), 'Hello, Ada!');
  assert.equal(tour.greet('Ada', null), 'Hello, Ada!');
  assert.equal(tour.greet('Ada', 'Countess'), 'Hello, Countess Ada!');
});

test('a callable with state counts on', () => {
  const first = tour.nextTicket();
  assert.equal(tour.nextTicket(), first + 1);
});

test('callbacks see each line; what they throw ends the loop and comes out unchanged', () => {
  // [each-line]
  const lines = [];
  tour.eachLine('one\ntwo', (line) => lines.push(line));
  // [/each-line]
  assert.deepEqual(lines, ['one', 'two']);
  const stop = Symbol('stop');
  const stopAtFirst = () => {
    throw stop;
  };
  assert.throws(
    () => tour.eachLine('one\ntwo', stopAtFirst),
    (thrown) => thrown === stop,
  );
});

test('functions made in C++ are functions', () => {
  // [scaled]
  const double = tour.scaledBy(2);
  assert.equal(double(21), 42);
  assert.equal(double.name, 'scaled');
  // [/scaled]
});

test('a span changes the array in place', () => {
  // [scale]
  const samples = Float64Array.of(1, 2, 3);
  tour.scale(samples, 10);
  assert.deepEqual(samples, Float64Array.of(10, 20, 30));
  // [/scale]
});

test('containers nest', () => {
  // [containers]
  const survey = { at: [1, 2], tags: new Set(['wet']), samples: { depth: [3, null, 5], width: [] } };
  assert.deepEqual(tour.countSamples(survey), { depth: 3, width: 0 });
  assert.deepEqual(tour.moved(survey, [1, 1]).at, [2, 3]);
  assert.deepEqual(tour.byRank(['Ada', 'Grace']), new Map([[1, 'Ada'], [2, 'Grace']]));
  // [/containers]
  assert.deepEqual([tour.samePosition(5), tour.samePosition('x'), tour.samePosition(['y', 2])], [5, 'x', 2]);
});

test('a vector becomes a typed array', () => {
  assert.deepEqual(tour.tone(Math.PI / 2, 2), Float32Array.of(0, 1));
});

test('any number of arguments', () => {
  // [largest]
  assert.equal(tour.largest(1, 5, 3), 5);
  // [/largest]
  assert.equal(tour.largest(2), 2);
});

test('times, paths and characters', () => {
  assert.equal(tour.between(new Date(1000), new Date(2500)), 1500);
  assert.equal(tour.withExtension('a/b.txt', '.md'), 'a/b.md');
  assert.equal(tour.repeated('a', 3), 'aaa');
  assert.equal(tour.nothing(), null);
});

test('an error code is thrown', () => {
  assert.throws(() => tour.removeFile('/no/such/file'), { name: 'Error', code: 'ENOENT', errno: 2 });
});

test('C++ exceptions become JavaScript errors', () => {
  // [thrown]
  assert.throws(() => tour.root(-1), { name: 'TypeError', message: 'a negative number has no real root' });
  assert.throws(() => tour.openMissing('/no/such'), { name: 'Error', code: 'ENOENT', errno: 2 });
  // [/thrown]
});

test('each worker has a state of its own', async () => {
  assert.equal(tour.visit('Ada'), 1);
  assert.equal(tour.visit('Ada'), 2);
  const code = `require('node:worker_threads').parentPort.postMessage(require(process.argv[2]).visit('Ada'))`;
  const worker = new Worker(code, { eval: true, argv: [addonPath('tour')] });
  const visits = await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
  assert.equal(visits, 1);
});

test('a lock file goes with its process', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tendon-tour-'));
  const [path, kept] = [join(folder, 'lock'), join(folder, 'kept')];
  const code = `
    require(process.argv[1]).lock(process.argv[2]);
    require('node:fs').copyFileSync(process.argv[2], process.argv[3]);
    process.exit(3);
  `;
  const result = spawnSync(process.execPath, ['--eval', code, addonPath('tour'), path, kept]);
  assert.equal(result.status, 3);
  assert.deepEqual(readdirSync(folder), ['kept']);
  rmSync(folder, { recursive: true });
});

test('a handle is any value', () => {
  assert.equal(tour.isPromise(Promise.resolve()), true);
  assert.equal(tour.isPromise({ then() {} }), false);
  assert.equal(tour.isPromise(), false);
});

test('constants keep their value in the declarations', () => {
  assert.equal(tour.LIMIT, 100);
});

test('enums have objects of their enumerators', () => {
  // [enums]
  const { Priority, Tide } = tour;
  assert.deepEqual(Tide, { low: 'low', rising: 'rising', high: 'high', falling: 'falling' });
  assert.equal(tour.nextTide(Tide.low), 'rising');
  assert.equal(tour.moreUrgent(Priority.low, Priority.high), 5);
  // [/enums]
  assert.equal(tour.moreUrgent(Priority.low), 0);
  assert.ok(Object.isFrozen(Priority));
});

test('exported errors have a class', () => {
  // [own_errors]
  const { ConfigError, ConfigSyntaxError } = tour;
  assert.equal(tour.countSettings('width = 5\nheight = 7'), 2);
  assert.throws(() => tour.countSettings('width = 5\nheight'), (error) => {
    assert.ok(error instanceof ConfigSyntaxError && error instanceof ConfigError && error instanceof Error);
    assert.equal(error.message, 'a line has no =');
    assert.equal(error.code, 'ERR_CONFIG');
    return error.line === 2;
  });
  // [/own_errors]
  assert.throws(() => tour.countSettings(''), { name: 'ConfigError', message: 'there are no settings' });
});

test('a submodule has exports of its own', () => {
  // [units]
  const { units } = tour;
  assert.equal(units.toInches(units.MILLIMETRES_PER_INCH), 1);
  // [/units]
});
