import { COLUMNS, type FormRow, VERIFICATION_COLUMNS } from "../model/form.js";
import { LIVE_COLUMNS } from "../model/live-names.js";
import { equals, parseDecimal } from "../model/rational.js";
import type { Grid } from "./grid.js";
import { quoted } from "./refused.js";
import type { Findings } from "./report.js";
import type { FoundSheet } from "./sheets.js";
import { isAlike, plain } from "./text.js";

/** The columns of 指标填报 that are read, by number; undefined where one is gone. */
export type AnswerColumns = Readonly<Record<keyof typeof COLUMNS, number | undefined>>;

/** The columns a unit fills in. */
export const INPUT_COLUMNS = ["value", "documents", "notApplicable", "self"] as const;

/** The columns by their headers. `others`: headers that this workbook may have beside those of the form. */
export function answerColumns(
  { grid, header }: FoundSheet,
  levels: readonly string[],
  findings: Findings,
  others: readonly string[] = [],
): AnswerColumns {
  const at = (name: string) => header.columns.get(plain(name));
  const columns = Object.fromEntries(
    Object.entries(COLUMNS).map(([key, name]) => [key, at(name)]),
  ) as AnswerColumns;
  if (!knowsRows(columns))
    findings.add(
      "E11",
      { columns: [COLUMNS.key, COLUMNS.item, COLUMNS.field].join("、") },
      { sheet: grid.sheet.name },
    );
  for (const key of [...INPUT_COLUMNS, "key"] as const) {
    const name = plain(COLUMNS[key]);
    if (header.repeated.has(name))
      findings.add("E13", { name: COLUMNS[key], found: "" }, { sheet: grid.sheet.name });
  }
  tellOtherColumns(
    { grid, header },
    new Set([COLUMNS, LIVE_COLUMNS].flatMap(Object.values).concat(levels, others).map(plain)),
    findings,
  );
  return columns;
}

/** Rows are known by 键, or by 指标编号 and 填报项 together. */
export const knowsRows = ({ key, item, field }: AnswerColumns): boolean =>
  key !== undefined || (item !== undefined && field !== undefined);

/** What is not of the form is not read; what only an assessor's copy may hold is told as that. */
export function tellOtherColumns(
  { grid, header }: FoundSheet,
  known: ReadonlySet<string>,
  findings: Findings,
): void {
  const verification = new Set(Object.values(VERIFICATION_COLUMNS).map(plain));
  const found: string[] = [];
  for (const [name, column] of header.columns) {
    if (known.has(name)) continue;
    if (verification.has(name)) found.push(name);
    else findings.add("W02", { what: "column", name }, { source: grid.source(header.row, column) });
  }
  if (found.length > 0) findings.add("W07", { columns: found.join("、") }, { sheet: grid.sheet.name });
}

/** A row of the form, as far as it is needed to know it again. */
type KnownRow = Pick<FormRow, "key" | "item" | "label">;

export interface MatchedRow<Row extends KnownRow = FormRow> {
  readonly row: number;
  readonly form: Row;
  /** Its key or number says one thing, the rest of the row another: nothing in it is believed. */
  readonly contradictory: boolean;
  /** Where its things stand, in a form in which that differs from row to row. */
  readonly at?: { readonly grid: Grid; readonly columns: AnswerColumns };
}

/** What would be lost with a row that is not recognised. */
interface Inputs {
  readonly columns: readonly (number | undefined)[];
  /** The column that a finding points at, and says what stands there. */
  readonly value: number | undefined;
  readonly why?: string;
}

/** Which row of the sheet is which row of the form; what can't be told is a finding, not a guess. */
export function matchRows<Row extends KnownRow>(
  { grid, header }: FoundSheet,
  columns: AnswerColumns,
  form: readonly Row[],
  findings: Findings,
  inputs: Inputs = { columns: INPUT_COLUMNS.map((input) => columns[input]), value: columns.value },
): MatchedRow<Row>[] {
  const byKey = new Map(form.map((row) => [row.key, row]));
  const matched: MatchedRow<Row>[] = [];
  for (let row = header.row + 1; row <= grid.lastRow; row += 1) {
    const text = (key: keyof AnswerColumns) => grid.text(row, columns[key]);
    const key = text("key");
    const said: Said = {
      item: text("item"),
      isNumber: grid.cell(row, columns.item)?.kind === "number",
      field: text("field"),
    };
    const candidates = key === "" ? form.filter((one) => saysSame(one, said)) : [byKey.get(key)];
    const [only] = candidates;
    if (only && candidates.length === 1) {
      matched.push({ row, form: only, contradictory: contradicts(only, said) });
    }
    const unknown = !only || candidates.length > 1 || contradicts(only, said);
    if (!unknown || !inputs.columns.some((input) => grid.text(row, input) !== "")) continue;
    const found = quoted(grid.text(row, inputs.value));
    const why = inputs.why === undefined ? {} : { why: inputs.why };
    findings.add(
      "E37",
      { ...why, key, item: quoted(said.item), field: quoted(said.field), found },
      { source: grid.source(row, inputs.value ?? 1) },
    );
  }
  return matched;
}

/** What a row says of itself beside its key. */
interface Said {
  readonly item: string;
  /** The number stands there as a number: 1.10 has become 1.1. */
  readonly isNumber: boolean;
  readonly field: string;
}

const saysSame = (row: KnownRow, said: Said): boolean =>
  said.item !== "" && isItem(row, said) && isAlike(row.label, said.field);

/** A blank says nothing against the key. */
const contradicts = (row: KnownRow, said: Said): boolean =>
  (said.item !== "" && !isItem(row, said)) || (said.field !== "" && !isAlike(row.label, said.field));

function isItem({ item }: KnownRow, said: Said): boolean {
  if (isAlike(said.item, item.id)) return true;
  const [a, b] = [said.item, item.id].map(parseDecimal);
  return said.isNumber && a !== undefined && b !== undefined && equals(a, b);
}
