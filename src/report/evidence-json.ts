import { parseDecimal, parseExact, type Rational, toDecimal, toExact, ZERO } from "../model/rational.js";
import type {
  AnswerJson,
  AssessmentJson,
  EvidenceJson,
  TypedValueJson,
  VerificationJson,
} from "../model/results.js";
import type { Source } from "../model/source.js";
import type { Answer, Submission } from "../model/submission.js";
import { boolean, date, number, text, type Value } from "../model/value.js";
import type { FieldVerdict, PointsVerdict, Signed, Verification } from "../model/verification.js";

/**
 * What was read of a unit, as it stands in results.json, and back: a unit can be scored again from its
 * results, without its files. What is read back is equal to what was written.
 */
export function evidenceJson(submission: Submission): EvidenceJson {
  return {
    unitFacts: record(submission.unitFacts, answerJson),
    answers: record(submission.answers, answerJson),
    records: record(submission.records, (rows) =>
      rows.map(({ source, cells }) => ({ source: placeJson(source), cells: record(cells, answerJson) })),
    ),
    selfScores: record(submission.selfScores, ({ points, source }) => ({
      points: toDecimal(points),
      source: placeJson(source),
    })),
    documents: submission.documents.map(({ number, title, cells, source }) => ({
      number,
      title,
      ...(cells ? { cells: { ...cells } } : {}),
      source: placeJson(source),
    })),
  };
}

/** The unit's own submission, before verification. */
export function submissionOf({ files, unit, evidence }: AssessmentJson): Submission {
  return {
    files,
    unit: { code: unit.code, name: unit.name },
    unitFacts: map(evidence.unitFacts, toAnswer),
    answers: map(evidence.answers, toAnswer),
    records: map(evidence.records, (rows) =>
      rows.map(({ source, cells }) => ({ source, cells: map(cells, toAnswer) })),
    ),
    selfScores: map(evidence.selfScores, ({ points, source }) => ({ points: figure(points), source })),
    documents: evidence.documents.map(({ cells, ...document }) => ({
      ...document,
      ...(cells ? { cells } : {}),
    })),
    judgements: new Map(),
    scores: new Map(),
  };
}

export function verificationJson(verification: Verification): VerificationJson {
  const pointsJson = ({ points, ...signed }: PointsVerdict) => ({
    points: toExact(points),
    ...signedJson(signed),
  });
  return {
    files: [...verification.files],
    fields: record(verification.fields, (verdict) => ({
      verdict: verdict.verdict,
      ...(verdict.verdict === "value" ? { value: typedValueJson(verdict.value) } : {}),
      ...signedJson(verdict),
    })),
    scores: record(verification.scores, pointsJson),
    judgements: record(verification.judgements, pointsJson),
    rows: record(verification.rows, (rows) => record(rows, signedJson)),
  };
}

export function verificationOf({ unit, verification: json }: AssessmentJson): Verification | undefined {
  if (!json) return undefined;
  const points = ({ points, ...signed }: VerificationJson["scores"][string]): PointsVerdict => ({
    points: parseExact(points),
    ...signed,
  });
  return {
    files: json.files,
    unit: { code: unit.code, name: unit.name },
    fields: map(
      json.fields,
      ({ verdict, value, ...signed }): FieldVerdict =>
        verdict === "value" && value
          ? { verdict, value: toValue(value), ...signed }
          : { verdict: verdict === "accepted" ? "accepted" : "rejected", ...signed },
    ),
    scores: map(json.scores, points),
    judgements: map(json.judgements, points),
    rows: map(json.rows, (rows) => map(rows, (signed): Signed => signed)),
  };
}

function answerJson(answer: Answer): AnswerJson {
  return {
    status: answer.status,
    ...(answer.status === "value" ? { value: typedValueJson(answer.value) } : {}),
    raw: answer.raw,
    ...("documents" in answer && answer.documents ? { documents: [...answer.documents] } : {}),
    ...(answer.status === "notApplicable" ? { reason: answer.reason } : {}),
    source: placeJson(answer.source),
    ...(answer.sources ? { sources: answer.sources.map(placeJson) } : {}),
  };
}

function toAnswer({ status, value, raw, documents, reason, source, sources }: AnswerJson): Answer {
  const common = { raw, source, ...(sources ? { sources } : {}) };
  switch (status) {
    case "value":
      if (!value) return { ...common, status: "refused" };
      return { ...common, status, value: toValue(value), documents: documents ?? [] };
    case "blank":
      return { ...common, status, ...(documents ? { documents } : {}) };
    case "notApplicable":
      return { ...common, status, reason: reason ?? "" };
    default:
      return { ...common, status };
  }
}

export function typedValueJson(value: Value): TypedValueJson {
  switch (value.type) {
    case "number":
      return { number: toExact(value.number) };
    case "boolean":
      return { boolean: value.boolean };
    case "date":
      return { date: value.date };
    case "text":
      return { text: value.text };
  }
}

function toValue(json: TypedValueJson): Value {
  if ("number" in json) return number(parseExact(json.number));
  if ("boolean" in json) return boolean(json.boolean);
  return "date" in json ? date(json.date) : text(json.text);
}

const signedJson = ({ reason, by, date: day, sources }: Signed) => ({
  reason,
  by,
  date: day,
  sources: sources.map(placeJson),
});

export const placeJson = ({ file, sheet, cell }: Source): Source => ({ file, sheet, cell });

const figure = (decimal: string): Rational => parseDecimal(decimal) ?? ZERO;

/** In the order of the map: the same evidence gives the same bytes. */
const record = <A, B>(from: ReadonlyMap<string, A>, convert: (value: A) => B): Record<string, B> =>
  Object.fromEntries([...from].map(([key, value]) => [key, convert(value)]));

const map = <A, B>(from: Readonly<Record<string, A>>, convert: (value: A) => B): Map<string, B> =>
  new Map(Object.entries(from).map(([key, value]) => [key, convert(value)]));
