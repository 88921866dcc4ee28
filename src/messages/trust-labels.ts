/** Why a figure changed, as `faping compare` splits it. */
type Cause = "evidence" | "verification" | "rules" | "points" | "cohort" | "engine";

/** What the commands that check and compare results say: verify, compare, replay; and what they are given. */
export interface TrustLabels {
  readonly causes: Readonly<Record<Cause, string>>;
  readonly columns: Readonly<
    Record<
      "unit" | "code" | "item" | "before" | "after" | "difference" | "rank" | "grade" | "total" | "place",
      string
    >
  >;
  readonly verified: (files: number, units: number) => string;
  readonly differs: (count: number) => string;
  readonly recorded: string;
  readonly found: string;
  readonly missingInput: (file: string) => string;
  readonly changedInput: (file: string) => string;
  readonly extraInput: (file: string) => string;
  readonly otherRules: (recorded: string, given: string) => string;
  readonly otherEngine: (recorded: string, own: string) => string;
  readonly rulesDamaged: (file: string) => string;
  readonly compared: (counts: { both: number; changed: number; added: number; removed: number }) => string;
  readonly added: string;
  readonly removed: string;
  readonly apart: string;
  readonly noChange: string;
  readonly items: string;
  readonly units: string;
  readonly rulesBefore: (name: string) => string;
  readonly rulesAfter: (name: string) => string;
  /** Of results that are not what comes of their own evidence and rules. */
  readonly notItsOwn: (units: string) => string;
  readonly unexplained: string;
  readonly replayed: (rulings: string) => string;
  readonly notARuling: (text: string) => string;
  readonly ruling: Readonly<
    Record<
      "no-unit" | "no-subject" | "records" | "twice" | "not-points" | "not-a-value",
      (found: string, more: string) => string
    >
  >;
  readonly factsWritten: (path: string, rows: number) => string;
  readonly noFactsByOthers: string;
  readonly noUnitIn: (file: string) => string;
  readonly copyWritten: (path: string) => string;
  readonly noSuchDepartment: (name: string, known: string) => string;
  readonly fromNeeded: string;
  readonly forNeeded: string;
  readonly copyIsWhole: string;
  readonly liveIsWhole: string;
  /** `place`: an item or a fact. */
  readonly liveCircle: (place: string) => string;
  readonly fromReturned: (file: string) => string;
  readonly fromSeveralUnits: (units: string) => string;
  readonly panelWithoutCopies: string;
  readonly notChildren: (file: string) => string;
  readonly remedy: RemedyLabels;
}

/** What `remedy` says. */
interface RemedyLabels {
  readonly notADay: (given: string) => string;
  readonly noLedgers: (paths: string) => string;
  readonly returned: (file: string) => string;
  /** Under which day and with what standing the figures are to be read. */
  readonly heading: (day: string) => string;
  readonly total: (change: { before: string; after: string; won: string }) => string;
  readonly rank: (before: string, after: string) => string;
  readonly appeared: (count: number) => string;
  readonly overdue: (deadline: string) => string;
  readonly newValue: (change: string) => string;
  readonly documents: (titles: string) => string;
  readonly left: (points: string) => string;
  readonly required: (required: string) => string;
  /** Of a gap that rests on a list of records. */
  readonly resubmit: string;
  readonly written: (path: string) => string;
}
