import { compare, parseDecimal, type Rational, sign } from "../model/rational.js";
import type { Cell } from "./cells.js";

export type ShownAs = Cell["shownAs"];

/** What a number format says of a number: the same for all of them, or by the section that applies. */
export type NumberFormat = (value: Rational) => ShownAs;

const always =
  (shownAs: ShownAs): NumberFormat =>
  () =>
    shownAs;

export const PLAIN: NumberFormat = always("plain");

/**
 * Built-in formats that files name by number alone (ECMA-376, 18.8.30); 27–36 and 50–58 as they are in Chinese
 * Office.
 */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [1, "0"],
  [2, "0.00"],
  [3, "#,##0"],
  [4, "#,##0.00"],
  [9, "0%"],
  [10, "0.00%"],
  [11, "0.00E+00"],
  [12, "# ?/?"],
  [13, "# ??/??"],
  [14, "mm-dd-yy"],
  [15, "d-mmm-yy"],
  [16, "d-mmm"],
  [17, "mmm-yy"],
  [18, "h:mm AM/PM"],
  [19, "h:mm:ss AM/PM"],
  [20, "h:mm"],
  [21, "h:mm:ss"],
  [22, "m/d/yy h:mm"],
  [27, 'yyyy"年"m"月"'],
  [28, 'm"月"d"日"'],
  [29, 'm"月"d"日"'],
  [30, "m-d-yy"],
  [31, 'yyyy"年"m"月"d"日"'],
  [32, 'h"时"mm"分"'],
  [33, 'h"时"mm"分"ss"秒"'],
  [34, '上午/下午h"时"mm"分"'],
  [35, '上午/下午h"时"mm"分"ss"秒"'],
  [36, 'yyyy"年"m"月"'],
  [37, "#,##0 ;(#,##0)"],
  [38, "#,##0 ;[Red](#,##0)"],
  [39, "#,##0.00;(#,##0.00)"],
  [40, "#,##0.00;[Red](#,##0.00)"],
  [45, "mm:ss"],
  [46, "[h]:mm:ss"],
  [47, "mmss.0"],
  [48, "##0.0E+0"],
  [49, "@"],
  [50, 'yyyy"年"m"月"'],
  [51, 'm"月"d"日"'],
  [52, 'yyyy"年"m"月"'],
  [53, 'm"月"d"日"'],
  [54, 'm"月"d"日"'],
  [55, '上午/下午h"时"mm"分"'],
  [56, '上午/下午h"时"mm"分"ss"秒"'],
  [57, 'yyyy"年"m"月"'],
  [58, 'm"月"d"日"'],
]);

/** The code of a built-in format; undefined for General and for those that no standard tells. */
export const builtInCode = (id: number): string | undefined => BUILT_IN.get(id);

/** The format of a code such as `yyyy"年"m"月";@` or `[>1]0.0"倍";0.0%`. */
export function parseFormat(code: string): NumberFormat {
  const sections = splitSections(code).map(parseSection);
  // A last section with `@` is for text; the fourth always is.
  if (sections.length > 1 && sections.at(-1)?.forText) sections.pop();
  const [first, ...others] = sections.slice(0, 3);
  if (first === undefined) return PLAIN;
  if (others.every((section) => section.shownAs === first.shownAs)) return always(first.shownAs);
  return (value) => applicableSection([first, ...others], value).shownAs;
}

interface Section {
  readonly shownAs: ShownAs;
  readonly forText: boolean;
  readonly condition: ((value: Rational) => boolean) | undefined;
}

/** The first section whose condition holds: its own, else positive, negative, zero in this order. */
function applicableSection(sections: readonly [Section, ...Section[]], value: Rational): Section {
  const isFirst = (candidate: number) => (sections.length === 2 ? candidate >= 0 : candidate > 0);
  const standard = [isFirst, (candidate: number) => candidate < 0];
  const applies = (section: Section, i: number) =>
    section.condition?.(value) ?? standard[i]?.(sign(value)) ?? true;
  return sections.find(applies) ?? sections.at(-1) ?? sections[0];
}

/** Quoted text, an escaped, padding or filling character, a bracket, or any one character. */
const TOKEN = /"[^"]*"?|[\\_*].?|\[[^\]]*\]?|./gsu;

function splitSections(code: string): string[][] {
  const sections: string[][] = [[]];
  for (const token of code.match(TOKEN) ?? []) {
    if (token === ";") sections.push([]);
    else sections.at(-1)?.push(token);
  }
  return sections;
}

const ELAPSED = /^\[(h+|m+|s+)\]$/i;
const CONDITION = /^\[(<=|>=|<>|<|>|=)([-+.\dEe]+)\]$/;
const GENERAL = /general|g\/通用格式/gi;
const AM_PM = /am\/pm|a\/p|上午\/下午/gi;
/** Years, days, weekdays, eras, month names. `E+` and `E-` belong to scientific notation. */
const DATE_TOKEN = /[ydgb]|aaa|mmm|e(?![+-])/i;
const TIME_TOKEN = /[hs]/i;

function parseSection(tokens: readonly string[]): Section {
  const literal = (token: string) => token.length > 1;
  const bare = tokens.map((token) => (literal(token) ? " " : token)).join("");
  const elapsed = tokens.some((token) => ELAPSED.test(token));
  return {
    shownAs: classify(bare.replace(GENERAL, " "), elapsed),
    forText: bare.includes("@"),
    condition: tokens.map(parseCondition).find((condition) => condition !== undefined),
  };
}

/** A lone `m` is a month, but minutes where hours or seconds stand with it. */
function classify(bare: string, elapsed: boolean): ShownAs {
  const withoutHalfDay = bare.replace(AM_PM, "h");
  if (DATE_TOKEN.test(withoutHalfDay)) return "date";
  if (elapsed || TIME_TOKEN.test(withoutHalfDay)) return "time";
  if (/m/i.test(withoutHalfDay)) return "date";
  return bare.includes("%") ? "percent" : "plain";
}

function parseCondition(token: string): Section["condition"] {
  const [, operator, text] = CONDITION.exec(token) ?? [];
  const limit = text === undefined ? undefined : parseDecimal(text);
  if (limit === undefined) return undefined;
  return (value) => {
    const order = compare(value, limit);
    switch (operator) {
      case "<":
        return order < 0;
      case "<=":
        return order <= 0;
      case ">":
        return order > 0;
      case ">=":
        return order >= 0;
      case "=":
        return order === 0;
      default:
        return order !== 0;
    }
  };
}
