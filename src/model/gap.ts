import type { FactUse } from "./assessment.js";
import type { Comparand, Condition, Operator } from "./condition.js";
import type { Rational } from "./rational.js";
import type { Value } from "./value.js";

export const GAP_KINDS = [
  "missing", // a fact was not filled in, or not so that it could be read
  "unsupported", // its supporting document is missing
  "below-standard", // filled in, and not enough
  "occurrence", // something happened that costs points each time
  "pending", // not decided yet
  "judged", // what the assessor gave is less than what there was to give
  "rejected", // an assessor did not accept what was filled in
  "veto",
] as const;
export type GapKind = (typeof GAP_KINDS)[number];

/** Points not reached (差距), why, and what would reach them. One per clause, group or veto. */
export interface Gap {
  readonly kind: GapKind;
  /** Absent for a veto with a condition of its own. */
  readonly item?: string;
  /** Absent where the item as a whole was given fewer points (核查分). */
  readonly clause?: string;
  readonly veto?: string;
  /** Points of the item. */
  readonly lost: Rational;
  /** Points of the total. */
  readonly lostTotal: Rational;
  /** What there is, with its cells. */
  readonly actual: readonly FactUse[];
  /** The one fact that would close the gap if all others stayed. */
  readonly required?: Requirement;
  /** Where no single fact does: what would have to hold. */
  readonly unmet?: Condition;
  /** Values within reach and what each wins, nearest first. */
  readonly steps: readonly Step[];
  readonly remedy?: string;
  readonly responsible: readonly string[];
}

export interface Requirement {
  readonly fact: string;
  readonly operator: Operator;
  readonly value: Comparand;
}

export interface Step {
  readonly fact: string;
  readonly to: Value;
  /** Points of the item. */
  readonly gain: Rational;
}
