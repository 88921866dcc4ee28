import { RECORDS_COLUMNS } from "../model/form.js";
import type { Column, IndicatorSystem } from "../model/indicator-system.js";
import type { Answer, RecordRow } from "../model/submission.js";
import { TOTAL_WORDS } from "../model/words.js";
import { blankParams } from "./answers.js";
import { isFilled } from "./grid.js";
import { tellOtherColumns } from "./match-rows.js";
import { mergedOver } from "./merges.js";
import { tellOddValue } from "./odd-values.js";
import type { FoundRecords } from "./records-count.js";
import { type RecordsSheet, recordsColumns } from "./records-sheets.js";
import { isRefused, quoted } from "./refused.js";
import type { Findings } from "./report.js";
import type { Layout } from "./sheets.js";
import { plain } from "./text.js";
import { readValue } from "./values.js";

/** The rows of the sheets of `records` fields; each cell typed like a fact asked once per unit. */
export function readRecords(
  { records }: Layout,
  system: IndicatorSystem,
  date1904: boolean,
  findings: Findings,
): FoundRecords {
  return new Map(
    [...records].map(([fact, sheet]) => {
      tellColumns(sheet, findings);
      return [fact, readRows({ sheet, system, date1904, findings })];
    }),
  );
}

interface Reading {
  readonly sheet: RecordsSheet;
  readonly system: IndicatorSystem;
  readonly date1904: boolean;
  readonly findings: Findings;
}

/** A column that stands there twice or not at all matters only where there are rows. */
function tellColumns({ field, grid, header, rows }: RecordsSheet, findings: Findings): void {
  const about = { sheet: grid.sheet.name, item: field.item, fact: field.fact };
  const known = [RECORDS_COLUMNS.number, ...field.columns.map(({ label }) => label)];
  tellOtherColumns({ grid, header }, new Set(known.map(plain)), findings);
  if (rows.length === 0) return;
  for (const { label, optional } of field.columns) {
    if (header.repeated.has(plain(label))) findings.add("E13", { name: label, found: "" }, about);
    if (!optional && !header.columns.has(plain(label))) findings.add("E23", { label, column: label }, about);
  }
}

function readRows(reading: Reading): RecordRow[] {
  const { field, grid, header, rows } = reading.sheet;
  const columns = recordsColumns(field, header);
  // Where 序号 is gone, the first column of the sheet stands for the row.
  const number = header.columns.get(plain(RECORDS_COLUMNS.number));
  const first = number ?? 1;
  const own = [...(number === undefined ? [] : [number]), ...columns.values()];
  return rows.flatMap((row) => {
    if (tellTotal(reading, row, own)) return [];
    const cells = field.columns.flatMap((column) => {
      const at = columns.get(column.fact);
      return at === undefined ? [] : [[column.fact, readCell(reading, row, at, column)] as const];
    });
    return [{ source: grid.source(row, first), cells: new Map(cells) }];
  });
}

const TOTALS: ReadonlySet<string> = new Set(TOTAL_WORDS);

/** A row that adds up the others is no record: counted as one, it would count everything twice. */
function tellTotal({ sheet, findings }: Reading, row: number, columns: readonly number[]): boolean {
  const { field, grid } = sheet;
  const at = columns.find((column) => TOTALS.has(plain(grid.text(row, column))));
  if (at === undefined) return false;
  findings.add(
    "E37",
    { why: "total", found: quoted(grid.text(row, at)) },
    { source: grid.source(row, at), item: field.item, fact: field.fact },
  );
  return true;
}

function readCell(
  { sheet, system, date1904, findings }: Reading,
  row: number,
  at: number,
  column: Column,
): Answer {
  const { field, grid } = sheet;
  const { label } = column;
  const source = grid.source(row, at);
  const about = { source, item: field.item, fact: field.fact };
  const raw = grid.text(row, at);
  const merged = mergedOver(grid, row, at);
  if (merged !== undefined) {
    findings.add("E22", { label, range: merged }, about);
    return { status: "refused", source, raw };
  }
  const cell = grid.cell(row, at);
  if (!isFilled(cell)) {
    if (!column.optional) findings.add("E23", blankParams(label, column), about);
    return { status: "blank", source, raw };
  }
  const value = readValue(cell, column, date1904);
  if (isRefused(value)) {
    const { reason } = value.params;
    const params = reason === "none" ? { ...value.params, reason: "none-here" } : value.params;
    findings.add(value.code, { label, ...params }, about);
    return { status: "refused", source, raw };
  }
  tellOddValue(value, cell, label, system, about, findings);
  return { status: "value", value, documents: [], source, raw };
}
