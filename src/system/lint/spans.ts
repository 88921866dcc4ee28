import { operandsOf, type RecordsOperand, recordsUnder } from "../../model/derived.js";
import type { Column, DerivedFact, FactDefinition, Field, UnitFact } from "../../model/indicator-system.js";
import { HUNDRED, ONE, type Rational, rational, sign, ZERO } from "../../model/rational.js";
import type { CohortStatistic } from "../../model/system-document.js";
import type { LintContext } from "./context.js";

/** The values that a number can take; an absent end is open. */
export interface Span {
  readonly low?: Rational | undefined;
  readonly high?: Rational | undefined;
}

/** What is known of a fact's values from the bounds that the system sets. */
export function spanOf(context: LintContext, fact: FactDefinition | undefined): Span {
  if (!fact) return {};
  switch (fact.origin) {
    case "part":
      return { low: ZERO };
    case "derived":
      return spanOfDerived(context, fact.derived);
    case "reported":
      return spanOf(context, fact.reports);
    case "cohort":
      return spanOfCohort(context, fact.statistic, fact.of);
    case "unit":
    case "field":
      return spanOfField(fact.field);
  }
}

function spanOfField(field: Field | UnitFact | Column): Span {
  if (field.type === "percent" || field.type === "rate") {
    return { low: field.min ?? ZERO, high: field.max ?? HUNDRED };
  }
  if (field.type === "integer" || field.type === "number") return { low: field.min, high: field.max };
  return {};
}

function spanOfDerived(context: LintContext, derived: DerivedFact): Span {
  if ("shortfall" in derived || "excess" in derived) return { low: ZERO };
  const records = recordsUnder(derived);
  if (records) return records.column === undefined ? { low: ZERO } : spanOfSum(context, records);
  if ("count" in derived) return { low: ZERO, high: rational(BigInt(operandsOf(derived).length)) };
  return {};
}

/** However many rows there are, their sum stays on the side of 0 that each of them is on. */
function spanOfSum({ facts }: LintContext, { of, column }: RecordsOperand): Span {
  const list = facts.get(of);
  const columns = list?.origin === "field" && list.field.type === "records" ? list.field.columns : [];
  const summed = columns.find(({ fact }) => fact === column);
  const { low, high } = summed ? spanOfField(summed) : {};
  return {
    ...(low && sign(low) >= 0 ? { low: ZERO } : {}),
    ...(high && sign(high) <= 0 ? { high: ZERO } : {}),
  };
}

function spanOfCohort(context: LintContext, statistic: CohortStatistic, of: string): Span {
  if (statistic === "count") return { low: ZERO };
  if (statistic === "rank" || statistic === "rankLow") return { low: ONE };
  if (statistic === "rankShare") return { low: ZERO, high: HUNDRED };
  return spanOf(context, context.facts.get(of));
}
