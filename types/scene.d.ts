/// <reference lib="esnext.disposable" />
export interface box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}
export interface point {
  x: number;
  y: number;
}
/** What nodes are drawn on. */
export class Canvas {
  #private;
  private constructor();
  draw(command: string): void;
  [Symbol.dispose](): void;
}
/** Anything in a scene. */
export abstract class Node {
  #private;
  constructor(name: string);
  get name(): string;
  bounds(): box;
  draw(on: Canvas): void;
  /** How much space it takes. */
  area(): number;
  toJSON(): { name: string };
  [Symbol.dispose](): void;
}
export class Circle extends Node {
  #private;
  constructor(name: string, center: point, radius: number);
  get center(): point;
  set center(value: point);
  get radius(): number;
  set radius(value: number);
  toJSON(): { name: string; center: point; radius: number };
}
/** Reacts to clicks, beside whatever else it is. */
export class Clickable {
  #private;
  protected constructor();
  get clicks(): number;
  /** Returns how often it was clicked. */
  click(): number;
  toJSON(): { clicks: number };
  [Symbol.dispose](): void;
}
export class Button extends Node {
  #private;
  constructor(name: string, place: box);
  get clicks(): number;
  /** Returns how often it was clicked. */
  click(): number;
  toJSON(): { name: string; clicks: number };
}
/** Holds other nodes. */
export class Group extends Node {
  #private;
  constructor(name: string);
  add(node?: Node | null): Group;
  /** The first of that name, in all groups below. */
  find(name: string): Node | null;
  toString(): string;
  [Symbol.iterator](): ArrayIterator<Node>;
  toJSON(): { name: string };
}
/** The commands that draw a node. */
export function render(node: Node): string[];
export function clickAt(group: Group, at: point): number;
export function clicksOf(clicked: Clickable | Button): number;
