import type { Finding } from "../model/finding.js";
import { toDecimal } from "../model/rational.js";
import { formatAddress } from "./address.js";
import type { Cell, Sheet, Workbook } from "./cells.js";
import { readDate } from "./dates.js";
import { Grid, isFilled } from "./grid.js";
import { tellHiddenCells } from "./hidden.js";
import { inSheetOrder } from "./order.js";
import { Findings } from "./report.js";
import { unusable } from "./values.js";
import { readWorkbook } from "./workbook.js";

/** What the reader of record sees in a workbook, whatever form it follows. */
export interface Inspection {
  /** Of the file, and of cells that no field could take; in the order of the sheets. */
  readonly findings: readonly Finding[];
  /** Serial dates count from 1904-01-01. */
  readonly date1904: boolean;
  /** None where the file is returned. */
  readonly sheets: readonly InspectedSheet[];
}

export interface InspectedSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** From the first to the last filled cell, `A1:N231`; "" where there is none. */
  readonly dimension: string;
  /** `B2:D4` */
  readonly merges: readonly string[];
  /** Filled cells in the order of the file. */
  readonly cells: readonly InspectedCell[];
}

export type CellKind =
  | "number"
  | "string"
  | "boolean"
  | "error"
  /** A number that is shown as a day or a time. */
  | "date-serial"
  | "iso-date"
  | "formula without result";

export interface InspectedCell {
  readonly ref: string;
  readonly kind: CellKind;
  /** The stored text. */
  readonly raw: string;
  /** Numbers have at most 15 significant digits, which a double holds exactly; null where there is no value. */
  readonly value: number | string | boolean | null;
  /** Without `=`; "" for the followers of a shared or array formula. */
  readonly formula?: string;
  /** The code of the number format; absent for General. */
  readonly format?: string;
  /** The day that a serial stands for, `2024-03-01`; for people. */
  readonly day?: string;
}

/** Reads a workbook as such. Never throws. `file` is the name that findings carry. */
export function inspectWorkbook(bytes: Uint8Array, file: string): Inspection {
  const { workbook, findings: problems } = readWorkbook(bytes, file);
  if (!workbook) return { findings: problems, date1904: false, sheets: [] };
  const findings = new Findings(file);
  for (const sheet of workbook.sheets) tellCells(new Grid(file, sheet), findings);
  return {
    findings: inSheetOrder([...problems, ...findings.all()], workbook),
    date1904: workbook.date1904,
    sheets: workbook.sheets.map((sheet) => inspectSheet(sheet, workbook)),
  };
}

/** What could be taken by no field, and what a person looking at the sheet does not see. */
function tellCells(grid: Grid, findings: Findings): void {
  const hidden: string[] = [];
  for (const cell of grid.sheet.cells) {
    const problem = unusable(cell);
    if (problem)
      findings.add(
        problem.code,
        { label: cell.address, ...problem.params },
        { source: grid.source(cell.row, cell.column) },
      );
    if (isFilled(cell) && (grid.sheet.hidden || grid.isHidden(cell.row, cell.column)))
      hidden.push(cell.address);
  }
  tellHiddenCells(grid.sheet.name, hidden, findings);
}

function inspectSheet({ name, hidden, cells, merges }: Sheet, { date1904 }: Workbook): InspectedSheet {
  return {
    name,
    hidden,
    dimension: dimensionOf(cells),
    merges: merges.map(
      ({ top, left, bottom, right }) => `${formatAddress(top, left)}:${formatAddress(bottom, right)}`,
    ),
    cells: cells.map((cell) => inspectCell(cell, date1904)),
  };
}

function inspectCell(cell: Cell, date1904: boolean): InspectedCell {
  const { address, raw, formula, format } = cell;
  const day = cell.kind === "number" && cell.shownAs === "date" ? readDate(cell, date1904) : undefined;
  const { kind, value } = content(cell);
  return {
    ref: address,
    kind,
    raw,
    value,
    ...(formula === undefined ? {} : { formula }),
    ...(format === undefined ? {} : { format }),
    ...(typeof day === "string" ? { day } : {}),
  };
}

function content(cell: Cell): Pick<InspectedCell, "kind" | "value"> {
  switch (cell.kind) {
    case "number": {
      const isDate = cell.shownAs === "date" || cell.shownAs === "time";
      return { kind: isDate ? "date-serial" : "number", value: Number(toDecimal(cell.number)) };
    }
    case "text":
      return { kind: "string", value: cell.text };
    case "boolean":
      return { kind: "boolean", value: cell.boolean };
    case "error":
      // What stands in the place of a number and is none, as 1e400, is no error value either.
      return { kind: "error", value: cell.error.startsWith("#") ? cell.error : null };
    case "isoDate":
      return { kind: "iso-date", value: cell.iso };
    case "noResult":
      return { kind: "formula without result", value: null };
  }
}

function dimensionOf(cells: readonly Cell[]): string {
  const [first] = cells;
  if (!first) return "";
  let { row: top, row: bottom, column: left, column: right } = first;
  for (const { row, column } of cells) {
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
    left = Math.min(left, column);
    right = Math.max(right, column);
  }
  return `${formatAddress(top, left)}:${formatAddress(bottom, right)}`;
}
