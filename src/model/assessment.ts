import type { VetoEffect } from "./indicator-system.js";
import type { Rational } from "./rational.js";
import type { Source } from "./source.js";
import type { UnitIdentity } from "./submission.js";
import type { Value } from "./value.js";

/**
 * What is concluded of one unit (评分结果). Figures named “printed” are rounded to the system's digits; all
 * others are exact.
 */
export interface Assessment {
  readonly unit: UnitIdentity & { readonly facts: ReadonlyMap<string, Value | null> };
  /** The input file that was scored. */
  readonly file: string;
  readonly total: Total;
  /** Share (0–1) of the points of applicable items for which something was handed in. */
  readonly coverage: Rational;
  /** Vetoes that came true or are open; the others are left out. */
  readonly vetoes: readonly VetoResult[];
  /** In document order. */
  readonly nodes: readonly NodeResult[];
  readonly items: readonly ItemResult[];
  /** Σ bonus after the cap, printed: a tie-break. */
  readonly bonus: Rational;
  /** Σ deductions after the cap, printed. */
  readonly deduction: Rational;
}

/** Printed. proven ≤ points ≤ claimed. */
export interface Standing {
  readonly points: Rational;
  /** If nothing that is unsupported or pending is accepted. */
  readonly proven: Rational;
  /** If all of it is. */
  readonly claimed: Rational;
}

export interface Total extends Standing {
  readonly max: Rational;
  /** From 自评分; null when the unit gave none. */
  readonly self: Rational | null;
}

export interface NodeResult {
  readonly id: string;
  readonly applicable: boolean;
  /** Contribution to the parent, exact; shown rounded and never reused. */
  readonly points: Rational;
  /** The most it can contribute. */
  readonly max: Rational;
  /** The veto that set it to nothing. */
  readonly veto?: string;
}

export type ItemStatus = "scored" | "partial" | "missing" | "pending" | "notApplicable";

export interface ItemResult extends Standing {
  readonly id: string;
  readonly status: ItemStatus;
  /** The engine's score on the unit's own facts. */
  readonly rule: Rational;
  readonly self: Rational | null;
  /** Why it does not apply. */
  readonly notApplicable?: Inapplicable;
  /** What one point of the item is worth in the total, given which items apply. */
  readonly weight: Rational;
  readonly clauses: readonly ClauseResult[];
}

export interface Inapplicable {
  /** applicable: the system's condition; declared: 不适用; onEmpty: no such cases; blank: policy “exclude”. */
  readonly by: "applicable" | "declared" | "onEmpty" | "blank";
  /** The unit's words. */
  readonly reason?: string;
  readonly facts: readonly FactUse[];
}

export type Outcome = "applied" | "notApplied" | "missing" | "notApplicable" | "pending";

export interface ClauseResult {
  readonly id: string;
  readonly outcome: Outcome;
  /** An alternative of a `oneOf` group that does not count, since another does. */
  readonly superseded: boolean;
  /** Points awarded or deducted; for `set` the points set; 0 where nothing happened. */
  readonly amount: Rational;
  /** The part of the item's loss that falls on this clause. Adds up to the loss over the item, up to its rounding. */
  readonly lost: Rational;
  /** Every fact that it looked at, and those that they are made of. */
  readonly facts: readonly FactUse[];
}

export interface FactUse {
  readonly fact: string;
  /** null when there is none: see `status`. */
  readonly value: Value | null;
  readonly status: FactStatus;
  /** The cells it was read from, also where they are blank; none where the workbook has no such row. */
  readonly sources: readonly Source[];
}

/**
 * known: read with certainty and supported. unsupported: read, but its documents are missing; it counts or
 * not by the system's policy. blank / refused: missing. notApplicable: does not exist here.
 */
export type FactStatus = "known" | "unsupported" | "blank" | "refused" | "notApplicable";

export interface VetoResult {
  readonly id: string;
  readonly effect: VetoEffect;
  readonly status: "applied" | "pending";
  /** The clause that brought it about; absent for a veto's own condition. */
  readonly by?: { readonly item: string; readonly clause: string };
  readonly facts: readonly FactUse[];
  /** What it took from the total. */
  readonly lost: Rational;
}
