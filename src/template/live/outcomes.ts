import { factsOf } from "../../model/condition.js";
import { type Amount, amountFact, type Clause, type Item, isJudged } from "../../model/indicator-system.js";
import type { Rational } from "../../model/rational.js";
import { compare, ZERO } from "../../model/rational.js";
import type { Calculation, Line } from "./calculation.js";
import { conditionIn, UNDECIDED } from "./conditions.js";
import { compares, type Expression, figure, firstOf, iff, most, near, text } from "./expression.js";
import { type Fact, isMissing, STATE } from "./fact.js";
import type { Facts } from "./facts.js";

/** What a clause comes to, as one number. */
export const OUTCOME = { notApplied: 0, applied: 1, missing: 2, pending: 3, notApplicable: 4 } as const;

export interface ClauseCells {
  readonly clause: Clause;
  /** One of `OUTCOME`. */
  readonly outcome: Expression;
  /** Points awarded, deducted or set, with alternatives weighed against each other. */
  readonly amount: Expression;
  /** 1 unless another alternative of its group counts in its place. */
  readonly counts: Expression;
}

/** The clauses of an item, as cells of 实时计算. */
export function outcomesOf(calculation: Calculation, item: Item, facts: Facts): ClauseCells[] {
  const alone = item.clauses.map((clause) => outcomeOf(calculation, item, clause, facts));
  const groups = new Map<string, Expression>();
  for (const name of new Set(item.clauses.map(({ oneOf }) => oneOf))) {
    if (name === undefined) continue;
    const line = calculation.line(`${item.id} ${name}`, "择一适用的细则");
    groups.set(
      name,
      line.add(
        choose(
          line,
          item,
          alone.filter(({ clause }) => clause.oneOf === name),
        ),
      ),
    );
  }
  return alone.map((one) => {
    const chosen = one.clause.oneOf === undefined ? undefined : groups.get(one.clause.oneOf);
    if (chosen === undefined) return { ...one, counts: "1" };
    const group = alone.filter(({ clause }) => clause.oneOf === one.clause.oneOf);
    const line = calculation.line(`${item.id} ${one.clause.id}`, "择一后的细则");
    const counts = line.add(iff(`OR(${chosen}=0,${chosen}=${group.indexOf(one) + 1})`, "1", "0"));
    return { ...one, counts, amount: line.add(iff(`${counts}=1`, one.amount, "0")) };
  });
}

type Alone = Omit<ClauseCells, "counts">;

/** The outcome table of the scoring rules, row by row. */
function outcomeOf(calculation: Calculation, item: Item, clause: Clause, facts: Facts): Alone {
  const { effect, when } = clause;
  const factOf = (name: string) => ({ ...facts.fact(name, item.id), type: facts.definition(name).type });
  const name = "amount" in effect ? amountFact(effect.amount) : undefined;
  // What a clause looks at stands above it.
  const fact = name === undefined ? undefined : factOf(name);
  for (const one of when ? factsOf(when) : []) factOf(one);
  const line = calculation.line(`${item.id} ${clause.id}`, "评分细则");
  const verdict = when ? conditionIn(line, when, factOf) : "1";
  const undecided = when ? iff(`${verdict}>=${UNDECIDED}`, `${verdict}-${UNDECIDED}`, "0") : "0";
  const open = line.add(fact ? most([undecided, fact.state]) : undecided);
  const isPending = isJudged(clause) ? OUTCOME.pending : OUTCOME.applied;
  // Sets and vetoes are not done on suspicion; bonus and deduction items cost nothing until it is known.
  const missing = "whole" in effect && item.kind === "scored" ? OUTCOME.missing : OUTCOME.pending;
  const outcome = line.add(
    firstOf(
      [
        [`${verdict}=0`, String(OUTCOME.notApplied)],
        [`${open}=${STATE.value}`, String(isPending)],
        [isMissing(open), String(missing)],
        [`${open}=${STATE.pending}`, String(OUTCOME.pending)],
      ],
      String(OUTCOME.notApplicable),
    ),
  );
  const whole = "whole" in effect ? effect.whole : ZERO;
  const amount = line.add(
    firstOf(
      [
        [`${outcome}=${OUTCOME.applied}`, amountOf(line, clause, fact)],
        [`${outcome}=${OUTCOME.missing}`, figure(missingAmount(clause))],
        [`${outcome}=${OUTCOME.notApplicable}`, figure(emptyCounts(item, clause) ? whole : ZERO)],
      ],
      "0",
    ),
  );
  return { clause, outcome, amount };
}

