import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import vm from 'node:vm';
import { functions } from '../functions.mjs';

const isWrongType = (name, subject, expected, received) => ({
  name: 'TypeError',
  code: 'ERR_INVALID_ARG_TYPE',
  message: `${name}(): The ${subject} must be ${expected}. Received ${received}`,
});

describe('members', () => {
  test('come back in order of declaration, as ordinary properties', () => {
    const back = functions.same_spot({ y: 2, x: 1 });
    assert.deepEqual(back, { x: 1, y: 2 });
    assert.deepEqual(Object.keys(back), ['x', 'y']);
    assert.equal(Object.getPrototypeOf(back), Object.prototype);
    assert.deepEqual(Object.getOwnPropertyDescriptor(back, 'x'),
      { value: 1, writable: true, enumerable: true, configurable: true });
  });

  test('nest', () => {
    const given = { title: 'a', spots: [{ x: 1, y: 2 }, { x: 3, y: 4 }], center: { x: 5, y: 6 } };
    assert.deepEqual(functions.same_drawing(given), given);
  });

  test('may be const, many, or none', () => {
    assert.deepEqual(functions.same_constant({ first: 1, second: 'two' }), { first: 1, second: 'two' });
    const wide = Object.fromEntries([...'abcdefghijklmnopqrst'].map((name, i) => [name, i]));
    assert.deepEqual(functions.same_wide(wide), wide);
    assert.deepEqual(functions.same_nothing({ any: 1 }), {});
  });

  test('may have the names of what every object has', () => {
    const given = { constructor: 1, prototype: 2, length: 3, toString: 4 };
    assert.deepEqual(functions.same_keywords(given), given);
    assert.throws(() => functions.same_keywords({}),
      isWrongType('same_keywords', '"keywords.constructor" property', 'of type number', 'function Object'));
  });

  test('that are missing, undefined, null or wrong are named', () => {
    const subject = '"spot.y" property';
    for (const given of [{ x: 1 }, { x: 1, y: undefined }]) {
      assert.throws(() => functions.same_spot(given),
        isWrongType('same_spot', subject, 'of type number', 'undefined'));
    }
    assert.throws(() => functions.same_spot({ x: 1, y: null }),
      isWrongType('same_spot', subject, 'of type number', 'null'));
    assert.throws(() => functions.same_drawing({ title: 'a', spots: [{ x: 1, y: 2 }, { x: '3', y: 4 }] }),
      isWrongType('same_drawing', '"drawing.spots[1].x" property', 'of type number', "type string ('3')"));
    assert.throws(() => functions.same_drawing({ title: 'a', spots: [], center: 5 }),
      isWrongType('same_drawing', '"drawing.center" property', 'of type object', 'type number (5)'));
  });

  test('with an initializer are required all the same', () => {
    assert.throws(() => functions.same_with_initializers({ name: 'y' }),
      isWrongType('same_with_initializers', '"value.count" property', 'of type number', 'undefined'));
  });

  test('that are optional may be missing, undefined or null, and are left out of the result', () => {
    for (const given of [{}, { a: undefined, b: null }, { a: null }]) {
      const back = functions.same_all_optional(given);
      assert.deepEqual(Object.keys(back), []);
    }
    assert.deepEqual(functions.same_all_optional({ b: '' }), { b: '' });
    assert.equal(functions.drawing_title(), 'none');
    assert.equal(functions.drawing_title({ title: 't', spots: [] }), 't');
  });

  test('are read once and in order, others not at all', () => {
    const read = [];
    const given = {
      get y() { read.push('y'); return 2; },
      get extra() { throw new Error('read'); },
      get x() { read.push('x'); return 1; },
    };
    assert.deepEqual(functions.same_spot(given), { x: 1, y: 2 });
    assert.deepEqual(read, ['x', 'y']);
  });

  test('are read through a proxy, each with one get', () => {
    const traps = [];
    const handler = new Proxy({}, { get: (_, trap) => { traps.push(trap); } });
    assert.deepEqual(functions.same_spot(new Proxy({ x: 1, y: 2 }, handler)), { x: 1, y: 2 });
    assert.deepEqual(traps, ['get', 'get']);
  });

  test('are found on prototypes and without any', () => {
    class Spot { constructor() { this.x = 1; } get y() { return 2; } }
    assert.deepEqual(functions.same_spot(new Spot()), { x: 1, y: 2 });
    assert.deepEqual(functions.same_spot({ __proto__: null, x: 1, y: 2 }), { x: 1, y: 2 });
    assert.deepEqual(functions.same_spot(Object.create({ x: 1, y: 2 })), { x: 1, y: 2 });
    assert.deepEqual(functions.same_spot(Object.freeze({ x: 1, y: 2 })), { x: 1, y: 2 });
    assert.deepEqual(functions.same_spot(vm.runInNewContext('({ x: 1, y: 2 })')), { x: 1, y: 2 });
    assert.deepEqual(functions.same_spot(Object.assign([], { x: 1, y: 2 })), { x: 1, y: 2 });
  });
});

