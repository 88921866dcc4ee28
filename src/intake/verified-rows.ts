import type { AssessorRow } from "../model/form.js";
import type { Source } from "../model/source.js";
import type { Signed } from "../model/verification.js";
import type { AnswerColumns, MatchedRow } from "./match-rows.js";
import { isGiven, placeOf, readSigned, type VerifiedSheet } from "./verification-cells.js";

/** 指标填报 of the assessor's copy. */
export interface AnswersCopy extends VerifiedSheet {
  /** The unit's own columns. */
  readonly columns: AnswerColumns;
}

/** A row in which an assessor said something. */
export interface VerifiedRow {
  readonly row: number;
  readonly form: AssessorRow;
  readonly signed: Signed;
}

/** What an assessor finds stands in these columns; the others say who, when and why. */
const VERDICT_COLUMNS = ["verdict", "value", "points"] as const;

/** The rows that are filled in, each with who says so. Of a row that is there twice nothing is believed. */
export function verifiedRows(copy: AnswersCopy, rows: readonly MatchedRow<AssessorRow>[]): VerifiedRow[] {
  const found = new Map<string, VerifiedRow>();
  const first = new Map<string, Source>();
  for (const { row, form, contradictory } of rows) {
    if (contradictory || !saysSomething(copy, row, form)) continue;
    const given = VERDICT_COLUMNS.find((name) => isGiven(copy, row, name)) ?? "verdict";
    const source = placeOf(copy, row, given);
    const before = first.get(form.key);
    if (before) {
      copy.findings.add("E38", { label: form.label, other: before.cell }, { source, ...aboutRow(form) });
      found.delete(form.key);
      continue;
    }
    first.set(form.key, source);
    found.set(form.key, { row, form, signed: readSigned(copy, row, aboutRow(form)) });
  }
  return [...found.values()];
}

/** A reason that nothing is said with is not lost silently: a verdict was probably forgotten. */
function saysSomething(copy: AnswersCopy, row: number, form: AssessorRow): boolean {
  if (VERDICT_COLUMNS.some((name) => isGiven(copy, row, name))) return true;
  if (isGiven(copy, row, "reason")) {
    const place = { source: placeOf(copy, row, "reason"), ...aboutRow(form) };
    copy.findings.add("E36", { label: form.label, why: "only-reason" }, place);
  }
  return false;
}

export const factOf = (form: AssessorRow): string | undefined => ("fact" in form ? form.fact : undefined);

/** Of what a finding about a row speaks. */
export function aboutRow(form: AssessorRow): { readonly item: string; readonly fact?: string } {
  const fact = factOf(form);
  return { item: form.item.id, ...(fact === undefined ? {} : { fact }) };
}
