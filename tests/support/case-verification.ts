import type { IndicatorSystem } from "../../src/model/indicator-system.js";
import type { Source } from "../../src/model/source.js";
import type { Submission } from "../../src/model/submission.js";
import {
  type FieldVerdict,
  type PointsVerdict,
  rowKey,
  type Signed,
  type UnitCase,
  type Verification,
} from "../../src/model/verification.js";
import { applyVerification } from "../../src/verification/apply.js";
import { type CaseUnit, figure, submissionOf, typed, unverified } from "./case.js";

/** What an assessor found, as written in case.json. */
export interface CaseVerification {
  /** By row: `hours`, `courtRate.numerator`. */
  readonly fields?: Record<string, "accepted" | "rejected" | { readonly value: string | number | boolean }>;
  /** 核查分 by item. */
  readonly scores?: Record<string, number>;
  /** By `<item>#<clause>`. */
  readonly judgements?: Record<string, number>;
  /** Rows of records that are not accepted, by field; the first is 1. */
  readonly rows?: Record<string, readonly number[]>;
}

/** A unit as it comes to scoring: its own word and, where somebody verified it, the same after that. */
export function unitCaseOf(system: IndicatorSystem, unit: CaseUnit): UnitCase {
  const own = submissionOf(system, unit);
  const { judgements, verification } = unit;
  if (!judgements && !verification) return unverified(own);
  const found = verificationOf(system, own, {
    ...verification,
    judgements: { ...judgements, ...verification?.judgements },
  });
  return { own, verified: applyVerification(own, found), verification: found };
}

/** What reading an assessor's copy would come to. */
export function verificationOf(
  system: IndicatorSystem,
  own: Submission,
  found: CaseVerification,
  { file = `核查-${own.unit.name}.xlsx`, by = "核查员甲" } = {},
): Verification {
  let line = 1;
  const signed = (): Signed => {
    line += 1;
    const source: Source = { file, sheet: "指标填报", cell: `P${line}` };
    return { reason: "现场核查", by, date: "2025-01-10", sources: [source] };
  };
  const points = (given: Record<string, number> = {}): Map<string, PointsVerdict> =>
    new Map(Object.entries(given).map(([key, value]) => [key, { ...signed(), points: figure(value) }]));
  return {
    files: [file],
    unit: own.unit,
    fields: new Map(
      Object.entries(found.fields ?? {}).map(([fact, verdict]): [string, FieldVerdict] => [
        fact,
        typeof verdict === "string"
          ? { ...signed(), verdict }
          : { ...signed(), verdict: "value", value: typed(typeOf(system, fact), verdict.value) },
      ]),
    ),
    scores: points(found.scores),
    judgements: points(found.judgements),
    rows: new Map(
      Object.entries(found.rows ?? {}).map(([fact, numbers]) => [
        fact,
        new Map(numbers.map((row) => [keyOf(own, fact, row), signed()])),
      ]),
    ),
  };
}

function typeOf(system: IndicatorSystem, fact: string): string {
  const definition = system.facts.get(fact);
  if (definition?.origin === "part") return "number";
  if (definition?.origin !== "field") throw new Error(`no field ${fact}`);
  return definition.field.type;
}

function keyOf({ records }: Submission, fact: string, row: number): string {
  const found = records.get(fact)?.[row - 1];
  if (!found) throw new Error(`no row ${row} of ${fact}`);
  return rowKey(found.source);
}
