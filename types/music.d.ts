/// <reference lib="esnext.disposable" />
export class Artist {
  #private;
  constructor(name: string);
  get name(): string;
  toJSON(): { name: string };
  [Symbol.dispose](): void;
}
/** One piece of music. */
export class Track {
  #private;
  /** @defaultValue seconds = 180 */
  constructor(title: string, seconds?: number);
  constructor(title: string, minutes: number, seconds: number);
  /** Reads a line such as `Clair de lune 5:20`. */
  static parse(line: string): Track;
  static readonly BEST_RATING: 5;
  get title(): string;
  get seconds(): number;
  /** From 0 to 5 stars. */
  get rating(): number;
  set rating(value: number);
  get artist(): Artist | null;
  set artist(value: Artist | null | undefined);
  isLongerThan(other: Track): boolean;
  [Symbol.dispose](): void;
}
export class Cover {
  #private;
  constructor(width: number, height: number);
  get width(): number;
  set width(value: number);
  get height(): number;
  set height(value: number);
  toJSON(): { width: number; height: number };
  [Symbol.dispose](): void;
}
/** Tracks in their order. */
export class Album {
  #private;
  constructor(title: string);
  get title(): string;
  get cover(): Cover;
  set cover(value: Cover);
  get length(): number;
  /** Takes a track over, and returns the album. */
  add(track?: Track | null): Album;
  at(index: number | bigint): Track;
  find(title: string): Track | null;
  [Symbol.dispose](): void;
}
/** Plays the tracks of an album. */
export class Player {
  #private;
  constructor(album: Album);
  /** The next track, or null after the last. */
  next(): Track | null;
  [Symbol.dispose](): void;
}
