import { findGaps } from "../gaps/find-gaps.js";
import type { Language, Messages } from "../messages/messages.js";
import { type IndicatorSystem, usesCohort } from "../model/indicator-system.js";
import type { AssessmentJson, FindingJson } from "../model/results.js";
import type { UnitCase } from "../model/verification.js";
import { toAssessmentJson } from "../report/assessment-json.js";
import { gapTeller } from "../report/gap-message.js";
import { outline } from "../report/system-outline.js";
import { assessUnit } from "../scoring/assess-unit.js";
import { type CohortFigures, compareUnits, shareOf } from "../scoring/cohort.js";
import { relevant } from "./findings.js";

/** A unit to be scored, and what was found wrong with what it handed in. */
export interface FoundUnit {
  readonly unit: UnitCase;
  readonly findings: readonly FindingJson[];
}

/**
 * Scores units together: facts of all first, what compares them second, scores third. A unit by itself is
 * compared with nobody, and what needs a comparison stays pending.
 */
export async function assessUnits(
  system: IndicatorSystem,
  units: readonly FoundUnit[],
  language: Language,
  messages: Messages,
  compared: "compared" | "alone" = "compared",
): Promise<AssessmentJson[]> {
  const cases = units.map(({ unit }) => unit);
  const cohorts = compared === "compared" ? await cohortsOf(system, cases) : [];
  const tell = gapTeller(outline(system), language, messages);
  const assessments: AssessmentJson[] = [];
  for (const [index, { unit, findings }] of units.entries()) {
    const assessment = await assessUnit(system, unit, cohorts[index]);
    const gaps = findGaps(system, assessment);
    const told = toAssessmentJson(system, unit, assessment, gaps, findings, tell);
    assessments.push({ ...told, findings: relevant(findings, told) });
  }
  return assessments;
}

/** By everyone's own facts, and by everyone's verified ones; none where the system compares nobody. */
export async function cohortsOf(
  system: IndicatorSystem,
  units: readonly UnitCase[],
): Promise<CohortFigures[]> {
  if (!usesCohort(system)) return [];
  const share = async (which: "own" | "verified") =>
    compareUnits(system, await inTurn(units, (unit) => shareOf(system, unit[which], unit.own)));
  const own = await share("own");
  const isVerified = units.some((unit) => unit.own !== unit.verified);
  const verified = isVerified ? await share("verified") : own;
  return own.map((figures, index) => ({ own: figures, verified: verified[index] ?? figures }));
}

/** One after the other: what one unit needs while it is read is gone before the next. */
async function inTurn<A, B>(list: readonly A[], work: (one: A) => Promise<B>): Promise<B[]> {
  const done: B[] = [];
  for (const one of list) done.push(await work(one));
  return done;
}
