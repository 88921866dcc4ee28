import {
  HUNDRED,
  multiply,
  parseDecimal,
  type Rational,
  toDecimal,
  toSignificant,
} from "../model/rational.js";
import type { Cell } from "./cells.js";
import { readDate } from "./dates.js";
import { type Refused, refuse } from "./refused.js";
import { tidy } from "./text.js";

const PLAIN = /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)$/;
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
/** What clerks write for “there is none”; it could mean 0, not known, or 不适用. */
const NONE = new Set([
  "/",
  "\\",
  "-",
  "--",
  "—",
  "——",
  "–",
  "无",
  "没有",
  "暂无",
  "未有",
  "不涉及",
  "不适用",
  "N/A",
  "NA",
]);
const RANGE = /\d\s*(?:-|—|–|~|～|至|到)+\s*\d/;
/** Beside a digit: “不清楚” is not a figure at all. */
const APPROXIMATE = /[余约近超逾多几左右上下以内不少于至少不低于不足将近大概><≥≤]|\+$/;

/**
 * The number that a cell holds: Arabic digits of any width, thousands separators, and the field's own unit
 * behind it. Whatever is not certainly one number is refused with the reason.
 */
export function readNumber(cell: Cell, unit: string | undefined, date1904: boolean): Rational | Refused {
  if (cell.kind === "isoDate") return refuse("E19", cell, { reason: "date" });
  if (cell.kind === "number") {
    const { shownAs } = cell;
    // The user sees “2024-03-01” or “95%” there, not what is stored.
    if (shownAs === "date" || shownAs === "time") {
      const day = readDate(cell, date1904);
      return refuse("E19", cell, { reason: "date", ...(typeof day === "string" ? { found: day } : {}) });
    }
    if (shownAs !== "percent") return cell.number;
    const percentage = multiply(cell.number, HUNDRED);
    if (unit === "%") return percentage;
    return refuse("E19", cell, { reason: "percent", found: `${toDecimal(percentage)}%` });
  }
  return cell.kind === "text"
    ? readNumberText(cell, withoutUnit(tidy(cell.text), unit))
    : refuse("E19", cell, { reason: "text" });
}

/** A number written as text, already without its unit. */
export function readNumberText(cell: Cell, written: string): Rational | Refused {
  if (NONE.has(written.toUpperCase())) return refuse("E19", cell, { reason: "none" });
  const digits = GROUPED.test(written) ? written.replaceAll(",", "") : written;
  const value = PLAIN.test(digits) ? parseDecimal(digits) : undefined;
  return value ? toSignificant(value) : refuse("E19", cell, { reason: whyNot(written) });
}

function whyNot(written: string): string {
  if (RANGE.test(written)) return "range";
  return /\d/.test(written) && APPROXIMATE.test(written) ? "approximate" : "text";
}

/** `60学时` → `60`, where 学时 is the field's own unit; any other ending stays. */
export function withoutUnit(written: string, unit: string | undefined): string {
  const ending = unit === undefined ? "" : tidy(unit);
  return ending !== "" && written.endsWith(ending) && written.length > ending.length
    ? written.slice(0, -ending.length).trim()
    : written;
}
