import type { RecordRow, Submission } from "../model/submission.js";
import { same } from "../model/value.js";
import { type RecordVerdict, rowKey, type Signed, type Verification } from "../model/verification.js";

/** A rejection of a record that is not among those handed in now. */
export interface LostRow {
  readonly fact: string;
  /** gone: no record stands in that row any more. other: another one does. */
  readonly why: "gone" | "other";
  readonly signed: Signed;
}

/**
 * The copy with its rejected records under the keys of the unit's own rows. A file goes by another name where
 * it was moved or renamed since the copy was made, and the records of a field come from one file only: so the
 * row alone tells which is meant, if it still holds what the copy shows.
 */
export function withOwnRows(
  copy: Verification,
  own: Submission,
): { readonly verification: Verification; readonly lost: readonly LostRow[] } {
  const lost: LostRow[] = [];
  const rows = new Map<string, ReadonlyMap<string, Signed>>();
  for (const [fact, verdicts] of copy.rows) {
    const records = own.records.get(fact) ?? [];
    const found = new Map<string, Signed>();
    for (const [key, { shown = NOTHING, ...signed }] of verdicts) {
      const row = rowOf(records, key);
      if (row && agrees(row, shown)) found.set(rowKey(row.source), signed);
      else lost.push({ fact, why: row ? "other" : "gone", signed });
    }
    if (found.size > 0) rows.set(fact, found);
  }
  return { verification: { ...copy, rows }, lost };
}

const NOTHING: NonNullable<RecordVerdict["shown"]> = new Map();

const rowOf = (records: readonly RecordRow[], key: string): RecordRow | undefined =>
  records.find(({ source }) => rowKey(source) === key) ??
  records.find(({ source }) => source.cell === key.slice(key.lastIndexOf("!") + 1));

/** What was not read with certainty on either side says nothing against it. */
function agrees({ cells }: RecordRow, shown: NonNullable<RecordVerdict["shown"]>): boolean {
  return [...shown].every(([column, value]) => {
    const answer = cells.get(column);
    return answer?.status === "value" ? same(answer.value, value) : answer?.status === "refused";
  });
}
