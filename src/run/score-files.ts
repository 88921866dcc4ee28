import { messagesIn } from "../messages/languages.js";
import type { Language, Messages } from "../messages/messages.js";
import { ENGINE } from "../model/engine.js";
import type { Finding } from "../model/finding.js";
import type { FormMapping } from "../model/form-mapping.js";
import type { IndicatorSystem } from "../model/indicator-system.js";
import {
  type AssessmentJson,
  type FindingJson,
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
import { gatherUnits, notFilledElsewhere, type UnitFiles, unitsIn } from "./units.js";
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
  /** The mappings by which the files were read. */
  readonly forms?: readonly FormMapping[];
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
  { language, compared, facts = [], copies = [], forms = [], earlier = [], children, panel }: RunOptions,
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
    ...(forms.length > 0 ? { forms: forms.map(formJson).sort((a, b) => byText(a.file, b.file)) } : {}),
    ...(earlier.length > 0
      ? { earlier: earlier.map(earlierJson).sort((a, b) => byText(a.file, b.file)) }
      : {}),
    ...(panel ? { panel } : {}),
    ...(agreement.length > 0 ? { agreement } : {}),
    assessments,
    ranking: { groups: [], lines: [], apart: [] },
  });
}

const formJson = ({ id, file, sha256 }: FormMapping) => ({ id, file, sha256 });

function earlierJson({
  file,
  sha256,
  bytes,
  results,
}: EarlierResults): NonNullable<Results["earlier"]>[number] {
  const { id, version, sha256: rules } = results.system;
  return { file, sha256, bytes, system: { id, version, sha256: rules } };
}

const findingsOf = ({ submission, findings }: UnitFiles, messages: Messages) =>
  notFilledElsewhere(findings, submission).map((finding) => toFindingJson(finding, messages));

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
  const scored = new Map<ReadFile, ScoredUnit[]>();
  for (const [index, unit] of units.entries()) {
    const assessment = assessments[index];
    for (const file of unit.files)
      if (assessment) scored.set(file, [...(scored.get(file) ?? []), { unit, assessment }]);
  }
  return files.map((file) => {
    const { submission, units: several, reason, unit } = file;
    const again = repeated.get(file);
    return {
      file: file.file,
      sha256: file.sha256,
      bytes: file.bytes,
      outcome: reason !== undefined ? "manual" : (submission || several) && !again ? "scored" : "returned",
      ...(unit ? { unit: { code: unit.code, name: unit.name } } : {}),
      ...(several ? { units: unitsIn(file).map(({ code, name }) => ({ code, name })) } : {}),
      ...(file.part === undefined ? {} : { part: file.part }),
      findings: [
        ...(again ? [toFindingJson(again, messages)] : []),
        ...findingsIn(file, scored.get(file) ?? [], messages),
      ],
      ...(reason === undefined ? {} : { reason }),
    };
  });
}

interface ScoredUnit {
  readonly unit: UnitFiles;
  readonly assessment: AssessmentJson;
}

/** About a file, then about each unit in it; without what another department filled in or does not apply. */
function findingsIn(file: ReadFile, scored: readonly ScoredUnit[], messages: Messages): FindingJson[] {
  const told = (findings: readonly Finding[], of: ScoredUnit | undefined) => {
    const left = of ? notFilledElsewhere(findings, of.unit.submission) : findings;
    const json = left.map((finding) => toFindingJson(finding, messages));
    return of ? relevant(json, of.assessment) : json;
  };
  if (!file.units) return told(file.findings, scored[0]);
  const byCode = new Map(scored.map((one) => [one.assessment.unit.code, one]));
  return [
    ...told(file.findings, undefined),
    ...file.units.flatMap(({ unit, findings }) => told(findings, byCode.get(unit.code))),
  ];
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
