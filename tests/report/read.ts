import ExcelJS, { type Worksheet } from "exceljs";
import { strFromU8, unzipSync } from "fflate";

/** Reads a written workbook back; its cells are compared, never its bytes. */
export async function open(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as never);
  return book;
}

export function sheetOf(book: ExcelJS.Workbook, name: string): Worksheet {
  const sheet = book.getWorksheet(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** Values of all rows from `first` on, blank cells as null. */
export function rowsOf(sheet: Worksheet, first: number): unknown[][] {
  return Array.from({ length: sheet.rowCount - first + 1 }, (_, index) =>
    Array.from({ length: sheet.columnCount }, (_, column) => sheet.getCell(first + index, column + 1).value),
  );
}

/** A part of an office document as text. */
export function partOf(document: Uint8Array, name: string): string {
  const part = unzipSync(document)[name];
  if (!part) throw new Error(`no part ${name}`);
  return strFromU8(part);
}
