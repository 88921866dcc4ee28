import { COLUMNS, type FormRow, VERIFICATION_COLUMNS } from "../model/form.js";
import { equals, parseDecimal } from "../model/rational.js";
import { quoted } from "./refused.js";
import type { Findings } from "./report.js";
import type { FoundSheet } from "./sheets.js";
import { plain } from "./text.js";

/** The columns of 指标填报 that are read, by number; undefined where one is gone. */
export type AnswerColumns = Readonly<Record<keyof typeof COLUMNS, number | undefined>>;

/** The columns a unit fills in. */
export const INPUT_COLUMNS = ["value", "documents", "notApplicable", "self"] as const;

export function answerColumns(
  { grid, header }: FoundSheet,
  levels: readonly string[],
  findings: Findings,
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
  tellOtherColumns({ grid, header }, new Set([...Object.values(COLUMNS), ...levels].map(plain)), findings);
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
    if (verification.has(name)) found.push(name);
    else if (!known.has(name))
      findings.add("W02", { what: "column", name }, { source: grid.source(header.row, column) });
  }
  if (found.length > 0) findings.add("W07", { columns: found.join("、") }, { sheet: grid.sheet.name });
}

export interface MatchedRow {
  readonly row: number;
  readonly form: FormRow;
  /** Its key or number says one thing, the rest of the row another: nothing in it is believed. */
  readonly contradictory: boolean;
}

/** Which row of the sheet is which row of the form; what can't be told is a finding, not a guess. */
export function matchRows(
  { grid, header }: FoundSheet,
  columns: AnswerColumns,
  form: readonly FormRow[],
  findings: Findings,
): MatchedRow[] {
  const byKey = new Map(form.map((row) => [row.key, row]));
  const matched: MatchedRow[] = [];
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
    if (!unknown || !INPUT_COLUMNS.some((input) => text(input) !== "")) continue;
    const column = columns.value ?? 1;
    findings.add(
      "E37",
      { key, item: quoted(said.item), field: quoted(said.field), found: quoted(text("value")) },
      { source: grid.source(row, column) },
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

const saysSame = (row: FormRow, said: Said): boolean =>
  said.item !== "" && isItem(row, said) && plain(row.label) === plain(said.field);

/** A blank says nothing against the key. */
const contradicts = (row: FormRow, said: Said): boolean =>
  (said.item !== "" && !isItem(row, said)) || (said.field !== "" && plain(row.label) !== plain(said.field));

function isItem({ item }: FormRow, said: Said): boolean {
  if (plain(said.item) === plain(item.id)) return true;
  const [a, b] = [said.item, item.id].map(parseDecimal);
  return said.isNumber && a !== undefined && b !== undefined && equals(a, b);
}
