import type { CellValue } from "exceljs";
import { describe, expect, it } from "vitest";
import { type FactsReading, readFacts } from "../../src/intake/read-facts.js";
import { COURT_COUNTY } from "../support/court-county.js";
import { bookOf, toldIn } from "../support/hand-made.js";
import { answerInWords } from "../support/in-words.js";

const HEADER = ["行政区划代码", "填报项", "值", "来源"];
type Row = readonly CellValue[];

function inWords({ facts, findings, refused }: FactsReading) {
  const given = facts.map(({ code, fact, answer, origin }) =>
    [code, fact, answerInWords(answer), origin].join(" | "),
  );
  return { given, told: toldIn(findings), refused };
}

const readRows = async (...rows: Row[]) =>
  inWords(readFacts(await bookOf({ 第三方: [HEADER, ...rows] }), "第三方.xlsx", COURT_COUNTY));

const readText = (text: string) =>
  inWords(readFacts(new TextEncoder().encode(text), "法院.csv", COURT_COUNTY));

describe("facts that others supply", () => {
  it("are read with unit, fact, value and source; blanks are not given", async () => {
    const { given, told, refused } = await readRows(
      [110101, "satisfaction", "87.5%", "省统计局调查"],
      ["１１０１０２", "群众满意度", 90, null],
      ["110101", "appeals.numerator", 2, "市法院"],
      ["110101", "败诉率（分母）", "40件", "市法院"],
      ["110101", "败诉率", 5, "市法院"],
      ["110101", "lessons", null, "评审组"],
      ["110102", "visits", 3, "评审组"],
      [],
    );
    expect(given).toEqual([
      "110101 | satisfaction | C2 number 87.5 | 省统计局调查",
      "110102 | satisfaction | C3 number 90 | ",
      "110101 | appeals.numerator | C4 number 2 | 市法院",
      "110101 | appeals.denominator | C5 number 40 | 市法院",
      "110101 | appeals | C6 number 5 | 市法院",
      "110102 | visits | C8 number 3 | 评审组",
    ]);
    expect([told, refused]).toEqual([[], false]);
  });

  it("need no documents: whoever gives them stands for them", async () => {
    const bytes = await bookOf({ a: [HEADER, ["110101", "satisfaction", 90]] });
    const [given] = readFacts(bytes, "a.xlsx", COURT_COUNTY).facts;
    expect(given?.answer).toMatchObject({ status: "value", accepted: true, documents: [] });
  });

  it("may stand under a header that says what the column holds", () => {
    for (const header of ["填报项(fact)", "填报项（fact）", "填报项 (fact)"]) {
      const { given, told, refused } = readText(
        `行政区划代码,${header},值,来源\n110101,satisfaction,87.5%,省统计局调查\n`,
      );
      expect(given).toEqual(["110101 | satisfaction | C2 number 87.5 | 省统计局调查"]);
      expect([told, refused]).toEqual([[], false]);
    }
  });

  it("may come as CSV, under a title and without a source", () => {
    const { given, told, refused } = readText(
      "2024年度数据\n值,填报项,行政区划代码\n87.5%,群众满意度,110101\n,visits,110101\n",
    );
    expect(given).toEqual(["110101 | satisfaction | A3 number 87.5 | "]);
    expect([told, refused]).toEqual([[], false]);
  });

  it("are typed with the field's type", async () => {
    const { given, told } = await readRows(
      ["110101", "satisfaction", 0.9],
      ["110102", "satisfaction", 120],
      ["110103", "satisfaction", "约90"],
      ["110101", "lessons", 2.5],
      ["110102", "lessons", "无"],
      ["110103", "lessons", { error: "#REF!" }],
    );
    expect(given.map((line) => line.split(" | ")[2])).toEqual([
      "C2 refused",
      "C3 refused",
      "C4 refused",
      "C5 refused",
      "C6 refused",
      "C7 refused",
    ]);
    expect(told).toEqual([
      "E20 第三方!C2：“群众满意度”为 0.9，无法判断是百分数还是小数：是 0.9% 请填“0.9%”，是 90% 请填“90%”",
      "E31 第三方!C3：“群众满意度”为 120，超出范围（应在 0 至 100 之间），请核对",
      "E19 第三方!C4：“群众满意度”应为数字，实际为“约90”，不能填约数，请填写准确数值",
      "E19 第三方!C5：“评价”应为数字，实际为“2.5”，应为整数，请核对后填写",
      "E19 第三方!C6：“评价”应为数字，实际为“无”，若没有请填0；确有数值的请填写准确数值",
      "E17 第三方!C7：“评价”是错误值 #REF!，请改正公式，或直接填写",
    ]);
  });

  it("make a rate of one unit together", async () => {
    const { given, told } = await readRows(
      ["110101", "appeals.numerator", 50],
      ["110102", "appeals.numerator", 2],
      ["110101", "appeals.denominator", 40],
      ["110102", "appeals.denominator", 40],
    );
    expect(given).toEqual([
      "110101 | appeals.numerator | C2 refused | ",
      "110102 | appeals.numerator | C3 number 2 | ",
      "110101 | appeals.denominator | C4 refused | ",
      "110102 | appeals.denominator | C5 number 40 | ",
    ]);
    expect(told).toEqual(["E33 第三方!C2：“败诉率”分子 50 大于分母 40，请核对两个数"]);
  });
});

