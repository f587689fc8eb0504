import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { load } from '../../scripts/load_example.mjs';

const { Button, Circle, Clickable, Group, Node, clickAt, clicksOf, render } = load('scene');

const someScene = () =>
  new Group('scene')
    .add(new Circle('sun', { x: 5, y: 5 }, 2))
    .add(new Group('menu').add(new Button('open', { left: 0, top: 0, right: 4, bottom: 1 })));

test('classes extend each other as in C++', () => {
  // [instanceof]
  const sun = new Circle('sun', { x: 5, y: 5 }, 2);
  assert.ok(sun instanceof Circle && sun instanceof Node);
  assert.equal(sun.name, 'sun');
  assert.equal(sun.area(), 16);
  assert.deepEqual(render(sun), ['sun']);
  // [/instanceof]
});

test('what C++ finds is of the class that it really is of', () => {
  // [dynamic]
  const scene = someScene();
  const open = scene.find('open');
  assert.ok(open instanceof Button);
  assert.equal(scene.find('open'), open);
  assert.equal(scene.find('sun').radius, 2);
  assert.equal(scene.find('moon'), null);
  // [/dynamic]
  assert.deepEqual([...scene].map((each) => each.constructor), [Circle, Group]);
});

test('the members of further bases are copied', () => {
  // [several]
  const open = new Button('open', { left: 0, top: 0, right: 4, bottom: 1 });
  assert.equal(open.click(), 1);
  assert.equal(clicksOf(open), 1);
  assert.ok(open instanceof Node && !(open instanceof Clickable));
  // [/several]
});

test('C++ casts to whichever base it likes', () => {
  const menu = new Group('menu').add(new Button('open', { left: 0, top: 0, right: 4, bottom: 1 }));
  assert.equal(clickAt(menu, { x: 1, y: 1 }), 1);
  assert.equal(clickAt(menu, { x: 9, y: 9 }), 0);
  assert.equal(menu.find('open').clicks, 1);
});

// [override]
class Star extends Node {
  #size;

  constructor(name, size) {
    super(name);
    this.#size = size;
  }

  bounds() {
    return { left: 0, top: 0, right: this.#size, bottom: this.#size };
  }

  draw(on) {
    super.draw(on);
    on.draw('*'.repeat(this.#size));
  }
}
// [/override]

test('JavaScript classes are nodes to C++', () => {
  // [overriding]
  const scene = new Group('sky').add(new Star('vega', 3)).add(new Star('rigel', 1));
  assert.deepEqual(render(scene), ['vega', '***', 'rigel', '*']);
  assert.equal(scene.area(), 9);
  assert.ok(scene.find('vega') instanceof Star);
  // [/overriding]
});

test('a JavaScript class must give what C++ has not', () => {
  // [abstract]
  class Blank extends Node {}
  assert.throws(() => new Blank('blank').area(), {
    name: 'TypeError',
    code: 'ERR_METHOD_NOT_IMPLEMENTED',
    message: 'Node.area(): The bounds() method must be overridden',
  });
  assert.throws(() => new Node('node'), {
    name: 'TypeError',
    message: 'Node is abstract: only a class that extends it can be constructed',
  });
  // [/abstract]
});

test('objects show what they are', () => {
  // [shown]
  const sun = new Circle('sun', { x: 5, y: 5 }, 2);
  assert.equal(inspect(sun), "Circle { name: 'sun', center: { x: 5, y: 5 }, radius: 2 }");
  assert.equal(JSON.stringify(sun), '{"name":"sun","center":{"x":5,"y":5},"radius":2}');
  assert.equal(`${someScene()}`, 'scene: sun menu');
  assert.deepEqual([...someScene()].map((node) => node.name), ['sun', 'menu']);
  // [/shown]
});

test('what uses an object that is gone throws', () => {
  const scene = someScene();
  scene[Symbol.dispose]();
  assert.throws(() => scene.find('sun'), {
    name: 'TypeError',
    code: 'ERR_INVALID_STATE',
    message: 'Group.find(): The Group is disposed',
  });
  assert.throws(() => render(scene), {
    name: 'TypeError',
    code: 'ERR_INVALID_ARG_VALUE',
    message: "render(): The argument 'node' must not be disposed. Received an instance of Group",
  });
});
