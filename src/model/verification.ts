import type { Rational } from "./rational.js";
import type { Source } from "./source.js";
import type { Submission, UnitIdentity } from "./submission.js";
import type { Value } from "./value.js";

/**
 * What an assessor found of one unit (核查), read from the assessor's copy and never from the unit's own
 * file; or what a panel of assessors comes to together.
 */
export interface Verification {
  /** The copies' names as given to the run. */
  readonly files: readonly string[];
  readonly unit: UnitIdentity;
  /** By the fact of the row: `trainingHours`, `courtRate.numerator`. Rows left blank are absent. */
  readonly fields: ReadonlyMap<string, FieldVerdict>;
  /** 核查分 by item id. */
  readonly scores: ReadonlyMap<string, PointsVerdict>;
  /** By `<item>#<clause>`. */
  readonly judgements: ReadonlyMap<string, PointsVerdict>;
  /** Rows of `records` that are not accepted: by fact, then by `rowKey` of the unit's own row. */
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, RecordVerdict>>;
}

/** By what a row of records is known in the assessor's copy. */
export const rowKey = ({ file, cell }: Source): string => `${file}!${cell}`;

/** 核查意见, 核查人, 核查日期, and the cells of the copy. */
export interface Signed {
  /** "" where none was given and none is needed. */
  readonly reason: string;
  readonly by: string;
  /** As written. */
  readonly date: string;
  readonly sources: readonly Source[];
}

/** 不认可 of one record. */
export interface RecordVerdict extends Signed {
  /** Its cells by column, as far as the copy shows them with certainty; absent once its row is found. */
  readonly shown?: ReadonlyMap<string, Value>;
}

/**
 * accepted 认可: the unit's value counts, whatever documents it lacks. rejected 不认可: it counts as missing.
 * value 核查值: this counts in its place.
 */
export type FieldVerdict = Signed &
  (
    | { readonly verdict: "accepted" }
    | { readonly verdict: "rejected" }
    | { readonly verdict: "value"; readonly value: Value }
  );

export interface PointsVerdict extends Signed {
  readonly points: Rational;
}

/** How the copies of several assessors for one unit are put together (专家评分). */
export const PANEL_RULES = ["mean", "median", "trimmed"] as const;
export type PanelRule = (typeof PANEL_RULES)[number];

/** What one assessor made of one entry, or what a panel came to; in no language yet. */
export type Found =
  | { readonly verdict: "accepted" | "rejected" }
  | { readonly value: Value }
  | { readonly points: Rational };

/** Where the members of a panel differ on one entry. */
export interface Disagreement {
  readonly item: string;
  /** The row of a fact, or with `clause` the judged clause; where both are absent, the item's 核查分. */
  readonly fact?: string;
  readonly clause?: string;
  /** With `fact`: one row of its records. */
  readonly row?: Source;
  /** In the order of the copies' names. */
  readonly votes: readonly Vote[];
  /** Absent where nothing was taken over: the unit's own value stays, or stays pending. */
  readonly taken?: Found;
}

export interface Vote {
  readonly file: string;
  /** 核查人; "" where none is named. */
  readonly by: string;
  readonly found: Found;
  /** The cells of the copy; none where an assessor accepted a row of records by saying nothing. */
  readonly sources: readonly Source[];
}

/** One unit as it comes to scoring: its own word, and the same after verification (equal where there is none). */
export interface UnitCase {
  readonly own: Submission;
  readonly verified: Submission;
  readonly verification?: Verification;
}
