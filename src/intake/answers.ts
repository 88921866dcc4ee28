import { expected } from "../model/expected.js";
import { type FormRow, isRequired } from "../model/form.js";
import type { Field, IndicatorSystem, UnitFact } from "../model/indicator-system.js";
import type { Source } from "../model/source.js";
import type { Answer } from "../model/submission.js";
import { declaration, reasonsByItem } from "./declared.js";
import { namedDocuments, namedNumbers } from "./documents.js";
import { type Grid, isFilled } from "./grid.js";
import { type AnswerColumns, INPUT_COLUMNS, type MatchedRow } from "./match-rows.js";
import { mergedOver } from "./merges.js";
import { tellOddValue } from "./odd-values.js";
import { countOfRecords, type FoundRecords } from "./records-count.js";
import { isRefused, quoted, type Refused } from "./refused.js";
import type { Findings } from "./report.js";
import { readValue } from "./values.js";

/** Everything that the rows of 指标填报 are read with. */
export interface AnswerSheet {
  readonly grid: Grid;
  readonly columns: AnswerColumns;
  readonly system: IndicatorSystem;
  /** Numbers of the documents that 佐证材料 registers; absent where a form has no register, and names them. */
  readonly registered?: ReadonlySet<string>;
  readonly records: FoundRecords;
  readonly date1904: boolean;
  readonly findings: Findings;
}

/** The sheet as one of its rows is to be read. */
export const sheetOf = (sheet: AnswerSheet, { at }: MatchedRow): AnswerSheet =>
  at ? { ...sheet, ...at } : sheet;

/** The answers by fact name. A fact with two rows has no answer that can be believed. */
export function readAnswers(whole: AnswerSheet, rows: readonly MatchedRow[]): Map<string, Answer> {
  const reasons = reasonsByItem(whole, rows);
  const answers = new Map<string, Answer>();
  const first = new Map<string, Source>();
  for (const matched of rows) {
    const { row, form, contradictory } = matched;
    const sheet = sheetOf(whole, matched);
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
  const list = form.field?.type === "records" ? countOfRecords(sheet.records, form.field) : undefined;

  const merged = mergedOver(grid, row, columns.value) ?? mergedOver(grid, row, columns.notApplicable);
  if (merged !== undefined) return refuse("E22", { range: merged });

  const declared = declaration(grid.text(row, columns.notApplicable));
  if (declared === "unclear") {
    const found = quoted(grid.text(row, columns.notApplicable));
    return refuse("E35", { why: "unclear", found });
  }
  if (declared === "yes") {
    if (isFilled(cell)) return refuse("E39", { found: quoted(raw) });
    if (list && list.rows > 0) return refuse("E39", { found: "", rows: String(list.rows) });
    if (!form.item.mayBeNotApplicable) return refuse("E35", { why: "not-allowed" });
    const reason = grid.text(row, columns.remark) || (reasons.get(form.item.id) ?? "");
    return reason === ""
      ? refuse("E35", { why: "no-reason" })
      : { status: "notApplicable", reason, source, raw };
  }
  if (!isFilled(cell)) {
    if (list && list.rows > 0)
      return {
        status: "value",
        value: list.value,
        documents: supportingDocuments(sheet, row, form),
        source,
        raw,
      };
    if (isRequired(form)) findings.add("E23", blankParams(form.label, form.field), place);
    const documents = supportingDocuments(sheet, row, form);
    return { status: "blank", source, raw, ...(documents.length > 0 ? { documents } : {}) };
  }
  const value = readValue(cell, expected(form), sheet.date1904);
  if (isRefused(value)) return refuse(value.code, advised(value.params, form));
  const contradicted = list?.contradicts(value);
  if (contradicted) return refuse("E33", contradicted);
  tellOddValue(value, cell, form.label, sheet.system, place, findings);
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

/** The documents that the row names and that are there; those that are not are told. */
function supportingDocuments(sheet: AnswerSheet, row: number, form: FormRow): string[] {
  const { grid, columns, registered, findings } = sheet;
  if (columns.documents === undefined) return [];
  const source = grid.source(row, columns.documents);
  const merged = mergedOver(grid, row, columns.documents);
  if (merged !== undefined) {
    findings.add("E22", { label: form.label, range: merged }, { source, ...about(form) });
    return [];
  }
  if (!registered) return namedDocuments(grid.text(row, columns.documents));
  const named = namedNumbers(grid.text(row, columns.documents));
  const missing = named.filter((number) => !registered.has(number));
  if (missing.length > 0) {
    findings.add("E34", { label: form.label, found: missing.join("、") }, { source, ...about(form) });
  }
  return named.filter((number) => registered.has(number));
}
