// Classes that extend each other. The functions stand in inheritance.test.cc.
import assert from 'node:assert/strict';
import { collect, everywhere, gc } from '../everywhere.mjs';
import { functions } from '../functions.mjs';
import { thrownText } from '../thrown.mjs';

const both = everywhere(import.meta.url);

const {
  Animal, Dog, Puppy, Retriever, Swimmer, Duck, Device, Scanner, Printer, Copier, Node, Leaf, name_of, sound_of,
  sound_of_all, adopt_animal, depth_of, depth_of_taken, id_of, animal_by_value, take_node, share_node,
  make_animal, make_animals, keep_animal, kept_animal, keep_new_animal, kept_animal_uses, keep_swimmer,
  kept_swimmer, copied_animal, borrowed_animal, borrowed_swimmer, borrowed_device, global_animal, which,
  which_base, which_alternative, some_node, weight_of,
} = functions;

both('a class that extends another has its prototype chain', () => {
  assert.equal(Object.getPrototypeOf(Dog), Animal);
  assert.equal(Object.getPrototypeOf(Dog.prototype), Animal.prototype);
  assert.equal(Object.getPrototypeOf(Puppy), Dog);
  assert.equal(Dog.name, 'Dog');
  assert.equal(Dog.length, 1);
});

both('a class that extends another makes objects that are instances of both', () => {
  const rex = new Dog('Rex');
  assert.ok(rex instanceof Dog && rex instanceof Animal && !(rex instanceof Puppy));
  assert.equal(Object.getPrototypeOf(rex), Dog.prototype);
  assert.ok(new Puppy('Bo') instanceof Animal);
});

both('a class that extends another inherits methods, accessors, static methods and constants', () => {
  const bo = new Puppy('Bo');
  assert.equal(bo.name, 'Bo');
  assert.equal(bo.sound(), 'yip');
  assert.equal(bo.fetch(3), 3);
  bo.legs = 3;
  assert.equal(bo.legs, 3);
  assert.equal(Puppy.KINGDOM, 'animals');
  assert.equal(Puppy.alive(), Animal.alive());
});

both('a class that extends another gives the object itself from methods of the base', () => {
  const rex = new Dog('Rex');
  assert.equal(rex.rename('Max'), rex);
  assert.equal(rex.renamed('Moritz'), rex);
  assert.equal(rex.name, 'Moritz');
});

both('a class that extends another has objects that functions take as those of a base', () => {
  const bo = new Puppy('Bo');
  assert.equal(name_of(bo), 'Bo');
  assert.equal(sound_of(bo), 'yip');
  assert.equal(animal_by_value(bo), 'nothing');
  for (let i = 0; i < 3; i++) assert.equal(name_of(new Dog(`${i}`)), `${i}`);
});

both('a class that extends another is not taken where it is a base', () => {
  assert.equal(
    thrownText(() => Dog.prototype.fetch.call(new Animal('A'), 1)),
    'TypeError [ERR_INVALID_THIS]: Dog.fetch(): It must be called on an instance of Dog. ' +
      'Received an instance of Animal');
  assert.equal(
    thrownText(() => weight_of(new Node())),
    'TypeError [ERR_INVALID_ARG_TYPE]: weight_of(): The "one" argument must be an instance of Leaf. ' +
      'Received an instance of Node');
});

