import { formatAddress } from "../intake/address.js";
import type { Sheet } from "../intake/cells.js";
import { Grid } from "../intake/grid.js";
import { plain } from "../intake/text.js";
import type { HeaderDocument } from "../model/mapping-document.js";

/** Headers are looked for this far down. */
const HEADER_ROWS = 30;
/** `（5分）`, `(分值)`: what is printed behind a text beside what it says. */
const POINTS_BEHIND = /[（(](?:(\d+(?:\.\d+)?)分|分值|分)[）)]$/u;

/** A header or title without blanks, full-width forms and the points printed behind it. */
export const bareText = (text: string): string => plain(plain(text).replace(POINTS_BEHIND, ""));

/** The points printed behind a title: `执法培训（1.5分）` → `1.5`. */
export const printedPoints = (text: string): string | undefined => POINTS_BEHIND.exec(plain(text))?.[1];

const TOTALS = new Set(["合计", "总计", "小计", "共计", "累计", "总分", "得分合计", "平均", "平均值"]);

/** What stands in the place of a title or a unit's name where a line adds up others. */
export const isTotal = (text: string): boolean => TOTALS.has(bareText(text));

/** A sheet of a foreign form: its header in one or two rows, merged cells filled in. */
export class FormTable {
  readonly grid: Grid;
  /** The last row of the header. */
  readonly headerRow: number;
  /** Names of each column, `上/下` first. */
  readonly #names: ReadonlyMap<number, readonly string[]>;

  constructor(grid: Grid, top: number, rows: number) {
    this.grid = grid;
    this.headerRow = top + rows - 1;
    this.#names = headerNames(grid, top, rows);
  }

  /** The columns that a header text names: none, one, or several. */
  columnsOf(header: HeaderDocument): number[] {
    if (typeof header === "object") return [columnNumber(header.column)];
    const wanted = header.split("/").map(bareText).join("/");
    const named = (rank: number) =>
      [...this.#names].filter(([, names]) => names[rank] === wanted).map(([column]) => column);
    const byPath = named(0);
    return byPath.length > 0 ? byPath : named(1);
  }

  get columns(): [column: number, names: readonly string[]][] {
    return [...this.#names];
  }

  /** What stands in a cell, or in the merged range that covers it. */
  text(row: number, column: number | undefined): string {
    if (column === undefined) return "";
    const own = this.grid.text(row, column);
    const range = own === "" ? this.grid.merged(row, column) : undefined;
    return range ? this.grid.text(range.top, range.left) : own;
  }
}

/** The tables of a sheet whose header has all that is wanted: the first such place, if there is one. */
export function findTable(
  grid: Grid,
  headerRows: 1 | 2,
  wanted: readonly HeaderDocument[],
): FormTable | undefined {
  const named = wanted.filter((header) => typeof header === "string");
  if (named.length === 0) return undefined;
  for (let top = 1; top <= Math.min(HEADER_ROWS, grid.lastRow); top += 1) {
    const table = new FormTable(grid, top, headerRows);
    if (named.every((header) => table.columnsOf(header).length > 0)) return table;
  }
  return undefined;
}

/** Of each column the texts of the header rows from top to bottom, joined; then the lowest alone. */
function headerNames(grid: Grid, top: number, rows: number): Map<number, string[]> {
  const names = new Map<number, string[]>();
  const last = Math.max(0, ...Array.from({ length: rows }, (_, i) => lastColumn(grid, top + i)));
  for (let column = 1; column <= last; column += 1) {
    const texts = Array.from({ length: rows }, (_, i) => bareText(covering(grid, top + i, column)));
    // A header merged over both rows says the same in each.
    const parts = texts.filter((text, i) => text !== "" && text !== texts[i - 1]);
    const lowest = parts.at(-1);
    if (lowest !== undefined) names.set(column, [parts.join("/"), lowest]);
  }
  return names;
}

const covering = (grid: Grid, row: number, column: number): string => {
  const range = grid.merged(row, column);
  return range ? grid.text(range.top, range.left) : grid.text(row, column);
};

function lastColumn(grid: Grid, row: number): number {
  const cells = grid.cellsOf(row).at(-1)?.column ?? 0;
  const merged = grid.sheet.merges.filter(({ top, bottom }) => row >= top && row <= bottom);
  return Math.max(cells, ...merged.map(({ right }) => (right - cells > MAX_SPAN ? cells : right)));
}

/** A title merged over the whole width of a sheet is no header of a thousand columns. */
const MAX_SPAN = 100;

/**
 * The sheet without the merged ranges that hide nothing: those of one row, which only lay a value out over
 * columns that nothing is read from.
 */
export function withoutLayoutMerges(file: string, sheet: Sheet, read: readonly number[]): Grid {
  const merges = sheet.merges.filter(
    ({ top, bottom, left, right }) =>
      top !== bottom || read.filter((column) => column >= left && column <= right).length !== 1,
  );
  return new Grid(file, { ...sheet, merges });
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

/** `D`, for a sentence about a column. */
export const columnLetters = (column: number): string => formatAddress(1, column).slice(0, -1);
