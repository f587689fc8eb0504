import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../scripts/load_example.mjs';

const { Album, Artist, Cover, Player, Track } = load('music');

const images = () => new Album('Images').add(new Track('Reflets', 5, 30)).add(new Track('Mouvement', 3, 45));

test('constructors have defaults and overloads', () => {
  // [constructors]
  assert.equal(new Track('Prelude').seconds, 180);
  assert.equal(new Track('Prelude', 95.5).seconds, 95.5);
  assert.equal(new Track('Prelude', 1, 35).seconds, 95);
  // [/constructors]
  assert.throws(() => new Track(), {
    name: 'TypeError',
    code: 'ERR_MISSING_ARGS',
    message: 'Track(): The "title" argument must be specified',
  });
});

test('the class has functions and constants of its own', () => {
  const track = Track.parse('Clair de lune 5:20');
  assert.ok(track instanceof Track);
  assert.deepEqual([track.title, track.seconds], ['Clair de lune', 320]);
  assert.equal(Track.BEST_RATING, 5);
  assert.throws(() => Track.parse('Clair de lune'), {
    name: 'TypeError',
    message: '"Clair de lune" ends in no duration',
  });
});

test('accessors read and write, getters only read', () => {
  const track = new Track('Prelude');
  track.rating = 4;
  assert.equal(track.rating, 4);
  assert.throws(() => (track.rating = 6), { name: 'RangeError', message: 'a rating is from 0 to 5 stars' });
  assert.throws(() => (track.rating = 'good'), {
    name: 'TypeError',
    code: 'ERR_INVALID_ARG_TYPE',
    message: `Track.rating: The "value" argument must be of type number. Received type string ('good')`,
  });
  assert.equal(track.rating, 4);
  assert.throws(() => (track.seconds = 1), TypeError);
  assert.throws(() => (new Album('Images').title = 'Estampes'), TypeError);
});

test('objects are arguments', () => {
  const [short, long] = [new Track('Short', 60), new Track('Long', 600)];
  assert.equal(long.isLongerThan(short), true);
  assert.equal(short.isLongerThan(long), false);
});

test('a shared object is always the same JavaScript object', () => {
  // [shared]
  const debussy = new Artist('Claude Debussy');
  const [first, second] = [new Track('Nuages'), new Track('Sirenes')];
  first.artist = debussy;
  second.artist = first.artist;
  assert.equal(second.artist, debussy);
  // [/shared]
  assert.equal(new Track('Anonymous').artist, null);
  second.artist = null;
  assert.equal(second.artist, null);
  assert.equal(first.artist.name, 'Claude Debussy');
});

test('a track is given to its album', () => {
  // [given]
  const track = new Track('Reflets');
  const album = new Album('Images').add(track);
  assert.equal(album.length, 1);
  assert.throws(() => track.title, {
    name: 'TypeError',
    code: 'ERR_INVALID_STATE',
    message: 'Track.title: The Track is disposed',
  });
  // [/given]
  assert.throws(() => album.add(track), {
    name: 'TypeError',
    code: 'ERR_INVALID_ARG_VALUE',
    message: `Album.add(): The argument 'track' must not be disposed. Received an instance of Track`,
  });
  assert.throws(() => album.add(album.at(0)), {
    name: 'TypeError',
    code: 'ERR_INVALID_ARG_VALUE',
    message:
      `Album.add(): The argument 'track' must be owned by JavaScript alone, to be given to C++. ` +
      'Received an instance of Track',
  });
  assert.throws(() => album.add(null), { name: 'TypeError', message: 'there is no track to add' });
  assert.equal(album.length, 1);
});

test('methods that return *this chain', () => {
  const album = new Album('Estampes');
  assert.equal(album.add(new Track('Pagodes')), album);
});

test('what is borrowed is a part of its album, and always the same object', () => {
  // [borrowed]
  const album = images();
  album.at(0).rating = 5;
  assert.equal(album.find('Reflets').rating, 5);
  assert.equal(album.find('Reflets'), album.at(0));
  assert.equal(album.find('La mer'), null);
  // [/borrowed]
  assert.throws(() => album.at(2), RangeError);
  const track = album.at(1);
  album[Symbol.dispose]();
  assert.throws(() => track.title, {
    name: 'TypeError',
    code: 'ERR_INVALID_STATE',
    message: 'Track.title: The Track belongs to a disposed object',
  });
});

test('a member of class type is a part too', () => {
  // [part]
  const album = new Album('Images');
  const { cover } = album;
  cover.width = 300;
  assert.equal(album.cover.width, 300);
  album.cover = new Cover(1200, 1200);
  assert.equal(cover.width, 1200);
  // [/part]
  assert.equal(album.cover, cover);
});

test('a player keeps its album', () => {
  // [kept]
  const album = images();
  const player = new Player(album);
  assert.equal(player.next(), album.at(0));
  assert.throws(() => album[Symbol.dispose](), {
    name: 'TypeError',
    code: 'ERR_INVALID_STATE',
    message: 'Album[Symbol.dispose](): The Album is still used by another object',
  });
  player[Symbol.dispose]();
  album[Symbol.dispose]();
  // [/kept]
});

test('a player ends with null', () => {
  const player = new Player(images());
  const titles = [];
  for (let track = player.next(); track !== null; track = player.next()) titles.push(track.title);
  assert.deepEqual(titles, ['Reflets', 'Mouvement']);
});

test('a method insists on its object', () => {
  // [receiver]
  const { next } = new Player(images());
  assert.throws(() => next(), {
    name: 'TypeError',
    code: 'ERR_INVALID_THIS',
    message: 'Player.next(): It must be called on an instance of Player. Received undefined',
  });
  // [/receiver]
});

test('JavaScript classes extend wrapped ones', () => {
  // [subclass]
  class LoudPlayer extends Player {
    #played = [];

    next() {
      const track = super.next();
      if (track) this.#played.push(track.title.toUpperCase());
      return track;
    }

    get played() {
      return this.#played.join(', ');
    }
  }
  const player = new LoudPlayer(images());
  while (player.next());
  assert.equal(player.played, 'REFLETS, MOUVEMENT');
  assert.ok(player instanceof Player);
  // [/subclass]
});

test('disposing ends an object at once, and twice is as good as once', () => {
  const track = new Track('Prelude');
  track[Symbol.dispose]();
  track[Symbol.dispose]();
  assert.throws(() => new Track('Other').isLongerThan(track), {
    name: 'TypeError',
    code: 'ERR_INVALID_ARG_VALUE',
    message: `Track.isLongerThan(): The argument 'other' must not be disposed. Received an instance of Track`,
  });
});
