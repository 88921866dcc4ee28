import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { exportList } from "../../src/authoring/export-list.js";
import { loadSystem } from "../../src/system/load.js";
import { systemFiles } from "../support/files.js";

const SYSTEM = {
  format: "faping-system/1",
  id: "list",
  version: "1",
  title: "试行指标",
  levels: ["目标", "指标"],
  total: 2,
  nodes: [{ id: "1", title: "行政执法" }],
  items: [
    {
      id: "1.1",
      parent: "1",
      title: "=1+1",
      points: 2,
      criterion: "未持证的扣1分",
      responsible: ["司法局", "编办"],
      evidence: [
        { fact: "held", label: "是否持证", type: "boolean" },
        { fact: "grade", label: "评查等次", type: "choice", options: ["优", "差"], by: "assessor" },
      ],
      clauses: [
        { id: "a", when: { fact: "held", operator: "equal", value: false }, deduct: 1 },
        { id: "b", deduct: { choice: "grade", points: { 优: 0, 差: 1 } } },
      ],
    },
  ],
};

describe("the plain list of a system", () => {
  it("has a row per item and per further field, headers in sight, and texts that are never formulas", async () => {
    const { system } = loadSystem(systemFiles({ "system.json": SYSTEM }));
    if (!system) throw new Error("no system");
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await exportList(system)).buffer as ArrayBuffer);
    const sheet = book.getWorksheet("指标清单");
    if (!sheet) throw new Error("no sheet");
    const rows = [3, 4, 5].map((row) => (sheet.getRow(row).values as unknown[]).slice(1));
    expect(rows[0]?.slice(0, 5)).toEqual(["一级指标", "二级指标", "编号", "分值", "评分标准"]);
    expect(rows[1]?.slice(0, 7)).toEqual(["行政执法", "=1+1", "1.1", 2, "未持证的扣1分", "是否持证", "是否"]);
    expect(rows[1]?.[10]).toBe("司法局、编办");
    expect(rows[2]?.slice(5, 9)).toEqual(["评查等次", "选择：优｜差", undefined, "评估方"]);
    expect(sheet.getCell("B4").formula).toBeUndefined();
    expect(sheet.views[0]).toMatchObject({ state: "frozen", ySplit: 3 });
    expect(sheet.pageSetup.printTitlesRow).toBe("1:3");
  });
});
