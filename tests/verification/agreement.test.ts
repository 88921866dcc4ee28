import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  add,
  compare,
  divide,
  equals,
  fromNumber,
  isZero,
  multiply,
  ONE,
  parseDecimal,
  type Rational,
  rational,
  subtract,
  sum,
  toFixed,
  ZERO,
} from "../../src/model/rational.js";
import { type Agreement, agreement, type Metric } from "../../src/verification/agreement.js";
import { runs } from "../support/arbitrary-assessment.js";

/** `ratings[unit][assessor]` */
type Ratings = readonly (readonly (Rational | undefined)[])[];

const METRICS: readonly Metric[] = ["interval", "nominal"];

/** A rating as the literature prints it: a figure, a letter for a category, `*` where there is none. */
function rating(text: string): Rational | undefined {
  if (text === "*") return undefined;
  const figure = /^[a-e]$/.test(text) ? rational(BigInt(text.charCodeAt(0))) : parseDecimal(text);
  if (!figure) throw new Error(`not a rating: ${text}`);
  return figure;
}

/** One line per assessor, one column per unit. */
function panel(...lines: readonly string[]): Ratings {
  const rows = lines.map((line) => line.split(" ").map(rating));
  return (rows[0] ?? []).map((_, unit) => rows.map((row) => row[unit]));
}

const fraction = (one: Rational | null): string => (one === null ? "null" : `${one.n}/${one.d}`);

/** `units pairs percent alpha`, exact. */
const told = ({ units, pairs, percent, alpha }: Agreement): string =>
  `${units} ${pairs} ${fraction(percent)} ${fraction(alpha)}`;

const thousandths = ({ alpha }: Agreement): string => (alpha === null ? "null" : toFixed(alpha, 3));

describe("agreement", () => {
  it("of two assessors, by hand", () => {
    // Two of three pairs agree. Observed: (3 − 4)² = 1. Expected: the squares of 1 1 2 2 3 4 among each other
    // add up to 6·35 − 13² = 41, each rating meets 5 others: 41/5. Alpha: 1 − 5/41.
    expect(told(agreement(panel("1 2 3", "1 2 4")))).toBe("3 3 2/3 36/41");
    // Nominal: of 15 pairs 2 are equal, so 13/5 against the 1 that differs. Alpha: 1 − 5/13.
    expect(told(agreement(panel("1 2 3", "1 2 4"), "nominal"))).toBe("3 3 2/3 8/13");
  });

  it("of three assessors who rated different units, by hand", () => {
    // Unit 1: 2 2 5, of 3 pairs 1 equal; squares 9 + 9, each rating meets 2 others: 9. Unit 2: 4 4, nothing.
    // Unit 3: one rating, left out. All of them, 2 2 5 4 4: 5·65 − 17² = 36, each meets 4: 9. Alpha: 1 − 9/9.
    const ratings = panel("2 4 9", "2 * *", "5 4 *");
    expect(told(agreement(ratings))).toBe("2 4 1/2 0/1");
    // Nominal: 2/2 against (10 − 2)/4. Alpha: 1 − 1/2.
    expect(told(agreement(ratings, "nominal"))).toBe("2 4 1/2 1/2");
  });

  it("of scores weighs a near miss less than a wide one; of verdicts it does not", () => {
    const near = panel("1 5 9", "2 5 9");
    const wide = panel("1 5 9", "7 5 9");
    expect([near, wide].map((one) => thousandths(agreement(one)))).toEqual(["0.985", "0.348"]);
    expect([near, wide].map((one) => thousandths(agreement(one, "nominal")))).toEqual(["0.615", "0.615"]);
  });

  it("takes scores as they are written, 0.1 + 0.2 and 0.3 alike", () => {
    const tenths = add(fromNumber(0.1), fromNumber(0.2));
    expect(told(agreement([[tenths, fromNumber(0.3)], panel("1", "1")[0] ?? []]))).toBe("2 2 1/1 1/1");
  });

  it("falls below 0 where assessors disagree more than chance would", () => {
    expect(told(agreement(panel("1 2", "2 1")))).toBe("2 2 0/1 -1/2");
  });

  it("of one unit is no more than chance", () => {
    expect(told(agreement(panel("1", "2", "2")))).toBe("1 3 1/3 0/1");
  });

  it.each(METRICS)("is unknown where no unit has two ratings (%s)", (metric) => {
    expect(told(agreement([], metric))).toBe("0 0 null null");
    expect(told(agreement([[], []], metric))).toBe("0 0 null null");
    expect(told(agreement(panel("3 4"), metric))).toBe("0 0 null null");
    expect(told(agreement(panel("3 * *", "* 4 *"), metric))).toBe("0 0 null null");
  });

  it.each(METRICS)("shows nothing beyond chance where all ratings are equal (%s)", (metric) => {
    expect(told(agreement(panel("3 3", "3 3"), metric))).toBe("2 2 1/1 null");
    // The 5 varies, but alone in its unit it is no evidence.
    expect(told(agreement(panel("3 3 5", "3 3 *"), metric))).toBe("2 2 1/1 null");
  });
});

