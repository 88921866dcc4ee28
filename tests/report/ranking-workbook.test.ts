import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import ExcelJS from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Results } from "../../src/model/results.js";
import { streamRankingWorkbook, writeRankingWorkbook } from "../../src/report/ranking-workbook.js";
import { manyResults, RESULTS } from "./fixture.js";
import { open, partOf, rowsOf, sheetOf } from "./read.js";

let book: ExcelJS.Workbook;
beforeAll(async () => {
  book = await open(await writeRankingWorkbook(RESULTS, "zh-CN"));
});
interface Formatted {
  readonly conditionalFormattings: { ref: string; rules: { type: string; cfvo: { value: number }[] }[] }[];
}
const sheet = (name: string) => sheetOf(book, name);

async function streamed(results: Results): Promise<ExcelJS.Workbook> {
  const stream = new PassThrough();
  const bytes = buffer(stream);
  const writer = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true });
  streamRankingWorkbook(writer, results, "zh-CN");
  await writer.commit();
  return open(await bytes);
}

describe("排名总表", () => {
  it("lists the ranked units with their figures, a tie marked", () => {
    expect(rowsOf(sheet("排名总表"), 4)).toEqual([
      [
        ...[
          "排名",
          "单位",
          "代码",
          "组别",
          "自评分",
          "规则分",
          "总分",
          "总分图示",
          "证实分",
          "申报分",
          "名次区间",
          "得分率",
          "等次",
          "填报覆盖率",
        ],
        ...["加分", "扣分", "依法履职", "组织保障"],
        ...["较上次变化", "并列标记", "问题数", "备注"],
      ],
      [
        1,
        "甲县",
        "990101",
        "县",
        "—",
        88.35,
        88.35,
        88.35,
        80,
        92.5,
        "1–2",
        0.8835,
        "合格",
        0.953125,
        1,
        0,
        53.88,
        33.47,
        "—",
        "并列",
        2,
        "待核实：发生重大负面事件",
      ],
      [
        1,
        "=1+1",
        "990102",
        "县",
        95,
        88.35,
        88.35,
        88.35,
        88.35,
        88.35,
        "1",
        0.8835,
        "合格",
        0.953125,
        1,
        0,
        88.35,
        "不适用",
        "—",
        "并列",
        0,
        null,
      ],
    ]);
  });

  it("shows points with the system's digits and shares as percentages", () => {
    expect(sheet("排名总表").getCell("E5").numFmt).toBe("0.00");
    expect(sheet("排名总表").getCell("L5").numFmt).toBe("0.0%");
    expect(sheet("排名总表").getCell("A5").numFmt).toBe("0");
  });

  it("shows whole points where the system has no digits", async () => {
    const whole = { ...RESULTS, system: { ...RESULTS.system, digits: 0 } };
    const written = await open(await writeRankingWorkbook(whole, "zh-CN"));
    expect(sheetOf(written, "排名总表").getCell("E5").numFmt).toBe("0");
  });

  it("puts the groups one after the other", async () => {
    const [group] = RESULTS.ranking.groups;
    const [first, second] = group?.ranked ?? [];
    if (!first || !second) throw new Error("an empty fixture");
    const groups = [
      { group: "市辖区", ranked: [{ ...second, rank: 1, tied: false }] },
      { group: "县", ranked: [{ ...first, rank: 1, tied: false }] },
    ];
    const results = { ...RESULTS, ranking: { ...RESULTS.ranking, groups } };
    const written = sheetOf(await open(await writeRankingWorkbook(results, "zh-CN")), "排名总表");
    expect(rowsOf(written, 5).map((row) => [row[0], row[1], row[3], row[19]])).toEqual([
      [1, "=1+1", "市辖区", null],
      [1, "甲县", "县", null],
    ]);
  });
});

