import type { Cell } from "../intake/cells.js";
import { isRefused } from "../intake/refused.js";
import { readValue } from "../intake/values.js";
import { messagesIn } from "../messages/languages.js";
import type { FactDefinition, IndicatorSystem } from "../model/indicator-system.js";
import { clamp, compare, parseDecimal, toDecimal, ZERO } from "../model/rational.js";
import type { Results } from "../model/results.js";
import type { FieldVerdict, PointsVerdict, Signed, UnitCase, Verification } from "../model/verification.js";
import { applyVerification } from "../verification/apply.js";
import { systemOf, unitsOf } from "./read-back.js";
import { rescore } from "./rescore.js";

/** One ruling: an item's points, a judged clause's points (`<item>#<clause>`), or the value of a field. */
export interface Ruling {
  /** Code or name of an assessed unit. */
  readonly unit: string;
  readonly subject: string;
  /** As a person writes it: `2.5`, `85%`, `是`, `2024-03-01`. */
  readonly value: string;
}

/** What of a ruling can't be followed; the words stand in the message tables. */
export type RulingProblem =
  | { readonly why: "no-unit"; readonly found: string }
  | { readonly why: "no-subject"; readonly found: string }
  | { readonly why: "not-points"; readonly found: string; readonly max: string }
  | { readonly why: "not-a-value"; readonly found: string; readonly message: string };

/** A ruling that can't be followed. */
export class RulingRefused extends Error {
  constructor(readonly problem: RulingProblem) {
    super(problem.why);
  }
}

/**
 * The same results as if the rulings had been given: what one decision on appeal changes in every score,
 * rank and grade. Rulings stand above what assessors had found.
 *
 * @throws RulingRefused
 */
export async function replay(results: Results, rulings: readonly Ruling[]): Promise<Results> {
  const system = systemOf(results);
  const found = unitsOf(results).map(({ unit, findings }) => ({ unit, findings }));
  for (const ruling of rulings) {
    const index = results.assessments.findIndex(
      ({ unit }) => unit.code === ruling.unit || unit.name === ruling.unit,
    );
    const before = found[index];
    if (!before) throw new RulingRefused({ why: "no-unit", found: ruling.unit });
    found[index] = { ...before, unit: ruled(system, before.unit, ruling, results) };
  }
  return rescore(results, found);
}

const RULED: Signed = { reason: "", by: "", date: "", sources: [] };

function ruled(system: IndicatorSystem, unit: UnitCase, ruling: Ruling, results: Results): UnitCase {
  const verification = withRuling(system, unit.verification ?? nothingSaid(unit), ruling, results);
  return { own: unit.own, verification, verified: applyVerification(unit.own, verification) };
}

const nothingSaid = ({ own }: UnitCase): Verification => ({
  files: [],
  unit: own.unit,
  fields: new Map(),
  scores: new Map(),
  judgements: new Map(),
  rows: new Map(),
});

function withRuling(
  system: IndicatorSystem,
  verification: Verification,
  { subject, value }: Ruling,
  { language }: Results,
): Verification {
  const item = system.items.find(({ id }) => id === subject);
  if (item) {
    const points = pointsIn(value, toDecimal(item.floor), toDecimal(item.points));
    return { ...verification, scores: withEntry(verification.scores, subject, points) };
  }
  const [owner, id] = subject.split("#");
  const clause = system.items.find((one) => one.id === owner)?.clauses.find((one) => one.id === id);
  if (clause && "amount" in clause.effect && clause.effect.amount.form === "judge") {
    const { min, max } = clause.effect.amount;
    const points = pointsIn(value, toDecimal(min), toDecimal(max));
    return { ...verification, judgements: withEntry(verification.judgements, subject, points) };
  }
  const fact = system.facts.get(subject);
  if (fact?.origin !== "field" && fact?.origin !== "part") {
    throw new RulingRefused({ why: "no-subject", found: subject });
  }
  return { ...verification, fields: withEntry(verification.fields, subject, valueIn(value, fact, language)) };
}

const withEntry = <T>(map: ReadonlyMap<string, T>, key: string, entry: T): Map<string, T> =>
  new Map(map).set(key, entry);

function pointsIn(text: string, min: string, max: string): PointsVerdict {
  const points = parseDecimal(text.trim());
  const [low, high] = [parseDecimal(min) ?? ZERO, parseDecimal(max) ?? ZERO];
  if (!points || compare(clamp(points, low, high), points) !== 0) {
    throw new RulingRefused({ why: "not-points", found: text, max: `${min}–${max}` });
  }
  return { ...RULED, points };
}

/** Read as strictly as a cell would be. */
function valueIn(
  text: string,
  fact: Extract<FactDefinition, { origin: "field" | "part" }>,
  language: Results["language"],
): FieldVerdict {
  const cell: Cell = { kind: "text", text, raw: text, address: "A1", row: 1, column: 1, shownAs: "plain" };
  const expected =
    fact.origin === "part" ? { type: "number" as const, unit: fact.field.unit, min: ZERO } : fact.field;
  const value = readValue(cell, expected, false);
  if (!isRefused(value)) return { ...RULED, verdict: "value", value };
  const message = messagesIn(language).findings[value.code]({ label: fact.label, ...value.params });
  throw new RulingRefused({ why: "not-a-value", found: text, message });
}
