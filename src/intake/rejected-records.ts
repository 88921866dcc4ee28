import { RECORDS_COLUMNS, VERDICTS, VERIFICATION_COLUMNS } from "../model/form.js";
import type { Source } from "../model/source.js";
import type { Value } from "../model/value.js";
import type { RecordVerdict } from "../model/verification.js";
import { isFilled } from "./grid.js";
import { tellHiddenIn } from "./hidden.js";
import { tellOtherColumns } from "./match-rows.js";
import { type RecordsSheet, recordsColumns } from "./records-sheets.js";
import { isRefused } from "./refused.js";
import type { Findings } from "./report.js";
import { plain } from "./text.js";
import { readValue } from "./values.js";
import {
  isGiven,
  placeOf,
  readSigned,
  readVerdict,
  type VerifiedSheet,
  verifiedSheet,
} from "./verification-cells.js";

/** Records that are not accepted, by the key of the unit's own row. Accepted ones stay as they are. */
export function readRejectedRecords(
  list: RecordsSheet,
  date1904: boolean,
  findings: Findings,
): Map<string, RecordVerdict> {
  const { field, grid, header } = list;
  const sheet = verifiedSheet(list, date1904, findings);
  tellColumns(list, sheet, findings);
  const keyColumn = header.columns.get(plain(RECORDS_COLUMNS.key));
  const about = { item: field.item, fact: field.fact };
  const rejected = new Map<string, RecordVerdict>();
  const first = new Map<string, Source>();
  for (let row = header.row + 1; row <= grid.lastRow; row += 1) {
    const verdict = readVerdict(sheet, row, about);
    const tell = (why: string, at: "verdict" | "reason") =>
      findings.add("E36", { label: field.label, why }, { ...about, source: placeOf(sheet, row, at) });
    if (verdict === undefined && isGiven(sheet, row, "reason")) tell("only-reason", "reason");
    if (verdict === undefined || verdict === "refused") continue;
    const source = placeOf(sheet, row, "verdict");
    const key = grid.text(row, keyColumn);
    const before = key === "" ? undefined : first.get(key);
    if (before) {
      findings.add("E38", { label: field.label, other: before.cell }, { ...about, source });
      rejected.delete(key);
      continue;
    }
    if (key !== "") first.set(key, source);
    if (verdict === "accepted") continue;
    const signed = readSigned(sheet, row, about);
    if (key === "")
      findings.add("E37", { why: "no-row-key", found: VERDICTS.rejected }, { ...about, source });
    else if (signed.reason === "") tell("no-reason", sheet.at.reason === undefined ? "verdict" : "reason");
    else rejected.set(key, { ...signed, shown: shownIn(list, row, date1904) });
  }
  return rejected;
}

/** What the row is about; what is wrong with its cells was told when the submission was read. */
function shownIn({ field, grid, header }: RecordsSheet, row: number, date1904: boolean): Map<string, Value> {
  const columns = recordsColumns(field, header);
  return new Map(
    field.columns.flatMap((column) => {
      const cell = grid.cell(row, columns.get(column.fact));
      const value = isFilled(cell) ? readValue(cell, column, date1904) : undefined;
      return value === undefined || isRefused(value) ? [] : [[column.fact, value] as const];
    }),
  );
}

function tellColumns({ field, grid, header }: RecordsSheet, sheet: VerifiedSheet, findings: Findings): void {
  const known = [
    ...Object.values(RECORDS_COLUMNS),
    ...field.columns.map(({ label }) => label),
    ...Object.values(VERIFICATION_COLUMNS),
  ];
  tellOtherColumns({ grid, header }, new Set(known.map(plain)), findings);
  if (header.repeated.has(plain(RECORDS_COLUMNS.key)))
    findings.add("E13", { name: RECORDS_COLUMNS.key, found: "" }, { sheet: grid.sheet.name });
  const columns = Object.values(sheet.at).filter((column) => column !== undefined);
  tellHiddenIn({ grid, header }, columns, findings);
}