it("gives points, maximum and rate of every level-1 place, units that are not ranked last", () => {
  expect(rowsOf(sheet("一级指标得分"), 5)).toEqual([
    ["排名", "单位", "组别", "总分", "得分", "满分", "得分率", "得分", "满分", "得分率"],
    [1, "甲县", "县", 88.35, 53.88, 60, 0.897917, 33.47, 40, 0.83675],
    [1, "=1+1", "县", 88.35, 88.35, 100, 0.8835, "不适用", "不适用", "不适用"],
    ["—", "丙县", "县", 91, 53.88, 60, 0.897917, 33.47, 40, 0.83675],
    ["—", "丁县", "县", 20, 53.88, 60, 0.897917, 33.47, 40, 0.83675],
  ]);
  expect(sheet("一级指标得分").getCell("E4").value).toBe("依法履职");
  expect(sheet("一级指标得分").getCell("H4").value).toBe("组织保障");
});

it("lays items against units in the matrix, each column coloured from nothing to full points", () => {
  expect(rowsOf(sheet("得分矩阵"), 4)).toEqual([
    [null, null, null, null, "1.1", "1.2", "2.1", "B1"],
    [
      "排名",
      "单位",
      "组别",
      "总分",
      "=SUM(A1:A9)出庭应诉（40）",
      "行政复议（20）",
      "法治培训（40）",
      "获得表彰（3）",
    ],
    [1, "甲县", "县", 88.35, 33.88, 20, 33.47, 1],
    [1, "=1+1", "县", 88.35, 40, 20, "不适用", 0],
    ["—", "丙县", "县", 91, 33.88, 20, 33.47, 1],
    ["—", "丁县", "县", 20, 33.88, 20, 33.47, 1],
  ]);
  const { conditionalFormattings } = sheet("得分矩阵") as unknown as Formatted;
  expect(
    conditionalFormattings.map(({ ref, rules }) => [ref, rules[0]?.type, rules[0]?.cfvo.at(-1)?.value]),
  ).toEqual([
    ["E6:E9", "colorScale", 40],
    ["F6:F9", "colorScale", 20],
    ["G6:G9", "colorScale", 40],
    ["H6:H9", "colorScale", 3],
  ]);
});

it("lists every gap of every unit, with what is, what is required and what is within reach", () => {
  const rows = rowsOf(sheet("差距清单"), 5);
  expect(rows).toHaveLength(3);
  expect(rows[0]).toEqual([
    ...["甲县", "990101", "县", 1, 1, "1.1", "=SUM(A1:A9)出庭应诉", "依法履职", "a", "未达标", 6.125, 6.125],
    "负责人出庭率：92%\n是否建立档案：否",
    "负责人出庭率 ≥ 100%",
    "92% → 95%：+0.4\n92% → 100%：+6.125",
    "甲县.xlsx 指标填报!I5、I6、I7",
    "落实出庭应诉制度",
    "司法局、各乡镇",
  ]);
  expect(rows[1]?.slice(12, 16)).toEqual([
    "人均培训学时：未填报",
    "人均培训学时 ≥ 60学时，且（是否建立档案 为 是，或（不应：负责人出庭率 ＜ 人均培训学时））",
    "—",
    "甲县.xlsx 指标填报!I9",
  ]);
  expect(rows[2]?.slice(5, 13)).toEqual([
    ...["v1", "发生重大负面事件", "—", "—", "待核定", 0, 0],
    "“发生重大负面事件”待核实",
  ]);
});

it("tells of returned and manual files first, then of the findings of scored files", () => {
  expect(rowsOf(sheet("退回与问题"), 4)).toEqual([
    ["文件", "单位", "材料类别", "处理结果", "代码", "位置", "说明", "影响"],
    ["戊县.xls", "—", "申报材料", "退回", "E02", "—", "不是 .xlsx 文件", "整份退回，不评分"],
    ["己县.xlsx", "—", "申报材料", "转人工", "—", "—", "文件已不在原处", "—"],
    [
      "甲县.xlsx",
      "甲县",
      "申报材料",
      "已评分",
      "E19",
      "指标填报!I9",
      "应为数字，实际为“60余”",
      "该值按缺报处理",
    ],
    ["甲县.xlsx", "甲县", "申报材料", "已评分", "W01", "—", "含宏，已忽略", "提示"],
  ]);
});

