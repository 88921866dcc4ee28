import { BASICS_COLUMNS, COLUMNS } from "../model/form.js";
import { formatAddress } from "./address.js";
import { textOf } from "./grid.js";
import type { Findings } from "./report.js";
import type { FoundSheet, Layout } from "./sheets.js";
import { plain, trimmed } from "./text.js";

/** What the unit fills in, by header; in 佐证材料 that is everything. */
const FILLED_IN = new Set(
  [
    COLUMNS.value,
    COLUMNS.documents,
    COLUMNS.notApplicable,
    COLUMNS.self,
    COLUMNS.remark,
    BASICS_COLUMNS.value,
  ].map(plain),
);
/** So many cells are named; the rest is counted. */
const NAMED = 5;

/** Data in hidden rows, columns or sheets is read like any other, and told. */
export function tellHidden({ basics, answers, documents }: Layout, findings: Findings): void {
  for (const sheet of [basics, answers, documents]) {
    const cells = sheet ? hiddenData(sheet) : [];
    if (!sheet || cells.length === 0) continue;
    const more = cells.length > NAMED ? "…" : "";
    findings.add(
      "W05",
      { count: String(cells.length), cells: `${cells.slice(0, NAMED).join("、")}${more}` },
      { sheet: sheet.grid.sheet.name },
    );
  }
}

function hiddenData({ grid, header }: FoundSheet): string[] {
  const isForm = header.columns.has(plain(COLUMNS.value)) || header.columns.has(plain(BASICS_COLUMNS.value));
  const columns = [...header.columns].flatMap(([name, column]) =>
    !isForm || FILLED_IN.has(name) ? [column] : [],
  );
  return grid.sheet.cells
    .filter(({ row, column }) => row > header.row && columns.includes(column))
    .filter(({ row, column }) => grid.sheet.hidden || grid.isHidden(row, column))
    .filter((cell) => trimmed(textOf(cell)) !== "")
    .map(({ row, column }) => formatAddress(row, column));
}
