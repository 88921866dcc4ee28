import type ExcelJS from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import { writeGapWorkbook } from "../../src/report/gap-workbook.js";
import { writeRankingWorkbook } from "../../src/report/ranking-workbook.js";
import { open, rowsOf, sheetOf } from "./read.js";
import { VERIFIED } from "./verified-fixture.js";

let ranking: ExcelJS.Workbook;
let unit: ExcelJS.Workbook;
beforeAll(async () => {
  ranking = await open(await writeRankingWorkbook(VERIFIED, "zh-CN"));
  unit = await open(await writeGapWorkbook(VERIFIED, "990101", "zh-CN"));
});
const all = (name: string, first: number) => rowsOf(sheetOf(ranking, name), first);
const own = (name: string, first: number) => rowsOf(sheetOf(unit, name), first);

describe("the ranking workbook after verification", () => {
  it("has its sheets in order, the optional ones where there is something in them", () => {
    expect(ranking.worksheets.map(({ name }) => name)).toEqual([
      ...["排名总表", "一级指标得分", "得分矩阵", "分数台账", "自评偏高", "差距清单", "等次边界"],
      ...["核查记录", "评委分歧", "一致性", "退回与问题", "不参与排名", "说明"],
    ]);
  });

  it("shows what verification and the rules moved, at the total and per level-1 place", () => {
    expect(all("分数台账", 4).slice(0, 7)).toEqual([
      [
        ...["排名", "单位", "组别", "指标", "满分"],
        ...["自评分", "规则分", "核定分", "自评→规则", "规则→核定"],
      ],
      // 91 − 99.5 and 88.35 − 91, in decimals: −8.5 and −2.65, not −2.6500000000000057.
      [1, "甲县", "县", "总分", 100, 99.5, 91, 88.35, -8.5, -2.65],
      [1, "甲县", "县", "依法履职", 60, 60, 55, 53.88, -5, -1.12],
      [1, "甲县", "县", "组织保障", 40, 39.5, 35, 33.47, -4.5, -1.53],
      [1, "=1+1", "县", "总分", 100, 95, 88.35, 88.35, -6.65, 0],
      [1, "=1+1", "县", "依法履职", 100, "—", 88.35, 88.35, "—", 0],
      [1, "=1+1", "县", "组织保障", ...Array(6).fill("不适用")],
    ]);
    expect(sheetOf(ranking, "分数台账").getCell("I5").numFmt).toBe("+0.00;-0.00;0.00");
  });

  it("lists the items where self-scores stand furthest above the points, largest first", () => {
    expect(all("自评偏高", 5)).toEqual([
      [1, "甲县", "990101", "县", "1.1", "=SUM(A1:A9)出庭应诉", 40, 40, 36, 33.88, 6.12],
      [2, "甲县", "990101", "县", "2.1", "法治培训", 40, 39.5, 35, 33.47, 6.03],
      [3, "=1+1", "990102", "县", "1.1", "=SUM(A1:A9)出庭应诉", 40, 42, 40, 40, 2],
    ]);
  });

  it("compares no self-score with what nobody has judged yet", async () => {
    const pending = VERIFIED.assessments.map((one) => ({
      ...one,
      items: one.items.map((item) => (item.id === "1.1" ? { ...item, status: "pending" as const } : item)),
    }));
    const book = await open(await writeRankingWorkbook({ ...VERIFIED, assessments: pending }, "zh-CN"));
    expect(rowsOf(sheetOf(book, "自评偏高"), 5).map((row) => [row[1], row[4]])).toEqual([["甲县", "2.1"]]);
  });

  it("lists who may cross the line of a grade, and by what", () => {
    expect(all("等次边界", 4)).toEqual([
      [
        ...["单位", "代码", "组别", "总分", "等次", "目前", "指标编号", "指标"],
        ...["可增总分", "可减总分", "单项可越线"],
      ],
      [
        ...["甲县", "990101", "县", 88.35, "合格", "已达到", "1.1", "=SUM(A1:A9)出庭应诉"],
        ...[2, 30.5, "是"],
      ],
      ["甲县", "990101", "县", 88.35, "合格", "已达到", "2.1", "法治培训", 0, 3, "否"],
    ]);
  });

  it("records every change with its reason, its author and its cells", () => {
    const signed = (reason: string, cells: string) => [reason, "王评委", "2025-03-01", cells];
    const at = (one: string) => `甲县-核查-1.xlsx 指标填报!${one}`;
    expect(all("核查记录", 4)).toEqual([
      [
        ...["单位", "代码", "指标编号", "指标", "核查内容", "核查前", "核查后"],
        ...["核查意见", "核查人", "核查日期", "出处"],
      ],
      [
        ...["甲县", "990101", "1.1", "=SUM(A1:A9)出庭应诉", "负责人出庭率", "95%", "92%"],
        ...signed("卷宗显示两件未出庭", at("N5")),
      ],
      [
        ...["甲县", "990101", "1.2", "行政复议", "行政复议案件（指标填报!A7 一行）", "—", "不认可"],
        ...signed("重复登记", at("N5")),
      ],
      [
        ...["甲县", "990101", "1.2", "行政复议", "评判（细则 j）", "—", "4"],
        ...signed("制度健全，执行一般", `${at("N8")}；甲县-核查-2.xlsx 指标填报!N8`),
      ],
      [
        ...["甲县", "990101", "2.1", "法治培训", "人均培训学时", "60学时", "不认可"],
        ...signed("无签到记录", at("N5")),
      ],
      [
        ...["甲县", "990101", "2.1", "法治培训", "核查分", "35.00", "33.47"],
        ...signed("现场抽查不合格", at("N5")),
      ],
    ]);
  });

  it("says where the panel differs, and what was made of it", () => {
    expect(all("评委分歧", 5).map((row) => row.slice(4))).toEqual([
      [
        "负责人出庭率",
        "王评委：92%（甲县-核查-1.xlsx 指标填报!M5）\n甲县-核查-2.xlsx：认可（甲县-核查-2.xlsx）",
        "92%",
      ],
      [
        "评判（细则 j）",
        "王评委：3（甲县-核查-1.xlsx 指标填报!N8）\n李评委：5（甲县-核查-2.xlsx 指标填报!N8）",
        "4",
      ],
      ["核查分", null, "未采用，以填报为准"],
    ]);
  });

  it("gives the agreement per item; no alpha where nobody differs", () => {
    expect(all("一致性", 4)).toEqual([
      ["指标编号", "指标", "单位数", "比较对数", "一致率", "α系数"],
      ["1.1", "=SUM(A1:A9)出庭应诉", 3, 3, 0.666667, 0.8125],
      ["1.2", "行政复议", 2, 2, 1, "—"],
    ]);
  });

  it("lists facts and copies of which nothing counts among the returned files", () => {
    expect(all("退回与问题", 5).map((row) => row.slice(0, 5))).toEqual([
      ["戊县.xls", "—", "申报材料", "退回", "E02"],
      ["己县.xlsx", "—", "申报材料", "转人工", "—"],
      ["旧数据.csv", "—", "他方数据", "未采用，与本次单位无关", "—"],
      ["庚县-核查.xlsx", "庚县", "核查表", "退回", "E28"],
      ["甲县.xlsx", "甲县", "申报材料", "已评分", "E19"],
      ["甲县.xlsx", "甲县", "申报材料", "已评分", "W01"],
      ["甲县-核查-1.xlsx", "甲县", "核查表", "已采用", "W09"],
    ]);
  });

  it("says how many facts files and copies there were, and how the panel was put together", () => {
    const about = new Map(all("说明", 5).map((row) => [row[0], row[1]]));
    expect(about.get("他方数据")).toBe("共 2 个文件 = 已采用 1 + 与本次单位无关 1 + 退回 0。");
    expect(about.get("核查表")).toBe("共 2 个文件 = 已采用 1 + 与本次单位无关 0 + 退回 1。");
    expect(about.get("评委评分")).toBe("去掉一个最高分和一个最低分后取平均值");
  });
});

