import type { Answer, GivenPoints, RecordRow, Submission } from "../../src/model/submission.js";
import {
  type FieldVerdict,
  type PointsVerdict,
  rowKey,
  type Verification,
} from "../../src/model/verification.js";

/** What stands of a submission after verification. */
export function applyVerification(own: Submission, verification: Verification): Submission {
  const answers = new Map(own.answers);
  for (const [fact, verdict] of verification.fields) {
    const answer = verified(answers.get(fact), verdict);
    if (answer) answers.set(fact, answer);
  }
  return {
    ...own,
    answers,
    records: new Map([...own.records].map(([fact, rows]) => [fact, rows.map((row) => marked(fact, row))])),
    judgements: given(verification.judgements),
    scores: given(verification.scores),
  };

  function marked(fact: string, row: RecordRow): RecordRow {
    return verification.rows.get(fact)?.has(rowKey(row.source)) ? { ...row, rejected: true } : row;
  }
}

function verified(own: Answer | undefined, found: FieldVerdict): Answer | undefined {
  const [cell] = found.sources;
  const place = own ?? (cell && { source: cell, raw: "" });
  if (!place) return undefined;
  const { source, raw } = place;
  if (found.verdict === "value") {
    return { status: "value", value: found.value, documents: [], accepted: true, source, raw };
  }
  if (found.verdict === "rejected") return { status: "rejected", source, raw };
  return own?.status === "value" ? { ...own, accepted: true } : own;
}

const given = (points: ReadonlyMap<string, PointsVerdict>): Map<string, GivenPoints> =>
  new Map([...points].map(([key, verdict]) => [key, { points: verdict.points, sources: verdict.sources }]));
