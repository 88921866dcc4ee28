import { operandsOf, operandType } from "../../model/derived.js";
import type { FactDefinition } from "../../model/indicator-system.js";
import { compare, equals, toDecimal } from "../../model/rational.js";
import type { FieldDocument, UnitFactDocument } from "../../model/system-document.js";
import type { At, LintContext } from "./context.js";

/** First words of fact names that have a meaning of their own: `unit.kind`, `reported.hours`. */
const RESERVED_NAMES = new Set(["unit", "reported"]);

/** Names, bounds and options of fields; operands and cycles of derived facts. */
export function lintFacts(context: LintContext): void {
  const seen = new Set<string>();
  const once = (name: string, at: At) => {
    if (seen.has(name) || RESERVED_NAMES.has(name)) context.report("duplicate-fact", at, { fact: name });
    seen.add(name);
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
}

function lintField(context: LintContext, field: FieldDocument | UnitFactDocument, at: At): void {
  if ("options" in field) {
    for (const [index, option] of field.options.entries()) {
      if (field.options.indexOf(option) !== index) {
        context.report("duplicate-id", at.key("options").index(index), { id: option });
      }
    }
  }
  if (!("min" in field) || field.min === undefined || field.max === undefined) return;
  const reversed = field.type === "date" ? field.min > field.max : compare(field.min, field.max) > 0;
  if (reversed) {
    const text = (bound: typeof field.min) => (typeof bound === "string" ? bound : toDecimal(bound as never));
    context.report("bounds-order", at.key("min"), { min: text(field.min), max: text(field.max) });
  }
}

function lintOperands(
  context: LintContext,
  derived: Extract<FactDefinition, { origin: "derived" }>["derived"] | Parameters<typeof operandsOf>[0],
  at: At,
): void {
  const wanted = operandType(derived);
  for (const name of operandsOf(derived)) {
    const fact = context.fact(name, at);
    if (fact && fact.type !== wanted) {
      context.report("type-mismatch", at, { fact: name, type: fact.type, expected: wanted });
    }
  }
  if ("scale" in derived && equals(derived.scale.from[0], derived.scale.from[1])) {
    context.report("scale-range", at.key("scale").key("from"), { found: toDecimal(derived.scale.from[0]) });
  }
}

function lintCycles(context: LintContext): void {
  const state = new Map<string, "open" | "done">();
  const reaches = (name: string): boolean => {
    if (state.get(name) === "open") return true;
    if (state.get(name) === "done") return false;
    state.set(name, "open");
    const fact = context.facts.get(name);
    const cyclic = fact?.origin === "derived" && operandsOf(fact.derived).map(reaches).some(Boolean);
    state.set(name, "done");
    return cyclic;
  };
  for (const { item, at } of context.items) {
    for (const [index, derived] of item.derive.entries()) {
      if (reaches(derived.fact))
        context.report("derive-cycle", at.key("derive").index(index), { fact: derived.fact });
    }
  }
}
