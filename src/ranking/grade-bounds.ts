import { type Merit, placesIn, reaches } from "./grades.js";
import { bestFirst, countNotBehind } from "./interval.js";
import { compareKeys, type Keys, type Standing } from "./keys.js";
import type { Grade, Rules } from "./rules.js";

/** A ranked unit with all that grades depend on, per standing. */
export interface Contender {
  readonly code: string;
  readonly keys: Keys;
  readonly merits: Readonly<Record<Standing, Merit>>;
}

/** Places of grades, 0 the highest; as many as there are grades: none of them. */
export interface GradeBounds {
  readonly best: number;
  readonly worst: number;
}

/**
 * The best and the worst grade that each unit of one group may have, in their order. Grade by grade, like
 * the grades themselves, with two sets in place of one: who may be there to claim a place, and who is there
 * in every outcome. No outcome lies outside; where nothing is open both are the grade. Where quotas hang on
 * each other, the bounds may be wider than what can happen.
 */
export function gradeBounds(units: readonly Contender[], { grades }: Rules): GradeBounds[] {
  const best = units.map(() => grades.length);
  const worst = units.map(() => grades.length);
  const isWithout = (bounds: readonly number[]) => (_unit: Contender, at: number) =>
    bounds[at] === grades.length;
  let taken = 0;
  for (const [index, grade] of grades.entries()) {
    const limit = placesIn(grade, units.length);
    const there: There = {
      // Whoever may have a better grade is not there for certain; whoever has one for certain is not there.
      certain: units.filter(isWithout(best)),
      possible: units.filter(isWithout(worst)),
      all: units,
      taken,
    };
    const { may, must } = edges(grade, index, limit, there);
    const hopeful = there.possible.filter(may).length;
    for (const [at, unit] of units.entries()) {
      if (best[at] === grades.length && may(unit)) best[at] = index;
      if (worst[at] === grades.length && must(unit)) worst[at] = index;
    }
    taken += Math.min(limit ?? hopeful, hopeful);
  }
  return units.map((_unit, at) => ({
    best: best[at] ?? grades.length,
    worst: worst[at] ?? grades.length,
  }));
}

interface There {
  readonly certain: readonly Contender[];
  readonly possible: readonly Contender[];
  readonly all: readonly Contender[];
  /** How many at most have a better grade. */
  readonly taken: number;
}

type Test = (unit: Contender) => boolean;

/**
 * A unit has its place if it and all that are not behind it fit in. It may, if those do who are there for
 * certain and for certain not behind it; it must, if all do who may be there and may not be behind. Who is
 * there for certain is not always known by name: of all that reach the grade no more than `taken` are away.
 */
function edges(
  grade: Grade,
  index: number,
  limit: number | undefined,
  { certain, possible, all, taken }: There,
): { may: Test; must: Test } {
  const reachesAs = (standing: Standing) => (unit: Contender) => reaches(unit.merits[standing], grade, index);
  const [mayReach, mustReach] = [reachesAs("claimed"), reachesAs("proven")];
  if (limit === undefined) return { may: mayReach, must: mustReach };
  const named = notBehind("proven", certain.filter(mustReach));
  const unnamed = notBehind("proven", all.filter(mustReach));
  const open = notBehind("claimed", possible.filter(mayReach));
  return {
    may: (unit) => mayReach(unit) && Math.max(named(unit), unnamed(unit) - taken) < limit,
    must: (unit) => mustReach(unit) && open(unit) < limit,
  };
}

/** How many others are not behind a unit, as they may be at least or at most; the unit as it may be against it. */
function notBehind(side: "proven" | "claimed", units: readonly Contender[]): (unit: Contender) => number {
  const there = new Set(units);
  const keys = bestFirst(units.map((one) => one.keys[side]));
  const against = side === "proven" ? "claimed" : "proven";
  return (unit) => {
    const isItself = there.has(unit) && compareKeys(unit.keys[side], unit.keys[against]) >= 0;
    return countNotBehind(keys, unit.keys[against]) - (isItself ? 1 : 0);
  };
}
