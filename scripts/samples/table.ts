import type { Cell, Worksheet } from "exceljs";
import type { CellContent } from "./answers.js";

/** A sheet seen as a table: columns by header text, rows by the text of one of its columns. */
export class Table {
  readonly headerRow: number;
  readonly #sheet: Worksheet;
  readonly #columns = new Map<string, number>();
  readonly #rows = new Map<string, number>();

  /** @param key header of the column that names the rows */
  constructor(sheet: Worksheet, key: string) {
    this.#sheet = sheet;
    this.headerRow = headerRowOf(sheet, key);
    sheet.getRow(this.headerRow).eachCell((cell, column) => {
      this.#columns.set(cell.text, column);
    });
    for (let row = this.headerRow + 1; row <= sheet.rowCount; row += 1) {
      const text = sheet.getCell(row, this.#column(key)).text;
      if (text !== "") this.#rows.set(text, row);
    }
  }

  rowOf(key: string): number {
    return found(this.#rows.get(key), this.#sheet, key);
  }

  /** Writes into one cell; `undefined` leaves it as it is. */
  put(row: number, column: string, content: CellContent | undefined, format?: string): void {
    if (content === undefined) return;
    const cell: Cell = this.#sheet.getCell(row, this.#column(column));
    cell.value = content;
    if (content instanceof Date) cell.numFmt = "yyyy-mm-dd";
    // Cells share their styles, so that a format set on one would be that of all.
    if (format !== undefined) cell.style = { ...cell.style, numFmt: format };
  }

  #column(name: string): number {
    return found(this.#columns.get(name), this.#sheet, name);
  }
}

function headerRowOf(sheet: Worksheet, name: string): number {
  for (let row = 1; row <= 30; row += 1) {
    for (let column = 1; column <= sheet.columnCount; column += 1) {
      if (sheet.getCell(row, column).text === name) return row;
    }
  }
  throw new Error(`${sheet.name}: no ${name}`);
}

function found<T>(value: T | undefined, sheet: Worksheet, name: string): T {
  if (value === undefined) throw new Error(`${sheet.name}: no ${name}`);
  return value;
}
