import { max, type Rational, ZERO } from "../model/rational.js";
import type { AmountDocument, ClauseDocument, ItemDocument } from "../model/system-document.js";

/** What an item is worth: its points, or the most that a bonus or deduction item can move. */
export const worth = (item: ItemDocument): Rational => item.points ?? item.max ?? ZERO;

/** The whole of an amount (整项): what a missing fact costs, and the most a clause is meant to move. */
export function wholeOf(amount: AmountDocument, points: Rational): Rational {
  if ("n" in amount) return amount;
  if ("each" in amount) return amount.cap ?? points;
  if ("share" in amount) return amount.of ?? points;
  if ("tiers" in amount) return largest(tiersOf(amount).map(([, figure]) => figure));
  if ("judge" in amount) return amount.judge.max;
  return largest(Object.values(amount.points));
}

export function tiersOf(amount: Extract<AmountDocument, { tiers: unknown }>) {
  return "atLeast" in amount.tiers ? amount.tiers.atLeast : amount.tiers.atMost;
}

export const largest = (figures: readonly Rational[]): Rational => figures.reduce(max, ZERO);

/** The four things that a clause can do; a sound one does exactly one. */
export const EFFECTS = ["award", "deduct", "set", "veto"] as const;
export type EffectKey = (typeof EFFECTS)[number];
export const effectsOf = (clause: ClauseDocument): EffectKey[] =>
  EFFECTS.filter((key) => clause[key] !== undefined);
