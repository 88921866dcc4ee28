import type { Value } from "./value.js";
import { order, same } from "./value.js";

/** json-rules-engine's form, with typed constants. Groups are never empty. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | Leaf;

export interface Leaf {
  readonly fact: string;
  readonly operator: Operator;
  readonly value: Comparand;
}

/** What a fact is compared with: a constant, a list of constants, or another fact. */
export type Comparand = Value | readonly Value[] | { readonly fact: string };

export const isLeaf = (condition: Condition): condition is Leaf => "fact" in condition;
export const isReference = (value: Comparand): value is { readonly fact: string } => "fact" in value;

type Comparison = (fact: Value, value: Value | readonly Value[]) => boolean;

const single =
  (decide: (a: Value, b: Value) => boolean): Comparison =>
  (fact, value) =>
    !isList(value) && decide(fact, value);
const isList = (value: Value | readonly Value[]): value is readonly Value[] => Array.isArray(value);
const ordered = (decide: (order: -1 | 0 | 1) => boolean): Comparison =>
  single((a, b) => {
    const result = order(a, b);
    return result !== undefined && decide(result);
  });

/**
 * The one table of operators. Comparison is exact; between values that have no order the answer is false,
 * which cannot happen in a system that has passed the lint.
 */
export const OPERATORS = {
  equal: single(same),
  notEqual: single((a, b) => !same(a, b)),
  lessThan: ordered((o) => o < 0),
  lessThanInclusive: ordered((o) => o <= 0),
  greaterThan: ordered((o) => o > 0),
  greaterThanInclusive: ordered((o) => o >= 0),
  before: ordered((o) => o < 0),
  after: ordered((o) => o > 0),
  onOrBefore: ordered((o) => o <= 0),
  onOrAfter: ordered((o) => o >= 0),
  in: (fact, value) => isList(value) && value.some((option) => same(fact, option)),
  notIn: (fact, value) => isList(value) && !value.some((option) => same(fact, option)),
} satisfies Record<string, Comparison>;

export type Operator = keyof typeof OPERATORS;

/** The operator that is true exactly where the other is false. */
export const OPPOSITE: Readonly<Record<Operator, Operator>> = {
  equal: "notEqual",
  notEqual: "equal",
  lessThan: "greaterThanInclusive",
  greaterThanInclusive: "lessThan",
  greaterThan: "lessThanInclusive",
  lessThanInclusive: "greaterThan",
  before: "onOrAfter",
  onOrAfter: "before",
  after: "onOrBefore",
  onOrBefore: "after",
  in: "notIn",
  notIn: "in",
};

/** Every fact that a condition names, in the order of reading. */
export function factsOf(condition: Condition): string[] {
  if (isLeaf(condition)) {
    return isReference(condition.value) ? [condition.fact, condition.value.fact] : [condition.fact];
  }
  if ("not" in condition) return factsOf(condition.not);
  return ("all" in condition ? condition.all : condition.any).flatMap(factsOf);
}
