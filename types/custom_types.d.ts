/** A text on a drawing. */
export interface LabelInput {
  readonly text: string;
  /** @defaultValue 1 */
  readonly opacity?: number | `${number}%` | undefined;
  /** @defaultValue [] */
  readonly placement?: readonly (readonly number[] | Float64Array)[] | undefined;
}
/** A text on a drawing. */
export interface Label {
  text: string;
  opacity: number;
  placement: number[][];
}
/** @defaultValue separator = ", " */
export function joined(texts: readonly string[], separator?: string): string;
/** @defaultValue by = 0.5 */
export function faded(label: LabelInput, by?: number | `${number}%`): Label;
export function transposed(matrix: readonly (readonly number[] | Float64Array)[]): number[][];
