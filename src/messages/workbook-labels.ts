import type { FactStatus } from "../model/assessment.js";
import type { Operator } from "../model/condition.js";
import type { Effect } from "../model/finding.js";
import type { GapKind } from "../model/gap.js";
import type { RemedyState } from "../model/ledger.js";
import type { AmountJson, InputJson, RankingJson, SupplementJson } from "../model/results.js";
import type { FieldVerdict, PanelRule } from "../model/verification.js";

type Outcome = InputJson["outcome"];
type SupplementOutcome = SupplementJson["outcome"];
type ApartReason = RankingJson["apart"][number]["reason"];

/** The words of the output workbooks in one language; total, so that a missing one fails to compile. */
export interface WorkbookLabels {
  readonly sheets: Readonly<Record<SheetName, string>>;
  readonly columns: Readonly<Record<ColumnName, string>>;
  readonly gapKinds: Readonly<Record<GapKind, string>>;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  /** What a file is. */
  readonly materials: Readonly<Record<"submission" | "facts" | "verified", string>>;
  readonly supplements: Readonly<Record<SupplementOutcome, string>>;
  readonly verdicts: Readonly<Record<FieldVerdict["verdict"], string>>;
  readonly panel: Readonly<Record<PanelRule, string>>;
  readonly effects: Readonly<Record<Effect, string>>;
  readonly apart: Readonly<Record<ApartReason, string>>;
  readonly vetoStatus: Readonly<Record<"applied" | "pending", string>>;
  /** Why there is no value. */
  readonly factStatus: Readonly<Record<Exclude<FactStatus, "known">, string>>;
  readonly operators: Readonly<Record<Operator, string>>;
  readonly words: Readonly<Record<Word, string>>;
  readonly about: AboutLabels;
  readonly sentences: Sentences;
  readonly clauses: ClauseLabels;
  readonly charts: ChartLabels;
  readonly remedyStates: Readonly<Record<RemedyState, string>>;
}

/** Titles and legends of pictures. */
interface ChartLabels {
  /** Where there are no groups. */
  readonly all: string;
  readonly median: string;
  readonly heatMap: string;
  ranking(group: string): string;
  profile(group: string): string;
  own(unit: string): string;
}

type SheetName =
  | "ranking"
  | "levelOne"
  | "scoreLedger"
  | "selfHigh"
  | "lines"
  | "verification"
  | "disagreements"
  | "agreement"
  | "matrix"
  | "gaps"
  | "returned"
  | "apart"
  | "about"
  | "overview"
  | "ledger"
  | "findings"
  | "charts"
  | "remedyData"
  | "remedyOverview"
  | "remedyList"
  | "ledgerFindings";

type ColumnName =
  | ("rank" | "unit" | "code" | "group" | "total" | "rate" | "grade" | "coverage" | "proven" | "claimed")
  | ("self" | "bonus" | "deduction" | "tied" | "findings" | "max" | "points")
  | ("number" | "item" | "title" | "clause" | "kind" | "lost" | "lostTotal" | "actual" | "required")
  | ("steps" | "sources" | "remedy" | "responsible")
  | ("problem" | "recoverable" | "measure" | "person" | "deadline" | "documents" | "done" | "deducted")
  | ("file" | "outcome" | "findingCode" | "place" | "effect" | "message" | "reason")
  | ("label" | "content" | "veto" | "status")
  | ("rule" | "verified" | "selfToRule" | "ruleToVerified" | "interval" | "excess" | "material")
  | ("subject" | "before" | "after" | "opinion" | "verifier" | "verifiedOn")
  | ("reached" | "up" | "down" | "alone" | "votes" | "taken" | "units" | "pairs" | "agreed" | "alpha")
  | ("bar" | "change" | "remark")
  | (
      | "key"
      | "ledgerNumber"
      | "field"
      | "reported"
      | "newValue"
      | "wonBack"
      | "left"
      | "remedyState"
      | "overdue"
    )
  | ("totalBefore" | "totalAfter" | "rankChange");

