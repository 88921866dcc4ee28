import { describe, expect, it } from "vitest";
import type { Cell } from "../../src/intake/cells.js";
import { isRefused } from "../../src/intake/refused.js";
import { readValue } from "../../src/intake/values.js";
import type { Expected } from "../../src/model/expected.js";
import { rational } from "../../src/model/rational.js";
import { formula, isoDate, number, text, truth } from "../support/cells.js";
import { valueInWords } from "../support/in-words.js";

/** A cell, what is read from it, and why where that does not meet the eye. */
type Row = readonly [cell: Cell, read: string, why?: string];

const HOURS: Expected = { type: "number", unit: "学时" };
const PERSONS: Expected = { type: "integer", unit: "人" };
const PERCENT: Expected = { type: "percent", unit: undefined };
const FILES: Expected = { type: "boolean", unit: undefined };
const ISSUED: Expected = { type: "date", unit: undefined };
const LEVEL: Expected = { type: "choice", unit: undefined, options: ["优", "良", "基本 合格", "A级", "10%"] };
const NAME: Expected = { type: "text", unit: undefined };

/** `number 60`, or the code and the reason: `E19 approximate`. */
function read(cell: Cell, expected: Expected, date1904 = false): string {
  const value = readValue(cell, expected, date1904);
  return isRefused(value) ? [value.code, value.params.reason].filter(Boolean).join(" ") : valueInWords(value);
}

function table(title: string, expected: Expected, rows: readonly Row[]): void {
  describe(title, () => {
    for (const [cell, wanted, why] of rows) {
      const stored = `${cell.kind} ${JSON.stringify(cell.raw)}${cell.shownAs === "plain" ? "" : ` as ${cell.shownAs}`}`;
      it(`${stored}: ${wanted}${why ? ` (${why})` : ""}`, () => expect(read(cell, expected)).toBe(wanted));
    }
  });
}

table("numbers as numbers, to 15 significant digits", HOURS, [
  [number("60"), "number 60"],
  [number("0"), "number 0"],
  [number("0.57999999999999996"), "number 0.58", "what Excel stores for 0.58"],
  [number("2.2999999999999998"), "number 2.3"],
  [number("1.0000000000000001E-3"), "number 0.001"],
  [number("45.5"), "number 45.5"],
  [number("4.55E1"), "number 45.5"],
  [number("123456789012345678"), "number 123456789012346000"],
  [number("1234.5", "thousands"), "number 1234.5", "the format hides digits and loses none"],
  [number("60", "unit"), "number 60", "a format that shows the unit"],
  [number("0.95", "percent"), "E19 percent"],
  [number("45352", "date"), "E19 date"],
  [number("45352", "day"), "E19 date", "3-1 that became 3月1日"],
  [number("0.5", "time"), "E19 date"],
  [isoDate("2024-03-01"), "E19 date"],
  [truth(true), "E19 text"],
  [formula("A1*2", "60"), "number 60"],
  [formula("A1*2"), "E18"],
]);

table("numbers as texts", HOURS, [
  [text("60"), "number 60"],
  [text(" 60 "), "number 60"],
  [text("　60\n"), "number 60", "blanks of any width"],
  [text("\u200B60\uFEFF"), "number 60", "invisible characters around"],
  [text("６０．５"), "number 60.5", "full width"],
  [text("１２３"), "number 123"],
  [text("1,234.5"), "number 1234.5"],
  [text("12，345，678"), "number 12345678"],
  [text("-5"), "number -5"],
  [text("－５"), "number -5"],
  [text("+5"), "number 5"],
  [text(".5"), "number 0.5"],
  [text("0.57999999999999996"), "number 0.58"],
  [text("60学时"), "number 60", "the field's own unit"],
  [text("60 学时"), "number 60"],
  [text("１，２３４学时 "), "number 1234"],
  [text("60小时"), "E19 text", "another unit"],
  [text("60学时/人"), "E19 text"],
  [text("学时"), "E19 text", "a unit alone"],
  [text("6万"), "E19 text"],
  [text("60学时学时"), "E19 text", "the unit is stripped once"],
  [text("10²"), "E19 text", "not 102"],
  [text("①"), "E19 text", "not 1"],
  [text("六十"), "E19 text"],
  [text("〇"), "E19 text"],
  [text("1,23"), "E19 text", "neither 1.23 nor 123"],
  [text("1234,567"), "E19 text"],
  [text("1 234"), "E19 text"],
  [text("6 0"), "E19 text"],
  [text("6\u200B0"), "E19 text", "an invisible character within"],
  [text("1.2.3"), "E19 text"],
  [text("5."), "E19 text"],
  [text("1e5"), "E19 text"],
  [text("1E+05"), "E19 text"],
  [text("0x10"), "E19 text"],
  [text("٣"), "E19 text", "digits of another script"],
  [text("−5"), "E19 text", "a minus that is none"],
  [text("=60"), "E19 text"],
  [text("95%"), "E19 text"],
  [text("1/2"), "E19 text"],
  [text("3+2"), "E19 text"],
  [text("共60"), "E19 text"],
  [text("是"), "E19 text"],
]);

