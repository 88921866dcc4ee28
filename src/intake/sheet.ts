import { formatAddress, parseAddress, parseRange, parseRowNumber } from "./address.js";
import type { Archive } from "./archive.js";
import { type CellContext, parseBoolean } from "./cell-content.js";
import { CellReader } from "./cell-reader.js";
import type { Cell, Range, Sheet } from "./cells.js";
import {
  MAX_COLUMN_SPANS,
  MAX_COLUMNS,
  MAX_FILLED_CELLS,
  MAX_FILLED_ROWS,
  MAX_MERGES,
  MAX_ROWS,
} from "./limits.js";
import { damaged, Refusal, tooMany } from "./refusal.js";
import { rootReader } from "./relationships.js";
import { scanPart } from "./scan-part.js";
import type { Attributes, ElementReader } from "./xml-elements.js";

/** What one worksheet part says; its name and visibility stand in the workbook part. */
export type SheetContent = Omit<Sheet, "name" | "hidden">;

/** Counts what the sheets of one workbook hold together, and stops where it is too much. */
export class Allowance {
  #cells = 0;
  #rows = 0;
  #merges = 0;
  #columnSpans = 0;

  cell(startsRow: boolean): void {
    this.#cells += 1;
    if (startsRow) this.#rows += 1;
    if (this.#cells > MAX_FILLED_CELLS) throw tooMany("cells", MAX_FILLED_CELLS);
    if (this.#rows > MAX_FILLED_ROWS) throw tooMany("rows", MAX_FILLED_ROWS);
  }

  merge(): void {
    this.#merges += 1;
    if (this.#merges > MAX_MERGES) throw tooMany("merges", MAX_MERGES);
  }

  columnSpan(): void {
    this.#columnSpans += 1;
    if (this.#columnSpans > MAX_COLUMN_SPANS) throw tooMany("columns", MAX_COLUMN_SPANS);
  }
}

/** Reads a worksheet part. */
export function readSheet(
  archive: Archive,
  part: string,
  context: CellContext,
  allowance: Allowance,
): SheetContent {
  const rows = new RowsReader(part, context, allowance);
  const columns = new HiddenColumnsReader(part, allowance);
  const merges = new MergesReader(allowance);
  const worksheet: ElementReader = {
    child(name) {
      switch (name) {
        case "s:sheetData":
          return rows;
        case "s:cols":
          return columns;
        case "s:mergeCells":
          return merges;
        default:
          return undefined;
      }
    },
  };
  const refusal = () => new Refusal("E12", { reason: "not-a-worksheet", part });
  scanPart(archive, part, rootReader("s:worksheet", part, worksheet, refusal));
  return {
    cells: rows.cells,
    merges: merges.ranges,
    hiddenRows: rows.hiddenRows,
    hiddenColumns: columns.spans,
  };
}

/** `sheetData`: rows and cells in rising order, each at its address or, without one, after the one before. */
class RowsReader implements ElementReader {
  readonly cells: Cell[] = [];
  readonly hiddenRows = new Set<number>();
  readonly #row: ElementReader;
  readonly #cell: CellReader;
  #rowNumber = 0;
  #column = 0;
  #lastFilledRow = 0;
  #isHidden = false;

  constructor(part: string, context: CellContext, allowance: Allowance) {
    this.#cell = new CellReader(context, part, (cell) => {
      allowance.cell(cell.row !== this.#lastFilledRow);
      // Of a million rows the filled ones matter.
      if (this.#isHidden) this.hiddenRows.add(cell.row);
      this.#lastFilledRow = cell.row;
      this.cells.push(cell);
    });
    this.#row = {
      plainChild: (text, at, elements) => this.#readPlainCell(text, at, elements),
      child: (name, attributes) =>
        name === "s:c"
          ? this.#beginCell(attributes.get("r"), attributes.get("s"), attributes.get("t"))
          : undefined,
    };
  }

  child(name: string, attributes: Attributes): ElementReader | undefined {
    if (name !== "s:row") return undefined;
    const r = attributes.get("r");
    const number = r === undefined ? this.#rowNumber + 1 : parseRowNumber(r);
    if (number === undefined || number > MAX_ROWS)
      throw new Refusal("E15", { found: r ?? `${this.#rowNumber + 1}` });
    if (number <= this.#rowNumber) throw new Refusal("E16", { found: `${number}` });
    this.#rowNumber = number;
    this.#column = 0;
    this.#isHidden = parseBoolean(attributes.get("hidden")) === true || isZero(attributes.get("ht"));
    return this.#row;
  }

  #readPlainCell(text: string, at: number, elements: { left: number }): number {
    PLAIN_CELL.lastIndex = at;
    const found = PLAIN_CELL.exec(text);
    if (found === null) return -1;
    const [, r, style, type, value] = found;
    elements.left -= value === undefined ? 1 : 2;
    const cell = this.#beginCell(r, style, type);
    if (value !== undefined) cell.takeValue(value);
    return PLAIN_CELL.lastIndex;
  }

  #beginCell(r: string | undefined, style: string | undefined, type: string | undefined): CellReader {
    const row = this.#rowNumber;
    const place = r === undefined ? { row, column: this.#column + 1 } : parseAddress(r);
    if (place === undefined || place.column > MAX_COLUMNS || place.row !== row) {
      throw new Refusal("E15", { found: r ?? formatAddress(row, this.#column + 1), row: `${row}` });
    }
    const address = r ?? formatAddress(row, place.column);
    if (place.column <= this.#column) throw new Refusal("E16", { found: address }, { cell: address });
    this.#column = place.column;
    return this.#cell.begin(address, row, place.column, type, style);
  }
}

/**
 * A cell as all writers write most of theirs: `r`, `s` and `t` in this order, with nothing or one short value
 * that needs no decoding. Read at once, it takes a third of the time; all others go the long way.
 */
const PLAIN_CELL =
  /<c r="([A-Z]{1,3}\d{1,7})"(?: s="(\d{1,5})")?(?: t="([a-zA-Z]{1,9})")?(?:\/>|><v>([^<&\r\]]{1,32})<\/v><\/c>)/y;

/** `cols`: a column is hidden by its mark or by having no width. */
class HiddenColumnsReader implements ElementReader {
  readonly spans: (readonly [first: number, last: number])[] = [];

  constructor(
    readonly part: string,
    readonly allowance: Allowance,
  ) {}

  child(name: string, attributes: Attributes): undefined {
    if (name !== "s:col") return;
    if (!parseBoolean(attributes.get("hidden")) && !isZero(attributes.get("width"))) return;
    const first = Number(attributes.get("min"));
    const last = Number(attributes.get("max"));
    const sound = Number.isInteger(first) && Number.isInteger(last) && first >= 1 && first <= last;
    if (!sound || last > MAX_COLUMNS) throw damaged("columns", this.part);
    this.allowance.columnSpan();
    this.spans.push([first, last]);
  }
}

class MergesReader implements ElementReader {
  readonly ranges: Range[] = [];

  constructor(readonly allowance: Allowance) {}

  child(name: string, attributes: Attributes): undefined {
    if (name !== "s:mergeCell") return;
    const reference = attributes.get("ref") ?? "";
    const range = parseRange(reference);
    if (range === undefined) throw new Refusal("E15", { found: reference });
    this.allowance.merge();
    this.ranges.push(range);
  }
}

function isZero(measure: string | undefined): boolean {
  return measure !== undefined && measure.trim() !== "" && Number(measure) === 0;
}
