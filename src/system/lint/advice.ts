import { operandsOf } from "../../model/derived.js";
import { equals, round, toDecimal, ZERO } from "../../model/rational.js";
import type { ClauseDocument, ConditionDocument, ItemDocument } from "../../model/system-document.js";
import type { At, LintContext } from "./context.js";
import { lintCriterion } from "./criterion.js";
import { neverApplies } from "./reach.js";

/** What scores correctly and is probably not what the author meant. */
export function lintAdvice(context: LintContext): void {
  const used = usedFacts(context);
  for (const { item, at } of context.items) {
    if (item.kind !== "info") {
      lintUnused(context, item, at, used);
      lintAttribution(context, item, at);
    }
    for (const [index, clause] of item.clauses.entries()) {
      if (neverApplies(context, clause)) {
        context.report("never-applies", at.key("clauses").index(index), { id: clause.id, item: item.id });
      }
    }
    lintFineness(context, item, at);
    lintEmpty(context, item, at);
    lintCriterion(context, item, at);
  }
}

/** What no clause reads. Beside a judged clause, the assessor reads it. */
function lintUnused(context: LintContext, item: ItemDocument, at: At, used: ReadonlySet<string>): void {
  const isJudged = ({ award = ZERO, deduct = ZERO }: ClauseDocument) => "judge" in award || "judge" in deduct;
  if (item.clauses.some(isJudged)) return;
  for (const [index, field] of item.evidence.entries()) {
    const names = [field.fact, `${field.fact}.numerator`, `${field.fact}.denominator`];
    if (!names.some((name) => used.has(name))) {
      context.report("unused-field", at.key("evidence").index(index), { fact: field.fact, item: item.id });
    }
  }
}

function lintAttribution(context: LintContext, item: ItemDocument, at: At): void {
  const everyClause = item.clauses.length > 0 && item.clauses.every((clause) => clause.remedy);
  if (!item.remedy && !everyClause) context.report("no-remedy", at, { id: item.id });
  if (item.responsible.length === 0) context.report("no-responsible", at, { id: item.id });
}

/** Facts that a clause, veto or condition reads, through derived ones down to the fields. */
function usedFacts(context: LintContext): Set<string> {
  const used = new Set<string>();
  const use = (name: string) => {
    if (used.has(name)) return;
    used.add(name);
    const fact = context.facts.get(name);
    if (fact?.origin === "derived") operandsOf(fact.derived).forEach(use);
    if (fact?.origin === "cohort") use(fact.of);
    if (fact?.origin === "reported") use(fact.reports.name);
  };
  const read = (condition: ConditionDocument | undefined) => {
    if (condition) for (const name of factsIn(condition)) use(name);
  };
  for (const { item } of context.items) {
    read(item.applicable);
    for (const clause of item.clauses) {
      read(clause.when);
      for (const amount of [clause.award, clause.deduct]) {
        if (!amount || "n" in amount) continue;
        if ("each" in amount) use(amount.per);
        else if ("share" in amount) use(amount.share);
        else if ("tiers" in amount) use(amount.tiers.of);
        else if ("choice" in amount) use(amount.choice);
      }
    }
  }
  for (const veto of context.head.vetoes) read(veto.when);
  return used;
}

function factsIn(condition: ConditionDocument): string[] {
  if ("not" in condition) return factsIn(condition.not);
  if ("all" in condition) return condition.all.flatMap(factsIn);
  if ("any" in condition) return condition.any.flatMap(factsIn);
  const { fact, value } = condition;
  return typeof value === "object" && !Array.isArray(value) ? [fact, value.fact] : [fact];
}

/** Scores are rounded: 1.5 points kept to no decimals come out as 2. */
function lintFineness(context: LintContext, item: ItemDocument, at: At): void {
  const { digits } = context.head.rounding;
  const key = item.points ? "points" : "max";
  const points = item[key];
  if (points && !equals(round(points, digits), points)) {
    context.report("points-too-fine", at.key(key), {
      id: item.id,
      points: toDecimal(points),
      digits: String(digits),
    });
  }
}

/** Without `onEmpty`, cases that don't exist give full points: the author should have said so. */
function lintEmpty(context: LintContext, item: ItemDocument, at: At): void {
  if (item.kind !== "scored" || item.onEmpty !== undefined) return;
  const mayBeEmpty =
    item.mayBeNotApplicable ||
    item.evidence.some((field) => field.type === "rate") ||
    item.derive.some((derived) => "ratio" in derived);
  if (mayBeEmpty) context.report("empty-by-default", at, { id: item.id });
}
