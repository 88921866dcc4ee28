/** The words of report.html. All of them are handed to the page, which can't ask. */
export interface PageLabels {
  readonly skip: string;
  readonly navigation: string;
  readonly ranking: string;
  readonly items: string;
  readonly files: string;
  readonly search: string;
  readonly searchItems: string;
  readonly group: string;
  readonly grade: string;
  readonly place: string;
  readonly all: string;
  readonly none: string;
  readonly print: string;
  readonly perPage: string;
  readonly previousPage: string;
  readonly nextPage: string;
  /** `{from}`, `{to}` and `{all}` are replaced. */
  readonly shown: string;
  readonly nothingFound: string;
  readonly sortBy: string;
  readonly back: string;
  readonly columns: Readonly<
    Record<
      | (
          | "rank"
          | "unit"
          | "code"
          | "group"
          | "total"
          | "rate"
          | "grade"
          | "proven"
          | "claimed"
          | "self"
          | "rule"
        )
      | (
          | "interval"
          | "coverage"
          | "change"
          | "findings"
          | "remark"
          | "points"
          | "max"
          | "item"
          | "title"
          | "place"
        )
      | ("mean" | "full" | "zero" | "clause" | "text" | "outcome" | "amount" | "lost" | "lostTotal" | "kind")
      | ("required" | "steps" | "cells" | "remedy" | "responsible" | "message" | "fact" | "verified" | "file")
      | ("status" | "reasons" | "failed" | "findingCode" | "where"),
      string
    >
  >;
  readonly sections: Readonly<
    Record<
      | (
          | "levelOne"
          | "profile"
          | "waterfall"
          | "gaps"
          | "items"
          | "findings"
          | "vetoes"
          | "distribution"
          | "units"
        )
      | ("clauses" | "facts" | "verification" | "criterion" | "basis" | "files"),
      string
    >
  >;
  readonly status: Readonly<Record<"scored" | "partial" | "missing" | "pending" | "notApplicable", string>>;
  readonly outcome: Readonly<
    Record<"applied" | "notApplied" | "missing" | "notApplicable" | "pending" | "superseded", string>
  >;
  /** Parts of the waterfall. */
  readonly steps: Readonly<Record<"self" | "max" | "rule" | "verified" | "rest", string>>;
  readonly median: string;
  readonly expandAll: string;
  readonly collapseAll: string;
  readonly full: string;
  readonly bonus: string;
  readonly deduction: string;
  readonly tied: string;
  readonly noGaps: string;
  readonly noScript: string;
}
