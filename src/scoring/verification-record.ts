import type { ItemVerification, VerifiedField } from "../model/assessment.js";
import { factRows } from "../model/fact-rows.js";
import { type Item, judgementKey } from "../model/indicator-system.js";
import type { Answer } from "../model/submission.js";
import { rowKey, type UnitCase } from "../model/verification.js";

/** What assessors found about one item; undefined where they said nothing of it. */
export function verificationOf(
  item: Item,
  { own, verified, verification }: UnitCase,
): ItemVerification | undefined {
  if (!verification) return undefined;
  const fields = item.fields.flatMap(factRows).flatMap((fact): VerifiedField[] => {
    const verdict = verification.fields.get(fact);
    if (!verdict) return [];
    const { reason, by, date, sources } = verdict;
    const values = { reported: given(own.answers.get(fact)), value: given(verified.answers.get(fact)) };
    return [{ fact, verdict: verdict.verdict, ...values, reason, by, date, sources }];
  });
  const rows = item.fields.flatMap(({ fact }) => {
    const rejected = verification.rows.get(fact);
    return (own.records.get(fact) ?? []).flatMap(({ source }) => {
      const verdict = rejected?.get(rowKey(source));
      return verdict ? [{ ...verdict, fact, row: source }] : [];
    });
  });
  const judgements = item.clauses.flatMap(({ id }) => {
    const judged = verification.judgements.get(judgementKey(item.id, id));
    return judged ? [{ ...judged, clause: id }] : [];
  });
  const score = verification.scores.get(item.id);
  if (fields.length + rows.length + judgements.length === 0 && !score) return undefined;
  return { fields, rows, judgements, ...(score ? { score } : {}) };
}

const given = (answer: Answer | undefined) => (answer?.status === "value" ? answer.value : null);
