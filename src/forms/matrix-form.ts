import type { Workbook } from "../intake/cells.js";
import { rowsByOthers } from "../intake/fact-names.js";
import { Grid } from "../intake/grid.js";
import type { AnswerColumns, MatchedRow } from "../intake/match-rows.js";
import { quoted } from "../intake/refused.js";
import { Findings } from "../intake/report.js";
import { plain } from "../intake/text.js";
import type { Finding } from "../model/finding.js";
import { BASICS, type FormRow, formRows } from "../model/form.js";
import type { MatrixMapping } from "../model/mapping-document.js";
import type { Answer } from "../model/submission.js";
import { columnOf } from "./form-rows.js";
import { type FormReading, NO_COLUMNS, readUnit, type UnitReading } from "./read-unit.js";
import { bareText, type FormTable, findTable, isTotal } from "./table.js";
import { codeOf, unitFactAt } from "./unit.js";

/** The table of a matrix; undefined where the workbook has none, or several. */
export function findMatrix({ file, workbook, mapping }: FormReading): FormTable | undefined {
  const { matrix } = mapping;
  if (!matrix) return undefined;
  const tables = sheetsOf(workbook, matrix).flatMap((sheet) => {
    const wanted =
      matrix.units === "rows"
        ? [matrix.name, ...Object.keys(matrix.facts), ...(matrix.code === undefined ? [] : [matrix.code])]
        : [matrix.name];
    return findTable(new Grid(file, sheet), matrix.headerRows, wanted) ?? [];
  });
  return tables.length === 1 ? tables[0] : undefined;
}

const sheetsOf = ({ sheets }: Workbook, { sheet }: MatrixMapping) =>
  sheets.filter(({ name }) => sheet === undefined || plain(name) === plain(sheet));

/** Where the things of one unit stand: a column by row, or a row by column. */
interface UnitLine {
  readonly name: string;
  readonly code: string;
  /** The cell that names the unit. */
  readonly at: { readonly row: number; readonly column: number };
  /** Of a header or label, the cell of this unit; undefined where the form has lost it. */
  readonly cell: (label: string) => { readonly row: number; readonly column: number } | undefined;
}

/** Heads of columns beside those of units. */
const NO_UNITS = new Set(["单位", "计量单位", "备注", "序号"]);

/** Many units in one table. A line with values and no unit, or one unit twice, returns the file. */
export function readMatrixForm(
  reading: FormReading,
  table: FormTable,
): { readonly units: readonly UnitReading[]; readonly findings: readonly Finding[] } {
  const { file, workbook, mapping } = reading;
  const { matrix } = mapping;
  const findings = new Findings(file);
  if (!matrix) return { units: [], findings: [] };
  const lines =
    matrix.units === "rows" ? linesByRow(table, matrix, findings) : linesByColumn(table, matrix, findings);
  const used = table.grid.sheet.name;
  for (const { name } of workbook.sheets)
    if (name !== used) findings.add("W02", { what: "sheet", name }, { sheet: name });
  const first = new Map<string, UnitLine>();
  for (const line of lines) {
    const source = table.grid.source(line.at.row, line.at.column);
    const missing = [line.name === "" ? BASICS.name : "", line.code === "" ? BASICS.code : ""].filter(
      (one) => one,
    );
    if (missing.length > 0)
      findings.add("E29", { missing: missing.join("、"), form: mapping.file }, { source });
    const before = first.get(line.code);
    if (before && line.code !== "") {
      const other = table.grid.source(before.at.row, before.at.column).cell;
      findings.add("E30", { what: "matrix", other, found: quoted(line.name) }, { source });
    }
    first.set(line.code, before ?? line);
  }
  return { units: lines.map((line) => readLine(reading, table, matrix, line)), findings: findings.all() };
}

