import { RECORDS_COLUMNS, recordsSheet } from "../model/form.js";
import type { IndicatorSystem, RecordsField } from "../model/indicator-system.js";
import { type Grid, type Header, headersOf, isFilled } from "./grid.js";
import type { Findings } from "./report.js";
import { plain } from "./text.js";

/** The sheet of a `records` field. */
export interface RecordsSheet {
  readonly field: RecordsField;
  readonly grid: Grid;
  readonly header: Header;
  /** Rows with something in one of the field's own columns. */
  readonly rows: readonly number[];
}

export const recordsFields = ({ items }: IndicatorSystem): RecordsField[] =>
  items.flatMap(({ fields }) => fields.filter((field) => field.type === "records"));

/** The sheets that bear the name of a `records` field, whatever stands on them. */
export const namedAfter = (grids: readonly Grid[], field: RecordsField): Grid[] =>
  grids.filter(({ sheet }) => plain(sheet.name) === plain(recordsSheet(field)));

/**
 * The sheets of a field, first the one that holds its rows. Of two that read alike the one with rows is
 * meant; where both have some, neither is preferred by guessing.
 */
export function findRecordsSheets(
  grids: readonly Grid[],
  field: RecordsField,
  findings: Findings,
): RecordsSheet[] {
  const sheets = namedAfter(grids, field).flatMap((grid) => {
    const header = recordsHeader(grid, field);
    return header ? [{ field, grid, header, rows: recordRows(grid, header, field) }] : [];
  });
  const [first, second] = sheets.filter(({ rows }) => rows.length > 0);
  if (first && second) {
    const found = sheets.map(({ grid }) => grid.sheet.name).join("、");
    findings.add("E13", { name: recordsSheet(field), found });
  }
  return first ? [first, ...sheets.filter((sheet) => sheet !== first)] : sheets;
}

/** The columns of a field that are there, by fact. */
export function recordsColumns({ columns }: RecordsField, header: Header): Map<string, number> {
  return new Map(
    columns.flatMap(({ fact, label }) => {
      const at = header.columns.get(plain(label));
      return at === undefined ? [] : [[fact, at] as const];
    }),
  );
}

/** The row with the most of the headers, if that is at least half of the field's own. */
function recordsHeader(grid: Grid, field: RecordsField): Header | undefined {
  const labels = field.columns.map(({ label }) => plain(label));
  const own = ({ columns }: Header) => labels.filter((label) => columns.has(label)).length;
  const count = (header: Header) => own(header) + (header.columns.has(plain(RECORDS_COLUMNS.number)) ? 1 : 0);
  const candidates = headersOf(grid).filter((header) => own(header) * 2 >= field.columns.length);
  return candidates.reduce<Header | undefined>(
    (best, header) => (best && count(best) >= count(header) ? best : header),
    undefined,
  );
}

/** 序号 may be there beforehand: alone it makes no record. */
function recordRows(grid: Grid, header: Header, field: RecordsField): number[] {
  const columns = new Set(recordsColumns(field, header).values());
  const filled = grid.sheet.cells.filter(
    (cell) => cell.row > header.row && columns.has(cell.column) && isFilled(cell),
  );
  return [...new Set(filled.map(({ row }) => row))];
}
