import {
  cohortsOf,
  operandsOf,
  operandType,
  type RecordsOperand,
  recordsUnder,
} from "../../model/derived.js";
import type { FactType, RecordsField } from "../../model/indicator-system.js";
import { equals, toDecimal } from "../../model/rational.js";
import type { CohortDocument, DerivedDocument } from "../../model/system-document.js";
import { lintCondition } from "./conditions.js";
import { type At, columnsOnly, type LintContext } from "./context.js";

/** One derived fact: what it is made of must be there and be of the right type. */
export function lintDerived(context: LintContext, derived: DerivedDocument, at: At): void {
  const records = recordsUnder(derived);
  if (records) {
    lintRecords(context, records, at.key("sumOf" in derived ? "sumOf" : "count"));
    return;
  }
  const { fact: _fact, label: _label, ...form } = derived;
  for (const { operand, at: place } of operandsIn(form, at)) {
    if (typeof operand === "string") lintOperand(context, operand, operandType(derived), place);
    else lintCohort(context, operand, place.key("of"));
  }
  if ("scale" in derived && equals(derived.scale.from[0], derived.scale.from[1])) {
    context.report("scale-range", at.key("scale").key("from"), { found: toDecimal(derived.scale.from[0]) });
  }
}

interface PlacedOperand {
  readonly operand: string | CohortDocument;
  readonly at: At;
}

/** Every operand of a form that is no number, with its place: the texts and cohorts, however deep they stand. */
function operandsIn(form: unknown, at: At): PlacedOperand[] {
  if (typeof form === "string") return [{ operand: form, at }];
  if (typeof form !== "object" || form === null) return [];
  if (Array.isArray(form)) return form.flatMap((one, index) => operandsIn(one, at.index(index)));
  if ("cohort" in form) return [{ operand: form as CohortDocument, at }];
  return Object.entries(form).flatMap(([key, one]) => operandsIn(one, at.key(key)));
}

function lintOperand(context: LintContext, name: string, wanted: FactType, at: At): void {
  const fact = context.fact(name, at);
  if (fact && fact.type !== wanted) {
    context.report("type-mismatch", at, { fact: name, type: fact.type, expected: wanted });
  }
}

/** Cohort values are made from facts that need none: one pass over the units, then no other. */
function lintCohort(context: LintContext, { of }: CohortDocument, at: At): void {
  lintOperand(context, of, "number", at);
  const through = cohortUnder(context, of);
  if (through) context.report("cohort-nested", at, { fact: of, through });
}

/** The derived fact at or below the one named that has a cohort operand. */
function cohortUnder(context: LintContext, name: string, seen = new Set<string>()): string | undefined {
  if (seen.has(name)) return undefined;
  seen.add(name);
  const fact = context.facts.get(name);
  if (fact?.origin !== "derived") return undefined;
  if (cohortsOf(fact.derived).length > 0) return name;
  for (const operand of operandsOf(fact.derived)) {
    const found = cohortUnder(context, operand, seen);
    if (found) return found;
  }
  return undefined;
}

/** What is counted or summed are rows of a list; the column and the condition are its own. */
function lintRecords(context: LintContext, { of, column, where }: RecordsOperand, at: At): void {
  const fact = context.fact(of, at.key("of"));
  if (!fact) return;
  if (fact.origin !== "field" || fact.field.type !== "records") {
    context.report("type-mismatch", at.key("of"), { fact: of, type: fact.type, expected: "records" });
    return;
  }
  if (column !== undefined) lintSummed(context, fact.field, column, at.key("column"));
  if (where) lintCondition(context, where, at.key("where"), columnsOnly(context, fact.field));
}

function lintSummed(context: LintContext, field: RecordsField, name: string, at: At): void {
  const column = columnsOnly(context, field)(name, at);
  if (column && column.type !== "number") {
    context.report("type-mismatch", at, { fact: name, type: column.type, expected: "number" });
  }
}

/** Every fact that is made of itself; not those that are only made of one. */
export function lintCycles(context: LintContext): void {
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
