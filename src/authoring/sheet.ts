import type { Style, Workbook, Worksheet } from "exceljs";
import { cellText, linesIn } from "../model/form.js";

/** A list on a sheet that is ready to print: title, notice, frozen headers, rows. A text is never a formula. */
export interface ListSheet {
  readonly name: string;
  readonly title: string;
  readonly notice: string;
  readonly columns: readonly {
    readonly header: string;
    readonly width: number;
    readonly centred?: boolean;
  }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** Title, notice, headers. */
const HEADER_ROWS = 3;
const A3 = 8;
/** A workbook tells when it was made; the same list gives the same workbook. */
const NO_DATE = new Date(Date.UTC(2000, 0, 1));
const LINE_HEIGHT = 14.5;
const HIGHEST = 409;

const line = { style: "thin" as const, color: { argb: "FFBFBFBF" } };
const border = { top: line, left: line, bottom: line, right: line };
const HEAD = { name: "微软雅黑", size: 10.5, bold: true };
const BODY = { name: "宋体", size: 10.5 };
const TITLE: Partial<Style> = { font: { ...HEAD, size: 16 }, alignment: { vertical: "middle" } };
const NOTICE: Partial<Style> = {
  font: { ...BODY, color: { argb: "FFC00000" } },
  alignment: { vertical: "middle" },
};
const HEADER: Partial<Style> = {
  font: HEAD,
  border,
  alignment: { vertical: "middle", horizontal: "center", wrapText: true },
  fill: { type: "pattern", pattern: "solid", fgColor: { argb: "FFD9E2F0" } },
};
const TEXT: Partial<Style> = {
  font: BODY,
  border,
  alignment: { vertical: "middle", horizontal: "left", wrapText: true },
};
const CENTRED: Partial<Style> = {
  ...TEXT,
  alignment: { vertical: "middle", horizontal: "center", wrapText: true },
};

/** The bytes of an .xlsx with these sheets. */
export async function workbookOf(sheets: readonly ListSheet[]): Promise<Uint8Array> {
  // Loaded where a workbook is written: it takes longer than everything else that a command needs.
  const { default: exceljs } = await import("exceljs");
  const book = new exceljs.Workbook();
  book.created = NO_DATE;
  book.modified = NO_DATE;
  for (const sheet of sheets) addSheet(book, sheet);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function addSheet(book: Workbook, { name, title, notice, columns, rows }: ListSheet): void {
  const sheet = book.addWorksheet(name, {
    views: [{ state: "frozen", ySplit: HEADER_ROWS }],
    pageSetup: {
      // The types know fewer paper sizes than the format.
      paperSize: A3 as never,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
      horizontalCentered: true,
      printTitlesRow: `1:${HEADER_ROWS}`,
    },
    headerFooter: { oddFooter: "&R&P / &N" },
  });
  sheet.columns = columns.map(({ width }) => ({ width }));
  addRow(sheet, [title], [TITLE], 28);
  addRow(sheet, [notice.replace(/\s+/g, " ")], [NOTICE], 20);
  addRow(
    sheet,
    columns.map(({ header }) => header),
    columns.map(() => HEADER),
    26,
  );
  const styles = columns.map(({ centred }) => (centred ? CENTRED : TEXT));
  for (const row of rows) {
    const lines = row.map((value, index) =>
      typeof value === "string" ? linesIn(value, columns[index]?.width ?? 0) : 1,
    );
    addRow(sheet, row, styles, Math.min(HIGHEST, Math.max(1, ...lines) * LINE_HEIGHT + 6));
  }
}

function addRow(
  sheet: Worksheet,
  values: readonly (string | number | null)[],
  styles: readonly Partial<Style>[],
  height: number,
): void {
  const row = sheet.addRow(
    values.map((value) => (typeof value === "string" ? cellText(value) || null : value)),
  );
  values.forEach((_, index) => {
    row.getCell(index + 1).style = styles[index] ?? {};
  });
  row.height = height;
}
