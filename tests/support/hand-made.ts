import ExcelJS, { type CellValue } from "exceljs";
import { messagesIn } from "../../src/messages/languages.js";
import type { Finding } from "../../src/model/finding.js";
import {
  type AssessorRow,
  answerHeaders,
  assessorRows,
  BASICS,
  BASICS_COLUMNS,
  COLUMNS,
  DOCUMENT_COLUMNS,
  formRows,
  GUIDE,
  SHEETS,
  VERIFICATION_COLUMNS,
} from "../../src/model/form.js";
import type { IndicatorSystem } from "../../src/model/indicator-system.js";
import { save } from "./county.js";

/** What stands in one row, by header. */
export type Filled = Readonly<Record<string, CellValue>>;
type Rows = readonly (readonly CellValue[])[];

/** A workbook by the words of the form, made here and not by the writer of templates. */
export interface HandMade {
  /** By 键, what stands in 指标填报 beside what every row says of itself. */
  readonly answers?: Readonly<Record<string, Filled>>;
  /** Rows that are not there. */
  readonly without?: (row: AssessorRow) => boolean;
  /** Further rows of 指标填报, by header. */
  readonly more?: readonly Filled[];
  /** The assessor's copy: further columns and rows. */
  readonly copy?: boolean;
  readonly guide?: Readonly<Record<string, string>>;
  /** 内容 by 项目. */
  readonly basics?: Readonly<Record<string, CellValue>>;
  /** Sheets as they are, by name. */
  readonly sheets?: Readonly<Record<string, Rows>>;
  /** `执法案件!A2:A3` */
  readonly merge?: readonly string[];
  /** `执法案件!3`: a row. */
  readonly hide?: readonly string[];
}

export async function handMade(system: IndicatorSystem, made: HandMade): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const guide = { [GUIDE.id]: system.id, [GUIDE.version]: system.version, [GUIDE.formHash]: system.formHash };
  addRows(book, SHEETS.guide, Object.entries({ ...guide, ...made.guide }));
  const basics = { [BASICS.name]: "甲县", [BASICS.code]: "110101", 类别: "县", ...made.basics };
  addRows(book, SHEETS.basics, [[BASICS_COLUMNS.label, BASICS_COLUMNS.value], ...Object.entries(basics)]);
  addRows(book, SHEETS.answers, answerRows(system, made));
  addRows(book, SHEETS.documents, [Object.values(DOCUMENT_COLUMNS), ["1", "1.1", "案件台账"]]);
  for (const [name, rows] of Object.entries(made.sheets ?? {})) addRows(book, name, rows);
  for (const range of made.merge ?? []) {
    const [name = "", cells = ""] = range.split("!");
    book.getWorksheet(name)?.mergeCells(cells);
  }
  for (const row of made.hide ?? []) {
    const [name = "", number = ""] = row.split("!");
    const hidden = book.getWorksheet(name)?.getRow(Number(number));
    if (hidden) hidden.hidden = true;
  }
  return save(book);
}

function answerRows(system: IndicatorSystem, { answers = {}, without, more = [], copy }: HandMade): Rows {
  const headers = [...answerHeaders(system), ...(copy ? Object.values(VERIFICATION_COLUMNS) : [])];
  const form = [...formRows(system), ...(copy ? assessorRows(system) : [])].filter((row) => !without?.(row));
  const known = form.map(({ key, item, label }) => ({
    [COLUMNS.item]: item.id,
    [COLUMNS.field]: label,
    [COLUMNS.key]: key,
    ...answers[key],
  }));
  const unknown = Object.keys(answers).filter((key) => !form.some((row) => row.key === key));
  if (unknown.length > 0) throw new Error(`no rows ${unknown.join(", ")}`);
  return [headers, ...[...known, ...more].map((row: Filled) => headers.map((header) => row[header] ?? null))];
}

function addRows(book: ExcelJS.Workbook, name: string, rows: Rows): void {
  const sheet = book.addWorksheet(name);
  for (const row of rows) sheet.addRow([...row]);
}

/** A workbook of sheets as they are. */
export async function bookOf(
  sheets: Readonly<Record<string, Rows>>,
  merge: string[] = [],
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(sheets)) addRows(book, name, rows);
  for (const range of merge) {
    const [name = "", cells = ""] = range.split("!");
    book.getWorksheet(name)?.mergeCells(cells);
  }
  return save(book);
}

/** Each finding as its code and what the user is told; the file is left out. */
export function toldIn(findings: readonly Finding[], language: "zh-CN" | "en" = "zh-CN"): string[] {
  const messages = messagesIn(language);
  return findings.map(({ code, sheet, cell, params }) => {
    const place = cell === undefined ? (sheet ?? "") : `${sheet}!${cell}`;
    return `${code} ${place}：${messages.findings[code](params)}`;
  });
}
