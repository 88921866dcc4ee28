import { compare, fromNumber, type Rational, sign } from "../../model/rational.js";
import type { ClauseDocument, ConditionDocument } from "../../model/system-document.js";
import { tiersOf } from "../amounts.js";
import type { LintContext } from "./context.js";
import { type Span, spanOf } from "./spans.js";

/** Can the clause never do anything, whatever is filled in? Seen from the bounds of single facts. */
export function neverApplies(context: LintContext, clause: ClauseDocument): boolean {
  if (clause.when && certainty(context, clause.when) === "never") return true;
  const amount = clause.award ?? clause.deduct;
  if (!amount || "n" in amount) return false;
  if ("each" in amount) {
    const { high } = spanOf(context, context.facts.get(amount.per));
    return high !== undefined && sign(high) <= 0;
  }
  if (!("tiers" in amount)) return false;
  const { low, high } = spanOf(context, context.facts.get(amount.tiers.of));
  const outOfReach = ([bound]: readonly [Rational, Rational]) =>
    "atLeast" in amount.tiers
      ? high !== undefined && compare(bound, high) > 0
      : low !== undefined && compare(bound, low) < 0;
  return tiersOf(amount).every(outOfReach);
}

type Certainty = "never" | "always" | "maybe";

function certainty(context: LintContext, condition: ConditionDocument): Certainty {
  if ("not" in condition) {
    const inner = certainty(context, condition.not);
    return inner === "never" ? "always" : inner === "always" ? "never" : "maybe";
  }
  if ("all" in condition) {
    const inner = condition.all.map((one) => certainty(context, one));
    if (inner.includes("never") || contradicts(context, condition.all)) return "never";
    return inner.every((one) => one === "always") ? "always" : "maybe";
  }
  if ("any" in condition) {
    const inner = condition.any.map((one) => certainty(context, one));
    if (inner.includes("always")) return "always";
    return inner.every((one) => one === "never") ? "never" : "maybe";
  }
  const span = spanOf(context, context.facts.get(condition.fact));
  return typeof condition.value === "number"
    ? against(span, condition.operator, fromNumber(condition.value))
    : "maybe";
}

/** A comparison with a constant, over every value of the span. */
function against({ low, high }: Span, operator: string, value: Rational): Certainty {
  const lowVs = low && compare(low, value);
  const highVs = high && compare(high, value);
  const decide = (never: boolean | undefined, always: boolean | undefined): Certainty =>
    never ? "never" : always ? "always" : "maybe";
  const is = (order: number | undefined, test: (order: number) => boolean) =>
    order !== undefined && test(order);
  switch (operator) {
    case "lessThan":
      return decide(
        is(lowVs, (o) => o >= 0),
        is(highVs, (o) => o < 0),
      );
    case "lessThanInclusive":
      return decide(
        is(lowVs, (o) => o > 0),
        is(highVs, (o) => o <= 0),
      );
    case "greaterThan":
      return decide(
        is(highVs, (o) => o <= 0),
        is(lowVs, (o) => o > 0),
      );
    case "greaterThanInclusive":
      return decide(
        is(highVs, (o) => o < 0),
        is(lowVs, (o) => o >= 0),
      );
    case "equal":
      return decide(is(lowVs, (o) => o > 0) || is(highVs, (o) => o < 0), false);
    default:
      return "maybe";
  }
}

/** x ≥ 95 and x < 90: two sides of one `all` that leave nothing between them. */
function contradicts(context: LintContext, group: readonly ConditionDocument[]): boolean {
  const leaves = group.flatMap((one) => ("fact" in one && typeof one.value === "number" ? [one] : []));
  return leaves.some((a) =>
    leaves.some((b) => {
      if (a === b || a.fact !== b.fact || typeof a.value !== "number") return false;
      const value = fromNumber(a.value);
      const { low, high } = spanOf(context, context.facts.get(a.fact));
      const narrowed =
        a.operator === "greaterThan" || a.operator === "greaterThanInclusive"
          ? { low: value, high }
          : a.operator === "lessThan" || a.operator === "lessThanInclusive"
            ? { low, high: value }
            : a.operator === "equal"
              ? { low: value, high: value }
              : undefined;
      return (
        narrowed !== undefined &&
        typeof b.value === "number" &&
        against(narrowed, b.operator, fromNumber(b.value)) === "never"
      );
    }),
  );
}
