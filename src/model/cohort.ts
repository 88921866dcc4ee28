import { compare, divide, HUNDRED, multiply, type Rational, rational, sum } from "./rational.js";
import type { CohortStatistic } from "./system-document.js";

/**
 * The figure that a statistic gives for one unit of a group (相对法, 排名赋分).
 *
 * @param values everyone's, in any order; who has none is left out
 * @param own the unit's own value, which is among them; only the ranks need it
 * @returns undefined where there is nothing to compare
 */
export function cohortFigure(
  statistic: CohortStatistic,
  values: readonly Rational[],
  own: Rational | undefined,
): Rational | undefined {
  const count = rational(BigInt(values.length));
  if (statistic === "count") return count;
  const rising = [...values].sort(compare);
  const [lowest] = rising;
  const highest = rising.at(-1);
  if (!lowest || !highest) return undefined;
  switch (statistic) {
    case "max":
      return highest;
    case "min":
      return lowest;
    case "mean":
      return divide(sum(rising), count);
    case "median":
      return median(rising);
    case "rank":
      return own && place(rising, (value) => compare(value, own) > 0);
    case "rankLow":
      return own && place(rising, (value) => compare(value, own) < 0);
    case "rankShare":
      return (
        own &&
        multiply(
          divide(
            place(rising, (value) => compare(value, own) > 0),
            count,
          ),
          HUNDRED,
        )
      );
  }
}

/** Ties share the better rank: one after all that are ahead. */
const place = (values: readonly Rational[], isAhead: (value: Rational) => boolean): Rational =>
  rational(BigInt(1 + values.filter(isAhead).length));

/** Of an even number, the mean of the two in the middle. */
export function median(rising: readonly Rational[]): Rational | undefined {
  const [low, high] = [rising[Math.floor((rising.length - 1) / 2)], rising[Math.floor(rising.length / 2)]];
  return low && high && divide(sum([low, high]), rational(2n));
}
