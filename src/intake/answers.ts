import type { FormRow } from "../model/form.js";
import type { Field, IndicatorSystem, UnitFact } from "../model/indicator-system.js";
import type { Source } from "../model/source.js";
import type { Answer, SupportingDocument } from "../model/submission.js";
import type { Cell } from "./cells.js";
import { namedNumbers } from "./documents.js";
import { type Grid, textOf } from "./grid.js";
import { type AnswerColumns, INPUT_COLUMNS, type MatchedRow } from "./match-rows.js";
import { isRefused, quoted, type Refused } from "./refused.js";
import type { Findings } from "./report.js";
import { plain } from "./text.js";
import { type Expected, readValue } from "./values.js";

/** Everything that the rows of 指标填报 are read with. */
export interface AnswerSheet {
  readonly grid: Grid;
  readonly columns: AnswerColumns;
  readonly system: IndicatorSystem;
  readonly documents: readonly SupportingDocument[];
  readonly date1904: boolean;
  readonly findings: Findings;
}

/** The answers by fact name. A fact with two rows has no answer that can be believed. */
export function readAnswers(sheet: AnswerSheet, rows: readonly MatchedRow[]): Map<string, Answer> {
  const reasons = reasonsByItem(sheet, rows);
  const answers = new Map<string, Answer>();
  const first = new Map<string, Source>();
  for (const { row, form, contradictory } of rows) {
    if (!form.fact || !form.field || sheet.columns.value === undefined) continue;
    const source = sheet.grid.source(row, sheet.columns.value);
    const raw = sheet.grid.text(row, sheet.columns.value);
    const before = first.get(form.fact);
    if (before) {
      sheet.findings.add("E38", { label: form.label, other: before.cell }, { source, ...about(form) });
      answers.set(form.fact, { status: "refused", source: before, raw: answers.get(form.fact)?.raw ?? "" });
      continue;
    }
    first.set(form.fact, source);
    const believed = !contradictory || !isTouched(sheet, row);
    answers.set(
      form.fact,
      believed ? readRow(sheet, row, form, source, raw, reasons) : { status: "refused", source, raw },
    );
  }
  return answers;
}

/** Has the unit filled in anything? */
const isTouched = ({ grid, columns }: AnswerSheet, row: number): boolean =>
  INPUT_COLUMNS.some((input) => grid.text(row, columns[input]) !== "");

const about = (form: FormRow) => ({
  item: form.item.id,
  ...(form.fact === undefined ? {} : { fact: form.fact }),
});

function readRow(
  sheet: AnswerSheet,
  row: number,
  form: FormRow,
  source: Source,
  raw: string,
  reasons: ReadonlyMap<string, string>,
): Answer {
  const { grid, columns, findings } = sheet;
  const place = { source, ...about(form) };
  const refuse = (code: Parameters<Findings["add"]>[0], params: Readonly<Record<string, string>>): Answer => {
    findings.add(code, { label: form.label, ...params }, place);
    return { status: "refused", source, raw };
  };
  const cell = grid.cell(row, columns.value);
  const filled = cell !== undefined && (raw !== "" || cell.kind === "noResult");

  const merged = mergedOver(grid, row, columns.value) ?? mergedOver(grid, row, columns.notApplicable);
  if (merged !== undefined) return refuse("E22", { range: merged });

  const declared = declaration(grid.text(row, columns.notApplicable));
  if (declared === "unclear") {
    const found = quoted(grid.text(row, columns.notApplicable));
    return refuse("E35", { why: "unclear", found });
  }
  if (declared === "yes") {
    if (filled) return refuse("E39", { found: quoted(raw) });
    if (!form.item.mayBeNotApplicable) return refuse("E35", { why: "not-allowed" });
    const reason = grid.text(row, columns.remark) || (reasons.get(form.item.id) ?? "");
    return reason === ""
      ? refuse("E35", { why: "no-reason" })
      : { status: "notApplicable", reason, source, raw };
  }
  if (!filled) {
    if (isRequired(form)) findings.add("E23", blankParams(form.label, form.field), place);
    const documents = supportingDocuments(sheet, row, form);
    return { status: "blank", source, raw, ...(documents.length > 0 ? { documents } : {}) };
  }
  const value = readValue(cell, expected(form), sheet.date1904);
  if (isRefused(value)) return refuse(value.code, advised(value.params, form));
  if (value.type === "date") tellPeriod(sheet, form, value.date, source);
  if (value.type === "text") tellOddText(sheet, form, cell, source);
  return { status: "value", value, documents: supportingDocuments(sheet, row, form), source, raw };
}

