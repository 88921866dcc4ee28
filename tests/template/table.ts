import type { Cell, Workbook, Worksheet } from "exceljs";
import { sheetOf } from "../support/places.js";

/** A sheet by headers and, where it has one, by its hidden key. */
export class Table {
  readonly sheet: Worksheet;
  readonly headers: readonly string[];

  constructor(
    book: Workbook,
    name: string,
    readonly headerRow = 3,
  ) {
    this.sheet = sheetOf(book, name);
    this.headers = this.row(headerRow).map(String);
  }

  /** The contents of a row from the first column to the last one with a header. */
  row(number: number): unknown[] {
    const width = number === this.headerRow ? this.sheet.columnCount : this.headers.length;
    return Array.from({ length: width }, (_, index) => this.sheet.getCell(number, index + 1).value);
  }

  column(header: string): unknown[] {
    const at = this.at(header);
    const rows = this.sheet.rowCount - this.headerRow;
    return Array.from(
      { length: rows },
      (_, index) => this.sheet.getCell(this.headerRow + 1 + index, at).value,
    );
  }

  cell(key: string, header: string, by = "键"): Cell {
    const index = this.column(by).indexOf(key);
    if (index < 0) throw new Error(`no row ${key}`);
    return this.sheet.getCell(this.headerRow + 1 + index, this.at(header));
  }

  at(header: string): number {
    const index = this.headers.indexOf(header);
    if (index < 0) throw new Error(`no column ${header}`);
    return index + 1;
  }

  /** The rows, by key, whose cell in this column is open. */
  open(header: string, by = "键"): string[] {
    return this.column(by)
      .map(String)
      .filter((key) => isOpen(this.cell(key, header, by)));
  }

  /** Every open column, from left to right. */
  openColumns(): string[] {
    return this.headers.filter((header) =>
      this.column(header).some((_, index) =>
        isOpen(this.sheet.getCell(this.headerRow + 1 + index, this.at(header))),
      ),
    );
  }
}

export const isOpen = (cell: Cell): boolean => cell.protection?.locked === false;

export const isProtected = (sheet: Worksheet): boolean =>
  (sheet as unknown as { sheetProtection?: { sheet?: boolean } }).sheetProtection?.sheet === true;

/** The lines of 填报说明: label to text. */
export function linesOf(sheet: Worksheet): Map<string, string> {
  const lines = new Map<string, string>();
  sheet.eachRow((row) => void lines.set(row.getCell(1).text, row.getCell(2).text));
  return lines;
}
