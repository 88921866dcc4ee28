import { add, compare, type Rational, sign, toDecimal, ZERO } from "../../model/rational.js";
import type { AmountDocument, ClauseDocument, ItemDocument } from "../../model/system-document.js";
import { effectsOf, largest, tiersOf, wholeOf, worth } from "../amounts.js";
import { lintCondition } from "./conditions.js";
import type { At, LintContext } from "./context.js";
import { notNegative } from "./points.js";

const MAX_CLAUSES = 2000;

export function lintClauses(context: LintContext): void {
  const count = context.items.reduce((sum, { item }) => sum + item.clauses.length, 0);
  if (count > MAX_CLAUSES) {
    context.report("too-many-clauses", context.root.key("items"), {
      count: String(count),
      limit: String(MAX_CLAUSES),
    });
    return;
  }
  for (const { item, at } of context.items) {
    if (item.applicable) lintCondition(context, item.applicable, at.key("applicable"), "unit");
    for (const [index, clause] of item.clauses.entries()) {
      lintClause(context, item, clause, at.key("clauses").index(index));
    }
    lintGroups(context, item, at);
    if (item.kind === "scored") lintReach(context, item, at);
    if (item.floor && compare(item.floor, worth(item)) > 0) {
      context.report("amount-figure", at.key("floor"), {
        found: toDecimal(item.floor),
        expected: `≤ ${toDecimal(worth(item))}`,
      });
    }
  }
}

function lintClause(context: LintContext, item: ItemDocument, clause: ClauseDocument, at: At): void {
  const effects = effectsOf(clause);
  if (effects.length !== 1) {
    context.report("clause-effect", at, { id: clause.id, found: effects.join(", ") });
  }
  const allowed = { scored: undefined, bonus: "award", deduction: "deduct", info: undefined }[item.kind];
  for (const effect of effects) {
    if (allowed && effect !== allowed)
      context.report("clause-kind", at.key(effect), { kind: item.kind, allowed });
  }
  if (clause.missing && !clause.deduct) {
    context.report("clause-kind", at.key("missing"), { kind: "missing", allowed: "deduct" });
  }
  if (clause.when) lintCondition(context, clause.when, at.key("when"), "all");
  if (clause.award) lintAmount(context, clause.award, worth(item), at.key("award"));
  if (clause.deduct) lintAmount(context, clause.deduct, worth(item), at.key("deduct"));
  if (typeof clause.set === "object") {
    const low = item.floor ?? ZERO;
    if (compare(clause.set, low) < 0 || compare(clause.set, worth(item)) > 0) {
      context.report("amount-figure", at.key("set"), {
        found: toDecimal(clause.set),
        expected: `≥ ${toDecimal(low)}, ≤ ${toDecimal(worth(item))}`,
      });
    }
  }
  if (clause.veto && !context.head.vetoes.some((veto) => veto.id === clause.veto)) {
    context.report("unknown-veto", at.key("veto"), { veto: clause.veto });
  }
}

function lintAmount(context: LintContext, amount: AmountDocument, points: Rational, at: At): void {
  if ("n" in amount) notNegative(context, amount, at);
  else if ("each" in amount) {
    notNegative(context, amount.each, at.key("each"));
    if (amount.cap) notNegative(context, amount.cap, at.key("cap"));
    if (amount.step && sign(amount.step) <= 0) {
      context.report("amount-figure", at.key("step"), { found: toDecimal(amount.step), expected: "> 0" });
    }
    numeric(context, amount.per, at.key("per"));
  } else if ("share" in amount) {
    if (amount.of) notNegative(context, amount.of, at.key("of"));
    numeric(context, amount.share, at.key("share"));
  } else if ("tiers" in amount) lintTiers(context, amount, points, at.key("tiers"));
  else if ("judge" in amount) lintJudge(context, amount.judge, points, at.key("judge"));
  else lintChoice(context, amount, at);
}

function numeric(context: LintContext, name: string, at: At): void {
  const fact = context.fact(name, at);
  if (fact && fact.type !== "number") {
    context.report("type-mismatch", at, { fact: name, type: fact.type, expected: "number" });
  }
}

