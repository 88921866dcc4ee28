import type ExcelJS from "exceljs";
import type { stream } from "exceljs";
import type { WorkbookLabels } from "../messages/workbook-labels.js";
import type { Results } from "../model/results.js";
import { settle } from "./settle.js";
import { stylesFor } from "./styles.js";
import type { Frame } from "./table.js";

/** A workbook tells when it was made; the same results give the same workbook. */
const NO_DATE = new Date(Date.UTC(2000, 0, 1));

/** A workbook with its document properties. */
export async function newBook(results: Results, subject: string): Promise<ExcelJS.Workbook> {
  // Loaded where a workbook is written: it takes longer than everything else that a command needs.
  const { default: exceljs } = await import("exceljs");
  const book = new exceljs.Workbook();
  describe(book, results, subject);
  return book;
}

/** Document properties: what it is, by which rules, made by what. */
export function describe(
  book: ExcelJS.Workbook | stream.xlsx.WorkbookWriter,
  { system, engine }: Results,
  subject: string,
): void {
  book.created = NO_DATE;
  book.modified = NO_DATE;
  book.creator = `${engine.name} ${engine.version}`;
  book.lastModifiedBy = book.creator;
  book.title = `${system.title} · ${subject}`;
  book.subject = subject;
  book.company = system.issuer ?? "";
  book.keywords = `${system.id} ${system.version} ${system.sha256}`;
  book.description = system.notice;
}

/** Packed once, when it is settled. */
export const bytesOf = async (book: ExcelJS.Workbook): Promise<Uint8Array> =>
  settle(new Uint8Array(await book.xlsx.writeBuffer({ zip: { compression: "STORE" } })));

/** What the sheets of one workbook share. */
export function frameOf({ system, engine }: Results, { words, sentences }: WorkbookLabels): Frame {
  return {
    notice: system.notice,
    identity: sentences.identity({
      system: `${system.id} ${system.version}`,
      sha256: system.sha256,
      engine: `${engine.name} ${engine.version}`,
      ...(system.overlay ? { overlay: system.overlay.sha256 } : {}),
    }),
    footer: `${system.id} ${system.version} · ${engine.name} ${engine.version}`,
    styles: stylesFor(system.digits),
    none: words.none,
  };
}