it("lists units that are not ranked with the reason", () => {
  expect(rowsOf(sheet("不参与排名"), 5)).toEqual([
    ["丙县", "990103", "县", 91, 0.91, 0.953125, "触发否决", "发生重大负面事件"],
    ["丁县", "990104", "县", 20, 0.2, 0.25, "资料不足，不参与排名", "填报覆盖率 25%，低于 60%"],
  ]);
});

it("says by which system, of how many files, and by which rules", () => {
  expect(rowsOf(sheet("说明"), 5)).toEqual([
    ["指标体系", "法治建设评估（试行）"],
    ["指标体系编号", "report-fixture"],
    ["版本", "2.0.0"],
    ["系统哈希 SHA-256", "ab".repeat(32)],
    ["发布单位", "某省评估组"],
    ["特别说明", "分值为示例，非官方分值"],
    ["评分引擎", "faping 0.1.0"],
    ["输入文件", "共 6 个文件 = 已评分 4 + 退回 1 + 转人工 1。"],
    ["已评分单位", "共 4 个单位 = 参与排名 2 + 不参与排名 2。"],
    [
      "排名办法",
      "分组，按总分从高到低排名；总分相同的依次比较“组织保障”、“加分”；仍相同的名次并列，其后名次顺延（如 1、2、2、4）。",
    ],
    [
      "等次",
      "优秀：总分不低于 85；各一级指标得分率不低于 70%；不超过本组参与排名单位数的 30%，名额边界上并列的不列入。",
    ],
    ["等次", "合格：总分不低于 60。"],
    ["填报覆盖率", "已填报指标的分值占适用指标分值的比例。低于 60% 的单位照常评分，不参与排名。"],
    [
      "规则分与核定分",
      "自评分：单位自己申报的得分；规则分：按填报数据和评分细则计算的得分；核定分：经核查后的得分，即总分。未经核查的，核定分等于规则分。",
    ],
    ["证实分与申报分", "证实分：缺佐证和待核定的内容全部不认可时的总分；申报分：全部认可时的总分。"],
    [
      "名次区间",
      "待核定和缺佐证的内容全部有利或全部不利时，可能到达的最好名次与最差名次，其他单位的未定内容也一并考虑；两者相同的只写一个名次。",
    ],
    ["符号", "“—”表示没有该项数据；“不适用”表示该指标对该单位不适用，不计入分母。"],
  ]);
});

describe("a bar beside the total", () => {
  it("runs from nothing to the total of the system, over the whole cell", async () => {
    const { conditionalFormattings } = sheet("排名总表") as unknown as Formatted;
    expect(conditionalFormattings.map(({ ref, rules }) => [ref, rules[0]?.type])).toEqual([
      ["H5:H6", "dataBar"],
    ]);
    const xml = await partOf(await writeRankingWorkbook(RESULTS, "zh-CN"), "xl/worksheets/sheet1.xml");
    expect(xml).toContain(
      '<dataBar minLength="0" maxLength="100"><cfvo type="num" val="0"/><cfvo type="num" val="100"/><color rgb="FF7F9CC4"/></dataBar>',
    );
    expect(xml).toMatch(/<x14:dataBar minLength="0" maxLength="100"[^>]* gradient="0"/);
    expect(sheet("排名总表").getCell("H5").numFmt).toBe(";;;");
  });
});

describe("较上次变化", () => {
  it("tells ranks and points won or lost, and who was not there", async () => {
    const units = [{ code: "990101", total: "90.00", rank: 3 }];
    const rules = { id: "report-fixture", version: "1.0.0", sha256: "cd".repeat(32) };
    const previous = { file: "上次.json", sha256: "ef".repeat(32), bytes: 10, system: rules, units };
    const written = await open(await writeRankingWorkbook({ ...RESULTS, previous }, "zh-CN"));
    const changes = rowsOf(sheetOf(written, "排名总表"), 5).map((row) => row.at(-4));
    expect(changes).toEqual(["名次↑2，总分 -1.65", "上次未参评"]);
  });
});

