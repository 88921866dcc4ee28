import { DOCUMENT_COLUMNS } from "../model/form.js";
import type { SupportingDocument } from "../model/submission.js";
import { readDate } from "./dates.js";
import { type Grid, textOf } from "./grid.js";
import type { FoundSheet } from "./sheets.js";
import { plain, tidy, trimmed } from "./text.js";

/** 佐证材料: every row that has a number and says what the document is. */
export function readDocuments(sheet: FoundSheet | undefined, date1904: boolean): SupportingDocument[] {
  if (!sheet) return [];
  const { grid, header } = sheet;
  const column = (name: string) => header.columns.get(plain(name));
  const numbers = column(DOCUMENT_COLUMNS.number);
  const { title, reference, place } = DOCUMENT_COLUMNS;
  const told = [title, reference, place].map(column);
  const columns = Object.entries(DOCUMENT_COLUMNS).map(([name, title]) => [name, column(title)] as const);
  const documents: SupportingDocument[] = [];
  for (let row = header.row + 1; row <= grid.lastRow; row += 1) {
    const number = tidy(grid.text(row, numbers));
    if (number === "" || numbers === undefined) continue;
    const name = told.map((at) => grid.text(row, at)).find((text) => text !== "");
    if (name !== undefined) {
      const cells = cellsOf(grid, row, columns, date1904);
      documents.push({ number, title: name, cells, source: grid.source(row, numbers) });
    }
  }
  return documents;
}

/** What a row says, column by column; a day as a day, not as the number that is stored for it. */
function cellsOf(
  grid: Grid,
  row: number,
  columns: readonly (readonly [name: string, column: number | undefined])[],
  date1904: boolean,
): NonNullable<SupportingDocument["cells"]> {
  return Object.fromEntries(
    columns.flatMap(([name, column]) => {
      const cell = grid.cell(row, column);
      const day = cell?.kind === "number" && name === "date" ? readDate(cell, date1904) : undefined;
      const text = typeof day === "string" ? day : trimmed(textOf(cell));
      return text === "" ? [] : [[name, text]];
    }),
  );
}

/** The documents that a cell names by their titles, which may hold `、` and `,`: by `;` `；` or line breaks. */
export function namedDocuments(text: string): string[] {
  return [...new Set(text.split(/[;；\n\r]+/u).map(trimmed))].filter((title) => title !== "");
}

/** The numbers that a cell names, each once: separated by `;` `；` `、` `,` `，` or line breaks. */
export function namedNumbers(text: string): string[] {
  const numbers = tidy(text)
    .split(/[;、,\n\r]+/u)
    .map(tidy);
  return [...new Set(numbers)].filter((number) => number !== "");
}
