import type { stream, Workbook } from "exceljs";
import type { Language } from "../messages/messages.js";
import type { WorkbookLabels } from "../messages/workbook-labels.js";
import type { Results } from "../model/results.js";
import { aboutTable } from "./about-table.js";
import { apartTable } from "./apart-table.js";
import { bytesOf, frameOf, newBook } from "./book.js";
import { returnedTable } from "./findings-table.js";
import { allGapsTable } from "./gap-table.js";
import { labelsIn } from "./languages.js";
import { levelOneTable } from "./level-one-table.js";
import { matrixTable } from "./matrix-table.js";
import { rankingTable } from "./ranking-table.js";
import { writeTable } from "./table.js";

/**
 * Fills the ranking workbook (排名总表 and what belongs to it). With a streaming workbook every sheet is
 * finished here, and the caller commits the book; large runs are written that way.
 */
export function fillRankingWorkbook(
  book: Workbook | stream.xlsx.WorkbookWriter,
  results: Results,
  labels: WorkbookLabels,
): void {
  const frame = frameOf(results, labels);
  const tables = [
    rankingTable,
    levelOneTable,
    matrixTable,
    allGapsTable,
    returnedTable,
    apartTable,
    aboutTable,
  ];
  for (const table of tables) writeTable(book, table(results, labels), frame);
}

/** The ranking workbook in memory: the bytes of an .xlsx file. */
export async function writeRankingWorkbook(results: Results, language: Language): Promise<Uint8Array> {
  const book = await newBook();
  fillRankingWorkbook(book, results, labelsIn(language));
  return bytesOf(book);
}
