import type { DOCUMENT_COLUMNS } from "./form.js";
import type { Rational } from "./rational.js";
import type { Source } from "./source.js";
import type { Value } from "./value.js";

/**
 * What scoring knows of one unit (申报材料): all that it handed in, read and typed, with what others gave
 * about it; or the same after verification. Each value keeps its cell.
 */
export interface Submission {
  /** The input files' names as given to the run: one, or one per department. */
  readonly files: readonly string[];
  readonly unit: UnitIdentity;
  /** By full fact name, `unit.kind`. */
  readonly unitFacts: ReadonlyMap<string, Answer>;
  /**
   * By fact name; a rate answers under `<name>.numerator`, `<name>.denominator` and, where a printed rate
   * was given, `<name>`; records answer with the number of their rows. A fact that has no row is absent,
   * which counts as blank.
   */
  readonly answers: ReadonlyMap<string, Answer>;
  /** The rows of each `records` field, by fact name. */
  readonly records: ReadonlyMap<string, readonly RecordRow[]>;
  /** 自评分 by item id. */
  readonly selfScores: ReadonlyMap<string, SelfScore>;
  /** 佐证材料, in the order of the sheet. */
  readonly documents: readonly SupportingDocument[];
  /** Points of judged clauses, by `<item>#<clause>`; none before verification. */
  readonly judgements: ReadonlyMap<string, GivenPoints>;
  /** 核查分 by item id; none before verification. */
  readonly scores: ReadonlyMap<string, GivenPoints>;
}

export interface UnitIdentity {
  /** 行政区划代码, or whatever identifies the unit among its peers. */
  readonly code: string;
  readonly name: string;
}

/** What stands in one row. */
export type Answer = {
  readonly source: Source;
  /** Every cell behind it, where there are more than `source`. */
  readonly sources?: readonly Source[];
  /** The cell as text, "" when blank. */
  readonly raw: string;
} & (
  | {
      readonly status: "blank";
      /** Those named beside it, which may back another row of the same rate. */
      readonly documents?: readonly string[];
    }
  /** Something stands there that is not read with certainty; a finding says why. Counts as missing. */
  | { readonly status: "refused" }
  /** An assessor did not accept what stands there. Counts as missing. */
  | { readonly status: "rejected" }
  | {
      readonly status: "value";
      readonly value: Value;
      /** Numbers of supporting documents that were named and found. */
      readonly documents: readonly string[];
      /** An assessor stands for it: it needs no documents. */
      readonly accepted?: true;
    }
  | { readonly status: "notApplicable"; readonly reason: string }
);

/** One row of a `records` field. */
export interface RecordRow {
  /** By what it is known in the assessor's copy: the file and the row that it was read from. */
  readonly source: Source;
  /** By column; a column without a cell in this row is absent, which counts as blank. */
  readonly cells: ReadonlyMap<string, Answer>;
  /** An assessor did not accept it: it counts nowhere. */
  readonly rejected?: true;
}

export interface SelfScore {
  readonly points: Rational;
  readonly source: Source;
}

export interface SupportingDocument {
  readonly number: string;
  /** 材料名称, or whatever else of its row tells what it is. */
  readonly title: string;
  /** Whatever else its row says, by column of 佐证材料, as text; for those who look it up. */
  readonly cells?: Readonly<Partial<Record<keyof typeof DOCUMENT_COLUMNS, string>>>;
  readonly source: Source;
}

/** Points that an assessor gave. */
export interface GivenPoints {
  readonly points: Rational;
  readonly sources: readonly Source[];
}
