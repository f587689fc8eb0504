// What scripts can do to objects of wrapped classes.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { isMainThread, Worker } from 'node:worker_threads';
import { addonPath } from '../../scripts/paths.mjs';
import { collect, everywhere, gc, turn } from '../everywhere.mjs';
import { functions } from '../functions.mjs';
import { thrownBy } from '../thrown.mjs';

const both = everywhere(import.meta.url);
const { Item, Witness, Crate, Builder, Keeper } = functions;

const wrongThis = (member, of, received) => ({
  name: 'TypeError',
  code: 'ERR_INVALID_THIS',
  message: `${member}: It must be called on an instance of ${of}. Received ${received}`,
});
const wrongState = (member, what) => ({
  name: 'TypeError',
  code: 'ERR_INVALID_STATE',
  message: `${member}: The ${what}`,
});
const refused = (name, argument, why, received) => ({
  name: 'TypeError',
  code: 'ERR_INVALID_ARG_VALUE',
  message: `${name}: The argument '${argument}' ${why}. Received ${received}`,
});
const message = (body) => thrownBy(body).message;
const dispose = (object) => object[Symbol.dispose]();

function forgeries() {
  const item = new Item(1);
  const secondPath = createRequire(import.meta.url);
  delete secondPath.cache[addonPath('doctest_addon')];
  const second = secondPath(addonPath('doctest_addon')).functions;
  const moved = new Item(2);
  functions.take_two(moved, null);
  return {
    'undefined': undefined,
    'null': null,
    'a number': 1,
    'a symbol': Symbol('s'),
    'a plain object': {},
    'an object with all members': { number: 1, add() {}, __proto__: null },
    'Object.create(instance)': Object.create(item),
    'Object.create(prototype)': Object.create(Item.prototype),
    'the prototype': Item.prototype,
    'the class': Item,
    'a function whose prototype is that of the class': Object.setPrototypeOf(() => {}, Item.prototype),
    'a Proxy of an instance': new Proxy(item, {}),
    'a Proxy of the class': new Proxy(Item, {}),
    'a copy': Object.assign(Object.create(Item.prototype), item),
    'an instance of another class': new Witness('other'),
    'one with the prototype of the class': Object.setPrototypeOf(new Witness('other'), Item.prototype),
    'an instance of the addon loaded a second time': new second.Item(1),
    'one of these with the prototype of the first': Object.setPrototypeOf(new second.Item(1), Item.prototype),
  };
}

both('no script can forge a receiver', () => {
  const { add, self } = Item.prototype;
  const { get, set } = Object.getOwnPropertyDescriptor(Item.prototype, 'number');
  for (const [kind, forged] of Object.entries(forgeries())) {
    const expected = { name: 'TypeError', code: 'ERR_INVALID_THIS' };
    for (const call of [
      () => add.call(forged, 1), () => self.call(forged), () => get.call(forged), () => set.call(forged, 1),
      () => Item.prototype[Symbol.dispose].call(forged),
    ]) assert.throws(call, expected, kind);
  }
  assert.throws(() => add.call({}, 1), wrongThis('Item.add()', 'Item', 'an instance of Object'));
  assert.throws(() => get.call(1), wrongThis('Item.number', 'Item', 'type number (1)'));
  assert.throws(() => Item.prototype[Symbol.dispose].call(new Witness('x')),
    wrongThis('Item[Symbol.dispose]()', 'Item', 'an instance of Witness'));
});