// K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011): A binary, B nominal, C nominal with
// missing data, the same data again by the interval metric.
describe("the published examples", () => {
  it("binary, two observers, ten units: 0.095", () => {
    const data = panel("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0");
    expect(thousandths(agreement(data, "nominal"))).toBe("0.095");
    expect(told(agreement(data, "nominal"))).toBe("10 10 3/5 2/21");
  });

  it("nominal, two observers, twelve units: 0.692", () => {
    const data = panel("a a b b d c c c e d d a", "b a b b b c c c e d d d");
    expect(thousandths(agreement(data, "nominal"))).toBe("0.692");
    expect(told(agreement(data, "nominal"))).toBe("12 12 3/4 155/224");
  });

  it("four observers, twelve units, missing data: 0.743 nominal, 0.849 interval", () => {
    const data = panel(
      "1 2 3 3 2 1 4 1 2 * * *",
      "1 2 3 3 2 2 4 1 2 5 * 3",
      "* 3 3 3 2 3 4 2 2 5 1 *",
      "1 2 3 3 2 4 4 1 2 5 1 *",
    );
    expect(thousandths(agreement(data, "nominal"))).toBe("0.743");
    expect(thousandths(agreement(data))).toBe("0.849");
    expect(told(agreement(data))).toBe("11 55 43/55 951/1120");
  });

  // Wikipedia, Krippendorff's alpha, A computational example.
  it("three coders, fifteen units, missing data: 0.691 nominal, 0.811 interval", () => {
    const data = panel(
      "* * * * * 3 4 1 2 1 1 3 3 * 3",
      "1 * 2 1 3 3 4 3 * * * * * * *",
      "* * 2 1 3 4 4 * 2 1 1 3 3 * 4",
    );
    expect(thousandths(agreement(data, "nominal"))).toBe("0.691");
    expect(thousandths(agreement(data))).toBe("0.811");
  });
});

const distance = (a: Rational, b: Rational, metric: Metric): Rational => {
  if (metric === "nominal") return equals(a, b) ? ZERO : ONE;
  return multiply(subtract(a, b), subtract(a, b));
};

/** The ratings of each unit that has two or more. */
const pairable = (ratings: Ratings): Rational[][] =>
  ratings.map((unit) => unit.flatMap((one) => one ?? [])).filter((unit) => unit.length > 1);

/** Every rating with every other of its unit, in both orders, weighed by 1/(m − 1). */
const meetings = (ratings: Ratings) =>
  pairable(ratings).flatMap((unit) =>
    unit.flatMap((a, i) =>
      unit.flatMap((b, j) => (i === j ? [] : { a, b, weight: rational(1n, BigInt(unit.length - 1)) })),
    ),
  );

/** Alpha as the mean distance within units against the mean distance of any two ratings, pair by pair. */
function alphaByPairs(ratings: Ratings, metric: Metric): Rational | null {
  const all = pairable(ratings).flat();
  const within = meetings(ratings).map(({ a, b, weight }) => multiply(weight, distance(a, b, metric)));
  const any = all.flatMap((a, i) => all.flatMap((b, j) => (i === j ? [] : distance(a, b, metric))));
  if (isZero(sum(any))) return null;
  const observed = divide(sum(within), fromNumber(all.length));
  return subtract(ONE, divide(observed, divide(sum(any), fromNumber(any.length))));
}

/** Alpha as the paper prints it: coincidences o of values c and k, their margins n, and n(n − 1) below. */
function alphaByCoincidences(ratings: Ratings, metric: Metric): Rational | null {
  const found = meetings(ratings);
  const values = [...new Map(found.map(({ a }) => [fraction(a), a])).values()];
  const o = values.map((c) =>
    values.map((k) => sum(found.flatMap(({ a, b, weight }) => (equals(a, c) && equals(b, k) ? weight : [])))),
  );
  const margins = o.map(sum);
  const n = sum(margins);
  const over = (entry: (c: number, k: number) => Rational): Rational =>
    sum(values.flatMap((a, c) => values.map((b, k) => multiply(entry(c, k), distance(a, b, metric)))));
  const chance = over((c, k) => multiply(margins[c] ?? ZERO, margins[k] ?? ZERO));
  if (isZero(chance)) return null;
  const observed = divide(
    over((c, k) => o[c]?.[k] ?? ZERO),
    n,
  );
  return subtract(ONE, divide(observed, divide(chance, multiply(n, subtract(n, ONE)))));
}

const score = fc.constantFrom("0", "1", "0.5", "2", "2.5", "5", "-1", "100").map(rating);
const cell = fc.option(score, { nil: undefined, freq: 3 });
const ratingsOf = (one: typeof cell): fc.Arbitrary<Ratings> =>
  fc
    .integer({ min: 0, max: 5 })
    .chain((assessors) =>
      fc.array(fc.array(one, { minLength: assessors, maxLength: assessors }), { maxLength: 7 }),
    );