describe("every sheet", () => {
  it("stands in order, carries the notice and is ready to print", () => {
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      ...["排名总表", "一级指标得分", "得分矩阵", "分数台账", "差距清单", "退回与问题", "不参与排名", "说明"],
    ]);
    for (const { name, pageSetup, views, autoFilter, ...rest } of book.worksheets) {
      expect(sheet(name).getCell("A2").value, name).toBe("分值为示例，非官方分值");
      expect(pageSetup, name).toMatchObject({
        paperSize: 8,
        orientation: "landscape",
        fitToPage: true,
        fitToWidth: 1,
      });
      expect(pageSetup.printTitlesRow, name).toMatch(/^1:[45]$/);
      expect(views[0]?.state, name).toBe("frozen");
      expect(autoFilter, name).toBeTruthy();
      expect(rest).toBeTruthy();
    }
  });

  it("keeps texts that look like formulas as texts, without control characters", () => {
    for (const { name } of book.worksheets) {
      sheet(name).eachRow((row) => {
        row.eachCell((cell) => {
          expect([ExcelJS.ValueType.Formula, ExcelJS.ValueType.Hyperlink], cell.address).not.toContain(
            cell.type,
          );
        });
      });
    }
    expect(sheet("排名总表").getCell("B6").type).toBe(ExcelJS.ValueType.String);
    expect(sheet("不参与排名").getCell("A5").value).toBe("丙县");
  });

  it("says so where there is nothing to list", async () => {
    const none: Results = {
      ...RESULTS,
      inputs: [],
      assessments: [],
      ranking: { groups: [], lines: [], apart: [] },
    };
    const written = await open(await writeRankingWorkbook(none, "zh-CN"));
    for (const { name } of written.worksheets.slice(0, -1)) {
      const at = name === "一级指标得分" || name === "得分矩阵" ? "A6" : "A5";
      expect(sheetOf(written, name).getCell(at).value, name).toBe("—");
    }
  });

  it("is written in English too", async () => {
    const written = await open(await writeRankingWorkbook(RESULTS, "en"));
    expect(written.worksheets.map(({ name }) => name)).toEqual([
      ...[
        "Ranking",
        "Level-1 points",
        "Points matrix",
        "Score ledger",
        "Gaps",
        "Returned and findings",
        "Not ranked",
        "About",
      ],
    ]);
    expect(sheetOf(written, "Gaps").getCell("O5").value).toBe("92% → 95%: +0.4\n92% → 100%: +6.125");
  });
});

describe("a streamed workbook", () => {
  it("holds the same cells as the one in memory", async () => {
    const other = await streamed(RESULTS);
    // The one in memory has a column of bars besides.
    const overview = sheetOf(book, "排名总表");
    const without = rowsOf(overview, 1).map((row) => row.filter((_, index) => index !== 7));
    expect(rowsOf(sheetOf(other, "排名总表"), 1)).toEqual(without);
    for (const { name } of book.worksheets.slice(1)) {
      expect(rowsOf(sheetOf(other, name), 1), name).toEqual(rowsOf(sheet(name), 1));
      expect(sheetOf(other, name).pageSetup.printTitlesRow).toBe(sheet(name).pageSetup.printTitlesRow);
      expect(sheetOf(other, name).getCell("A5").style).toEqual(sheet(name).getCell("A5").style);
    }
  });

  it("carries 300 units by 100 items", async () => {
    const matrix = sheetOf(await streamed(manyResults(300, 100)), "得分矩阵");
    expect([matrix.rowCount, matrix.columnCount]).toEqual([305, 104]);
    expect(matrix.getCell("CZ305").value).toBe((299 + 99 * 7) % 41);
    expect(matrix.pageSetup).toMatchObject({ fitToWidth: 3, printTitlesColumn: "A:B" });
  });
});
