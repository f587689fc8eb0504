import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { load } from '../../scripts/load_example.mjs';
import { addonPath } from '../../scripts/paths.mjs';

const addon = load('mixing_node_addon_api');

test('one object has what was moved and what was not', () => {
  assert.deepEqual(Object.keys(addon),
    ['Tally', 'longestWord', 'shortestWord', 'eachWord', 'calls', 'addWords', 'WordList']);
});

test('a function and its like before the move', () => {
  assert.equal(addon.longestWord(['to', 'bind', 'a']), 'bind');
  assert.equal(addon.shortestWord(['to', 'bind', 'a']), 'a');
  const noWords = { name: 'TypeError', message: 'there are no words' };
  assert.throws(() => addon.longestWord([]), noWords);
  assert.throws(() => addon.shortestWord([]), noWords);
});

test('what was moved says where a fault is', () => {
  // [faults]
  assert.throws(() => addon.longestWord(['to', 5]), {
    name: 'TypeError',
    message: 'an array of strings is expected',
  });
  assert.throws(() => addon.shortestWord(['to', 5]), {
    name: 'TypeError',
    code: 'ERR_INVALID_ARG_TYPE',
    message: 'shortestWord(): The "words[1]" property must be of type string. Received type number (5)',
  });
  // [/faults]
});

test('what a callback throws comes out as itself', () => {
  const seen = [];
  addon.eachWord('one  two', (word) => seen.push(word));
  assert.deepEqual(seen, ['one', 'two']);
  for (const thrown of [new Error('stop'), 'stop', undefined]) {
    const visit = () => { throw thrown; };
    assert.throws(() => addon.eachWord('one two', visit), (error) => error === thrown);
  }
});

test('both see the same instance data', () => {
  const before = addon.calls();
  addon.longestWord(['a']);
  assert.equal(addon.calls(), before + 1);
});

test('a function that was moved takes an object of a class that was not', () => {
  const tally = new addon.Tally();
  addon.addWords(tally, 'to be or not to be');
  assert.equal(tally.countOf('to'), 2);
  assert.equal(tally.countOf('not'), 1);
  assert.equal(tally.countOf('that'), 0);
  assert.throws(() => addon.addWords({}, 'to be'), { name: 'TypeError', message: 'a Tally is expected' });
  assert.throws(() => tally.countOf(), { name: 'TypeError', message: 'a word is expected' });
});

test('a class that was moved stands beside one that was not', () => {
  // [list]
  const list = new addon.WordList('to be or').add('not to be');
  assert.equal(list.size, 6);
  assert.equal(list.longest(), 'not');
  class LoudList extends addon.WordList {
    longest() { return super.longest().toUpperCase(); }
  }
  assert.equal(new LoudList('bind').longest(), 'BIND');
  // [/list]
  assert.throws(() => addon.addWords(list, 'to be'), { name: 'TypeError', message: 'a Tally is expected' });
  assert.throws(() => addon.WordList.prototype.longest.call(new addon.Tally()), {
    name: 'TypeError',
    code: 'ERR_INVALID_THIS',
    message: 'WordList.longest(): It must be called on an instance of WordList. Received an instance of Tally',
  });
  assert.throws(() => new addon.WordList().longest(), { name: 'TypeError', message: 'there are no words' });
});

test('each worker has its own instance data', async () => {
  addon.longestWord(['a']);
  const code = `
    const addon = require(process.argv[2]);
    addon.longestWord(['a']);
    addon.longestWord(['b']);
    require('node:worker_threads').parentPort.postMessage(addon.calls());
  `;
  const before = addon.calls();
  const worker = new Worker(code, { eval: true, argv: [addonPath('mixing_node_addon_api')] });
  const [[calls], [exitCode]] = await Promise.all([once(worker, 'message'), once(worker, 'exit')]);
  assert.equal(calls, 2);
  assert.equal(exitCode, 0);
  assert.equal(addon.calls(), before);
});
