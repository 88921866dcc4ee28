import {
  add,
  compare,
  max,
  min,
  parseDecimal,
  type Rational,
  subtract,
  sum,
  ZERO,
} from "../model/rational.js";
import type { AssessmentJson } from "../model/results.js";
import type { Rules } from "./rules.js";

/** As things stand, if nothing open is accepted, if all of it is. */
export const STANDINGS = ["points", "proven", "claimed"] as const;
export type Standing = (typeof STANDINGS)[number];

/** The printed total, then the printed tie-breaks: what units are ranked by, the first difference deciding. */
export type Key = readonly Rational[];

/**
 * The key of one unit per standing. `proven` holds the least that each figure may come to and `claimed` the
 * most, so that every outcome lies between them, also in the order of keys: the least of each figure is the
 * least of the whole.
 */
export type Keys = Readonly<Record<Standing, Key>>;

type Range = Readonly<Record<Standing, Rational>>;

export function keysOf(assessment: AssessmentJson, rules: Rules): Keys {
  const ranges = [
    rangeOf(assessment.total),
    ...rules.tieBreak.map((id) =>
      id === "bonus" ? bonusRange(assessment, rules) : placeRange(assessment, id),
    ),
  ];
  return {
    points: ranges.map(({ points }) => points),
    proven: ranges.map(({ proven }) => proven),
    claimed: ranges.map(({ claimed }) => claimed),
  };
}

/** Negative where `a` ranks behind `b`, 0 where they look the same on paper. */
export function compareKeys(a: Key, b: Key): number {
  for (const [index, figure] of a.entries()) {
    const difference = compare(figure, b[index] ?? ZERO);
    if (difference !== 0) return difference;
  }
  return 0;
}

export const figure = (decimal: string): Rational => parseDecimal(decimal) ?? ZERO;

/** The least and the most of the three: of a deduction item it is the proven figure that is the larger. */
function rangeOf(printed: Readonly<Record<Standing, string>>): Range {
  const [points, proven, claimed] = STANDINGS.map((standing) => figure(printed[standing])) as [
    Rational,
    Rational,
    Rational,
  ];
  return { points, proven: min(points, min(proven, claimed)), claimed: max(points, max(proven, claimed)) };
}

/** A place that the results do not have counts as nothing. */
function placeRange({ nodes, items }: AssessmentJson, id: string): Range {
  const place = nodes.find((node) => node.id === id) ?? items.find((item) => item.id === id);
  return rangeOf(place ?? { points: "0", proven: "0", claimed: "0" });
}

/**
 * What the bonus may come to. Results do not say its cap, but whether it holds now: then nothing is left to
 * gain, and what is lost is first lost above it. Where it does not hold now it may hold later, so `claimed`
 * is the most that the bonus could be, and not always what it would be.
 */
function bonusRange({ bonus, items }: AssessmentJson, { kinds }: Rules): Range {
  const counted = items.filter(({ id, status }) => status !== "notApplicable" && kinds.get(id) === "bonus");
  const together = (standing: Standing) => sum(counted.map((item) => figure(item[standing])));
  const [now, points, proven] = [figure(bonus), together("points"), together("proven")];
  if (compare(points, now) > 0) return { points: now, proven: min(now, proven), claimed: now };
  return {
    points: now,
    proven: subtract(now, subtract(points, proven)),
    claimed: add(now, subtract(together("claimed"), points)),
  };
}
