// The words of a block that make neither functions nor classes. What they export stands in addon.test.cc.
import assert from 'node:assert/strict';
import { everywhere } from './everywhere.mjs';
import { functions } from './functions.mjs';
import { thrownBy, thrownText } from './thrown.mjs';

const both = everywhere(import.meta.url);
const {
  Axis, Level, AppError, ParseError, LateError, NoArgument, OddError, fail_as, part, next_level, no_level,
  measures,
} = functions;

both('an exported enum is a frozen object of names', () => {
  assert.deepEqual(Axis, { x: 'x', y: 'y' });
  assert.ok(Object.isFrozen(Axis));
  assert.equal(part([1, 2], Axis.x), 1);
  assert.equal(part([1, 2]), 2);
});

both('a numeric enum crosses as numbers', () => {
  assert.deepEqual(Level, { low: -120, middle: 7, high: 200 });
  assert.equal(next_level(Level.low), 7);
  assert.equal(next_level(200), 200);
  assert.equal(next_level(), 7);
});

both('a number that is no enumerator is refused', () => {
  const refused = (received) =>
    `TypeError [ERR_INVALID_ARG_VALUE]: next_level(): The argument 'from' must be one of: -120, 7, 200. ` +
    `Received ${received}`;
  for (const each of [1, -121, 0.5, Infinity]) assert.equal(thrownText(() => next_level(each)), refused(each));
  assert.equal(thrownText(() => next_level(NaN)), refused('NaN'));
  assert.equal(thrownText(() => next_level('low')),
    'TypeError [ERR_INVALID_ARG_TYPE]: next_level(): The "from" argument must be of type number. ' +
      "Received type string ('low')");
});

both('a number that is no enumerator is no result', () => {
  assert.match(thrownText(no_level),
    /^RangeError \[ERR_OUT_OF_RANGE\]: no_level\(\): The result is out of range\. It must be an enumerator of \S.*level\. Received 1$/);
});

both('an exception is an object of its exported class', () => {
  const error = thrownBy(() => fail_as('app'));
  assert.equal(error.constructor, AppError);
  assert.ok(error instanceof AppError && error instanceof Error && !(error instanceof ParseError));
  assert.deepEqual({ ...error }, { code: 'ERR_APP', severity: 3 });
  assert.equal(`${error}`, 'AppError: of the app');
  assert.match(error.stack, process.env.TENDON_STUBS === '0'
    ? /^AppError: of the app\n +at .*addon\.test\.mjs:/
    : /^AppError: of the app\n +at (?:Object\.)?fail_as /);
});

both('an exported error extends another, in whichever order they stand', () => {
  assert.equal(Object.getPrototypeOf(ParseError), AppError);
  const error = thrownBy(() => fail_as('parse'));
  assert.ok(error instanceof ParseError && error instanceof AppError);
  assert.deepEqual({ ...error },
    { code: 'ERR_APP', severity: 3, where: { line: 3, column: 4 }, token: 'token' });
  assert.equal(error.name, 'ParseError');
});

both('an exception is of the class that extends most, or of the one exported last', () => {
  assert.equal(thrownBy(() => fail_as('late')).constructor, LateError);
});

both('a class that JavaScript knows otherwise can be exported', () => {
  const error = thrownBy(() => fail_as('argument'));
  assert.equal(error.constructor, NoArgument);
  assert.ok(!(error instanceof TypeError));
});

both('other exceptions stay what they are', () => {
  assert.equal(thrownText(() => fail_as('plain')), 'RangeError [undefined]: plain');
});

both('what an exported error is nested around is its cause', () => {
  const error = thrownBy(() => fail_as('nested'));
  assert.equal(error.constructor, AppError);
  assert.equal(error.message, 'outer');
  assert.equal(error.cause.constructor, ParseError);
  assert.equal(error.cause.message, 'inner');
  assert.ok(!Object.keys(error).includes('cause'));
});

both('a property that has no value is left out', () => {
  assert.deepEqual({ ...thrownBy(() => fail_as('odd')) }, { whole: 1 });
});

both('JavaScript makes and extends exported errors', () => {
  const cause = new Error('cause');
  const made = new ParseError('made', { cause });
  assert.equal(made.message, 'made');
  assert.equal(made.cause, cause);
  assert.equal(made.code, 'ERR_APP');
  class Own extends ParseError {}
  const own = new Own('own');
  assert.ok(own instanceof AppError);
  assert.equal(own.name, 'ParseError');
  assert.throws(() => functions.call_plain(() => { throw own; }), (error) => error === own);
});

both('the name of an exported error is that of its prototype', () => {
  assert.equal(ParseError.name, 'ParseError');
  assert.deepEqual(Object.getOwnPropertyDescriptor(ParseError.prototype, 'name'),
    { value: 'ParseError', writable: true, enumerable: false, configurable: true });
});

both('a submodule is an object of its exports', () => {
  assert.deepEqual(Object.keys(measures), ['LIMIT', 'Meter', 'fine', 'countOf']);
  assert.equal(measures.LIMIT, 5);
  const meter = new measures.Meter(3);
  assert.equal(meter.count(), 3);
  assert.equal(measures.countOf(meter), 4);
});

both('classes extend each other across submodules', () => {
  const { FineMeter } = measures.fine;
  assert.equal(Object.getPrototypeOf(FineMeter), measures.Meter);
  assert.equal(measures.countOf(new FineMeter(8)), 8);
});
