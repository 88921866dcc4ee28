import type { Workbook } from "exceljs";
import { columnLetters } from "../model/column-letters.js";
import { type CellValue, closeSheet, heightOf, openSheet, TOP_ROWS, writeRow } from "./sheet.js";
import { HEADER, type Kind, type Styles, UPRIGHT } from "./styles.js";

/** bad: more is worse. */
interface Scale {
  readonly top: number;
  readonly bad?: boolean;
}

export interface Column {
  readonly header: string;
  /** In a row of headers above the last one, and over how many columns. */
  readonly above?: { readonly text: string; readonly columns: number };
  readonly width: number;
  readonly kind: Kind;
  /** Top of a colour scale that begins at 0. */
  readonly scale?: Scale;
  /** Of a column of bars: the figure whose bar fills the cell. */
  readonly barTop?: number;
  /** The header is read from bottom to top. */
  readonly upright?: boolean;
  /** For the program that reads the workbook back, not for people. */
  readonly hidden?: boolean;
}

/** One list on a sheet of its own: headers in one row (two where a column has something above), then rows. */
export interface Table {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: Iterable<readonly CellValue[]>;
  readonly frozenColumns?: number;
  readonly pagesWide?: number;
  readonly paper?: "A3 landscape" | "A4 portrait";
}

/** What all sheets of a workbook share. */
export interface Frame {
  readonly notice: string;
  readonly identity: string;
  readonly footer: string;
  readonly styles: Styles;
  /** Stands where there is nothing to list. */
  readonly none: string;
}

const UPRIGHT_HEIGHT = 170;
const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0);

/** Writes a table; the same for a workbook in memory and for a streamed one. */
export function writeTable(book: Workbook, table: Table, frame: Frame): void {
  const { columns } = table;
  const two = columns.some((column) => column.above !== undefined);
  const widths = columns.map((column) => column.width);
  const headerRows = TOP_ROWS + (two ? 2 : 1);
  const { notice, identity, footer } = frame;
  const hidden = columns.map((column) => column.hidden === true);
  const sheet = openSheet(book, { ...table, notice, identity, footer, widths, hidden, headerRows });

  if (two) writeAbove();
  writeHeaders();
  const styles = columns.map((column) => frame.styles[column.kind]);
  let last = headerRows;
  for (const row of table.rows) {
    writeRow(sheet, row, styles, heightOf(row, widths));
    last += 1;
  }
  if (last === headerRows) writeRow(sheet, [frame.none], [frame.styles.centred], heightOf([], []));
  else addScales();
  sheet.autoFilter = {
    from: { row: headerRows, column: 1 },
    to: { row: Math.max(last, headerRows + 1), column: columns.length },
  };
  closeSheet(sheet);

  function writeAbove(): void {
    const texts = columns.map(({ above }) => above?.text ?? "");
    const room = columns.map(({ above }, index) => sum(widths.slice(index, index + (above?.columns ?? 1))));
    const spans = columns.flatMap(({ above }, index) =>
      above && above.columns > 1 ? [[index + 1, index + above.columns] as const] : [],
    );
    writeRow(
      sheet,
      texts,
      columns.map(() => HEADER),
      heightOf(texts, room),
      spans,
    );
  }

  function writeHeaders(): void {
    const texts = columns.map(({ header }) => header);
    const lying = columns.map(({ header, upright }) => (upright ? "" : header));
    const least = columns.some(({ upright }) => upright) ? UPRIGHT_HEIGHT : 0;
    const headerStyles = columns.map(({ upright }) => (upright ? UPRIGHT : HEADER));
    writeRow(sheet, texts, headerStyles, Math.max(least, heightOf(lying, widths)));
  }

  function addScales(): void {
    columns.forEach(({ scale, barTop = 0 }, index) => {
      const column = columnLetters(index + 1);
      const ref = `${column}${headerRows + 1}:${column}${last}`;
      if (scale && scale.top > 0)
        sheet.addConditionalFormatting({ ref, rules: [colourScale(index + 1, scale)] });
      if (barTop > 0) sheet.addConditionalFormatting({ ref, rules: [dataBar(index + 1, barTop)] });
    });
  }
}

const RED = { argb: "FFF8B4AE" };
const YELLOW = { argb: "FFFFF1C9" };
const GREEN = { argb: "FFA9D8B8" };
const WHITE = { argb: "FFFFFFFF" };

function colourScale(priority: number, { top, bad = false }: Scale) {
  const stops = bad ? [0, top] : [0, top / 2, top];
  return {
    type: "colorScale" as const,
    priority,
    cfvo: stops.map((value) => ({ type: "num" as const, value })),
    color: bad ? [WHITE, RED] : [RED, YELLOW, GREEN],
  };
}

const BAR = { argb: "FF7F9CC4" };

/** From nothing to the top over the whole width of the cell. */
function dataBar(priority: number, top: number) {
  return {
    type: "dataBar" as const,
    priority,
    gradient: false,
    minLength: 0,
    maxLength: 100,
    border: false,
    cfvo: [0, top].map((value) => ({ type: "num" as const, value })),
    // The types leave it out; the format demands it.
    color: BAR,
  };
}
