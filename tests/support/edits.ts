import type { CellValue, Workbook, Worksheet } from "exceljs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { open, save } from "./county.js";
import { columnOf, found, headerRow, type Place, placeOf, rowOf, sheetOf, valueColumn } from "./places.js";

/** What a case puts into a cell; `null` empties it. */
export type Content =
  | string
  | number
  | boolean
  | null
  | { readonly formula: string; readonly result?: string | number | boolean | { readonly error: string } }
  | { readonly error: string }
  | { readonly date: string }
  | { readonly repeat: string; readonly times: number };

/** One thing that happened to the workbook. Rows of 指标填报 and 基本信息 are named by their 键. */
export type Edit =
  /** Fills cells of one column, 填报值 (内容) unless told. */
  | { readonly set: Readonly<Record<string, Content>>; readonly column?: string; readonly format?: string }
  | { readonly cells: Readonly<Record<string, Content>>; readonly format?: string }
  | { readonly merge: string }
  /** `指标填报`, `指标填报!4` or `指标填报!I` */
  | { readonly hide: string }
  /** Before this row: `指标填报!4`. */
  | { readonly insertRows: string; readonly rows: readonly (readonly Content[])[] }
  | { readonly deleteRows: readonly string[] }
  /** The data rows of a sheet from the last to the first. */
  | { readonly reverseRows: string }
  /** Pastes the cells of one row over those of another; all of them unless columns are named. */
  | { readonly copyRow: readonly [from: string, to: string]; readonly columns?: readonly string[] }
  /** Before the column with this header: `指标填报!填报值`. */
  | {
      readonly insertColumn: string;
      readonly header: string;
      readonly values?: Readonly<Record<string, Content>>;
    }
  | { readonly deleteColumn: string }
  /** Puts one column before another. */
  | { readonly moveColumn: readonly [column: string, before: string] }
  | { readonly renameSheet: readonly [from: string, to: string] }
  | { readonly copySheet: readonly [from: string, to: string] }
  | { readonly addSheet: string; readonly rows: readonly (readonly Content[])[] }
  | { readonly deleteSheet: string }
  | { readonly date1904: true }
  /** What exceljs can't write: replaces a piece of a part's XML that stands there once. */
  | { readonly part: string; readonly replace: string; readonly with: string };

export async function edited(bytes: Uint8Array, edits: readonly Edit[]): Promise<Uint8Array> {
  const inXml = edits.filter((edit) => "part" in edit);
  const inBook = edits.filter((edit) => !("part" in edit));
  let result = bytes;
  if (inBook.length > 0) {
    const book = await open(bytes);
    for (const edit of inBook) apply(book, edit);
    result = await save(book);
  }
  return inXml.length > 0 ? inParts(result, inXml) : result;
}

function inParts(bytes: Uint8Array, edits: readonly Extract<Edit, { part: string }>[]): Uint8Array {
  const parts = unzipSync(bytes);
  for (const edit of edits) {
    const xml = strFromU8(found(parts[edit.part], edit.part));
    if (xml.split(edit.replace).length !== 2) throw new Error(`${edit.part} has not one ${edit.replace}`);
    parts[edit.part] = strToU8(xml.replace(edit.replace, edit.with));
  }
  return zipSync(parts, { level: 1 });
}

function apply(book: Workbook, edit: Edit): void {
  if ("set" in edit) {
    for (const [key, content] of Object.entries(edit.set)) {
      const { sheet, row } = rowOf(book, key);
      put(sheet, row, columnOf(sheet, edit.column ?? valueColumn(sheet)), content, edit.format);
    }
  } else if ("cells" in edit) {
    for (const [address, content] of Object.entries(edit.cells)) {
      const { sheet, rest } = placeOf(book, address);
      const cell = sheet.getCell(rest);
      put(sheet, Number(cell.row), Number(cell.col), content, edit.format);
    }
  } else if ("merge" in edit) {
    const { sheet, rest } = placeOf(book, edit.merge);
    sheet.mergeCells(rest);
  } else if ("hide" in edit) hide(book, edit.hide);
  else if ("insertRows" in edit) {
    const { sheet, rest } = placeOf(book, edit.insertRows);
    const rows = edit.rows.map((row) => row.map((content) => ({ content })));
    rewrite(sheet, (matrix) => matrix.splice(Number(rest) - 1, 0, ...rows));
  } else if ("deleteRows" in edit) {
    for (const key of edit.deleteRows) {
      const { sheet, row } = rowOf(book, key);
      rewrite(sheet, (matrix) => matrix.splice(row - 1, 1));
    }
  } else if ("reverseRows" in edit) {
    const sheet = sheetOf(book, edit.reverseRows);
    rewrite(sheet, (matrix) => matrix.push(...matrix.splice(headerRow(sheet)).reverse()));
  } else if ("copyRow" in edit) copyRow(book, edit.copyRow, edit.columns);
  else changeLayout(book, edit);
}

