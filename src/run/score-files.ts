import { messagesIn } from "../messages/languages.js";
import type { Language, Messages } from "../messages/messages.js";
import { ENGINE } from "../model/engine.js";
import type { Finding } from "../model/finding.js";
import type { IndicatorSystem } from "../model/indicator-system.js";
import type { AssessmentJson, InputJson, Results } from "../model/results.js";
import type { Submission } from "../model/submission.js";
import type { UnitCase } from "../model/verification.js";
import { outline } from "../report/system-outline.js";
import { assessUnits, type FoundUnit } from "./assess-units.js";
import { relevant, toFindingJson } from "./findings.js";
import { ranked } from "./ranked.js";
import type { ReadFile } from "./read-file.js";
import { gatherUnits, notFilledElsewhere, type UnitFiles } from "./units.js";

/** How a run is done, beside its files. */
export interface RunOptions {
  readonly language: Language;
  /** alone: one unit for its clerk; nobody is there to be compared with. */
  readonly compared?: "compared" | "alone";
}

/** Everything that files come to once they are read; their order makes no difference. */
export async function scoreFiles(
  system: IndicatorSystem,
  files: readonly ReadFile[],
  { language, compared }: RunOptions,
): Promise<Results> {
  const messages = messagesIn(language);
  const { units, repeated } = gatherUnits(files);
  const found = units.map((unit): FoundUnit => toFoundUnit(unit, messages));
  const assessments = await assessUnits(system, found, language, messages, compared);
  const unitOf = new Map(
    units.flatMap((unit, index) =>
      unit.files.map((file) => [file, { ...unit, assessment: assessments[index] }] as const),
    ),
  );
  return ranked({
    format: "faping-results/1",
    engine: ENGINE,
    language,
    system: outline(system),
    inputs: files.map((file) => toInput(file, repeated.get(file), unitOf.get(file), messages)),
    assessments,
    ranking: { groups: [], lines: [], apart: [] },
  });
}

function toFoundUnit({ submission, files }: UnitFiles, messages: Messages): FoundUnit {
  const unit: UnitCase = { own: submission, verified: submission };
  const findings = files.flatMap((file) => notFilledElsewhere(file.findings, submission));
  return { unit, findings: findings.map((finding) => toFindingJson(finding, messages)) };
}

function toInput(
  { file, sha256, bytes, unit, part, submission, findings: all, reason }: ReadFile,
  repeated: Finding | undefined,
  scored: { readonly submission: Submission; readonly assessment: AssessmentJson | undefined } | undefined,
  messages: Messages,
): InputJson {
  const findings = scored ? notFilledElsewhere(all, scored.submission) : all;
  const told = [...(repeated ? [repeated] : []), ...findings].map((finding) =>
    toFindingJson(finding, messages),
  );
  const outcome = reason !== undefined ? "manual" : submission && !repeated ? "scored" : "returned";
  return {
    file,
    sha256,
    bytes,
    outcome,
    ...(unit ? { unit: { code: unit.code, name: unit.name } } : {}),
    ...(part === undefined ? {} : { part }),
    findings: scored?.assessment ? relevant(told, scored.assessment) : told,
    ...(reason === undefined ? {} : { reason }),
  };
}
