import { type Grid, isFilled } from "../intake/grid.js";
import { plain } from "../intake/text.js";
import type { ListColumns } from "./list-columns.js";
import { SUMS } from "./words.js";

/** A row of a list below its header. */
export interface ListRow {
  readonly row: number;
  /** By level: the text that begins here, "" where the one above goes on. */
  readonly begins: readonly string[];
  /** 合计 and the like. */
  readonly isSum: boolean;
}

/** The filled rows below the header, in order; a title that is only repeated goes on. */
export function listRows(grid: Grid, { headerRow, levels }: ListColumns): ListRow[] {
  const rows: ListRow[] = [];
  let open: string[] = levels.map(() => "");
  for (let row = headerRow + 1; row <= grid.lastRow; row += 1) {
    const filled = grid.cellsOf(row).filter(isFilled);
    const [first] = filled;
    if (!first) continue;
    const isSum = SUMS.has(plain(grid.text(row, first.column)).replace(/[:：]$/, ""));
    const texts = levels.map(({ column }) => ownText(grid, row, column));
    const begins = texts.map((text, level) => {
      const isLast = level === levels.length - 1;
      const above = texts.slice(0, level).some((one, at) => one !== "" && one !== open[at]);
      return text !== "" && (isLast || above || text !== open[level]) ? text : "";
    });
    if (!isSum) open = nowOpen(open, begins);
    rows.push({ row, begins, isSum });
  }
  return rows;
}

/** Where a level begins, those below it have not begun yet. */
function nowOpen(open: readonly string[], begins: readonly string[]): string[] {
  const highest = begins.findIndex((text) => text !== "");
  return open.map((text, level) => begins[level] || (highest >= 0 && level > highest ? "" : text));
}

/** What stands in the cell itself; a cell that another covers has nothing. */
function ownText(grid: Grid, row: number, column: number): string {
  const range = grid.merged(row, column);
  return range && (range.top !== row || range.left !== column) ? "" : grid.text(row, column);
}
