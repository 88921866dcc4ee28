import { type Rational, toDecimal, toExact } from "../../model/rational.js";

/**
 * A formula of a spreadsheet without its `=`, in the functions that Excel since 2010, WPS and LibreOffice
 * share: no dynamic arrays, no LET.
 */
export type Expression = string;

/** Longest text that a formula holds in one piece. */
const TEXT_LIMIT = 255;
/** Most arguments of a function, with room to spare. */
const ARGUMENTS = 200;
/** Digits of a decimal that a double holds for sure. */
const DOUBLE_DIGITS = 15;
/** Digits to which figures are rounded before they are compared or rounded: sheets compute in doubles. */
const COMPARED_DIGITS = 10;

/** A text of the system is data in a formula too: nothing in it ends the text, breaks the line or the file. */
export function text(content: string): Expression {
  const pieces: string[] = [];
  let piece = "";
  for (const char of content.replace(/[\s\p{Cc}\p{Surrogate}\uFFFE\uFFFF]+/gu, " ")) {
    const written = char === '"' ? '""' : char;
    if (piece.length + written.length > TEXT_LIMIT) {
      pieces.push(piece);
      piece = "";
    }
    piece += written;
  }
  return [...pieces, piece].map((one) => `"${one}"`).join("&");
}

export function figure(value: Rational): Expression {
  const decimal = toDecimal(value);
  const digits = decimal.replace(/^-?0*\.?0*|\.|-/g, "").length;
  const exact = toExact(value) === decimal && digits <= DOUBLE_DIGITS ? decimal : `${value.n}/${value.d}`;
  return /[/-]/.test(exact) ? `(${exact})` : exact;
}

export const iff = (test: Expression, yes: Expression, no: Expression): Expression =>
  `IF(${test},${yes},${no})`;

/** The value of the first test that holds. */
export const firstOf = (
  cases: readonly (readonly [test: Expression, value: Expression])[],
  otherwise: Expression,
): Expression => cases.reduceRight((rest, [test, value]) => iff(test, value, rest), otherwise);

export const and = (tests: readonly Expression[]): Expression => joined("AND", tests, "TRUE");
export const or = (tests: readonly Expression[]): Expression => joined("OR", tests, "FALSE");
export const least = (values: readonly Expression[]): Expression => joined("MIN", values, "0");
export const most = (values: readonly Expression[]): Expression => joined("MAX", values, "0");
/** Of cells: what is no number counts as nothing. */
export const total = (cells: readonly Expression[]): Expression => joined("SUM", cells, "0");

function joined(name: string, values: readonly Expression[], none: Expression): Expression {
  if (values.length === 0) return none;
  if (values.length === 1 && name !== "SUM") return values[0] ?? none;
  if (values.length <= ARGUMENTS) return `${name}(${values.join(",")})`;
  const chunks = Array.from({ length: Math.ceil(values.length / ARGUMENTS) }, (_, at) =>
    values.slice(at * ARGUMENTS, (at + 1) * ARGUMENTS),
  );
  return joined(
    name,
    chunks.map((chunk) => joined(name, chunk, none)),
    none,
  );
}

/** Is one of these texts what stands there? */
export const isOneOf = (cell: Expression, words: readonly string[]): Expression =>
  `OR(${cell}={${words.map(text).join(",")}})`;

export const near = (value: Expression): Expression => `ROUND(${value},${COMPARED_DIGITS})`;
/** Compares two figures at the digits that doubles can be trusted for. */
export const compares = (a: Expression, sign: string, b: Expression): Expression =>
  `${near(`${a}-${b}`)}${sign}0`;

/** A figure in a sentence: without the tail of digits of a double. */
export const shown = (value: Expression): Expression => `ROUND(${value},6)`;
