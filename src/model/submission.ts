import type { Rational } from "./rational.js";
import type { Source } from "./source.js";
import type { Value } from "./value.js";

/** All that one unit handed in (申报材料), read and typed; each value keeps its cell. */
export interface Submission {
  /** The input file's name as given to the run. */
  readonly file: string;
  readonly unit: UnitIdentity;
  /** By full fact name, `unit.kind`. */
  readonly unitFacts: ReadonlyMap<string, Answer>;
  /**
   * By fact name; a rate answers under `<name>.numerator`, `<name>.denominator` and, where a printed rate
   * was given, `<name>`. A fact that has no row is absent, which counts as blank.
   */
  readonly answers: ReadonlyMap<string, Answer>;
  /** 自评分 by item id. */
  readonly selfScores: ReadonlyMap<string, SelfScore>;
  /** 佐证材料, in the order of the sheet. */
  readonly documents: readonly SupportingDocument[];
}

export interface UnitIdentity {
  /** 行政区划代码, or whatever identifies the unit among its peers. */
  readonly code: string;
  readonly name: string;
}

/** What stands in one row. */
export type Answer = {
  readonly source: Source /** The cell as text, "" when blank. */;
  readonly raw: string;
} /** `documents`: those named beside it, which may back another row of the same rate. */ & (
  | { readonly status: "blank"; readonly documents?: readonly string[] }
  /** Something stands there that is not read with certainty; a finding says why. Counts as missing. */
  | { readonly status: "refused" }
  | {
      readonly status: "value";
      readonly value: Value;
      /** Numbers of supporting documents that were named and found. */
      readonly documents: readonly string[];
    }
  | { readonly status: "notApplicable"; readonly reason: string }
);

export interface SelfScore {
  readonly points: Rational;
  readonly source: Source;
}

export interface SupportingDocument {
  readonly number: string;
  /** 材料名称, or whatever else of its row tells what it is. */
  readonly title: string;
  readonly source: Source;
}
