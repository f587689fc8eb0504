// How `npm run test:asan` judges reports. That they come at all it checks itself, with planted faults.
import assert from 'node:assert/strict';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { faultsOf } from '../scripts/asan/reports.mjs';
import { root } from '../scripts/paths.mjs';

const node = realpathSync(process.execPath);
const addon = '/somewhere/addon.node';
const program = join(realpathSync(root), 'build', 'Release', 'doctest_plain');
const operatorNew = ['/usr/lib/libasan.so.8', 'operator new(unsigned long) asan_new_delete.cpp:95'];
const string = ['/usr/lib/libstdc++.so.6', 'std::string::string(char const*) <null>'];
const main = ['/lib/libc.so.6', '__libc_start_call_main <null>'];

/** A leak whose memory was asked for by these frames, the innermost first. */
const leak = (...frames) => ['Direct leak of 8 byte(s) in 1 object(s) allocated from:']
  .concat([operatorNew, ...frames, main].map(([module, place], i) => `    #${i} [${module}] ${place}`))
  .join('\n');

const report = (...leaks) => `
=================================================================
==123==ERROR: LeakSanitizer: detected memory leaks

${leaks.join('\n\n')}

SUMMARY: AddressSanitizer: 8 byte(s) leaked in 1 allocation(s).
`;

const create = (what) => [node, `napi_create_${what} <null>`];
const inNode = [node, 'node::Start(int, char**) <null>'];
const inV8 = [node, 'v8impl::Thing::New(napi_env__*) <null>'];
const inAddon = [addon, 'make addon.cc:5'];
const inProgram = [program, 'main doctest_plain.cc:5'];

test('what Node.js leaks is no fault of ours', () => {
  assert.deepEqual(faultsOf(report(leak(inNode))), []);
  assert.deepEqual(faultsOf(report(leak(string, inNode), leak(inNode, inAddon, inNode))), []);
  assert.deepEqual(faultsOf(report(leak(inV8, create('function'), inAddon))), []);
});

test('what our modules leak is a fault', () => {
  const faults = [inAddon, inProgram].flatMap((ours) => [leak(ours, inNode), leak(string, ours)]);
  assert.deepEqual(faultsOf(report(faults[0], leak(inNode), ...faults.slice(1))), faults);
});

test('what nobody known leaks is a fault', () => {
  assert.deepEqual(faultsOf(report(leak(string), leak(['<null>', '<null> <null>']))),
    [leak(string), leak(['<null>', '<null> <null>'])]);
});

test('what Node-API gave away is leaked by whoever asked for it', () => {
  for (const frames of [[inV8, create('reference')], [create('reference')], [create('async_work')]]) {
    assert.deepEqual(faultsOf(report(leak(...frames, inAddon))), [leak(...frames, inAddon)]);
  }
});

test('whatever is no leak is a fault', () => {
  const error = '==123==ERROR: AddressSanitizer: heap-use-after-free on address 0x6020\n    #0 [x] f x.cc:1';
  assert.deepEqual(faultsOf(error), [error]);
  const fatal = '==123==LeakSanitizer has encountered a fatal error.';
  assert.deepEqual(faultsOf(report(leak(inNode)) + fatal), [fatal]);
  assert.deepEqual(faultsOf(''), []);
});
