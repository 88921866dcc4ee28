import type { Rational } from "../model/rational.js";

/** What the archive and XML layers hand to the layout layer: cells as they are stored, nothing typed yet. */
export interface Workbook {
  /** Worksheets in the order of the workbook; chart and dialog sheets are left out. */
  readonly sheets: readonly Sheet[];
  /** Serial dates count from 1904-01-01 instead of 1900-01-01. */
  readonly date1904: boolean;
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Filled cells only (a value, a formula or an error), in the order of the file. */
  readonly cells: readonly Cell[];
  /** Merged ranges, 1-based and inclusive. */
  readonly merges: readonly Range[];
  /** 1-based numbers of rows that are hidden and hold something. */
  readonly hiddenRows: ReadonlySet<number>;
  /** 1-based inclusive spans of columns that are hidden. */
  readonly hiddenColumns: readonly (readonly [first: number, last: number])[];
}

export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** `kind` is how the file stores the cell (or its formula's last result). */
export type Cell = CellPlace &
  (
    | { readonly kind: "number"; readonly number: Rational } // to 15 significant digits
    | { readonly kind: "text"; readonly text: string }
    | { readonly kind: "boolean"; readonly boolean: boolean }
    | { readonly kind: "error"; readonly error: string } // "#N/A"
    | { readonly kind: "isoDate"; readonly iso: string } // t="d", as written
    | { readonly kind: "noResult" } // a formula that was saved without a result
  );

interface CellPlace {
  /** A1 address. */
  readonly address: string;
  readonly row: number;
  readonly column: number;
  /** The stored text: the `<v>` of a number, the string of a text cell. */
  readonly raw: string;
  /** How a number is shown: as a date, as a percentage, or plainly. */
  readonly shownAs: "date" | "time" | "percent" | "plain";
  /** The code of the number format; absent for General. */
  readonly format?: string;
  /** The formula's text without `=`; "" for the followers of a shared or array formula. */
  readonly formula?: string;
}
