import type { ItemResult } from "../model/assessment.js";
import type { Condition, Leaf } from "../model/condition.js";
import type { Amount, Clause, Item } from "../model/indicator-system.js";
import {
  ceil,
  compare,
  divide,
  equals,
  HUNDRED,
  isZero,
  max,
  multiply,
  type Rational,
  sign,
  ZERO,
} from "../model/rational.js";
import { number, text } from "../model/value.js";
import { ALWAYS, holds, NEVER, type Values } from "./unmet.js";

/**
 * What would have to hold for a clause to cost nothing, as a condition on facts. `values` tell which
 * conditions hold as it is.
 */
export function closing(item: Item, clause: Clause, result: ItemResult, values: Values): Condition {
  const group =
    clause.oneOf === undefined ? [clause] : item.clauses.filter(({ oneOf }) => oneOf === clause.oneOf);
  switch (clause.effect.kind) {
    case "award":
      return earning(bestOf(group), group);
    case "deduct":
      return losingNothing(group, values);
    case "set":
      return isUnearned(clause, item, result) ? earning([clause], group) : { all: group.map(untrue) };
    case "veto":
      return untrue(clause);
  }
}

/** A set that would give all points, and did not come about. */
function isUnearned({ id, effect }: Clause, item: Item, { clauses }: ItemResult): boolean {
  const applied = clauses.some((one) => one.id === id && one.outcome === "applied" && !one.superseded);
  return effect.kind === "set" && !applied && compare(effect.to, item.points) >= 0;
}

/** The alternatives that award most: the best one is what there is to win. */
function bestOf(group: readonly Clause[]): Clause[] {
  const most = group.map(wholeOf).reduce(max, ZERO);
  return group.filter((one) => equals(wholeOf(one), most));
}

const wholeOf = ({ effect }: Clause): Rational => ("whole" in effect ? effect.whole : ZERO);

/** One of the clauses comes about in full. Of alternatives the first that applies counts alone. */
function earning(wanted: readonly Clause[], group: readonly Clause[]): Condition {
  return {
    any: wanted.map((clause) => {
      const { when, effect } = clause;
      const full = "amount" in effect ? amountIs(effect.amount, effect.whole) : ALWAYS;
      const before = group.slice(0, group.indexOf(clause)).map(untrue);
      return { all: [...before, ...(when ? [when] : []), full] };
    }),
  };
}

const untrue = ({ when }: Clause): Condition => (when ? { not: when } : NEVER);

/** No alternative takes anything; one that takes nothing keeps those after it from applying. */
function losingNothing([first, ...rest]: readonly Clause[], values: Values): Condition {
  if (!first) return ALWAYS;
  const others = losingNothing(rest, values);
  const { when, effect } = first;
  const isShield = "amount" in effect && effect.amount.form === "fixed" && isZero(effect.amount.points);
  if (isShield) return when ? { any: [when, others] } : ALWAYS;
  const closed = closingDeduction(first, values);
  return rest.length === 0 ? closed : { all: [closed, others] };
}

function closingDeduction(clause: Clause, values: Values): Condition {
  const { when, effect } = clause;
  if (!("amount" in effect) || effect.amount.form === "fixed") return untrue(clause);
  // A clause that counts something is closed by counting less; its condition only says where it counts.
  const nothing = amountIsNothing(effect.amount);
  if (!when) return nothing;
  if (holds(when, values) !== true) return { any: [{ not: when }, { all: [when, nothing] }] };
  // It may come to hold no more, but not be left open by another fact: an open clause costs the whole.
  return { all: [nothing, { any: [when, { not: when }] }] };
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
    case "judge":
      return NEVER;
  }
}

/** The amount comes to the whole. */
function amountIs(amount: Amount, whole: Rational): Condition {
  switch (amount.form) {
    case "fixed":
      return ALWAYS;
    case "each": {
      if (sign(amount.each) === 0) return isZero(whole) ? ALWAYS : NEVER;
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
    case "judge":
      return NEVER;
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
  if (values.length === 0) return NEVER;
  return only && values.length === 1
    ? { fact: amount.choice, operator: "equal", value: only }
    : { fact: amount.choice, operator: "in", value: values };
}
