/** What `faping inspect` calls things. */
interface InspectLabels {
  readonly noFindings: string;
  readonly sheet: (name: string, hidden: boolean) => string;
  readonly extent: (dimension: string, cells: number) => string;
  readonly merges: (ranges: readonly string[]) => string;
  readonly columns: Readonly<Record<"ref" | "kind" | "raw" | "value" | "format" | "formula", string>>;
  readonly kinds: Readonly<
    Record<
      "number" | "string" | "boolean" | "error" | "date-serial" | "iso-date" | "formula without result",
      string
    >
  >;
}

/** What is said about the reading of files as such, before anything in them counts. */
export interface ReadingLabels {
  /** Why a file goes to a person: it could not be read, and that is not its own fault for certain. */
  readonly manual: {
    readonly changing: string;
    readonly gone: string;
    /** The system would not let it be read; its own code. */
    readonly unreadable: (code: string) => string;
    /** The process that read it ended by itself, twice; how. */
    readonly crashed: (how: string) => string;
  };
  readonly resumeNeedsOut: string;
  readonly resumed: (reused: number, all: number) => string;
  readonly mappingRefused: (path: string) => string;
  /** What is written, where its path is not known. */
  readonly output: string;
  readonly noSpace: (path: string) => string;
  readonly inspect: InspectLabels;
}
