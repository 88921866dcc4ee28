import { type Condition, factsOf } from "./condition.js";
import type { Rational } from "./rational.js";
import type {
  CohortStatistic,
  ColumnDocument,
  DerivedDocument,
  FieldDocument,
  UnitFactDocument,
} from "./system-document.js";
import type { ValueType } from "./value.js";

/**
 * What is judged: a whole indicator system (指标体系), checked and resolved. Made by `system/` from a
 * `SystemDocument`; nothing in it has to be looked up or defaulted again.
 */
export interface IndicatorSystem {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly issuer?: string;
  readonly source?: string;
  /** Printed on every output. */
  readonly notice: string;
  /** SHA-256 of the bytes of `system.json` and of the item files in their order, one after the other. */
  readonly sha256: string;
  /** The files that the hash is of, in its order. */
  readonly files: readonly RulesFile[];
  /** The points overlay, where one replaces the points. */
  readonly overlay?: RulesFile & { readonly sha256: string };
  /** SHA-256 of what the workbook asks for: two systems with equal hashes read the same workbooks. */
  readonly formHash: string;
  /** Names of the levels, highest first; the last is the items'. */
  readonly levels: readonly string[];
  /** First and last day of the period under assessment. */
  readonly period?: { readonly from: string; readonly to: string };
  /** What the level-1 contributions of the scored items add up to. */
  readonly total: Rational;
  /** Decimals of an item's score and of the total. */
  readonly digits: number;
  readonly policies: Policies;
  readonly unitFacts: readonly UnitFact[];
  readonly nodes: readonly Node[];
  readonly items: readonly Item[];
  /** Level-1 places in document order: nodes, or the scored items of a system with one level. */
  readonly roots: readonly Place[];
  readonly bonusCap?: Rational;
  readonly deductionCap?: Rational;
  readonly totalCap?: Rational;
  readonly totalFloor?: Rational;
  readonly vetoes: readonly Veto[];
  /** Highest first. */
  readonly grades: readonly Grade[];
  readonly ranking: RankingRules;
  /** Every fact that a clause can name, by name. */
  readonly facts: ReadonlyMap<string, FactDefinition>;
  /** Derived facts, each after those that it is made of. */
  readonly derived: readonly DerivedFact[];
}

/** A file of rules as it was read. */
export interface RulesFile {
  readonly name: string;
  readonly text: string;
}

export interface Policies {
  readonly missing: "zero" | "exclude";
  readonly unsupported: "accept" | "missing";
  readonly notApplicable: "rescale-parent" | "rescale-level1" | "rescale-total" | "full" | "zero";
}

export type Place = Node | Item;

/** A place in the tree that holds others. */
export interface Node {
  readonly type: "node";
  readonly id: string;
  readonly parent?: string;
  readonly title: string;
  /** 1 = the highest level. */
  readonly level: number;
  /** Sum of the children's contributions. */
  readonly points: Rational;
  /** What it is worth to its parent: `scaleTo` where given, else `points`. */
  readonly contribution: Rational;
  /** Nodes and scored items, in document order. */
  readonly children: readonly Place[];
}

export type ItemKind = "scored" | "bonus" | "deduction" | "info";

/** A leaf (末级指标). */
export interface Item {
  readonly type: "item";
  readonly id: string;
  readonly parent?: string;
  readonly no?: number;
  readonly title: string;
  readonly kind: ItemKind;
  /** 分值; for bonus and deduction items the most they can move; 0 for info items. */
  readonly points: Rational;
  /** What it is worth to its parent: its points. */
  readonly contribution: Rational;
  readonly criterion: string;
  readonly basis: readonly string[];
  readonly responsible: readonly string[];
  readonly remedy?: string;
  readonly applicable?: Condition;
  readonly mayBeNotApplicable: boolean;
  readonly onEmpty: "full" | "exclude" | "zero";
  readonly fields: readonly Field[];
  readonly start: "full" | "zero";
  readonly floor: Rational;
  readonly clauses: readonly Clause[];
}

/** A field that the workbook asks for (填报项), with the item that asks. */
export type Field = FieldDocument & { readonly item: string };
/** A field whose rows stand on a sheet of their own. */
export type RecordsField = Extract<Field, { type: "records" }>;
export type Column = ColumnDocument;
/** A fact asked once per unit. `fact` is its full name: `unit.kind`. */
export type UnitFact = UnitFactDocument;
export type DerivedFact = DerivedDocument & {
  readonly item: string;
  /** Of `count` and `sumOf` over records: which rows are taken; its facts are the columns. */
  readonly where?: Condition;
};

/** A list of records is no value by itself; only what is counted or summed from it is. */
export type FactType = ValueType | "records";

