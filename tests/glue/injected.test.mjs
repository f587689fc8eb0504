import assert from 'node:assert/strict';
import { test } from 'node:test';
import { functions } from '../functions.mjs';

test('injected parameters at any position are not arguments', () => {
  assert.equal(functions.injected_between.length, 1);
  const { injected_between: call } = functions;
  assert.equal(call(1, 2), 'undefined 1,2');
  assert.equal(call(1), 'undefined 1,7');
  assert.equal(functions.injected_last(3), 3);
  assert.equal(functions.injected_first(), -1);
  assert.equal(functions.injected_first(4), 4);
});

test('messages count arguments only', () => {
  assert.throws(() => functions.injected_between(1, 'x'), {
    name: 'TypeError',
    code: 'ERR_INVALID_ARG_TYPE',
    message: 'injected_between(): The "second" argument must be of type number. Received type string (\'x\')',
  });
  assert.throws(() => functions.injected_between(), {
    name: 'TypeError',
    code: 'ERR_MISSING_ARGS',
    message: 'injected_between(): The "first" argument must be specified',
  });
});

test('this is what the caller says', () => {
  const { type_of_this: call } = functions;
  assert.equal(call(), 'undefined');
  assert.equal(({ call }).call(), 'an instance of Object');
  assert.equal(call.call(new Map()), 'an instance of Map');
  assert.equal(call.apply(null), 'null');
  assert.equal(call.call(5), 'type number (5)');
  assert.equal(call.call('text'), "type string ('text')");
  assert.equal(Reflect.apply(call, Symbol('s'), []), 'type symbol (Symbol(s))');
  assert.equal(call.bind(true)(), 'type boolean (true)');
});
