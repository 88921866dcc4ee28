type Sentence = (params: Readonly<Record<string, string>>) => string;

/** What the import of a plain list tells of a cell. */
export type NoteCode =
  | ("no-points" | "points-unreadable" | "no-criterion" | "judged" | "node-sum" | "total-sum" | "same-title")
  | ("merged-over-items" | "no-item" | "kind-unknown" | "field-unreadable" | "ids-made" | "bonus-cap")
  | "column-not-read";
/** Why a criterion became a judged item. */
type ReasonCode =
  | ("not-understood" | "awards-sum" | "awards-open" | "wrong-kind" | "loses-what" | "only-vetoes")
  | ("fields-differ" | "no-criterion");
type Reading = "exact-steps" | "counted" | "judged-from-zero" | "listed-field";
type Family =
  | ("veto" | "judge" | "choice" | "tiers" | "shortfall" | "share" | "levels" | "each")
  | "condition";

/** What authoring in Excel says in one language: `faping system export` and `import`. */
export interface AuthoringLabels {
  readonly notes: Readonly<Record<NoteCode, Sentence>>;
  readonly reasons: Readonly<Record<ReasonCode, Sentence>>;
  readonly readings: Readonly<Record<Reading, string>>;
  readonly families: Readonly<Record<Family, string>>;
  readonly report: {
    readonly file: string;
    readonly wordings: string;
    readonly notes: string;
    readonly title: (title: string) => string;
    readonly columns: Readonly<
      Record<
        "cell" | "item" | "title" | "wording" | "became" | "clauses" | "fields" | "remark" | "note",
        string
      >
    >;
    readonly judged: string;
    readonly none: string;
  };
  readonly exported: (path: string, items: number) => string;
  readonly imported: (counts: { folder: string; items: number; points: string }) => string;
  readonly counts: (counts: { ruled: number; judged: number; info: number }) => string;
  readonly reportWritten: (path: string) => string;
  readonly wouldReplace: (path: string) => string;
  readonly unreadable: (file: string) => string;
  readonly noList: (file: string) => string;
  readonly noItems: (file: string) => string;
  readonly severalLists: (file: string, sheets: readonly string[]) => string;
}
