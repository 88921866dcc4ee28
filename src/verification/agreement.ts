import {
  divide,
  fromNumber,
  isZero,
  multiply,
  ONE,
  type Rational,
  subtract,
  sum,
  ZERO,
} from "../model/rational.js";

/**
 * How far apart two ratings of a unit are. `interval`: the square of their difference, for scores, where a
 * near miss weighs less than a wide one; `nominal`: 0 when equal, else 1, for verdicts coded as numbers.
 */
export type Metric = "interval" | "nominal";

/** How far a panel of assessors agrees on one item. */
export interface Agreement {
  /** Units rated by at least two assessors. The others say nothing of agreement and are left out of it all. */
  readonly units: number;
  /** Pairs of ratings of the same unit: m(m − 1)/2 for a unit rated by m assessors. */
  readonly pairs: number;
  /** 0–1, the share of these pairs whose ratings are equal, each pair weighing the same; null without pairs. */
  readonly percent: Rational | null;
  /**
   * Krippendorff's alpha. 1: no disagreement; 0: as much as if the same ratings had been dealt to the units
   * by chance; below 0: more than that. null without pairs, and where all ratings are equal: chance could
   * then not have disagreed either, so nothing is shown, however high `percent` is.
   */
  readonly alpha: Rational | null;
}

/**
 * Agreement on one item over all units. `ratings[unit][assessor]`, undefined where an assessor did not rate;
 * the metric bears on `alpha` alone.
 *
 * Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), any number of observers,
 * missing data.
 */
export function agreement(
  ratings: readonly (readonly (Rational | undefined)[])[],
  metric: Metric = "interval",
): Agreement {
  const rated = ratings
    .map((unit) => unit.filter((rating) => rating !== undefined))
    .filter(({ length }) => length >= 2);
  const pairs = rated.reduce((total, { length }) => total + pairsAmong(length), 0);
  const equal = rated.reduce((total, unit) => total + equalPairs(unit), 0);
  return {
    units: rated.length,
    pairs,
    percent: pairs === 0 ? null : divide(fromNumber(equal), fromNumber(pairs)),
    alpha: alpha(rated, metric),
  };
}

/**
 * 1 − observed/expected disagreement. In the coincidence matrix a unit of m ratings enters each of its pairs
 * with 1/(m − 1), so that every rating counts once; what chance would give is the same over all n ratings,
 * as if they were of one unit. The factor 1/n stands on both sides and is left out.
 */
function alpha(rated: readonly (readonly Rational[])[], metric: Metric): Rational | null {
  const expected = perRating(rated.flat(), metric);
  if (isZero(expected)) return null;
  return subtract(ONE, divide(sum(rated.map((unit) => perRating(unit, metric))), expected));
}

function perRating(ratings: readonly Rational[], metric: Metric): Rational {
  if (ratings.length < 2) return ZERO;
  return divide(disagreement(ratings, metric), fromNumber(ratings.length - 1));
}

/** The distances of all pairs among the ratings, added up without visiting each: a panel may rate thousands. */
function disagreement(ratings: readonly Rational[], metric: Metric): Rational {
  if (metric === "nominal") return fromNumber(pairsAmong(ratings.length) - equalPairs(ratings));
  // Over all pairs, Σ(a − b)² = n·Σa² − (Σa)²; safe only because the arithmetic is exact.
  const total = sum(ratings);
  const squares = sum(ratings.map((rating) => multiply(rating, rating)));
  return subtract(multiply(fromNumber(ratings.length), squares), multiply(total, total));
}

function equalPairs(ratings: readonly Rational[]): number {
  const times = new Map<string, number>();
  for (const { n, d } of ratings) times.set(`${n}/${d}`, (times.get(`${n}/${d}`) ?? 0) + 1);
  return [...times.values()].reduce((total, count) => total + pairsAmong(count), 0);
}

const pairsAmong = (count: number): number => (count * (count - 1)) / 2;