/** What the sentence about a blank needs: how the field is to be filled in depends on its type. */
export function blankParams(label: string, field: Field | UnitFact | undefined): Record<string, string> {
  const type = field?.type ?? "text";
  return { label, type: ["integer", "percent", "rate"].includes(type) ? "number" : type };
}

/** “无” may stand for 不适用 only where the item allows that. */
function advised(params: Refused["params"], { item }: FormRow): Refused["params"] {
  return params.reason === "none" && !item.mayBeNotApplicable ? { ...params, reason: "none-here" } : params;
}

/** A bonus is never owed; of a rate, the printed figure is a cross-check. */
export const isRequired = ({ field, item, part }: FormRow): boolean =>
  field !== undefined && !field.optional && part !== "rate" && item.kind !== "bonus";

/** The parts of a rate are counts or sums: not negative, and without the bounds of the rate itself. */
export function expected({ field, part }: FormRow): Expected {
  if (!field) return { type: "text", unit: undefined };
  if (part === "numerator" || part === "denominator")
    return { type: "number", unit: field.unit, min: { n: 0n, d: 1n } };
  return field;
}

/** The merged range that hides what belongs to which row, or what lies covered; an empty one hides nothing. */
function mergedOver(grid: Grid, row: number, column: number | undefined): string | undefined {
  const range = column === undefined ? undefined : grid.merged(row, column);
  if (!range || (grid.text(range.top, range.left) === "" && grid.text(row, column) === "")) return undefined;
  return `${grid.source(range.top, range.left).cell}:${grid.source(range.bottom, range.right).cell}`;
}

const DECLARED = new Set(["是", "√", "✓", "TRUE", "不适用"]);
const NOT_DECLARED = new Set(["", "否", "×", "FALSE", "/", "-", "—"]);

function declaration(text: string): "yes" | "no" | "unclear" {
  const said = plain(text).toUpperCase();
  if (DECLARED.has(said)) return "yes";
  return NOT_DECLARED.has(said) ? "no" : "unclear";
}

/** One reason serves all rows of an item that are declared away together. */
function reasonsByItem({ grid, columns }: AnswerSheet, rows: readonly MatchedRow[]): Map<string, string> {
  const reasons = new Map<string, string>();
  for (const { row, form, contradictory } of rows) {
    if (contradictory) continue;
    const reason = grid.text(row, columns.remark);
    const isDeclared = declaration(grid.text(row, columns.notApplicable)) === "yes";
    if (isDeclared && reason !== "" && !reasons.has(form.item.id)) reasons.set(form.item.id, reason);
  }
  return reasons;
}

function tellPeriod({ system, findings }: AnswerSheet, form: FormRow, day: string, source: Source): void {
  const { period } = system;
  if (period && (day < period.from || day > period.to)) {
    findings.add("W03", { label: form.label, found: day, ...period }, { source, ...about(form) });
  }
}

/** A worksheet cell holds no more characters than this: a text that long was probably cut. */
const CELL_LIMIT = 32_767;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const ODD = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFD]/;

function tellOddText({ findings }: AnswerSheet, form: FormRow, cell: Cell, source: Source): void {
  const text = textOf(cell);
  const what = text.length >= CELL_LIMIT ? "cut" : ODD.test(text) ? "odd" : undefined;
  if (what) findings.add("W06", { label: form.label, what, found: quoted(text) }, { source, ...about(form) });
}

/** The documents that the row names and that are there; those that are not are told. */
function supportingDocuments(sheet: AnswerSheet, row: number, form: FormRow): string[] {
  const { grid, columns, documents, findings } = sheet;
  if (columns.documents === undefined) return [];
  const source = grid.source(row, columns.documents);
  const merged = mergedOver(grid, row, columns.documents);
  if (merged !== undefined) {
    findings.add("E22", { label: form.label, range: merged }, { source, ...about(form) });
    return [];
  }
  const known = new Set(documents.map(({ number }) => number));
  const named = namedNumbers(grid.text(row, columns.documents));
  const missing = named.filter((number) => !known.has(number));
  if (missing.length > 0) {
    findings.add("E34", { label: form.label, found: missing.join("、") }, { source, ...about(form) });
  }
  return named.filter((number) => known.has(number));
}
