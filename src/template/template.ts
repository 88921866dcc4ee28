import type { IndicatorSystem } from "../model/indicator-system.js";
import type { UnitIdentity } from "../model/submission.js";
import { addAnswers } from "./answers.js";
import { addBasics } from "./basics.js";
import { addDocuments } from "./documents.js";
import { addGuide } from "./guide.js";

export interface TemplateOptions {
  /** Filled into 基本信息, so that the unit need not type its name and code. */
  readonly unit?: UnitIdentity;
}

/** A workbook tells when it was made; the same system gives the same template. */
const NO_DATE = new Date(Date.UTC(2000, 0, 1));

/**
 * The evidence workbook of an indicator system, to be filled in by one unit: 填报说明, 基本信息, 指标填报
 * and 佐证材料. Always Chinese, since it is read back by these names.
 *
 * @returns the bytes of an .xlsx file
 */
export async function writeTemplate(
  system: IndicatorSystem,
  options: TemplateOptions = {},
): Promise<Uint8Array> {
  const { default: exceljs } = await import("exceljs");
  const book = new exceljs.Workbook();
  book.created = NO_DATE;
  book.modified = NO_DATE;
  await addGuide(book, system);
  await addBasics(book, system, options.unit);
  await addAnswers(book, system);
  addDocuments(book, system);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
