/**
 * Exact rational numbers. Every fact, amount and sum is one of these: comparing and adding in binary
 * floating point breaks ties and thresholds (57/100×100 < 57 in doubles).
 *
 * Invariant: `d` > 0 and gcd(|n|, d) = 1, so two equal numbers have equal fields.
 */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** The rational n/d in lowest terms. Throws a RangeError when `d` is 0. */
export function rational(n: bigint, d = 1n): Rational {
  if (d === 0n) throw new RangeError("a rational with denominator 0");
  if (d === 1n) return { n, d };
  const sign = d < 0n ? -1n : 1n;
  const divisor = gcd(n, d * sign) * sign;
  return { n: n / divisor, d: d / divisor };
}

export const ZERO: Rational = rational(0n);
export const ONE: Rational = rational(1n);
export const HUNDRED: Rational = rational(100n);

/** Most digits read before the point, and after it. Beyond that a value is no evidence but an attack on memory. */
const MAX_DIGITS = 400;
const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,6}))?$/;

/** The exact value of a decimal such as `-12.50` or `1.2E-7`; undefined when the text is not one. */
export function parseDecimal(text: string): Rational | undefined {
  const match = DECIMAL.exec(text);
  if (!match) return undefined;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  if (whole === "" && fraction === "") return undefined;
  const shift = Number(exponent) - fraction.length;
  if (Math.max(Math.abs(shift), whole.length, fraction.length) > MAX_DIGITS) return undefined;
  const digits = BigInt(`${sign === "-" ? "-" : ""}${whole}${fraction}`);
  return shift >= 0 ? rational(digits * 10n ** BigInt(shift)) : rational(digits, 10n ** BigInt(-shift));
}

/**
 * A number as it stands in a rules file. JSON numbers arrive as doubles; their shortest decimal is the
 * text that was written as long as that had at most 15 significant digits, which the loader checks.
 */
export function fromNumber(value: number): Rational {
  const parsed = Number.isSafeInteger(value) ? rational(BigInt(value)) : parseDecimal(String(value));
  if (!parsed) throw new RangeError(`not a finite number: ${value}`);
  return parsed;
}

export function add(a: Rational, b: Rational): Rational {
  return a.d === b.d ? rational(a.n + b.n, a.d) : rational(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, negate(b));
}

export function negate(a: Rational): Rational {
  return { n: -a.n, d: a.d };
}

export function absolute(a: Rational): Rational {
  return a.n < 0n ? negate(a) : a;
}

export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.n * b.n, a.d * b.d);
}

/** a ÷ b. Throws a RangeError when `b` is 0: the callers decide what an absent denominator means. */
export function divide(a: Rational, b: Rational): Rational {
  return rational(a.n * b.d, a.d * b.n);
}

/** −1, 0 or 1. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function equals(a: Rational, b: Rational): boolean {
  return a.n === b.n && a.d === b.d;
}

export function isZero(a: Rational): boolean {
  return a.n === 0n;
}

/** −1, 0 or 1: the sign of `a`. */
export function sign(a: Rational): -1 | 0 | 1 {
  return a.n < 0n ? -1 : a.n > 0n ? 1 : 0;
}

export function min(a: Rational, b: Rational): Rational {
  return compare(a, b) <= 0 ? a : b;
}

export function max(a: Rational, b: Rational): Rational {
  return compare(a, b) >= 0 ? a : b;
}

export function clamp(value: Rational, low: Rational, high: Rational): Rational {
  return min(max(value, low), high);
}

export function sum(values: Iterable<Rational>): Rational {
  let total = ZERO;
  for (const value of values) total = add(total, value);
  return total;
}

export function isInteger(a: Rational): boolean {
  return a.d === 1n;
}

/** The largest integer not above `a`. */
export function floor(a: Rational): Rational {
  const quotient = a.n / a.d;
  return rational(a.n < 0n && a.d !== 1n ? quotient - 1n : quotient);
}

/** The smallest integer not below `a`. */
export function ceil(a: Rational): Rational {
  return negate(floor(negate(a)));
}

/** Rounded to `digits` decimals, half away from zero (四舍五入). */
export function round(a: Rational, digits: number): Rational {
  const scale = 10n ** BigInt(digits);
  return rational(roundedQuotient(a.n * scale, a.d), scale);
}

/** n/d to the nearest integer, half away from zero; d > 0. */
function roundedQuotient(n: bigint, d: bigint): bigint {
  const magnitude = n < 0n ? -n : n;
  const quotient = (2n * magnitude + d) / (2n * d);
  return n < 0n ? -quotient : quotient;
}

/** Rounded to `digits` decimals and written with exactly that many: `88.00`. */
export function toFixed(a: Rational, digits: number): string {
  const scaled = roundedQuotient(a.n * 10n ** BigInt(digits), a.d);
  const text = (scaled < 0n ? -scaled : scaled).toString().padStart(digits + 1, "0");
  const whole = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  return scaled < 0n ? `-${whole}` : whole;
}

/** Digits given for values that do not terminate. */
const NON_TERMINATING_DIGITS = 6;

/** The shortest exact decimal, or, where there is none, rounded to 6 digits. */
export function toDecimal(a: Rational): string {
  let rest = a.d;
  let twos = 0;
  let fives = 0;
  while (rest % 2n === 0n) {
    rest /= 2n;
    twos += 1;
  }
  while (rest % 5n === 0n) {
    rest /= 5n;
    fives += 1;
  }
  return rest === 1n ? toFixed(a, Math.max(twos, fives)) : toFixed(a, NON_TERMINATING_DIGITS);
}

/** Nothing of it is lost: a decimal where it ends, else `n/d`. */
export function toExact(a: Rational): string {
  const decimal = toDecimal(a);
  return equals(parseDecimal(decimal) ?? ZERO, a) ? decimal : `${a.n}/${a.d}`;
}

/** What `toExact` gives, and `n/d` in general. */
export function parseExact(text: string): Rational {
  const [n = "0", d] = text.split("/");
  return d === undefined ? (parseDecimal(n) ?? ZERO) : rational(BigInt(n), BigInt(d));
}

/** A figure to reach or to stay below, given to 6 digits on the side where it still does what it says. */
export function toBound(a: Rational, side: "atLeast" | "atMost"): string {
  const decimal = toDecimal(a);
  const given = parseDecimal(decimal) ?? a;
  const short = side === "atLeast" ? compare(given, a) < 0 : compare(given, a) > 0;
  if (!short) return decimal;
  const step = rational(side === "atLeast" ? 1n : -1n, 10n ** BigInt(NON_TERMINATING_DIGITS));
  return toDecimal(add(given, step));
}

/** `a` to 15 significant digits, half away from zero: what a spreadsheet shows of a stored number. */
export function toSignificant(a: Rational, digits = 15): Rational {
  if (isZero(a)) return a;
  const magnitude = a.n < 0n ? -a.n : a.n;
  // Off by at most one from the true decimal exponent; corrected below.
  let exponent = magnitude.toString().length - a.d.toString().length;
  if (magnitude * pow10(-exponent) < a.d * pow10(exponent)) exponent -= 1;
  const places = digits - 1 - exponent;
  return places >= 0
    ? round(a, places)
    : rational(roundedQuotient(a.n, a.d * 10n ** BigInt(-places)) * 10n ** BigInt(-places));
}

/** 10^exponent for a positive exponent, else 1. */
function pow10(exponent: number): bigint {
  return exponent > 0 ? 10n ** BigInt(exponent) : 1n;
}

/** For charts, column widths and number cells of printed figures only. Never for a decision. */
export function toNumber(a: Rational): number {
  return Number(toFixed(a, 12));
}
