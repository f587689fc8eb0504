export interface point {
  x: number;
  y: number;
}
export interface polygonInput {
  readonly corners: readonly point[];
  readonly name?: string | null | undefined;
}
export interface polygon {
  corners: point[];
  name?: string;
}
/**
 * Area of a rectangle.
 * @defaultValue height = 1
 */
export function area(width: number, height?: number): number;
/** @defaultValue unit = "metre" */
export function length(path: readonly point[], unit?: "metre" | "foot"): number;
/** The mean of all corners. */
export function centre(polygon: polygonInput): point;
export function mapCorners(polygon: polygonInput, change: (arg0: point) => point): polygon;
export function radians(degrees: number): number;
export const ORIGIN: point;