function linesByRow(table: FormTable, matrix: MatrixMapping, findings: Findings): UnitLine[] {
  const columns = new Map(
    [...Object.keys(matrix.facts), ...Object.keys(matrix.self)].map(
      (header) => [header, columnOf(table, header, findings)] as const,
    ),
  );
  const nameAt = columnOf(table, matrix.name, findings) ?? 1;
  const codeAt = matrix.code === undefined ? undefined : columnOf(table, matrix.code, findings);
  const lines: UnitLine[] = [];
  for (let row = table.headerRow + 1; row <= table.grid.lastRow; row += 1) {
    const name = table.text(row, nameAt);
    const isFilled = [...columns.values()].some((column) => table.grid.text(row, column) !== "");
    if (!isFilled || isTotal(name)) continue;
    lines.push({
      name,
      code: plain(table.text(row, codeAt)) || (codeOf(name, matrix.codes) ?? ""),
      at: { row, column: nameAt },
      cell: (label) => {
        const column = columns.get(label);
        return column === undefined ? undefined : { row, column };
      },
    });
  }
  return lines;
}

function linesByColumn(table: FormTable, matrix: MatrixMapping, findings: Findings): UnitLine[] {
  const labelsAt = columnOf(table, matrix.name, findings) ?? 1;
  const rows = new Map<string, number>();
  for (let row = table.headerRow + 1; row <= table.grid.lastRow; row += 1) {
    const label = bareText(table.text(row, labelsAt));
    const wanted = [...Object.keys(matrix.facts), ...Object.keys(matrix.self), matrix.code ?? ""].find(
      (one) => one !== "" && bareText(one) === label,
    );
    if (wanted === undefined) continue;
    if (rows.has(wanted))
      findings.add(
        "E38",
        { label: wanted, other: table.grid.source(rows.get(wanted) ?? 1, labelsAt).cell },
        { source: table.grid.source(row, labelsAt) },
      );
    else rows.set(wanted, row);
  }
  return table.columns.flatMap(([column]) => {
    const name = table.text(table.headerRow, column);
    const isFilled = [...rows.values()].some((row) => table.grid.text(row, column) !== "");
    if (
      column === labelsAt ||
      column < labelsAt ||
      !isFilled ||
      isTotal(name) ||
      NO_UNITS.has(bareText(name))
    )
      return [];
    const codeRow = rows.get(matrix.code ?? "");
    const code = codeRow === undefined ? "" : plain(table.grid.text(codeRow, column));
    return [
      {
        name,
        code: code || (codeOf(name, matrix.codes) ?? ""),
        at: { row: table.headerRow, column },
        cell: (label: string) => {
          const row = rows.get(label);
          return row === undefined ? undefined : { row, column };
        },
      },
    ];
  });
}

function readLine(
  reading: FormReading,
  { grid }: FormTable,
  { facts, self }: MatrixMapping,
  line: UnitLine,
): UnitReading {
  const { file, workbook, mapping, system } = reading;
  const findings = new Findings(file);
  const form = mapping.by === "unit" ? formRows(system) : rowsByOthers(system);
  const rows: MatchedRow[] = [];
  const unitFacts = new Map<string, Answer>();
  const place = (row: FormRow, columns: Partial<AnswerColumns>, at: number): MatchedRow => ({
    row: at,
    form: row,
    contradictory: false,
    at: { grid, columns: { ...NO_COLUMNS, ...columns } },
  });
  for (const [label, fact] of Object.entries(facts)) {
    const cell = line.cell(label);
    if (!cell) continue;
    const asked = form.find((row) => row.fact === fact);
    const field = system.unitFacts.find((one) => one.fact === fact);
    if (asked) rows.push(place(asked, { value: cell.column }, cell.row));
    else if (field)
      unitFacts.set(
        fact,
        unitFactAt(field, grid, grid.source(cell.row, cell.column), workbook.date1904, findings),
      );
  }
  for (const [label, item] of Object.entries(self)) {
    const cell = line.cell(label);
    const row = formRows(system).find((one) => one.item.id === item);
    // A row of its own, which is read for its self-score alone.
    if (cell && row)
      rows.push(
        place({ key: row.key, item: row.item, label, firstOfItem: true }, { self: cell.column }, cell.row),
      );
  }
  return readUnit(reading, { name: line.name, code: line.code }, unitFacts, rows, findings);
}
