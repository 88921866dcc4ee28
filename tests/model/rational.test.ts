import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  add,
  ceil,
  clamp,
  compare,
  divide,
  equals,
  floor,
  fromNumber,
  isInteger,
  max,
  min,
  multiply,
  negate,
  ONE,
  parseDecimal,
  type Rational,
  rational,
  round,
  sign,
  subtract,
  sum,
  toBound,
  toDecimal,
  toFixed,
  toNumber,
  toSignificant,
  ZERO,
} from "../../src/model/rational.js";
import { runs } from "../support/arbitrary-assessment.js";

const figure = (text: string): Rational => {
  const parsed = parseDecimal(text);
  if (!parsed) throw new Error(`not a decimal: ${text}`);
  return parsed;
};

const integer = fc.bigInt(-(10n ** 24n), 10n ** 24n);
const positive = fc.bigInt(1n, 10n ** 18n);
const anyRational = fc.tuple(integer, positive).map(([n, d]) => rational(n, d));
const digits = fc.nat(12);

const greatest = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : greatest(b, a % b));
/** a and b as fractions are the same number. */
const isFraction = ({ n, d }: Rational, a: bigint, b: bigint): boolean => n * b === a * d;

describe("a rational", () => {
  it("is in lowest terms with a denominator above 0", () => {
    fc.assert(
      fc.property(
        integer,
        integer.filter((d) => d !== 0n),
        (n, d) => {
          const value = rational(n, d);
          expect(value.d > 0n && greatest(value.n, value.d) === 1n && isFraction(value, n, d)).toBe(true);
        },
      ),
      runs(1000),
    );
  });

  it("has no denominator of 0, and nothing is divided by 0", () => {
    expect(() => rational(1n, 0n)).toThrow(RangeError);
    expect(() => divide(ONE, ZERO)).toThrow(RangeError);
  });

  it("adds, subtracts, multiplies and divides as fractions do", () => {
    fc.assert(
      fc.property(anyRational, anyRational, (a, b) => {
        expect(isFraction(add(a, b), a.n * b.d + b.n * a.d, a.d * b.d)).toBe(true);
        expect(isFraction(subtract(a, b), a.n * b.d - b.n * a.d, a.d * b.d)).toBe(true);
        expect(isFraction(multiply(a, b), a.n * b.n, a.d * b.d)).toBe(true);
        if (b.n !== 0n) expect(divide(a, b)).toEqual(rational(a.n * b.d, a.d * b.n));
        expect(add(a, negate(a))).toEqual(ZERO);
        for (const result of [add(a, b), multiply(a, b), negate(a)]) {
          expect(result).toEqual(rational(result.n, result.d));
        }
      }),
      runs(1000),
    );
  });

  it("is equal in all its fields where it is the same number", () => {
    fc.assert(
      fc.property(anyRational, positive, ({ n, d }, by) => {
        expect(rational(n * by, d * by)).toEqual(rational(n, d));
        expect(equals(rational(n * by, d * by), rational(n, d))).toBe(true);
      }),
      runs(300),
    );
  });

  it("is ordered by its difference, and least and most agree with the order", () => {
    fc.assert(
      fc.property(anyRational, anyRational, anyRational, (a, b, c) => {
        expect(compare(a, b)).toBe(sign(subtract(a, b)));
        expect(compare(b, a)).toBe(0 - compare(a, b));
        expect([min(a, b), max(a, b)]).toEqual(compare(a, b) <= 0 ? [a, b] : [b, a]);
        const [low, high] = [min(a, b), max(a, b)];
        const held = clamp(c, low, high);
        expect(compare(low, held) <= 0 && compare(held, high) <= 0).toBe(true);
        expect([low, c, high]).toContainEqual(held);
      }),
      runs(500),
    );
  });

  it("adds up a list in any order", () => {
    fc.assert(
      fc.property(fc.array(anyRational, { maxLength: 8 }), (list) => {
        expect(sum([...list].reverse())).toEqual(sum(list));
      }),
      runs(200),
    );
    expect(sum([])).toEqual(ZERO);
    // 0.1 + 0.2 and 57/100×100: where doubles go wrong.
    expect(add(figure("0.1"), figure("0.2"))).toEqual(figure("0.3"));
    expect(multiply(divide(figure("57"), figure("100")), figure("100"))).toEqual(figure("57"));
  });
});