table("approximate and composite figures", HOURS, [
  ...[
    "200余",
    "60余学时",
    "约60",
    "近60",
    "60以上",
    "85左右",
    "≥60",
    "＞60",
    "60+",
    "不少于60",
    "至少60",
    "60多",
  ].map((written): Row => [text(written), "E19 approximate"]),
  [text("不清楚"), "E19 text", "not a figure at all"],
  [text("大部分"), "E19 text"],
  ...["5—15", "5-15", "5~15", "５～１５", "5至15", "5 到 15", "5——15", "3-1"].map(
    (written): Row => [text(written), "E19 range"],
  ),
]);

table("“there is none” may mean 0, unknown or 不适用", HOURS, [
  ..."/ ／ - — —— 无 没有 暂无 不涉及 不适用 N/A n/a"
    .split(" ")
    .map((written): Row => [text(written), "E19 none"]),
  [text("无学时"), "E19 none"],
  [text("0"), "number 0"],
  [text("零"), "E19 text"],
]);

table("integers", PERSONS, [
  [number("120"), "number 120"],
  [number("120.0"), "number 120"],
  [text("120人"), "number 120"],
  [text("1,200"), "number 1200"],
  [number("119.999999999999"), "E19 fraction", "beside an integer is no integer"],
  [number("119.99999999999999"), "number 120", "unless only the sixteenth digit says so"],
  [text("120.5"), "E19 fraction"],
]);

table("percentages are held as 0 to 100", PERCENT, [
  [text("95%"), "number 95"],
  [text("95 %"), "number 95"],
  [text("９５％"), "number 95"],
  [text("0.5%"), "number 0.5"],
  [text("1%"), "number 1"],
  [text("0.01%"), "number 0.01"],
  [text("95"), "number 95"],
  [text("97.5"), "number 97.5"],
  [text("1.01"), "number 1.01"],
  [number("95"), "number 95"],
  [number("0.95", "percent"), "number 95"],
  [number("0.97499999999999998", "percentFine"), "number 97.5"],
  [number("1", "percent"), "number 100"],
  [number("0.01", "percent"), "number 1"],
  [number("0"), "number 0", "nothing is nothing"],
  [text("0"), "number 0"],
  [text("0.0"), "number 0"],
  [text("0%"), "number 0"],
  [number("1"), "E20", "1 % or all of it"],
  [text("1"), "E20"],
  [text("1.00"), "E20"],
  [number("0.95"), "E20"],
  [text("０．９５"), "E20"],
  [number("0.0001"), "E20"],
  [number("100"), "number 100"],
  [number("100.1"), "E31"],
  [number("95", "percent"), "E31", "9500 %"],
  [text("120%"), "E31"],
  [number("-0.5"), "E31", "negative, not ambiguous"],
  [text("95%以上"), "E19 approximate"],
  [text("60%-70%"), "E19 text"],
  [text("95%%"), "E19 text"],
  [text("%"), "E19 text"],
  [text("95‰"), "E19 text"],
  [text("百分之九十五"), "E19 text"],
  [text("无"), "E19 none"],
  [text("38/40"), "E19 text"],
  [number("45352", "date"), "E19 date"],
  [isoDate("2024-03-01"), "E19 date"],
  [truth(true), "E19 text"],
]);

