import { type IndicatorSystem, usesCohort } from "../model/indicator-system.js";
import type { AssessmentJson, Results, SystemOutline } from "../model/results.js";
import { submissionOf, verificationOf } from "../report/evidence-json.js";
import type { OverlayFile, SystemFiles } from "../system/files.js";
import { loadSystem } from "../system/load.js";
import { applyVerification } from "../verification/apply.js";
import type { FoundUnit } from "./assess-units.js";

/** The rules that results were made by are in them; what is read back must be what the hash says. */
export class RulesDiffer extends Error {}

/** The system that results were made by, from what they keep of it. */
export function systemOf({ system: kept }: Pick<Results, "system">): IndicatorSystem {
  const { files, overlay } = rulesFiles(kept);
  const { system } = loadSystem(files, overlay);
  const isSame = system?.sha256 === kept.sha256 && system.overlay?.sha256 === kept.overlay?.sha256;
  if (!system || !isSame) throw new RulesDiffer(kept.id);
  return system;
}

/** The files of a system as results keep them. */
export function rulesFiles({ files, overlay }: Pick<SystemOutline, "files" | "overlay">): {
  readonly files: SystemFiles;
  readonly overlay: OverlayFile | undefined;
} {
  const bytes = new Map(files.map(({ name, text }) => [name, new TextEncoder().encode(text)]));
  const name = files[0]?.name ?? "";
  return {
    files: { name, bytes: bytes.get(name) ?? new Uint8Array(), read: (file) => bytes.get(file) },
    overlay: overlay && { name: overlay.name, bytes: new TextEncoder().encode(overlay.text) },
  };
}

/** The units of results as they came to scoring. */
export const unitsOf = ({ assessments }: Results): FoundUnit[] => assessments.map(unitOf);

export function unitOf(assessment: AssessmentJson): FoundUnit {
  const own = submissionOf(assessment);
  const verification = verificationOf(assessment);
  const verified = verification ? applyVerification(own, verification) : own;
  return {
    unit: { own, verified, ...(verification ? { verification } : {}) },
    findings: assessment.findings,
  };
}

/** Must these units be scored anew when others come beside them? */
export const comparesUnits = (results: Results): boolean => usesCohort(systemOf(results));