function lintTiers(
  context: LintContext,
  amount: Extract<AmountDocument, { tiers: unknown }>,
  points: Rational,
  at: At,
): void {
  const key = "atLeast" in amount.tiers ? "atLeast" : "atMost";
  const wanted = key === "atLeast" ? -1 : 1;
  numeric(context, amount.tiers.of, at.key("of"));
  const tiers = tiersOf(amount);
  for (const [index, [bound, figure]] of tiers.entries()) {
    const place = at.key(key).index(index);
    const before = tiers[index - 1];
    if (before && compare(bound, before[0]) !== wanted) {
      context.report("tiers-order", place, { found: toDecimal(bound), before: toDecimal(before[0]), key });
    }
    if (compare(figure, points) > 0) {
      context.report("tiers-above-points", place, { found: toDecimal(figure), points: toDecimal(points) });
    }
    notNegative(context, figure, place);
  }
}

/** min ≤ max ≤ the item's points; a step that leads somewhere. */
function lintJudge(
  context: LintContext,
  { min, max, step }: Extract<AmountDocument, { judge: unknown }>["judge"],
  points: Rational,
  at: At,
): void {
  notNegative(context, min, at.key("min"));
  if (compare(min, max) > 0) {
    context.report("bounds-order", at.key("min"), { min: toDecimal(min), max: toDecimal(max) });
  }
  if (compare(max, points) > 0) {
    context.report("amount-figure", at.key("max"), {
      found: toDecimal(max),
      expected: `≤ ${toDecimal(points)}`,
    });
  }
  if (step && sign(step) <= 0) {
    context.report("amount-figure", at.key("step"), { found: toDecimal(step), expected: "> 0" });
  }
}

function lintChoice(context: LintContext, amount: Extract<AmountDocument, { choice: string }>, at: At): void {
  const fact = context.fact(amount.choice, at.key("choice"));
  if (!fact) return;
  if (!fact.options) {
    context.report("type-mismatch", at.key("choice"), {
      fact: fact.name,
      type: fact.type,
      expected: "choice",
    });
    return;
  }
  const given = Object.keys(amount.points);
  const missing = fact.options.filter((option) => !given.includes(option));
  const unknown = given.filter((option) => !fact.options?.includes(option));
  if (missing.length + unknown.length > 0) {
    context.report("choice-points", at.key("points"), {
      fact: fact.name,
      missing: missing.join(" / "),
      unknown: unknown.join(" / "),
    });
  }
  for (const [option, figure] of Object.entries(amount.points)) {
    notNegative(context, figure, at.key("points").key(option));
  }
}

/** Alternatives must do the same thing, else “the largest of the group” has no meaning. */
function lintGroups(context: LintContext, item: ItemDocument, at: At): void {
  const kinds = new Map<string, string>();
  for (const [index, clause] of item.clauses.entries()) {
    const effect = effectsOf(clause)[0];
    if (!clause.oneOf || !effect) continue;
    const first = kinds.get(clause.oneOf) ?? effect;
    kinds.set(clause.oneOf, first);
    if (effect !== first) {
      context.report("one-of-mixed", at.key("clauses").index(index).key("oneOf"), {
        group: clause.oneOf,
        found: effect,
        first,
      });
    }
  }
}

/** Can full points be reached from nothing, or anything be lost from full points? */
function lintReach(context: LintContext, item: ItemDocument, at: At): void {
  const points = worth(item);
  if ((item.start ?? "full") === "full") {
    if (!item.clauses.some((clause) => clause.deduct || clause.set !== undefined)) {
      context.report("no-deduction", at.key("clauses"), { id: item.id });
    }
    return;
  }
  const setsFull = item.clauses.some(
    ({ set }) => set === "full" || (typeof set === "object" && compare(set, points) >= 0),
  );
  const reach = awardReach(item);
  if (!setsFull && compare(reach, points) < 0) {
    context.report("award-short", at.key("clauses"), {
      id: item.id,
      reach: toDecimal(reach),
      points: toDecimal(points),
    });
  }
}

function awardReach(item: ItemDocument): Rational {
  const groups = new Map<string, Rational[]>();
  for (const [index, clause] of item.clauses.entries()) {
    if (!clause.award) continue;
    const name = clause.oneOf ?? `\u0000${index}`;
    groups.set(name, [...(groups.get(name) ?? []), wholeOf(clause.award, worth(item))]);
  }
  return [...groups.values()].map(largest).reduce(add, ZERO);
}
