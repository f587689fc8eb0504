/** The sum of two numbers. */
export function add(left: number, right: number): number;
