// For tests of types: `type _ = Expect<Equal<A, B>>` compiles only when A and B are the same type.

/** Whether two types are the same: also by optionality, `readonly` and `any`, unseen by assignment. */
export type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

export type Expect<T extends true> = T;
