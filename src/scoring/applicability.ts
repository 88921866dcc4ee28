import type { Inapplicable } from "../model/assessment.js";
import { factsOf } from "../model/condition.js";
import { fieldsUnder } from "../model/derived.js";
import { type Field, factsOfClause, type IndicatorSystem, type Item } from "../model/indicator-system.js";
import type { Answer, Submission } from "../model/submission.js";
import { decide } from "./conditions.js";
import type { FactTable } from "./facts.js";

/**
 * The items that are known not to apply before anything is scored: by the system's condition, by the
 * unit's declaration, or, under the policy “exclude”, because nothing at all was filled in. An undecided
 * condition leaves the item in: a blank unit fact is no way out of an item.
 */
export async function findInapplicable(
  system: IndicatorSystem,
  submission: Submission,
  facts: FactTable,
): Promise<Map<string, Inapplicable>> {
  const conditions = system.items.flatMap(({ id, applicable }) =>
    applicable ? [{ key: id, condition: applicable }] : [],
  );
  const verdicts = await decide(conditions, facts);
  const found = new Map<string, Inapplicable>();
  for (const item of system.items) {
    const why =
      (item.applicable && verdicts.get(item.id)?.result === "false"
        ? { by: "applicable" as const, facts: facts.uses(factsOf(item.applicable)) }
        : undefined) ??
      declared(item, submission, facts) ??
      (system.policies.missing === "exclude" && isBlank(system, item, facts)
        ? { by: "blank" as const, facts: facts.uses(fieldsBehind(system, item)) }
        : undefined);
    if (why) found.set(item.id, why);
  }
  return found;
}

/** All rows that the unit fills in declared 不适用 are the item; optional rows may be left blank. */
function declared(item: Item, submission: Submission, facts: FactTable): Inapplicable | undefined {
  const asked = item.fields.filter(({ by }) => by === "unit");
  if (!item.mayBeNotApplicable || asked.length === 0) return undefined;
  const answers = asked.map((field) => declaration(field, submission));
  const reasons = answers.filter((answer) => answer?.status === "notApplicable");
  const open = asked.filter((field, index) => {
    const answer = answers[index];
    return answer?.status !== "notApplicable" && !(field.optional && (answer?.status ?? "blank") === "blank");
  });
  if (reasons.length === 0 || open.length > 0) return undefined;
  const reason = reasons.map((answer) => (answer?.status === "notApplicable" ? answer.reason : ""))[0] ?? "";
  return { by: "declared", reason, facts: facts.uses(asked.map((field) => field.fact)) };
}

/** A rate is declared away when both of its parts are. */
function declaration(field: Field, { answers }: Submission): Answer | undefined {
  if (field.type !== "rate") return answers.get(field.fact);
  const numerator = answers.get(`${field.fact}.numerator`);
  const denominator = answers.get(`${field.fact}.denominator`);
  return numerator?.status === "notApplicable" ? denominator : numerator;
}

/** Was anything handed in for this item that could be read? */
export function isAnswered(system: IndicatorSystem, item: Item, facts: FactTable): boolean {
  return fieldsBehind(system, item).some((name) => {
    const { status } = facts.state(name);
    return ["known", "unsupported", "rejected", "notApplicable"].includes(status);
  });
}

/** What others have yet to supply is not blank. */
const isBlank = (system: IndicatorSystem, item: Item, facts: FactTable): boolean =>
  !isAnswered(system, item, facts) &&
  !fieldsBehind(system, item).some((name) => facts.standing(name) === "pending");

/** The item's own fields; for an item that asks nothing itself, those that its clauses read. */
export function fieldsBehind(system: IndicatorSystem, item: Item): string[] {
  if (item.fields.length > 0) {
    return item.fields.flatMap(({ fact, type }) =>
      type === "rate" ? [fact, `${fact}.numerator`, `${fact}.denominator`] : [fact],
    );
  }
  return fieldsUnder(item.clauses.flatMap(factsOfClause), system.facts);
}
