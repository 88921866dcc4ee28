import type {
  ChildrenTable,
  DetectOutcome,
  FormMapping,
  ImportOptions,
  ImportOutcome,
  IndicatorSystem,
  Inspection,
  ReadCopy,
  ReadFacts,
  ReadFile,
  ReadLedger,
} from "../../readers.js";

/** The system, and the mappings of foreign forms. */
export interface Rules {
  readonly system: IndicatorSystem;
  readonly mappings: readonly FormMapping[];
}

/** For which system a form is looked at, and on which sheet. */
export interface FormSearch {
  readonly system: IndicatorSystem;
  readonly sheet: string | undefined;
}

/**
 * What can be read from a file, what it is read by, and what comes of it. All of it crosses the boundary of
 * a process, so that it must be plain data.
 */
export interface Readings {
  /** A unit's own workbook. */
  readonly submission: { readonly by: Rules; readonly value: ReadFile };
  /** An assessor's copy. */
  readonly copy: { readonly by: Rules; readonly value: ReadCopy };
  /** A table of facts that others supply. */
  readonly facts: { readonly by: Rules; readonly value: ReadFacts };
  /** A gap workbook that came back filled in. */
  readonly ledger: { readonly by: IndicatorSystem; readonly value: ReadLedger };
  /** Which units stand below which. */
  readonly children: { readonly by: undefined; readonly value: ChildrenTable | undefined };
  /** Any workbook, cell by cell. */
  readonly inspection: { readonly by: undefined; readonly value: Inspection };
  /** A foreign form, to propose a mapping for it. */
  readonly form: { readonly by: FormSearch; readonly value: DetectOutcome };
  /** A plain indicator list. */
  readonly list: { readonly by: ImportOptions; readonly value: ImportOutcome };
}

export type ReadingKind = keyof Readings;

/** To the child: what all later tasks of a kind are read by, then the tasks, one at a time. */
export type Order =
  | { readonly order: "by"; readonly kind: ReadingKind; readonly by: unknown }
  | { readonly order: "read"; readonly kind: ReadingKind; readonly path: string; readonly name: string };

/** From the child: ready once it is loaded, then what came of each task. */
export type Report =
  | { readonly report: "ready" }
  | { readonly report: "done"; readonly told: Told; readonly residentBytes: number };

/** What came of one file, as the child tells it. */
export type Told<K extends ReadingKind = ReadingKind> =
  | { readonly kind: "read"; readonly value: Readings[K]["value"] }
  /** Larger than any workbook may be; not read. */
  | { readonly kind: "tooLarge"; readonly bytes: number; readonly sha256: string }
  /** It changed while it was being read: somebody is writing it. */
  | { readonly kind: "changing" }
  /** The system would not open or read it; `code` is its own: ENOENT, EACCES, … */
  | { readonly kind: "failed"; readonly code: string; readonly problem: string };

/** …and as the pool tells it: the child may have been stopped. */
export type Outcome<K extends ReadingKind = ReadingKind> =
  | Told<K>
  | { readonly kind: "stopped"; readonly why: "time" | "memory" }
  /** The process ended by itself, or somebody else ended it, and so did the one after it. */
  | { readonly kind: "crashed"; readonly detail: string };