table("yes and no", FILES, [
  ...["是", "有", "√", "✓", "达标", "TRUE", "true", " 是 ", "Ｔrue"].map(
    (yes): Row => [text(yes), "boolean true"],
  ),
  ...["否", "无", "×", "未达标", "FALSE", "False", "否\n"].map((no): Row => [text(no), "boolean false"]),
  [truth(true), "boolean true"],
  [truth(false), "boolean false"],
  [number("1"), "E32"],
  [number("0"), "E32"],
  [text("1"), "E32"],
  [text("已建立"), "E32"],
  [text("是（部分）"), "E32"],
  [text("是否"), "E32"],
  [text("不是"), "E32"],
  [text("/"), "E32"],
  [text("x"), "E32", "a letter"],
]);

table("dates", ISSUED, [
  [number("45352", "date"), "date 2024-03-01"],
  [number("45352", "chinese"), "date 2024-03-01"],
  [number("45352.75", "date"), "date 2024-03-01", "the time of day is dropped"],
  [number("45351", "date"), "date 2024-02-29"],
  [number("1", "date"), "date 1900-01-01"],
  [number("59", "date"), "date 1900-02-28"],
  [number("60", "date"), "E21 no-day", "1900-02-29 never was"],
  [number("61", "date"), "date 1900-03-01"],
  [number("2958465", "date"), "date 9999-12-31"],
  [number("2958466", "date"), "E21 no-day"],
  [number("0", "date"), "E21 no-day"],
  [number("-1", "date"), "E21 no-day"],
  [number("45352"), "E21 no-day", "a bare number is no date"],
  [number("20240301"), "E21 no-day"],
  [number("2024"), "E21 no-day"],
  [number("0.5", "time"), "E21 no-day"],
  [number("45352", "percent"), "E21 no-day"],
  [isoDate("2024-03-01"), "date 2024-03-01"],
  [isoDate("2024-03-01T08:30:00Z"), "date 2024-03-01"],
  [isoDate("2024-02-30"), "E21 no-day"],
  [truth(true), "E21 no-day"],
  [text("2024-03-01"), "date 2024-03-01"],
  [text("2024-3-1"), "date 2024-03-01"],
  [text("2024.3.1"), "date 2024-03-01"],
  [text("2024/3/1"), "date 2024-03-01"],
  [text("2024年3月1日"), "date 2024-03-01"],
  [text("2024 年 03 月 01 日"), "date 2024-03-01"],
  [text("２０２４－３－１"), "date 2024-03-01"],
  [text(" 2024-03-01\u200B"), "date 2024-03-01"],
  [text("2024-02-29"), "date 2024-02-29"],
  [text("2023-02-29"), "E21 no-such-day"],
  [text("2024年2月30日"), "E21 no-such-day"],
  [text("2024.4.31"), "E21 no-such-day"],
  [text("2024-13-01"), "E21 no-such-day"],
  [text("2024-00-10"), "E21 no-such-day"],
  [text("2024-10-00"), "E21 no-such-day"],
  [text("2024年3月"), "E21 no-day"],
  [text("2024.3"), "E21 no-day"],
  [text("2024"), "E21 no-day"],
  [text("3月1日"), "E21 no-day"],
  [text("24-3-1"), "E21 no-day"],
  [text("1/3/2024"), "E21 no-day"],
  [text("20240301"), "E21 no-day"],
  [text("2024-3.1"), "E21 no-day"],
  [text("2024年3月1日前"), "E21 no-day"],
  [text("2024年3月上旬"), "E21 no-day"],
  [text("二〇二四年三月一日"), "E21 no-day"],
  [text("2024-03-01至2024-04-01"), "E21 no-day"],
  [text("无"), "E21 no-day"],
]);

table("options", LEVEL, [
  [text("优"), 'text "优"'],
  [text(" 优　"), 'text "优"'],
  [text("基本合格"), 'text "基本 合格"'],
  [text("基 本\n合　格"), 'text "基本 合格"'],
  [text("Ａ级"), 'text "A级"', "full width"],
  [text("优\u200B"), 'text "优"'],
  [text("10%"), 'text "10%"'],
  [text("a级"), "E32"],
  [text("优秀"), "E32"],
  [text("优、良"), "E32"],
  [text("1"), "E32"],
  [number("0.1", "percent"), "E32", "10 % is a number, not the option"],
  [number("1"), "E32"],
  [truth(true), "E32"],
]);

