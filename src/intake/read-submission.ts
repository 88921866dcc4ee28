import { type Finding, returnsFile } from "../model/finding.js";
import { formRows, SHEETS } from "../model/form.js";
import type { IndicatorSystem } from "../model/indicator-system.js";
import type { Submission, UnitIdentity } from "../model/submission.js";
import { blankParams, isRequired, readAnswers } from "./answers.js";
import { readBasics } from "./basics.js";
import { readDocuments } from "./documents.js";
import { tellHidden } from "./hidden.js";
import { checkIdentity } from "./identity.js";
import { answerColumns, knowsRows, matchRows } from "./match-rows.js";
import { inSheetOrder } from "./order.js";
import { checkRates } from "./rates.js";
import { Findings } from "./report.js";
import { readSelfScores } from "./self-scores.js";
import { findLayout, type Layout } from "./sheets.js";
import { readWorkbook } from "./workbook.js";

export interface SubmissionReading {
  /** Absent exactly when a finding returns the file. */
  readonly submission?: Submission;
  /** Who handed it in, where that could be read, also of a file that is returned. */
  readonly unit?: UnitIdentity;
  /** In the order of the sheets. */
  readonly findings: readonly Finding[];
}

/**
 * Reads one evidence workbook. Bytes in, a submission and findings out; a value that is not read with
 * certainty is a finding and counts as missing. `file` is the name that sources and findings carry.
 */
export function readSubmission(bytes: Uint8Array, file: string, system: IndicatorSystem): SubmissionReading {
  const { workbook, findings: problems } = readWorkbook(bytes, file);
  if (!workbook) return { findings: problems };
  const findings = new Findings(file);
  const layout = findLayout(workbook, file, findings);
  checkIdentity(layout.guide, system, findings);
  const { unit, facts } = layout.basics
    ? readBasics(layout.basics, system, workbook.date1904, findings)
    : { unit: undefined, facts: new Map() };
  const answers = readAnswerSheet(layout, system, workbook.date1904, findings);
  tellHidden(layout, findings);

  const all = inSheetOrder([...problems, ...findings.all()], workbook);
  const identity = unit ? { unit } : {};
  if (!unit || !answers || all.some(returnsFile)) return { ...identity, findings: all };
  const submission = { files: [file], unit, unitFacts: facts, ...answers, ...UNVERIFIED };
  return { submission, unit, findings: all };
}

/** What only an assessor's copy can say. */
const UNVERIFIED = { judgements: new Map(), scores: new Map() } satisfies Partial<Submission>;

type Answers = Pick<Submission, "answers" | "records" | "selfScores" | "documents">;

function readAnswerSheet(
  layout: Layout,
  system: IndicatorSystem,
  date1904: boolean,
  findings: Findings,
): Answers | undefined {
  if (!layout.answers) return undefined;
  const form = formRows(system);
  const columns = answerColumns(layout.answers, system.levels, findings);
  if (!knowsRows(columns)) return undefined;
  const rows = matchRows(layout.answers, columns, form, findings);
  const documents = readDocuments(layout.documents, date1904);
  const sheet = { grid: layout.answers.grid, columns, system, documents, date1904, findings };
  const answers = readAnswers(sheet, rows);
  for (const row of form) {
    // A row that was deleted has no cell to point at.
    if (row.fact === undefined || answers.has(row.fact) || !isRequired(row)) continue;
    findings.add(
      "E23",
      { ...blankParams(row.label, row.field), row: row.item.id },
      {
        sheet: SHEETS.answers,
        item: row.item.id,
        fact: row.fact,
      },
    );
  }
  checkRates(form, answers, findings);
  return { answers, records: new Map(), selfScores: readSelfScores(sheet, rows), documents };
}
