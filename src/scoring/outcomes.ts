import { amountOf } from "../model/amount.js";
import type { Outcome } from "../model/assessment.js";
import { amountFact, type Clause, type Item, isJudged } from "../model/indicator-system.js";
import { compare, type Rational, ZERO } from "../model/rational.js";
import type { Verdict } from "./conditions.js";
import type { FactTable } from "./facts.js";

/** What a clause comes to by itself, before alternatives are weighed against each other. */
export interface ClauseOutcome {
  readonly clause: Clause;
  readonly outcome: Outcome;
  /** Points awarded, deducted or set. */
  readonly amount: Rational;
  /** An alternative that does not count, since another of its group does. */
  readonly superseded: boolean;
  /** Pending for somebody other than the unit: a judgement, or a field that others supply. */
  readonly waiting: boolean;
}

/** How clauses that wait for others are taken: all in the unit's favour, or all against it. */
export interface Lean {
  readonly way: "for" | "against";
  /** Whether a `set` that waits is done. */
  readonly sets: boolean;
}

/** The outcome table of the scoring rules, row by row. */
export function outcomeOf(
  item: Item,
  clause: Clause,
  verdict: Verdict | undefined,
  facts: FactTable,
  judged: Rational | undefined,
  lean?: Lean,
): ClauseOutcome {
  const is = (outcome: Outcome, amount = ZERO, waiting = false): ClauseOutcome => ({
    clause,
    outcome,
    amount,
    superseded: false,
    waiting,
  });
  if (verdict?.result === "false") return is("notApplied");

  const { effect } = clause;
  const fact = "amount" in effect ? amountFact(effect.amount) : undefined;
  const open = [...(verdict?.open ?? [])];
  if (fact !== undefined && facts.value(fact) === undefined) open.push(fact);
  const amount = knownAmount(clause, facts, judged);
  const wait = (): ClauseOutcome => (lean ? is(...leaning(clause, lean, amount)) : is("pending", ZERO, true));

  if (open.length === 0) return isJudged(clause) && !amount ? wait() : is("applied", amount ?? ZERO);
  if (open.some((name) => facts.standing(name) === "missing")) {
    // Sets and vetoes are not done on suspicion; bonus and deduction items cost nothing until it is known.
    if (!("whole" in effect) || item.kind !== "scored") return is("pending");
    const costs = effect.kind === "deduct" && !clause.skipMissing;
    return is("missing", costs ? effect.whole : ZERO);
  }
  if (open.some((name) => facts.standing(name) === "pending")) return wait();
  if (!("whole" in effect)) return is("notApplicable");
  const counts = effect.kind === "award" ? item.onEmpty === "full" : item.onEmpty === "zero";
  return is("notApplicable", counts ? effect.whole : ZERO);
}

/** What the clause comes to if it applies; undefined while that is not judged, or its fact has no value. */
function knownAmount({ effect }: Clause, facts: FactTable, judged: Rational | undefined) {
  if (effect.kind === "set") return effect.to;
  if (effect.kind === "veto") return ZERO;
  return effect.amount.form === "judge" ? judged : amountOf(effect.amount, (name) => facts.value(name));
}

/**
 * A clause that waits, taken one way: with its amount where that is known, else the whole of it. Vetoes stay
 * as they are: a suspicion does not lower what a unit has shown.
 */
function leaning({ effect }: Clause, { way, sets }: Lean, amount: Rational | undefined): [Outcome, Rational] {
  if (effect.kind === "veto") return ["pending", ZERO];
  if (effect.kind === "set") return sets ? ["applied", effect.to] : ["notApplied", ZERO];
  const counts = effect.kind === "award" ? way === "for" : way === "against";
  return counts ? ["applied", amount ?? effect.whole] : ["notApplied", ZERO];
}

/**
 * `oneOf`: of alternatives, the first that applies counts alone. Where none applies, what is missing (or,
 * if nothing is, what does not exist here) counts once, with the largest amount among them.
 */
export function chooseAlternatives(outcomes: readonly ClauseOutcome[]): ClauseOutcome[] {
  const chosen = new Map<string, ClauseOutcome>();
  for (const name of new Set(outcomes.map(({ clause }) => clause.oneOf))) {
    if (name === undefined) continue;
    const choice = choose(outcomes.filter(({ clause }) => clause.oneOf === name));
    if (choice) chosen.set(name, choice);
  }
  return outcomes.map((outcome) => {
    const { oneOf } = outcome.clause;
    const choice = oneOf === undefined ? undefined : chosen.get(oneOf);
    return choice && choice !== outcome ? { ...outcome, amount: ZERO, superseded: true } : outcome;
  });
}

function choose(group: readonly ClauseOutcome[]): ClauseOutcome | undefined {
  const first = (outcome: Outcome) => group.find((one) => one.outcome === outcome);
  const largest = (outcome: Outcome) =>
    group
      .filter((one) => one.outcome === outcome)
      .reduce<ClauseOutcome | undefined>((best, one) => (best && !isMore(one, best) ? best : one), undefined);
  return first("applied") ?? largest("missing") ?? largest("pending") ?? largest("notApplicable");
}

/** A missing award counts for nothing, so amounts alone can't tell which alternative was worth most. */
function isMore(a: ClauseOutcome, b: ClauseOutcome): boolean {
  const difference = compare(a.amount, b.amount);
  return difference === 0 ? compare(whole(a), whole(b)) > 0 : difference > 0;
}

const whole = ({ clause }: ClauseOutcome): Rational =>
  "whole" in clause.effect ? clause.effect.whole : ZERO;
