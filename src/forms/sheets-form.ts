import { Grid } from "../intake/grid.js";
import { tellHiddenIn } from "../intake/hidden.js";
import type { MatchedRow } from "../intake/match-rows.js";
import { Findings } from "../intake/report.js";
import { plain } from "../intake/text.js";
import type { Finding } from "../model/finding.js";
import type { HeaderDocument, SheetMapping } from "../model/mapping-document.js";
import { findColumns, matchFormRows } from "./form-rows.js";
import { type FormReading, readUnit, tellRowsGone, type UnitReading } from "./read-unit.js";
import { FormTable, findTable, withoutLayoutMerges } from "./table.js";
import { identify, unitFactsOf } from "./unit.js";

/** The tables of a workbook that one of the mapping's sheets describes. */
export interface MappedTable {
  readonly table: FormTable;
  readonly sheet: SheetMapping;
}

/** The tables of a mapping; undefined where one of its sheets is not there. */
export function findMappedTables({ file, workbook, mapping }: FormReading): MappedTable[] | undefined {
  const all = (mapping.sheets ?? []).map((sheet) =>
    workbook.sheets
      .filter(({ name }) => sheet.sheet === undefined || plain(name) === plain(sheet.sheet))
      .flatMap((one) => {
        const table = findTable(new Grid(file, one), sheet.headerRows, headersOf(sheet));
        return table ? [{ table, sheet }] : [];
      }),
  );
  return all.some((found) => found.length === 0) ? undefined : all.flat();
}

const headersOf = ({ columns, rows }: SheetMapping): HeaderDocument[] => [
  ...Object.values(columns).filter((header) => header !== undefined),
  ...rows.flatMap((row) => Object.keys(row.columns ?? {})),
];

/** One unit's workbook. */
export function readSheetsForm(
  reading: FormReading,
  tables: readonly MappedTable[],
): { readonly unit?: UnitReading; readonly findings: readonly Finding[] } {
  const { file, workbook, mapping, system } = reading;
  const findings = new Findings(file);
  const rows: MatchedRow[] = [];
  for (const { table, sheet } of tables) {
    const columns = findColumns(table, sheet.columns, findings);
    const read = [...table.columns].map(([column]) => column);
    const laid = new FormTable(
      withoutLayoutMerges(file, table.grid.sheet, Object.values(columns)),
      table.headerRow - sheet.headerRows + 1,
      sheet.headerRows,
    );
    rows.push(...matchFormRows({ table: laid, mapping, sheet, columns, system, findings }));
    const header = { row: table.headerRow, columns: new Map<string, number>(), repeated: new Set<string>() };
    tellHiddenIn({ grid: table.grid, header }, read, findings);
  }
  const known = new Set(tables.map(({ table }) => table.grid.sheet.name));
  const first = tables[0]?.table.grid.sheet.name ?? "";
  if (tables.some(({ sheet }) => sheet.columns.number !== undefined || sheet.columns.title !== undefined))
    tellRowsGone(reading, rows, first, findings);
  const grids = workbook.sheets.map((one) => new Grid(file, one));
  const unit = identify(reading, grids, findings);
  for (const { name } of workbook.sheets)
    if (!known.has(name)) findings.add("W02", { what: "sheet", name }, { sheet: name });
  const facts = unitFactsOf(reading, grids, findings);
  if (!unit) return { findings: findings.all() };
  return { unit: readUnit(reading, unit, facts, rows, findings), findings: findings.all() };
}