both('no script can forge an argument', () => {
  for (const [kind, forged] of Object.entries(forgeries())) {
    for (const call of [
      () => functions.sum_of_items(new Item(1), forged), () => functions.sum_of_items(forged, new Item(1)),
      () => functions.take_all([forged ?? 1]), () => new Item(1).other(forged),
    ]) assert.throws(call, { name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE' }, kind);
  }
  assert.throws(() => functions.sum_of_items(new Item(1), {}), {
    message: 'sum_of_items(): The "two" argument must be an instance of Item. Received an instance of Object',
  });
});

both('an object stays what it is, whatever its prototype', () => {
  const item = new Item(5);
  Object.setPrototypeOf(item, Witness.prototype);
  assert.throws(() => item.name, wrongThis('Witness.name', 'Witness', 'an instance of Witness'));
  Object.setPrototypeOf(item, null);
  assert.equal(Item.prototype.add.call(item, 1), 6);
  assert.equal(functions.sum_of_items(item, item), 12);
  Object.setPrototypeOf(item, Item.prototype);
  assert.equal(item.number, 6);
});

both('objects may be frozen, sealed and have properties', () => {
  const item = Object.freeze(new Item(1));
  assert.equal(item.add(1), 2);
  item.number = 5;
  assert.equal(item.number, 5);
  const other = Object.assign(new Item(1), { label: 'mine' });
  assert.equal(other.self().label, 'mine');
});

both('the class may get another prototype between constructions', () => {
  const first = new Item(1);
  class Evil { constructor() { return first; } }
  const original = Object.getPrototypeOf(Item);
  try {
    for (const parent of [Evil, null, function () { throw new Error('called'); }, new Proxy(Evil, {})]) {
      Object.setPrototypeOf(Item, parent);
      const made = new Item(7);
      assert.notEqual(made, first);
      assert.equal(made.number, 7);
      assert.equal(Item.of(8).number, 8);
    }
  } finally {
    Object.setPrototypeOf(Item, original);
  }
  assert.equal(first.number, 1);
});

both('new.target may run a script before the object is made', () => {
  const alive = functions.items_alive();
  const throwing = new Proxy(function () {}, { get() { throw new Error('mine'); } });
  assert.throws(() => Reflect.construct(Item, [4], throwing), { message: 'mine' });
  assert.equal(functions.items_alive(), alive);
  const nested = new Proxy(function () {}, {
    get(target, key) {
      if (key === 'prototype') assert.equal(new Item(9).number, 9);
      return Reflect.get(target, key);
    },
  });
  const made = Reflect.construct(Item, [4], nested);
  assert.equal(Item.prototype.add.call(made, 0), 4);
});

both('a class can be extended', () => {
  class Counting extends Item {
    #made = 'private';
    label = 'field';
    constructor(number) {
      super(number * 2);
      this.after = this.number;
    }
    add(more) { return super.add(more) + 1000; }
    get made() { return this.#made; }
    static create() { return new this(1); }
  }
  const made = new Counting(4);
  assert.equal(made.after, 8);
  assert.equal(made.add(1), 1009);
  assert.equal(made.made, 'private');
  assert.equal(made.self(), made);
  assert.ok(made instanceof Item && made instanceof Counting);
  assert.equal(Counting.create().number, 2);
  assert.equal(Counting.of(3).constructor, Item);
  assert.equal(Counting.LIMIT, 100);
  assert.equal(functions.sum_of_items(made, made), 18);
  class Early extends Item { constructor() { assert.throws(() => this.number, ReferenceError); super(1); } }
  assert.equal(new Early().number, 1);
  class Lazy extends Item { constructor() { return Object.create(Lazy.prototype); } }
  assert.throws(() => new Lazy().number, { code: 'ERR_INVALID_THIS' });
});

both('a disposed object refuses everything but to be disposed again', () => {
  const alive = functions.items_alive();
  const item = new Item(1);
  assert.equal(functions.items_alive(), alive + 1);
  assert.equal(dispose(item), undefined);
  assert.equal(functions.items_alive(), alive);
  assert.equal(dispose(item), undefined);
  assert.throws(() => item.add(1), wrongState('Item.add()', 'Item is disposed'));
  assert.throws(() => item.number, wrongState('Item.number', 'Item is disposed'));
  assert.throws(() => { item.number = 1; }, wrongState('Item.number', 'Item is disposed'));
  assert.throws(() => functions.sum_of_items(new Item(1), item), {
    name: 'TypeError', code: 'ERR_INVALID_ARG_VALUE', message: /^sum_of_items\(\): The .*must not be disposed/,
  });
});

both('a slot that is used again belongs to the new object alone', async () => {
  const old = [];
  for (let i = 0; i < 100; ++i) {
    const item = new Item(i);
    dispose(item);
    old.push(item);
  }
  const young = Array.from({ length: 100 }, (_, i) => new Item(1000 + i));
  for (const item of old) assert.throws(() => item.number, wrongState('Item.number', 'Item is disposed'));
  assert.deepEqual(young.map((item) => item.number), young.map((_, i) => 1000 + i));
  old.length = 0;
  await collect();
  const youngest = Array.from({ length: 200 }, (_, i) => new Item(5000 + i));
  assert.deepEqual(young.map((item) => item.number), young.map((_, i) => 1000 + i));
  assert.deepEqual(youngest.map((item) => item.number), youngest.map((_, i) => 5000 + i));
});

both('a constructor that throws leaves nothing', async () => {
  const alive = functions.items_alive();
  const builders = functions.builders_alive();
  const steps = [];
  const error = new Error('mine');
  for (const failAt of ['first', 'second']) {
    assert.throws(() => new Builder((step) => { steps.push(step); if (step === failAt) throw error; }, false),
      (thrown) => thrown === error);
  }
  assert.throws(() => new Builder(() => {}, true), { name: 'Error', message: 'the constructor has failed' });
  assert.throws(() => new Builder(1, true), { code: 'ERR_INVALID_ARG_TYPE' });
  assert.throws(() => new Builder(), { code: 'ERR_MISSING_ARGS' });
  assert.throws(() => Builder(() => {}, true), TypeError);
  assert.deepEqual(steps, ['first', 'first', 'second']);
  await collect(() => functions.items_alive() === alive);
  assert.equal(functions.items_alive(), alive);
  assert.equal(functions.builders_alive(), builders);
});

both('a constructor may construct others of its class meanwhile', () => {
  let depth = 0;
  const inner = [];
  const build = () => new Builder((step) => {
    if (depth >= 5) return;
    ++depth;
    inner.push(build(), new Item(depth));
    if (step === 'second') for (let i = 0; i < 100; ++i) new Item(i);
  }, false);
  const outer = build();
  assert.equal(outer.sum, 3);
  assert.equal(new Set(inner).size, 10);
  for (const each of inner) {
    if (each instanceof Builder) assert.equal(each.sum, 3);
    else assert.ok(each.number > 0);
  }
});

both('what an argument does when it ends does not disturb the new object', () => {
  functions.take_destroyed();
  for (let i = 0; i < 40; ++i) {
    const gift = new Witness('gift');
    const made = [];
    gift.onEnd(() => { made.push(new Item(100 + i), Item.of(200 + i)); });
    const outer = functions.item_from_witness(gift, i);
    assert.equal(outer.number, i);
    assert.deepEqual(made.map((item) => item.number), [100 + i, 200 + i]);
    const second = new Witness('gift');
    second.onEnd(() => { made.push(new Item(300 + i)); });
    const receiver = new functions.Receiver(second, i);
    assert.equal(receiver.number, i);
    assert.equal(made[2].number, 300 + i);
  }
});

both('one object can not be given to C++ twice by one call, and a refused call moves nothing', () => {
  const item = new Item(1);
  const other = new Item(2);
  const twice = (name) =>
    `${name}(): The`;
  const calls = {
    take_two: () => functions.take_two(item, item),
    take_all: () => functions.take_all([other, item, null, item]),
    take_gifts: () => functions.take_gifts([{ number: 1, gift: item }, { number: 2, gift: item }]),
  };
  for (const [name, call] of Object.entries(calls)) {
    assert.throws(call, (error) => {
      assert.equal(error.name, 'TypeError');
      assert.equal(error.code, 'ERR_INVALID_ARG_VALUE');
      assert.ok(error.message.startsWith(twice(name)), error.message);
      assert.match(error.message, /must not be given to C\+\+ twice/);
      return true;
    });
  }
  assert.throws(() => functions.take_two(item, 5), { code: 'ERR_INVALID_ARG_TYPE' });
  assert.throws(() => functions.take_gifts([{ number: 1, gift: item }, { number: 'x', gift: other }]),
    { code: 'ERR_INVALID_ARG_TYPE' });
  assert.throws(() => functions.take_all([item, other, { get constructor() { throw new Error('x'); } }]));
  assert.deepEqual([item.number, other.number], [1, 2]);
  assert.equal(functions.take_all([item, null, other, undefined]), 3);
  for (const each of [item, other]) {
    assert.throws(() => each.number, wrongState('Item.number', 'Item is disposed'));
  }
});

both('an object that is about to be given to C++ is out of reach of getters', () => {
  const item = new Item(1);
  const seen = [];
  const gifts = [
    { number: 1, gift: item },
    {
      get number() {
        seen.push(message(() => item.number), message(() => dispose(item)), message(() => item.self()),
          message(() => functions.sum_of_items(item, item)), message(() => functions.take_two(item, null)));
        return 2;
      },
      gift: null,
    },
  ];
  assert.equal(functions.take_gifts(gifts), 4);
  assert.deepEqual(seen, [
    'Item.number: The Item is being given to C++',
    'Item[Symbol.dispose](): The Item is being given to C++',
    'Item.self(): The Item is being given to C++',
    seen[3], seen[4],
  ]);
  assert.match(seen[3], /^sum_of_items\(\): .*must not be given to C\+\+ twice/);
  assert.match(seen[4], /^take_two\(\): .*must not be given to C\+\+ twice/);
  assert.throws(() => item.number, wrongState('Item.number', 'Item is disposed'));
});

both('parts of a disposed object refuse to be used', () => {
  const crate = new Crate(5);
  const { content } = crate;
  const first = crate.at(0);
  const second = functions.item_of(crate, 1);
  assert.deepEqual([content.number, first.number, second.number], [5, 6, 6]);
  assert.equal(crate.content, content);
  assert.equal(crate.at(0), first);
  assert.equal(crate.find('content', 1), content);
  assert.equal(crate.find('other', 1), second);
  assert.equal(functions.item_of(crate, 0), first);
  content.number = 9;
  assert.equal(crate.content.number, 9);
  assert.throws(() => crate.at(3), { name: 'RangeError' });
  dispose(crate);
  for (const part of [content, first, second]) {
    assert.throws(() => part.number, wrongState('Item.number', 'Item belongs to a disposed object'));
    assert.throws(() => functions.sum_of_items(part, part), /must not belong to a disposed object/);
    assert.throws(() => functions.take_two(part, null), /must not belong to a disposed object/);
  }
  dispose(content);
  assert.throws(() => content.number, wrongState('Item.number', 'Item is disposed'));
});

both('what another object keeps can not be disposed until that one is', () => {
  functions.take_destroyed();
  const used = new Witness('used');
  const user = new Witness('user');
  user.use(used);
  const stillUsed = wrongState('Witness[Symbol.dispose]()', 'Witness is still used by another object');
  assert.throws(() => dispose(used), stillUsed);
  assert.equal(used.name, 'used');
  dispose(user);
  dispose(used);
  assert.deepEqual(functions.take_destroyed(), ['user', 'used']);
  const self = new Witness('self');
  self.use(self);
  dispose(self);
  assert.deepEqual(functions.take_destroyed(), ['self']);
});

both('an object that keeps its own part can be disposed', () => {
  const crate = new Crate(5);
  crate.keep(crate.content);
  crate.keep(crate.at(1));
  dispose(crate);
});

both('what is used dies after what uses it', async () => {
  functions.take_destroyed();
  (() => {
    const used = new Witness('used');
    const middle = new Witness('middle');
    const user = new Witness('user');
    middle.use(used);
    user.use(middle);
  })();
  const log = [];
  await collect(() => (log.push(...functions.take_destroyed()), log.length >= 3));
  assert.deepEqual(log, ['user', 'middle', 'used']);
});

both('objects that keep each other are collected', async () => {
  functions.take_destroyed();
  (() => {
    const [a, b, c, self, used] = ['a', 'b', 'c', 'self', 'used'].map((name) => new Witness(name));
    a.use(b);
    b.use(c);
    c.use(a);
    c.use(used);
    self.use(self);
  })();
  const log = [];
  await collect(() => (log.push(...functions.take_destroyed()), log.length >= 5));
  assert.deepEqual(log.toSorted(), ['a', 'b', 'c', 'self', 'used']);
  assert.equal(log.indexOf('used') > log.indexOf('c'), true);
});

both('objects that keep each other stay as long as one of them is reachable', async () => {
  functions.take_destroyed();
  const entry = (() => {
    const [a, b, outside] = ['a', 'b', 'outside'].map((name) => new Witness(name));
    a.use(b);
    b.use(a);
    outside.use(a);
    return outside;
  })();
  for (let i = 0; i < 4; ++i) await collect();
  assert.deepEqual(functions.take_destroyed(), []);
  dispose(entry);
  assert.deepEqual(functions.take_destroyed(), ['outside']);
});

both('an object and the parts of it that it keeps are collected', async () => {
  const alive = functions.items_alive();
  (() => {
    const crate = new Crate(5);
    crate.keep(crate.content);
    crate.keep(crate.at(1));
  })();
  assert.equal(functions.items_alive(), alive + 4);
  await collect(() => functions.items_alive() === alive);
  assert.equal(functions.items_alive(), alive);
});

both('many objects in one circle are collected', async () => {
  functions.take_destroyed();
  const count = 20000;
  (() => {
    const all = Array.from({ length: count }, () => new Witness('member'));
    all.forEach((each, i) => each.use(all[(i + 1) % count]));
  })();
  let destroyed = 0;
  await turn();
  await collect(() => (destroyed += functions.take_destroyed().length) >= count);
  assert.equal(destroyed, count);
});

both('what has a part that another object uses can be neither disposed nor given to C++', () => {
  const crate = new Crate(5);
  const keeper = new Keeper(crate.content);
  assert.throws(() => dispose(crate),
    wrongState('Crate[Symbol.dispose]()', 'Crate is still used by another object'));
  assert.throws(() => functions.take_crate(crate),
    refused('take_crate()', 'all', 'must not be used by another object, to be given to C++',
      'an instance of Crate'));
  assert.equal(keeper.number, 5);
  dispose(keeper);
  assert.equal(functions.take_crate(crate), 5);
});

both('a part of an object that the same call gives to C++ is refused', () => {
  const crate = new Crate(5);
  const { content } = crate;
  assert.throws(() => functions.take_crate_and_part(crate, content),
    refused('take_crate_and_part()', 'part', 'must not belong to an object that is being given to C++',
      'an instance of Item'));
  assert.throws(() => functions.take_part_and_crate(content, crate),
    refused('take_part_and_crate()', 'all', 'must not be in use, to be given to C++', 'an instance of Crate'));
  assert.equal(content.number, 5);
  assert.equal(functions.take_crate(crate), 5);
  assert.throws(() => content.number, wrongState('Item.number', 'Item belongs to a disposed object'));
});

both('what is only lent can not be kept', () => {
  let failure;
  functions.lend_item((item) => { failure = message(() => new Keeper(item)); }, 1);
  assert.equal(failure, "Keeper(): The argument 'item' must not be only lent, to be kept by another object. " +
    'Received an instance of Item');
  functions.lend_crate((crate) => { failure = message(() => new Keeper(crate.content)); });
  assert.match(failure, /^Keeper\(\): The argument 'item' must not be only lent/);
  functions.lend_witness((witness) => {
    failure = message(() => new Witness('user').use(witness));
    witness.use(new Witness('used'));
  });
  assert.match(failure, /^Witness.use\(\): The argument 'other' must not be only lent/);
});

both('parts of what is lent are gone after the call', () => {
  let part;
  functions.lend_crate((crate) => {
    part = crate.content;
    assert.equal(part.number, 1);
  });
  assert.throws(() => part.number, wrongState('Item.number', 'Item belongs to a disposed object'));
});

both('objects that C++ gives to a callback in a loop do not pile up', () => {
  const before = functions.items_alive();
  let most = 0;
  functions.give_items((item) => {
    if (item.number % 1000 === 0) most = Math.max(most, functions.items_alive() - before);
  }, 800_000);
  assert.ok(most < 500_000, `${most} objects were alive at a time`);
});

both('an object whose last reference dies inside its own method lives until the method ends', () => {
  const alive = functions.items_alive();
  const churn = () => {
    gc();
    for (let i = 0; i < 1000; ++i) new Item(i);
    gc();
    for (let i = 0; i < 1000; ++i) new Item(i);
  };
  const holder = { get fresh() { return new Item(3); } };
  assert.equal(holder.fresh.addAll([1, { valueOf() { churn(); return 0; } }.valueOf(), 2]), 6);
  const list = [1, 2];
  Object.defineProperty(list, 1, { get() { churn(); return 2; } });
  assert.equal(holder.fresh.addAll(list), 6);
  assert.equal(holder.fresh.call(churn), 3);
  assert.equal(functions.call_with_item(churn, holder.fresh), 3);
  assert.equal(functions.item_with_options(holder.fresh, {
    get number() { churn(); return 4; }, gift: holder.fresh }), 7);
  assert.ok(functions.items_alive() - alive < 20_000);
});

both('a getter of a later argument can not dispose an argument', () => {
  const item = new Item(1);
  const seen = [];
  const more = { get number() { seen.push(message(() => dispose(item))); return 1; }, gift: null };
  assert.equal(functions.item_with_options(item, more), 2);
  assert.deepEqual(seen, ['Item[Symbol.dispose](): The Item is in use by a running call']);
  assert.equal(functions.call_with_item(() => { seen.push(message(() => dispose(item))); }, item), 2);
  assert.deepEqual(seen[1], seen[0]);
  const moveOut = () => { seen.push(message(() => functions.take_two(item, null))); };
  assert.equal(functions.call_with_item(moveOut, item), 2);
  assert.equal(item.call(moveOut), 2);
  assert.deepEqual(seen.slice(2), Array(2).fill(
    "take_two(): The argument 'one' must not be in use, to be given to C++. Received an instance of Item"));
});

both('a stack overflow in a constructor leaves nothing behind', async () => {
  await collect();
  const before = functions.items_alive();
  for (let round = 0; round < 40; ++round) {
    (() => {
      const made = [];
      const dive = (depth) => {
        made.push(new Item(depth));
        if (round % 2 === 0) made.push(Item.of(depth));
        dive(depth + 1);
      };
      assert.throws(() => dive(0), RangeError);
      const step = round % 2 === 0 ? 2 : 1;
      made.forEach((item, i) => assert.equal(item.number, Math.floor(i / step)));
    })();
  }
  await collect(() => functions.items_alive() === before);
  assert.equal(functions.items_alive(), before);
});

both('an object that is lent counts as disposed after the call', () => {
  let leaked;
  assert.equal(functions.lend_item((item) => {
    leaked = item;
    item.add(5);
    assert.equal(item.self(), item);
    assert.throws(() => dispose(item), wrongState('Item[Symbol.dispose]()', 'Item is in use by a running call'));
    assert.throws(() => functions.take_two(item, null), { code: 'ERR_INVALID_ARG_VALUE' });
  }, 1), 6);
  assert.throws(() => leaked.number, wrongState('Item.number', 'Item is disposed'));
});

both('a destructor may dispose others, itself and make new objects', async () => {
  functions.take_destroyed();
  const a = new Witness('a');
  const b = new Witness('b');
  const made = [];
  a.onEnd(() => {
    dispose(a);
    dispose(b);
    for (let i = 0; i < 1000; ++i) made.push(new Item(i));
  });
  b.onEnd(() => assert.throws(() => a.name, /is disposed/));
  dispose(a);
  assert.deepEqual(functions.take_destroyed(), ['a', 'b']);
  assert.deepEqual(made.map((item) => item.number), made.map((_, i) => i));
});

/** What is destroyed at the end of a worker that runs this code. */
async function destroyedInWorker(code) {
  functions.take_destroyed();
  const worker = new Worker(`
    const { functions } = require(${JSON.stringify(addonPath('doctest_addon'))});
    const { Witness, Item } = functions;
    ${code}
  `, { eval: true });
  const [exitCode] = await once(worker, 'exit');
  assert.equal(exitCode, 0);
  return functions.take_destroyed();
}

if (isMainThread) {
  test('what is alive at the end of a worker is destroyed, what uses before what is used', async () => {
    assert.deepEqual(await destroyedInWorker(`
      const [used, middle, user] = ['used', 'middle', 'user'].map((name) => new Witness(name));
      middle.use(used);
      user.use(middle);
      globalThis.kept = [used, middle, user];
    `), ['user', 'middle', 'used']);
    const circle = await destroyedInWorker(`
      const [a, b] = [new Witness('a'), new Witness('b')];
      a.use(b);
      b.use(a);
      globalThis.kept = a;
    `);
    assert.deepEqual(circle.toSorted(), ['a', 'b']);
  });

  test('a destructor that calls back at the end of a worker does no harm', async () => {
    assert.deepEqual(await destroyedInWorker(`
      globalThis.kept = new Witness('last');
      globalThis.kept.onEnd(() => { new Item(1); globalThis.kept[Symbol.dispose](); });
    `), ['last']);
  });

  test('a process can end with objects that are alive, used and lent', () => {
    const code = `
      const { functions } = require(${JSON.stringify(addonPath('doctest_addon'))});
      const { Witness, Item, Crate, Keeper } = functions;
      const [used, user] = [new Witness('used'), new Witness('user')];
      user.use(used);
      user.onEnd(() => new Item(1));
      const crate = new Crate(1);
      globalThis.kept = [used, user, new Keeper(crate.content), Array.from({ length: 1000 }, (_, i) => new Item(i))];
      functions.lend_item((item) => { globalThis.lent = item; process.exit(5); }, 1);
    `;
    const { status, signal, stderr } = spawnSync(process.execPath, ['-e', code], { encoding: 'utf8' });
    assert.deepEqual({ status, signal, stderr }, { status: 5, signal: null, stderr: '' });
  });
}

both('an object that keeps a callback which refers to it goes when it is disposed', async () => {
  const before = functions.bells_alive();
  const hang = () => {
    const bell = new functions.Bell();
    let rings = 0;
    bell.onRing(() => { rings += bell ? 1 : 0; });
    bell.ring();
    assert.equal(rings, 1);
    return new WeakRef(bell);
  };
  const hung = hang();
  await collect();
  const bell = hung.deref();
  assert.ok(bell, 'C++ keeps the callback, which keeps the object');
  bell[Symbol.dispose]();
  assert.equal(functions.bells_alive(), before);
});
