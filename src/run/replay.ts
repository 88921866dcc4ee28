import type { Cell } from "../intake/cells.js";
import { checkRates } from "../intake/rates.js";
import { isRefused } from "../intake/refused.js";
import { Findings } from "../intake/report.js";
import { readValue } from "../intake/values.js";
import { messagesIn } from "../messages/languages.js";
import { factRows } from "../model/fact-rows.js";
import { formRows } from "../model/form.js";
import type { FactDefinition, IndicatorSystem } from "../model/indicator-system.js";
import { clamp, compare, parseDecimal, type Rational, toDecimal, ZERO } from "../model/rational.js";
import type { Results } from "../model/results.js";
import type { Submission } from "../model/submission.js";
import type { Value } from "../model/value.js";
import type { Signed, UnitCase, Verification } from "../model/verification.js";
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

/** As a person writes one: `990122/5.1.1=2.5`. */
const written = ({ unit, subject, value }: Ruling): string => `${unit}/${subject}=${value}`;

/** What of a ruling can't be followed; the words stand in the message tables. */
export type RulingProblem =
  | { readonly why: "no-unit"; readonly found: string }
  | { readonly why: "no-subject"; readonly found: string }
  | { readonly why: "records"; readonly found: string }
  | { readonly why: "twice"; readonly found: string }
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
  const ruledOn = new Map<number, string[]>();
  for (const ruling of rulings) {
    const index = results.assessments.findIndex(
      ({ unit }) => unit.code === ruling.unit || unit.name === ruling.unit,
    );
    const before = found[index];
    if (!before) throw new RulingRefused({ why: "no-unit", found: ruling.unit });
    const subjects = ruledOn.get(index) ?? [];
    if (subjects.includes(ruling.subject)) throw new RulingRefused({ why: "twice", found: written(ruling) });
    ruledOn.set(index, [...subjects, ruling.subject]);
    found[index] = { ...before, unit: ruled(system, before.unit, ruling, results) };
  }
  for (const [index, subjects] of ruledOn) {
    const unit = found[index]?.unit;
    if (unit) checkRuledRates(system, unit.verified, subjects, results);
  }
  return rescore(results, found);
}

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
  ruling: Ruling,
  { language }: Results,
): Verification {
  const { subject, value } = ruling;
  // Its cell is the ruling itself: the unit may have none, where others have not supplied the field.
  const signed: Signed = {
    ...{ reason: "", by: "", date: "" },
    sources: [{ file: written(ruling), sheet: "", cell: "" }],
  };
  const item = system.items.find(({ id }) => id === subject);
  if (item) {
    const points = pointsIn(value, toDecimal(item.floor), toDecimal(item.points));
    return { ...verification, scores: withEntry(verification.scores, subject, { ...signed, points }) };
  }
  const [owner, id] = subject.split("#");
  const clause = system.items.find((one) => one.id === owner)?.clauses.find((one) => one.id === id);
  if (clause && "amount" in clause.effect && clause.effect.amount.form === "judge") {
    const { min, max } = clause.effect.amount;
    const points = pointsIn(value, toDecimal(min), toDecimal(max));
    const { judgements } = verification;
    return { ...verification, judgements: withEntry(judgements, subject, { ...signed, points }) };
  }
  const fact = system.facts.get(subject);
  if (fact?.origin !== "field" && fact?.origin !== "part") {
    throw new RulingRefused({ why: "no-subject", found: subject });
  }
  // How many rows there are says nothing of what stands in them.
  if (fact.field.type === "records") throw new RulingRefused({ why: "records", found: fact.label });
  const verdict = { ...signed, verdict: "value" as const, value: valueIn(value, fact, language) };
  return { ...verification, fields: withEntry(verification.fields, subject, verdict) };
}

const withEntry = <T>(map: ReadonlyMap<string, T>, key: string, entry: T): Map<string, T> =>
  new Map(map).set(key, entry);

function pointsIn(text: string, min: string, max: string): Rational {
  const points = parseDecimal(text.trim());
  const [low, high] = [parseDecimal(min) ?? ZERO, parseDecimal(max) ?? ZERO];
  if (!points || compare(clamp(points, low, high), points) !== 0) {
    throw new RulingRefused({ why: "not-points", found: text, max: `${min}–${max}` });
  }
  return points;
}

/** Read as strictly as a cell would be. */
function valueIn(
  text: string,
  fact: Extract<FactDefinition, { origin: "field" | "part" }>,
  language: Results["language"],
): Value {
  const cell: Cell = { kind: "text", text, raw: text, address: "A1", row: 1, column: 1, shownAs: "plain" };
  const expected =
    fact.origin === "part" ? { type: "number" as const, unit: fact.field.unit, min: ZERO } : fact.field;
  const value = readValue(cell, expected, false);
  if (!isRefused(value)) return value;
  const message = messagesIn(language).findings[value.code]({ label: fact.label, ...value.params });
  throw new RulingRefused({ why: "not-a-value", found: text, message });
}

/** Rows of a rate that rulings speak of must agree afterwards as those of a unit must. */
function checkRuledRates(
  system: IndicatorSystem,
  { answers }: Submission,
  subjects: readonly string[],
  { language }: Results,
): void {
  const ruledOn = new Set(subjects);
  const rates = formRows(system).filter(
    ({ field }) => field?.type === "rate" && factRows(field).some((row) => ruledOn.has(row)),
  );
  const after = new Map(answers);
  // A printed rate that nobody ruled on gives way to the parts.
  for (const { field } of rates) if (field && !ruledOn.has(field.fact)) after.delete(field.fact);
  const findings = new Findings("");
  checkRates(rates, after, findings);
  const [problem] = findings.all();
  if (!problem) return;
  const message = messagesIn(language).findings[problem.code](problem.params);
  throw new RulingRefused({ why: "not-a-value", found: problem.fact ?? "", message });
}
