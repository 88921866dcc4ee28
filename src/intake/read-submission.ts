import { type Finding, returnsFile } from "../model/finding.js";
import { type FormRow, formRows, isRequired, SHEETS } from "../model/form.js";
import type { IndicatorSystem } from "../model/indicator-system.js";
import type { Answer, Submission, UnitIdentity } from "../model/submission.js";
import { type AnswerSheet, blankParams, readAnswers } from "./answers.js";
import { readBasics } from "./basics.js";
import { readDocuments } from "./documents.js";
import { tellHidden } from "./hidden.js";
import { checkIdentity } from "./identity.js";
import { answerColumns, knowsRows, matchRows } from "./match-rows.js";
import { inSheetOrder } from "./order.js";
import { type Part, readPart } from "./parts.js";
import { checkRates } from "./rates.js";
import { readRecords } from "./records.js";
import { countOfRecords } from "./records-count.js";
import { recordsFields } from "./records-sheets.js";
import { Findings } from "./report.js";
import { readSelfScores } from "./self-scores.js";
import { findLayout, type Layout } from "./sheets.js";
import { readWorkbook, type WorkbookReading } from "./workbook.js";

export interface SubmissionReading {
  /** Absent exactly when a finding returns the file. */
  readonly submission?: Submission;
  /** Who handed it in, where that could be read, also of a file that is returned. */
  readonly unit?: UnitIdentity;
  /** Whose part of the unit's submission it is, where a department hands in by itself. */
  readonly part?: string;
  /** In the order of the sheets. */
  readonly findings: readonly Finding[];
}

/**
 * Reads one evidence workbook. Bytes in, a submission and findings out; a value that is not read with
 * certainty is a finding and counts as missing. `file` is the name that sources and findings carry.
 */
export function readSubmission(bytes: Uint8Array, file: string, system: IndicatorSystem): SubmissionReading {
  return readSubmissionFrom(readWorkbook(bytes, file), file, system);
}

/** The same of a workbook that was read already. */
export function readSubmissionFrom(
  { workbook, findings: problems }: WorkbookReading,
  file: string,
  system: IndicatorSystem,
): SubmissionReading {
  if (!workbook) return { findings: problems };
  const findings = new Findings(file);
  const layout = findLayout(workbook, file, system, findings);
  checkIdentity(layout.guide, system, findings);
  const { unit, facts } = layout.basics
    ? readBasics(layout.basics, system, workbook.date1904, findings)
    : { unit: undefined, facts: new Map() };
  const part = readPart(layout.guide, system, findings);
  const answers = readAnswerSheet(layout, system, part, workbook.date1904, findings);
  tellHidden(layout, findings);

  const all = inSheetOrder([...problems, ...findings.all()], workbook);
  const department = part.department === undefined ? {} : { part: part.department };
  const identity = { ...(unit ? { unit } : {}), ...department };
  if (!unit || !answers || all.some(returnsFile)) return { ...identity, findings: all };
  const submission = { files: [file], unit, unitFacts: facts, ...answers, ...UNVERIFIED };
  return { submission, ...identity, findings: all };
}

/** What only an assessor's copy can say. */
const UNVERIFIED = { judgements: new Map(), scores: new Map() } satisfies Partial<Submission>;

type Answers = Pick<Submission, "answers" | "records" | "selfScores" | "documents">;

function readAnswerSheet(
  layout: Layout,
  system: IndicatorSystem,
  part: Part,
  date1904: boolean,
  findings: Findings,
): Answers | undefined {
  if (!layout.answers) return undefined;
  const form = formRows(system);
  const columns = answerColumns(layout.answers, system.levels, findings);
  if (!knowsRows(columns)) return undefined;
  const rows = matchRows(layout.answers, columns, form, findings);
  const documents = readDocuments(layout.documents, date1904);
  const records = readRecords(layout, system, date1904, findings);
  const registered = new Set(documents.map(({ number }) => number));
  const sheet = { grid: layout.answers.grid, columns, system, registered, records, date1904, findings };
  const answers = readAnswers(sheet, rows);
  for (const row of form)
    if (row.fact !== undefined && !answers.has(row.fact)) withoutRow(sheet, row, part, answers);
  checkRates(form, answers, findings);
  const lists = recordsFields(system).map(({ fact }) => [fact, records.get(fact) ?? []] as const);
  return { answers, records: new Map(lists), selfScores: readSelfScores(sheet, rows), documents };
}

/** A row that was deleted has no cell to point at; a list without its row still has its records. */
function withoutRow(
  { records, findings }: AnswerSheet,
  row: FormRow,
  part: Part,
  answers: Map<string, Answer>,
): void {
  const { field, fact = "", item } = row;
  const [first] = records.get(fact) ?? [];
  if (field?.type === "records" && first) {
    const { value } = countOfRecords(records, field);
    answers.set(fact, { status: "value", value, documents: [], source: first.source, raw: "" });
  } else if (isRequired(row) && part.asks(item)) {
    const params = { ...blankParams(row.label, field), row: item.id };
    findings.add("E23", params, { sheet: SHEETS.answers, item: item.id, fact });
  }
}
