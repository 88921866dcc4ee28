import { expected } from "../model/expected.js";
import { type Finding, returnsFile } from "../model/finding.js";
import { type FormRow, formRows } from "../model/form.js";
import type { IndicatorSystem } from "../model/indicator-system.js";
import { parseLedgerKey } from "../model/ledger.js";
import type { Source } from "../model/source.js";
import type { Value } from "../model/value.js";
import { readDate } from "./dates.js";
import { namedDocuments } from "./documents.js";
import { findHeader, Grid, isFilled } from "./grid.js";
import { mergedOver } from "./merges.js";
import { inSheetOrder } from "./order.js";
import { isRefused, quoted } from "./refused.js";
import { Findings } from "./report.js";
import type { FoundSheet } from "./sheets.js";
import { plain } from "./text.js";
import { readValue, unusable } from "./values.js";
import { readWorkbook } from "./workbook.js";

/** The headers of 整改台账 and 整改数据 in one language of the gap workbook. */
export interface LedgerHeaders {
  readonly key: string;
  readonly measure: string;
  readonly person: string;
  readonly deadline: string;
  readonly documents: string;
  readonly done: string;
  /** 整改后的值. */
  readonly value: string;
}

/** What is written beside one gap. */
export interface LedgerRow {
  /** Of the unit. */
  readonly code: string;
  /** `gapKey` of the gap. */
  readonly gap: string;
  readonly source: Source;
  readonly measure: string;
  readonly person: string;
  /** `YYYY-MM-DD`; null where none is set. */
  readonly deadline: string | null;
  /** 佐证材料, each by its title. */
  readonly documents: readonly string[];
  /** 完成情况 as written. */
  readonly done: string;
}

/** A value that takes the place of one that was handed in. */
export interface LedgerValue {
  readonly code: string;
  readonly form: FormRow;
  readonly value: Value;
  readonly raw: string;
  readonly source: Source;
}

export interface LedgerReading {
  readonly rows: readonly LedgerRow[];
  readonly values: readonly LedgerValue[];
  /** In the order of the sheets. */
  readonly findings: readonly Finding[];
}

/**
 * Reads a gap workbook whose 整改台账 and 整改数据 were filled in. Sheets are known by their headers, rows by
 * their hidden keys. Never throws.
 *
 * @param languages the headers in every language that gap workbooks are written in
 */
export function readLedger(
  bytes: Uint8Array,
  file: string,
  system: IndicatorSystem,
  languages: readonly LedgerHeaders[],
): LedgerReading {
  const { workbook, findings: problems } = readWorkbook(bytes, file);
  if (!workbook) return { rows: [], values: [], findings: problems };
  const findings = new Findings(file);
  const grids = workbook.sheets.map((sheet) => new Grid(file, sheet));
  const { date1904 } = workbook;
  const rows: LedgerRow[] = [];
  const values: LedgerValue[] = [];
  let isLedger = false;
  for (const grid of grids) {
    for (const headers of languages) {
      const ledger = found(grid, headers.done, headers.deadline, headers.key);
      const data = found(grid, headers.value, headers.key);
      if (ledger) rows.push(...readRows(ledger, headers, date1904, findings));
      else if (data) values.push(...readValues(data, headers, system, date1904, findings));
      if (ledger) isLedger = true;
      if (ledger ?? data) break;
    }
  }
  if (!isLedger) {
    const columns = languages.map(({ done, deadline, key }) => [deadline, done, key].join("、"))[0] ?? "";
    findings.add("E11", { what: "ledger", columns });
  }
  const all = inSheetOrder([...problems, ...findings.all()], workbook);
  return all.some(returnsFile) ? { rows: [], values: [], findings: all } : { rows, values, findings: all };
}

function found(grid: Grid, ...wanted: readonly string[]): FoundSheet | undefined {
  const header = findHeader(grid, ...wanted);
  return header && { grid, header };
}

