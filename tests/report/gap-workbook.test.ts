import type ExcelJS from "exceljs";
import { beforeAll, expect, it } from "vitest";
import { writeGapWorkbook } from "../../src/report/gap-workbook.js";
import { RESULTS } from "./fixture.js";
import { open, rowsOf, sheetOf } from "./read.js";

let book: ExcelJS.Workbook;
beforeAll(async () => {
  book = await open(await writeGapWorkbook(RESULTS, "990101", "zh-CN"));
});
const rows = (name: string, first: number) => rowsOf(sheetOf(book, name), first);

it("has its sheets in order, the notice on each", () => {
  expect(book.worksheets.map(({ name }) => name)).toEqual([
    "得分概览",
    "差距清单",
    "整改台账",
    "整改数据",
    "分数台账",
    "填报问题",
  ]);
  for (const sheet of book.worksheets) expect(sheet.getCell("A2").value).toBe("分值为示例，非官方分值");
});

it("opens with the unit's figures, its level-1 places and its vetoes", () => {
  const blank = (row: unknown[]) => [...row, ...Array(5 - row.length).fill(null)];
  expect(rows("得分概览", 4)).toEqual(
    [
      ["单位", "甲县"],
      ["代码", "990101"],
      ["组别", "县"],
      ["自评分", "—"],
      ["规则分", 88.35],
      ["总分（核定分）", 88.35],
      ["证实分", 80],
      ["申报分", 92.5],
      ["满分", 100],
      ["得分率", 0.8835],
      ["排名状态", "第 1 名（并列），本组 2 个单位参与排名"],
      ["名次区间", "1–2"],
      ["等次", "合格"],
      ["填报覆盖率", 0.953125],
      ["加分", 1],
      ["扣分", 0],
      ["差距条数", 3],
      ["填报问题", 2],
      ["一级指标得分"],
      ["指标编号", "一级指标", "得分", "满分", "得分率"],
      ["1", "依法履职", 53.88, 60, 0.897917],
      ["2", "组织保障", 33.47, 40, 0.83675],
      ["否决事项"],
      ["代码", "否决事项", "状态", "失分", "影响"],
      ["v1", "发生重大负面事件", "待核实", 0, "“组织保障”记零分"],
    ].map(blank),
  );
});

it("says why a unit is not ranked", async () => {
  const apart = await open(await writeGapWorkbook(RESULTS, "990104", "zh-CN"));
  expect(sheetOf(apart, "得分概览").getCell("B14").value).toBe(
    "资料不足，不参与排名：填报覆盖率 25%，低于 60%",
  );
});

it("lists the gaps in the order of the results", () => {
  const [header, ...gaps] = rows("差距清单", 4);
  expect(header).toEqual([
    ...["序号", "指标编号", "指标", "一级指标", "条款", "类型", "失分", "影响总分"],
    ...["现状", "要求", "可达台阶", "出处", "改进建议", "责任单位"],
  ]);
  expect(gaps.map((row) => [row[0], row[1], row[5], row[7]])).toEqual([
    [1, "1.1", "未达标", 6.125],
    [2, "2.1", "未填报", 3],
    [3, "v1", "待核定", 0],
  ]);
  expect(sheetOf(book, "差距清单").getCell("G5").numFmt).toBe("0.00####");
});

it("starts the ledger with what the unit can work on", () => {
  expect(rows("整改台账", 4)).toEqual([
    [
      ...[
        "序号",
        "指标编号",
        "指标",
        "问题表现",
        "扣分",
        "可挽回分",
        "整改措施",
        "责任单位",
        "责任人",
        "整改时限",
      ],
      ...["佐证材料", "完成情况", "键"],
    ],
    [
      ...[1, "1.1", "=SUM(A1:A9)出庭应诉", "负责人出庭率为92%，未达到100%", 6.125, 6.125],
      ...["落实出庭应诉制度", "司法局、各乡镇", null, null, null, null, "990101 1.1#a"],
    ],
    [2, "2.1", "法治培训", "人均培训学时未填报", 3, 3, null, null, null, null, null, null, "990101 2.1#b"],
  ]);
});

it("knows the rows of the ledger by a hidden key", () => {
  const sheet = sheetOf(book, "整改台账");
  expect(sheet.getColumn(13).hidden).toBe(true);
  expect(sheet.getColumn(12).hidden).toBe(false);
});

it("lists the findings of the unit's file", () => {
  expect(rows("填报问题", 4)).toEqual([
    ["代码", "位置", "说明", "影响"],
    ["E19", "指标填报!I9", "应为数字，实际为“60余”", "该值按缺报处理"],
    ["W01", "—", "含宏，已忽略", "提示"],
  ]);
});

it("refuses a unit that was not assessed", async () => {
  await expect(writeGapWorkbook(RESULTS, "000000", "zh-CN")).rejects.toThrow(RangeError);
});
