import assert from 'node:assert/strict';
import { once } from 'node:events';
import { describe, test } from 'node:test';
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { functions } from '../functions.mjs';

const initial = {
  language: 'en', number: 7, columns: [1, 2], landscape: true, edges: { left: 3, right: 4 }, scale: 0,
};

const isWrongType = (name, subject, expected, received) => ({
  name: 'TypeError',
  code: 'ERR_INVALID_ARG_TYPE',
  message: `${name}(): The ${subject} must be ${expected}. Received ${received}`,
});

describe('members with defaults', () => {
  test('keep their initializers when absent or undefined', () => {
    assert.deepEqual(functions.same_page({ title: 't' }), { title: 't', ...initial });
    const blank = Object.fromEntries(Object.keys(initial).map((name) => [name, undefined]));
    assert.deepEqual(functions.same_page({ title: 't', ...blank }), { title: 't', ...initial });
    assert.deepEqual(functions.same_pages([{ title: 'a' }, { title: 'b', scale: 2 }]),
      [{ title: 'a', ...initial }, { title: 'b', ...initial, scale: 2 }]);
    assert.equal(functions.count_pages([{ title: 'a' }], 1), 2);
    assert.deepEqual(functions.same_move_only({ count: 1 }), { text: 'kept', count: 1 });
  });

  test('take other values', () => {
    const given = {
      title: 't', language: 'de', number: 1, columns: [], landscape: false, edges: { left: 0, right: 0 }, scale: 5,
    };
    assert.deepEqual(functions.same_page(given), given);
    for (const options of [{ width: 1 }, { height: 2 }, { name: 'x' }, { width: 1, height: 2, name: 'x' }, {}]) {
      assert.deepEqual(functions.same_frame_options(options), { width: 640, height: 480, name: 'main', ...options });
    }
  });

  test('are kept anew in each call', () => {
    functions.same_page({ title: 'a' }).columns.push(3);
    assert.deepEqual(functions.same_page({ title: 'b' }).columns, [1, 2]);
  });

  test('that are optional take null as no value', () => {
    assert.deepEqual(Object.keys(functions.same_page({ title: 't', number: null })),
      ['title', 'language', 'columns', 'landscape', 'edges', 'scale']);
  });

  test('that are optional keep their initializers too where all travels in the frame', () => {
    const limits = { most: 7, unit: 'm', least: -1 };
    assert.deepEqual(functions.same_limits({}), limits);
    assert.deepEqual(functions.same_limits({ most: undefined, unit: undefined, least: undefined }), limits);
    assert.deepEqual(functions.same_limits({ most: null, unit: null }), { least: -1 });
    assert.deepEqual(functions.same_bounds({ x: {} }), { x: limits, y: { most: 1, unit: 's', least: 0 } });
    assert.equal(functions.scaled_bounds({ x: {} }, 2), 14);
  });

  test('are those of the struct for any that are left out', () => {
    const optional = (each) => fc.oneof(each, fc.constant(undefined));
    const options = fc.record({
      width: optional(fc.double()),
      height: optional(fc.double()),
      name: optional(fc.string({ unit: 'grapheme' })),
    }, { requiredKeys: [] });
    fc.assert(fc.property(options, (given) => {
      const expected = { width: 640, height: 480, name: 'main' };
      for (const name of Object.keys(expected)) if (given[name] !== undefined) expected[name] = given[name];
      assert.deepEqual(functions.same_frame_options(given), expected);
    }));
  });

  test('are no less strict about what is there', () => {
    assert.throws(() => functions.same_page({ title: 't', language: null }),
      isWrongType('same_page', '"page.language" property', 'of type string', 'null'));
    assert.throws(() => functions.same_page({ title: 't', edges: { left: 1 } }),
      isWrongType('same_page', '"page.edges.right" property', 'of type number', 'undefined'));
    assert.throws(() => functions.same_page({}),
      isWrongType('same_page', '"page.title" property', 'of type string', 'undefined'));
    assert.throws(() => functions.same_frame_options(undefined),
      isWrongType('same_frame_options', '"options" argument', 'of type object', 'undefined'));
    assert.throws(() => functions.frame_area([{ width: '1' }]),
      isWrongType('frame_area', '"all[0].width" property', 'of type number', "type string ('1')"));
  });

  test('may be those of elements, optional values, functions and results of callbacks', () => {
    assert.equal(functions.frame_area([{}, { width: 1 }, { width: 2, height: 3 }]), 640 * 480 + 480 + 6);
    assert.equal(functions.frame_name(), 'main');
    assert.equal(functions.frame_name({}), 'main');
    assert.equal(functions.frame_name({ name: 'other' }), 'other');
    assert.equal(functions.run_handler({}), 42);
    assert.equal(functions.run_handler({ run: () => 5 }), 5);
    assert.equal(functions.made_height((width) => ({ width })), 480);
  });

  test('are read once and in order', () => {
    const read = [];
    const given = {
      get height() { read.push('height'); return undefined; },
      get name() { read.push('name'); return 'n'; },
      get width() { read.push('width'); return 1; },
    };
    assert.deepEqual(functions.same_frame_options(given), { width: 1, height: 480, name: 'n' });
    assert.deepEqual(read, ['width', 'height', 'name']);
    const thrown = new Error('mine');
    assert.throws(() => functions.same_frame_options({ get height() { throw thrown; } }), thrown);
  });

  test('do not count when an alternative is chosen', () => {
    assert.equal(functions.disk_or_ring({ radius: 1 }), 0);
    assert.equal(functions.disk_or_ring({ radius: 1, color: 'blue' }), 0);
    assert.equal(functions.disk_or_ring({ radius: 1, inner: 0.5 }), 1);
  });

  test('are the same in a worker', async () => {
    const code = `
      const { parentPort, workerData } = require('node:worker_threads');
      import(workerData).then(({ functions }) => parentPort.postMessage(functions.same_page({ title: 'w' })));`;
    const worker = new Worker(code,
      { eval: true, workerData: new URL('../functions.mjs', import.meta.url).href });
    const [made] = await once(worker, 'message');
    await worker.terminate();
    assert.deepEqual(made, { title: 'w', ...initial });
  });
});
