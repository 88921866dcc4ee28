import { describe, expect, it } from "vitest";
import { readFile, scoreFiles } from "../../src/index.js";
import { readSubmission } from "../../src/intake/read-submission.js";
import type { RecordRow } from "../../src/model/submission.js";
import { COURT_COUNTY } from "../support/court-county.js";
import { type HandMade, handMade, toldIn } from "../support/hand-made.js";
import { answerInWords } from "../support/in-words.js";

const HEADER = ["序号", "案件名称", "立案日期", "罚款金额"];
const day = (text: string) => new Date(`${text}T00:00:00Z`);
const TWO = [HEADER, [1, "甲案", day("2024-03-01"), 5], [2, "乙案", "2024年4月2日", "3万元"]];

/** Everything else is filled in, so that no finding is about it. */
const REST = {
  "1.1/hours": { 填报值: 60 },
  "1.2/court.numerator": { 填报值: 38 },
  "1.2/court.denominator": { 填报值: 40 },
};

async function read({ answers, ...made }: HandMade) {
  const bytes = await handMade(COURT_COUNTY, { ...made, answers: { ...REST, ...answers } });
  const { submission, findings } = readSubmission(bytes, "甲县.xlsx", COURT_COUNTY);
  return {
    told: toldIn(findings),
    findings,
    answer: answerInWords(submission?.answers.get("cases")),
    rows: submission?.records.get("cases")?.map(rowInWords),
  };
}

const rowInWords = ({ source, cells }: RecordRow): string =>
  [source.cell, ...[...cells].map(([column, answer]) => `${column} ${answerInWords(answer)}`)].join(" | ");

const READ_TWO = [
  'A2 | title B2 text "甲案" | filed C2 date 2024-03-01 | amount D2 number 5',
  'A3 | title B3 text "乙案" | filed C3 date 2024-04-02 | amount D3 number 3',
];

describe("the rows of a list", () => {
  it("are read from the sheet of its name, each cell typed; their number answers for the list", async () => {
    const { told, answer, rows } = await read({
      answers: { "1.1/cases": { 佐证材料: 1 } },
      sheets: { 执法案件: TWO },
    });
    expect(rows).toEqual(READ_TWO);
    expect(answer).toBe("H2 number 2 [1]");
    expect(told).toEqual([]);
  });

  it("may stand under a title, in other columns, with 序号 filled in beforehand and rows left out", async () => {
    const { told, answer, rows } = await read({
      sheets: {
        " 执法 案件": [
          ["执法案件"],
          [],
          ["立案\n日期", "罚款金额", "案件名称", "序号"],
          [day("2024-03-01"), 5, "甲案", 1],
          [null, null, null, 2],
          [],
          ["2024年4月2日", "3万元", "乙案", 3],
          [null, null, null, 4],
        ],
      },
    });
    expect(rows).toEqual([
      'D4 | title C4 text "甲案" | filed A4 date 2024-03-01 | amount B4 number 5',
      'D7 | title C7 text "乙案" | filed A7 date 2024-04-02 | amount B7 number 3',
    ]);
    expect(answer).toBe("H2 number 2");
    expect(told).toEqual([]);
  });

  it("agree with the number that is filled in", async () => {
    const agreeing = await read({ answers: { "1.1/cases": { 填报值: "2条" } }, sheets: { 执法案件: TWO } });
    expect([agreeing.answer, agreeing.told]).toEqual(["H2 number 2", []]);
    const other = await read({ answers: { "1.1/cases": { 填报值: 3 } }, sheets: { 执法案件: TWO } });
    expect(other.answer).toBe("H2 refused");
    expect(other.rows).toEqual(READ_TWO);
    expect(other.told).toEqual(["E33 指标填报!H2：“执法案件”填报为 3 条，而“执法案件”表有 2 条记录，请核对"]);
    const none = await read({ answers: { "1.1/cases": { 填报值: 0 } }, sheets: { 执法案件: TWO } });
    expect(none.told).toEqual(["E33 指标填报!H2：“执法案件”填报为 0 条，而“执法案件”表有 2 条记录，请核对"]);
  });

  it("are none where the cell says 0, with an empty sheet or without one", async () => {
    for (const sheets of [{ 执法案件: [HEADER, [1], [2]] }, {}]) {
      const { told, answer, rows } = await read({ answers: { "1.1/cases": { 填报值: 0 } }, sheets });
      expect([answer, rows, told]).toEqual(["H2 number 0", [], []]);
    }
  });

  it("leave the list blank where neither a number nor a row is there", async () => {
    for (const sheets of [{ 执法案件: [HEADER] }, {}]) {
      const { told, answer, rows } = await read({ sheets });
      expect([answer, rows]).toEqual(["H2 blank", []]);
      expect(told).toEqual(["E23 指标填报!H2：“执法案件”未填写，请在同名工作表中逐行填写；没有发生的填0"]);
    }
  });

  it("count where the row of the list in 指标填报 is gone", async () => {
    const without = ({ key }: { key: string }) => key === "1.1/cases";
    const filled = await read({ without, sheets: { 执法案件: TWO } });
    expect([filled.answer, filled.told]).toEqual(["A2 number 2", []]);
    const empty = await read({ without, sheets: { 执法案件: [HEADER] } });
    expect([empty.answer, empty.told]).toEqual([
      "absent",
      ["E23 指标填报：找不到“执法案件”这一行（指标编号 1.1），请恢复模板原行后填写"],
    ]);
  });

  it("contradict 不适用", async () => {
    const answers = {
      "1.1/cases": { 不适用: "是", 备注: "无执法权" },
      "1.1/hours": { 填报值: null, 不适用: "是" },
    };
    const with2 = await read({ answers, sheets: { 执法案件: TWO } });
    expect(with2.answer).toBe("H2 refused");
    expect(with2.told).toEqual([
      "E39 指标填报!H2：“执法案件”填了“不适用”，而同名工作表中有 2 条记录，请只保留一个",
    ]);
    const without = await read({ answers, sheets: { 执法案件: [HEADER] } });
    expect([without.answer, without.told]).toEqual(["H2 notApplicable: 无执法权", []]);
  });
});

