import type { PageLabels } from "../../messages/page-labels.js";
import type { Profile } from "../charts/profile.js";
import type { Step } from "../charts/waterfall.js";

/**
 * What report.html holds, every text of it made ready: what all its pages need as JSON, and one packed piece per
 * unit, which is opened when somebody looks at the unit. Figures are the results' own, as printed.
 */
export interface PageData {
  readonly language: "zh-CN" | "en";
  readonly labels: PageLabels;
  readonly title: string;
  readonly notice: string;
  /** By which rules and which program. */
  readonly identity: string;
  readonly summary: readonly string[];
  /** What the total can come to, without bonus. */
  readonly total: string;
  readonly places: readonly PlaceData[];
  readonly items: readonly ItemData[];
  readonly groups: readonly string[];
  readonly grades: readonly string[];
  /** In the order of the ranking; those that are listed apart last. */
  readonly units: readonly UnitData[];
  /** By group: the middle of it. */
  readonly medians: Readonly<Record<string, readonly (number | null)[]>>;
  /** Files that do not count, with their reasons. */
  readonly returned: readonly {
    readonly file: string;
    readonly outcome: string;
    readonly reasons: readonly string[];
  }[];
}

/** A level-1 place. */
export interface PlaceData {
  readonly id: string;
  readonly title: string;
}

export interface ItemData {
  readonly id: string;
  readonly title: string;
  readonly kind: "scored" | "bonus" | "deduction";
  /** Title of its level-1 place, or what else it stands under. */
  readonly place: string;
  readonly points: string;
  readonly criterion: string;
  readonly basis: readonly string[];
  readonly responsible: readonly string[];
  readonly clauses: readonly { readonly id: string; readonly text: string }[];
}

export interface UnitData {
  readonly code: string;
  readonly name: string;
  readonly group: string;
  /** null: listed apart, and why. */
  readonly rank: number | null;
  readonly interval: string;
  readonly tied: boolean;
  readonly apart: string;
  readonly total: string;
  readonly max: string;
  readonly rate: string;
  readonly proven: string;
  readonly claimed: string;
  readonly self: string | null;
  readonly rule: string;
  readonly grade: string | null;
  readonly coverage: string;
  readonly change: string;
  readonly remark: string;
  readonly findings: number;
  /** Of every level-1 place. */
  readonly rates: Profile["rates"];
  /** Of every item: its points; null where it does not apply. */
  readonly points: readonly (string | null)[];
  /** What the unit lost of each item: the ids of the clauses, by the item's place in the list. */
  readonly failed: Readonly<Record<number, readonly string[]>>;
}

/** Everything else about one unit. */
export interface UnitDetail {
  readonly steps: readonly Step[];
  readonly places: readonly (PlaceScore | null)[];
  readonly bonus: string;
  readonly deduction: string;
  readonly vetoes: readonly { readonly title: string; readonly status: string; readonly lost: string }[];
  /** Of every item of the system, in order. */
  readonly items: readonly ItemDetail[];
  readonly gaps: readonly GapDetail[];
  readonly findings: readonly { readonly code: string; readonly place: string; readonly message: string }[];
  readonly files: readonly string[];
}

export interface PlaceScore {
  readonly self: string | null;
  readonly rule: string;
  readonly points: string;
  readonly max: string;
}

export interface ItemDetail {
  readonly status: "scored" | "partial" | "missing" | "pending" | "notApplicable";
  readonly points: string;
  readonly max: string;
  readonly self: string | null;
  readonly rule: string;
  readonly proven: string;
  readonly claimed: string;
  /** Why it does not apply, where it does not. */
  readonly notApplicable: string;
  readonly clauses: readonly ClauseDetail[];
  readonly facts: readonly FactDetail[];
  readonly verification: readonly string[];
}

export interface ClauseDetail {
  readonly id: string;
  readonly outcome: "applied" | "notApplied" | "missing" | "notApplicable" | "pending" | "superseded";
  readonly amount: string;
  readonly lost: string;
}

export interface FactDetail {
  readonly text: string;
  readonly cells: string;
}

export interface GapDetail {
  readonly item: string;
  readonly title: string;
  readonly clause: string;
  readonly kind: string;
  readonly lost: string;
  readonly lostTotal: string;
  readonly message: string;
  readonly required: string;
  readonly steps: string;
  readonly cells: string;
  readonly remedy: string;
  readonly responsible: string;
}
