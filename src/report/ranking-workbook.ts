import type { stream, Workbook } from "exceljs";
import type { Language } from "../messages/messages.js";
import type { WorkbookLabels } from "../messages/workbook-labels.js";
import type { Results } from "../model/results.js";
import { aboutTable } from "./about-table.js";
import { agreementTable } from "./agreement-table.js";
import { apartTable } from "./apart-table.js";
import { bytesOf, describe, frameOf, newBook } from "./book.js";
import type { Painter } from "./charts/painter.js";
import { writeCharts } from "./charts-sheet.js";
import { disagreementTable } from "./disagreement-table.js";
import { returnedTable } from "./findings-table.js";
import { allGapsTable } from "./gap-table.js";
import { gradeLinesTable } from "./grade-lines-table.js";
import { labelsIn } from "./languages.js";
import { levelOneTable } from "./level-one-table.js";
import { matrixTable } from "./matrix-table.js";
import { rankingTable } from "./ranking-table.js";
import { scoreLedgerTable } from "./score-ledger.js";
import { selfHighTable } from "./self-high-table.js";
import { type Table, writeTable } from "./table.js";
import { verificationTable } from "./verification-table.js";

/** More units are streamed: held in memory, a workbook of thousands of units takes gigabytes. */
const MOST_IN_MEMORY = 400;

/** Must the ranking workbook be streamed? It then has neither bars nor pictures, which can't be streamed. */
export const isStreamed = ({ assessments }: Results): boolean => assessments.length > MOST_IN_MEMORY;

/**
 * Fills a streaming workbook with the ranking (排名总表 and what belongs to it). Every sheet is finished here, and
 * the caller commits the book.
 */
export function streamRankingWorkbook(
  book: stream.xlsx.WorkbookWriter,
  results: Results,
  language: Language,
): void {
  const labels = labelsIn(language);
  const frame = frameOf(results, labels);
  describe(book, results, labels.sheets.ranking);
  writeTable(book, rankingTable(results, labels, false), frame);
  for (const table of tablesOf(results)) writeTable(book, table(results, labels), frame);
}

/** What follows 排名总表, in order; what only some runs have is left out of the others. */
function tablesOf(results: Results): ((results: Results, labels: WorkbookLabels) => Table)[] {
  const { assessments, ranking, agreement = [] } = results;
  const where = <T>(isThere: boolean, table: T): T[] => (isThere ? [table] : []);
  const isSelfScored = assessments.some(({ items }) => items.some(({ self }) => self !== null));
  const isVerified = assessments.some(({ verification }) => verification !== undefined);
  const isDisputed = assessments.some(({ disagreements = [] }) => disagreements.length > 0);
  return [
    levelOneTable,
    matrixTable,
    scoreLedgerTable,
    ...where(isSelfScored, selfHighTable),
    allGapsTable,
    ...where(ranking.lines.length > 0, gradeLinesTable),
    ...where(isVerified, verificationTable),
    ...where(isDisputed, disagreementTable),
    ...where(agreement.length > 0, agreementTable),
    returnedTable,
    apartTable,
    aboutTable,
  ];
}

/**
 * The ranking workbook in memory, with pictures where there is a painter.
 *
 * @returns the bytes of an .xlsx file; the same for the same results
 */
export async function writeRankingWorkbook(
  results: Results,
  language: Language,
  painter?: Painter,
): Promise<Uint8Array> {
  const labels = labelsIn(language);
  const frame = frameOf(results, labels);
  const book: Workbook = await newBook(results, labels.sheets.ranking);
  writeTable(book, rankingTable(results, labels, true), frame);
  if (painter) writeCharts(book, results, labels, frame, painter);
  for (const table of tablesOf(results)) writeTable(book, table(results, labels), frame);
  return bytesOf(book);
}
