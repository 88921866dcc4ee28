import { describe, expect, it } from "vitest";
import { builtInCode, parseFormat } from "../../src/intake/number-format.js";
import { parseDecimal } from "../../src/model/rational.js";
import { oneSheet } from "../support/raw-xlsx.js";
import { cellsInWords } from "../support/readings.js";

const value = (text: string) => {
  const parsed = parseDecimal(text);
  if (parsed === undefined) throw new Error(text);
  return parsed;
};
const shownBuiltIn = (id: number) => shown(builtInCode(id) ?? "General");
const shown = (code: string, number = "1") => parseFormat(code)(value(number));

describe("custom formats", () => {
  it.each([
    "yyyy-mm-dd",
    "yyyy/m/d;@",
    'yyyy"年"m"月"d"日";@',
    "yyyy年m月d日",
    '[$-804]yyyy"年"m"月"d"日"',
    '[DBNum1][$-804]yyyy"年"m"月";@',
    "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
    "yyyy-mm-dd hh:mm:ss",
    'm"月"d"日"',
    "mm",
    "mmm-yy",
    "aaaa",
    "[$-411]ggge.m.d",
    "e年m月",
    "YYYY.MM.DD",
    "[红色]yyyy-mm-dd",
  ])("shows a date by %s", (code) => {
    expect(shown(code)).toBe("date");
  });

  it.each([
    "h:mm",
    "hh:mm:ss.0",
    "mm:ss",
    "[h]:mm",
    "[hh]:mm:ss",
    "[mm]",
    "[s]",
    "h:mm AM/PM",
    '上午/下午h"时"mm"分"',
    "[$-F400]h:mm:ss AM/PM",
    'h"时"mm"分"',
  ])("shows a time by %s", (code) => {
    expect(shown(code)).toBe("time");
  });

  it.each(["0%", "0.00%", "0.00%;[Red]-0.00%", "#,##0.0 %", "0.0_%%", "%0"])(
    "shows a percentage by %s",
    (code) => {
      expect(shown(code)).toBe("percent");
    },
  );

  it.each([
    "",
    "General",
    "GENERAL",
    "G/通用格式",
    'General"天"',
    "@",
    "0",
    "#,##0\\m",
    '"m"0',
    '0"yyyy"',
    "0_d",
    "0*s",
    "[Red]0.0",
    "[红色]0.0",
    "[Red]",
    "[Blue][<=100]0",
    "[$¥-804]#,##0.00",
    "[$USD] 0",
    '0"%"',
    "0\\%",
    "0.00E+00",
    "0.0e-0",
    "# ?/?",
    "0.00;[红色]-0.00",
    '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
    "0万",
    '"unfinished',
    "[unfinished",
    "0\\",
  ])("is not fooled by %j", (code) => {
    expect(shown(code)).toBe("plain");
  });
});

describe("formats by section", () => {
  it("shows each number by the section that applies to it", () => {
    const code = '[>1]0.0"倍";0.0%';
    expect([shown(code, "5"), shown(code, "1"), shown(code, "-5")]).toEqual(["plain", "percent", "percent"]);
  });

  it("takes positive, negative and zero in this order where no conditions are given", () => {
    const code = "0%;yyyy-mm-dd;0";
    expect([shown(code, "2"), shown(code, "-2"), shown(code, "0")]).toEqual(["percent", "date", "plain"]);
    expect(shown("0%;0", "0")).toBe("percent");
  });

  it.each([
    ["[<0.5]", "0.4", "0.5"],
    ["[<=0.5]", "0.5", "0.6"],
    ["[>0.5]", "0.6", "0.5"],
    ["[>=0.5]", "0.5", "0.4"],
    ["[=0.5]", "0.5", "0.4"],
    ["[<>0.5]", "0.4", "0.5"],
  ])("understands the condition %s", (condition, met, unmet) => {
    expect(shown(`${condition}0%;0`, met)).toBe("percent");
    expect(shown(`${condition}0%;0`, unmet)).toBe("plain");
  });

  it("does not count a section for text", () => {
    expect(shown("yyyy-mm-dd;@", "-1")).toBe("date");
    expect(shown("0;0;0;yyyy@")).toBe("plain");
  });
});

describe("built-in formats", () => {
  const idsShown = (as: string) =>
    Array.from({ length: 164 }, (_, id) => id).filter((id) => shownBuiltIn(id) === as);

  it("knows dates, times and percentages by number, those of Chinese Office included", () => {
    expect(idsShown("date")).toEqual([
      14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58,
    ]);
    expect(idsShown("time")).toEqual([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56]);
    expect(idsShown("percent")).toEqual([9, 10]);
  });
});

describe("styles", () => {
  const row = '<row><c s="0"><v>1</v></c><c s="1"><v>2</v></c><c s="2"><v>3</v></c></row>';
  const xfs = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/></cellXfs>';

  it("follows the cell's style to its format", () => {
    const styles = `<numFmts><numFmt numFmtId="176" formatCode="0.0%"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>${xfs}`;
    expect(cellsInWords(oneSheet(row, { styles }))).toEqual([
      "A1 number 1",
      "B1 number 2 date",
      "C1 number 3 percent",
    ]);
  });

  it("does not take the format of a conditional format for that of a cell", () => {
    const styles = `${xfs}<dxfs><dxf><numFmt numFmtId="176" formatCode="yyyy-mm-dd"/></dxf></dxfs>`;
    expect(cellsInWords(oneSheet(row, { styles }))[2]).toBe("C1 number 3");
  });

  it("lets the file redefine a format number", () => {
    const styles = `<numFmts><numFmt numFmtId="14" formatCode="0.00"/></numFmts>${xfs}`;
    expect(cellsInWords(oneSheet(row, { styles }))[1]).toBe("B1 number 2");
  });

  it("shows everything plainly where there are no styles", () => {
    expect(cellsInWords(oneSheet(row))).toEqual(["A1 number 1", "B1 number 2", "C1 number 3"]);
  });
});
