import { CHILDREN_COLUMNS } from "../model/form.js";
import { readCsv } from "./csv.js";
import { findHeader, Grid } from "./grid.js";
import { plain } from "./text.js";

/**
 * Which units stand below which (CSV: 上级代码, 代码), for codes that do not begin with the one above.
 *
 * @returns undefined where the file is no such table
 */
export function readChildren(bytes: Uint8Array, file: string): Map<string, string[]> | undefined {
  const [sheet] = readCsv(bytes, file).workbook?.sheets ?? [];
  const grid = sheet && new Grid(file, sheet);
  const header = grid && findHeader(grid, CHILDREN_COLUMNS.above, CHILDREN_COLUMNS.code);
  if (!grid || !header) return undefined;
  const column = (name: string) => header.columns.get(plain(name));
  const children = new Map<string, string[]>();
  for (let row = header.row + 1; row <= grid.lastRow; row += 1) {
    const above = plain(grid.text(row, column(CHILDREN_COLUMNS.above)));
    const code = plain(grid.text(row, column(CHILDREN_COLUMNS.code)));
    if (above !== "" && code !== "") children.set(above, [...(children.get(above) ?? []), code]);
  }
  return children;
}
