import { type Item, judgementKey } from "../model/indicator-system.js";
import {
  add,
  clamp,
  compare,
  equals,
  max,
  min,
  type Rational,
  round,
  sign,
  subtract,
  sum,
  ZERO,
} from "../model/rational.js";
import type { GivenPoints } from "../model/submission.js";
import { decide } from "./conditions.js";
import type { FactTable } from "./facts.js";
import { type ClauseOutcome, chooseAlternatives, type Lean, outcomeOf } from "./outcomes.js";

export type { Lean } from "./outcomes.js";

/** An item's score under one reading of the facts. */
export interface ItemScore {
  /** Printed: rounded once, here. For a deduction item what is taken away, as a positive figure. */
  readonly points: Rational;
  readonly outcomes: readonly ClauseOutcome[];
  /** `onEmpty: "exclude"` and a fact that does not exist here: the item does not apply. */
  readonly excluded: boolean;
  /** An assessor gave the points (核查分), whatever the clauses come to. */
  readonly given?: true;
}

/** Decides every clause of an item and adds up what they come to; `lean` says how open ones are taken. */
export async function scoreItem(
  item: Item,
  facts: FactTable,
  digits: number,
  judgements: ReadonlyMap<string, GivenPoints>,
  lean?: Lean,
): Promise<ItemScore> {
  const conditional = item.clauses.flatMap(({ id, when }) => (when ? [{ key: id, condition: when }] : []));
  const verdicts = await decide(conditional, facts);
  const outcomes = chooseAlternatives(
    item.clauses.map((clause) => {
      const judged = judgements.get(judgementKey(item.id, clause.id))?.points;
      return outcomeOf(item, clause, verdicts.get(clause.id), facts, judged, lean);
    }),
  );
  const excluded =
    item.onEmpty === "exclude" &&
    outcomes.some(({ outcome, superseded }) => outcome === "notApplicable" && !superseded);
  return { points: round(clampToItem(item, raw(item, outcomes)), digits), outcomes, excluded };
}

const clampToItem = (item: Item, value: Rational): Rational => clamp(value, item.floor, item.points);

/** start ± amounts, or the lowest of what was set. */
function raw(item: Item, outcomes: readonly ClauseOutcome[]): Rational {
  const sets = outcomes.filter(isSet).map(({ amount }) => amount);
  return sets.length > 0 ? sets.reduce(min) : withoutSets(item, outcomes);
}

const isSet = ({ clause, outcome, superseded }: ClauseOutcome): boolean =>
  clause.effect.kind === "set" && outcome === "applied" && !superseded;

function withoutSets(item: Item, outcomes: readonly ClauseOutcome[]): Rational {
  const summed = (kind: "award" | "deduct") =>
    sum(outcomes.filter(({ clause }) => clause.effect.kind === kind).map(({ amount }) => amount));
  // A deduction item's score is what it takes away.
  if (item.kind === "deduction") return summed("deduct");
  const start = item.start === "full" ? item.points : ZERO;
  return subtract(add(start, summed("award")), summed("deduct"));
}

/**
 * How an item's loss falls on its clauses, in their order, each up to what it cost by itself and all
 * together up to the loss. What a `set` took away beyond the others falls on the lowest set; what only a
 * `set` could have given falls on the set that was not earned.
 */
export function allocateLoss(item: Item, score: ItemScore, digits: number): Rational[] {
  if (item.kind === "bonus" || item.kind === "info") return score.outcomes.map(() => ZERO);
  const computed = { ...score, points: round(clampToItem(item, raw(item, score.outcomes)), digits) };
  const lost = allocate(item, computed);
  return score.given ? upTo(max(ZERO, lossOf(item, score)), lost) : lost;
}

const lossOf = (item: Item, { points }: ItemScore): Rational =>
  item.kind === "deduction" ? points : subtract(item.points, points);

/** What an assessor gave beyond the clauses is taken off the last of their losses. */
function upTo(loss: Rational, lost: readonly Rational[]): Rational[] {
  let rest = loss;
  return lost.map((one) => {
    const share = min(one, rest);
    rest = subtract(rest, share);
    return share;
  });
}

function allocate(item: Item, score: ItemScore): Rational[] {
  const loss = lossOf(item, score);
  const before = clampToItem(item, withoutSets(item, score.outcomes));
  const lowest = score.outcomes.find((one) => isSet(one) && equals(one.amount, raw(item, score.outcomes)));
  let rest = lowest ? min(loss, subtract(item.points, before)) : loss;
  const costs = score.outcomes.map((outcome) => max(ZERO, costOf(item, outcome, score.outcomes)));
  const lost = costs.map((cost) => {
    const share = max(ZERO, min(rest, cost));
    rest = subtract(rest, share);
    return share;
  });
  const left = subtract(loss, sum(lost));
  // A set that lifted the item did not cost it anything: what is lost is the full set that was not earned.
  const unearned = lowest && isLowering(lowest, before, score) ? undefined : fullSet(item, score);
  if (lowest) return withShare(lost, score.outcomes.indexOf(unearned ?? lowest), left);
  // What rounding alone took away is no clause's doing.
  const beyondAwards = subtract(subtract(item.points, before), sum(costs));
  return unearned ? withShare(lost, score.outcomes.indexOf(unearned), min(left, beyondAwards)) : lost;
}

/** Would the item have more without it? */
function isLowering(lowest: ClauseOutcome, before: Rational, { outcomes }: ItemScore): boolean {
  const others = outcomes.filter((one) => isSet(one) && one !== lowest).map(({ amount }) => amount);
  return compare(lowest.amount, others.length > 0 ? others.reduce(min) : before) < 0;
}

/** A set that would have given all points and did not come about. */
function fullSet({ points }: Item, { outcomes }: ItemScore): ClauseOutcome | undefined {
  return outcomes.find((one) => {
    const { effect } = one.clause;
    return effect.kind === "set" && !isSet(one) && compare(effect.to, points) >= 0;
  });
}

const withShare = (lost: readonly Rational[], at: number, share: Rational): Rational[] =>
  lost.map((one, index) => (index === at && sign(share) > 0 ? share : one));

/** What a clause cost by itself: what it deducted, or what it did not award. */
function costOf(item: Item, outcome: ClauseOutcome, all: readonly ClauseOutcome[]): Rational {
  const { clause, amount, superseded } = outcome;
  if (clause.effect.kind === "deduct") return amount;
  if (clause.effect.kind !== "award" || item.start === "full") return ZERO;
  if (clause.oneOf === undefined) return subtract(clause.effect.whole, amount);
  if (superseded) return ZERO;
  const group = all.filter((one) => one.clause.oneOf === clause.oneOf);
  const decided = group.find((one) => !one.superseded && one.outcome !== "notApplied");
  // Where no alternative came about, the group's loss stands at its first.
  if ((decided ?? group[0]) !== outcome) return ZERO;
  const most = group.reduce(
    (best, one) => max(best, "whole" in one.clause.effect ? one.clause.effect.whole : ZERO),
    ZERO,
  );
  return subtract(most, amount);
}
