import { amountOf } from "../model/amount.js";
import type { ItemResult } from "../model/assessment.js";
import { type Clause, factsOfClause, type IndicatorSystem, type Item } from "../model/indicator-system.js";
import { add, type Rational, subtract, ZERO } from "../model/rational.js";
import { number, type Value } from "../model/value.js";
import { along, areApart, lineOf } from "./lines.js";
import { holds, type Values } from "./unmet.js";

/** One field, filled in anew. */
export interface Move {
  readonly fact: string;
  readonly to: Value;
}

/**
 * What the clauses of an item come to beyond what they do now, if one field held another value; for a
 * deduction item, what it takes away beyond. undefined where that can't be followed from the result alone.
 */
export function changeBy(
  move: Move,
  item: Item,
  { clauses }: ItemResult,
  system: IndicatorSystem,
  values: Values,
): Rational | undefined {
  const affected = item.clauses.filter((clause) =>
    factsOfClause(clause).some((fact) => !areApart(fact, move.fact, system)),
  );
  const after = valuesAfter(move, affected.flatMap(factsOfClause), system, values);
  if (!after || affected.some(isAmongOthers)) return undefined;
  let change: Rational = ZERO;
  for (const clause of affected) {
    const before = clauses.find(({ id }) => id === clause.id)?.amount ?? ZERO;
    const amount = amountAfter(clause, after);
    if (!amount) return undefined;
    const more = subtract(amount, before);
    const isAgainst = clause.effect.kind === "deduct" && item.kind !== "deduction";
    change = isAgainst ? subtract(change, more) : add(change, more);
  }
  return change;
}

/** What an alternative or a set comes to depends on more than itself. */
const isAmongOthers = ({ oneOf, effect }: Clause): boolean => oneOf !== undefined || effect.kind === "set";

function amountAfter({ when, effect }: Clause, after: Values): Rational | undefined {
  if (!("amount" in effect)) return ZERO;
  const applies = when ? holds(when, after) : true;
  return applies ? amountOf(effect.amount, after) : applies === false ? ZERO : undefined;
}

/** The values after the move; undefined where a fact that it moves is off every straight line. */
function valuesAfter(
  move: Move,
  facts: readonly string[],
  system: IndicatorSystem,
  values: Values,
): Values | undefined {
  const moved = facts.filter((fact) => !areApart(fact, move.fact, system));
  const found = new Map(moved.map((fact) => [fact, follow(fact, move, system, values)]));
  if ([...found.values()].includes(undefined)) return undefined;
  return (fact) => found.get(fact) ?? values(fact);
}

function follow(fact: string, move: Move, system: IndicatorSystem, values: Values): Value | undefined {
  if (fact === move.fact) return move.to;
  // What has no value beside a field that has one counts nowhere, and will not.
  if (!values(fact)) return undefined;
  const line = lineOf(fact, system, values);
  if (!line) return undefined;
  const operand = follow(line.operand, move, system, values);
  return operand?.type === "number" ? number(along(line, operand.number)) : undefined;
}
