import {
  compare,
  divide,
  isInteger,
  type Rational,
  sign,
  subtract,
  toDecimal,
} from "../../model/rational.js";
import type { AmountDocument } from "../../model/system-document.js";
import { tiersOf } from "../amounts.js";
import type { At, LintContext } from "./context.js";
import { notNegative } from "./points.js";

type Form<Key extends string> = Extract<AmountDocument, Record<Key, unknown>>;

/** What a clause awards or deducts: its figures, and the fact that it is reckoned from. */
export function lintAmount(context: LintContext, amount: AmountDocument, points: Rational, at: At): void {
  if ("n" in amount) notNegative(context, amount, at);
  else if ("each" in amount) {
    notNegative(context, amount.each, at.key("each"));
    if (amount.cap) notNegative(context, amount.cap, at.key("cap"));
    positive(context, amount.step, at.key("step"));
    numeric(context, amount.per, at.key("per"));
  } else if ("share" in amount) {
    if (amount.of) notNegative(context, amount.of, at.key("of"));
    numeric(context, amount.share, at.key("share"));
  } else if ("tiers" in amount) lintTiers(context, amount, points, at.key("tiers"));
  else if ("judge" in amount) lintJudge(context, amount.judge, points, at.key("judge"));
  else lintChoice(context, amount, at);
}

function positive(context: LintContext, figure: Rational | undefined, at: At): void {
  if (figure && sign(figure) <= 0) {
    context.report("amount-figure", at, { found: toDecimal(figure), expected: "> 0" });
  }
}

function numeric(context: LintContext, name: string, at: At): void {
  const fact = context.fact(name, at);
  if (fact && fact.type !== "number") {
    context.report("type-mismatch", at, { fact: name, type: fact.type, expected: "number" });
  }
}

function lintTiers(context: LintContext, amount: Form<"tiers">, points: Rational, at: At): void {
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

/** 0 ≤ min ≤ max ≤ the item's points, and steps that lead from min to max. */
function lintJudge(
  context: LintContext,
  { min, max, step }: Form<"judge">["judge"],
  points: Rational,
  at: At,
): void {
  notNegative(context, min, at.key("min"));
  const isRange = compare(min, max) <= 0;
  if (!isRange) context.report("bounds-order", at.key("min"), { min: toDecimal(min), max: toDecimal(max) });
  if (compare(max, points) > 0) {
    context.report("amount-figure", at.key("max"), {
      found: toDecimal(max),
      expected: `≤ ${toDecimal(points)}`,
    });
  }
  positive(context, step, at.key("step"));
  if (!step || sign(step) <= 0 || !isRange) return;
  if (!isInteger(divide(subtract(max, min), step))) {
    context.report("judge-step", at.key("step"), {
      step: toDecimal(step),
      min: toDecimal(min),
      max: toDecimal(max),
    });
  }
}

function lintChoice(context: LintContext, amount: Form<"choice">, at: At): void {
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
