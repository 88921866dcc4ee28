import { VERIFICATION_COLUMNS } from "../model/form.js";
import type { Amount, Clause, Item } from "../model/indicator-system.js";
import { divide, equals, isInteger, type Rational, subtract, toDecimal, ZERO } from "../model/rational.js";
import type { PointsVerdict } from "../model/verification.js";
import { isGiven, placeOf, readCell } from "./verification-cells.js";
import { type AnswersCopy, aboutRow, type VerifiedRow } from "./verified-rows.js";

/** 核查分 by item, and of judged clauses by the key of their row. */
export interface PointsVerdicts {
  readonly scores: Map<string, PointsVerdict>;
  readonly judgements: Map<string, PointsVerdict>;
}

export function readPointsVerdicts(copy: AnswersCopy, rows: readonly VerifiedRow[]): PointsVerdicts {
  const judgements = new Map<string, PointsVerdict>();
  const ofItems = new Map<string, GivenScore[]>();
  for (const one of rows.filter(({ row }) => isGiven(copy, row, "points"))) {
    const { form, signed } = one;
    if ("clause" in form) {
      const points = readPoints(copy, one, judgementBounds(form.clause));
      if (points && (signed.reason !== "" || tellNoReason(copy, one)))
        judgements.set(form.key, { ...signed, points });
    } else
      ofItems.set(form.item.id, [
        ...(ofItems.get(form.item.id) ?? []),
        { ...one, points: scored(copy, one) },
      ]);
  }
  const scores = [...ofItems].flatMap(([item, given]) => {
    const score = onlyScore(copy, given);
    return score ? [[item, score] as const] : [];
  });
  return { scores: new Map(scores), judgements };
}

interface GivenScore extends VerifiedRow {
  /** undefined: not read with certainty, and told. */
  readonly points: Rational | undefined;
}

function scored(copy: AnswersCopy, one: VerifiedRow): Rational | undefined {
  const { item } = one.form;
  if (item.kind !== "info") return readPoints(copy, one, itemBounds(item));
  tell(copy, one, "no-points");
  return undefined;
}

/** An item has one score. It may stand on any of its rows, on several if it is the same. */
function onlyScore(copy: AnswersCopy, given: readonly GivenScore[]): PointsVerdict | undefined {
  const [first] = given;
  if (!first) return undefined;
  const { points } = first;
  if (!points || given.some((one) => !one.points)) return undefined;
  const other = given.find((one) => one.points && !equals(one.points, points));
  if (other) {
    const params = { label: VERIFICATION_COLUMNS.points, other: placeOf(copy, first.row, "points").cell };
    copy.findings.add("E38", params, {
      source: placeOf(copy, other.row, "points"),
      item: first.form.item.id,
    });
    return undefined;
  }
  const reasoned = given.find(({ signed }) => signed.reason !== "");
  if (!reasoned) {
    tellNoReason(copy, first);
    return undefined;
  }
  return { ...reasoned.signed, sources: given.flatMap(({ signed }) => signed.sources), points };
}

function tellNoReason(copy: AnswersCopy, one: VerifiedRow): false {
  tell(copy, one, "no-reason");
  return false;
}

function tell(copy: AnswersCopy, { row, form }: VerifiedRow, why: string): void {
  const at = why === "no-reason" && copy.at.reason !== undefined ? "reason" : "points";
  const label = "clause" in form ? form.label : VERIFICATION_COLUMNS.points;
  copy.findings.add("E36", { label, why }, { source: placeOf(copy, row, at), item: form.item.id });
}

interface Bounds {
  readonly min: Rational;
  readonly max: Rational;
  /** Counted from min. */
  readonly step?: Rational | undefined;
}

const itemBounds = ({ kind, floor, points }: Item): Bounds => ({
  min: kind === "scored" ? floor : ZERO,
  max: points,
});

function judgementBounds({ id, effect }: Clause): Bounds {
  const amount: Amount | undefined = "amount" in effect ? effect.amount : undefined;
  if (amount?.form !== "judge") throw new RangeError(`clause ${id} is not judged`);
  return amount;
}

function readPoints(copy: AnswersCopy, { row, form }: VerifiedRow, bounds: Bounds): Rational | undefined {
  const { min, max, step } = bounds;
  const label = "clause" in form ? form.label : VERIFICATION_COLUMNS.points;
  const { item } = aboutRow(form);
  const value = readCell(copy, row, "points", { type: "number", unit: "分", min, max }, { item, label });
  if (typeof value !== "object" || value.type !== "number") return undefined;
  const points = value.number;
  if (!step || isInteger(divide(subtract(points, min), step))) return points;
  const params = {
    found: toDecimal(points),
    min: toDecimal(min),
    max: toDecimal(max),
    step: toDecimal(step),
  };
  copy.findings.add("E31", { label, ...params }, { source: placeOf(copy, row, "points"), item });
  return undefined;
}
