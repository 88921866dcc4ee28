import type {
  ClauseResult,
  ItemResult,
  ItemStatus,
  ItemVerification,
  Standing,
} from "../model/assessment.js";
import { factsOfClause, type IndicatorSystem, type Item } from "../model/indicator-system.js";
import { type Rational, ZERO } from "../model/rational.js";
import { fieldsBehind } from "./applicability.js";
import type { FactTable } from "./facts.js";
import type { ClauseOutcome } from "./outcomes.js";
import type { Reading } from "./reading.js";
import { allocateLoss, type ItemScore } from "./score-item.js";
import type { Totals } from "./totals.js";

/** The record of one item: its score, why, and every cell behind it. */
export function describeItem(
  system: IndicatorSystem,
  item: Item,
  { facts, inapplicable, scores, evidence }: Reading,
  standings: ReadonlyMap<string, Standing>,
  weights: Totals["weights"],
  { rule, verification }: { rule: Rational; verification: ItemVerification | undefined },
): ItemResult {
  const why = inapplicable.get(item.id);
  const score = why ? undefined : scores.get(item.id);
  const standing = standings.get(item.id) ?? { points: ZERO, proven: ZERO, claimed: ZERO };
  return {
    id: item.id,
    status: score ? statusOf(system, item, score, facts) : "notApplicable",
    ...standing,
    rule,
    self: evidence.own.selfScores.get(item.id)?.points ?? null,
    ...(verification ? { verification } : {}),
    ...(why ? { notApplicable: why } : {}),
    weight: weights.get(item.id) ?? ZERO,
    clauses: score ? describeClauses(item, score, facts, system.digits) : [],
  };
}

function describeClauses(item: Item, score: ItemScore, facts: FactTable, digits: number): ClauseResult[] {
  const lost = allocateLoss(item, score, digits);
  return score.outcomes.map(({ clause, outcome, amount, superseded }, index) => ({
    id: clause.id,
    outcome,
    superseded,
    amount,
    lost: lost[index] ?? ZERO,
    facts: facts.uses(factsOfClause(clause)),
  }));
}

function statusOf(
  system: IndicatorSystem,
  item: Item,
  { outcomes, given }: ItemScore,
  facts: FactTable,
): ItemStatus {
  if (given) return "scored";
  const optional = new Set(item.fields.filter((field) => field.optional).map((field) => field.fact));
  const names = item.fields.length > 0 ? item.fields.map(({ fact }) => fact) : fieldsBehind(system, item);
  const missing = names.filter((name) => facts.standing(name) === "missing");
  const isNeeded = missing.some((name) => !optional.has(name));
  const isLost = outcomes.some(({ outcome, superseded }) => outcome === "missing" && !superseded);
  // Where nothing had to be filled in, blanks are missed only by a clause that looks at them.
  if (names.length > 0 && missing.length === names.length && (isNeeded || isLost)) return "missing";
  // A list may be there while a cell of it is blank.
  const hasList = item.fields.some(({ type }) => type === "records");
  if (isNeeded || (isLost && hasList)) return "partial";
  const isPending = outcomes.some(isOpen) || names.some((name) => facts.standing(name) === "pending");
  return isPending ? "pending" : "scored";
}

const isOpen = ({ outcome, superseded }: ClauseOutcome): boolean => outcome === "pending" && !superseded;
