/** What `faping form` says. */
export interface FormLabels {
  readonly detected: (sheet: string, headerRow: number, headerRows: number) => string;
  readonly units: Readonly<Record<"workbook" | "rows" | "columns", string>>;
  readonly columns: Readonly<Record<"column" | "header" | "meaning" | "sureness" | "why", string>>;
  readonly sureness: Readonly<Record<"certain" | "likely" | "possible" | "unknown", string>>;
  readonly meanings: Readonly<
    Record<
      | ("number" | "title" | "field" | "value" | "numerator" | "denominator" | "rate" | "self" | "documents")
      | ("notApplicable" | "remark" | "points" | "level" | "criterion" | "responsible" | "expert")
      | ("unitName" | "unitCode"),
      string
    >
  >;
  /** `share`: `98/100`, or "". */
  readonly why: Readonly<
    Record<
      | ("item-ids" | "item-numbers" | "titles" | "fields" | "header" | "usual-header")
      | ("contents-differ" | "taken" | "none"),
      (share: string) => string
    >
  >;
  readonly open: Readonly<
    Record<
      | ("unit-name" | "unit-code" | "no-value" | "no-rows")
      | ("several-fields" | "unknown-rows" | "unknown-columns" | "experts"),
      (found: string) => string
    >
  >;
  readonly openHeading: string;
  readonly nothingOpen: string;
  readonly none: (sheets: string) => string;
  readonly own: (file: string) => string;
  readonly unreadable: (file: string) => string;
  readonly written: (path: string) => string;
  readonly lintClean: (title: string) => string;
}
