import { rowsOfPart } from "../model/departments.js";
import { SHEETS } from "../model/form.js";
import type { IndicatorSystem } from "../model/indicator-system.js";
import type { UnitIdentity } from "../model/submission.js";
import { addAnswers, livePlaces } from "./answers.js";
import { addBasics } from "./basics.js";
import { bytesOf, newBook } from "./book.js";
import { addDocuments } from "./documents.js";
import { addGuide } from "./guide.js";
import { templateGuide } from "./instructions.js";
import { addCalculation } from "./live/calculation-sheet.js";
import { liveScore } from "./live/live.js";
import type { ClauseSentences } from "./live/reasons.js";
import { addSummary } from "./live/summary.js";
import { addRecords, recordsAmong } from "./records.js";
import { HEADER_ROW } from "./sheet.js";

export interface TemplateOptions {
  /** Filled into 基本信息, so that the unit need not type its name and code. */
  readonly unit?: UnitIdentity;
  /** Only the items that this department answers for (责任单位), to be handed in by itself. */
  readonly responsible?: string;
  /** The workbook scores itself by formulas: what each clause says, by `judgementKey`, for its reasons. */
  readonly live?: ClauseSentences;
}

/**
 * The evidence workbook of an indicator system, to be filled in by one unit or one of its departments:
 * 填报说明, 基本信息, 指标填报, 佐证材料 and a sheet for each `records` field. Always Chinese, since it is
 * read back by these names.
 *
 * @returns the bytes of an .xlsx file
 * @throws RangeError where `responsible` is none of `departmentsOf(system)`, or where a part is to be live
 * @throws CircularFacts where it is to be live and facts depend on each other in a circle
 */
export async function writeTemplate(
  system: IndicatorSystem,
  { unit, responsible, live: sentences }: TemplateOptions = {},
): Promise<Uint8Array> {
  if (sentences && responsible !== undefined) throw new RangeError("a part of a workbook can't score itself");
  const rows = rowsOfPart(system, responsible);
  const records = recordsAmong(rows);
  const whose = responsible === undefined ? "" : `（${responsible}）`;
  const book = await newBook();
  await addGuide(book, system, templateGuide(system, records, responsible, sentences !== undefined));
  await addBasics(book, system, unit);
  const places = livePlaces(system);
  const live = sentences && liveScore(system, rows, places, sentences);
  await addAnswers(book, system, rows, `${system.title} · ${SHEETS.answers}${whose}`, live);
  addDocuments(book, system);
  for (const one of records) addRecords(book, system, one);
  if (live) {
    const first = HEADER_ROW + 1;
    await addSummary(book, system, live, { column: places.told, first, last: first + rows.length - 1 });
    await addCalculation(book, system, live.lines);
    book.calcProperties = { fullCalcOnLoad: true };
  }
  return bytesOf(book);
}
