import type { Condition, Leaf } from "../model/condition.js";
import type { Amount, Clause, Item } from "../model/indicator-system.js";
import {
  ceil,
  compare,
  divide,
  equals,
  HUNDRED,
  isZero,
  multiply,
  type Rational,
  sign,
  ZERO,
} from "../model/rational.js";
import { number, text } from "../model/value.js";

const NEVER: Condition = { any: [] };
const ALWAYS: Condition = { all: [] };

/** What would have to hold for a clause to cost nothing, as a condition on facts. */
export function closing(item: Item, clause: Clause): Condition {
  if (clause.oneOf === undefined) return closingOne(clause);
  const group = item.clauses.filter((one) => one.oneOf === clause.oneOf);
  if (clause.effect.kind !== "award") return { all: group.map(closingOne) };
  // Of alternatives that award, the best one is what there is to win.
  const best = group.reduce((a, b) => (compare(wholeOf(b), wholeOf(a)) > 0 ? b : a));
  return closingOne(best);
}

const wholeOf = ({ effect }: Clause): Rational => ("whole" in effect ? effect.whole : ZERO);

function closingOne({ when, effect }: Clause): Condition {
  if (effect.kind === "award") {
    const full = amountIs(effect.amount, effect.whole);
    return when ? { all: [when, full] } : full;
  }
  const untrue: Condition = when ? { not: when } : NEVER;
  if (effect.kind !== "deduct") return untrue;
  // A clause that counts something is closed by counting less; its condition only says where it counts.
  return effect.amount.form === "fixed" ? untrue : amountIsNothing(effect.amount);
}

const leaf = (fact: string, operator: Leaf["operator"], value: Rational): Leaf => ({
  fact,
  operator,
  value: number(value),
});

/** The amount comes to nothing. */
function amountIsNothing(amount: Amount): Condition {
  switch (amount.form) {
    case "fixed":
      return isZero(amount.points) ? ALWAYS : NEVER;
    case "each":
      return amount.partial === "down"
        ? leaf(amount.per, "lessThan", amount.step)
        : leaf(amount.per, "lessThanInclusive", ZERO);
    case "share":
      return leaf(amount.share, "lessThanInclusive", ZERO);
    case "tiers":
      return tiersAre(amount, ZERO);
    case "choice":
      return optionsWith(amount, ZERO);
  }
}

/** The amount comes to the whole. */
function amountIs(amount: Amount, whole: Rational): Condition {
  switch (amount.form) {
    case "fixed":
      return ALWAYS;
    case "each": {
      if (sign(amount.each) === 0) return ALWAYS;
      const steps = divide(whole, amount.each);
      return leaf(
        amount.per,
        "greaterThanInclusive",
        multiply(amount.partial === "down" ? ceil(steps) : steps, amount.step),
      );
    }
    case "share":
      return leaf(amount.share, "greaterThanInclusive", HUNDRED);
    case "tiers":
      return tiersAre(amount, whole);
    case "choice":
      return optionsWith(amount, whole);
  }
}

/** The values at which tiers give just so many points; beyond the last bound they give none. */
function tiersAre(amount: Extract<Amount, { form: "tiers" }>, wanted: Rational): Condition {
  const [inside, outside] =
    amount.direction === "atLeast"
      ? (["greaterThanInclusive", "lessThan"] as const)
      : (["lessThanInclusive", "greaterThan"] as const);
  const ranges: Condition[] = amount.tiers.flatMap(([bound, points], index) => {
    if (!equals(points, wanted)) return [];
    const above = amount.tiers[index - 1];
    const reached = leaf(amount.of, inside, bound);
    return [above ? { all: [reached, leaf(amount.of, outside, above[0])] } : reached];
  });
  const last = amount.tiers.at(-1);
  if (last && isZero(wanted)) ranges.push(leaf(amount.of, outside, last[0]));
  return ranges.length === 1 ? (ranges[0] as Condition) : { any: ranges };
}

function optionsWith(amount: Extract<Amount, { form: "choice" }>, wanted: Rational): Condition {
  const options = [...amount.points].filter(([, points]) => equals(points, wanted));
  const values = options.map(([option]) => text(option));
  const [only] = values;
  return only && values.length === 1
    ? { fact: amount.choice, operator: "equal", value: only }
    : { fact: amount.choice, operator: "in", value: values };
}