/** A missing fact awards nothing and takes the whole. */
const missingAmount = ({ effect, skipMissing }: Clause): Rational =>
  effect.kind === "deduct" && !skipMissing ? effect.whole : ZERO;

/** Does the clause count in whole for what does not exist here? */
function emptyCounts({ onEmpty }: Item, { effect }: Clause): boolean {
  if (effect.kind === "award") return onEmpty === "full";
  return effect.kind === "deduct" && onEmpty === "zero";
}

function amountOf(line: Line, { effect }: Clause, fact: Fact | undefined): Expression {
  if (effect.kind === "set") return figure(effect.to);
  if (effect.kind === "veto") return "0";
  return pointsOf(line, effect.amount, fact?.value ?? "0");
}

function pointsOf(line: Line, amount: Amount, value: Expression): Expression {
  switch (amount.form) {
    case "fixed":
      return figure(amount.points);
    case "judge":
      return "0";
    case "each": {
      const steps = near(`MAX(${value},0)/${figure(amount.step)}`);
      const whole = {
        exact: `MAX(${value},0)/${figure(amount.step)}`,
        down: `INT(${steps})`,
        up: `ROUNDUP(${steps},0)`,
      };
      const points = `${figure(amount.each)}*${whole[amount.partial]}`;
      return amount.cap ? `MIN(${points},${figure(amount.cap)})` : points;
    }
    case "share":
      return `${figure(amount.of)}*MIN(MAX(${value},0),100)/100`;
    case "tiers": {
      const sign = amount.direction === "atLeast" ? ">=" : "<=";
      return line.first(
        amount.tiers.map(
          ([bound, points]) => [compares(value, sign, figure(bound)), figure(points)] as const,
        ),
        "0",
      );
    }
    case "choice":
      return line.first(
        [...amount.points].map(
          ([option, points]) => [`EXACT(${value},${text(option)})`, figure(points)] as const,
        ),
        "0",
      );
  }
}

/**
 * Which alternative counts, from 1; 0 where none came about. The first that applies; else, of what is
 * missing, then of what is pending, then of what does not exist here, the one that is worth most.
 */
function choose(line: Line, item: Item, group: readonly Alone[]): Expression {
  const numbered = group.map((one, index) => ({ ...one, number: String(index + 1) }));
  const worth = (one: Alone, amount: Rational) => ({ amount, whole: wholeOf(one.clause) });
  const byWorth = (amountOf: (clause: Clause) => Rational) =>
    [...numbered].sort((a, b) => {
      const [left, right] = [worth(a, amountOf(a.clause)), worth(b, amountOf(b.clause))];
      return compare(right.amount, left.amount) || compare(right.whole, left.whole);
    });
  const empty = (clause: Clause) => (emptyCounts(item, clause) ? wholeOf(clause) : ZERO);
  const cases = [
    ...numbered.map((one) => [one, OUTCOME.applied] as const),
    ...byWorth(missingAmount).map((one) => [one, OUTCOME.missing] as const),
    ...byWorth(() => ZERO).map((one) => [one, OUTCOME.pending] as const),
    ...byWorth(empty).map((one) => [one, OUTCOME.notApplicable] as const),
  ];
  return line.first(
    cases.map(([one, outcome]) => [`${one.outcome}=${outcome}`, one.number] as const),
    "0",
  );
}

const wholeOf = ({ effect }: Clause): Rational => ("whole" in effect ? effect.whole : ZERO);
