// Functions are called through a fast body of the script or through a generic one: both mean the same. Here
// arbitrary values go through both, and everything that a script can see is compared: results, errors, and
// which properties were read in which order.
import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { addonPath } from '../../scripts/paths.mjs';

const folder = mkdtempSync(join(tmpdir(), 'tendon-tiers-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** The test addon, as a library of its own: whether there are stubs is decided once for each. */
function loadTier(name, stubs) {
  const path = join(folder, `${name}.node`);
  copyFileSync(addonPath('doctest_addon'), path);
  const before = process.env.TENDON_STUBS;
  process.env.TENDON_STUBS = stubs;
  try {
    return createRequire(import.meta.url)(path).functions;
  } finally {
    if (before === undefined) delete process.env.TENDON_STUBS;
    else process.env.TENDON_STUBS = before;
  }
}

const tiers = [loadTier('fast', '1'), loadTier('generic', '0')];

// A value is made anew for each tier from a model: (tier, log) => value.

const constant = (value) => () => value;
const numbers = fc.oneof(
  fc.integer(), fc.integer({ min: -130, max: 260 }), fc.double(),
  fc.constantFrom(0, -0, NaN, Infinity, -Infinity, 0.5, 2 ** 31, -(2 ** 31), 2 ** 32, 2 ** 53, 1e300));
const words = fc.constantFrom('left', 'right', 'up', '', '1', 'größe', '\ud800', 'constructor', '__proto__');
const leaf = fc.oneof(
  { weight: 5, arbitrary: numbers.map(constant) },
  { weight: 2, arbitrary: fc.boolean().map(constant) },
  { weight: 2, arbitrary: words.map(constant) },
  fc.constantFrom(undefined, null, 1n, Symbol.iterator, 'text').map(constant),
  fc.constantFrom(
    () => () => 1, () => new Date(0), () => new Map(), () => new Float64Array([1, 2]), () => new Int32Array(2),
    () => Object(1), () => new Proxy({}, {}), () => ({}), () => [],
    (tier) => new tier.TierBoard(4), (tier) => disposed(new tier.TierBoard(5)), (tier) => new tier.Item(1)));

function disposed(object) {
  object[Symbol.dispose]();
  return object;
}

/** What reading a property does beside giving its value. */
const sideEffects = {
  nothing() {},
  callsBack: (tier) => void tier.tier_between({ x: 1, y: 2 }, { x: 3, y: 5 }),
  usesArrays: (tier) => void tier.tier_places([{ x: 9, y: 9 }, { x: 8, y: 8 }]),
  makesObjects: (tier) => void new tier.TierBoard(3).addAll([1, 2, 3]),
  disposes: (tier) => tier.target?.[Symbol.dispose](),
  throws() { throw new TypeError('from a getter'); },
};

const names = ['from', 'x', 'y', 'corner', 'width', 'height', 'aligned', 'places', 'is_closed', 'text', 'at'];

/** A property that is read logs that, if it is one with a getter. */
function property(object, name, { make, effect }, tier, log) {
  const value = make(tier, log);
  if (!effect) object[name] = value;
  else Object.defineProperty(object, name, {
    enumerable: true,
    get() {
      log.push(name);
      sideEffects[effect](tier);
      return value;
    },
  });
}

const effects = fc.option(fc.constantFrom(...Object.keys(sideEffects)), { freq: 3 });
const { value: anyValue } = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, leaf, tie('object'), tie('array'), tie('tuple'), tie('likely')),
  slot: fc.record({ make: tie('value'), effect: effects }),
  number: fc.record({ make: numbers.map(constant), effect: effects }),
  object: fc.dictionary(fc.constantFrom(...names), tie('slot'), { maxKeys: 6 }).map((slots) => (tier, log) => {
    const made = {};
    for (const [name, slot] of Object.entries(slots)) property(made, name, slot, tier, log);
    return made;
  }),
  array: fc.array(fc.oneof(tie('slot'), tie('number')), { maxLength: 5 }).map((slots) => (tier, log) => {
    const made = [];
    slots.forEach((slot, index) => property(made, index, slot, tier, log));
    return made;
  }),
  // Tuples, some of which claim another length.
  tuple: fc.record({
    slots: fc.array(fc.oneof(
      { weight: 4, arbitrary: tie('number') }, tie('tupleSlot'), tie('placeSlot'), tie('slot')),
    { minLength: 1, maxLength: 4 }),
    claimed: fc.option(fc.constantFrom(0, 1, 2, 3, -1, 2.5, '2', undefined, NaN, 2 ** 32 + 2), { freq: 6 }),
    isProxy: fc.boolean(),
  }).map(({ slots, claimed, isProxy }) => (tier, log) => {
    const made = [];
    slots.forEach((slot, index) => property(made, index, slot, tier, log));
    if (claimed === null && !isProxy) return made;
    return new Proxy(made, {
      get(of, name) {
        log.push(`get ${String(name)}`);
        return name === 'length' && claimed !== null ? claimed : of[name];
      },
    });
  }),
  tupleSlot: fc.record({ make: tie('tuple'), effect: effects }),
  placeSlot: fc.record({ make: fc.constant(() => ({ x: 1, y: 2 })), effect: effects }),
  // Mostly right, so that what comes after is reached.
  likely: fc.record({ x: tie('number'), y: tie('number'), width: tie('number'), height: tie('slot') })
    .map((slots) => (tier, log) => {
      const made = {};
      for (const name of ['x', 'y', 'width', 'height']) property(made, name, slots[name], tier, log);
      made.corner = { x: 1, y: 2 };
      made.aligned = 'left';
      made.from = [1, 2.5];
      made.places = [{ x: 1, y: 2 }];
      made.is_closed = true;
      made.text = 'text';
      made.at = { x: 1, y: 2 };
      return made;
    }),
}));

