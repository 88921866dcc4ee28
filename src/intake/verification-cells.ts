import type { Expected } from "../model/expected.js";
import { VERDICTS, VERIFICATION_COLUMNS } from "../model/form.js";
import type { Value } from "../model/value.js";
import type { Signed } from "../model/verification.js";
import { type Grid, isFilled } from "./grid.js";
import { mergedOver } from "./merges.js";
import { isRefused } from "./refused.js";
import type { About, Findings } from "./report.js";
import type { FoundSheet } from "./sheets.js";
import { plain } from "./text.js";
import { readValue } from "./values.js";

export type VerificationColumn = keyof typeof VERIFICATION_COLUMNS;

/** A sheet of the assessor's copy, and where its own columns stand; one that is gone is undefined. */
export interface VerifiedSheet {
  readonly grid: Grid;
  readonly at: Readonly<Record<VerificationColumn, number | undefined>>;
  readonly date1904: boolean;
  readonly findings: Findings;
}

/** The columns of the assessor's copy in reading order. */
export const VERIFICATION_ORDER = Object.keys(VERIFICATION_COLUMNS) as VerificationColumn[];

/** Finds the columns; one that is there twice is not chosen by guessing. */
export function verifiedSheet(
  { grid, header }: FoundSheet,
  date1904: boolean,
  findings: Findings,
): VerifiedSheet {
  const at = Object.fromEntries(
    VERIFICATION_ORDER.map((name) => [name, header.columns.get(plain(VERIFICATION_COLUMNS[name]))]),
  ) as VerifiedSheet["at"];
  for (const name of Object.values(VERIFICATION_COLUMNS)) {
    if (header.repeated.has(plain(name)))
      findings.add("E13", { name, found: "" }, { sheet: grid.sheet.name });
  }
  return { grid, at, date1904, findings };
}

/** About what a cell of the copy speaks; its own place is added. */
export type Topic = Omit<About, "source" | "sheet"> & { readonly label: string };

export const isGiven = ({ grid, at }: VerifiedSheet, row: number, name: VerificationColumn): boolean =>
  isFilled(at[name] === undefined ? undefined : grid.cell(row, at[name]));

/** The place of a cell of the copy; where its column is gone, the first cell of the row. */
export const placeOf = ({ grid, at }: VerifiedSheet, row: number, name: VerificationColumn) =>
  grid.source(row, at[name] ?? 1);

/** undefined: blank. refused: not read with certainty, and told. */
export function readCell(
  sheet: VerifiedSheet,
  row: number,
  name: VerificationColumn,
  expected: Expected,
  { label, ...about }: Topic,
): Value | "refused" | undefined {
  const { grid, at, date1904, findings } = sheet;
  const place = { ...about, source: placeOf(sheet, row, name) };
  const range = mergedOver(grid, row, at[name]);
  if (range !== undefined) {
    findings.add("E22", { label, range }, place);
    return "refused";
  }
  const cell = grid.cell(row, at[name]);
  if (!isFilled(cell)) return undefined;
  const value = readValue(cell, expected, date1904);
  if (!isRefused(value)) return value;
  const { reason } = value.params;
  findings.add(
    value.code,
    { label, ...value.params, ...(reason === "none" ? { reason: "none-here" } : {}) },
    place,
  );
  return "refused";
}

const VERDICT: Expected = { type: "choice", unit: undefined, options: Object.values(VERDICTS) };

/** 核查结论. */
export function readVerdict(
  sheet: VerifiedSheet,
  row: number,
  about: Omit<Topic, "label">,
): "accepted" | "rejected" | "refused" | undefined {
  const topic = { ...about, label: VERIFICATION_COLUMNS.verdict };
  const said = readCell(sheet, row, "verdict", VERDICT, topic);
  if (said === undefined || said === "refused") return said;
  return said.type === "text" && said.text === VERDICTS.accepted ? "accepted" : "rejected";
}

const TEXT: Expected = { type: "text", unit: undefined };

/** Who says so, when and why; a day is given as `2024-03-01` where the cell is one. */
export function readSigned(sheet: VerifiedSheet, row: number, about: Omit<Topic, "label">): Signed {
  const text = (name: VerificationColumn): string => {
    const said = readCell(sheet, row, name, TEXT, { ...about, label: VERIFICATION_COLUMNS[name] });
    return typeof said === "object" && said.type === "text" ? said.text : "";
  };
  const filled = VERIFICATION_ORDER.filter((name) => isGiven(sheet, row, name));
  const sources = filled.map((name) => placeOf(sheet, row, name));
  return { reason: text("reason"), by: text("verifier"), date: text("date"), sources };
}
