import { fromNumber } from "../model/rational.js";
import type { Source } from "../model/source.js";
import type { Answer, GivenPoints, RecordRow, Submission } from "../model/submission.js";
import { number } from "../model/value.js";
import {
  type FieldVerdict,
  type PointsVerdict,
  rowKey,
  type Signed,
  type Verification,
} from "../model/verification.js";
import { type Superseded, withRates } from "./rates.js";

/**
 * The submission as it counts after verification: verdicts on rows and records take effect, judgements and
 * 核查分 stand beside them. What nobody spoke of stays as the unit gave it.
 *
 * @returns `own` itself where there is nothing to apply
 * @throws RangeError for a value or a rejection without any cell, where the unit has no row either
 */
export function applyVerification(own: Submission, verification: Verification): Submission {
  const { fields, rows, judgements, scores } = verification;
  const struck = [...rows].filter(([, signed]) => signed.size > 0);
  if (fields.size + struck.length + judgements.size + scores.size === 0) return own;
  const answers = new Map(own.answers);
  const records = new Map(own.records);
  for (const [fact, verdict] of withRates(fields, own)) {
    const answer = verified(fact, own.answers.get(fact), verdict);
    if (answer) answers.set(fact, answer);
  }
  for (const [fact, signed] of struck) {
    const left = strike(own.records.get(fact) ?? [], signed);
    records.set(fact, left);
    const answer = answers.get(fact);
    if (answer?.status === "value" && fields.get(fact)?.verdict !== "value")
      answers.set(fact, recount(answer, left, signed));
  }
  return {
    ...own,
    answers,
    records,
    judgements: new Map([...own.judgements, ...given(judgements)]),
    scores: new Map([...own.scores, ...given(scores)]),
  };
}

/** What becomes of one row; undefined where it stays without an answer. */
function verified(
  fact: string,
  own: Answer | undefined,
  verdict: FieldVerdict | Superseded,
): Answer | undefined {
  const cells = { own: own ? cellsOf(own) : [], copy: verdict.sources };
  if (verdict.verdict === "accepted") {
    if (own?.status !== "value") return own;
    return { ...own, accepted: true, sources: [...cells.own, ...cells.copy] };
  }
  // There is nothing to reject in a blank; it would only pass for something that was handed in.
  if (verdict.verdict === "rejected" && own?.status === "blank") return own;
  const sources = [...cells.copy, ...cells.own];
  const source = own?.source ?? sources[0];
  if (!source) throw new RangeError(`a verdict without a cell: ${fact}`);
  const place = { source, sources, raw: own?.raw ?? "" };
  if (verdict.verdict === "rejected") return { ...place, status: "rejected" };
  const documents = (own?.status === "value" || own?.status === "blank" ? own.documents : undefined) ?? [];
  if (verdict.verdict === "superseded") return own && { ...place, status: "blank", raw: "", documents };
  return { ...place, status: "value", value: verdict.value, documents, accepted: true };
}

const cellsOf = ({ source, sources }: Answer): readonly Source[] => sources ?? [source];

const strike = (rows: readonly RecordRow[], signed: ReadonlyMap<string, Signed>): RecordRow[] =>
  rows.map((row) => (signed.has(rowKey(row.source)) ? { ...row, rejected: true } : row));

/** Records answer with the number of rows that are left. */
function recount(
  answer: Extract<Answer, { status: "value" }>,
  rows: readonly RecordRow[],
  signed: ReadonlyMap<string, Signed>,
): Answer {
  const struck = rows.filter(({ rejected }) => rejected);
  if (struck.length === 0) return answer;
  const cells = struck.flatMap(({ source }) => signed.get(rowKey(source))?.sources ?? []);
  return {
    ...answer,
    value: number(fromNumber(rows.length - struck.length)),
    sources: [...cells, ...cellsOf(answer)],
  };
}

const given = (verdicts: ReadonlyMap<string, PointsVerdict>): [string, GivenPoints][] =>
  [...verdicts].map(([key, { points, sources }]) => [key, { points, sources }]);
