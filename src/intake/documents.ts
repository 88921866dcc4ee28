import { DOCUMENT_COLUMNS } from "../model/form.js";
import type { SupportingDocument } from "../model/submission.js";
import type { FoundSheet } from "./sheets.js";
import { plain, tidy } from "./text.js";

/** 佐证材料: every row that has a number and says what the document is. */
export function readDocuments(sheet: FoundSheet | undefined): SupportingDocument[] {
  if (!sheet) return [];
  const { grid, header } = sheet;
  const column = (name: string) => header.columns.get(plain(name));
  const numbers = column(DOCUMENT_COLUMNS.number);
  const { title, reference, place } = DOCUMENT_COLUMNS;
  const told = [title, reference, place].map(column);
  const documents: SupportingDocument[] = [];
  for (let row = header.row + 1; row <= grid.lastRow; row += 1) {
    const number = tidy(grid.text(row, numbers));
    const name = told.map((at) => grid.text(row, at)).find((text) => text !== "");
    if (number !== "" && name !== undefined && numbers !== undefined) {
      documents.push({ number, title: name, source: grid.source(row, numbers) });
    }
  }
  return documents;
}

/** The numbers that a cell names, each once: separated by `;` `；` `、` `,` `，` or line breaks. */
export function namedNumbers(text: string): string[] {
  const numbers = tidy(text)
    .split(/[;、,\n\r]+/u)
    .map(tidy);
  return [...new Set(numbers)].filter((number) => number !== "");
}