const anyRatings = ratingsOf(cell);
const anyMetric = fc.constantFrom(...METRICS);

const shuffled = <T>(list: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });

describe("every agreement", () => {
  it("is what the definitions give, pair by pair and by the coincidence matrix", () => {
    const seen = { known: 0, unknown: 0 };
    fc.assert(
      fc.property(anyRatings, anyMetric, (ratings, metric) => {
        const { units, pairs, percent, alpha } = agreement(ratings, metric);
        expect(alpha).toEqual(alphaByPairs(ratings, metric));
        expect(alpha).toEqual(alphaByCoincidences(ratings, metric));
        const found = meetings(ratings);
        expect(units).toBe(pairable(ratings).length);
        expect(pairs).toBe(found.length / 2);
        const equal = found.filter(({ a, b }) => equals(a, b)).length;
        expect(percent).toEqual(pairs === 0 ? null : rational(BigInt(equal), BigInt(found.length)));
        seen[alpha === null ? "unknown" : "known"] += 1;
      }),
      runs(300),
    );
    expect(seen.known).toBeGreaterThan(100);
    expect(seen.unknown).toBeGreaterThan(20);
  });

  it("is a number in its bounds, or null: percent from 0 to 1, alpha at most 1", () => {
    fc.assert(
      fc.property(anyRatings, anyMetric, (ratings, metric) => {
        const { pairs, percent, alpha } = agreement(ratings, metric);
        expect(percent === null).toBe(pairs === 0);
        for (const figure of [percent, alpha]) {
          if (figure === null) continue;
          expect(figure).toEqual(rational(figure.n, figure.d));
          expect(figure.d > 0n && compare(figure, ONE) <= 0).toBe(true);
        }
        if (percent) expect(compare(percent, ZERO)).toBeGreaterThanOrEqual(0);
        // Only full agreement is 1, by either measure.
        if (percent && alpha) expect(equals(alpha, ONE)).toBe(equals(percent, ONE));
      }),
      runs(400),
    );
  });

  it("is 1 where assessors agree on units that differ", () => {
    const agreed = fc
      .uniqueArray(fc.integer(), { minLength: 2, maxLength: 8 })
      .chain((values) =>
        fc.tuple(
          ...values.map((value) =>
            fc.integer({ min: 2, max: 5 }).map((raters) => Array<Rational>(raters).fill(fromNumber(value))),
          ),
        ),
      );
    fc.assert(
      fc.property(agreed, anyMetric, (ratings, metric) => {
        expect(agreement(ratings, metric)).toMatchObject({ percent: ONE, alpha: ONE });
      }),
      runs(200),
    );
  });

  it("does not depend on the order of the units nor of the assessors", () => {
    const reordered = anyRatings.chain((ratings) =>
      fc
        .tuple(shuffled(ratings), shuffled((ratings[0] ?? []).map((_, assessor) => assessor)))
        .map(([units, order]) => [ratings, units.map((unit) => order.map((one) => unit[one]))] as const),
    );
    fc.assert(
      fc.property(reordered, anyMetric, ([ratings, other], metric) => {
        expect(agreement(other, metric)).toEqual(agreement(ratings, metric));
      }),
      runs(300),
    );
  });

  it("does not change with units rated by one or none, nor with an assessor who rated nothing", () => {
    const lone = fc.array(cell, { maxLength: 3 }).map((ones) => ones.map((one) => [undefined, one]));
    fc.assert(
      fc.property(anyRatings, lone, anyMetric, (ratings, more, metric) => {
        const same = agreement(ratings, metric);
        expect(agreement([...more, ...ratings], metric)).toEqual(same);
        expect(
          agreement(
            ratings.map((unit) => [undefined, ...unit]),
            metric,
          ),
        ).toEqual(same);
      }),
      runs(200),
    );
  });

  it("does not change with the scale: points out of 100 or out of 5, more or fewer demerits", () => {
    const scale = fc.constantFrom("0.05", "3", "-1", "-0.7").map((text) => rating(text) ?? ONE);
    const offset = fc.constantFrom("0", "60", "-12.5").map((text) => rating(text) ?? ZERO);
    fc.assert(
      fc.property(anyRatings, scale, offset, anyMetric, (ratings, factor, start, metric) => {
        const rescaled = ratings.map((unit) => unit.map((one) => one && add(start, multiply(factor, one))));
        expect(agreement(rescaled, metric)).toEqual(agreement(ratings, metric));
      }),
      runs(200),
    );
  });

  it("on two values is the same by both metrics", () => {
    const verdicts = ratingsOf(fc.constantFrom("0", "1", "*").map(rating));
    fc.assert(
      fc.property(verdicts, (ratings) => {
        expect(agreement(ratings, "nominal")).toEqual(agreement(ratings, "interval"));
      }),
      runs(200),
    );
  });
});
