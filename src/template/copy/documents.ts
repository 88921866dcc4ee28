import type { Workbook } from "exceljs";
import { DOCUMENT_COLUMNS, SHEETS } from "../../model/form.js";
import type { IndicatorSystem } from "../../model/indicator-system.js";
import type { Submission, SupportingDocument } from "../../model/submission.js";
import { DOCUMENT_LAYOUT } from "../documents.js";
import { addSheet, filterRows, fitRow, HEADER_ROW, protect, put, putHeaders } from "../sheet.js";
import { TEXT } from "../styles.js";

type Name = keyof typeof DOCUMENT_COLUMNS;
const NAMES = Object.keys(DOCUMENT_COLUMNS) as Name[];
const FILE = { header: "来源文件", width: 30 };

/** 佐证材料 as listed by the unit; where several departments handed in, with the file of each. */
export async function copyDocuments(
  book: Workbook,
  system: IndicatorSystem,
  { documents, files }: Submission,
  title: string,
): Promise<void> {
  const byFile = files.length > 1;
  const headers = [...Object.values<string>(DOCUMENT_COLUMNS), ...(byFile ? [FILE.header] : [])];
  const sheet = addSheet(book, system, {
    name: SHEETS.documents,
    title,
    widths: [...NAMES.map((name) => DOCUMENT_LAYOUT[name].width), ...(byFile ? [FILE.width] : [])],
    paper: "A3 landscape",
    headerRows: HEADER_ROW,
  });
  putHeaders(sheet, headers);
  documents.forEach((document, index) => {
    const number = HEADER_ROW + 1 + index;
    const said = { ...titled(document), number: document.number };
    NAMES.forEach((name, column) => {
      put(sheet, number, column + 1, said[name] ?? "", TEXT);
    });
    if (byFile) put(sheet, number, headers.length, document.source.file, TEXT);
    fitRow(sheet, number);
  });
  filterRows(sheet, headers.length, documents.length);
  await protect(sheet);
}

/** A document may go by its number or its path alone; then no title is made up for it. */
const titled = ({ title, cells }: SupportingDocument): NonNullable<SupportingDocument["cells"]> =>
  cells ?? { title };