type Word =
  | ("none" | "yes" | "no" | "tied" | "and" | "or" | "notApplicable" | "bonusItem" | "deductionItem")
  /** Between the members of a list. */
  | "comma"
  | "semicolon"
  /** What an assessor gave an item as a whole. */
  | "itemScore"
  /** On which side of the line of a grade. */
  | "above"
  | "below"
  /** Nothing open of its own decides it. */
  | "byOthers"
  /** Nothing was taken over of what a panel found: the unit's own value stays. */
  | "ownStays";

/** Labels of the lines of 说明 and 得分概览. */
interface AboutLabels {
  readonly system: string;
  readonly id: string;
  readonly version: string;
  readonly sha256: string;
  readonly overlay: string;
  readonly issuer: string;
  readonly source: string;
  readonly notice: string;
  readonly engine: string;
  readonly inputs: string;
  readonly assessments: string;
  readonly ranking: string;
  readonly grade: string;
  readonly coverage: string;
  readonly standing: string;
  readonly legend: string;
  readonly gapCount: string;
  readonly findingCount: string;
  readonly state: string;
  readonly facts: string;
  readonly verified: string;
  readonly panel: string;
  readonly ledger: string;
  readonly interval: string;
  readonly verifiedTotal: string;
  readonly handedIn: string;
  readonly notHandedIn: string;
}

/** Sentences with figures; every figure comes from the results. */
interface Sentences {
  inputs(counts: Readonly<Record<Outcome | "all", number>>): string;
  assessments(counts: { readonly all: number; readonly ranked: number; readonly apart: number }): string;
  ranking(tieBreak: readonly string[], grouped: boolean): string;
  grade(grade: { name: string; min: string; eachLevel1AtLeast?: string; quota?: string }): string;
  coverage(minimum: string | undefined): string;
  /** By which rules and which program, with their hashes. */
  identity(rules: { system: string; sha256: string; overlay?: string; engine: string }): string;
  /** Against the previous results: places won (+) or lost, points won or lost. */
  change(change: { ranks: number | null; points: string }): string;
  readonly newUnit: string;
  standing: string;
  ledger: string;
  interval: string;
  legend: string;
  supplements(counts: Readonly<Record<SupplementOutcome | "all", number>>): string;
  rank(rank: number, of: number, tied: boolean): string;
  lowCoverage(coverage: string, minimum: string | undefined): string;
  fact(label: string, value: string): string;
  /** A text with a remark to it. */
  aside(text: string, remark: string): string;
  /** Part of a condition. */
  group(condition: string): string;
  step(from: string, to: string, gain: string): string;
  /** In front of a condition that must not hold. */
  not(condition: string): string;
  /** The same in a clause, which asks and does not demand. */
  unless(condition: string): string;
  capTotal(points: string): string;
  capGrade(grade: string): string;
  zero(place: string): string;
  disqualify: string;
  /** The first cells of a list that is too long to be given whole. */
  cells(first: string, all: number): string;
  /** A clause that the assessor judges. */
  judgement(clause: string): string;
  /** A row of records. */
  recordRow(label: string, cell: string): string;
  /** Behind the title of 整改数据: what to fill in, and where the rest goes. */
  readonly remedyDataHint: string;
  /** How many gaps of a ledger came to what. */
  remedied(counts: Readonly<Record<RemedyState | "overdue", number>>): string;
  vote(vote: { by: string; found: string; cells: string }): string;
}

/** What a clause says, in words; figures of points without a unit, those of facts with theirs. */
interface ClauseLabels {
  when(condition: string, effect: string): string;
  /** Points awarded or deducted. */
  readonly points: Readonly<Record<"award" | "deduct", (points: string) => string>>;
  readonly each: Readonly<
    Record<
      "award" | "deduct",
      (amount: { each: string; per: string; step: string; cap: string; partial: PartStep }) => string
    >
  >;
  readonly share: Readonly<Record<"award" | "deduct", (of: string, share: string) => string>>;
  readonly judge: Readonly<
    Record<"award" | "deduct", (range: { min: string; max: string; step: string }) => string>
  >;
  tier(bound: string, points: string): string;
  /** What a tier or an option comes to is rendered by `points`. */
  tiers(of: string, tiers: readonly string[], otherwise: string): string;
  choice(of: string, options: readonly string[]): string;
  option(name: string, points: string): string;
  set(points: string): string;
  veto(title: string): string;
}

type PartStep = Extract<AmountJson, { form: "each" }>["partial"];
