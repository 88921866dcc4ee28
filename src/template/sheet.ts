import type { Style, Workbook, Worksheet, WorksheetProtection } from "exceljs";
import { cellText, linesIn } from "../model/form.js";
import type { IndicatorSystem } from "../model/indicator-system.js";
import { HEADER, NOTICE, TITLE } from "./styles.js";

/** Rows above the data of every sheet: the title, the notice, the headers. */
export const HEADER_ROW = 3;

const A3 = 8;
const A4 = 9;
const MARGINS = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 };

export interface SheetPlan {
  readonly name: string;
  readonly title: string;
  readonly widths: readonly number[];
  readonly paper: "A3 landscape" | "A4 portrait";
  /** Rows that stay in sight and are printed on every page. */
  readonly headerRows?: number;
  readonly frozenColumns?: number;
  readonly hiddenColumn?: number;
}

/** A sheet that is ready to print, with its title and the system's notice in the first two rows. */
export function addSheet(book: Workbook, system: IndicatorSystem, plan: SheetPlan): Worksheet {
  const { headerRows = 0, frozenColumns = 0 } = plan;
  const landscape = plan.paper === "A3 landscape";
  const sheet = book.addWorksheet(plan.name, {
    views: headerRows > 0 ? [{ state: "frozen", ySplit: headerRows, xSplit: frozenColumns }] : [],
    pageSetup: {
      paperSize: (landscape ? A3 : A4) as never,
      orientation: landscape ? "landscape" : "portrait",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: MARGINS,
      horizontalCentered: true,
      ...(headerRows > 0 ? { printTitlesRow: `1:${headerRows}` } : {}),
    },
    headerFooter: {
      oddFooter: `&L${footerText(`${system.id} ${system.version}`)}&R第 &P 页，共 &N 页`,
    },
  });
  sheet.columns = plan.widths.map((width, index) => ({ width, hidden: index + 1 === plan.hiddenColumn }));
  put(sheet, 1, 1, plan.title, TITLE);
  put(sheet, 2, 1, system.notice.replace(/\s+/g, " "), NOTICE);
  sheet.getRow(1).height = 28;
  sheet.getRow(2).height = 20;
  return sheet;
}

/** A footer holds 255 characters in all. */
const FOOTER_LIMIT = 100;
const footerText = (text: string) => cellText(text).slice(0, FOOTER_LIMIT).replaceAll("&", "&&");

/** Writes a figure or a text; a text stays one, whatever it begins with. */
export function put(
  sheet: Worksheet,
  row: number,
  column: number,
  value: string | number,
  style: Partial<Style>,
): void {
  const cell = sheet.getCell(row, column);
  cell.value = value === "" ? null : typeof value === "string" ? cellText(value) : value;
  cell.style = style;
}

/** The headers of a table, in one row. */
export function putHeaders(sheet: Worksheet, headers: readonly string[], row = HEADER_ROW): void {
  headers.forEach((header, index) => {
    put(sheet, row, index + 1, header, HEADER);
  });
  fitRow(sheet, row);
}

/** Filter buttons on a table's headers. */
export function filterRows(sheet: Worksheet, columns: number, rows: number, headerRow = HEADER_ROW): void {
  sheet.autoFilter = {
    from: { row: headerRow, column: 1 },
    to: { row: headerRow + Math.max(rows, 1), column: columns },
  };
}

const LINE_HEIGHT = 14.5;
const PADDING = 6;
/** The highest row that spreadsheet programs know. */
const HIGHEST = 409;

/** Makes a row high enough for what stands in it, and for handwriting if it is empty. */
export function fitRow(sheet: Worksheet, number: number, least = 1): void {
  const row = sheet.getRow(number);
  let lines = least;
  row.eachCell((cell, column) => {
    const width = sheet.getColumn(column).width ?? 0;
    if (typeof cell.value === "string") lines = Math.max(lines, linesIn(cell.value, width));
  });
  row.height = Math.min(HIGHEST, lines * LINE_HEIGHT + PADDING);
}

/** Keeps locked cells from being changed by mistake. No password: it is a guard rail, not a lock. */
export async function protect(sheet: Worksheet): Promise<void> {
  const allowed: Partial<WorksheetProtection> = {
    formatColumns: true,
    formatRows: true,
    sort: true,
    autoFilter: true,
  };
  await sheet.protect("", allowed);
}
