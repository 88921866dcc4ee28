import { countLeading } from "./leading.js";
import { compare, divide, HUNDRED, multiply, type Rational, rational, sum } from "./rational.js";
import type { CohortStatistic } from "./system-document.js";

/** The figures of one group; `own` is a unit's own value, which is among the group's: only the ranks need it. */
export type GroupFigure = (statistic: CohortStatistic, own: Rational | undefined) => Rational | undefined;

/**
 * The figures that statistics give for the units of a group (相对法, 排名赋分). Sorted once, for all of them.
 *
 * @param values everyone's, in any order; who has none is left out
 * @returns undefined for a figure where there is nothing to compare
 */
export function groupFigures(values: readonly Rational[]): GroupFigure {
  const rising = [...values].sort(compare);
  const count = rational(BigInt(rising.length));
  const [lowest] = rising;
  const highest = rising.at(-1);
  const mean = rising.length === 0 ? undefined : divide(sum(rising), count);
  return (statistic, own) => {
    switch (statistic) {
      case "count":
        return count;
      case "max":
        return highest;
      case "min":
        return lowest;
      case "mean":
        return mean;
      case "median":
        return median(rising);
      case "rank":
        return own && rank(rising, own);
      case "rankLow":
        return own && rational(BigInt(1 + countLeading(rising, (value) => compare(value, own) < 0)));
      case "rankShare":
        return own && multiply(divide(rank(rising, own), count), HUNDRED);
    }
  };
}

/** 1 is the highest; ties share the better rank: one after all that are ahead. */
const rank = (rising: readonly Rational[], own: Rational): Rational =>
  rational(BigInt(1 + rising.length - countLeading(rising, (value) => compare(value, own) <= 0)));

/** Of an even number, the mean of the two in the middle. */
export function median(rising: readonly Rational[]): Rational | undefined {
  const [low, high] = [rising[Math.floor((rising.length - 1) / 2)], rising[Math.floor(rising.length / 2)]];
  return low && high && divide(sum([low, high]), rational(2n));
}