export type FactDefinition = {
  readonly name: string;
  readonly type: FactType;
  /** What a reader is shown instead of the name. */
  readonly label: string;
  /** 计量单位, "%" for percents and rates. */
  readonly unit?: string;
  /** The only texts that a choice can hold. */
  readonly options?: readonly string[];
} & (
  | { readonly origin: "unit"; readonly field: UnitFact }
  | { readonly origin: "field"; readonly item: string; readonly field: Field }
  /** `<rate>.numerator` or `<rate>.denominator` */
  | {
      readonly origin: "part";
      readonly item: string;
      readonly field: Field;
      readonly part: "numerator" | "denominator";
    }
  | { readonly origin: "derived"; readonly item: string; readonly derived: DerivedFact }
  /** `reported.<fact>`: what the unit itself reported, whatever an assessor made of it. */
  | {
      readonly origin: "reported";
      readonly item: string;
      readonly reports: Extract<FactDefinition, { origin: "field" | "part" }>;
    }
  /** A figure of the ranking group, made from everyone's `of`; `item` is the item of that fact. */
  | {
      readonly origin: "cohort";
      readonly item: string;
      readonly statistic: CohortStatistic;
      readonly of: string;
    }
);

/** One rule of an item (评分细则). */
export interface Clause {
  readonly id: string;
  /** Absent: it always applies. */
  readonly when?: Condition;
  readonly effect: Effect;
  /** Alternatives of one name: the first that applies counts alone. */
  readonly oneOf?: string;
  /** A missing fact costs nothing here. */
  readonly skipMissing: boolean;
  readonly remedy?: string;
}

export type Effect =
  | {
      readonly kind: "award" | "deduct";
      readonly amount: Amount /** 整项: the most it can be. */;
      readonly whole: Rational;
    }
  | { readonly kind: "set"; readonly to: Rational }
  | { readonly kind: "veto"; readonly veto: string };

export type Amount =
  | { readonly form: "fixed"; readonly points: Rational }
  | {
      readonly form: "each";
      readonly each: Rational;
      readonly per: string;
      readonly step: Rational;
      readonly partial: "exact" | "down" | "up";
      readonly cap?: Rational;
    }
  | { readonly form: "share"; readonly share: string; readonly of: Rational }
  | {
      readonly form: "tiers";
      readonly of: string;
      readonly direction: "atLeast" | "atMost";
      /** [bound, points]; best first: bounds fall for atLeast and rise for atMost. */
      readonly tiers: readonly (readonly [bound: Rational, points: Rational])[];
    }
  | { readonly form: "choice"; readonly choice: string; readonly points: ReadonlyMap<string, Rational> }
  /** What the assessor judges it to be, from min to max, in steps counted from min. */
  | { readonly form: "judge"; readonly min: Rational; readonly max: Rational; readonly step?: Rational };

/** The fact whose value sets the amount; undefined for a fixed or a judged one. */
export function amountFact(amount: Amount): string | undefined {
  switch (amount.form) {
    case "fixed":
    case "judge":
      return undefined;
    case "each":
      return amount.per;
    case "share":
      return amount.share;
    case "tiers":
      return amount.of;
    case "choice":
      return amount.choice;
  }
}

/** The facts that a clause looks at, in order of reading. */
export function factsOfClause({ when, effect }: Clause): string[] {
  const amount = "amount" in effect ? amountFact(effect.amount) : undefined;
  return [...(when ? factsOf(when) : []), ...(amount === undefined ? [] : [amount])];
}

/** By what a judgement of a clause is known: `<item>#<clause>`. */
export const judgementKey = (item: string, clause: string): string => `${item}#${clause}`;

export const isJudged = ({ effect }: Clause): boolean => "amount" in effect && effect.amount.form === "judge";

/** Does the system compare units with each other while it scores them? */
export const usesCohort = ({ facts }: IndicatorSystem): boolean =>
  [...facts.values()].some(({ origin }) => origin === "cohort");

export interface Veto {
  readonly id: string;
  readonly title: string;
  readonly when?: Condition;
  readonly effect: VetoEffect;
  readonly remedy?: string;
}

export type VetoEffect =
  | { readonly kind: "disqualify" }
  | { readonly kind: "capTotal"; readonly capTotal: Rational }
  | { readonly kind: "capGrade"; readonly grade: string }
  | { readonly kind: "zero"; readonly place: string };

export interface Grade {
  readonly name: string;
  /** Least printed total. */
  readonly min: Rational;
  /** Least share (0–1) of the points of every level-1 place. */
  readonly eachLevel1AtLeast?: Rational;
  /** Largest share (0–1) of the ranked units of a group. */
  readonly quota?: Rational;
}

export interface RankingRules {
  /** Name of a unit fact. */
  readonly groupBy?: string;
  /** Ids of nodes or items, or "bonus". */
  readonly tieBreak: readonly string[];
  /** Share (0–1) of the points; below it a unit is listed apart. */
  readonly minCoverage?: Rational;
}