/** What a call did, but for who the objects are. */
function outcome(tier, call, log) {
  try {
    return { result: shown(tier, call()), log };
  } catch (error) {
    return { thrown: [error.name, error.code, error.message], log };
  }
}

function shown(tier, value) {
  if (value instanceof tier.TierBoard) return ['TierBoard', value.size];
  return value;
}

const outcomes = (models, call) => tiers.map((tier) => {
  const log = [];
  tier.target = new tier.TierBoard(2);
  const values = models.map((make) => make(tier, log));
  return outcome(tier, () => call(tier, values), log);
});

/** Arrays and objects of the generic tier are made by Node-API, with the same prototypes. */
const same = ([fast, generic]) => assert.deepStrictEqual(fast, generic);

const runs = Number(process.env.TENDON_RUNS ?? 400);
const alike = (name, call, most) => test(`${name}: both tiers do the same`, () => {
  fc.assert(fc.property(fc.array(anyValue, { maxLength: most }), (models) => same(outcomes(models, call))),
    { numRuns: runs, includeErrorInReport: true });
});

const functionNames = Object.keys(tiers[0]).filter((name) =>
  /^tier_|^same_(?!.*function|napi|array_buffer|buffer)/.test(name) && typeof tiers[0][name] === 'function');

test('there are functions to compare, and their fast bodies are not their generic ones', () => {
  assert.ok(functionNames.length > 40, `${functionNames.length} functions`);
  const texts = tiers.map((tier) => tier.tier_area.toString());
  assert.ok(texts[0].length > texts[1].length);
});

test('functions look the same from outside', () => {
  const shown = (each) => [Object.getOwnPropertyDescriptors(each), Object.getPrototypeOf(each) === Function.prototype];
  for (const name of Object.keys(tiers[0]).filter((each) => typeof tiers[0][each] === 'function')) {
    const [fast, generic] = tiers.map((tier) => tier[name]);
    if ('prototype' in fast) continue; // a class, whose objects other tests compare
    assert.deepEqual(shown(generic), shown(fast));
    assert.deepEqual(Reflect.ownKeys(generic), Reflect.ownKeys(fast));
  }
});

test('what a caster declines in the frame is refused without a call', () => {
  for (const tier of tiers) {
    const before = tier.even_calls();
    for (const call of [() => tier.tier_even(3), () => tier.tier_even(3, 4), () => tier.tier_only_even(3),
      () => tier.tier_even_text(3, 'text')]) {
      assert.throws(call, { name: 'TypeError', code: 'ERR_INVALID_ARG_VALUE', message: /must be even\. Received 3$/ });
    }
    assert.equal(tier.even_calls(), before);
    assert.deepEqual([tier.tier_even(2), tier.tier_even(2, 4), tier.tier_only_even(2), tier.tier_even_text(2, 't')],
      [3, 6, 2, 't2']);
    assert.equal(tier.even_calls(), before + 4);
  }
});

for (const name of functionNames) alike(name, (tier, values) => tier[name](...values), 4);

const methods = ['add', 'addAll', 'named', 'count', 'self', 'isSame'];
for (const name of methods) {
  alike(`TierBoard.${name}`, (tier, values) => tier.target[name](...values), 2);
  alike(`TierBoard.${name} of another receiver`,
    (tier, [receiver, ...values]) => tier.TierBoard.prototype[name].apply(receiver, values), 3);
}
alike('TierBoard()', (tier, values) => new tier.TierBoard(...values), 2);
alike('TierBoard.size', (tier, [value]) => { tier.target.size = value; return tier.target.size; }, 1);
alike('a subclass', (tier, values) => {
  class Wide extends tier.TierBoard {
    get size() { return super.size * 2; }
  }
  return new Wide(...values).size;
}, 2);
