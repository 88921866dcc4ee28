/** Faping's core: bytes in, results out; the same in Node and the browser. */
import { findGaps } from "./gaps/find-gaps.js";
import { MAX_FILE_BYTES } from "./intake/limits.js";
import { readSubmission } from "./intake/read-submission.js";
import { messagesIn } from "./messages/languages.js";
import type { Language, Messages } from "./messages/messages.js";
import { ENGINE } from "./model/engine.js";
import type { Finding } from "./model/finding.js";
import type { IndicatorSystem } from "./model/indicator-system.js";
import type { AssessmentJson, FindingJson, InputJson, Results } from "./model/results.js";

import { byText } from "./model/text-order.js";
import { rank } from "./ranking/rank.js";
import { toAssessmentJson } from "./report/assessment-json.js";
import { gapTeller } from "./report/gap-message.js";
import { outline } from "./report/system-outline.js";
import { assessUnit } from "./scoring/assess-unit.js";
import { hashBytes } from "./system/hash.js";

export { MAX_FILE_BYTES } from "./intake/limits.js";
export { messagesIn } from "./messages/languages.js";
export type { Language, Messages } from "./messages/messages.js";
export type { WorkbookLabels } from "./messages/workbook-labels.js";
export { ENGINE } from "./model/engine.js";
export type { IndicatorSystem, Item, Node, Place } from "./model/indicator-system.js";
export { isLintError, LINT_CODES, type LintFinding } from "./model/lint-finding.js";
export { toDecimal } from "./model/rational.js";
export {
  type AssessmentJson,
  type FindingJson,
  type GapJson,
  type InputJson,
  Results,
  type SystemOutline,
} from "./model/results.js";
export { gradeAlone } from "./ranking/grades.js";
export { type Explanation, explain } from "./report/explanation.js";
export { gapFileName } from "./report/file-name.js";
export { GapWords } from "./report/gap-words.js";
export { writeGapWorkbook } from "./report/gap-workbook.js";
export { resultsJson } from "./report/json.js";
export { labelsIn } from "./report/languages.js";
export { fillRankingWorkbook, writeRankingWorkbook } from "./report/ranking-workbook.js";
export { outline } from "./report/system-outline.js";
export type { OverlayFile, SystemFiles } from "./system/files.js";
export { systemSchemas } from "./system/json-schema.js";
export { type LoadOutcome, loadSystem } from "./system/load.js";
export { writeTemplate } from "./template/template.js";

/** An evidence workbook and the name by which findings speak of it. */
export interface InputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What came of one file; nothing else of it is kept. */
export interface FileOutcome {
  readonly input: InputJson;
  readonly assessment?: AssessmentJson;
}

/** Reads and scores one file. Whatever happens, the file has exactly one outcome. */
export async function scoreFile(
  system: IndicatorSystem,
  file: InputFile,
  language: Language,
): Promise<FileOutcome> {
  const messages = messagesIn(language);
  const entry = { file: file.name, sha256: hashBytes([file.bytes]), bytes: file.bytes.length };
  try {
    const { submission, unit, findings } = readSubmission(file.bytes, file.name, system);
    const told = findings.map((finding) => toFindingJson(finding, messages));
    const identity = unit ? { unit } : {};
    if (!submission) return { input: { ...entry, ...identity, outcome: "returned", findings: told } };
    const assessment = await assessUnit(system, submission);
    const inapplicable = new Set(
      assessment.items.filter(({ status }) => status === "notApplicable").map(({ id }) => id),
    );
    // What does not apply to a unit is not missing there.
    const relevant = told.filter(
      ({ code, item }) => code !== "E23" || item === undefined || !inapplicable.has(item),
    );
    const tell = gapTeller(outline(system), language, messages);
    return {
      input: { ...entry, ...identity, outcome: "scored", findings: relevant },
      assessment: toAssessmentJson(system, assessment, findGaps(system, assessment), relevant, tell),
    };
  } catch (error) {
    // A fault of ours must not stop the batch, nor pass for a score.
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { input: { ...entry, outcome: "manual", findings: [], reason } };
  }
}

