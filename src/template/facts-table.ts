import type { IndicatorSystem } from "../model/indicator-system.js";
import type { UnitIdentity } from "../model/submission.js";
import { bytesOf, newBook } from "./book.js";
import { FACTS_HEADERS, factRowsOf } from "./facts-rows.js";
import { holds } from "./holds.js";
import { addSheet, filterRows, fitRow, HEADER_ROW, put, putHeaders } from "./sheet.js";
import { LISTED, REQUIRED, TEXT } from "./styles.js";
import { validateRows, validation } from "./validation.js";

const SHEET = "评估数据";
const WIDTHS = [18, 26, 16, 40, 22, 40, 50];
const OPEN = { code: 1, value: 3, source: 4 };

/**
 * The table in which assessors and third parties give their facts (`--facts`): one row per unit and fact; one
 * block without a code where no unit is named. The sheet is open: rows can be added and copied.
 *
 * @returns the bytes of an .xlsx file
 */
export async function writeFactsTable(
  system: IndicatorSystem,
  units: readonly UnitIdentity[],
): Promise<Uint8Array> {
  const rows = factRowsOf(system, units);
  const book = await newBook();
  const sheet = addSheet(book, system, {
    name: SHEET,
    title: `${system.title} · 评估方、第三方提供的数据`,
    widths: WIDTHS,
    paper: "A3 landscape",
    headerRows: HEADER_ROW,
  });
  putHeaders(sheet, FACTS_HEADERS);
  rows.forEach(({ cells, field }, index) => {
    const number = HEADER_ROW + 1 + index;
    cells.forEach((text, at) => {
      put(sheet, number, at + 1, text, TEXT);
    });
    sheet.getCell(number, OPEN.code).style = LISTED.text;
    sheet.getCell(number, OPEN.value).style = REQUIRED[holds(field)];
    sheet.getCell(number, OPEN.source).style = REQUIRED.note;
    fitRow(sheet, number);
  });
  validateRows(sheet, OPEN.value, HEADER_ROW + 1, rows, ({ field, part }) => validation(field, part));
  filterRows(sheet, FACTS_HEADERS.length, rows.length);
  return bytesOf(book);
}

const MARK = "\uFEFF";
const LINE_END = "\r\n";

/** The same table as CSV: UTF-8 with a byte order mark, so that Excel knows its encoding; CRLF. */
export function factsCsv(system: IndicatorSystem, units: readonly UnitIdentity[]): string {
  const lines = [FACTS_HEADERS, ...factRowsOf(system, units).map(({ cells }) => cells)];
  return MARK + lines.map((cells) => cells.map(csvCell).join(",") + LINE_END).join("");
}

/** A text from outside is never a formula, whatever it begins with. */
function csvCell(text: string): string {
  const safe = /^[=+\-@＝＋－＠\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
