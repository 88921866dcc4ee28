import { messagesIn } from "../messages/languages.js";
import type { Language, Messages } from "../messages/messages.js";
import { ENGINE } from "../model/engine.js";
import type { Finding } from "../model/finding.js";
import type { IndicatorSystem } from "../model/indicator-system.js";
import {
  type AssessmentJson,
  type InputJson,
  RESULTS_FORMAT,
  type Results,
  type SupplementJson,
} from "../model/results.js";
import { byText } from "../model/text-order.js";
import type { PanelRule } from "../model/verification.js";
import { disagreementJson } from "../report/disagreement-json.js";
import { outline } from "../report/system-outline.js";
import { agreementOf } from "./agreement.js";
import { assessUnits } from "./assess-units.js";
import { handedInBy } from "./departments.js";
import { type ChildrenTable, type EarlierResults, factsFromResults } from "./earlier-results.js";
import { relevant, toFindingJson } from "./findings.js";
import { gatherFacts, withFacts } from "./given-facts.js";
import { ranked } from "./ranked.js";
import type { ReadFile } from "./read-file.js";
import type { ReadCopy, ReadFacts } from "./supplements.js";
import { gatherUnits, notFilledElsewhere, type UnitFiles } from "./units.js";
import {
  madeFromOthers,
  type VerifiedUnits,
  verifyUnits,
  withoutEffect,
  writtenOver,
} from "./verify-units.js";

/** How a run is done, and what it is given beside the units' own files. */
export interface RunOptions {
  readonly language: Language;
  /** alone: one unit for its clerk; nobody is there to be compared with. */
  readonly compared?: "compared" | "alone";
  /** Tables of facts that others supply. */
  readonly facts?: readonly ReadFacts[];
  /** Assessors' copies. */
  readonly copies?: readonly ReadCopy[];
  /** Results of earlier runs that fields take their values from. */
  readonly earlier?: readonly EarlierResults[];
  /** Which units stand below which, where their codes do not say it. */
  readonly children?: ChildrenTable;
  /** How several copies of one unit are put together. */
  readonly panel?: PanelRule;
}

/** Everything that files come to once they are read; their order makes no difference. */
export async function scoreFiles(
  system: IndicatorSystem,
  files: readonly ReadFile[],
  { language, compared, facts = [], copies = [], earlier = [], children, panel }: RunOptions,
): Promise<Results> {
  const messages = messagesIn(language);
  const { units, repeated } = gatherUnits(files);
  const given = gatherFacts(facts);
  const submissions = units.map(({ submission }) => {
    const { code } = submission.unit;
    const taken = factsFromResults(system, code, earlier, children?.children);
    return withFacts(withFacts(submission, given.answers.get(code)), taken);
  });
  const verified = verifyUnits(system, submissions, copies, panel);
  const found = verified.units.map(({ unit }, index) => ({
    unit,
    findings: findingsOf(units[index] as UnitFiles, messages),
  }));
  const assessed = await assessUnits(system, found, language, messages, compared);
  const assessments = assessed.map((assessment, index) =>
    withCircumstances(
      system,
      assessment,
      units[index] as UnitFiles,
      verified.units[index]?.disagreements ?? [],
    ),
  );
  const agreement = panel ? await agreementOf(system, verified.units) : [];
  return ranked({
    format: RESULTS_FORMAT,
    engine: ENGINE,
    language,
    system: outline(system),
    inputs: inputsOf(files, units, assessments, repeated, messages),
    ...(facts.length > 0
      ? { facts: facts.map((one) => factsJson(one, given.clashes.get(one), units, messages)) }
      : {}),
    ...(copies.length > 0
      ? { verified: copiesJson(system, copies, verified, units, assessments, messages) }
      : {}),
    ...(children
      ? { children: { file: children.file, sha256: children.sha256, bytes: children.bytes } }
      : {}),
    ...(earlier.length > 0
      ? { earlier: earlier.map(earlierJson).sort((a, b) => byText(a.file, b.file)) }
      : {}),
    ...(panel ? { panel } : {}),
    ...(agreement.length > 0 ? { agreement } : {}),
    assessments,
    ranking: { groups: [], lines: [], apart: [] },
  });
}

