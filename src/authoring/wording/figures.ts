import { parseDecimal, type Rational, toDecimal } from "../../model/rational.js";

/** How criteria write numbers and what they count. Sources of regular expressions, none of which captures. */

/** A figure in digits. */
export const FIGURE = "\\d+(?:\\.\\d+)?";
/** A figure, or a small number in words. */
export const NUMBER = `(?:${FIGURE}|[一二两三四五六七八九十])`;

const COUNTED =
  "场次|人次|件次|次|件|起|个|项|人|例|处|份|篇|场|条|家|户|宗|部|期|名|批|本|册|所|支|卷|种|类|位|届|轮|部门|单位|案";
const MEASURED = "个工作日|工作日|个月|小时|学时|课时|分钟|万元|天|日|元";
const PERCENT = "个百分点|百分点|%";
export const COUNTED_UNIT = `(?:${COUNTED})`;
export const UNIT = `(?:${PERCENT}|${MEASURED}|${COUNTED})`;

const WORDS = "零一二三四五六七八九十";

/** `3`, `0.5`, `两` → the figure. */
export function figure(text: string): Rational {
  const word = text === "两" ? 2 : WORDS.indexOf(text);
  const value = parseDecimal(word > 0 ? String(word) : text);
  if (!value) throw new RangeError(`not a figure: ${text}`);
  return value;
}

/** A figure for a JSON file. */
export const json = (value: Rational): number => Number(toDecimal(value));

/** Behind these words a figure is another bound than it seems: 未达到95%, 超过3次, 约60%. */
const ASKEW = /[超高多低少足过于近约余比未不没等之]$|未达$|[扣得每?]/;

/** Is it the plain name of what is counted or measured? "" leaves it to the title. */
export const isName = (subject: string): boolean => !ASKEW.test(subject);

/** 个百分点 and % are one unit. */
export const unitOf = (text: string): string => (new RegExp(`^(?:${PERCENT})$`).test(text) ? "%" : text);

const isCounted = (unit: string): boolean => new RegExp(`^${COUNTED_UNIT}$`).test(unit);

/** The type of a field that holds so many of the unit. */
export function typed(
  unit: string,
): { type: "percent" } | { type: "integer"; unit: string } | { type: "number"; unit: string } {
  if (unit === "%") return { type: "percent" };
  return { type: isCounted(unit) ? "integer" : "number", unit };
}
