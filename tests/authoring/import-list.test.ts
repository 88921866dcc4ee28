import { describe, expect, it } from "vitest";
import { type ImportOptions, importList } from "../../src/authoring/import-list.js";
import { isLintError } from "../../src/model/lint-finding.js";
import { fromNumber, toDecimal } from "../../src/model/rational.js";
import { loadSystem } from "../../src/system/load.js";
import { bookOf } from "../support/hand-made.js";

type Rows = Parameters<typeof bookOf>[0][string];

/** The list of one sheet, imported: the tree in words, the notes with their cells, the readings. */
async function imported(rows: Rows, merge: string[] = [], more: Partial<ImportOptions> = {}) {
  const bytes = await bookOf(
    { Sheet1: rows },
    merge.map((range) => `Sheet1!${range}`),
  );
  const outcome = importList(bytes, "清单.xlsx", { id: "list", title: "试行指标", ...more });
  if ("refused" in outcome) return { refused: outcome.refused };
  const file = (name: string) => new TextEncoder().encode(outcome.files.get(name) ?? "");
  const { system, findings } = loadSystem({ name: "system.json", bytes: file("system.json"), read: file });
  expect(findings.filter(isLintError)).toEqual([]);
  return {
    files: [...outcome.files.keys()],
    tree: [
      ...(system?.nodes ?? []).map(({ id, title, points }) => `${id} ${title} ${toDecimal(points)}`),
      ...(system?.items ?? []).map(
        ({ id, title, kind, points }) => `${id} ${title} ${kind} ${toDecimal(points)}`,
      ),
    ],
    notes: outcome.notes.map(({ code, source }) => `${source.cell} ${code}`),
    judged: outcome.readings.filter(({ rules }) => rules.reasons.length > 0).map(({ id }) => id),
    items: system?.items ?? [],
  };
}

