import type { AssessorRow } from "../model/form.js";
import type { Answer } from "../model/submission.js";
import type { FieldVerdict } from "../model/verification.js";
import type { MatchedRow } from "./match-rows.js";
import { checkRates } from "./rates.js";
import { type FactRow, isFactRow, shownValue } from "./verdicts.js";
import { placeOf } from "./verification-cells.js";
import type { AnswersCopy } from "./verified-rows.js";

/**
 * The rows of a rate as they would stand after verification must agree with each other as those of the unit
 * must; where they do not, none of its 核查值 is taken over.
 */
export function checkVerifiedRates(
  copy: AnswersCopy,
  rows: readonly MatchedRow<AssessorRow>[],
  verdicts: Map<string, FieldVerdict>,
): void {
  const changed = new Set(
    rows.flatMap(({ form }) =>
      isFactRow(form) && form.part && verdicts.get(form.fact)?.verdict === "value" ? [form.field.fact] : [],
    ),
  );
  const concerned = rows.flatMap(({ row, form, contradictory }) =>
    isFactRow(form) && changed.has(form.field.fact) && !contradictory ? [{ row, form }] : [],
  );
  const answers = new Map<string, Answer>();
  for (const { row, form } of concerned) {
    const answer = afterVerification(copy, row, form, verdicts.get(form.fact));
    if (answer && !answers.has(form.fact)) answers.set(form.fact, answer);
  }
  checkRates(
    concerned.map(({ form }) => form),
    answers,
    copy.findings,
  );
  for (const [fact, { status }] of answers) {
    if (status === "refused" && verdicts.get(fact)?.verdict === "value") verdicts.delete(fact);
  }
}

/** A printed rate that nobody looked at gives way to the parts. */
function afterVerification(
  copy: AnswersCopy,
  row: number,
  form: FactRow,
  verdict: FieldVerdict | undefined,
): Answer | undefined {
  const { grid, columns } = copy;
  const given = (value: FieldVerdict & { verdict: "value" }): Answer => ({
    status: "value",
    value: value.value,
    documents: [],
    source: placeOf(copy, row, "value"),
    raw: grid.text(row, copy.at.value),
  });
  if (verdict?.verdict === "value") return given(verdict);
  if (verdict?.verdict === "rejected" || (form.part === "rate" && !verdict)) return undefined;
  const value = shownValue(copy, row, form);
  const source = grid.source(row, columns.value ?? 1);
  return value && { status: "value", value, documents: [], source, raw: grid.text(row, columns.value) };
}