function earlierJson({
  file,
  sha256,
  bytes,
  results,
}: EarlierResults): NonNullable<Results["earlier"]>[number] {
  const { id, version, sha256: rules } = results.system;
  return { file, sha256, bytes, system: { id, version, sha256: rules } };
}

const findingsOf = ({ submission, files }: UnitFiles, messages: Messages) =>
  files
    .flatMap((file) => notFilledElsewhere(file.findings, submission))
    .map((finding) => toFindingJson(finding, messages));

/** How the figures came about, beside the figures. */
function withCircumstances(
  system: IndicatorSystem,
  assessment: AssessmentJson,
  { files }: UnitFiles,
  disagreements: VerifiedUnits["units"][number]["disagreements"],
): AssessmentJson {
  const departments = handedInBy(system, files, assessment);
  return {
    ...assessment,
    ...(departments ? { departments } : {}),
    ...(disagreements.length > 0 ? { disagreements: disagreements.map(disagreementJson) } : {}),
  };
}

function inputsOf(
  files: readonly ReadFile[],
  units: readonly UnitFiles[],
  assessments: readonly AssessmentJson[],
  repeated: ReadonlyMap<ReadFile, Finding>,
  messages: Messages,
): InputJson[] {
  const scored = new Map(
    units.flatMap((unit, index) =>
      unit.files.map((file) => [file, { unit, assessment: assessments[index] }] as const),
    ),
  );
  return files.map((file) => {
    const { submission, findings: all, reason, unit } = file;
    const of = scored.get(file);
    const again = repeated.get(file);
    const findings = of ? notFilledElsewhere(all, of.unit.submission) : all;
    const told = [...(again ? [again] : []), ...findings].map((one) => toFindingJson(one, messages));
    return {
      file: file.file,
      sha256: file.sha256,
      bytes: file.bytes,
      outcome: reason !== undefined ? "manual" : submission && !again ? "scored" : "returned",
      ...(unit ? { unit: { code: unit.code, name: unit.name } } : {}),
      ...(file.part === undefined ? {} : { part: file.part }),
      findings: of?.assessment ? relevant(told, of.assessment) : told,
      ...(reason === undefined ? {} : { reason }),
    };
  });
}

function factsJson(
  { file, sha256, bytes, facts, findings }: ReadFacts,
  clashes: readonly Finding[] = [],
  units: readonly UnitFiles[],
  messages: Messages,
): SupplementJson {
  const codes = new Set(units.map(({ submission }) => submission.unit.code));
  const isUsed = facts.some(({ code }) => codes.has(code));
  const isReturned = facts.length === 0 && findings.length > 0;
  const told = [...findings, ...clashes].map((finding) => toFindingJson(finding, messages));
  const outcome = isReturned ? "returned" : isUsed ? "used" : "unused";
  return { file, sha256, bytes, outcome, findings: told };
}

function copiesJson(
  system: IndicatorSystem,
  copies: readonly ReadCopy[],
  { returned, lost, unused }: VerifiedUnits,
  units: readonly UnitFiles[],
  assessments: readonly AssessmentJson[],
  messages: Messages,
): SupplementJson[] {
  return copies.map((copy) => {
    const { file, sha256, bytes, unit, verification } = copy;
    const index = units.findIndex(({ submission }) => submission.unit.code === verification?.unit.code);
    const assessment = assessments[index];
    const of = units[index];
    const again = returned.get(copy);
    const beside =
      verification && assessment && of
        ? [
            ...(lost.get(copy) ?? []),
            ...madeFromOthers(copy, of.files),
            ...writtenOver(copy, of.submission, of.files),
            ...withoutEffect(system, verification, assessment),
          ]
        : [];
    const told = [...(again ? [again] : []), ...copy.findings, ...beside];
    return {
      file,
      sha256,
      bytes,
      outcome: again || !verification ? "returned" : unused.has(copy) ? "unused" : "used",
      ...(unit ? { unit: { code: unit.code, name: unit.name } } : {}),
      findings: told.map((finding) => toFindingJson(finding, messages)),
    };
  });
}
