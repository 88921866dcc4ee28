import { toDecimal } from "../model/rational.js";
import type { Source } from "../model/source.js";
import { formatAddress } from "./address.js";
import type { Cell, Range, Sheet } from "./cells.js";
import { plain, trimmed } from "./text.js";

/** A sheet by row and column. */
export class Grid {
  private readonly rows = new Map<number, Map<number, Cell>>();
  readonly lastRow: number;
  private mergesAt: { readonly row: number; readonly ranges: readonly Range[] } | undefined;

  constructor(
    readonly file: string,
    readonly sheet: Sheet,
  ) {
    let last = 0;
    let row = new Map<number, Cell>();
    for (const cell of sheet.cells) {
      // They come row by row.
      if (cell.row !== last) {
        row = this.rows.get(cell.row) ?? new Map<number, Cell>();
        this.rows.set(cell.row, row);
        last = cell.row;
      }
      row.set(cell.column, cell);
    }
    this.lastRow = sheet.cells.reduce((lowest, cell) => Math.max(lowest, cell.row), 0);
  }

  cell(row: number, column: number | undefined): Cell | undefined {
    return column === undefined ? undefined : this.rows.get(row)?.get(column);
  }

  /** The filled cells of a row, from left to right. */
  cellsOf(row: number): Cell[] {
    return [...(this.rows.get(row)?.values() ?? [])].sort((a, b) => a.column - b.column);
  }

  /** A cell's content as text without surrounding blanks; "" where there is none. */
  text(row: number, column: number | undefined): string {
    return trimmed(textOf(this.cell(row, column)));
  }

  source(row: number, column: number): Source {
    return { file: this.file, sheet: this.sheet.name, cell: formatAddress(row, column) };
  }

  /** The merged range that a cell lies in. */
  merged(row: number, column: number): Range | undefined {
    // Asked cell by cell along a row: tens of thousands of ranges are gone through once a row.
    if (this.mergesAt?.row !== row) {
      const ranges = this.sheet.merges.filter(({ top, bottom }) => row >= top && row <= bottom);
      this.mergesAt = { row, ranges };
    }
    return this.mergesAt.ranges.find(({ left, right }) => column >= left && column <= right);
  }

  isHidden(row: number, column: number): boolean {
    return (
      this.sheet.hiddenRows.has(row) ||
      this.sheet.hiddenColumns.some(([first, last]) => column >= first && column <= last)
    );
  }
}

/** What stands in a cell, as text. */
export function textOf(cell: Cell | undefined): string {
  switch (cell?.kind) {
    case undefined:
    case "noResult":
      return "";
    case "text":
      return cell.text;
    case "number":
      return toDecimal(cell.number);
    case "boolean":
      return cell.boolean ? "TRUE" : "FALSE";
    case "error":
      return cell.error;
    case "isoDate":
      return cell.iso;
  }
}

/** Is there anything in the cell? A formula without a result is something, though it has no text. */
export const isFilled = (cell: Cell | undefined): cell is Cell =>
  cell !== undefined && (cell.kind === "noResult" || trimmed(textOf(cell)) !== "");

/** Headers are looked for this far down. */
const HEADER_ROWS = 30;

export interface Header {
  readonly row: number;
  /** Column by plain header text; the first of equal ones. */
  readonly columns: ReadonlyMap<string, number>;
  /** Plain header texts that stand there twice. */
  readonly repeated: ReadonlySet<string>;
}

/** The first row that holds all of the given headers. */
export function findHeader(grid: Grid, ...wanted: readonly string[]): Header | undefined {
  for (let row = 1; row <= lastHeaderRow(grid); row += 1) {
    const header = headerAt(grid, row);
    if (wanted.every((name) => header.columns.has(plain(name)))) return header;
  }
  return undefined;
}

/** The rows that may be the header, each read as one. */
export const headersOf = (grid: Grid): Header[] =>
  Array.from({ length: lastHeaderRow(grid) }, (_, index) => headerAt(grid, index + 1));

const lastHeaderRow = ({ lastRow }: Grid): number => Math.min(HEADER_ROWS, lastRow);

function headerAt(grid: Grid, row: number): Header {
  const columns = new Map<string, number>();
  const repeated = new Set<string>();
  for (const cell of grid.cellsOf(row)) {
    const name = plain(textOf(cell));
    if (columns.has(name)) repeated.add(name);
    else if (name !== "") columns.set(name, cell.column);
  }
  return { row, columns, repeated };
}