test('what is no object is refused', () => {
  const cases = [
    [undefined, 'undefined'],
    [null, 'null'],
    [1, 'type number (1)'],
    ['text', "type string ('text')"],
    [Symbol('s'), 'type symbol (Symbol(s))'],
    [() => {}, 'type function ([Function (anonymous)])'],
    [function named() {}, 'function named'],
  ];
  for (const [value, received] of cases) {
    assert.throws(() => functions.same_spot(value),
      isWrongType('same_spot', '"spot" argument', 'of type object', received));
  }
});

test('what a getter or a proxy throws comes out as it is', () => {
  for (const thrown of [new Error('mine'), 'text', 5, undefined, null, Symbol('s'), { an: 'object' }]) {
    const getter = { get x() { throw thrown; } };
    const proxy = new Proxy({}, { get() { throw thrown; } });
    for (const [call, given] of [
      [functions.same_spot, getter],
      [functions.same_spot, proxy],
      [functions.same_drawing, { title: 't', spots: [getter] }],
    ]) {
      let caught = 'nothing';
      try {
        call(given);
      } catch (error) {
        caught = error;
      }
      assert.equal(caught, thrown);
    }
  }
});

test('setters on Object.prototype see no member of a result', () => {
  let calls = 0;
  Object.defineProperty(Object.prototype, 'x', { set() { ++calls; }, configurable: true });
  let back;
  try {
    back = functions.spot_or_default();
  } finally {
    delete Object.prototype.x;
  }
  assert.equal(calls, 0);
  assert.deepEqual(back, { x: 1, y: 2 });
});

test('a default object is made anew for each call', () => {
  const first = functions.spot_or_default();
  first.x = 100;
  assert.deepEqual(functions.spot_or_default(undefined), { x: 1, y: 2 });
  assert.deepEqual(functions.spot_or_default({ x: 3, y: 4 }), { x: 3, y: 4 });
});

describe('recursive structs', () => {
  /** Each level of a tree is two levels of the path: `children` and the element. */
  const nested = (depth) => {
    let root = { value: 0, children: [] };
    for (let i = 1; i <= depth; ++i) root = { value: i, children: [root] };
    return root;
  };

  const tooDeep = {
    name: 'RangeError',
    code: 'ERR_OUT_OF_RANGE',
    message: 'same_tree(): The value of "tree" is out of range. It must be nested at most 256 levels deep. ' +
      'Received an instance of Object',
  };

  test('cross in both directions', () => {
    assert.deepEqual(functions.same_tree(nested(3)), nested(3));
    assert.deepEqual(functions.deep_tree(3), nested(3));
  });

  test('may be 256 levels deep', () => {
    assert.deepEqual(functions.same_tree(nested(127)), nested(127));
    assert.throws(() => functions.same_tree(nested(128)), tooDeep);
  });

  test('may not be cyclic', () => {
    const cycle = { value: 1, children: [] };
    cycle.children.push(cycle);
    assert.throws(() => functions.same_tree(cycle), tooDeep);
    const endless = { value: 1, get children() { return [endless]; } };
    assert.throws(() => functions.same_tree(endless), tooDeep);
  });

  test('as results may be deeper', () => {
    let depth = 0;
    for (let at = functions.deep_tree(1000); at; at = at.children[0]) ++depth;
    assert.equal(depth, 1001);
  });
});
