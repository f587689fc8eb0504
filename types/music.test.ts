import { Album, Artist, Cover, Player, Track } from './music';
import type { Equal, Expect } from './expect';

export type Cases = [
  Expect<Equal<ConstructorParameters<typeof Album>, [title: string]>>,
  Expect<Equal<ReturnType<Album['add']>, Album>>,
  Expect<Equal<ReturnType<Album['at']>, Track>>,
  Expect<Equal<ReturnType<Album['find']>, Track | null>>,
  Expect<Equal<Track['artist'], Artist | null>>,
  Expect<Equal<(typeof Track)['BEST_RATING'], 5>>,
  Expect<Equal<Cover['width'], number>>,
];

const track = new Track('Prelude');
new Track('Prelude', 95.5);
new Track('Prelude', 1, 35);
// @ts-expect-error: a track has a title
new Track();
// @ts-expect-error: no constructor takes four arguments
new Track('Prelude', 1, 35, 0);

track.rating = Track.BEST_RATING;
track.artist = new Artist('Claude Debussy');
track.artist = null;
track.artist = undefined;
// @ts-expect-error: an artist is an object
track.artist = 'Claude Debussy';
// @ts-expect-error: the duration can only be read
track.seconds = 10;
// @ts-expect-error: so can a member that was bound with readonly
new Album('Images').title = 'Estampes';
// @ts-expect-error: and a constant
Track.BEST_RATING = 6;
// @ts-expect-error: a function of the class is none of its objects
track.parse('Prelude 3:00');
// @ts-expect-error: there may be no such track
new Album('Images').find('Reflets').title;

class LoudPlayer extends Player {
  override next(): Track | null {
    const next = super.next();
    next?.title.toUpperCase();
    return next;
  }
}

{
  // [using]
  using album = new Album('Images').add(track);
  using player = new LoudPlayer(album);
  player.next()?.isLongerThan(album.at(0));
  // [/using]
}
// @ts-expect-error: a player is no album
new Player(new LoudPlayer(new Album('Images')));
