import { type AnswerSheet, blankParams, readAnswers } from "../intake/answers.js";
import type { Workbook } from "../intake/cells.js";
import { namedDocuments } from "../intake/documents.js";
import { rowsByOthers } from "../intake/fact-names.js";
import { Grid } from "../intake/grid.js";
import type { AnswerColumns, MatchedRow } from "../intake/match-rows.js";
import { mergedOver } from "../intake/merges.js";
import { checkRates } from "../intake/rates.js";
import type { Findings } from "../intake/report.js";
import { readSelfScores } from "../intake/self-scores.js";
import type { Finding } from "../model/finding.js";
import { formRows, isRequired } from "../model/form.js";
import type { FormMapping } from "../model/form-mapping.js";
import type { IndicatorSystem } from "../model/indicator-system.js";
import type { Answer, Submission, SupportingDocument, UnitIdentity } from "../model/submission.js";

/** What a foreign form holds of one unit. */
export interface UnitReading {
  readonly unit: UnitIdentity;
  readonly submission: Submission;
  /** About this unit's cells; those about the whole file stand there. */
  readonly findings: readonly Finding[];
}

/** What the reading of all of a unit's rows needs beside them. */
export interface FormReading {
  readonly file: string;
  readonly workbook: Workbook;
  readonly mapping: FormMapping;
  readonly system: IndicatorSystem;
}

/** Types what stands in the rows that were matched, by the same rules as in our own form. */
export function readUnit(
  { file, workbook, mapping, system }: FormReading,
  unit: UnitIdentity,
  unitFacts: ReadonlyMap<string, Answer>,
  rows: readonly MatchedRow[],
  findings: Findings,
): UnitReading {
  const [first] = rows;
  const grid = first?.at?.grid ?? new Grid(file, EMPTY);
  const columns = first?.at?.columns ?? NO_COLUMNS;
  const records = new Map();
  const sheet: AnswerSheet = { grid, columns, system, records, date1904: workbook.date1904, findings };
  const answers = readAnswers(sheet, rows);
  const form = mapping.by === "unit" ? formRows(system) : rowsByOthers(system);
  checkRates(form, answers, findings);
  const selfScores = readSelfScores(sheet, withoutSharedSelfScores(rows, findings));
  const submission: Submission = {
    files: [file],
    unit,
    unitFacts,
    answers,
    records,
    selfScores,
    documents: documentsOf(rows),
    judgements: new Map(),
    scores: new Map(),
  };
  return { unit, submission, findings: findings.all() };
}

const EMPTY = {
  name: "",
  hidden: false,
  cells: [],
  merges: [],
  hiddenRows: new Set<number>(),
  hiddenColumns: [],
};
export const NO_COLUMNS: AnswerColumns = {
  ...{ item: undefined, points: undefined, criterion: undefined, field: undefined, hint: undefined },
  ...{ value: undefined, documents: undefined, notApplicable: undefined, self: undefined },
  ...{ responsible: undefined, remark: undefined, key: undefined },
};

/** Required fields that the form should have asked for and has no row for. */
export function tellRowsGone(
  { mapping, system }: FormReading,
  rows: readonly MatchedRow[],
  sheet: string,
  findings: Findings,
): void {
  if (mapping.by === "others") return;
  const found = new Set(rows.flatMap(({ form }) => form.field?.fact ?? []));
  for (const row of formRows(system)) {
    const { fact = "", field, item } = row;
    if (!field || found.has(field.fact) || !isRequired(row)) continue;
    found.add(field.fact); // a rate is one thing, though it has several rows
    findings.add(
      "E23",
      { ...blankParams(field.label, field), row: item.id, form: mapping.file },
      { sheet, item: item.id, fact },
    );
  }
}

/**
 * One 自评分 merged over the rows of several items is nobody's for certain (E22); over the rows of one item it
 * is that item's.
 */
function withoutSharedSelfScores(rows: readonly MatchedRow[], findings: Findings): MatchedRow[] {
  const told = new Set<string>();
  const seen = new Set<string>();
  return rows.filter(({ row, form, at }) => {
    const column = at?.columns.self;
    if (!at || column === undefined) return true;
    const place = `${at.grid.sheet.name}!${row}`;
    // Several fields in one row share its self-score, which is one.
    if (seen.has(`${place} ${form.item.id}`)) return false;
    seen.add(`${place} ${form.item.id}`);
    const range = at.grid.merged(row, column);
    if (!range) return true;
    const items = new Set(
      rows
        .filter((one) => one.at?.grid === at.grid && one.row >= range.top && one.row <= range.bottom)
        .map((one) => one.form.item.id),
    );
    if (items.size < 2) return true;
    const over = mergedOver(at.grid, row, column);
    if (over !== undefined && !told.has(over)) {
      findings.add(
        "E22",
        { label: "自评分", range: over },
        { source: at.grid.source(range.top, range.left) },
      );
      told.add(over);
    }
    return false;
  });
}

/** A form without a register names its documents where they back something. */
function documentsOf(rows: readonly MatchedRow[]): SupportingDocument[] {
  const documents = new Map<string, SupportingDocument>();
  for (const { row, at } of rows) {
    const column = at?.columns.documents;
    if (!at || column === undefined) continue;
    for (const title of namedDocuments(at.grid.text(row, column)))
      if (!documents.has(title))
        documents.set(title, { number: title, title, source: at.grid.source(row, column) });
  }
  return [...documents.values()];
}
