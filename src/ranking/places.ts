import { byText } from "../model/text-order.js";
import { compareKeys, type Key } from "./keys.js";

export interface Place<T> {
  readonly unit: T;
  /** Equal units share the best rank, the next one is skipped: 1, 2, 2, 4. */
  readonly rank: number;
  readonly tied: boolean;
}

/** Best first; of equals, by code. */
export function placesBy<T extends { readonly code: string }>(
  units: readonly T[],
  key: (unit: T) => Key,
): Place<T>[] {
  const sorted = [...units].sort((a, b) => compareKeys(key(b), key(a)) || byText(a.code, b.code));
  const isEqual = (a: T, b: T | undefined) => b !== undefined && compareKeys(key(a), key(b)) === 0;
  const places: Place<T>[] = [];
  for (const [index, unit] of sorted.entries()) {
    const tiedAbove = isEqual(unit, sorted[index - 1]);
    const rank = tiedAbove ? (places[index - 1]?.rank ?? 1) : index + 1;
    places.push({ unit, rank, tied: tiedAbove || isEqual(unit, sorted[index + 1]) });
  }
  return places;
}
