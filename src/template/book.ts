import type ExcelJS from "exceljs";

/** A workbook tells when it was made; the same content gives the same workbook. */
const NO_DATE = new Date(Date.UTC(2000, 0, 1));

export async function newBook(): Promise<ExcelJS.Workbook> {
  const { default: exceljs } = await import("exceljs");
  const book = new exceljs.Workbook();
  book.created = NO_DATE;
  book.modified = NO_DATE;
  return book;
}

export const bytesOf = async (book: ExcelJS.Workbook): Promise<Uint8Array> =>
  new Uint8Array(await book.xlsx.writeBuffer());
