import { countLeading } from "../model/leading.js";
import { compareKeys, type Key, type Keys } from "./keys.js";

export interface RankInterval {
  /** The rank if everything open went the unit's way and against all others. */
  readonly best: number;
  /** The reverse. */
  readonly worst: number;
}

/**
 * Between which ranks each unit of one group stands, in their order. Ahead for certain is whose least key is
 * above the other's most; since keys are compared figure by figure, that is so in exactly the cases where no
 * outcome of both has it otherwise. A tie is not ahead.
 *
 * Both ends are reached if figures can move by themselves; where a tie-break is a part of the total they may
 * be wider than what can happen, never narrower. Sorted once and searched: n log n.
 */
export function rankIntervals(units: readonly Keys[]): RankInterval[] {
  const least = bestFirst(units.map(({ proven }) => proven));
  const most = bestFirst(units.map(({ claimed }) => claimed));
  return units.map(({ proven, claimed }) => {
    const isAheadOfItself = compareKeys(claimed, proven) > 0;
    return {
      best: 1 + countAhead(least, claimed),
      worst: 1 + countAhead(most, proven) - (isAheadOfItself ? 1 : 0),
    };
  });
}

export const bestFirst = (keys: readonly Key[]): Key[] => [...keys].sort((a, b) => compareKeys(b, a));

/** How many of the keys, best first, are above `key`. */
const countAhead = (keys: readonly Key[], key: Key): number =>
  countLeading(keys, (one) => compareKeys(one, key) > 0);

/** How many of the keys, best first, are above `key` or equal to it. */
export const countNotBehind = (keys: readonly Key[], key: Key): number =>
  countLeading(keys, (one) => compareKeys(one, key) >= 0);
