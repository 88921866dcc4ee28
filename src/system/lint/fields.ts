import { RECORDS_COLUMNS, recordsSheet, SHEETS, VERIFICATION_COLUMNS } from "../../model/form.js";
import { compare, toDecimal } from "../../model/rational.js";
import type { ColumnDocument, FieldDocument, UnitFactDocument } from "../../model/system-document.js";
import { type At, type LintContext, Names } from "./context.js";

/** Headers that stand on every sheet of records: a column of that name could not be told from them. */
const HEADERS: ReadonlySet<string> = new Set([
  ...Object.values(RECORDS_COLUMNS),
  ...Object.values(VERIFICATION_COLUMNS),
]);

/** Names of sheets know no case, and “History” is Excel's own. */
const TAKEN: ReadonlySet<string> = new Set([...Object.values(SHEETS), "history"]);

/** Options and bounds of one field; the columns of records. */
export function lintField(context: LintContext, field: FieldDocument | UnitFactDocument, at: At): void {
  lintOptions(context, field, at);
  lintBounds(context, field, at);
  if (field.type === "records") lintColumns(context, field.columns, at.key("columns"));
  if (!("by" in field) || field.by === "unit" || field.documents === 0) return;
  context.report("documents-by-others", at.key("documents"), {
    fact: field.fact,
    by: field.by,
    documents: String(field.documents),
  });
}

function lintOptions(context: LintContext, field: FieldDocument | UnitFactDocument, at: At): void {
  if (!("options" in field)) return;
  const options = new Names();
  for (const [index, option] of field.options.entries())
    once(context, option, options, at.key("options").index(index));
}

function lintBounds(context: LintContext, field: FieldDocument | UnitFactDocument, at: At): void {
  if (!("min" in field) || field.min === undefined || field.max === undefined) return;
  if (field.type === "date") lintDays(context, field.min, field.max, at.key("min"));
  else if (compare(field.min, field.max) > 0) {
    context.report("bounds-order", at.key("min"), { min: toDecimal(field.min), max: toDecimal(field.max) });
  }
}

/** Days as texts are in the order of time. */
export function lintDays(context: LintContext, min: string, max: string, at: At): void {
  if (min > max) context.report("bounds-order", at, { min, max });
}

/** A condition knows a column by its name, a reader of the sheet by its label: both must be its own. */
function lintColumns(context: LintContext, columns: readonly ColumnDocument[], at: At): void {
  const names = new Names();
  const labels = new Names(HEADERS);
  for (const [index, column] of columns.entries()) {
    const place = at.index(index);
    once(context, column.fact, names, place.key("fact"));
    once(context, column.label, labels, place.key("label"));
    lintField(context, column, place);
  }
}

function once(context: LintContext, name: string, among: Names, at: At): void {
  const problem = among.take(name, at);
  if (problem) context.report("duplicate-id", at, { id: name, ...problem });
}

/** Every list of records has a sheet of its own, named after its label. */
export function lintSheets(context: LintContext): void {
  const sheets = new Names(TAKEN);
  for (const { item, at } of context.items) {
    for (const [index, field] of item.evidence.entries()) {
      if (field.type !== "records") continue;
      const place = at.key("evidence").index(index).key("label");
      const sheet = recordsSheet(field);
      const problem = sheet === "" ? { first: "" } : sheets.take(sheet.toLowerCase(), place);
      if (problem) context.report("records-sheet", place, { sheet, ...problem });
    }
  }
}
