export interface room {
  width: number;
  length: number;
}
export interface surveyInput {
  readonly at: readonly [number, number];
  readonly tags: ReadonlySet<string>;
  readonly samples: Readonly<Record<string, readonly (number | null | undefined)[]>>;
}
export interface survey {
  at: [number, number];
  tags: Set<string>;
  samples: Record<string, (number | undefined)[]>;
}
export function area(side: number): number;
export function area(width: number, height: number): number;
export function area(room: room): number;
export function nextTicket(): number;
/** What the sea does. */
export const Tide: {
  readonly low: "low";
  readonly rising: "rising";
  readonly high: "high";
  readonly falling: "falling";
};
export type Tide = "low" | "rising" | "high" | "falling";
export const Priority: {
  readonly low: -1;
  readonly normal: 0;
  readonly high: 5;
};
export type Priority = -1 | 0 | 5;
export function nextTide(now: Tide): Tide;
/** @defaultValue other = 0 */
export function moreUrgent(one: Priority, other?: Priority): Priority;
export class ConfigError extends Error {
  code: string;
}
export class ConfigSyntaxError extends ConfigError {
  /** The first line is 1. */
  line: number;
}
export function countSettings(text: string): number;
/** What lengths are in other units. */
export namespace units {
  export function toInches(millimetres: number): number;
  export const MILLIMETRES_PER_INCH: 25.4;
}
/** No more than this many. */
export const LIMIT: 100;
export function scaledBy(factor: number): (arg0: number) => number;
/** @defaultValue factor = 2 */
export function scale(samples: Float64Array, factor?: number): void;
export function countSamples(survey: surveyInput): Record<string, number>;
export function moved(survey: surveyInput, by: readonly [number, number]): survey;
export function byRank(names: readonly string[]): Map<number, string>;
export function samePosition(position: number | "x" | "y" | readonly ["x" | "y", number]): number | "x" | "y";
export function root(value: number): number;
export function openMissing(path: string): void;
export function visit(name: string): number;
export function lock(path: string): void;
export function isPromise(value?: unknown): boolean;
export function greet(name: string, title?: string | null): string;
export function eachLine(text: string, visit: (arg0: string) => void): void;
export function tone(frequency: number, length: number | bigint): Float32Array;
export function largest(first: number, ...others: number[]): number;
export function between(from: Date, to: Date): number;
export function withExtension(path: string, extension: string): string;
export function repeated(letter: string, count: number): string;
export function nothing(value?: undefined): null;
export function removeFile(path: string): void;
