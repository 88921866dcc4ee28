import type { IndicatorSystem } from "../model/indicator-system.js";
import { equals, type Rational } from "../model/rational.js";
import type { Verification } from "../model/verification.js";
import { type Agreement, agreement } from "./agreement.js";

/** What one unit's items come to by one assessor's copy alone. */
export interface Rating {
  /** The unit's code. */
  readonly unit: string;
  /** 核查人, or the copy's name where none is given: `assessorOf`. */
  readonly assessor: string;
  /** By item; items that do not apply are left out. */
  readonly points: ReadonlyMap<string, Rational>;
  /** The items that the copy says anything of: `itemsSpokenOf`. */
  readonly spokenOf: ReadonlySet<string>;
}

/**
 * How far assessors agree, by item in the order of the system. A unit counts for an item where several
 * assessors rated it and at least one of them spoke of the item: where nobody did, all copies give the unit's
 * own points, which is no agreement of assessors. Who is silent there has let the unit's own word stand.
 */
export function itemRatings(
  system: IndicatorSystem,
  ratings: readonly Rating[],
): ReadonlyMap<string, Agreement> {
  const byUnit = new Map<string, Rating[]>();
  for (const rating of ratings) {
    const list = byUnit.get(rating.unit);
    if (list) list.push(rating);
    else byUnit.set(rating.unit, [rating]);
  }
  return new Map(
    system.items.flatMap(({ id }) => {
      const found = agreement([...byUnit.values()].map((list) => ratingsOf(id, list)));
      return found.units > 0 ? [[id, found] as const] : [];
    }),
  );
}

/** One rating for each assessor of a unit; none where nobody spoke of the item. */
function ratingsOf(item: string, list: readonly Rating[]): Rational[] {
  if (!list.some(({ spokenOf }) => spokenOf.has(item))) return [];
  const byAssessor = new Map<string, Rating[]>();
  for (const rating of list) {
    byAssessor.set(rating.assessor, [...(byAssessor.get(rating.assessor) ?? []), rating]);
  }
  return [...byAssessor.values()].flatMap((own) => ratingOf(item, own) ?? []);
}

/**
 * An assessor who filled in two copies for one unit rates it once, by the copy that speaks of the item. Where
 * both do and differ there is no telling what he meant.
 */
function ratingOf(item: string, own: readonly Rating[]): Rational | undefined {
  const speaking = own.filter(({ spokenOf }) => spokenOf.has(item));
  const given = (speaking.length > 0 ? speaking : own).flatMap(({ points }) => points.get(item) ?? []);
  const [first, ...others] = given;
  return first && others.every((points) => equals(points, first)) ? first : undefined;
}

/** The items that a copy says anything of. */
export function itemsSpokenOf(
  system: IndicatorSystem,
  { fields, rows, judgements, scores }: Verification,
): ReadonlySet<string> {
  const facts = [...fields.keys(), ...[...rows].flatMap(([fact, signed]) => (signed.size > 0 ? fact : []))];
  const behind = facts.flatMap((name) => {
    const fact = system.facts.get(name);
    return fact && "item" in fact ? fact.item : [];
  });
  const judged = [...judgements.keys()].map((key) => key.slice(0, key.lastIndexOf("#")));
  return new Set([...behind, ...judged, ...scores.keys()]);
}