table("texts", NAME, [
  [text(" 甲县 规划　"), 'text "甲县 规划"'],
  [text("１２３"), 'text "１２３"', "as it is written"],
  [text("=1+1"), 'text "=1+1"'],
  [number("12"), 'text "12"'],
  [number("0.10"), 'text "0.1"'],
  [number("0.95", "percent"), 'text "95%"', "as it is shown"],
  [number("45352", "date"), 'text "2024-03-01"'],
  [truth(false), 'text "FALSE"'],
]);

describe("dates that count from 1904", () => {
  const rows: readonly Row[] = [
    [number("0", "date"), "date 1904-01-01"],
    [number("60", "date"), "date 1904-03-01"],
    [number("43890", "date"), "date 2024-03-01"],
    [number("2957003", "date"), "date 9999-12-31"],
    [number("2957004", "date"), "E21 no-day", "there is no year 10000"],
    [number("-1", "date"), "E21 no-day"],
  ];
  for (const [cell, wanted] of rows) {
    it(`${cell.raw}: ${wanted}`, () => expect(read(cell, ISSUED, true)).toBe(wanted));
  }
});

describe("units", () => {
  it.each([
    ["60%", "%", "number 60"],
    ["60万元", "万元", "number 60"],
    ["60元", "万元", "E19 text"],
    ["60万元", "元", "E19 text"],
    ["60m2", "m2", "number 60"],
    ["60人次", "人", "E19 text"],
    ["60人", undefined, "E19 text"],
    ["60Ｍ", "M", "number 60"],
  ])("%s where the unit is %s: %s", (written, unit, wanted) => {
    expect(read(text(written), { type: "number", unit })).toBe(wanted);
  });

  it("takes a %-formatted number in a field whose unit is %", () => {
    expect(read(number("0.95", "percent"), { type: "number", unit: "%" })).toBe("number 95");
  });
});

describe("bounds are part of what is allowed", () => {
  const bounded = (min?: bigint, max?: bigint): Expected => ({
    ...HOURS,
    ...(min === undefined ? {} : { min: rational(min) }),
    ...(max === undefined ? {} : { max: rational(max) }),
  });
  it.each([
    ["0", "number 0"],
    ["500", "number 500"],
    ["500.000000000001", "E31"],
    ["500.00000000000006", "number 500"],
    ["-0.0000000000001", "E31"],
  ])("%s between 0 and 500: %s", (digits, wanted) =>
    expect(read(number(digits), bounded(0n, 500n))).toBe(wanted),
  );

  it("leaves an end open that is not given", () => {
    expect(read(number("-7"), bounded(undefined, 500n))).toBe("number -7");
    expect(read(number("7000"), bounded(0n))).toBe("number 7000");
  });

  it("compares days", () => {
    const within: Expected = { ...ISSUED, min: "2024-01-01", max: "2024-12-31" };
    expect(read(text("2024-01-01"), within)).toBe("date 2024-01-01");
    expect(read(text("2024.12.31"), within)).toBe("date 2024-12-31");
    expect(read(text("2025年1月1日"), within)).toBe("E31");
  });
});

describe("formulas that refer to other files", () => {
  it.each([
    "[1]Sheet1!A1",
    "SUM([1]Sheet1!$A$1:$A$9)",
    "[2]!总数",
    "'[1]人员 (2)'!A1",
    "'C:\\台账\\[培训,2024.xlsx]Sheet1'!A1",
    "VLOOKUP(A1,'[3]it''s'!A:B,2,0)",
  ])("%s is not believed", (expression) => expect(read(formula(expression, "60"), HOURS)).toBe("E24"));

  it.each([
    "Sheet1!A1",
    "'人员 (2)'!A1",
    "SUM(台账[人数])",
    "台账[人数]+汇总!A1",
    "SUM(台账[[#This Row],[人数]],Sheet2!A1)",
    '"[1]Sheet1!A1"&60',
    "IF('甲''乙'!A1=\"[x]y!\",60,0)",
  ])("%s is", (expression) => expect(read(formula(expression, "60"), HOURS)).toBe("number 60"));
});