describe("a cell of a list", () => {
  it("is refused with its reason, or blank, and the record counts all the same", async () => {
    const { told, findings, answer, rows } = await read({
      sheets: {
        执法案件: [
          HEADER,
          [1, { error: "#N/A" }, day("2024-03-01"), "约5"],
          [2, { formula: "B9" }, "3月1日", -1],
          [3, null, null, null],
          [4, "丁案", day("2023-12-31"), "无"],
          [5, null, null, 7],
        ],
      },
    });
    expect(told).toEqual([
      "E17 执法案件!B2：“案件名称”是错误值 #N/A，请改正公式，或直接填写",
      "E19 执法案件!D2：“罚款金额”应为数字，实际为“约5”，不能填约数，请填写准确数值",
      "E18 执法案件!B3：“案件名称”的公式没有保存计算结果，请用 Excel 或 WPS 打开、计算并保存，或直接填写",
      "E21 执法案件!C3：“立案日期”应为日期，实际为“3月1日”，请写明年、月、日，如 2024-03-01",
      "E31 执法案件!D3：“罚款金额”为 -1，超出范围（应不小于 0），请核对",
      "W03 执法案件!C5：“立案日期”的日期 2023-12-31 不在评估期间（2024-01-01 至 2024-12-31）内，请核对",
      "E19 执法案件!D5：“罚款金额”应为数字，实际为“无”，若没有请填0；确有数值的请填写准确数值",
      "E23 执法案件!B6：“案件名称”未填写，请补填",
      "E23 执法案件!C6：“立案日期”未填写，请按 2024-03-01 的样式填写",
    ]);
    expect(findings.every(({ item, fact }) => item === "1.1" && fact === "cases")).toBe(true);
    expect(answer).toBe("H2 number 4");
    expect(rows).toEqual([
      "A2 | title B2 refused | filed C2 date 2024-03-01 | amount D2 refused",
      "A3 | title B3 refused | filed C3 refused | amount D3 refused",
      'A5 | title B5 text "丁案" | filed C5 date 2023-12-31 | amount D5 refused',
      "A6 | title B6 blank | filed C6 blank | amount D6 number 7",
    ]);
  });

  it("is refused inside a merged range that holds something", async () => {
    const { told, rows } = await read({
      sheets: { 执法案件: [HEADER, [1, "甲案", day("2024-03-01"), 5], [2, null, day("2024-03-02"), 6]] },
      merge: ["执法案件!B2:B3"],
    });
    expect(told).toEqual([
      "E22 执法案件!B2：“案件名称”在合并单元格 B2:B3 内，无法判断属于哪一行，请取消合并后逐行填写",
      "E22 执法案件!B3：“案件名称”在合并单元格 B2:B3 内，无法判断属于哪一行，请取消合并后逐行填写",
    ]);
    expect(rows?.map((row) => row.split(" | ")[1])).toEqual(["title B2 refused", "title B3 refused"]);
  });

  it("is read in a hidden row, and that is told", async () => {
    const { told, rows } = await read({ sheets: { 执法案件: TWO }, hide: ["执法案件!3"] });
    expect(rows).toEqual(READ_TWO);
    expect(told).toEqual(["W05 执法案件：隐藏的行、列或工作表中有 3 处填报内容（B3、C3、D3），已照常读取"]);
  });

  it("does not belong to a record where the row adds up the others", async () => {
    const { told, answer, rows } = await read({ sheets: { 执法案件: [...TWO, ["合计", null, null, 8]] } });
    expect(told).toEqual(["E37 执法案件!A4：“合计”行不是一条记录，未采用，请删去本行"]);
    expect([answer, rows]).toEqual(["H2 number 2", READ_TWO]);
  });
});

