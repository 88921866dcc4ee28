import type { VetoEffect } from "./indicator-system.js";
import type { Rational } from "./rational.js";
import type { Source } from "./source.js";
import type { UnitIdentity } from "./submission.js";
import type { Value } from "./value.js";
import type { FieldVerdict, PointsVerdict, Signed } from "./verification.js";

/**
 * What is concluded of one unit (评分结果). Figures named “printed” are rounded to the system's digits; all
 * others are exact.
 */
export interface Assessment {
  readonly unit: UnitIdentity & { readonly facts: ReadonlyMap<string, Value | null> };
  /** The input files that were scored: one, or one per department. */
  readonly files: readonly string[];
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

/** proven ≤ points ≤ claimed; printed, but for nodes. */
export interface Standing {
  readonly points: Rational;
  /** If nothing that is unsupported or pending is accepted. */
  readonly proven: Rational;
  /** If all of it is. */
  readonly claimed: Rational;
}

/** 分数台账: what the unit claimed, what the engine gave it on its own facts; `points` is after verification. */
export interface Ledger {
  /** From 自评分; null when the unit gave none. */
  readonly self: Rational | null;
  readonly rule: Rational;
}

export interface Total extends Standing, Ledger {
  readonly max: Rational;
}

/** Contributions to the parent, exact; shown rounded and never reused. */
export interface NodeResult extends Standing, Ledger {
  readonly id: string;
  readonly applicable: boolean;
  /** The most it can contribute. */
  readonly max: Rational;
  /** The veto that set it to nothing. */
  readonly veto?: string;
}

export type ItemStatus = "scored" | "partial" | "missing" | "pending" | "notApplicable";

export interface ItemResult extends Standing, Ledger {
  readonly id: string;
  readonly status: ItemStatus;
  /** What assessors found; absent where they said nothing of the item. */
  readonly verification?: ItemVerification;
  /** Why it does not apply. */
  readonly notApplicable?: Inapplicable;
  /** What one point of the item is worth in the total, given which items apply. */
  readonly weight: Rational;
  readonly clauses: readonly ClauseResult[];
}

export interface ItemVerification {
  /** In the order of the item's rows. */
  readonly fields: readonly VerifiedField[];
  /** Rows of records that were not accepted. */
  readonly rows: readonly (Signed & { readonly fact: string; readonly row: Source })[];
  readonly judgements: readonly (PointsVerdict & { readonly clause: string })[];
  /** 核查分: takes the place of what the clauses come to. */
  readonly score?: PointsVerdict;
}

/** What became of one row; `value` is null where it counts as missing. */
export interface VerifiedField extends Signed {
  readonly fact: string;
  readonly verdict: FieldVerdict["verdict"];
  readonly reported: Value | null;
  readonly value: Value | null;
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
 * not by the system's policy. blank / refused / rejected by an assessor: missing. pending: others have yet
 * to supply it. notApplicable: does not exist here.
 */
export const FACT_STATUSES = [
  "known",
  "unsupported",
  "blank",
  "refused",
  "rejected",
  "pending",
  "notApplicable",
] as const;
export type FactStatus = (typeof FACT_STATUSES)[number];

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
