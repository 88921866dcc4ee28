import { type Condition, isLeaf, isReference, type Leaf, type Operator } from "../model/condition.js";
import type { DerivedFact, IndicatorSystem } from "../model/indicator-system.js";
import {
  add,
  divide,
  isZero,
  multiply,
  negate,
  ONE,
  type Rational,
  sign,
  subtract,
  sum,
} from "../model/rational.js";
import type { OperandDocument } from "../model/system-document.js";
import { number } from "../model/value.js";
import type { Values } from "./unmet.js";

/** A figure as a straight line of one operand: slope × operand + intercept. */
interface Line {
  readonly operand: string;
  readonly slope: Rational;
  readonly intercept: Rational;
}

/**
 * Says a demand on derived facts as a demand on what the unit fills in, as far as one field alone moves
 * them: “shortfall ≤ 0” becomes “hours ≥ 60”.
 */
export function translate(condition: Condition, system: IndicatorSystem, values: Values): Condition {
  if (isLeaf(condition)) return translateLeaf(condition, system, values);
  if ("not" in condition) return { not: translate(condition.not, system, values) };
  return "all" in condition
    ? { all: condition.all.map((inner) => translate(inner, system, values)) }
    : { any: condition.any.map((inner) => translate(inner, system, values)) };
}

function translateLeaf(leaf: Leaf, system: IndicatorSystem, values: Values): Leaf {
  const line = lineOf(leaf.fact, system, values);
  const { value } = leaf;
  if (!line || Array.isArray(value) || isReference(value) || (value as { type: string }).type !== "number")
    return leaf;
  const figure = (value as { number: Rational }).number;
  const operator = sign(line.slope) < 0 ? TURNED[leaf.operator] : leaf.operator;
  const operandValue = divide(subtract(figure, line.intercept), line.slope);
  return translateLeaf({ fact: line.operand, operator, value: number(operandValue) }, system, values);
}

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

/** The field value at which a derived fact comes to a figure, with the field; undefined off a single line. */
export function fieldValueFor(
  fact: string,
  figure: Rational,
  system: IndicatorSystem,
  values: Values,
): { fact: string; figure: Rational } {
  const line = lineOf(fact, system, values);
  if (!line) return { fact, figure };
  return fieldValueFor(line.operand, divide(subtract(figure, line.intercept), line.slope), system, values);
}

function lineOf(fact: string, system: IndicatorSystem, values: Values): Line | undefined {
  const definition = system.facts.get(fact);
  if (definition?.origin !== "derived") return undefined;
  const { derived } = definition;
  const fixed = (operand: OperandDocument): Rational | undefined => {
    if (typeof operand !== "string") return operand;
    const value = values(operand);
    return value?.type === "number" ? value.number : undefined;
  };
  return straight(derived, fixed);
}

type Fixed = (operand: OperandDocument) => Rational | undefined;

function straight(derived: DerivedFact, fixed: Fixed): Line | undefined {
  if ("shortfall" in derived) {
    const { target, of } = derived.shortfall;
    const figure = fixed(target);
    return typeof of === "string" && figure
      ? { operand: of, slope: negate(ONE), intercept: figure }
      : undefined;
  }
  if ("excess" in derived) {
    const { limit, of } = derived.excess;
    const figure = fixed(limit);
    return typeof of === "string" && figure
      ? { operand: of, slope: ONE, intercept: negate(figure) }
      : undefined;
  }
  if ("difference" in derived) {
    const [a, b] = derived.difference;
    if (typeof a === "string" && typeof b !== "string")
      return { operand: a, slope: ONE, intercept: negate(b) };
    if (typeof b === "string" && typeof a !== "string") {
      return { operand: b, slope: negate(ONE), intercept: a };
    }
    return undefined;
  }
  if ("sum" in derived) {
    const names = derived.sum.filter((operand) => typeof operand === "string");
    const constants = derived.sum.filter((operand) => typeof operand !== "string");
    const [only] = names;
    return only !== undefined && names.length === 1
      ? { operand: only, slope: ONE, intercept: sum(constants) }
      : undefined;
  }
  if ("scale" in derived) return ofScale(derived.scale);
  return undefined;
}

function ofScale({
  of,
  from: [low, high],
  to: [a, b],
}: Extract<DerivedFact, { scale: unknown }>["scale"]): Line | undefined {
  const slope = divide(subtract(b, a), subtract(high, low));
  if (typeof of !== "string" || isZero(slope)) return undefined;
  return { operand: of, slope, intercept: add(a, negate(multiply(slope, low))) };
}
