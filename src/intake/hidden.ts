import { BASICS_COLUMNS, COLUMNS } from "../model/form.js";
import { formatAddress } from "./address.js";
import { textOf } from "./grid.js";
import { recordsColumns } from "./records-sheets.js";
import type { Findings } from "./report.js";
import type { FoundSheet, Layout } from "./sheets.js";
import { plain, trimmed } from "./text.js";

/** What the unit fills in, by header; in 佐证材料 and on the sheets of lists that is everything. */
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
export function tellHidden({ basics, answers, documents, records }: Layout, findings: Findings): void {
  for (const sheet of [basics, answers])
    if (sheet) tellHiddenIn(sheet, columnsOf(sheet, FILLED_IN), findings);
  if (documents) tellHiddenIn(documents, [...documents.header.columns.values()], findings);
  for (const sheet of records.values())
    tellHiddenIn(sheet, [...recordsColumns(sheet.field, sheet.header).values()], findings);
}

const columnsOf = ({ header }: FoundSheet, names: ReadonlySet<string>): number[] =>
  [...header.columns].flatMap(([name, column]) => (names.has(name) ? [column] : []));

/** Tells what stands hidden in these columns of a sheet. */
export function tellHiddenIn(sheet: FoundSheet, columns: readonly number[], findings: Findings): void {
  tellHiddenCells(sheet.grid.sheet.name, hiddenData(sheet, columns), findings);
}

/** Tells which cells of a sheet stand hidden, some of them by name. */
export function tellHiddenCells(sheet: string, cells: readonly string[], findings: Findings): void {
  if (cells.length === 0) return;
  const more = cells.length > NAMED ? "…" : "";
  findings.add(
    "W05",
    { count: String(cells.length), cells: `${cells.slice(0, NAMED).join("、")}${more}` },
    { sheet },
  );
}

function hiddenData({ grid, header }: FoundSheet, columns: readonly number[]): string[] {
  const { hidden, hiddenRows, hiddenColumns, cells } = grid.sheet;
  if (!hidden && hiddenRows.size === 0 && hiddenColumns.length === 0) return [];
  return cells
    .filter(({ row, column }) => row > header.row && columns.includes(column))
    .filter(({ row, column }) => hidden || grid.isHidden(row, column))
    .filter((cell) => trimmed(textOf(cell)) !== "")
    .map(({ row, column }) => formatAddress(row, column));
}
