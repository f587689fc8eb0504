// JavaScript classes that override virtual functions of C++. The functions stand in overridable.test.cc.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { collect, everywhere, turn } from '../everywhere.mjs';
import { functions } from '../functions.mjs';
import { thrownText } from '../thrown.mjs';

const both = everywhere(import.meta.url);
const {
  Shape, Circle, Listener, area_of, drawing_of, areas_of, describe_twice, area_of_copy, copied_shape,
  make_shape, keep_shape, area_of_kept, last_kept_shape, release_shapes, take_shape, measure_in_thread,
  count_in_thread, area_in_joined_thread, count_ended_threads,
} = functions;

class Square extends Shape {
  calls = 0;

  constructor(side) {
    super('square');
    this.side = side;
  }

  area() {
    this.calls += 1;
    return this.side ** 2;
  }
}

both('C++ calls the method of the JavaScript class', () => {
  const square = new Square(3);
  assert.equal(area_of(square), 9);
  assert.equal(areas_of([square, new Shape('s'), new Square(2)]), 14);
  assert.equal(square.calls, 2);
});

both('C++ calls its own function where nothing overrides it', () => {
  assert.equal(area_of(new Shape('s')), 1);
  assert.equal(describe_twice(new Square(1)), 'squaresquaresquare');
  assert.equal(area_of(make_shape()), 1);
  assert.equal(drawing_of(new Square(1)), 'shape square;');
});

both('a function that is not virtual calls what overrides', () => {
  class Cat extends Square {
    describe(prefix, times) { return `${prefix}${times} cat`; }
  }
  assert.equal(new Cat(2).report(), 'a 1 cat of 4');
});

both('super calls the function of C++, once', () => {
  const calls = [];
  class Doubled extends Shape {
    area() {
      calls.push('area');
      return 2 * super.area();
    }
    describe(prefix, times) {
      calls.push('describe');
      return super.describe(`<${prefix}>`, times + 1);
    }
  }
  const doubled = new Doubled('d');
  assert.equal(doubled.area(), 2);
  assert.equal(area_of(doubled), 2);
  assert.equal(doubled.describe('x', 1), '<x>dd');
  assert.equal(describe_twice(doubled), '<>dd<>ddd');
  assert.equal(doubled.report(), '<a >dd of 2');
  assert.deepEqual(calls, ['area', 'area', 'describe', 'describe', 'describe', 'describe', 'area']);
});

both('super calls C++ functions that call what overrides', () => {
  class Both extends Square {
    report() { return `report: ${super.report()}`; }
    describe() { return 'both'; }
  }
  assert.equal(new Both(4).report(), 'report: both of 16');
});

both('classes that JavaScript extends further override too', () => {
  class Room extends Square {
    area() { return super.area() + 1; }
  }
  const room = new Room(3);
  assert.equal(area_of(room), 10);
  assert.equal(room.calls, 1);
});

both('a class that extends another in C++ overrides functions of both', () => {
  class Ring extends Circle {
    area() { return super.area() - 1; }
    describe(prefix) { return `${prefix}ring of ${this.radius}`; }
  }
  const ring = new Ring(2);
  assert.equal(area_of(ring), 11);
  assert.equal(ring.area(), 11);
  assert.equal(ring.report(), 'a ring of 2 of 11');
  assert.equal(area_of(new Circle(2)), 12);
});

both('a method of the object itself overrides', () => {
  const square = new Square(2);
  square.area = () => 7;
  assert.equal(area_of(square), 7);
  square.area = 'no function';
  assert.equal(area_of(square), 1);
});

both('the constructor of C++ calls its own functions', () => {
  assert.equal(new Square(3).firstArea, 1);
});

both('objects are lent to what overrides', () => {
  let kept;
  class Drawn extends Shape {
    draw(on) {
      super.draw(on);
      on.line('more');
      kept = on;
    }
  }
  assert.equal(drawing_of(new Drawn('d')), 'shape d;more;');
  assert.equal(thrownText(() => kept.line('late')),
    'TypeError [ERR_INVALID_STATE]: Canvas.line(): The Canvas is disposed');
});

both('what is thrown comes out unchanged', () => {
  const error = new Error('from the override');
  class Bad extends Shape {
    area() { throw error; }
  }
  assert.throws(() => area_of(new Bad('b')), (caught) => caught === error);
  assert.throws(() => new Bad('b').report(), (caught) => caught === error);
});