describe("a plain list as bureaus keep it", () => {
  it("has merged and blank cells, points in its headings, and numbers in front of titles", async () => {
    const list = await imported(
      [
        ["法治政府建设考评表"],
        ["一级指标", "二级指标", "考评项目", "标准分", "评分标准", "责任部门"],
        [
          "一、政府职能（5分）",
          "1.政务服务（3分）",
          "（1）网上办理",
          2,
          "达到90%得满分，每低1个百分点扣0.1分。",
          "政务局、司法局",
        ],
        ["", "", "（2）服务评价", 1, "制定评价办法的得满分，未制定的不得分。", "政务局"],
        ["", "2.市场监管", "公平竞争审查", 2, "发生一起违规扣1分。", ""],
        ["二、行政执法", "执法队伍", "执法培训", "3分", "由考评组评定。", ""],
        ["合计", "", "", 8, "", ""],
      ],
      ["A3:A5", "B3:B4", "A7:C7"],
    );
    expect(list).toMatchObject({
      files: ["system.json", "items/1.json", "items/2.json"],
      tree: [
        "1 政府职能 5",
        "1.1 政务服务 3",
        "1.2 市场监管 2",
        "2 行政执法 3",
        "2.1 执法队伍 3",
        "1.1.1 网上办理 scored 2",
        "1.1.2 服务评价 scored 1",
        "1.2.1 公平竞争审查 scored 2",
        "2.1.1 执法培训 scored 3",
      ],
      notes: ["E6 judged"],
      judged: ["2.1.1"],
    });
    expect(list.items?.[0]?.responsible).toEqual(["政务局", "司法局"]);
  });

  it("tells where its points do not add up, and goes by the items", async () => {
    const list = await imported(
      [
        ["一级", "分值", "二级", "分值", "评分标准"],
        ["行政执法", 6, "持证", 2, "无证执法的扣1分。"],
        ["", "", "培训", 3, "未建立档案的扣1分。"],
        ["总计", "", "", 7, ""],
      ],
      ["A2:A3", "B2:B3"],
      { total: fromNumber(10) },
    );
    expect(list.tree?.[0]).toBe("1 行政执法 5");
    expect(list.notes).toEqual(["A1 total-sum", "A2 node-sum"]);
  });

  it("has rows without points: they are asked for and not scored", async () => {
    const list = await imported([
      ["一级指标", "二级指标", "分值", "计分办法"],
      ["行政执法", "持证", 2, ""],
      ["", "培训", "", "未建立档案的扣1分。"],
      ["", "评查", "2—3", "未评查的扣1分。"],
    ]);
    expect(list.tree).toEqual(["1 行政执法 2", "1.1 持证 scored 2", "1.2 培训 info 0", "1.3 评查 info 0"]);
    expect(list.notes).toEqual(["D2 no-criterion", "B3 no-points", "B4 no-points", "C4 points-unreadable"]);
  });

  it("has several rows to one title: a criterion that goes on, or points of their own", async () => {
    const list = await imported(
      [
        ["一级指标", "二级指标", "分值", "评分标准"],
        ["行政执法", "培训", 3, "未建立档案的扣1分。"],
        ["", "", "", "未报送总结的扣1分。"],
        ["", "", 2, "未组织考试的扣1分。"],
      ],
      ["B2:B4", "A2:A4"],
    );
    expect(list.tree).toEqual(["1 行政执法 5", "1.1 培训 scored 3", "1.2 培训（2） scored 2"]);
    expect(list.items?.[0]?.clauses).toHaveLength(2);
    expect(list.notes).toEqual(["B4 same-title"]);
  });

  it("says a title again for more of the same item", async () => {
    const list = await imported([
      ["一级指标", "二级指标", "分值", "评分标准"],
      ["行政执法", "培训", 3, "未建立档案的扣1分。"],
      ["行政执法", "培训", "", "未报送总结的扣1分。"],
    ]);
    expect(list.tree).toEqual(["1 行政执法 3", "1.1 培训 scored 3"]);
    expect(list.items?.[0]?.clauses).toHaveLength(2);
  });

  it("has points that are merged over several items: nobody knows whose", async () => {
    const list = await imported(
      [
        ["一级指标", "二级指标", "分值", "评分标准"],
        ["行政执法", "持证", 5, "未持证的扣1分。"],
        ["", "培训", "", "未培训的扣1分。"],
        ["", "评查", 2, "未评查案卷的扣1分。"],
      ],
      ["C2:C3"],
    );
    expect(list.tree).toEqual(["1 行政执法 2", "1.1 持证 info 0", "1.2 培训 info 0", "1.3 评查 scored 2"]);
    expect(list.notes).toEqual(["B2 no-points", "C2 merged-over-items", "B3 no-points"]);
  });

  it("has bonus and deduction headings, and counts its rows", async () => {
    const list = await imported([
      ["序号", "一级指标", "二级指标", "分值", "评分标准"],
      [1, "行政执法", "持证", 100, "发生一起无证执法扣5分。"],
      [2, "加分项", "表彰", 10, "国家级表彰加4分，省级加3分，市级加1分，总分不超过10分"],
      [3, "扣分项", "通报", -2, "被通报的，每次扣0.5分。"],
    ]);
    expect(list.tree).toEqual([
      "1 行政执法 100",
      "1.1 持证 scored 100",
      "J1 表彰 bonus 10",
      "K1 通报 deduction 2",
    ]);
    expect(list.items?.map(({ no }) => no)).toEqual([1, 2, 3]);
    expect(list.notes).toEqual(["B1 bonus-cap"]);
  });

  it("asks for its materials: documents for what is asked, themselves where an item is judged", async () => {
    const list = await imported([
      ["一级指标", "二级指标", "分值", "评分标准", "主要资料", "备注"],
      ["行政执法", "培训", 2, "未建立档案的扣1分。", "培训档案", ""],
      ["", "创新", 3, "由考评组评定。", "创新案例", ""],
    ]);
    const fields = list.items?.flatMap((item) =>
      item.fields.map(({ label, type, documents }) => ({ label, type, documents })),
    );
    expect(fields).toEqual([
      { label: "是否建立档案", type: "boolean", documents: 1 },
      { label: "佐证材料：创新案例", type: "text", documents: 1 },
    ]);
    expect(list.notes).toEqual(["F1 column-not-read", "D3 judged"]);
  });

  it("is judged where the list asks for other fields than its wording needs", async () => {
    const list = await imported([
      ["一级指标", "分值", "评分标准", "填报项", "类型"],
      ["培训", 2, "未建立档案的扣1分。", "是否建立档案", "是否"],
      ["考试", 2, "未组织考试的扣1分。", "考试次数", "整数"],
    ]);
    expect(list.judged).toEqual(["2"]);
  });

  it("is refused where there is none, or more than one", async () => {
    expect(
      await imported([
        ["姓名", "电话"],
        ["甲", "1"],
      ]),
    ).toEqual({ refused: "no-list" });
    expect(await imported([["一级指标", "分值"]])).toEqual({ refused: "no-items" });
    const rows = [
      ["一级指标", "分值"],
      ["执法", 1],
    ];
    const two = await bookOf({ 甲类: rows, 乙类: rows });
    const options = { id: "list", title: "试行指标" };
    expect(importList(two, "清单.xlsx", options)).toEqual({
      refused: "several-lists",
      sheets: ["甲类", "乙类"],
    });
    expect("files" in importList(two, "清单.xlsx", { ...options, sheet: "乙类" })).toBe(true);
  });
});
