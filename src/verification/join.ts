import { factRows } from "../model/fact-rows.js";
import { type IndicatorSystem, isJudged, judgementKey } from "../model/indicator-system.js";
import type { Source } from "../model/source.js";
import type { Submission } from "../model/submission.js";
import { type Disagreement, rowKey, type Signed, type Verification } from "../model/verification.js";
import { fileOf } from "./signed.js";

/** An entry that several copies speak of, where no rule says how they are put together. */
export interface Clash extends Pick<Disagreement, "item" | "fact" | "clause" | "row"> {
  /** Two or more, in the order of their names, with the cells where they speak of it. */
  readonly copies: readonly { readonly file: string; readonly sources: readonly Source[] }[];
}

/**
 * Every entry that more than one copy speaks of, whatever they say: whose word counts can't be known, and two
 * that agree today may be corrected apart tomorrow. A rate is one entry with all of its rows: the numerator of
 * one assessor and the denominator of another are a fraction that nobody found.
 */
export function clashesOf(
  system: IndicatorSystem,
  copies: readonly Verification[],
  own: Submission,
): Clash[] {
  return system.items.flatMap((item): Clash[] => [
    ...item.fields.flatMap((field) => [
      ...clash(copies, { item: item.id, fact: field.fact }, ({ fields }) =>
        factRows(field).flatMap((row) => fields.get(row) ?? []),
      ),
      ...rowClashes(copies, { item: item.id, fact: field.fact }, own),
    ]),
    ...item.clauses
      .filter(isJudged)
      .flatMap(({ id: clause }) =>
        clash(copies, { item: item.id, clause }, ({ judgements }) =>
          listOf(judgements.get(judgementKey(item.id, clause))),
        ),
      ),
    ...clash(copies, { item: item.id }, ({ scores }) => listOf(scores.get(item.id))),
  ]);
}

function rowClashes(
  copies: readonly Verification[],
  { item, fact }: { readonly item: string; readonly fact: string },
  own: Submission,
): Clash[] {
  const places = new Map((own.records.get(fact) ?? []).map(({ source }) => [rowKey(source), source]));
  const named = new Set(copies.flatMap(({ rows }) => [...(rows.get(fact)?.keys() ?? [])]));
  return [...named].flatMap((key) => {
    const row = places.get(key);
    return clash(copies, { item, fact, ...(row ? { row } : {}) }, ({ rows }) =>
      listOf(rows.get(fact)?.get(key)),
    );
  });
}

function clash(
  copies: readonly Verification[],
  subject: Omit<Clash, "copies">,
  pick: (copy: Verification) => readonly Signed[],
): Clash[] {
  const speaking = copies.flatMap((copy) => {
    const said = pick(copy);
    return said.length > 0 ? { file: fileOf(copy), sources: said.flatMap(({ sources }) => sources) } : [];
  });
  return speaking.length > 1 ? [{ ...subject, copies: speaking }] : [];
}

const listOf = <T>(one: T | undefined): T[] => (one === undefined ? [] : [one]);

/** All that the copies say; they share no entry. */
export function joined(
  copies: readonly Verification[],
): Pick<Verification, "fields" | "rows" | "judgements" | "scores"> {
  const rows = new Map<string, Map<string, Signed>>();
  for (const [fact, signed] of copies.flatMap((copy) => [...copy.rows])) {
    rows.set(fact, new Map([...(rows.get(fact) ?? []), ...signed]));
  }
  return {
    fields: new Map(copies.flatMap(({ fields }) => [...fields])),
    rows,
    judgements: new Map(copies.flatMap(({ judgements }) => [...judgements])),
    scores: new Map(copies.flatMap(({ scores }) => [...scores])),
  };
}
