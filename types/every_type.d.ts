/// <reference lib="esnext.disposable" />
export interface point {
  x: number;
  y: number;
}
export interface markerInput {
  readonly at: point;
  readonly tint: "red" | "green" | "blue";
  readonly label?: string | null | undefined;
  readonly outline: readonly point[];
  readonly counts: Readonly<Record<string, number | bigint>>;
}
export interface marker {
  at: point;
  tint: "red" | "green" | "blue";
  label?: string;
  outline: point[];
  counts: Record<string, number>;
}
export function boolean(value: boolean): boolean;
export function integer(value: number): number;
export function wideInteger(value: number | bigint): number;
export function bigInteger(value: bigint): bigint;
export function number(value: number): number;
export function float(value: number): number;
export function text(value: string): string;
export function textView(value: string): number;
export function cString(value: string): number;
export function utf8(value: string): string;
export function utf16(value: string): string;
export function character(value: string): string;
export function utf16Unit(value: string): string;
export function path(value: string): string;
export function nothing(value: null): null;
export function missing(value?: undefined): undefined;
export function optional(value?: number | null): number | undefined;
export function vector(value: readonly string[]): string[];
export function deque(value: readonly number[] | Float64Array): number[];
export function list(value: readonly boolean[]): boolean[];
export function bytes(value: Uint8Array | ArrayBuffer): Uint8Array;
export function pair(value: readonly [number, string]): [number, string];
export function tuple(value: readonly [number, boolean, number | null | undefined]): [number, boolean, number | undefined];
export function array(value: readonly [number, number, number]): [number, number, number];
export function longArray(value: readonly number[]): number[];
export function byteArray(value: Uint8Array | ArrayBuffer): Uint8Array;
export function set(value: ReadonlySet<string>): Set<string>;
export function record(value: Readonly<Record<string, readonly (point | null | undefined)[]>>): Record<string, (point | undefined)[]>;
export function map(value: ReadonlyMap<number, string>): Map<number, string>;
export function variant(value: number | string | readonly boolean[]): number | string | boolean[];
export function span(value: Float64Array): void;
export function time(value: Date): Date;
export function duration(value: number): number;
export function typedArray(value: Int32Array): Int32Array;
export function enumerator(value: "red" | "green" | "blue"): "red" | "green" | "blue";
export function numericEnumerator(value: -1 | 1): -1 | 1;
export function struct(value: point): point;
export function structOfAll(value: markerInput): marker;
declare function export_1(value: (arg0: string) => number): (arg0: string) => number;
export { export_1 as function };
export function expected(value: string): number;
export function errorCode(value: boolean): void;
export function functionRef(value: (arg0: number) => number): number;
export function rest(...values: string[]): number;
export function handle(value?: unknown): unknown;
export class Thing {
  #private;
  constructor(number: number);
  get number(): number;
  toJSON(): { number: number };
  [Symbol.dispose](): void;
}
export function object(value: Thing): Thing;
export function objectReference(value: Thing): number;
export function objectPointer(value?: Thing | null): number | undefined;
export function sharedObject(value?: Thing | null): Thing | null;
export function givenObject(value?: Thing | null): Thing;
