import type ExcelJS from "exceljs";
import type { WorkbookLabels } from "../messages/workbook-labels.js";
import type { Results } from "../model/results.js";
import { stylesFor } from "./styles.js";
import type { Frame } from "./table.js";

/** A workbook tells when it was made; the same results give the same workbook. */
const NO_DATE = new Date(Date.UTC(2000, 0, 1));

export async function newBook(): Promise<ExcelJS.Workbook> {
  // Loaded where a workbook is written: it takes longer than everything else that a command needs.
  const { default: exceljs } = await import("exceljs");
  const book = new exceljs.Workbook();
  book.created = NO_DATE;
  book.modified = NO_DATE;
  return book;
}

export const bytesOf = async (book: ExcelJS.Workbook): Promise<Uint8Array> =>
  new Uint8Array(await book.xlsx.writeBuffer());

/** What the sheets of one workbook share. */
export function frameOf({ system, engine }: Results, { words }: WorkbookLabels): Frame {
  return {
    notice: system.notice,
    footer: `${system.id} ${system.version} · ${engine.name} ${engine.version}`,
    styles: stylesFor(system.digits),
    none: words.none,
  };
}
