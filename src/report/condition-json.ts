import { type Comparand, type Condition, isLeaf, isReference, type Leaf } from "../model/condition.js";
import { toBound, toDecimal } from "../model/rational.js";
import type { ConditionJson, LeafJson } from "../model/results.js";
import type { Value } from "../model/value.js";

/** A condition as it stands in results.json: its constants as decimals, days and texts. */
export function conditionJson(condition: Condition): ConditionJson {
  if (isLeaf(condition)) return leafJson(condition);
  if ("not" in condition) return { not: conditionJson(condition.not) };
  return "all" in condition
    ? { all: condition.all.map(conditionJson) }
    : { any: condition.any.map(conditionJson) };
}

export const leafJson = ({ fact, operator, value }: Leaf): LeafJson => ({
  fact,
  operator,
  value: comparandJson(value, SIDES[operator]),
});

/** Which way a figure that does not terminate is given, so that reaching it is enough. */
const SIDES: Partial<Record<Leaf["operator"], "atLeast" | "atMost">> = {
  greaterThan: "atLeast",
  greaterThanInclusive: "atLeast",
  lessThan: "atMost",
  lessThanInclusive: "atMost",
};

function comparandJson(value: Comparand, side: "atLeast" | "atMost" | undefined): LeafJson["value"] {
  if (Array.isArray(value)) return value.map(scalar);
  if (isReference(value)) return { fact: value.fact };
  const one = value as Value;
  return side && one.type === "number" ? toBound(one.number, side) : scalar(one);
}

export function scalar(value: Value): string | boolean {
  switch (value.type) {
    case "number":
      return toDecimal(value.number);
    case "boolean":
      return value.boolean;
    case "date":
      return value.date;
    case "text":
      return value.text;
  }
}
