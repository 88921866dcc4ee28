import { type At, type LintContext, Names } from "./context.js";
import { lintCycles, lintDerived } from "./derived.js";
import { lintDays, lintField, lintSheets } from "./fields.js";

/** First words of fact names that have a meaning of their own: `unit.kind`, `reported.hours`. */
const RESERVED_NAMES = new Set(["unit", "reported", "cohort"]);

/** Names of facts, the fields that are asked for, and what is derived from them. */
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
      lintDerived(context, derived, place);
    }
  }
  lintSheets(context);
  lintCycles(context);
  const { period } = context.head;
  if (period) lintDays(context, period.from, period.to, context.root.key("period").key("from"));
}
