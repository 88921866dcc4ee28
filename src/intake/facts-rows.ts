import { expected } from "../model/expected.js";
import { FACTS_COLUMNS, type FormRow } from "../model/form.js";
import type { IndicatorSystem } from "../model/indicator-system.js";
import type { Source } from "../model/source.js";
import type { NamedFact } from "./fact-names.js";
import { isFilled } from "./grid.js";
import { mergedOver } from "./merges.js";
import { tellOddValue } from "./odd-values.js";
import type { GivenFact } from "./read-facts.js";
import { isRefused, quoted } from "./refused.js";
import type { Findings } from "./report.js";
import type { FoundSheet } from "./sheets.js";
import { plain } from "./text.js";
import { readValue, unusable } from "./values.js";

/** Everything that the rows of one table are read with. */
export interface FactsTable {
  readonly table: FoundSheet;
  readonly names: (written: string) => NamedFact;
  readonly system: IndicatorSystem;
  readonly date1904: boolean;
  readonly findings: Findings;
}

/** A given fact and the row of the form that it answers. */
export type FactsRow = GivenFact & { readonly form: FormRow };

/** The rows that give a value; of every other with a value a finding says why it is not used. */
export function readFactsRows(sheet: FactsTable): FactsRow[] {
  const { grid, header } = sheet.table;
  const rows = Array.from({ length: Math.max(grid.lastRow - header.row, 0) }, (_, i) => header.row + 1 + i);
  return rows.flatMap((row) => readRow(sheet, row) ?? []);
}

type ColumnName = keyof typeof FACTS_COLUMNS;

function readRow(sheet: FactsTable, row: number): FactsRow | undefined {
  const { table, names, system, date1904, findings } = sheet;
  const { grid, header } = table;
  const at = (name: ColumnName) => header.columns.get(plain(FACTS_COLUMNS[name])) ?? 0;
  const text = (name: ColumnName) => grid.text(row, at(name));
  if (tellUnusable(sheet, row, at)) return undefined;
  const cell = grid.cell(row, at("value"));
  if (!isFilled(cell)) return undefined;

  const source = grid.source(row, at("value"));
  const raw = text("value");
  const code = plain(text("code"));
  const label = quoted(text("fact"));
  const found = quoted(raw);
  if (label === "") return unrecognised({ why: "no-fact", found }, source, findings);
  if (code === "") return unrecognised({ why: "no-code", label, found }, source, findings);
  const named = names(text("fact"));
  if ("why" in named) {
    const others = named.why === "ambiguous-fact" ? { names: named.names.join("、") } : {};
    return unrecognised({ why: named.why, label, found, ...others }, source, findings);
  }

  const form = named.row;
  const fact = form.fact ?? "";
  const about = { source, item: form.item.id, fact };
  const given = { code, fact, origin: text("source"), form };
  const value = readValue(cell, expected(form), date1904);
  if (isRefused(value)) {
    findings.add(value.code, { label: form.label, ...adviceForOthers(value.params) }, about);
    return { ...given, answer: { status: "refused", source, raw } };
  }
  tellOddValue(value, cell, form.label, system, about, findings);
  // Whoever supplies it stands for it.
  return { ...given, answer: { status: "value", value, documents: [], accepted: true, source, raw } };
}

/** Others have no column 不适用 to turn to. */
const adviceForOthers = (params: Readonly<Record<string, string>>) =>
  params.reason === "none" ? { ...params, reason: "none-here" } : params;

function unrecognised(
  params: Readonly<Record<string, string>>,
  source: Source,
  findings: Findings,
): undefined {
  findings.add("E37", params, { source });
}

/** A cell in a merged range, or a code or a name that is an error: whom or what the row is about is not known. */
function tellUnusable(
  { table, findings }: FactsTable,
  row: number,
  at: (name: ColumnName) => number,
): boolean {
  const { grid } = table;
  for (const name of ["code", "fact", "value"] as const) {
    const source = grid.source(row, at(name));
    const label = FACTS_COLUMNS[name];
    const range = mergedOver(grid, row, at(name));
    if (range !== undefined) {
      findings.add("E22", { label, range }, { source });
      return true;
    }
    const cell = grid.cell(row, at(name));
    const problem = name === "value" || !cell ? undefined : unusable(cell);
    if (problem) {
      findings.add(problem.code, { label, ...problem.params }, { source });
      return true;
    }
  }
  return false;
}
