import { rowsOfPart } from "../model/departments.js";
import { SHEETS } from "../model/form.js";
import type { IndicatorSystem } from "../model/indicator-system.js";
import type { UnitIdentity } from "../model/submission.js";
import { addAnswers } from "./answers.js";
import { addBasics } from "./basics.js";
import { bytesOf, newBook } from "./book.js";
import { addDocuments } from "./documents.js";
import { addGuide } from "./guide.js";
import { templateGuide } from "./instructions.js";
import { addRecords, recordsAmong } from "./records.js";

export interface TemplateOptions {
  /** Filled into 基本信息, so that the unit need not type its name and code. */
  readonly unit?: UnitIdentity;
  /** Only the items that this department answers for (责任单位), to be handed in by itself. */
  readonly responsible?: string;
}

/**
 * The evidence workbook of an indicator system, to be filled in by one unit or one of its departments:
 * 填报说明, 基本信息, 指标填报, 佐证材料 and a sheet for each `records` field. Always Chinese, since it is
 * read back by these names.
 *
 * @returns the bytes of an .xlsx file
 * @throws RangeError where `responsible` is none of `departmentsOf(system)`
 */
export async function writeTemplate(
  system: IndicatorSystem,
  { unit, responsible }: TemplateOptions = {},
): Promise<Uint8Array> {
  const rows = rowsOfPart(system, responsible);
  const records = recordsAmong(rows);
  const whose = responsible === undefined ? "" : `（${responsible}）`;
  const book = await newBook();
  await addGuide(book, system, templateGuide(system, records, responsible));
  await addBasics(book, system, unit);
  await addAnswers(book, system, rows, `${system.title} · ${SHEETS.answers}${whose}`);
  addDocuments(book, system);
  for (const one of records) addRecords(book, system, one);
  return bytesOf(book);
}
