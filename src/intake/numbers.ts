import { HUNDRED, multiply, parseDecimal, type Rational, toSignificant } from "../model/rational.js";
import type { Cell } from "./cells.js";
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
const APPROXIMATE = /[余约近超逾多几左右上下以内不少于至少不低于不足将近大概><≥≤＞＜+]/;

/**
 * The number that a cell holds: Arabic digits of any width, thousands separators, and the field's own unit
 * behind it. Whatever is not certainly one number is refused with the reason.
 */
export function readNumber(cell: Cell, unit: string | undefined): Rational | Refused {
  if (cell.kind === "number") {
    if (cell.shownAs === "date" || cell.shownAs === "time") return refuse("E19", cell, { reason: "date" });
    if (cell.shownAs === "percent" && unit !== "%") return refuse("E19", cell, { reason: "percent" });
    return cell.shownAs === "percent" ? multiply(cell.number, HUNDRED) : cell.number;
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
  return APPROXIMATE.test(written) ? "approximate" : "text";
}

/** `60学时` → `60`, where 学时 is the field's own unit; any other ending stays. */
export function withoutUnit(written: string, unit: string | undefined): string {
  const ending = unit === undefined ? "" : tidy(unit);
  return ending !== "" && written.endsWith(ending) && written.length > ending.length
    ? written.slice(0, -ending.length).trim()
    : written;
}
