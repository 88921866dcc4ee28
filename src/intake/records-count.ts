import { recordsSheet } from "../model/form.js";
import type { RecordsField } from "../model/indicator-system.js";
import { equals, rational, toDecimal } from "../model/rational.js";
import type { RecordRow } from "../model/submission.js";
import { number, type Value } from "../model/value.js";

/** The rows of each `records` field whose sheet is there, by fact; a field without a sheet is absent. */
export type FoundRecords = ReadonlyMap<string, readonly RecordRow[]>;

/** What the sheet of a `records` field says of the number that stands in 指标填报. */
export interface RecordsCount {
  readonly rows: number;
  readonly value: Value;
  /** What a sentence needs where the number that was filled in is another one. */
  contradicts(filledIn: Value): Readonly<Record<string, string>> | undefined;
}

export function countOfRecords(records: FoundRecords, { fact, label, columns }: RecordsField): RecordsCount {
  const found = records.get(fact);
  const rows = found?.length ?? 0;
  const count = rational(BigInt(rows));
  return {
    rows,
    value: number(count),
    contradicts(filledIn) {
      if (filledIn.type !== "number" || equals(filledIn.number, count)) return undefined;
      const printed = toDecimal(filledIn.number);
      const needed = columns.map((column) => column.label).join("、");
      return found
        ? { why: "records", printed, rows: String(rows), sheet: recordsSheet({ label }) }
        : { why: "no-sheet", printed, sheet: recordsSheet({ label }), columns: needed };
    },
  };
}
