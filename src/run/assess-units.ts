import { findGaps } from "../gaps/find-gaps.js";
import type { Language, Messages } from "../messages/messages.js";
import type { IndicatorSystem } from "../model/indicator-system.js";
import type { AssessmentJson, FindingJson } from "../model/results.js";
import type { UnitCase } from "../model/verification.js";
import { toAssessmentJson } from "../report/assessment-json.js";
import { gapTeller } from "../report/gap-message.js";
import { outline } from "../report/system-outline.js";
import { assessUnit } from "../scoring/assess-unit.js";
import { relevant } from "./findings.js";
import { peersOf } from "./peers.js";

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
  const peers = compared === "compared" ? peersOf(units.map(({ unit }) => unit)) : undefined;
  const tell = gapTeller(outline(system), language, messages);
  const assessments: AssessmentJson[] = [];
  for (const { unit, findings } of units) {
    const assessment = await assessUnit(system, unit, await peers?.figures(system, unit));
    const gaps = findGaps(system, assessment);
    const told = toAssessmentJson(system, unit, assessment, gaps, findings, tell);
    assessments.push({ ...told, findings: relevant(findings, told) });
  }
  return assessments;
}
