import type { Field } from "../model/indicator-system.js";
import type { Submission } from "../model/submission.js";
import { type Disagreement, rowKey, type Signed, type Verification } from "../model/verification.js";
import { disagreement } from "./ballots.js";
import { assessorNamed, fileOf, type Said, signedTogether } from "./signed.js";

/**
 * A row of records is rejected where more than half of all copies reject it: there is no verdict on a row
 * but 不认可, so who says nothing of one has accepted it.
 */
export function combineRecords(
  { item, fact }: Field,
  copies: readonly Verification[],
  own: Submission,
): { rows: ReadonlyMap<string, Signed>; disagreements: readonly Disagreement[] } {
  const rows = new Map<string, Signed>();
  const disagreements: Disagreement[] = [];
  const named = new Set(copies.flatMap((copy) => [...(copy.rows.get(fact)?.keys() ?? [])]));
  const places = new Map((own.records.get(fact) ?? []).map(({ source }) => [rowKey(source), source]));
  for (const key of new Set([...places.keys(), ...named])) {
    if (!named.has(key)) continue;
    const against = rejecting(fact, key, copies);
    const isRejected = 2 * against.length > copies.length;
    if (isRejected) rows.set(key, signedTogether(against));
    if (against.length === copies.length) continue;
    const row = places.get(key);
    const subject = { item, fact, ...(row ? { row } : {}) };
    const taken = { verdict: isRejected ? "rejected" : "accepted" } as const;
    disagreements.push(disagreement(subject, votesOn(fact, key, copies), taken));
  }
  return { rows, disagreements };
}

const rejecting = (fact: string, key: string, copies: readonly Verification[]): Said[] =>
  copies.flatMap((copy) => {
    const signed = copy.rows.get(fact)?.get(key);
    return signed ? { file: fileOf(copy), signed } : [];
  });

const votesOn = (fact: string, key: string, copies: readonly Verification[]) =>
  copies.map((copy) => {
    const signed = copy.rows.get(fact)?.get(key);
    const silent: Signed = { reason: "", by: assessorNamed(copy), date: "", sources: [] };
    const stance = { verdict: signed ? "rejected" : "accepted" } as const;
    return { file: fileOf(copy), signed: signed ?? silent, stance };
  });
