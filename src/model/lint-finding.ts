/** What is wrong with an indicator system, by code; the sentences stand in `messages/`. */
export const LINT_CODES = {
  // reading the files
  "not-json": "error",
  "too-large": "error",
  "too-deep": "error",
  "duplicate-key": "error",
  "number-too-long": "error",
  "part-missing": "error",
  // the shape
  "unknown-key": "error",
  "wrong-shape": "error",
  // identity and tree
  "duplicate-id": "error",
  "duplicate-fact": "error",
  "unknown-parent": "error",
  "parent-cycle": "error",
  "wrong-level": "error",
  "node-points": "error",
  "total-points": "error",
  "points-missing": "error",
  "empty-node": "warning",
  "scale-below-rescale": "error",
  "exclude-without-rescale": "error",
  // facts
  "unknown-fact": "error",
  "type-mismatch": "error",
  "unknown-option": "error",
  "derive-cycle": "error",
  "derive-depth": "error",
  "bounds-order": "error",
  "scale-range": "error",
  "records-sheet": "error",
  "documents-by-others": "error",
  "from-results": "error",
  "cohort-nested": "error",
  // conditions and clauses
  "unknown-operator": "error",
  "empty-group": "error",
  "condition-depth": "error",
  "too-many-clauses": "error",
  "clause-effect": "error",
  "clause-kind": "error",
  "item-kind": "error",
  "tiers-order": "error",
  "tiers-above-points": "error",
  "choice-points": "error",
  "amount-figure": "error",
  "judge-step": "error",
  "award-short": "error",
  "no-deduction": "error",
  "bonus-without-cap": "error",
  "one-of-mixed": "error",
  // vetoes, grades, ranking
  "unknown-veto": "error",
  "unknown-place": "error",
  "unknown-grade": "error",
  "grade-order": "error",
  "grade-unreachable": "warning",
  "veto-without-cause": "warning",
  // points overlays
  "overlay-system": "error",
  "overlay-zero": "error",
  // mappings of foreign forms
  "form-system": "error",
  "form-empty": "error",
  "form-both": "error",
  "form-unit": "error",
  "form-unit-twice": "error",
  "form-rows-unknown": "error",
  "form-no-value": "error",
  "form-half-rate": "error",
  "form-row": "error",
  "form-by": "error",
  "form-fact-item": "error",
  "form-fact-twice": "error",
  "form-records": "error",
  "form-not-asked": "info",
  // advice
  "unused-field": "warning",
  "never-applies": "warning",
  "points-too-fine": "warning",
  "no-remedy": "warning",
  "no-responsible": "warning",
  "empty-by-default": "info",
  "criterion-number": "info",
  "criterion-clause": "info",
} as const;

export type LintCode = keyof typeof LINT_CODES;
export type Severity = (typeof LINT_CODES)[LintCode];

export interface LintFinding {
  readonly code: LintCode;
  /** Name of the file within the system's folder. */
  readonly file: string;
  /** JSON path within that file: `$.items[3].clauses[0].when.all[1].fact`. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
}

export const isLintError = (finding: LintFinding): boolean => LINT_CODES[finding.code] === "error";