describe("the gap workbook after verification", () => {
  it("has a ledger and the record of verification", () => {
    expect(unit.worksheets.map(({ name }) => name)).toEqual([
      ...["得分概览", "差距清单", "整改台账", "整改数据", "分数台账", "核查记录", "填报问题"],
    ]);
  });

  it("opens with the way from the self-score to the verified one, and with who has handed in", () => {
    const figures = new Map(own("得分概览", 4).map((row) => [row[0], row[1]]));
    expect([figures.get("自评分"), figures.get("规则分"), figures.get("总分（核定分）")]).toEqual([
      99.5, 91, 88.35,
    ]);
    expect([figures.get("已报送部门"), figures.get("未报送部门")]).toEqual(["司法局、县法院", "人社局"]);
  });

  it("says of every item who moved it and why", () => {
    expect(own("分数台账", 4)).toEqual([
      [
        ...["指标编号", "指标", "一级指标", "满分"],
        ...["自评分", "规则分", "核定分", "自评→规则", "规则→核定", "核查人", "核查意见"],
      ],
      [
        ...["1.1", "=SUM(A1:A9)出庭应诉", "依法履职", 40, 40, 36, 33.88, -4, -2.12],
        ...["王评委", "卷宗显示两件未出庭"],
      ],
      [
        ...["1.2", "行政复议", "依法履职", 20, 20, 19, 20, -1, 1],
        ...["王评委", "重复登记\n制度健全，执行一般"],
      ],
      [
        ...["2.1", "法治培训", "组织保障", 40, 39.5, 35, 33.47, -4.5, -1.53],
        ...["王评委", "无签到记录\n现场抽查不合格"],
      ],
      ["B1", "获得表彰", "加分项", 3, "—", 1, 1, "—", 0, null, null],
    ]);
  });

  it("records what was changed, in the columns of the ranking workbook", () => {
    expect(own("核查记录", 5)).toEqual(all("核查记录", 5).map((row) => row.slice(2)));
  });

  it("tells why an assessor took points off", () => {
    const gaps = own("差距清单", 5).slice(3);
    expect(gaps.map((row) => [row[4], row[5], row[8]])).toEqual([
      ["—", "评估方核定", "评估方核定后失分\n现场抽查不合格"],
      ["a", "核查不认可", "人均培训学时：核查不认可\n无签到记录"],
    ]);
    expect(
      own("整改台账", 5)
        .map((row) => row[3])
        .slice(-2),
    ).toEqual(["评估方核定后失分\n现场抽查不合格", "核查不予认可：人均培训学时\n无签到记录"]);
  });
});
