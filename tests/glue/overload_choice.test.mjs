import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import vm from 'node:vm';
import { functions } from '../functions.mjs';
import { rank, samples, takeSameValues } from '../value_kinds.mjs';

const { Disk, Tile } = functions;

const isUnmatched = (name, taken, overloads, code = 'ERR_INVALID_ARG_TYPE') => ({
  name: 'TypeError',
  code,
  message: `${name}(): No overload takes ${taken}. There are:${overloads.map((each) => `\n  ${each}`).join('')}`,
});

const isWrongType = (name, subject, expected, received) => ({
  name: 'TypeError',
  code: 'ERR_INVALID_ARG_TYPE',
  message: `${name}(): The ${subject} must be ${expected}. Received ${received}`,
});

const kindOf = [
  'kind_of(value: number)', 'kind_of(value: string)', 'kind_of(value: boolean)',
  'kind_of(value: readonly number[] | Float64Array)', 'kind_of(value: ReadonlySet<string>)',
  'kind_of(value: ReadonlyMap<number, number>)', 'kind_of(value: Readonly<Record<string, number>>)',
  'kind_of(value: dot)', 'kind_of(value: ball)', 'kind_of(value: "red" | "green")', 'kind_of(value: Disk)',
  'kind_of(value: Tile)', 'kind_of(value: () => void)', 'kind_of(value: Uint8Array | ArrayBuffer)',
];

describe('overloads of one number of arguments', () => {
  const values = {
    number: [1, 0.5, NaN, -0], string: ['', 'pink'], boolean: [true, false], array: [[], [1], Float64Array.of(1)],
    set: [new Set()], map: [new Map()], record: [{}, { a: 1 }, { x: 1 }], dot: [{ x: 1, y: 2 }],
    ball: [{ x: 1, y: 2, radius: 3 }], tint: ['red', 'green'], disk: [new Disk(1)], tile: [new Tile()],
    function: [() => {}, class {}], bytes: [Uint8Array.of(1), new ArrayBuffer(1), Buffer.from('a')],
  };

  for (const [kind, all] of Object.entries(values)) {
    test(`are chosen by what the argument is: ${kind}`, () => {
      for (const value of all) assert.equal(functions.kind_of(value), kind);
    });
  }

  test('take values of another realm', () => {
    for (const [source, kind] of [
      ['[1]', 'array'], ['new Set()', 'set'], ['new Map()', 'map'], ['({ x: 1, y: 2 })', 'dot'], ['({})', 'record'],
      ['() => {}', 'function'], ['new Uint8Array(1)', 'bytes'], ['new Float64Array(1)', 'array'],
    ]) {
      assert.equal(functions.kind_of(vm.runInNewContext(source)), kind, source);
    }
  });

  test('ignore what none of them takes', () => {
    assert.equal(functions.kind_of('x', 1, null), 'string');
    assert.deepEqual(['a', true].map(functions.kind_of), ['string', 'boolean']);
  });

  test('are listed when none takes the argument', () => {
    class Widget {}
    for (const [value, shown] of [
      [undefined, 'undefined'], [null, 'null'], [5n, '5n'], [Symbol('s'), 'Symbol(s)'],
      [new Date(0), 'an instance of Date'], [Int8Array.of(1), 'an instance of Int8Array'],
      [Object.freeze(new DataView(new ArrayBuffer(1))), 'an instance of DataView'],
    ]) {
      assert.throws(() => functions.kind_of(value), isUnmatched('kind_of', `(${shown})`, kindOf));
    }
    assert.equal(functions.kind_of(new Widget()), 'record');
  });

  test('are listed when there is no argument', () => {
    assert.throws(() => functions.kind_of(), isUnmatched('kind_of', '()', kindOf, 'ERR_MISSING_ARGS'));
  });

  test('have the length of the shortest', () => {
    assert.equal(functions.kind_of.length, 1);
    assert.equal(functions.by_second.length, 1);
    assert.equal(functions.any_number.length, 1);
    assert.equal(Disk.length, 1);
  });
});