describe("a row that is not certainly of one fact of one unit", () => {
  it("is not used, and the sentence says why", async () => {
    const { given, told, refused } = await readRows(
      ["110101", "满意率", 90],
      ["110101", "hours", 60],
      ["110101", "培训学时", 60],
      ["110101", "unit.kind", "县"],
      ["110101", "评价", 3],
      [null, "群众满意度", 90],
      ["110101", null, 90],
      [null, null, null, "来源只有一格"],
      ["110101", "Satisfaction", 90],
    );
    expect(given).toEqual([]);
    expect(told).toEqual([
      "E37 第三方!C2：填报项“满意率”不是由他方提供的填报项，值“90”未采用，请核对填报项",
      "E37 第三方!C3：填报项“hours”由被评单位自行填报，值“60”未采用，请删去本行",
      "E37 第三方!C4：填报项“培训学时”由被评单位自行填报，值“60”未采用，请删去本行",
      "E37 第三方!C5：填报项“unit.kind”由被评单位自行填报，值“县”未采用，请删去本行",
      "E37 第三方!C6：有几个填报项都叫“评价”（lessons、visits），值“3”未采用，请改写为其中一个名称",
      "E37 第三方!C7：本行未写行政区划代码，“群众满意度”的值“90”未采用，请补填代码",
      "E37 第三方!C8：本行未写填报项，值“90”未采用，请补填",
      "E37 第三方!C10：填报项“Satisfaction”不是由他方提供的填报项，值“90”未采用，请核对填报项",
    ]);
    expect(refused).toBe(false);
  });

  it("says the same in English", async () => {
    const bytes = await bookOf({
      a: [HEADER, ["1", "x", 9], ["1", "hours", 9], ["1", "评价", 9], [null, "x", 9], ["1", null, 9]],
    });
    expect(toldIn(readFacts(bytes, "a.xlsx", COURT_COUNTY).findings, "en")).toEqual([
      "E37 a!C2：“x” is no field that others supply, its value “9” is not used",
      "E37 a!C3：“hours” is reported by the unit itself, the value “9” is not used",
      "E37 a!C4：several fields are called “评价” (lessons、visits), the value “9” is not used: write one of the names",
      "E37 a!C5：the row has no unit code (行政区划代码), the value “9” of “x” is not used",
      "E37 a!C6：the row names no field (填报项), its value “9” is not used",
    ]);
  });

  it("counts in none of its rows where the same is given twice, be it on another sheet", async () => {
    const bytes = await bookOf({
      统计局: [HEADER, ["110101", "satisfaction", 90, "甲"], ["110101", "群众满意度", 90, "乙"]],
      法院: [HEADER, ["110101", "visits", 1], ["110101", "satisfaction", 91], ["110102", "visits", 1]],
    });
    const { given, told } = inWords(readFacts(bytes, "第三方.xlsx", COURT_COUNTY));
    expect(given).toEqual([
      "110101 | satisfaction | C2 refused | 甲",
      "110101 | visits | C2 number 1 | ",
      "110102 | visits | C4 number 1 | ",
    ]);
    expect(told).toEqual([
      "E38 统计局!C3：“群众满意度”出现了两行（另见 C2），无法判断以哪行为准，请只保留一行",
      "E38 法院!C3：“群众满意度”出现了两行（另见 统计局!C2），无法判断以哪行为准，请只保留一行",
    ]);
  });

  it("is not read from merged cells, nor with an error for a code", async () => {
    const bytes = await bookOf(
      {
        a: [HEADER, ["110101", "satisfaction", 90], [null, "visits", 3], [{ error: "#N/A" }, "visits", 3]],
      },
      ["a!A2:A3"],
    );
    const { given, told } = inWords(readFacts(bytes, "a.xlsx", COURT_COUNTY));
    expect(given).toEqual([]);
    expect(told).toEqual([
      "E22 a!A2：“行政区划代码”在合并单元格 A2:A3 内，无法判断属于哪一行，请取消合并后逐行填写",
      "E22 a!A3：“行政区划代码”在合并单元格 A2:A3 内，无法判断属于哪一行，请取消合并后逐行填写",
      "E17 a!A4：“行政区划代码”是错误值 #N/A，请改正公式，或直接填写",
    ]);
  });
});

describe("a table of facts", () => {
  it("is refused without its header", async () => {
    const bytes = await bookOf({
      a: [
        ["代码", "填报项", "值"],
        ["110101", "satisfaction", 90],
      ],
    });
    expect(inWords(readFacts(bytes, "a.xlsx", COURT_COUNTY))).toEqual({
      given: [],
      told: [
        "E11 ：找不到表头（需要列：行政区划代码、填报项、值），请按此表头制表后重新提供",
        "W02 a：模板以外的工作表“a”，未读取",
      ],
      refused: true,
    });
  });

  it("is refused where a column stands there twice, and tells columns that it does not know", async () => {
    const bytes = await bookOf({
      a: [
        [...HEADER, "值", "单位名称", "联系人"],
        ["110101", "satisfaction", 90, "", 80, "甲县", "李某"],
      ],
    });
    expect(inWords(readFacts(bytes, "a.xlsx", COURT_COUNTY))).toEqual({
      given: [],
      told: [
        "E13 a：“值”出现了两次，无法判断以哪个为准，请只保留一个",
        "W02 a!G1：模板以外的列“联系人”，未读取",
      ],
      refused: true,
    });
  });

  it("is refused where it is neither a workbook nor CSV", () => {
    const { given, refused, told } = readText("%PDF-1.7");
    expect([given, refused]).toEqual([[], true]);
    expect(told).toEqual([
      "E02 ：不是 .xlsx 工作簿，而是 PDF 文件。请用 Excel 或 WPS 打开原表，另存为“Excel 工作簿（*.xlsx）”后重新报送",
    ]);
    expect(readText("").told).toEqual(["E01 ：文件是空的，请重新报送"]);
    expect(
      readText('行政区划代码,填报项,值\n110101,"satisfaction,90').told.map((line) => line.slice(0, 3)),
    ).toEqual(["E04"]);
  });
});
