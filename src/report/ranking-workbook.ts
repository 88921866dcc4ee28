import type { stream, Workbook } from "exceljs";
import type { Language } from "../messages/messages.js";
import type { WorkbookLabels } from "../messages/workbook-labels.js";
import type { Results } from "../model/results.js";
import { aboutTable } from "./about-table.js";
import { agreementTable } from "./agreement-table.js";
import { apartTable } from "./apart-table.js";
import { bytesOf, frameOf, newBook } from "./book.js";
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
  for (const table of tablesOf(results)) writeTable(book, table(results, labels), frame);
}

/** In order; what only some runs have is left out of the others. */
function tablesOf(results: Results): ((results: Results, labels: WorkbookLabels) => Table)[] {
  const { assessments, ranking, agreement = [] } = results;
  const where = <T>(isThere: boolean, table: T): T[] => (isThere ? [table] : []);
  const isSelfScored = assessments.some(({ items }) => items.some(({ self }) => self !== null));
  const isVerified = assessments.some(({ verification }) => verification !== undefined);
  const isDisputed = assessments.some(({ disagreements = [] }) => disagreements.length > 0);
  return [
    rankingTable,
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

/** The ranking workbook in memory: the bytes of an .xlsx file. */
export async function writeRankingWorkbook(results: Results, language: Language): Promise<Uint8Array> {
  const book = await newBook();
  fillRankingWorkbook(book, results, labelsIn(language));
  return bytesOf(book);
}
