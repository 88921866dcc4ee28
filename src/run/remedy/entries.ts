import type { LedgerRow, LedgerValue } from "../../intake/read-ledger.js";
import type { Findings } from "../../intake/report.js";
import { gapKey } from "../../model/ledger.js";
import type { Results } from "../../model/results.js";
import { ledgerGaps } from "../../report/ledger-table.js";
import type { ReadLedger } from "./read-ledger-file.js";

/** What the ledgers say of one unit. */
export interface Entry {
  /** By `gapKey`. */
  readonly rows: ReadonlyMap<string, LedgerRow>;
  /** By the fact of the row of the form; what contradicts itself is taken out. */
  readonly values: Map<string, LedgerValue>;
  /** Findings of the file that a place lies in. */
  readonly findings: (file: string) => Findings | undefined;
}

/** The rows of all ledgers by unit; what belongs to no unit or gap, or says a thing twice, is told. */
export class Entries {
  private readonly entries = new Map<
    string,
    { rows: Map<string, LedgerRow>; values: Map<string, LedgerValue> }
  >();

  constructor(
    private readonly results: Results,
    ledgers: readonly ReadLedger[],
    private readonly findings: readonly Findings[],
  ) {
    this.files = ledgers.map(({ file }) => file);
    const gaps = new Map(
      results.assessments.map((assessment) => [
        assessment.unit.code,
        new Set(ledgerGaps(assessment).map(gapKey)),
      ]),
    );
    for (const { rows, values } of ledgers) {
      for (const row of rows) {
        if (!this.knows(row.code, row)) continue;
        if (gaps.get(row.code)?.has(row.gap)) this.put(this.entry(row.code).rows, row.gap, row, row.gap);
        else this.tell(row, "E37", { why: "ledger-gap", found: row.gap });
      }
      for (const value of values)
        if (this.knows(value.code, value))
          this.put(this.entry(value.code).values, value.form.fact ?? "", value, value.form.label);
    }
  }

  private readonly files: readonly string[];
  private readonly strangers = new Set<string>();

  of(code: string): Entry | undefined {
    const entry = this.entries.get(code);
    return entry && { ...entry, findings: (file) => this.findings[this.files.indexOf(file)] };
  }

  private entry(code: string) {
    const known = this.entries.get(code);
    if (known) return known;
    const entry = { rows: new Map<string, LedgerRow>(), values: new Map<string, LedgerValue>() };
    this.entries.set(code, entry);
    return entry;
  }

  /** A ledger of a unit that is not there is told once, not row by row. */
  private knows(code: string, place: Pick<LedgerRow, "source">): boolean {
    if (this.results.assessments.some(({ unit }) => unit.code === code)) return true;
    const told = JSON.stringify([place.source.file, code]);
    if (!this.strangers.has(told)) this.tell(place, "E37", { why: "ledger-unit", found: code });
    this.strangers.add(told);
    return false;
  }

  /** Is anything taken over from the file? */
  uses(file: string): boolean {
    return [...this.entries.values()].some(({ rows, values }) =>
      [...rows.values(), ...values.values()].some(({ source }) => source.file === file),
    );
  }

  /** Of two ledgers that say something of the same thing the first counts. */
  private put<T extends Pick<LedgerRow, "source">>(
    map: Map<string, T>,
    key: string,
    one: T,
    label: string,
  ): void {
    const before = map.get(key)?.source;
    if (!before) map.set(key, one);
    else this.tell(one, "E38", { label, other: `${before.file} ${before.sheet}!${before.cell}` });
  }

  private tell(
    { source }: Pick<LedgerRow, "source">,
    code: "E37" | "E38",
    params: Readonly<Record<string, string>>,
  ): void {
    this.findings[this.files.indexOf(source.file)]?.add(code, params, { source });
  }
}
