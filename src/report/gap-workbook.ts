import type { Language } from "../messages/messages.js";
import type { Results } from "../model/results.js";
import { bytesOf, frameOf, newBook } from "./book.js";
import type { Painter } from "./charts/painter.js";
import { findingsTable } from "./findings-table.js";
import { gapTable } from "./gap-table.js";
import { labelsIn } from "./languages.js";
import { ledgerTable, remedyDataTable } from "./ledger-table.js";
import { writeOverview } from "./overview-sheet.js";
import { unitLedgerTable } from "./score-ledger.js";
import { standings } from "./standings.js";
import { writeTable } from "./table.js";
import { unitVerificationTable } from "./verification-table.js";

/**
 * The workbook that one unit works with: 得分概览, 差距清单, 整改台账, 整改数据, 分数台账, 核查记录 (where there was
 * verification), 填报问题.
 *
 * @param unitCode code of an assessed unit; a RangeError is thrown for any other
 * @returns the bytes of an .xlsx file
 */
export async function writeGapWorkbook(
  results: Results,
  unitCode: string,
  language: Language,
  painter?: Painter,
): Promise<Uint8Array> {
  const standing = standings(results).find(({ assessment }) => assessment.unit.code === unitCode);
  if (!standing) throw new RangeError(`no assessed unit with the code ${unitCode}`);
  const { assessment } = standing;
  const labels = labelsIn(language);
  const frame = frameOf(results, labels);
  const book = await newBook(results, `${assessment.unit.name} · ${labels.sheets.overview}`);
  writeOverview(book, results, standing, labels, frame, painter);
  writeTable(book, gapTable(results.system, assessment, labels), frame);
  writeTable(book, ledgerTable(results.system, assessment, labels), frame);
  writeTable(book, remedyDataTable(results.system, assessment, labels), frame);
  writeTable(book, unitLedgerTable(results.system, assessment, labels), frame);
  if (assessment.verification)
    writeTable(book, unitVerificationTable(results.system, assessment, labels), frame);
  writeTable(book, findingsTable(standing, labels), frame);
  return bytesOf(book);
}