/** The outcome of a file that is too large to be read at all. */
export function refuseTooLarge(
  file: { readonly name: string; readonly bytes: number; readonly sha256: string },
  language: Language,
): FileOutcome {
  const { name, bytes, sha256 } = file;
  const params = { what: "bytes", found: String(bytes), limit: String(MAX_FILE_BYTES) };
  const finding = toFindingJson({ code: "E06", file: name, params }, messagesIn(language));
  return { input: { file: name, sha256, bytes, outcome: "returned", findings: [finding] } };
}

/** The outcome of a file that could not be opened. */
export function handOver(name: string, reason: string): FileOutcome {
  return { input: { file: name, sha256: "", bytes: 0, outcome: "manual", findings: [], reason } };
}

/** Everything a run came to; the order of the files makes no difference. */
export function assemble(
  system: IndicatorSystem,
  outcomes: readonly FileOutcome[],
  language: Language,
): Results {
  const unique = returnRepeated(outcomes, messagesIn(language));
  return ranked({
    format: "faping-results/1",
    engine: ENGINE,
    system: outline(system),
    inputs: unique.map(({ input }) => input),
    assessments: unique.flatMap(({ assessment }) => (assessment ? [assessment] : [])),
    ranking: { groups: [], apart: [] },
  });
}

/** Several runs by the same system as one. That no unit is in two of them is the caller's to check. */
export function combine(first: Results, ...others: readonly Results[]): Results {
  return ranked({
    ...first,
    inputs: [first, ...others].flatMap(({ inputs }) => inputs),
    assessments: [first, ...others].flatMap(({ assessments }) => assessments),
  });
}

/** The results in their order, with ranking and grades made anew. */
function ranked(results: Results): Results {
  const ranking = rank(results.assessments, results.system);
  const grades = new Map(
    ranking.groups.flatMap(({ ranked }) => ranked.map(({ code, grade }) => [code, grade])),
  );
  const assessments = results.assessments.map((assessment) => ({
    ...assessment,
    grade: grades.get(assessment.unit.code) ?? null,
  }));
  return {
    ...results,
    inputs: [...results.inputs].sort((a, b) => byText(a.file, b.file) || byText(a.sha256, b.sha256)),
    assessments: assessments.sort((a, b) => byText(a.unit.code, b.unit.code)),
    ranking,
  };
}

/** Two files of one unit: neither is preferred by guessing, both are returned. */
function returnRepeated(outcomes: readonly FileOutcome[], messages: Messages): FileOutcome[] {
  const filesOf = new Map<string, string[]>();
  for (const { assessment, input } of outcomes) {
    if (!assessment) continue;
    const { code } = assessment.unit;
    filesOf.set(code, [...(filesOf.get(code) ?? []), input.file].sort(byText));
  }
  return outcomes.map((outcome) => {
    const { input, assessment } = outcome;
    const files = assessment ? (filesOf.get(assessment.unit.code) ?? []) : [];
    if (files.length < 2) return outcome;
    const others = files.filter((file) => file !== input.file);
    const finding = toFindingJson(
      { code: "E30", file: input.file, params: { other: (others.length > 0 ? others : files).join("、") } },
      messages,
    );
    return { input: { ...input, outcome: "returned", findings: [finding, ...input.findings] } };
  });
}

function toFindingJson(finding: Finding, messages: Messages): FindingJson {
  const { code, file, sheet, cell, item, fact, params } = finding;
  return {
    code,
    ...(sheet === undefined ? {} : { sheet }),
    ...(cell === undefined ? {} : { cell }),
    ...(item === undefined ? {} : { item }),
    ...(fact === undefined ? {} : { fact }),
    params: { ...params },
    message: `${messages.place({ file, sheet, cell })}${messages.findings[code](params)}`,
  };
}
