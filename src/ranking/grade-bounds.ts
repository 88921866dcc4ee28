import { type Merit, placesIn, reaches } from "./grades.js";
import { bestFirst, countNotBehind } from "./interval.js";
import type { Keys, Standing } from "./keys.js";
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
  for (const [index, grade] of grades.entries()) {
    const isWithout = (bounds: readonly number[]) => (_unit: Contender, at: number) =>
      (bounds[at] ?? 0) >= grades.length;
    // Whoever may have a better grade is not there for certain; whoever has one for certain is not there.
    const certain = units.filter(isWithout(best));
    const possible = units.filter(isWithout(worst));
    const { may, must } = edges(grade, index, units.length, certain, possible);
    for (const [at, unit] of units.entries()) {
      if (best[at] === grades.length && may(unit)) best[at] = index;
      if (worst[at] === grades.length && must(unit)) worst[at] = index;
    }
  }
  return units.map((_unit, at) => ({
    best: best[at] ?? grades.length,
    worst: worst[at] ?? grades.length,
  }));
}

type Test = (unit: Contender) => boolean;

/**
 * A unit has its place if it and all that are not behind it fit in. It may, if it and those who are there
 * for certain and for certain not behind it do; it must, if all do who may be there and may not be behind.
 */
function edges(
  grade: Grade,
  index: number,
  ranked: number,
  certain: readonly Contender[],
  possible: readonly Contender[],
): { may: Test; must: Test } {
  const limit = placesIn(grade, ranked);
  const reachesAs = (standing: Standing) => (unit: Contender) => reaches(unit.merits[standing], grade, index);
  const [mayReach, mustReach] = [reachesAs("claimed"), reachesAs("proven")];
  if (limit === undefined) return { may: mayReach, must: mustReach };
  const sure = certain.filter(mustReach);
  const open = possible.filter(mayReach);
  const fits = (side: "proven" | "claimed", others: readonly Contender[]) => {
    const there = new Set(others);
    const keys = bestFirst(others.map((one) => one.keys[side]));
    const against = side === "proven" ? "claimed" : "proven";
    return (unit: Contender): boolean => {
      const counted = countNotBehind(keys, unit.keys[against]);
      const isCounted = there.has(unit) && countNotBehind([unit.keys[side]], unit.keys[against]) > 0;
      return counted - (isCounted ? 1 : 0) + 1 <= limit;
    };
  };
  const [mayFit, mustFit] = [fits("proven", sure), fits("claimed", open)];
  return {
    may: (unit) => mayReach(unit) && mayFit(unit),
    must: (unit) => mustReach(unit) && mustFit(unit),
  };
}
