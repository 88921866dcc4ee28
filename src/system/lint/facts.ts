import { operandsOf, operandType } from "../../model/derived.js";
import type { FactDefinition } from "../../model/indicator-system.js";
import { compare, equals, toDecimal } from "../../model/rational.js";
import type { FieldDocument, UnitFactDocument } from "../../model/system-document.js";
import { type At, type LintContext, Names } from "./context.js";

/** First words of fact names that have a meaning of their own: `unit.kind`, `reported.hours`. */
const RESERVED_NAMES = new Set(["unit", "reported", "cohort"]);

/** Names, bounds and options of fields; operands and cycles of derived facts. */
export function lintFacts(context: LintContext): void {
  const seen = new Names(RESERVED_NAMES);
  const once = (name: string, at: At) => {
    const problem = seen.take(name, at);
    if (problem) context.report("duplicate-fact", at, { fact: name, ...problem });
  };
  for (const [index, field] of context.head.unitFacts.entries()) {
    const at = context.root.key("unitFacts").index(index);
    once(`unit.${field.fact}`, at.key("fact"));
    lintField(context, field, at);
  }
  for (const { item, at } of context.items) {
    for (const [index, field] of item.evidence.entries()) {
      once(field.fact, at.key("evidence").index(index).key("fact"));
      lintField(context, field, at.key("evidence").index(index));
    }
    for (const [index, derived] of item.derive.entries()) {
      const place = at.key("derive").index(index);
      once(derived.fact, place.key("fact"));
      lintOperands(context, derived, place);
    }
  }
  lintCycles(context);
  const { period } = context.head;
  if (period) lintDays(context, period.from, period.to, context.root.key("period").key("from"));
}

function lintField(context: LintContext, field: FieldDocument | UnitFactDocument, at: At): void {
  if ("options" in field) {
    const options = new Names();
    for (const [index, option] of field.options.entries()) {
      const place = at.key("options").index(index);
      const problem = options.take(option, place);
      if (problem) context.report("duplicate-id", place, { id: option, ...problem });
    }
  }
  if (!("min" in field) || field.min === undefined || field.max === undefined) return;
  if (field.type === "date") lintDays(context, field.min, field.max, at.key("min"));
  else if (compare(field.min, field.max) > 0) {
    context.report("bounds-order", at.key("min"), { min: toDecimal(field.min), max: toDecimal(field.max) });
  }
}

/** Days as texts are in the order of time. */
function lintDays(context: LintContext, min: string, max: string, at: At): void {
  if (min > max) context.report("bounds-order", at, { min, max });
}

function lintOperands(
  context: LintContext,
  derived: Extract<FactDefinition, { origin: "derived" }>["derived"] | Parameters<typeof operandsOf>[0],
  at: At,
): void {
  const wanted = operandType(derived);
  for (const name of new Set(operandsOf(derived))) {
    const fact = context.fact(name, at);
    if (fact && fact.type !== wanted) {
      context.report("type-mismatch", at, { fact: name, type: fact.type, expected: wanted });
    }
  }
  if ("scale" in derived && equals(derived.scale.from[0], derived.scale.from[1])) {
    context.report("scale-range", at.key("scale").key("from"), { found: toDecimal(derived.scale.from[0]) });
  }
}

/** Every fact that is made of itself; not those that are only made of one. */
function lintCycles(context: LintContext): void {
  const operands = (name: string): string[] => {
    const fact = context.facts.get(name);
    return fact?.origin === "derived" ? operandsOf(fact.derived) : [];
  };
  const isMadeOfItself = (name: string): boolean => {
    const seen = new Set<string>();
    const open = operands(name);
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next === name) return true;
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(...operands(next));
    }
    return false;
  };
  for (const { item, at } of context.items) {
    for (const [index, { fact }] of item.derive.entries()) {
      if (isMadeOfItself(fact)) context.report("derive-cycle", at.key("derive").index(index), { fact });
    }
  }
}
