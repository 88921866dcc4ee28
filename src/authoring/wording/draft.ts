import type { z } from "zod";
import type { ItemKind } from "../../model/indicator-system.js";
import type { Rational } from "../../model/rational.js";
import type {
  ClauseDocument,
  DerivedDocument,
  FieldDocument,
  ItemDocument,
} from "../../model/system-document.js";

/** Documents as they are written into a file: figures are JSON numbers, defaults may be left out. */
export type FieldInput = z.input<typeof FieldDocument>;
export type DerivedInput = z.input<typeof DerivedDocument>;
export type ClauseInput = z.input<typeof ClauseDocument>;
export type ItemInput = z.input<typeof ItemDocument>;
type ConditionInput = NonNullable<ClauseInput["when"]>;

/** The families of wording, each in a file of its own. */
export const FAMILIES = [
  "veto",
  "judge",
  "choice",
  "tiers",
  "shortfall",
  "share",
  "levels",
  "each",
  "condition",
] as const;
export type Family = (typeof FAMILIES)[number];

/** What the wording is read for. */
export interface Worth {
  readonly title: string;
  readonly kind: Exclude<ItemKind, "info">;
  /** 分值; of bonus and deduction items the most they can move. */
  readonly points: Rational;
}

/** A field before it has a name. */
export type NewField = Pick<FieldInput, "label"> &
  (
    | { readonly type: "boolean" | "percent" }
    | { readonly type: "integer" | "number"; readonly unit: string }
    | { readonly type: "choice"; readonly options: string[] }
  );

/** What the names of the fields make of a sentence. */
export interface Rules {
  readonly derive?: readonly DerivedInput[];
  readonly clauses: readonly Omit<ClauseInput, "id">[];
  readonly veto?: { readonly title: string; readonly when: ConditionInput };
}

/** One sentence of a criterion, understood. */
export interface Draft {
  readonly family: Family;
  readonly effect: "award" | "deduct" | "veto";
  /** The most that it moves. */
  readonly whole: Rational;
  /** Nothing says how much it can move at most: beside another award nobody knows its share. */
  readonly open?: boolean;
  /** 不得分 of the part or of the item: beside awards nobody knows which. */
  readonly loses?: boolean;
  /** What was not said and was read as the format does: told in the report. */
  readonly readings?: readonly Reading[];
  readonly fields: readonly NewField[];
  readonly rules: (facts: readonly string[]) => Rules;
}

/**
 * exact-steps: part steps count in proportion; counted: every case counts; listed-field: the one figure that
 * the list asks for is the one that the wording needs.
 */
export type Reading = "exact-steps" | "counted" | "judged-from-zero" | "listed-field";

/** Understands a whole sentence, or nothing of it. */
export type ReadSentence = (sentence: string, worth: Worth) => Draft | undefined;
