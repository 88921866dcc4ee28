import {
  type Comparand,
  type Condition,
  isLeaf,
  isReference,
  type Leaf,
  OPERATORS,
  OPPOSITE,
} from "../model/condition.js";
import { boolean, type Value } from "../model/value.js";

/** The values that stay as they are; undefined where a fact is missing or not applicable. */
export type Values = (fact: string) => Value | undefined;

/** What nothing can meet, and what asks for nothing. */
export const NEVER: Condition = { any: [] };
export const ALWAYS: Condition = { all: [] };
export const isNever = (condition: Condition): boolean => "any" in condition && condition.any.length === 0;

/**
 * What is left to be done for a condition to hold (or, with `desired` false, not to hold): the condition
 * without what is already so, every comparison turned the way it has to come out. undefined: nothing.
 */
export function unmet(condition: Condition, desired: boolean, values: Values): Condition | undefined {
  if (isLeaf(condition)) return unmetLeaf(condition, desired, values);
  if ("not" in condition) return unmet(condition.not, !desired, values);
  const isAll = "all" in condition;
  const open = (isAll ? condition.all : condition.any).map((inner) => unmet(inner, desired, values));
  const left = open.filter((inner) => inner !== undefined);
  // All must hold, or none of several may: everything that is left has to be done.
  if (isAll === desired) {
    if (left.some(isNever)) return NEVER;
    return left.length === 0 ? undefined : left.length === 1 ? left[0] : { all: left };
  }
  // One is enough, and one that is already so makes the rest needless.
  if (left.length < open.length) return undefined;
  const possible = left.filter((inner) => !isNever(inner));
  return possible.length === 1 ? possible[0] : { any: possible };
}

/** Is it so? undefined while that depends on a fact without a value. */
export function holds(condition: Condition, values: Values): boolean | undefined {
  if (!unmet(condition, true, values)) return true;
  return unmet(condition, false, values) ? undefined : false;
}

function unmetLeaf(leaf: Leaf, desired: boolean, values: Values): Leaf | undefined {
  const fact = values(leaf.fact);
  const value = resolve(leaf.value, values);
  const holds = fact && value && OPERATORS[leaf.operator](fact, value);
  if (holds === desired) return undefined;
  const operator = desired ? leaf.operator : OPPOSITE[leaf.operator];
  // The other fact stays, so what it comes to is the figure to reach.
  const wanted = value ?? leaf.value;
  if (operator === "notEqual" && "type" in wanted && wanted.type === "boolean") {
    return { fact: leaf.fact, operator: "equal", value: boolean(!wanted.boolean) };
  }
  return { fact: leaf.fact, operator, value: wanted };
}

function resolve(value: Comparand, values: Values): Value | readonly Value[] | undefined {
  return isReference(value) ? values(value.fact) : value;
}

/** The condition with the values of the facts that others are compared with. */
export function resolved(condition: Condition, values: Values): Condition {
  if (isLeaf(condition)) return { ...condition, value: resolve(condition.value, values) ?? condition.value };
  if ("not" in condition) return { not: resolved(condition.not, values) };
  return "all" in condition
    ? { all: condition.all.map((inner) => resolved(inner, values)) }
    : { any: condition.any.map((inner) => resolved(inner, values)) };
}