function changeLayout(book: Workbook, edit: Edit): void {
  if ("insertColumn" in edit) {
    const { sheet, rest } = placeOf(book, edit.insertColumn);
    const at = columnOf(sheet, rest);
    const header = headerRow(sheet);
    rewrite(sheet, (matrix) => {
      for (const [index, row] of matrix.entries()) {
        row.splice(at - 1, 0, { content: index + 1 === header ? edit.header : null });
      }
    });
    for (const [key, content] of Object.entries(edit.values ?? {}))
      put(sheet, rowOf(book, key).row, at, content);
  } else if ("deleteColumn" in edit) {
    const { sheet, rest } = placeOf(book, edit.deleteColumn);
    const at = columnOf(sheet, rest);
    rewrite(sheet, (matrix) => matrix.forEach((row) => void row.splice(at - 1, 1)));
  } else if ("moveColumn" in edit) {
    const [{ sheet, rest }, target] = edit.moveColumn.map((one) => placeOf(book, one)) as [Place, Place];
    const [from, to] = [columnOf(sheet, rest), columnOf(sheet, target.rest)];
    rewrite(sheet, (matrix) => {
      for (const row of matrix) row.splice(to > from ? to - 2 : to - 1, 0, ...row.splice(from - 1, 1));
    });
  } else if ("renameSheet" in edit) sheetOf(book, edit.renameSheet[0]).name = edit.renameSheet[1];
  else if ("copySheet" in edit) {
    const rows = matrixOf(sheetOf(book, edit.copySheet[0]));
    write(book.addWorksheet(edit.copySheet[1]), rows);
  } else if ("addSheet" in edit) {
    write(
      book.addWorksheet(edit.addSheet),
      edit.rows.map((row) => row.map((content) => ({ content }))),
    );
  } else if ("deleteSheet" in edit) book.removeWorksheet(sheetOf(book, edit.deleteSheet).id);
  else if ("date1904" in edit) book.properties.date1904 = true;
}

interface Piece {
  readonly content: Content | CellValue;
  readonly format?: string;
}

function matrixOf(sheet: Worksheet): Piece[][] {
  return Array.from({ length: sheet.rowCount }, (_, row) =>
    Array.from({ length: sheet.columnCount }, (_, column) => {
      const { value, numFmt } = sheet.getCell(row + 1, column + 1);
      return { content: value, ...(numFmt ? { format: numFmt } : {}) };
    }),
  );
}

/** Moves contents with their formats; widths and heights stay where they are. */
function rewrite(sheet: Worksheet, change: (matrix: Piece[][]) => unknown): void {
  const matrix = matrixOf(sheet);
  const [rows, columns] = [sheet.rowCount, sheet.columnCount];
  change(matrix);
  for (let row = 1; row <= rows; row += 1) {
    for (let column = 1; column <= columns; column += 1) sheet.getCell(row, column).value = null;
  }
  write(sheet, matrix);
}

function write(sheet: Worksheet, matrix: readonly (readonly Piece[])[]): void {
  matrix.forEach((pieces, row) => {
    pieces.forEach(({ content, format }, column) => {
      const cell = sheet.getCell(row + 1, column + 1);
      cell.value = toValue(content);
      cell.style = format === undefined ? {} : { numFmt: format };
    });
  });
}

function put(sheet: Worksheet, row: number, column: number, content: Content, format?: string): void {
  const cell = sheet.getCell(row, column);
  cell.value = toValue(content);
  // exceljs lets cells share a style: changing it in place would change them all.
  if (format !== undefined) cell.style = { ...cell.style, numFmt: format };
}

function toValue(content: Content | CellValue): CellValue {
  if (typeof content !== "object" || content === null) return content;
  if ("date" in content) return new Date(`${String(content.date)}T00:00:00Z`);
  if ("repeat" in content) return content.repeat.repeat(content.times);
  return content as CellValue;
}

function hide(book: Workbook, place: string): void {
  const { sheet, rest } = placeOf(book, place);
  if (rest === "") sheet.state = "hidden";
  else if (/^\d+$/.test(rest)) sheet.getRow(Number(rest)).hidden = true;
  else sheet.getColumn(rest).hidden = true;
}

function copyRow(book: Workbook, [from, to]: readonly [string, string], columns?: readonly string[]): void {
  const source = rowOf(book, from);
  const target = rowOf(book, to);
  const all = Array.from({ length: source.sheet.columnCount }, (_, index) => index + 1);
  for (const column of columns?.map((header) => columnOf(source.sheet, header)) ?? all) {
    const { value, numFmt } = source.sheet.getCell(source.row, column);
    put(target.sheet, target.row, column, value as Content, numFmt);
  }
}
