import type { Workbook } from "exceljs";
import { DOCUMENT_COLUMNS, SHEETS } from "../model/form.js";
import type { IndicatorSystem } from "../model/indicator-system.js";
import { addSheet, fitRow, HEADER_ROW, put, putHeaders } from "./sheet.js";
import { type Holds, LISTED } from "./styles.js";

/** Ruled rows to start with; the sheet is open, more may follow. */
const ROWS = 200;

export const DOCUMENT_LAYOUT: Record<keyof typeof DOCUMENT_COLUMNS, { width: number; holds: Holds }> = {
  number: { width: 10, holds: "text" },
  item: { width: 14, holds: "text" },
  title: { width: 60, holds: "text" },
  reference: { width: 28, holds: "text" },
  date: { width: 14, holds: "date" },
  place: { width: 60, holds: "text" },
  responsible: { width: 20, holds: "text" },
};

/** Where the columns stand. */
export const DOCUMENT_PLACES = Object.fromEntries(
  Object.keys(DOCUMENT_COLUMNS).map((name, index) => [name, index + 1]),
) as Record<keyof typeof DOCUMENT_COLUMNS, number>;

/** 佐证材料: one document per row, wholly unlocked. */
export function addDocuments(book: Workbook, system: IndicatorSystem): void {
  const columns = Object.values(DOCUMENT_LAYOUT);
  const sheet = addSheet(book, system, {
    name: SHEETS.documents,
    title: "佐证材料（每行登记一份，编号供“指标填报”引用）",
    widths: columns.map(({ width }) => width),
    paper: "A3 landscape",
    headerRows: HEADER_ROW,
  });
  putHeaders(sheet, Object.values(DOCUMENT_COLUMNS));
  for (let row = HEADER_ROW + 1; row <= HEADER_ROW + ROWS; row += 1) {
    columns.forEach(({ holds }, index) => {
      put(sheet, row, index + 1, "", LISTED[holds]);
    });
    fitRow(sheet, row);
  }
}
