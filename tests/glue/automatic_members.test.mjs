// What classes have by what their C++ classes have. They stand in automatic_members.test.cc.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { isMainThread } from 'node:worker_threads';
import { everywhere } from '../everywhere.mjs';
import { functions } from '../functions.mjs';
import { thrownBy } from '../thrown.mjs';

const both = everywhere(import.meta.url);
const { Length, Renamed, Flag, Mark, Person, Worker, Bag, Crowd, Pointers } = functions;

both('operator<< gives toString and the text of util.inspect', () => {
  const length = new Length(2.5);
  assert.equal(length.toString(), '2.5 m');
  assert.equal(`${length}`, '2.5 m');
  assert.equal(inspect(length), '2.5 m');
  assert.equal(inspect({ length }), '{ length: 2.5 m }');
});

both('toString of the block stands', () => {
  const one = new Renamed(1);
  assert.equal(`${one}`, 'renamed');
  assert.equal(JSON.stringify(one), '"renamed"');
});

both('what a class converts to is not its text', () => {
  assert.equal(`${new Flag()}`, '[object Flag]');
  assert.equal(inspect(new Flag()), 'Flag {}');
});

both('Symbol.toStringTag is the name of the class', () => {
  class Tall extends Person {}
  assert.equal(Object.prototype.toString.call(new Person('p')), '[object Person]');
  assert.equal(Object.prototype.toString.call(new Tall('t')), '[object Person]');
  assert.equal(Object.prototype.toString.call(new Worker('w')), '[object Worker]');
});

both('util.inspect shows properties, those of bases too', () => {
  const ada = new Person('Ada');
  assert.equal(inspect(ada), "Person { name: 'Ada', age: undefined, tags: [ 'a', 'b' ] }");
  assert.equal(inspect(new Worker('Bob')),
    "Worker {\n  name: 'Bob',\n  age: undefined,\n  tags: [ 'a', 'b' ],\n  wages: { may: 10 },\n  id: 5n\n}");
  assert.equal(inspect([[[ada]]], { depth: 1 }), '[ [ [Array] ] ]');
  assert.equal(inspect([[[ada]]], { depth: 2 }), '[ [ [ [Person] ] ] ]');
});

both('util.inspect shows what JavaScript adds', () => {
  class Actor extends Person {
    role = 'Hamlet';
  }
  assert.equal(inspect(new Actor('A')),
    "Actor { role: 'Hamlet', name: 'A', age: undefined, tags: [ 'a', 'b' ] }");
});

both('util.inspect shows what has no properties to read', () => {
  const ada = new Person('Ada');
  ada[Symbol.dispose]();
  assert.equal(inspect(ada), 'Person <Person.name: The Person is disposed>');
  assert.equal(inspect(Person.prototype), 'Object [Person] {}');
  assert.equal(inspect(Object.create(Person.prototype)), 'Person {}');
});

both('toJSON has all properties', () => {
  const ada = new Person('Ada');
  assert.deepEqual(ada.toJSON(), { name: 'Ada', age: undefined, tags: ['a', 'b'] });
  ada.age = 36;
  assert.equal(JSON.stringify({ ada }), '{"ada":{"name":"Ada","age":36,"tags":["a","b"]}}');
});

both('toJSON is not there when a property is no value of JSON', () => {
  assert.ok(!Object.hasOwn(Worker.prototype, 'toJSON'));
  assert.ok(!('toJSON' in Bag.prototype));
});

both('a const member can only be read', () => {
  const { get, set } = Object.getOwnPropertyDescriptor(Person.prototype, 'tags');
  assert.equal(typeof get, 'function');
  assert.equal(set, undefined);
});

both('begin and end give an iterator over copies', () => {
  const bag = new Bag([1, 2, 3]);
  const seen = [];
  for (const each of bag) {
    if (seen.length < 2) bag.add(each * 10);
    seen.push(each);
  }
  assert.deepEqual(seen, [1, 2, 3]);
  assert.deepEqual([...bag], [1, 2, 3, 10, 20]);
  assert.deepEqual(Array.from(bag[Symbol.iterator]()), [1, 2, 3, 10, 20]);
  assert.equal(Bag.prototype[Symbol.iterator].name, '[Symbol.iterator]');
});

both('an iterator gives shared objects', () => {
  const crowd = new Crowd();
  const [ada, bob] = crowd;
  assert.deepEqual([ada.name, bob.name], ['Ada', 'Bob']);
  assert.equal([...crowd][0], ada);
});

both('what nobody owns is not iterated', () => {
  assert.equal(new Pointers()[Symbol.iterator], undefined);
});

both('an iterator needs an object', () => {
  assert.equal(thrownBy(() => Bag.prototype[Symbol.iterator].call([])).message,
    'Bag[Symbol.iterator](): It must be called on an instance of Bag. Received an instance of Array');
  const bag = new Bag([]);
  bag[Symbol.dispose]();
  assert.equal(thrownBy(() => [...bag]).message, 'Bag[Symbol.iterator](): The Bag is disposed');
});

both('comparable objects have equals and compareTo', () => {
  const one = new Length(1);
  assert.ok(one.equals(new Length(1)));
  assert.ok(!one.equals(new Length(2)));
  assert.equal(one.compareTo(new Length(1)), 0);
  assert.ok(one.compareTo(new Length(2)) < 0);
  assert.ok(one.compareTo(new Length(0)) > 0);
  assert.ok(Number.isNaN(one.compareTo(new Length(NaN))));
  assert.deepEqual([3, 1, 2].map((each) => new Length(each)).sort((a, b) => a.compareTo(b)).map(String),
    ['1 m', '2 m', '3 m']);
  assert.equal(thrownBy(() => one.equals(1)).message,
    'Length.equals(): The "other" argument must be an instance of Length. Received type number (1)');
});

both('what has no order has no compareTo', () => {
  const mark = new Mark();
  assert.ok(mark.equals(mark));
  assert.ok(!mark.equals(new Mark()));
  assert.equal(mark.compareTo, undefined);
});

const canRefuse = typeof process.getBuiltinModule?.('node:worker_threads')?.markAsUncloneable === 'function';
if (canRefuse) {
  both('an object is not cloned', () => {
    class Actor extends Person {}
    for (const each of [new Person('Ada'), new Actor('Bob'), ...new Crowd()]) {
      assert.throws(() => structuredClone(each), { name: 'DataCloneError' });
      assert.throws(() => structuredClone({ each }), { name: 'DataCloneError' });
    }
  });
} else if (isMainThread) {
  test('an object is not cloned', { skip: 'this Node.js has no means for it' }, () => {});
}
