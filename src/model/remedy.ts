import type { RemedyState } from "./ledger.js";
import type { FindingJson, GapJson } from "./results.js";
import type { Source } from "./source.js";

/** What filled-in ledgers come to (整改复核). Figures are decimals, as in the results. */
export interface Remedy {
  /** The day by which deadlines are judged, `YYYY-MM-DD`. */
  readonly on: string;
  /** In the order given. */
  readonly files: readonly LedgerFile[];
  /** Units with a ledger, in the order of the results. */
  readonly units: readonly RemediedUnit[];
}

export interface LedgerFile {
  readonly file: string;
  readonly sha256: string;
  readonly outcome: "used" | "returned";
  readonly findings: readonly FindingJson[];
}

/** Where a unit stands. */
export interface Standing {
  readonly total: string;
  /** null: listed apart. */
  readonly rank: number | null;
  readonly grade: string | null;
}

export interface RemediedUnit {
  readonly code: string;
  readonly name: string;
  readonly before: Standing;
  /** With the new values and documents of all ledgers, as the units give them: nobody has verified them. */
  readonly after: Standing;
  /** In the order of 整改台账. */
  readonly lines: readonly RemedyLine[];
  /** Gaps that were not there before. */
  readonly appeared: readonly GapJson[];
}

/** What became of one gap. */
export interface RemedyLine {
  /** 序号 in 整改台账. */
  readonly number: number;
  readonly gap: GapJson;
  /** Points of the total; below 0 where more is lost than before. */
  readonly wonBack: string;
  readonly left: string;
  readonly state: RemedyState;
  /** Its deadline is past and it is not won back. */
  readonly overdue: boolean;
  /** It rests on a list of records: new ones are handed in with the workbook, not with the ledger. */
  readonly resubmit: boolean;
  readonly measure: string;
  readonly person: string;
  readonly deadline: string | null;
  readonly done: string;
  /** 佐证材料 named in the ledger, by title. */
  readonly documents: readonly string[];
  readonly changes: readonly RemedyChange[];
}

/** A value that took the place of another. */
export interface RemedyChange {
  readonly fact: string;
  /** As written; "" where nothing was. */
  readonly from: string;
  readonly to: string;
  readonly source: Source;
}