both('a method of a base is refused on everything else', () => {
  const dog = new Dog('d');
  const { proxy, revoke } = Proxy.revocable(dog, {});
  revoke();
  const others = [
    undefined, null, true, 1, 1n, 'text', Symbol('s'), () => {}, [], {}, Object.create(dog), Dog.prototype, Dog,
    Object.create(Dog.prototype), new Proxy(dog, {}), proxy, new Copier(1), new Leaf(), new Date(),
    { __proto__: dog, sound: () => 'miaow' },
  ];
  const { sound } = Animal.prototype;
  const { dive } = Duck.prototype;
  const get = Object.getOwnPropertyDescriptor(Animal.prototype, 'name').get;
  for (const other of others) {
    for (const call of [() => sound.call(other), () => dive.call(other, 1), () => get.call(other)])
      assert.throws(call, { name: 'TypeError', code: 'ERR_INVALID_THIS' });
    assert.throws(() => name_of(other), { name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE' });
  }
  assert.throws(() => dive.call(dog, 1), {
    name: 'TypeError',
    code: 'ERR_INVALID_THIS',
    message: 'Swimmer.dive(): It must be called on an instance of Swimmer. Received an instance of Dog',
  });
});

both('members of a base that is not wrapped can be bound', () => {
  const otto = new Retriever('Otto');
  assert.equal(otto.sniff(2), 2);
  otto.sniffs = 5;
  assert.equal(otto.sniff(1), 6);
  assert.equal(otto.fetch(1), 1);
  assert.equal(otto.sound(), 'howl');
  assert.equal(Object.getPrototypeOf(Retriever), Dog);
});

both('a class that extends another can be extended in JavaScript', () => {
  class Pug extends Dog {
    constructor(name) { super(`${name} the pug`); }
    fetch(sticks) { return super.fetch(sticks) - 1; }
  }
  const otto = new Pug('Otto');
  assert.equal(otto.name, 'Otto the pug');
  assert.equal(otto.fetch(3), 2);
  assert.equal(name_of(otto), 'Otto the pug');
  assert.ok(otto instanceof Pug && otto instanceof Animal);
});

both('a class that extends another is disposed once for all', () => {
  const rex = new Dog('Rex');
  Animal.prototype[Symbol.dispose].call(rex);
  assert.equal(thrownText(() => rex.fetch(1)),
    'TypeError [ERR_INVALID_STATE]: Dog.fetch(): The Dog is disposed');
  assert.equal(thrownText(() => rex.sound()),
    'TypeError [ERR_INVALID_STATE]: Animal.sound(): The Dog is disposed');
  assert.equal(thrownText(() => name_of(rex)),
    "TypeError [ERR_INVALID_ARG_VALUE]: name_of(): The argument 'one' must not be disposed. " +
      'Received an instance of Dog');
  rex[Symbol.dispose]();
});

both('a class that extends another refuses wrong arguments of its constructor', () => {
  const before = Animal.alive();
  assert.equal(thrownText(() => new Puppy(1)),
    'TypeError [ERR_INVALID_ARG_TYPE]: Puppy(): The "name" argument must be of type string. ' +
      'Received type number (1)');
  assert.equal(thrownText(() => Dog('Rex')),
    "TypeError [undefined]: Class constructors cannot be invoked without 'new'");
  assert.equal(Animal.alive(), before);
});

both('a class that extends another without constructor can still be extended', () => {
  assert.equal(thrownText(() => new Device(1)),
    "TypeError [undefined]: Device can't be constructed by JavaScript");
  assert.equal(new Scanner(4).id, 4);
});

both('what C++ gives as an object of a base is of the class that it really is of', () => {
  assert.equal(make_animal('animal').constructor, Animal);
  assert.equal(make_animal('dog').constructor, Dog);
  assert.equal(make_animal('puppy').constructor, Puppy);
  assert.equal(make_animal('duck').constructor, Duck);
  assert.equal(make_animal('puppy').fetch(2), 2);
  assert.equal(make_animal('duck').dive(1), 4);
});

both('what C++ gives as an object of a base is of the nearest class that is wrapped', () => {
  const hound = make_animal('hound');
  assert.equal(hound.constructor, Dog);
  assert.equal(hound.sound(), 'howl');
});

both('what C++ gives as an object of a base is so in containers, many at once and after a collection', () => {
  const kinds = ['dog', 'animal', 'puppy', 'duck'];
  const classes = [Dog, Animal, Puppy, Duck];
  const all = make_animals(Array.from({ length: 100 }, (_, i) => kinds[i % 4]));
  assert.deepEqual(all.map((each) => classes.indexOf(each.constructor)), all.map((_, i) => i % 4));
  gc();
  assert.deepEqual(all.map((each) => each.name).slice(0, 4), ['Rex', 'Noname', 'Bo', 'Donald']);
});

both('what C++ gives as an object of a base is so for references that nobody owns', () => {
  assert.equal(global_animal().constructor, Puppy);
  assert.equal(global_animal(), global_animal());
});

both('what C++ gives as an object of a base is so for copies, which lose nothing', () => {
  const copy = copied_animal(new Puppy('Bo'));
  assert.equal(copy.constructor, Puppy);
  assert.equal(copy.sound(), 'yip');
  assert.equal(copied_animal(copy) === copy, false);
});

both('what C++ gives as an object of a base can be told by a text', () => {
  assert.equal(some_node(false).constructor, Node);
  assert.equal(some_node(true).weight, 7);
});

both('identity holds for shares that come back as those of a base', () => {
  const bo = new Puppy('Bo');
  keep_animal(bo);
  assert.equal(kept_animal(), bo);
  assert.equal(kept_animal_uses(), 2);
  keep_animal(null);
  assert.equal(kept_animal(), null);
});

both('identity holds for what C++ made', () => {
  keep_new_animal('duck');
  const duck = kept_animal();
  assert.equal(duck.constructor, Duck);
  assert.equal(kept_animal(), duck);
  keep_animal(null);
  assert.equal(duck.sound(), 'quack');
});

both('identity holds for references to what an argument is', () => {
  for (const one of [new Animal('a'), new Dog('d'), new Duck('u')]) {
    keep_animal(one);
    assert.equal(borrowed_animal(one), one);
  }
  keep_animal(null);
});

both('identity holds for bases at other addresses', () => {
  const duck = new Duck('Donald');
  keep_swimmer(duck);
  assert.equal(kept_swimmer(), duck);
  assert.equal(duck.surface(), duck);
  assert.equal(borrowed_swimmer(duck), duck);
});

both('ownership goes to C++ as that of a base with a virtual destructor', () => {
  const before = Animal.alive();
  const bo = new Puppy('Bo');
  assert.equal(adopt_animal(bo), 'Bo');
  assert.equal(Animal.alive(), before);
  assert.equal(thrownText(() => bo.name), 'TypeError [ERR_INVALID_STATE]: Animal.name: The Puppy is disposed');
  assert.equal(depth_of_taken(new Duck('Donald')), 3);
  assert.equal(Animal.alive(), before);
});

both('ownership does not where the destructor is not virtual', () => {
  const leaf = new Leaf();
  assert.equal(thrownText(() => take_node(leaf)),
    "TypeError [ERR_INVALID_ARG_VALUE]: take_node(): The argument 'one' must not extend Node, whose " +
      'destructor is not virtual, to be given to C++. Received an instance of Leaf');
  assert.equal(leaf.weight, 7);
  take_node(new Node());
});

both('ownership is shared whatever the destructor is', () => {
  const leaf = new Leaf();
  share_node(leaf);
  assert.equal(leaf.weight, 7);
});

both('ownership of objects of all classes ends with them', async () => {
  const before = Animal.alive();
  for (let i = 0; i < 100; i++) {
    new Puppy('p');
    make_animal('duck');
  }
  await collect(() => Animal.alive() <= before);
  assert.ok(Animal.alive() <= before, `${Animal.alive() - before} are left`);
});

both('several bases give their members', () => {
  const duck = new Duck('Donald');
  assert.equal(duck.name, 'Donald');
  assert.equal(duck.dive(4), 7);
  duck.depth = 9;
  assert.equal(duck.depth, 9);
  assert.equal(depth_of(duck), 9);
  assert.equal(Duck.element(), 'water');
  assert.equal(Duck.UNIT, 'm');
  assert.equal(Duck.KINGDOM, 'animals');
  assert.ok(Object.hasOwn(Duck.prototype, 'dive') && !Object.hasOwn(Duck.prototype, 'sound'));
});

both('several bases of which the first is what instanceof knows', () => {
  const duck = new Duck('Donald');
  assert.ok(duck instanceof Animal);
  assert.ok(!(duck instanceof Swimmer));
});

both('several bases can share a virtual base', () => {
  const copier = new Copier(5);
  assert.equal(copier.id, 5);
  assert.equal(copier.scan(), 50);
  assert.equal(copier.print(), 500);
  assert.equal(id_of(copier), 5);
  assert.ok(copier instanceof Scanner && copier instanceof Device && !(copier instanceof Printer));
});

both('what fits best is the class that extends most', () => {
  assert.equal(which(1), 'a number');
  assert.equal(which(new Animal('a')), 'an animal');
  assert.equal(which(new Dog('d')), 'a dog');
  assert.equal(which(new Puppy('p')), 'a dog');
  assert.equal(which(new Duck('d')), 'an animal');
  assert.equal(which_alternative(new Duck('d')), 'an animal');
  assert.equal(which_alternative(new Puppy('p')), 'a dog');
});

both('what fits best is nothing where two bases fit equally well', () => {
  assert.equal(which_base(new Dog('d')), 'an animal');
  assert.equal(thrownText(() => which_base(new Duck('d'))),
    'TypeError [ERR_INVALID_ARG_VALUE]: which_base(): Several overloads take (an instance of Duck) equally ' +
      'well:\n  which_base(one: Animal)\n  which_base(one: Swimmer | Duck)');
});

const between = (made, parent, action) => {
  const original = Object.getPrototypeOf(made);
  Object.setPrototypeOf(made, parent);
  try {
    return action();
  } finally {
    Object.setPrototypeOf(made, original);
  }
};

both('scripts that come between see nothing of what C++ gives', () => {
  let calls = 0;
  const spy = function () { calls += 1; };
  assert.equal(between(Dog, spy, () => make_animal('dog').fetch(1)), 1);
  assert.equal(calls, 0);
});

both('scripts that come between can make objects that are no objects of the base', () => {
  let leaked;
  const spy = function (derive) { leaked = derive; };
  const rex = between(Dog, spy, () => new Dog('Rex'));
  assert.equal(rex.fetch(1), 1);
  const hollow = new Animal(leaked);
  assert.equal(thrownText(() => hollow.sound()),
    'TypeError [ERR_INVALID_THIS]: Animal.sound(): It must be called on an instance of Animal. ' +
      'Received an instance of Animal');
});

both('scripts that come between cannot give one object two meanings', () => {
  const known = new Animal('known');
  const before = Animal.alive();
  assert.equal(between(Dog, function () { return known; }, () => thrownText(() => new Dog('Rex'))),
    'TypeError [undefined]: Cannot initialize #slot twice on the same object');
  assert.equal(known.name, 'known');
  assert.equal(known.sound(), 'nothing');
  assert.ok(Animal.alive() <= before + 1);
});
