import type { Grid } from "./grid.js";

/**
 * The merged range, as `B4:B6`, that hides to which row something belongs, or what lies covered; undefined
 * where there is none. An empty one hides nothing.
 */
export function mergedOver(grid: Grid, row: number, column: number | undefined): string | undefined {
  const range = column === undefined ? undefined : grid.merged(row, column);
  if (!range || (grid.text(range.top, range.left) === "" && grid.text(row, column) === "")) return undefined;
  return `${grid.source(range.top, range.left).cell}:${grid.source(range.bottom, range.right).cell}`;
}
