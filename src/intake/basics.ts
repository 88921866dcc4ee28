import { BASICS, BASICS_COLUMNS, type BasicsRow, basicsRows } from "../model/form.js";
import type { IndicatorSystem } from "../model/indicator-system.js";
import type { Answer, UnitIdentity } from "../model/submission.js";
import { blankParams } from "./answers.js";
import type { Cell } from "./cells.js";
import { type Grid, textOf } from "./grid.js";
import { isRefused } from "./refused.js";
import type { Findings } from "./report.js";
import type { FoundSheet } from "./sheets.js";
import { plain, trimmed } from "./text.js";
import { readValue, unusable } from "./values.js";

export interface Basics {
  /** Absent where the name or the code is. */
  readonly unit?: UnitIdentity;
  readonly facts: ReadonlyMap<string, Answer>;
}

/** Who hands in, and the facts that are asked once per unit. */
export function readBasics(
  { grid, header }: FoundSheet,
  system: IndicatorSystem,
  date1904: boolean,
  findings: Findings,
): Basics {
  const column = (name: string) => header.columns.get(plain(name));
  const [labels, values, keys] = [BASICS_COLUMNS.label, BASICS_COLUMNS.value, BASICS_COLUMNS.key].map(column);
  const form = basicsRows(system);
  const isUnique = (label: string) => form.filter((row) => plain(row.label) === plain(label)).length === 1;
  const rowOf = ({ key, label }: BasicsRow): number | undefined => {
    const rows = Array.from({ length: grid.lastRow - header.row }, (_, index) => header.row + 1 + index);
    const by = (at: number | undefined, wanted: string) =>
      rows.find((row) => wanted !== "" && plain(grid.text(row, at)) === plain(wanted));
    // Two facts of one label can be told apart by their keys alone.
    return by(keys, key) ?? (isUnique(label) ? by(labels, label) : undefined);
  };
  const facts = new Map<string, Answer>();
  const identity: Record<string, string> = {};
  for (const row of form) {
    const number = rowOf(row);
    const cell = number === undefined ? undefined : grid.cell(number, values);
    if (!row.field) {
      if (row.key === "name" || row.key === "code") identity[row.key] = identityOf(cell, row, findings, grid);
      continue;
    }
    if (number === undefined || values === undefined) {
      if (!row.field.optional)
        findings.add("E23", blankParams(row.label, row.field), { sheet: grid.sheet.name, fact: row.key });
      continue;
    }
    const source = grid.source(number, values);
    const about = { source, fact: row.key };
    const raw = trimmed(textOf(cell));
    if (cell === undefined || (raw === "" && cell.kind !== "noResult")) {
      facts.set(row.key, { status: "blank", source, raw: "" });
      if (!row.field.optional) findings.add("E23", blankParams(row.label, row.field), about);
      continue;
    }
    const value = readValue(cell, row.field, date1904);
    if (isRefused(value)) {
      findings.add(value.code, { label: row.label, ...value.params }, about);
      facts.set(row.key, { status: "refused", source, raw });
    } else facts.set(row.key, { status: "value", value, documents: [], source, raw });
  }
  const { name = "", code = "" } = identity;
  if (name !== "" && code !== "") return { unit: { name, code: plain(code) }, facts };
  const missing = [name === "" ? BASICS.name : "", code === "" ? BASICS.code : ""].filter(
    (label) => label !== "",
  );
  findings.add("E29", { missing: missing.join("、") }, { sheet: grid.sheet.name });
  return { facts };
}

/** The name or code as text; "" where the cell is blank, or in error, or refers to another file. */
function identityOf(cell: Cell | undefined, { label }: BasicsRow, findings: Findings, grid: Grid): string {
  const problem = cell && unusable(cell);
  if (!cell || !problem) return trimmed(textOf(cell));
  findings.add(problem.code, { label, ...problem.params }, { source: grid.source(cell.row, cell.column) });
  return "";
}
