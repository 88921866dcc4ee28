import { type Condition, isLeaf, isReference, type Leaf, type Operator } from "../../model/condition.js";
import type { FactType } from "../../model/indicator-system.js";
import type { Value } from "../../model/value.js";
import type { Line } from "./calculation.js";
import { compares, type Expression, iff, least, most, or } from "./expression.js";
import type { Fact } from "./fact.js";
import { constant } from "./values.js";

/** A verdict from here on is undecided: this, plus the state of the fact that keeps it so. */
export const UNDECIDED = "10";

/** Where a condition finds its facts. */
export type FactOf = (name: string) => (Fact & { readonly type?: FactType }) | undefined;

/**
 * The verdict on a condition as one number: 1 true, 0 false, 10 and more undecided, by the worst of the facts
 * that could still decide it. Every leaf and every group stands in a cell of its own.
 */
export function conditionIn(line: Line, condition: Condition, factOf: FactOf): Expression {
  if (isLeaf(condition)) return line.add(leaf(condition, factOf));
  if ("not" in condition) {
    const inner = conditionIn(line, condition.not, factOf);
    return line.add(iff(`${inner}>=${UNDECIDED}`, inner, `1-${inner}`));
  }
  const isAll = "all" in condition;
  const parts = (isAll ? condition.all : condition.any).map((part) => conditionIn(line, part, factOf));
  if (parts.length === 1 && parts[0] !== undefined) return parts[0];
  return line.add(
    isAll
      ? iff(`${least(parts)}=0`, "0", most(parts))
      : iff(or(parts.map((part) => `${part}=1`)), "1", most(parts)),
  );
}

function leaf({ fact, operator, value }: Leaf, factOf: FactOf): Expression {
  const left = known(fact, factOf);
  if (!isReference(value)) return ifKnown(left.state, holds(left.value, operator, [value].flat().map(typed)));
  const right = known(value.fact, factOf);
  const operand: Operand = { isText: right.type === "text", written: right.value };
  return ifKnown(most([left.state, right.state]), holds(left.value, operator, [operand]));
}

function known(name: string, factOf: FactOf) {
  const fact = factOf(name);
  if (!fact) throw new Error(`not a fact that a condition can read here: ${name}`);
  return fact;
}

const ifKnown = (state: Expression, test: Expression): Expression =>
  iff(`${state}>0`, `${UNDECIDED}+${state}`, iff(test, "1", "0"));

interface Operand {
  readonly isText: boolean;
  readonly written: Expression;
}
const typed = (value: Value): Operand => ({ isText: value.type === "text", written: constant(value) });

const SIGNS: Readonly<Record<Exclude<Operator, "in" | "notIn">, string>> = {
  equal: "=",
  notEqual: "<>",
  lessThan: "<",
  lessThanInclusive: "<=",
  greaterThan: ">",
  greaterThanInclusive: ">=",
  before: "<",
  onOrBefore: "<=",
  after: ">",
  onOrAfter: ">=",
};

function holds(left: Expression, operator: Operator, operands: readonly Operand[]): Expression {
  const isSame = ({ isText, written }: Operand) =>
    isText ? `EXACT(${left},${written})` : compares(left, "=", written);
  const any = or(operands.map(isSame));
  if (operator === "in" || (operator === "equal" && operands[0]?.isText)) return any;
  if (operator === "notIn" || (operator === "notEqual" && operands[0]?.isText)) return `NOT(${any})`;
  const sign = SIGNS[operator as keyof typeof SIGNS];
  return operands[0] ? compares(left, sign, operands[0].written) : "FALSE";
}
