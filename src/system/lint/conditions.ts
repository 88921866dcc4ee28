import { OPERATORS, type Operator } from "../../model/condition.js";
import type { FactDefinition } from "../../model/indicator-system.js";
import type { ConditionDocument, LeafValue } from "../../model/system-document.js";
import type { ValueType } from "../../model/value.js";
import type { At, LintContext, Scope } from "./context.js";

const MAX_DEPTH = 32;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const ANY: readonly ValueType[] = ["number", "boolean", "date", "text"];
const NUMBER: readonly ValueType[] = ["number"];
const DATE: readonly ValueType[] = ["date"];
/** Which types an operator compares. */
const OPERATOR_TYPES: Readonly<Record<Operator, readonly ValueType[]>> = {
  equal: ANY,
  notEqual: ANY,
  in: ANY,
  notIn: ANY,
  lessThan: NUMBER,
  lessThanInclusive: NUMBER,
  greaterThan: NUMBER,
  greaterThanInclusive: NUMBER,
  before: DATE,
  after: DATE,
  onOrBefore: DATE,
  onOrAfter: DATE,
};

/** Groups, depth, facts, operators and types of one condition; `scope` knows which facts it may name. */
export function lintCondition(
  context: LintContext,
  condition: ConditionDocument,
  at: At,
  scope: Scope,
  depth = 1,
): void {
  if (depth > MAX_DEPTH) {
    context.report("condition-depth", at, { limit: String(MAX_DEPTH) });
  } else if ("not" in condition) {
    lintCondition(context, condition.not, at.key("not"), scope, depth + 1);
  } else if ("all" in condition || "any" in condition) {
    const [key, group] = "all" in condition ? ["all", condition.all] : ["any", condition.any];
    if (group.length === 0) context.report("empty-group", at.key(key), { key });
    for (const [index, inner] of group.entries()) {
      lintCondition(context, inner, at.key(key).index(index), scope, depth + 1);
    }
  } else {
    lintLeaf(context, condition, at, scope);
  }
}

function lintLeaf(
  context: LintContext,
  leaf: { fact: string; operator: string; value: LeafValue },
  at: At,
  scope: Scope,
): void {
  const fact = scope(leaf.fact, at.key("fact"));
  if (!Object.hasOwn(OPERATORS, leaf.operator)) {
    context.report("unknown-operator", at.key("operator"), {
      operator: leaf.operator,
      known: Object.keys(OPERATORS).join(", "),
    });
    return;
  }
  if (!fact) return;
  const types = OPERATOR_TYPES[leaf.operator as Operator];
  if (fact.type === "records" || !types.includes(fact.type)) {
    context.report("type-mismatch", at.key(fact.type === "records" ? "fact" : "operator"), {
      fact: fact.name,
      type: fact.type,
      expected: types.join(" | "),
    });
    return;
  }
  lintValue(context, leaf, fact, at.key("value"), scope);
}

function lintValue(
  context: LintContext,
  leaf: { operator: string; value: LeafValue },
  fact: FactDefinition,
  at: At,
  scope: Scope,
): void {
  const { value } = leaf;
  const wantsList = leaf.operator === "in" || leaf.operator === "notIn";
  const mismatch = (found: string, expected: string) =>
    context.report("type-mismatch", at, { fact: fact.name, type: found, expected });
  if (Array.isArray(value)) {
    if (!wantsList) mismatch("list", fact.type);
    else if (value.length === 0) context.report("empty-group", at, { key: leaf.operator });
    for (const [index, one] of value.entries()) lintConstant(context, one, fact, at.index(index));
  } else if (typeof value === "object") {
    const other = scope(value.fact, at.key("fact"));
    if (wantsList) mismatch("fact", "list");
    else if (other && other.type !== fact.type) mismatch(other.type, fact.type);
  } else if (wantsList) mismatch(typeof value, "list");
  else lintConstant(context, value, fact, at);
}

function lintConstant(
  context: LintContext,
  value: string | number | boolean,
  fact: FactDefinition,
  at: At,
): void {
  const fits =
    fact.type === "date"
      ? typeof value === "string" && isDay(value)
      : typeof value === (fact.type === "text" ? "string" : fact.type);
  if (!fits) {
    context.report("type-mismatch", at, {
      fact: fact.name,
      type: JSON.stringify(value),
      expected: fact.type,
    });
  } else if (fact.options && !fact.options.includes(String(value))) {
    context.report("unknown-option", at, {
      fact: fact.name,
      found: String(value),
      options: fact.options.join(" / "),
    });
  }
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return DAY.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
