// What tests/value_kinds.hpp names: which of its types take the same values, and how well they fit what.

const same = new Set([
  'int8 uint8', 'int32 uint32', 'int64 uint64', 'int64 bigint',
  'uint64 bigint', 'float double', 'array doubles', 'array pair', 'array triple', 'doubles pair',
  'doubles triple', 'boolean optional', 'record loose',
]);

/** Whether a value can fit two types equally well. */
export const takeSameValues = (first, second) =>
  first === second || same.has(`${first} ${second}`) || same.has(`${second} ${first}`);

// How well each type fits each value, stated once more: 0 not at all, 1 nearly; else the greater the better.
const near = 1, unsaid = 2, any = 3, object = 4, members = 5, kind = 6, exact = 7;
const plain = { record: object, dot: near, ball: near, block: near, loose: members };
export const samples = {
  undefined: [undefined, { optional: kind }],
  null: [null, { optional: kind }],
  boolean: [true, { boolean: kind, optional: kind }],
  'small integer': [5, {
    int8: exact + 0.4, uint8: exact + 0.4, int32: exact + 0.2, uint32: exact + 0.2, int64: exact + 0.1,
    uint64: exact + 0.1, float: kind, double: kind,
  }],
  'negative integer': [-200, {
    int8: near, uint8: near, int32: exact + 0.2, uint32: near + 0.2, int64: exact + 0.1, uint64: near + 0.3,
    float: kind, double: kind,
  }],
  'big integer': [2 ** 40, {
    int8: near, uint8: near, int32: near + 0.2, uint32: near + 0.2, int64: exact + 0.1, uint64: exact + 0.1,
    float: kind, double: kind,
  }],
  fraction: [0.5, {
    int8: near, uint8: near, int32: near + 0.2, uint32: near + 0.2, int64: near + 0.3, uint64: near + 0.3,
    float: kind, double: kind,
  }],
  'negative zero': [-0, {
    int8: near, uint8: near, int32: near + 0.2, uint32: near + 0.2, int64: near + 0.3, uint64: near + 0.3,
    float: kind, double: kind,
  }],
  'huge number': [1e300, {
    int8: near, uint8: near, int32: near + 0.2, uint32: near + 0.2, int64: near + 0.3, uint64: near + 0.3,
    float: near + 0.4, double: kind,
  }],
  bigint: [5n, { int64: kind, uint64: kind, bigint: kind }],
  'enumerator of tint': ['red', { string: kind, tint: exact, pace: near }],
  'enumerator of pace': ['slow', { string: kind, tint: near, pace: exact }],
  text: ['text', { string: kind, tint: near, pace: near }],
  symbol: [Symbol('s'), {}],
  function: [() => {}, { function: kind }],
  'array of two': [[1, 2], { array: kind, doubles: kind, pair: kind, triple: near, loose: members }],
  'array of three': [[1, 2, 3], { array: kind, doubles: kind, pair: near, triple: kind, loose: members }],
  'array of none': [[], { array: kind, doubles: kind, pair: near, triple: near, loose: members }],
  doubles: [Float64Array.of(1), { doubles: kind, loose: members }],
  bytes: [Uint8Array.of(1), { bytes: kind, loose: members }],
  buffer: [new ArrayBuffer(1), { bytes: kind, loose: members }],
  set: [new Set(), { set: kind, loose: members }],
  map: [new Map(), { map: kind, loose: members }],
  date: [new Date(), { loose: members }],
  'an empty object': [{}, plain],
  dot: [{ x: 1, y: 2 }, {
    record: object, dot: members + 0.02, ball: near + 0.02, block: near, loose: members,
  }],
  ball: [{ x: 1, y: 2, radius: 3 }, {
    record: object, dot: members + 0.02, ball: members + 0.03, block: near, loose: members,
  }],
  block: [{ width: 1 }, { record: object, dot: near, ball: near, block: members + 0.01, loose: members }],
};

/** Whether something is a Set or Map is only asked where one is an alternative; else it is an object. */
export const rank = (fits, name, other) => {
  if (name === 'any') return any;
  if (name === 'unsaid') return unsaid;
  const isCollection = 'set' in fits || 'map' in fits;
  const taken = isCollection && other !== 'set' && other !== 'map' ? { ...plain, ...fits } : fits;
  return taken[name] ?? 0;
};