/** The rows below the header that have a key, each once; one without, in which something was filled in, is told. */
function keyed(
  { grid, header }: FoundSheet,
  headers: LedgerHeaders,
  inputs: readonly string[],
  findings: Findings,
): { readonly row: number; readonly code: string; readonly key: string; readonly isFilled: boolean }[] {
  const keys = new Map<string, number>();
  const at = header.columns.get(plain(headers.key));
  const columns = inputs.map((name) => header.columns.get(plain(name)));
  return Array.from({ length: Math.max(0, grid.lastRow - header.row) }, (_, index) => header.row + 1 + index)
    .map((row) => ({ row, isFilled: columns.some((column) => isFilled(grid.cell(row, column))) }))
    .flatMap(({ row, isFilled: filled }) => {
      const text = grid.text(row, at);
      const key = parseLedgerKey(text);
      const source = grid.source(row, at ?? 1);
      if (!key) {
        if (filled) findings.add("E37", { why: "ledger", found: quoted(text) }, { source });
        return [];
      }
      const before = keys.get(text);
      if (before !== undefined) {
        findings.add("E38", { label: text, other: grid.source(before, at ?? 1).cell }, { source });
        return [];
      }
      keys.set(text, row);
      return [{ row, ...key, isFilled: filled }];
    });
}

function readRows(
  sheet: FoundSheet,
  headers: LedgerHeaders,
  date1904: boolean,
  findings: Findings,
): LedgerRow[] {
  const { grid, header } = sheet;
  const column = (name: keyof LedgerHeaders) => header.columns.get(plain(headers[name]));
  const { measure, person, deadline, documents, done } = headers;
  return keyed(sheet, headers, [measure, person, deadline, documents, done], findings).map(
    ({ row, code, key }) => {
      const text = (name: keyof LedgerHeaders) => grid.text(row, column(name));
      return {
        code,
        gap: key,
        source: grid.source(row, column("done") ?? 1),
        measure: text("measure"),
        person: text("person"),
        deadline: readDeadline(grid, row, column("deadline"), headers, date1904, findings),
        documents: namedDocuments(text("documents")),
        done: text("done"),
      };
    },
  );
}

function readDeadline(
  grid: Grid,
  row: number,
  column: number | undefined,
  { deadline }: LedgerHeaders,
  date1904: boolean,
  findings: Findings,
): string | null {
  const cell = grid.cell(row, column);
  if (!isFilled(cell)) return null;
  const day = unusable(cell) ?? readDate(cell, date1904);
  if (typeof day === "string") return day;
  findings.add(day.code, { label: deadline, ...day.params }, { source: grid.source(row, column ?? 1) });
  return null;
}

function readValues(
  sheet: FoundSheet,
  headers: LedgerHeaders,
  system: IndicatorSystem,
  date1904: boolean,
  findings: Findings,
): LedgerValue[] {
  const { grid, header } = sheet;
  const column = header.columns.get(plain(headers.value));
  const form = new Map(formRows(system).map((row) => [row.fact, row]));
  const rows = keyed(sheet, headers, [headers.value], findings).filter((row) => row.isFilled);
  return rows.flatMap(({ row, code, key }): LedgerValue[] => {
    const asked = form.get(key);
    const source = grid.source(row, column ?? 1);
    const raw = grid.text(row, column);
    const cell = grid.cell(row, column);
    if (!asked?.field || asked.field.type === "records" || !cell) {
      findings.add("E37", { why: "ledger", found: quoted(key) }, { source });
      return [];
    }
    const about = { source, item: asked.item.id, fact: asked.fact ?? "" };
    const merged = mergedOver(grid, row, column);
    if (merged !== undefined) {
      findings.add("E22", { label: asked.label, range: merged }, about);
      return [];
    }
    const value = readValue(cell, expected(asked), date1904);
    if (isRefused(value)) {
      findings.add(value.code, { label: asked.label, ...value.params }, about);
      return [];
    }
    return [{ code, form: asked, value, raw, source }];
  });
}
