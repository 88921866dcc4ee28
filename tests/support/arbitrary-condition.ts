import fc from "fast-check";
import type { Operator } from "../../src/model/condition.js";
import type { ValueType } from "../../src/model/value.js";

/** The shape of a condition; what its leaves compare is chosen when the facts are known. */
export type ConditionSeed =
  | { readonly kind: "all" | "any"; readonly inner: readonly ConditionSeed[] }
  | { readonly kind: "not"; readonly inner: ConditionSeed }
  | LeafSeed;

/** Figures that pick from lists, each by its remainder. */
export interface LeafSeed {
  readonly kind: "leaf";
  readonly fact: number;
  readonly operator: number;
  readonly values: readonly number[];
  /** Compare with another fact where there is one of the type. */
  readonly other: number | null;
}

export type Tree<Leaf> = { all: Tree<Leaf>[] } | { any: Tree<Leaf>[] } | { not: Tree<Leaf> } | Leaf;

export const choice = fc.nat(9999);

const leafSeed: fc.Arbitrary<LeafSeed> = fc.record({
  kind: fc.constant("leaf" as const),
  fact: choice,
  operator: choice,
  values: fc.array(choice, { minLength: 1, maxLength: 3 }),
  other: fc.option(choice, { freq: 5 }),
});

/** Nested up to `depth` groups; groups are never empty. */
export function conditionSeed(depth: number): fc.Arbitrary<ConditionSeed> {
  if (depth === 0) return leafSeed;
  const inner = conditionSeed(depth - 1);
  const group = fc.record({
    kind: fc.constantFrom("all" as const, "any" as const),
    inner: fc.array(inner, { minLength: 1, maxLength: 3 }),
  });
  const not = fc.record({ kind: fc.constant("not" as const), inner });
  return fc.oneof({ arbitrary: leafSeed, weight: 2 }, { arbitrary: group, weight: 3 }, not);
}

export function growTree<Leaf>(seed: ConditionSeed, leaf: (seed: LeafSeed) => Leaf): Tree<Leaf> {
  switch (seed.kind) {
    case "leaf":
      return leaf(seed);
    case "not":
      return { not: growTree(seed.inner, leaf) };
    case "all":
      return { all: seed.inner.map((inner) => growTree(inner, leaf)) };
    case "any":
      return { any: seed.inner.map((inner) => growTree(inner, leaf)) };
  }
}

/** The element that a figure picks; throws where there is none to pick. */
export function pick<T>(list: readonly T[], figure: number): T {
  const picked = list[figure % list.length];
  if (picked === undefined) throw new Error("nothing to pick from");
  return picked;
}

const EQUALITY: readonly Operator[] = ["equal", "notEqual", "in", "notIn"];
export const OPERATORS_OF: Readonly<Record<ValueType, readonly Operator[]>> = {
  number: [
    ...EQUALITY,
    ...(["lessThan", "lessThanInclusive", "greaterThan", "greaterThanInclusive"] as const),
  ],
  date: [...EQUALITY, ...(["before", "after", "onOrBefore", "onOrAfter"] as const)],
  boolean: EQUALITY,
  text: EQUALITY,
};

/** Few enough that comparisons often meet their bound. */
export const FIGURES = [0, 1, 2, 5, 10, 33.3, 50, 59.99, 60, 79.5, 80, 90, 95, 100, -1, 0.1] as const;
export const DAYS = ["2023-12-31", "2024-01-01", "2024-02-29", "2024-06-30", "2024-12-31"] as const;
export const WORDS = ["甲", "乙", "丙"] as const;