both('a wrong result is refused', () => {
  class Bad extends Shape {
    area() { return 'large'; }
  }
  assert.equal(thrownText(() => area_of(new Bad('b'))),
    'TypeError [ERR_INVALID_RETURN_VALUE]: area_of(): Expected a value of type number to be returned from the ' +
      '"area" function but got type string (\'large\').');
});

both('what must be overridden says so', () => {
  class Half extends Listener {
    next() { return 1; }
  }
  assert.equal(thrownText(() => new Listener()),
    'TypeError [undefined]: Listener is abstract: only a class that extends it can be constructed');
  assert.ok(new Half() instanceof Listener);
});

both('an object is not destroyed while C++ calls it', () => {
  class Suicidal extends Shape {
    area() {
      this[Symbol.dispose]();
      return 0;
    }
  }
  assert.equal(thrownText(() => area_of(new Suicidal('s'))),
    'TypeError [ERR_INVALID_STATE]: Shape[Symbol.dispose](): The Shape is in use by a running call');
  keep_shape(new Suicidal('s'));
  assert.equal(thrownText(() => area_of_kept()),
    'TypeError [ERR_INVALID_STATE]: Shape[Symbol.dispose](): The Shape is in use by a running call');
  release_shapes();
});

both('a copy has the functions of C++', () => {
  const square = new Square(5);
  assert.equal(area_of_copy(square), 1);
  assert.equal(area_of(copied_shape(square)), 1);
});

both('what C++ keeps keeps its overrides until C++ lets go', async () => {
  await collect();
  const before = Shape.alive();
  const keep = () => {
    const square = new Square(6);
    keep_shape(square);
    return new WeakRef(square);
  };
  const kept = keep();
  await collect();
  assert.equal(area_of_kept(), 36);
  assert.equal(last_kept_shape(), kept.deref());
  release_shapes();
  await collect(() => Shape.alive() === before);
  assert.equal(Shape.alive(), before);
  assert.equal(kept.deref(), undefined);
});

both('a disposed object that C++ keeps has the functions of C++', () => {
  const square = new Square(6);
  keep_shape(square);
  square[Symbol.dispose]();
  assert.equal(area_of_kept(), 1);
  release_shapes();
});

both('an object with overrides is not given to C++ alone', () => {
  const square = new Square(6);
  assert.equal(thrownText(() => take_shape(square)),
    "TypeError [ERR_INVALID_ARG_VALUE]: take_shape(): The argument 'one' must not be extended by JavaScript, to be " +
      'given to C++ alone. Received an instance of Square');
  assert.equal(area_of(square), 36);
  assert.equal(take_shape(new Shape('s')), 1);
});

/** What a thread of its own finds out of a shape. Threads that wait don't keep the event loop running. */
const measured = async (shape) => {
  const awake = setInterval(() => {}, 1000);
  try {
    return await new Promise((resolve) => {
      class Done extends Listener {
        done(area) { resolve(area); }
      }
      measure_in_thread(shape, new Done());
    });
  } finally {
    clearInterval(awake);
  }
};

const threadEnds = async (before) => {
  while (count_ended_threads() === before) await turn();
};

both('another thread waits for what overrides', async () => {
  const before = count_ended_threads();
  assert.equal(await measured(new Square(7)), 49);
  await threadEnds(before);
});

both('another thread calls its own function where nothing overrides it', async () => {
  const before = count_ended_threads();
  assert.equal(await measured(new Shape('plain')), 1);
  await threadEnds(before);
});

both('what is thrown to another thread arrives there', async () => {
  const before = count_ended_threads();
  class Three extends Listener {
    next(last) {
      if (last === 3) throw new Error('enough');
      return last + 1;
    }
  }
  count_in_thread(new Three());
  await threadEnds(before);
});

if (isMainThread) {
  test('a thread that waits for a JavaScript thread which waits for it gives up', () => {
    assert.equal(area_in_joined_thread(new Square(8)),
      '"area" waits for the JavaScript thread, which is busy: Connection timed out');
    assert.equal(area_in_joined_thread(new Shape('s')), '1.000000');
  });

  test('a thread that waits is released when its environment ends', async () => {
    const before = count_ended_threads();
    const worker = new Worker(new URL(import.meta.url), { workerData: { counts: true } });
    await once(worker, 'message');
    await worker.terminate();
    await threadEnds(before);
  });
} else if (workerData.counts) {
  class Endless extends Listener {
    next(last) {
      if (last === 100) parentPort.postMessage('counting');
      return last + 1;
    }
  }
  count_in_thread(new Endless());
  setInterval(() => {}, 1000);
}
