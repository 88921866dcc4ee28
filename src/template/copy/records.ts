import type { Workbook } from "exceljs";
import { RECORDS_COLUMNS, recordsSheet } from "../../model/form.js";
import type { IndicatorSystem } from "../../model/indicator-system.js";
import type { RecordRow, Submission } from "../../model/submission.js";
import { rowKey } from "../../model/verification.js";
import { type Records, recordsHeaders, recordsWidths } from "../records.js";
import { addSheet, filterRows, fitRow, HEADER_ROW, protect, put, putHeaders } from "../sheet.js";
import { CENTRED, OPTIONAL, REFUSED, TEXT } from "../styles.js";
import { validateRows, verdicts } from "../validation.js";
import { SIGNED, VERDICT } from "./columns.js";
import { shown } from "./shown.js";

const VERIFICATION = [VERDICT, SIGNED.reason, SIGNED.verifier, SIGNED.date];
const HOLDS = ["text", "note", "text", "date"] as const;
const KEY_WIDTH = 24;

/** One sheet per `records` field with every row as the unit wrote it; single rows can be rejected. */
export async function copyRecords(
  book: Workbook,
  system: IndicatorSystem,
  { field }: Records,
  submission: Submission,
  title: string,
): Promise<void> {
  const rows = submission.records.get(field.fact) ?? [];
  const own = recordsHeaders(field);
  const headers = [...own, ...VERIFICATION.map(({ header }) => header), RECORDS_COLUMNS.key];
  const sheet = addSheet(book, system, {
    name: recordsSheet(field),
    title,
    widths: [...recordsWidths(field), ...VERIFICATION.map(({ width }) => width), KEY_WIDTH],
    paper: "A3 landscape",
    headerRows: HEADER_ROW,
    frozenColumns: 1,
    hiddenColumn: headers.length,
  });
  putHeaders(sheet, headers);
  rows.forEach((row, index) => {
    const number = HEADER_ROW + 1 + index;
    put(sheet, number, 1, index + 1, CENTRED);
    field.columns.forEach((column, at) => {
      const { value, style } = cellOf(row, column);
      put(sheet, number, at + 2, value, style);
    });
    HOLDS.forEach((held, at) => {
      put(sheet, number, own.length + 1 + at, "", OPTIONAL[held]);
    });
    fitRow(sheet, number);
    put(sheet, number, headers.length, rowKey(row.source), TEXT);
  });
  validateRows(sheet, own.length + 1, HEADER_ROW + 1, rows, verdicts);
  filterRows(sheet, headers.length, rows.length);
  await protect(sheet);
}

function cellOf({ cells }: RecordRow, { fact, type }: Records["field"]["columns"][number]) {
  const answer = cells.get(fact);
  return {
    value: answer ? shown(answer, type) : "",
    style: answer?.status === "refused" ? REFUSED : type === "text" ? TEXT : CENTRED,
  };
}
