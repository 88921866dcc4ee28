import type { Workbook, Worksheet } from "exceljs";

/** Where something stands in a workbook that was made from the template. */
export interface Place {
  readonly sheet: Worksheet;
  /** What stands behind the exclamation mark. */
  readonly rest: string;
}

export function placeOf(book: Workbook, place: string): Place {
  const [name = "", rest = ""] = place.split("!");
  return { sheet: sheetOf(book, name), rest };
}

export const sheetOf = (book: Workbook, name: string): Worksheet => found(book.getWorksheet(name), name);

/** The row of 指标填报 or 基本信息 that carries this 键, wherever the column has gone. */
export function rowOf(book: Workbook, key: string): { sheet: Worksheet; row: number } {
  for (const sheet of book.worksheets) {
    for (let row = 1; row <= sheet.rowCount; row += 1) {
      for (let column = 1; column <= sheet.columnCount; column += 1) {
        if (sheet.getCell(row, column).text === key) return { sheet, row };
      }
    }
  }
  throw new Error(`no row ${key}`);
}

export function headerRow(sheet: Worksheet): number {
  for (let row = 1; row <= 30; row += 1) {
    for (let column = 1; column <= sheet.columnCount; column += 1) {
      if (["填报值", "内容", "材料名称"].includes(sheet.getCell(row, column).text)) return row;
    }
  }
  throw new Error(`${sheet.name} has no header`);
}

export function columnOf(sheet: Worksheet, header: string): number {
  const row = sheet.getRow(headerRow(sheet));
  for (let column = 1; column <= sheet.columnCount; column += 1) {
    if (row.getCell(column).text === header) return column;
  }
  throw new Error(`${sheet.name} has no column ${header}`);
}

export const valueColumn = (sheet: Worksheet): string => (sheet.name === "基本信息" ? "内容" : "填报值");

export function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`there is no ${what}`);
  return value;
}