describe('matching', () => {
  test('calls no getter', () => {
    const read = [];
    const given = {
      get x() { read.push('x'); return 7; },
      get y() { read.push('y'); return 2; },
      get radius() { throw new Error('read'); },
      get constructor() { throw new Error('read'); },
    };
    assert.equal(functions.draw(given, 'red'), 7);
    assert.deepEqual(read, ['x', 'y']);
  });

  test('lets out what a trap throws', () => {
    const error = new Error('mine');
    const given = new Proxy({}, { has() { throw error; } });
    assert.throws(() => functions.kind_of(given), (thrown) => thrown === error);
  });

  test('can run traps that call overloads and methods', () => {
    const disk = new Disk('outer');
    const other = new Disk('inner');
    const calls = [];
    const given = new Proxy({ x: 1, y: 2 }, {
      has(target, key) { calls.push(other.scale(2), functions.kind_of(1, 2, 3)); return key in target; },
    });
    assert.equal(disk.scale(given), 'outer by a dot');
    assert.deepEqual(new Set(calls), new Set(['inner by a number', 'number']));
  });

  test('leaves it to the nearest overload to say what is wrong with a value', () => {
    assert.throws(() => functions.small_or_text(300), {
      name: 'RangeError',
      code: 'ERR_OUT_OF_RANGE',
      message: 'small_or_text(): The value of "small" is out of range. It must be >= -128 && <= 127. Received 300',
    });
    assert.throws(() => functions.draw({ x: 1 }, 'red'),
      isWrongType('draw', '"dot.y" property', 'of type number', 'undefined'));
    assert.throws(() => functions.kind_of(['x']),
      isWrongType('kind_of', '"value[0]" property', 'of type number', "type string ('x')"));
    assert.throws(() => functions.tint_or_pace('pink'),
      isUnmatched('tint_or_pace', "('pink')", ['tint_or_pace(tint: "red" | "green")', 'tint_or_pace(pace: "slow" | "fast")']));
  });

  test('does not ask for arguments that all overloads have the same type for', () => {
    assert.throws(() => functions.draw(new Disk(1), 5),
      isWrongType('draw', '"color" argument', 'of type string', 'type number (5)'));
    assert.throws(() => functions.draw(5, 5),
      isUnmatched('draw', '(5, 5)', ['draw(dot: dot, color: string)', 'draw(disk: Disk, color: string)']));
    assert.throws(() => functions.draw(new Disk(1)),
      isUnmatched('draw', '(an instance of Disk)', ['draw(dot: dot, color: string)', 'draw(disk: Disk, color: string)'],
        'ERR_MISSING_ARGS'));
  });

  test('refuses a disposed object by itself', () => {
    const disk = new Disk(1);
    disk[Symbol.dispose]();
    assert.throws(() => functions.draw(disk, 'red'), {
      name: 'TypeError',
      code: 'ERR_INVALID_ARG_VALUE',
      message: "draw(): The argument 'disk' must not be disposed. Received an instance of Disk",
    });
  });

  test('refuses a call that two overloads fit, each better by another argument', () => {
    assert.equal(functions.crossed('red', 'x'), 'first');
    assert.equal(functions.crossed('x', 'red'), 'second');
    assert.throws(() => functions.crossed('red', 'green'), {
      name: 'TypeError',
      code: 'ERR_INVALID_ARG_VALUE',
      message: "crossed(): Several overloads take ('red', 'green') equally well:\n" +
        '  crossed(a: "red" | "green", b: string)\n  crossed(a: string, b: "red" | "green")',
    });
  });
});

describe('overloads of several numbers of arguments', () => {
  test('are compared by the arguments that both take', () => {
    assert.equal(functions.by_second(1), 'boolean');
    assert.equal(functions.by_second(1, undefined), 'boolean');
    assert.equal(functions.by_second(1, false), 'boolean');
    assert.equal(functions.by_second(1, 'x'), 'string');
    assert.throws(() => functions.by_second(1, 2), isUnmatched('by_second', '(1, 2)',
      ['by_second(a: number, b?: boolean)', 'by_second(a: number, b: string)',
        'by_second(a: number, b: number, c: number)']));
  });

  test('give way to one that asks for more arguments, which says what is wrong', () => {
    assert.equal(functions.by_second(1, 2, 3), 'three');
    assert.throws(() => functions.by_second(1, 'x', 3),
      isWrongType('by_second', '"b" argument', 'of type number', "type string ('x')"));
    assert.throws(() => functions.by_second(), {
      code: 'ERR_MISSING_ARGS',
      message: 'by_second(): The "a" argument must be specified',
    });
  });

  test('ignore arguments when no other one takes them', () => {
    assert.equal(functions.parse('x'), 'text');
    assert.equal(functions.parse(new Uint8Array()), 'utf8');
    assert.equal(functions.parse(new Uint8Array(), 'hex'), 'hex');
    assert.equal(functions.parse('x', 0, []), 'text');
    assert.deepEqual(['x', 'y'].map(functions.parse), ['text', 'text']);
    assert.throws(() => functions.parse(new Uint8Array(), 5), isUnmatched('parse', '(an instance of Uint8Array, 5)',
      ['parse(text: string)', 'parse(bytes: Uint8Array | ArrayBuffer, encoding?: string)']));
  });

  test('rather take an argument than ignore it', () => {
    assert.equal(functions.tint_or_words('red'), 'tint');
    assert.equal(functions.tint_or_words('pink'), 'words');
    assert.equal(functions.tint_or_words('red', 5), 'words');
    assert.equal(functions.tint_or_words('red', undefined), 'words');
    assert.equal(functions.tint_or_words('red', 'x'), 'tint');
    assert.throws(() => functions.tint_or_words('red', 300), { code: 'ERR_OUT_OF_RANGE' });
  });

  test('can take any number of arguments', () => {
    assert.equal(functions.any_number(1), '1 and 0');
    assert.equal(functions.any_number(1, 2), '1 and 1');
    assert.equal(functions.any_number(1, 2, 3), '1 and 2');
    assert.equal(functions.any_number(1, 2, 3, 4, 5), '1 and 4');
    assert.equal(functions.any_number('a', 'b', true), 'ab true');
    assert.equal(functions.any_number('a', 'b', true, 1), 'ab true');
    assert.equal(functions.any_number(1, 2, 'x'), '3 x');
    assert.equal(functions.any_number(1, 2, 'x', 'y', 'z'), '3 x y z');
    assert.equal(functions.any_number(...Array(5000).fill(1)), '1 and 4999');
    assert.throws(() => functions.any_number(1, 2, 3, 'x', ...Array(20).fill(0)), isUnmatched('any_number',
      "(1, 2, 3, 'x', 0, 0, 0, 0, 0, 0, ...)", ['any_number(first: number, ...others: number[])',
        'any_number(a: string, b: string, c: boolean)',
        'any_number(first: number, second: number, third: string, ...others: string[])']));
    assert.throws(() => functions.any_number(1, 2, 3, 0, null), isUnmatched('any_number', '(1, 2, 3, 0, null)',
      ['any_number(first: number, ...others: number[])', 'any_number(a: string, b: string, c: boolean)',
        'any_number(first: number, second: number, third: string, ...others: string[])']));
    assert.throws(() => functions.any_number(), {
      code: 'ERR_MISSING_ARGS',
      message: 'any_number(): The "first" argument must be specified',
    });
  });
});

