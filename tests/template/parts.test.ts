import type ExcelJS from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import { readSubmission } from "../../src/intake/read-submission.js";
import { departmentsOf } from "../../src/model/departments.js";
import { GUIDE, SHEETS } from "../../src/model/form.js";
import { writeTemplate } from "../../src/template/template.js";
import { open } from "../support/county.js";
import { sheetOf } from "../support/places.js";
import { DOCUMENT, load } from "./fixture.js";
import { linesOf, Table } from "./table.js";

const system = load(DOCUMENT);
const parts: Record<string, ExcelJS.Workbook> = {};
beforeAll(async () => {
  for (const responsible of departmentsOf(system)) {
    parts[responsible] = await open(await writeTemplate(system, { responsible }));
  }
});
const part = (name: string): ExcelJS.Workbook => {
  const book = parts[name];
  if (!book) throw new Error(`no part ${name}`);
  return book;
};
const keys = (name: string) => new Table(part(name), SHEETS.answers).column("键");

describe("the departments of a system", () => {
  it("are named once each, in document order", () => {
    expect(departmentsOf(system)).toEqual(["司法局", "人社局", "信访局"]);
  });

  it("are only those of items that ask the unit for something", () => {
    const info = { id: "2.1.9", parent: "2.1", title: "说明", kind: "info", responsible: ["档案局"] };
    const others = {
      ...info,
      id: "2.1.8",
      responsible: ["统计局"],
      evidence: [{ fact: "surveyed", label: "抽样数", type: "integer", by: "third-party" }],
    };
    expect(departmentsOf(load({ ...DOCUMENT, items: [info, others, ...DOCUMENT.items] }))).toEqual(
      departmentsOf(system),
    );
  });
});

describe("a department's part", () => {
  it("holds the rows of its own items alone", () => {
    expect(keys("人社局")).toEqual(["1.1.1/hours", "1.1.1/files", "1.1.1/people", "1.1.1/passed"]);
    expect(keys("信访局")).toEqual(["2.1.3/disputes"]);
    expect(keys("司法局")).not.toContain("B1/awards");
  });

  it("holds the records sheets of its own items alone, and speaks of no other", () => {
    const four = Object.values(SHEETS);
    expect(part("人社局").worksheets.map(({ name }) => name)).toEqual(four);
    expect(part("信访局").worksheets.map(({ name }) => name)).toEqual([...four, "化解的纠纷"]);
    const labels = [...linesOf(sheetOf(part("人社局"), SHEETS.guide)).keys()];
    expect(labels.filter((label) => label.endsWith("逐条填报的表"))).toEqual([]);
  });

  it("says whose part it is, and that each field is filled in by one department", () => {
    const lines = linesOf(sheetOf(part("信访局"), SHEETS.guide));
    expect(lines.get(GUIDE.part)).toBe("信访局");
    expect(lines.get(GUIDE.formHash)).toBe(system.formHash);
    const told = lines.get("1. 分部门填报") ?? "";
    expect(told).toContain("本工作簿是“信访局”填报的部分");
    expect(told).toContain("其他部门另行填报");
    expect(told).toContain("由其中一个部门填报");
    expect(sheetOf(part("信访局"), SHEETS.answers).getCell("A1").value).toContain("（信访局）");
  });

  it("is for a department that an item names", async () => {
    await expect(writeTemplate(system, { responsible: "水利局" })).rejects.toThrow(RangeError);
    await expect(writeTemplate(system, { responsible: "" })).rejects.toThrow(RangeError);
  });

  it("is not called a part where nobody's part is asked for", async () => {
    const lines = linesOf(sheetOf(await open(await writeTemplate(system)), SHEETS.guide));
    expect(lines.has(GUIDE.part)).toBe(false);
  });

  it("is read as a workbook of the system", async () => {
    const unit = { code: "990101", name: "甲县" };
    const bytes = await writeTemplate(system, { unit, responsible: "人社局" });
    const { submission, findings } = readSubmission(bytes, "a.xlsx", system);
    expect(submission?.unit).toEqual(unit);
    expect(findings.filter(({ code }) => code !== "E23")).toEqual([]);
  });
});
