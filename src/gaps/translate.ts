import { type Condition, isLeaf, isReference, type Leaf, type Operator } from "../model/condition.js";
import type { IndicatorSystem } from "../model/indicator-system.js";
import { compare, type Rational, sign } from "../model/rational.js";
import { number } from "../model/value.js";
import type { IsClosed } from "./closed.js";
import { back, type Line, lineOf } from "./lines.js";
import { ALWAYS, NEVER, type Values } from "./unmet.js";

/**
 * Says a demand on derived facts as a demand on what the unit fills in, as far as one field alone moves
 * them: “shortfall ≤ 0” becomes “hours ≥ 60”. References to other facts are left as they are.
 */
export function translate(
  condition: Condition,
  system: IndicatorSystem,
  values: Values,
  isClosed: IsClosed,
): Condition {
  if (isLeaf(condition)) {
    return isClosed(condition.fact) ? condition : translateLeaf(condition, system, values);
  }
  if ("not" in condition) return { not: translate(condition.not, system, values, isClosed) };
  return "all" in condition
    ? { all: condition.all.map((inner) => translate(inner, system, values, isClosed)) }
    : { any: condition.any.map((inner) => translate(inner, system, values, isClosed)) };
}

function translateLeaf(leaf: Leaf, system: IndicatorSystem, values: Values): Condition {
  const line = lineOf(leaf.fact, system, values);
  const { value } = leaf;
  if (!line || Array.isArray(value) || isReference(value) || (value as { type: string }).type !== "number")
    return leaf;
  const figure = (value as { number: Rational }).number;
  const operator = withinBounds(line, leaf.operator, figure);
  if (operator === "always" || operator === "never") {
    // What holds of every value, or of none, still asks that there be one.
    if (!values(leaf.fact)) return leaf;
    return operator === "always" ? ALWAYS : NEVER;
  }
  return translateLeaf(
    {
      fact: line.operand,
      operator: sign(line.slope) < 0 ? TURNED[operator] : operator,
      value: number(back(line, figure)),
    },
    system,
    values,
  );
}

/** The comparison that the line itself must meet where the figure is held within bounds. */
function withinBounds({ low, high }: Line, operator: Operator, figure: Rational): Operator | Settled {
  if (low && compare(figure, low) < 0) return ABOVE[operator] ?? "never";
  if (high && compare(figure, high) > 0) return BELOW[operator] ?? "never";
  if (low && compare(figure, low) === 0) return AT_LOW[operator] ?? operator;
  return high && compare(figure, high) === 0 ? (AT_HIGH[operator] ?? operator) : operator;
}

type Settled = "always" | "never";
type Changes = { readonly [O in Operator]?: Operator | Settled };
/** Every value is above, or below, what it is compared with. */
const ABOVE: Changes = { greaterThan: "always", greaterThanInclusive: "always", notEqual: "always" };
const BELOW: Changes = { lessThan: "always", lessThanInclusive: "always", notEqual: "always" };
/** Compared with the bound at which the line is held. */
const AT_LOW: Changes = {
  lessThan: "never",
  greaterThanInclusive: "always",
  equal: "lessThanInclusive",
  notEqual: "greaterThan",
};
const AT_HIGH: Changes = {
  greaterThan: "never",
  lessThanInclusive: "always",
  equal: "greaterThanInclusive",
  notEqual: "lessThan",
};

/** The operator seen from the other side of a falling line. */
const TURNED: Readonly<Record<Operator, Operator>> = {
  lessThan: "greaterThan",
  lessThanInclusive: "greaterThanInclusive",
  greaterThan: "lessThan",
  greaterThanInclusive: "lessThanInclusive",
  equal: "equal",
  notEqual: "notEqual",
  in: "in",
  notIn: "notIn",
  before: "after",
  after: "before",
  onOrBefore: "onOrAfter",
  onOrAfter: "onOrBefore",
};

/** The field value at which a derived fact comes to a figure, with the field; the fact itself off a line. */
export function fieldValueFor(
  fact: string,
  figure: Rational,
  system: IndicatorSystem,
  values: Values,
): { fact: string; figure: Rational } {
  const line = lineOf(fact, system, values);
  return line ? fieldValueFor(line.operand, back(line, figure), system, values) : { fact, figure };
}