describe("the sheet of a list", () => {
  it("may lack columns: every record is blank there, told once unless the column is optional", async () => {
    const { told, rows } = await read({
      sheets: {
        执法案件: [
          ["序号", "案件名称", "立案时间", "罚款金额"],
          [1, "甲案", day("2024-03-01"), 5],
        ],
      },
    });
    expect(told).toEqual([
      "E23 执法案件：找不到“立案日期”列，各行均按未填写处理，请恢复模板原表头后填写",
      "W02 执法案件!C1：模板以外的列“立案时间”，未读取",
    ]);
    expect(rows).toEqual(['A2 | title B2 text "甲案" | amount D2 number 5']);
    const optional = await read({
      sheets: {
        执法案件: [
          ["案件名称", "立案日期"],
          ["甲案", day("2024-03-01")],
        ],
      },
    });
    expect(optional.told).toEqual([]);
    expect(optional.rows).toEqual(['A2 | title A2 text "甲案" | filed B2 date 2024-03-01']);
  });

  it("returns the file where a column stands there twice over some rows, and not otherwise", async () => {
    const twice = [...HEADER, "立案日期"];
    const { told, rows } = await read({ sheets: { 执法案件: [twice, ...TWO.slice(1)] } });
    expect(told).toEqual(["E13 执法案件：“立案日期”出现了两次，无法判断以哪个为准，请只保留一个"]);
    expect(rows).toBeUndefined();
    const unused = await read({ answers: { "1.1/cases": { 填报值: 0 } }, sheets: { 执法案件: [twice] } });
    expect([unused.answer, unused.told]).toEqual(["H2 number 0", []]);
  });

  it("returns the file where two of one name hold rows; one of them alone is the one", async () => {
    const both = await read({ sheets: { 执法案件: TWO, "执法 案件": TWO } });
    expect(both.told).toEqual([
      "E13 ：“执法案件”出现了两次（执法案件、执法 案件），无法判断以哪个为准，请只保留一个",
    ]);
    expect(both.rows).toBeUndefined();
    const one = await read({ sheets: { 执法案件: [HEADER, [1]], "执法 案件": TWO } });
    expect([one.answer, one.told]).toEqual(["H2 number 2", []]);
  });

  it("is missed where records are said to be there, and only then", async () => {
    const { told, answer, rows } = await read({ answers: { "1.1/cases": { 填报值: 2 } } });
    expect([answer, rows]).toEqual(["H2 refused", []]);
    expect(told).toEqual([
      "E33 指标填报!H2：“执法案件”填报为 2 条，而找不到“执法案件”表或其表头（需要列：案件名称、立案日期、罚款金额），请恢复模板原表并逐行填写",
    ]);
  });

  it("is not read without its header, and that is told", async () => {
    const { told, answer } = await read({ sheets: { 执法案件: TWO.slice(1) } });
    expect(answer).toBe("H2 blank");
    expect(told).toEqual([
      "E23 指标填报!H2：“执法案件”未填写，请在同名工作表中逐行填写；没有发生的填0",
      "W02 执法案件：模板以外的工作表“执法案件”，未读取",
    ]);
  });

  it("is not taken for another sheet whatever its columns are called", async () => {
    const { told } = await read({
      answers: { "1.1/cases": { 填报值: 0 } },
      sheets: { 执法案件: [["编号", "材料名称", "项目", "内容", "指标编号", "填报项", "填报值"]] },
    });
    expect(told).toEqual(["W02 执法案件：模板以外的工作表“执法案件”，未读取"]);
  });

  it("of a unit's own file has no verdicts", async () => {
    const [, ...rows] = TWO;
    const { told } = await read({
      sheets: { 执法案件: [[...HEADER, "核查结论", "核查意见"], ...rows.map((row) => [...row, "不认可"])] },
    });
    expect(told).toEqual(["W07 执法案件：含有核查列（核查结论、核查意见），单位自报表中的核查内容不予采用"]);
  });
});

it("is told of blank cells in a list also when the unit is scored, though the list is filled in", async () => {
  const bytes = await handMade(COURT_COUNTY, { answers: REST, sheets: { 执法案件: [...TWO, [3, "丙案"]] } });
  const file = readFile(COURT_COUNTY, { name: "甲县.xlsx", bytes });
  const { assessments, inputs } = await scoreFiles(COURT_COUNTY, [file], { language: "zh-CN" });
  const message = "【甲县.xlsx】执法案件!C4：“立案日期”未填写，请按 2024-03-01 的样式填写";
  expect(inputs[0]?.findings.map((finding) => finding.message)).toEqual([message]);
  expect(assessments[0]?.findings.map((finding) => finding.message)).toEqual([message]);
});

it("says the same in English", async () => {
  const { findings } = await read({
    answers: { "1.1/cases": { 填报值: 3 } },
    sheets: {
      执法案件: [
        ["案件名称", "罚款金额"],
        ["甲案", 5],
        ["合计", 5],
      ],
    },
  });
  expect(toldIn(findings, "en")).toEqual([
    "E33 指标填报!H2：“执法案件”: 3 are reported, and sheet “执法案件” has 1: check them",
    "E23 执法案件：the column “立案日期” is gone: restore the header of the template and fill it in",
    "E37 执法案件!A3：the row “合计” is no record and is not used: remove it",
  ]);
});
