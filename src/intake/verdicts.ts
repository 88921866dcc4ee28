import { expected } from "../model/expected.js";
import type { AssessorRow, FormRow } from "../model/form.js";
import type { Source } from "../model/source.js";
import { same, type Value } from "../model/value.js";
import type { FieldVerdict } from "../model/verification.js";
import { declaration } from "./declared.js";
import { isFilled } from "./grid.js";
import type { MatchedRow } from "./match-rows.js";
import { mergedOver } from "./merges.js";
import { isRefused } from "./refused.js";
import { readValue } from "./values.js";
import { isGiven, placeOf, readCell, readVerdict } from "./verification-cells.js";
import { type AnswersCopy, aboutRow, type VerifiedRow } from "./verified-rows.js";

/** A row of the form that answers a fact. */
export type FactRow = FormRow & Required<Pick<FormRow, "fact" | "field">>;

export const isFactRow = (form: VerifiedRow["form"]): form is FactRow =>
  "fact" in form && form.fact !== undefined && form.field !== undefined;

/**
 * What was found of the fields, by the fact of the row. `records`: how many records the copy shows of a
 * list.
 */
export function readFieldVerdicts(
  copy: AnswersCopy,
  rows: readonly VerifiedRow[],
  records: (fact: string) => number,
): Map<string, FieldVerdict> {
  const verdicts = new Map<string, FieldVerdict>();
  for (const { row, form, signed } of rows) {
    const given = (["verdict", "value"] as const).find((name) => isGiven(copy, row, name));
    if (given === undefined) continue;
    const refuse = (why: string): undefined => {
      const at = why === "no-reason" && copy.at.reason !== undefined ? "reason" : given;
      copy.findings.add(
        "E36",
        { label: form.label, why },
        { source: placeOf(copy, row, at), ...aboutRow(form) },
      );
    };
    if (!isFactRow(form)) {
      refuse("no-field");
      continue;
    }
    const said = readSaid(copy, row, form, records(form.fact));
    const decision = said && decide(said, signed.reason);
    if (typeof decision === "string") refuse(decision);
    else if (decision) verdicts.set(form.fact, { ...signed, ...decision });
  }
  return verdicts;
}

/** What one row says, and of what. */
interface Said {
  readonly verdict: "accepted" | "rejected" | undefined;
  /** 核查值 */
  readonly value: Value | undefined;
  /** 填报值 as the copy shows it; undefined where it is blank, or not to be read with certainty. */
  readonly shown: Value | undefined;
  /** Something stands there: a value, 不适用, or records. */
  readonly isReported: boolean;
  /** And it can be accepted: it is known what it is. */
  readonly isCertain: boolean;
  readonly field: FactRow["field"];
}

/** undefined where something in the row is not read with certainty. */
function readSaid(copy: AnswersCopy, row: number, form: FactRow, records: number): Said | undefined {
  const { grid, columns } = copy;
  const about = aboutRow(form);
  const verdict = readVerdict(copy, row, about);
  const value = readCell(copy, row, "value", expected(form), { ...about, label: form.label });
  if (verdict === "refused" || value === "refused") return undefined;
  const shown = shownValue(copy, row, form);
  const declared = declaration(grid.text(row, columns.notApplicable));
  const isBlank = !isFilled(grid.cell(row, columns.value));
  const isReported = !isBlank || declared === "yes" || records > 0;
  const isCertain =
    declared === "yes" ? isBlank : declared === "no" && (isBlank ? records > 0 : shown !== undefined);
  return { verdict, value, shown, isReported, isCertain, field: form.field };
}

/**
 * 填报值 as the copy shows it; what is wrong with it was told when the submission was read. The copy marks
 * what was refused then under 不适用.
 */
export function shownValue(
  { grid, columns, date1904 }: AnswersCopy,
  row: number,
  form: FactRow,
): Value | undefined {
  const cell = grid.cell(row, columns.value);
  if (!isFilled(cell) || mergedOver(grid, row, columns.value) !== undefined) return undefined;
  if (declaration(grid.text(row, columns.notApplicable)) !== "no") return undefined;
  const value = readValue(cell, expected(form), date1904);
  return isRefused(value) ? undefined : value;
}

/** 填报值 of one row as an assessor's copy shows it. */
export interface ShownValue {
  readonly label: string;
  readonly value: Value;
  readonly source: Source;
}

/** What the copy shows of the unit's own fields; of a row that is there twice the last. */
export function shownValues(
  copy: AnswersCopy,
  rows: readonly MatchedRow<AssessorRow>[],
): Map<string, ShownValue> {
  const shown = new Map<string, ShownValue>();
  for (const { row, form, contradictory } of rows) {
    if (contradictory || !isFactRow(form) || form.field.by !== "unit") continue;
    const value = shownValue(copy, row, form);
    const source = copy.grid.source(row, copy.columns.value ?? 1);
    if (value) shown.set(form.fact, { label: form.label, value, source });
  }
  return shown;
}

type Decision =
  | { readonly verdict: "accepted" | "rejected" }
  | { readonly verdict: "value"; readonly value: Value };

/** What the row comes to, or why it is not taken over. */
function decide(
  { verdict, value, shown, isReported, isCertain, field }: Said,
  reason: string,
): Decision | string {
  // What others have not given yet is supplied by 核查值: there is nothing that it would change.
  const isSupply = field.by !== "unit" && !isReported;
  if (value) {
    if (field.type === "records") return "records";
    const isSame = shown !== undefined && same(shown, value);
    if (verdict === "accepted" && isSame) return { verdict };
    if (verdict === "accepted" && !isSupply) return "contradiction";
    if (verdict === "rejected" && isSame) return "same-value";
    return reason === "" && !isSame && !isSupply ? "no-reason" : { verdict: "value", value };
  }
  if (verdict === "accepted" && isCertain) return { verdict };
  if (verdict === "accepted") return isReported ? "nothing-certain" : "nothing-to-accept";
  if (isSupply) return "nothing-to-reject";
  return reason === "" ? "no-reason" : { verdict: "rejected" };
}
