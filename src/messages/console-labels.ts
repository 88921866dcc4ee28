/** What the command line says in one language; total, so that a missing sentence fails to compile. */
export interface ConsoleLabels {
  /** Between the members of a list. */
  readonly listComma: string;
  /** Between what is spoken of and what is said of it. */
  readonly colon: string;
  readonly semicolon: string;
  readonly headings: Readonly<
    Record<
      | "ranking"
      | "apart"
      | "returned"
      | "level1"
      | "blank"
      | "unsupported"
      | "gaps"
      | "findings"
      | "vetoes"
      | "open"
      | "departments"
      | "supplements",
      string
    >
  >;
  readonly explain: ExplainLabels;
  readonly sentences: Sentences;
  readonly help: HelpTexts;
}

/** The way of one item from its cells to the rank. */
interface ExplainLabels {
  /** A heading with its number. */
  readonly step: (number: number, heading: string) => string;
  readonly criterion: string;
  readonly basis: string;
  readonly cells: string;
  readonly noCell: string;
  readonly facts: string;
  readonly verification: string;
  readonly verified: (change: {
    subject: string;
    before: string;
    after: string;
    reason: string;
    signed: string;
    cells: string;
  }) => string;
  readonly disagreement: (subject: string, votes: readonly string[], taken: string) => string;
  /** What verification made of the item's points. */
  readonly moved: (rule: string, points: string) => string;
  readonly given: (points: string) => string;
  readonly clauses: string;
  readonly outcomes: Readonly<
    Record<"applied" | "notApplied" | "missing" | "notApplicable" | "pending", string>
  >;
  readonly effects: Readonly<
    Record<"award" | "deduct" | "set" | "veto", (amount: string, whole: string) => string>
  >;
  readonly superseded: string;
  readonly notApplicable: Readonly<
    Record<"applicable" | "declared" | "onEmpty" | "blank", (reason: string) => string>
  >;
  readonly score: string;
  readonly set: string;
  readonly gaps: string;
  readonly above: string;
  readonly total: (points: string, max: string, bonus: string, deduction: string) => string;
  readonly veto: (title: string) => string;
  readonly rank: (
    /** `interval` is "" where nothing is open. */
    place: { group: string; rank: number; tied: boolean; of: number; interval: string },
    grade: string,
  ) => string;
  readonly rules: string;
  readonly self: (points: string) => string;
}

interface Sentences {
  readonly counts: (counts: { all: number; scored: number; returned: number; manual: number }) => string;
  readonly written: (folder: string, files: readonly string[]) => string;
  readonly overview: (unit: {
    total: string;
    max: string;
    rate: string;
    grade: string;
    coverage: string;
    proven: string;
    claimed: string;
    self: string;
    /** "" where verification moved nothing. */
    rule: string;
  }) => string;
  readonly departments: (unit: string, missing: readonly string[], handedIn: number) => string;
  /** What an open point waits for. */
  readonly waiting: Readonly<
    Record<"assessor" | "third-party" | "results" | "group" | "judgement", (what: string) => string>
  >;
  readonly gradeAlone: string;
  readonly lowCoverage: (coverage: string, minimum: string) => string;
  readonly disqualified: string;
  readonly more: (count: number) => string;
  readonly none: string;
  readonly noGaps: string;
  readonly returned: (name: string) => string;
  readonly progress: (done: number, all: number, file: string) => string;
  readonly lintClean: (title: string, items: number, points: string) => string;
  readonly lintCounts: (errors: number, warnings: number, infos: number) => string;
  readonly templateWritten: (path: string) => string;
  readonly feedbackWritten: (documents: number, folder: string) => string;
  readonly schemaWritten: (path: string) => string;
  readonly points: (points: string) => string;
  readonly scaledTo: (points: string) => string;
  readonly kinds: Readonly<Record<"bonus" | "deduction" | "info", string>>;
  /** `code` is commander's, `what` the option, argument or command that it is about. */
  readonly wrongUsage: (code: string, what: string) => string;
  readonly seeHelp: (command: string) => string;
  readonly unitAndCode: string;
  readonly noInputs: (paths: string) => string;
  readonly severalUnits: (units: string) => string;
  readonly ignored: (names: readonly string[]) => string;
  readonly writtenTo: (path: string) => string;
  readonly gapWorkbooks: (count: number) => string;
  readonly noPath: (path: string, code: string) => string;
  readonly noSystemFile: (folder: string) => string;
  /** Of an option's value. */
  readonly mayBe: (given: string, allowed: string) => string;
  readonly wrongEnding: (path: string, endings: string) => string;
  readonly noFile: (path: string) => string;
  readonly isFolder: (path: string) => string;
  readonly notResults: {
    readonly json: (file: string) => string;
    /** found: undefined where the file names no format. */
    readonly format: (file: string, found: string | undefined) => string;
    /** at: the first place that is not as it should be. */
    readonly shape: (file: string, at: string) => string;
  };
  readonly otherSystem: (file: string) => string;
  readonly unitTwice: (code: string, files: string) => string;
  readonly noSuchUnit: (unit: string) => string;
  readonly noSuchItem: (item: string) => string;
  readonly systemRefused: string;
  readonly allRefused: string;
  readonly belowMinimum: (units: string, minimum: string) => string;
  readonly internal: (problem: string) => string;
}

interface HelpTexts {
  readonly program: string;
  readonly template: string;
  readonly check: string;
  readonly score: string;
  readonly rank: string;
  readonly explain: string;
  readonly feedback: string;
  readonly inspect: string;
  readonly form: string;
  readonly formDetect: string;
  readonly formLint: string;
  readonly facts: string;
  readonly verify: string;
  readonly compare: string;
  readonly replay: string;
  readonly remedy: string;
  readonly system: string;
  readonly lint: string;
  readonly show: string;
  readonly schema: string;
  readonly export: string;
  readonly import: string;
  readonly options: Readonly<
    Record<
      | (
          | "system"
          | "out"
          | "outFile"
          | "outFolder"
          | "feedbackUnit"
          | "json"
          | "lang"
          | "failUnder"
          | "form"
          | "mappingFile"
          | "formSheet"
          | "resume"
          | "convert"
          | "unit"
          | "code"
          | "gaps"
          | "write"
        )
      | ("help" | "version" | "rankSystem" | "points" | "responsible" | "live" | "for" | "from" | "facts")
      | ("verified" | "panel" | "inputs" | "set" | "units" | "resultsFrom" | "children")
      | ("previous" | "font" | "on" | "remedyFile")
      | ("listFile" | "systemFolder" | "systemId" | "systemTitle" | "total" | "sheet"),
      string
    >
  >;
  readonly arguments: Readonly<
    Record<
      | "inputs"
      | "workbook"
      | "anyWorkbook"
      | "foreignWorkbook"
      | "mapping"
      | "results"
      | "path"
      | "result"
      | "unit"
      | "item"
      | "old"
      | "now"
      | "list"
      | "ledgers",
      string
    >
  >;
  readonly examples: Readonly<
    Record<
      | (
          | "program"
          | "template"
          | "check"
          | "score"
          | "rank"
          | "explain"
          | "feedback"
          | "inspect"
          | "formDetect"
          | "formLint"
          | "lint"
          | "show"
          | "schema"
        )
      | ("facts" | "verify" | "compare" | "replay" | "remedy" | "export" | "import"),
      readonly string[]
    >
  >;
  readonly examplesTitle: string;
  /** Of the sections of a help text, as commander names them. */
  readonly titles: Readonly<Record<string, string>>;
  readonly exitCodes: string;
}
