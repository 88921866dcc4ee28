import type { FactStatus } from "../model/assessment.js";
import type { Operator } from "../model/condition.js";
import type { Effect } from "../model/finding.js";
import type { GapKind } from "../model/gap.js";
import type { InputJson, RankingJson } from "../model/results.js";

type Outcome = InputJson["outcome"];
type ApartReason = RankingJson["apart"][number]["reason"];

/** The words of the output workbooks in one language; total, so that a missing one fails to compile. */
export interface WorkbookLabels {
  readonly sheets: Readonly<Record<SheetName, string>>;
  readonly columns: Readonly<Record<ColumnName, string>>;
  readonly gapKinds: Readonly<Record<GapKind, string>>;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly effects: Readonly<Record<Effect, string>>;
  readonly apart: Readonly<Record<ApartReason, string>>;
  readonly vetoStatus: Readonly<Record<"applied" | "pending", string>>;
  /** Why there is no value. */
  readonly factStatus: Readonly<Record<Exclude<FactStatus, "known">, string>>;
  readonly operators: Readonly<Record<Operator, string>>;
  readonly words: Readonly<Record<Word, string>>;
  readonly about: AboutLabels;
  readonly sentences: Sentences;
}

type SheetName =
  | "ranking"
  | "levelOne"
  | "matrix"
  | "gaps"
  | "returned"
  | "apart"
  | "about"
  | "overview"
  | "ledger"
  | "findings";

type ColumnName =
  | ("rank" | "unit" | "code" | "group" | "total" | "rate" | "grade" | "coverage" | "proven" | "claimed")
  | ("self" | "bonus" | "deduction" | "tied" | "findings" | "max" | "points")
  | ("number" | "item" | "title" | "clause" | "kind" | "lost" | "lostTotal" | "actual" | "required")
  | ("steps" | "sources" | "remedy" | "responsible")
  | ("problem" | "recoverable" | "measure" | "person" | "deadline" | "documents" | "done" | "deducted")
  | ("file" | "outcome" | "findingCode" | "place" | "effect" | "message" | "reason")
  | ("label" | "content" | "veto" | "status");

type Word = "none" | "yes" | "no" | "tied" | "and" | "or" | "notApplicable" | "bonusItem" | "deductionItem";

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
}

/** Sentences with figures; every figure comes from the results. */
interface Sentences {
  inputs(counts: Readonly<Record<Outcome | "all", number>>): string;
  assessments(counts: { readonly all: number; readonly ranked: number; readonly apart: number }): string;
  ranking(tieBreak: readonly string[], grouped: boolean): string;
  grade(grade: { name: string; min: string; eachLevel1AtLeast?: string; quota?: string }): string;
  coverage(minimum: string | undefined): string;
  standing: string;
  legend: string;
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
  capTotal(points: string): string;
  capGrade(grade: string): string;
  zero(place: string): string;
  disqualify: string;
}