describe('members', () => {
  test('have constructors by type', () => {
    assert.equal(new Disk(2).name, 'radius 2');
    assert.equal(new Disk('disk').name, 'disk');
    assert.equal(new Disk({ x: 3, y: 4 }).name, 'center 3');
    class Own extends Disk {}
    assert.equal(new Own('own').name, 'own');
    assert.throws(() => new Disk(true),
      isUnmatched('Disk', '(true)', ['Disk(radius: number)', 'Disk(name: string)', 'Disk(center: dot)']));
  });

  test('have methods by type', () => {
    const disk = new Disk('disk');
    assert.equal(disk.scale(2), 'disk by a number');
    assert.equal(disk.scale({ x: 1, y: 2 }), 'disk by a dot');
    assert.equal(disk.scale(new Disk('other')), 'disk by other');
    assert.equal(disk.scale(disk), 'disk by disk');
    assert.throws(() => disk.scale('x'), isUnmatched('Disk.scale', "('x')",
      ['Disk.scale(factor: number)', 'Disk.scale(by: dot)', 'Disk.scale(other: Disk)']));
    assert.throws(() => Disk.prototype.scale.call({}, 2), {
      code: 'ERR_INVALID_THIS',
    });
  });

  test('have static methods by type', () => {
    assert.equal(Disk.describe(true), 'boolean');
    assert.equal(Disk.describe(new Disk('disk')), 'disk');
    assert.throws(() => Disk.describe({}), isUnmatched('Disk.describe', '(an instance of Object)',
      ['Disk.describe(on: boolean)', 'Disk.describe(of: Disk)']));
  });
});

describe('every pair of types', () => {
  const kinds = functions.variant_kinds().filter((name) => name !== 'twin');
  const numbers = new Set(['int8', 'uint8', 'int32', 'uint32', 'float', 'double']);
  const canBeLeftOut = new Set(['optional', 'any']);
  const areAlike = (first, second) => takeSameValues(first, second) ||
    [numbers, canBeLeftOut].some((group) => group.has(first) && group.has(second));

  test('tells overloads apart, or is refused', () => {
    for (const first of kinds) {
      for (const second of kinds) {
        assert.equal(functions.overloads_are_refused(first, second), areAlike(first, second), `${first} ${second}`);
      }
    }
  });

  for (const [name, [value, fits]] of Object.entries(samples)) {
    test(`chooses the better one for ${name}, whatever the order`, () => {
      for (const first of kinds) {
        for (const second of kinds) {
          if (areAlike(first, second)) continue;
          const [a, b] = [rank(fits, first, second), rank(fits, second, first)];
          const what = `${first} (${a}) or ${second} (${b})`;
          if (a !== b) {
            assert.equal(functions.chosen_overload(first, second, value), a > b ? first : second, what);
          } else {
            assert.throws(() => functions.chosen_overload(first, second, value),
              { code: a > 1 ? 'ERR_INVALID_ARG_VALUE' : 'ERR_INVALID_ARG_TYPE' }, what);
          }
        }
      }
    });
  }
});
