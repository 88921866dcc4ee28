import type { Workbook, Worksheet } from "exceljs";
import { columnLetters } from "../model/column-letters.js";
import { cellText, linesIn } from "../model/form.js";
import { type CellStyle, IDENTITY, NOTICE, TITLE } from "./styles.js";

/** Text, a figure, or nothing. Never a formula: a text stays one, whatever it begins with. */
export type CellValue = string | number | null;

export interface SheetPlan {
  readonly name: string;
  readonly title: string;
  /** The system's notice: under the title of every sheet. */
  readonly notice: string;
  /** By which rules and which program, with their hashes: under the notice of every sheet. */
  readonly identity: string;
  readonly widths: readonly number[];
  /** By column; absent where none is. */
  readonly hidden?: readonly boolean[];
  /** Rows that stay in sight and are printed on every page, title and notice included. */
  readonly headerRows: number;
  /** Columns that stay in sight and are printed on every page. */
  readonly frozenColumns?: number;
  readonly paper?: "A3 landscape" | "A4 portrait";
  readonly pagesWide?: number;
  /** Left part of the footer. */
  readonly footer: string;
}

const A3 = 8;
const A4 = 9;
const MARGINS = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 };

/** A footer holds 255 characters in all. */
const FOOTER_LIMIT = 100;

/** Title, notice, identity. */
export const TOP_ROWS = 3;

/**
 * A sheet that is ready to print, its first three rows written. All that a streaming workbook must know of a
 * sheet is set before its first row.
 */
export function openSheet(book: Workbook, plan: SheetPlan): Worksheet {
  const { headerRows, frozenColumns = 0, paper = "A3 landscape" } = plan;
  const landscape = paper === "A3 landscape";
  const sheet = book.addWorksheet(plan.name, {
    views: [{ state: "frozen", ySplit: headerRows, xSplit: frozenColumns }],
    pageSetup: {
      // The types know fewer paper sizes than the format.
      paperSize: (landscape ? A3 : A4) as never,
      orientation: landscape ? "landscape" : "portrait",
      fitToPage: true,
      fitToWidth: plan.pagesWide ?? 1,
      fitToHeight: 0,
      margins: MARGINS,
      horizontalCentered: true,
      printTitlesRow: `1:${headerRows}`,
      ...(plan.pagesWide && frozenColumns > 0
        ? { printTitlesColumn: `A:${columnLetters(frozenColumns)}` }
        : {}),
    },
    headerFooter: {
      oddFooter: `&L${cellText(plan.footer).slice(0, FOOTER_LIMIT).replaceAll("&", "&&")}&R&P / &N`,
    },
  });
  sheet.columns = plan.widths.map((width, index) => ({ width, hidden: plan.hidden?.[index] ?? false }));
  writeRow(sheet, [plan.title], [TITLE], 28);
  writeRow(sheet, [plan.notice.replace(/\s+/g, " ")], [NOTICE], 20);
  writeRow(sheet, [plan.identity], [IDENTITY], 18);
  return sheet;
}

/** `spans`: 1-based first and last columns that become one cell; a streamed row can't be touched later. */
export function writeRow(
  sheet: Worksheet,
  values: readonly CellValue[],
  styles: readonly CellStyle[],
  height: number,
  spans: readonly (readonly [first: number, last: number])[] = [],
): void {
  const row = sheet.addRow(values.map(cellValue));
  values.forEach((_, index) => {
    row.getCell(index + 1).style = styles[index] ?? {};
  });
  for (const [first, last] of spans) sheet.mergeCells(row.number, first, row.number, last);
  row.height = height;
  row.commit();
}

/** A blank text leaves the cell empty. */
const cellValue = (value: CellValue) => (typeof value === "string" ? cellText(value) || null : value);

const LINE_HEIGHT = 14.5;
const PADDING = 6;
/** The highest row that spreadsheet programs know. */
const HIGHEST = 409;

/** Height of a row in which every text can be read. */
export function heightOf(values: readonly CellValue[], widths: readonly number[], least = 1): number {
  const lines = values.map((value, index) =>
    typeof value === "string" ? linesIn(value, widths[index] ?? 0) : 1,
  );
  return Math.min(HIGHEST, Math.max(least, ...lines) * LINE_HEIGHT + PADDING);
}

/** Streamed sheets are finished here; those in memory have nothing to finish. */
export function closeSheet(sheet: Worksheet): void {
  if ("commit" in sheet) sheet.commit();
}
