import { distance } from "fastest-levenshtein";
import { boundsOf, type Expected } from "../model/expected.js";
import {
  compare,
  HUNDRED,
  isInteger,
  multiply,
  ONE,
  type Rational,
  sign,
  toDecimal,
} from "../model/rational.js";
import { boolean, date, number, text, type Value } from "../model/value.js";
import { BOOLEAN_WORDS } from "../model/words.js";
import type { Cell } from "./cells.js";
import { readDate } from "./dates.js";
import { textOf } from "./grid.js";
import { readNumber, readNumberText, withoutUnit } from "./numbers.js";
import { isRefused, quoted, type Refused, refuse } from "./refused.js";
import { plain, tidy, trimmed } from "./text.js";

const YES: ReadonlySet<string> = new Set(BOOLEAN_WORDS.yes);
const NO: ReadonlySet<string> = new Set(BOOLEAN_WORDS.no);

/** The typed value of a filled cell, or why it is not read with certainty. Never a guess. */
export function readValue(cell: Cell, expected: Expected, date1904: boolean): Value | Refused {
  const problem = unusable(cell);
  if (problem) return problem;
  const value = typed(cell, expected, date1904);
  return isRefused(value) ? value : (boundsProblem(value, expected, shown(cell, value)) ?? value);
}

/** What the user sees in a cell: a day or a percentage, not the number that is stored for it. */
function shown(cell: Cell, value: Value): string {
  if (value.type === "date") return value.date;
  return value.type === "number" && cell.shownAs === "percent"
    ? `${toDecimal(value.number)}%`
    : quoted(textOf(cell));
}

/** Cells whose content is no content. */
export function unusable(cell: Cell): Refused | undefined {
  if (cell.kind === "error") return refuse("E17", cell);
  if (cell.kind === "noResult") return refuse("E18", cell, { formula: cell.formula ?? "" });
  return cell.formula && refersOutside(cell.formula)
    ? refuse("E24", cell, { formula: cell.formula })
    : undefined;
}

/** A text, or the name of a sheet that holds blanks or signs. */
const QUOTED = /"(?:[^"]|"")*"|'((?:[^']|'')*)'/g;

/** `[1]Sheet1!A1`, `'C:\[book.xlsx]Sheet1 (2)'!A1`; not `Table1[column]`, and not in quoted text. */
function refersOutside(formula: string): boolean {
  const names = [...formula.matchAll(QUOTED)].map(([, name]) => name ?? "");
  const unquoted = formula.replace(QUOTED, "");
  return names.some((name) => name.includes("[")) || /\[[^[\]]+\][^[\]!(),;:+\-*/&=<>^\s{}]*!/.test(unquoted);
}

function typed(cell: Cell, expected: Expected, date1904: boolean): Value | Refused {
  switch (expected.type) {
    case "boolean":
      return readBoolean(cell);
    case "integer": {
      const value = readNumber(cell, expected.unit, date1904);
      if (isRefused(value)) return value;
      return isInteger(value) ? number(value) : refuse("E19", cell, { reason: "fraction" });
    }
    case "number": {
      const value = readNumber(cell, expected.unit, date1904);
      return isRefused(value) ? value : number(value);
    }
    case "percent":
    case "rate": {
      const value = readPercent(cell, date1904);
      return isRefused(value) ? value : number(value);
    }
    case "date": {
      const value = readDate(cell, date1904);
      return typeof value === "string" ? date(value) : value;
    }
    case "choice":
      return readChoice(cell, expected.options ?? []);
    case "text":
      return text(readText(cell, date1904));
    case "records": {
      // The row of a list says how many rows it has.
      const value = readNumber(cell, expected.unit ?? "条", date1904);
      if (isRefused(value)) return value;
      return isInteger(value) ? number(value) : refuse("E19", cell, { reason: "fraction" });
    }
  }
}

function readBoolean(cell: Cell): Value | Refused {
  if (cell.kind === "boolean") return boolean(cell.boolean);
  const written = plain(textOf(cell)).toUpperCase();
  if (cell.kind === "text" && YES.has(written)) return boolean(true);
  if (cell.kind === "text" && NO.has(written)) return boolean(false);
  return refuse("E32", cell, { options: "是 / 否" });
}

/**
 * `95%`, 0.95 shown as a percentage, or a bare 95. A bare number above 0 and up to 1 may be a share or a
 * percentage: refused.
 */
function readPercent(cell: Cell, date1904: boolean): Rational | Refused {
  if (cell.kind === "number") {
    if (cell.shownAs === "percent") return multiply(cell.number, HUNDRED);
    const value = readNumber(cell, undefined, date1904);
    return isRefused(value) ? value : bare(cell, value);
  }
  if (cell.kind !== "text") return readNumber(cell, undefined, date1904);
  const written = tidy(cell.text);
  const value = readNumberText(cell, withoutUnit(written, "%"));
  return isRefused(value) || written.endsWith("%") ? value : bare(cell, value);
}

const bare = (cell: Cell, value: Rational): Rational | Refused =>
  sign(value) > 0 && compare(value, ONE) <= 0
    ? refuse("E20", cell, { asShare: toDecimal(multiply(value, HUNDRED)) })
    : value;

export function readChoice(cell: Cell, options: readonly string[]): Value | Refused {
  const written = plain(textOf(cell));
  const option = options.find((one) => one === textOf(cell)) ?? options.find((one) => plain(one) === written);
  if (option !== undefined) return text(option);
  const nearest =
    [...options].sort((a, b) => distance(plain(a), written) - distance(plain(b), written))[0] ?? "";
  return refuse("E32", cell, { options: options.join(" / "), nearest });
}

export function readText(cell: Cell, date1904: boolean): string {
  if (cell.kind === "isoDate" || (cell.kind === "number" && cell.shownAs === "date")) {
    const day = readDate(cell, date1904);
    if (typeof day === "string") return day;
  }
  if (cell.kind === "number" && cell.shownAs === "percent")
    return `${toDecimal(multiply(cell.number, HUNDRED))}%`;
  return trimmed(textOf(cell));
}

/** E31, or nothing. */
export function boundsProblem(value: Value, expected: Expected, found: string): Refused | undefined {
  const { low, high } = boundsOf(expected);
  if (!isBeyond(value, low, -1) && !isBeyond(value, high, 1)) return undefined;
  return { code: "E31", params: { found, min: textOfBound(low), max: textOfBound(high) } };
}

type Bound = Expected["min"];
const textOfBound = (bound: Bound): string => (typeof bound === "object" ? toDecimal(bound) : (bound ?? ""));

/** Below the bound (side −1) or above it (side 1). */
function isBeyond(value: Value, bound: Bound, side: -1 | 1): boolean {
  if (value.type === "number" && typeof bound === "object") return compare(value.number, bound) === side;
  if (value.type !== "date" || typeof bound !== "string") return false;
  return side < 0 ? value.date < bound : value.date > bound;
}