describe("floor and ceil", () => {
  it("are the integers next below and above", () => {
    fc.assert(
      fc.property(anyRational, (a) => {
        for (const [whole, low, high] of [
          [floor(a), ZERO, ONE],
          [ceil(a), negate(ONE), ZERO],
        ] as const) {
          expect(isInteger(whole)).toBe(true);
          const rest = subtract(a, whole);
          // Strictly less than one away, on the right side.
          expect(compare(rest, low) >= 0 && compare(rest, high) <= 0).toBe(true);
          expect(compare(max(rest, negate(rest)), ONE)).toBe(-1);
        }
        expect(isInteger(a)).toBe(equals(floor(a), ceil(a)));
      }),
      runs(500),
    );
    expect([floor(figure("-0.5")), ceil(figure("-0.5"))].map((one) => one.n)).toEqual([-1n, 0n]);
    expect([floor(figure("-2")), ceil(figure("-2"))].map((one) => one.n)).toEqual([-2n, -2n]);
  });
});

describe("rounding", () => {
  it.each([
    ["2.5", 0, "3"],
    ["-2.5", 0, "-3"],
    ["0.5", 0, "1"],
    ["-0.5", 0, "-1"],
    ["0.49999999999999999", 0, "0"],
    ["1.005", 2, "1.01"],
    ["-1.005", 2, "-1.01"],
    ["8.725", 2, "8.73"],
    ["8.7249999999999999999999", 2, "8.72"],
    ["2.675", 2, "2.68"],
    ["-0.004", 2, "0.00"],
    ["-0.005", 2, "-0.01"],
    ["99.995", 2, "100.00"],
    ["88", 2, "88.00"],
    ["0", 2, "0.00"],
    ["0.07", 1, "0.1"],
    ["123456789012345678901234567890.125", 2, "123456789012345678901234567890.13"],
  ] as const)("of %s to %i digits, half away from zero, gives %s", (text, places, printed) => {
    expect(toFixed(figure(text), places)).toBe(printed);
    expect(round(figure(text), places)).toEqual(figure(printed));
  });

  it("comes to the nearest, and from the middle away from zero", () => {
    fc.assert(
      fc.property(anyRational, digits, (a, places) => {
        const unit = rational(1n, 10n ** BigInt(places));
        const rounded = round(a, places);
        expect(isInteger(divide(rounded, unit))).toBe(true);
        const off = subtract(a, rounded);
        const half = divide(unit, rational(2n));
        const size = max(off, negate(off));
        expect(compare(size, half)).toBeLessThanOrEqual(0);
        // Only a value halfway is as near to two figures: then the one further out was taken.
        if (equals(size, half)) expect(sign(off)).toBe(0 - sign(rounded));
      }),
      runs(500),
    );
  });

  it("of halves goes away from zero on both sides, mirrored", () => {
    fc.assert(
      fc.property(integer, digits, (n, places) => {
        const half = rational(2n * n + 1n, 2n * 10n ** BigInt(places));
        const away = rational(n < 0n ? n : n + 1n, 10n ** BigInt(places));
        expect(round(half, places)).toEqual(away);
        expect(round(negate(half), places)).toEqual(negate(away));
      }),
      runs(500),
    );
  });

  it("once done is done", () => {
    fc.assert(
      fc.property(anyRational, digits, (a, places) => {
        expect(round(round(a, places), places)).toEqual(round(a, places));
        expect(figure(toFixed(a, places))).toEqual(round(a, places));
        expect(toFixed(a, places)).toMatch(
          places === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${places}}$`),
        );
      }),
      runs(500),
    );
  });
});

describe("a decimal", () => {
  it.each([
    ["1/8", "0.125"],
    ["-1/8", "-0.125"],
    ["1/3", "0.333333"],
    ["2/3", "0.666667"],
    ["-2/3", "-0.666667"],
    ["50/7", "7.142857"],
    ["1/3000000", "0.000000"],
    ["7/1", "7"],
    ["0/1", "0"],
    ["1/1024", "0.0009765625"],
    ["1/125000000", "0.000000008"],
    ["9999999/10000000", "0.9999999"],
    ["29999999/30000000", "1.000000"],
  ])("of %s is %s: exact where it ends, else to six digits", (text, decimal) => {
    const [n = "0", d = "1"] = text.split("/");
    expect(toDecimal(rational(BigInt(n), BigInt(d)))).toBe(decimal);
  });

  it("that ends is read back as the same number", () => {
    fc.assert(
      fc.property(integer, fc.nat(30), fc.nat(30), (n, twos, fives) => {
        const value = rational(n, 2n ** BigInt(twos) * 5n ** BigInt(fives));
        expect(parseDecimal(toDecimal(value))).toEqual(value);
      }),
      runs(500),
    );
  });

  it("is never longer than it has to be", () => {
    fc.assert(
      fc.property(integer, fc.nat(20), (n, places) => {
        const text = toDecimal(rational(n, 10n ** BigInt(places)));
        expect(text).not.toMatch(/\.\d*0$|^-0$|\.$/);
      }),
      runs(500),
    );
  });
});

describe("reading a decimal", () => {
  it.each([
    ["0", 0n, 1n],
    ["-12.50", -25n, 2n],
    ["+3", 3n, 1n],
    [".5", 1n, 2n],
    ["5.", 5n, 1n],
    ["007.10", 71n, 10n],
    ["-0", 0n, 1n],
    ["1e3", 1000n, 1n],
    ["1.5E+2", 150n, 1n],
    ["1.2E-7", 3n, 25_000_000n],
    ["1e-7", 1n, 10_000_000n],
    ["0e400", 0n, 1n],
    ["0.57999999999999996", 57999999999999996n, 100000000000000000n],
  ] as const)("takes %s", (text, n, d) => {
    expect(parseDecimal(text)).toEqual(rational(n, d));
  });

  it.each([
    ...["", " ", ".", "-", "+", "+-1", "--1", "1.2.3", "1,000", "1，000", "1_000", "0x10", "0b1", "1n"],
    ...[
      "NaN",
      "Infinity",
      "-Infinity",
      "1e",
      "e5",
      "1e1.5",
      "1 ",
      " 1",
      "1\n",
      "1%",
      "85左右",
      "１２",
      "٣",
      "½",
      "∞",
    ],
    ...["1e401", "1e-401", "1e999999", "1e-999999", "1e10000000", "null", "true"],
  ])("refuses %j", (text) => {
    expect(parseDecimal(text)).toBeUndefined();
  });

  it("refuses what is too long to be evidence, before and after the point", () => {
    const nines = (length: number) => "9".repeat(length);
    expect(parseDecimal(nines(400))).toEqual(rational(BigInt(nines(400))));
    expect(parseDecimal(nines(401))).toBeUndefined();
    expect(parseDecimal(`0.${nines(400)}`)).toEqual(rational(BigInt(nines(400)), 10n ** 400n));
    expect(parseDecimal(`0.${nines(401)}`)).toBeUndefined();
    expect(parseDecimal(`0.${nines(1_000_000)}`)).toBeUndefined();
    expect(parseDecimal(`0.${nines(400)}e-400`)).toBeUndefined();
    expect(parseDecimal(`0.${nines(300)}e-300`)).toBeUndefined();
    expect(parseDecimal(`0.${nines(300)}e300`)).toEqual(rational(BigInt(nines(300))));
  });

  it("gives what was written, with any sign, digits and exponent", () => {
    const written = fc.record({
      minus: fc.boolean(),
      whole: fc.bigInt(0n, 10n ** 30n),
      fraction: fc.array(fc.nat(9), { maxLength: 30 }),
      exponent: fc.integer({ min: -30, max: 30 }),
    });
    fc.assert(
      fc.property(written, ({ minus, whole, fraction, exponent }) => {
        const text = `${minus ? "-" : ""}${whole}.${fraction.join("")}e${exponent}`;
        const size = BigInt(`${whole}${fraction.join("")}`) * (minus ? -1n : 1n);
        const up = 10n ** BigInt(Math.max(exponent, 0));
        const down = 10n ** BigInt(fraction.length + Math.max(-exponent, 0));
        expect(parseDecimal(text)).toEqual(rational(size * up, down));
      }),
      runs(500),
    );
  });

  it("of a number in a rules file is the shortest decimal that names it", () => {
    for (const value of [0.1, 1.005, 1e21, 1.5e-7, -0.02, 123456789.125, 0, 100]) {
      expect(fromNumber(value)).toEqual(figure(String(value)));
    }
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => fromNumber(value)).toThrow(RangeError);
    }
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Number(toFixed(fromNumber(value), 340))).toBe(value === 0 ? 0 : value);
      }),
      runs(200),
    );
  });
});

describe("significant digits", () => {
  it.each([
    ["0.57999999999999996", "0.58"],
    ["0.1", "0.1"],
    ["0.30000000000000004", "0.3"],
    ["1e-7", "0.0000001"],
    ["9.9999999999999999e-8", "0.0000001"],
    ["999999999999999", "999999999999999"],
    ["999999999999999.4", "999999999999999"],
    ["999999999999999.5", "1000000000000000"],
    ["1234567890123456", "1234567890123460"],
    ["1234567890123455", "1234567890123460"],
    ["1234567890123454.9", "1234567890123450"],
    ["-999999999999999.5", "-1000000000000000"],
    ["99.9999999999999995", "100"],
    ["0.9999999999999994", "0.999999999999999"],
    ["0.9999999999999995", "1"],
    ["0", "0"],
  ])("of %s as a spreadsheet shows them are %s", (text, shown) => {
    expect(toDecimal(toSignificant(figure(text)))).toBe(shown);
  });

  it("are as many as asked, of the nearest such figure", () => {
    fc.assert(
      fc.property(
        anyRational.filter(({ n }) => n !== 0n),
        fc.integer({ min: 1, max: 17 }),
        (a, places) => {
          const shown = toSignificant(a, places);
          // The exponent by trial, from the value itself: 1 ≤ |a| ÷ 10^e < 10.
          let exponent = 0;
          const ten = rational(10n);
          const power = (e: number) =>
            e >= 0 ? rational(10n ** BigInt(e)) : rational(1n, 10n ** BigInt(-e));
          const size = max(a, negate(a));
          while (compare(size, power(exponent)) < 0) exponent -= 1;
          while (compare(size, multiply(power(exponent), ten)) >= 0) exponent += 1;
          const unit = power(exponent - places + 1);
          expect(isInteger(divide(shown, unit))).toBe(true);
          const off = subtract(a, shown);
          expect(compare(max(off, negate(off)), divide(unit, rational(2n)))).toBeLessThanOrEqual(0);
          expect(toSignificant(negate(a), places)).toEqual(negate(shown));
        },
      ),
      runs(500),
    );
  });

  it("of a double are the decimal that was meant", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 9 }), fc.nat(6), (n, places) => {
        const meant = rational(BigInt(n), 10n ** BigInt(places));
        const [whole = "0", fraction = ""] = (n / 10 ** places).toFixed(20).split(".");
        expect(toSignificant(figure(`${whole}.${fraction}`))).toEqual(meant);
      }),
      runs(500),
    );
  });
});

describe("a number for a chart", () => {
  it("is the nearest double to twelve digits", () => {
    expect(toNumber(rational(1n, 3n))).toBe(0.333333333333);
    expect(toNumber(figure("-88.35"))).toBe(-88.35);
  });
});

describe("toBound", () => {
  const third = rational(2n, 3n);
  it("gives a figure that does not terminate on the side where reaching it is enough", () => {
    expect(toDecimal(third)).toBe("0.666667");
    expect(toBound(third, "atLeast")).toBe("0.666667");
    expect(toBound(third, "atMost")).toBe("0.666666");
    expect(toBound(rational(200n, 33n), "atLeast")).toBe("6.060607");
    expect(toBound(rational(-1n, 3n), "atMost")).toBe("-0.333334");
  });
  it("leaves every other figure as it is", () => {
    expect(toBound(rational(5n, 4n), "atMost")).toBe("1.25");
  });
});
