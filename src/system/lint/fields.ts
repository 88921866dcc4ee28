import { RECORDS_COLUMNS, recordsSheet, SHEETS, VERIFICATION_COLUMNS } from "../../model/form.js";
import { compare, toDecimal } from "../../model/rational.js";
import type {
  ColumnDocument,
  FieldDocument,
  FromResults,
  UnitFactDocument,
} from "../../model/system-document.js";
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
  if (!("by" in field)) return;
  lintFrom(context, field, at);
  if (field.by === "unit" || field.documents === 0) return;
  context.report("documents-by-others", at.key("documents"), {
    fact: field.fact,
    by: field.by,
    documents: String(field.documents),
  });
}

/** Which types hold what is taken from results; a share is of units with certain grades. */
const TAKEN_AS: Readonly<Record<FromResults["take"], { of: FromResults["of"]; types: readonly string[] }>> = {
  total: { of: "unit", types: ["number"] },
  rate: { of: "unit", types: ["percent"] },
  grade: { of: "unit", types: ["choice", "text"] },
  share: { of: "children", types: ["percent"] },
  mean: { of: "children", types: ["number"] },
  min: { of: "children", types: ["number"] },
  max: { of: "children", types: ["number"] },
  count: { of: "children", types: ["integer", "number"] },
};

/** A field that results supply says which; no other does. */
function lintFrom(context: LintContext, field: FieldDocument, at: At): void {
  const from = "from" in field ? field.from : undefined;
  const report = (why: string, place: At, params: Record<string, string> = {}) =>
    context.report("from-results", place, { fact: field.fact, why, ...params });
  if (field.by !== "results") {
    if (from) report("not-by-results", at.key("from"));
    return;
  }
  if (!from) {
    report("no-from", at.key("by"));
    return;
  }
  const { of, types } = TAKEN_AS[from.take];
  if (of !== from.of) report("of", at.key("from").key("take"), { take: from.take, of });
  if (!types.includes(field.type)) {
    report("type", at.key("type"), { take: from.take, expected: types.join(" | "), type: field.type });
  }
  if ((from.take === "share") !== (from.grades !== undefined)) {
    report(from.grades ? "grades-unused" : "no-grades", at.key("from"), { take: from.take });
  }
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
