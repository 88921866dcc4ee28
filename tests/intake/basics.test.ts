import ExcelJS from "exceljs";
import { expect, it } from "vitest";
import { readSubmission } from "../../src/intake/read-submission.js";
import { writeTemplate } from "../../src/template/template.js";
import { systemOf } from "../support/case.js";

it("does not guess which of two unit facts with one label a row means once 键 is gone", async () => {
  const fact = (name: string) => ({ fact: name, label: "人口", type: "integer" });
  const system = systemOf({
    ...{
      format: "faping-system/1",
      id: "twins",
      version: "1",
      title: "试行指标",
      levels: ["指标"],
      total: 1,
    },
    unitFacts: [fact("registered"), fact("resident")],
    items: [
      {
        ...{ id: "1", title: "述法", points: 1 },
        evidence: [{ fact: "held", label: "是否述法", type: "boolean" }],
        clauses: [{ id: "a", when: { fact: "held", operator: "equal", value: false }, deduct: 1 }],
      },
    ],
  });
  const book = new ExcelJS.Workbook();
  const template = await writeTemplate(system, { unit: { code: "990101", name: "甲县" } });
  await book.xlsx.load(template.slice().buffer);
  const sheet = book.getWorksheet("基本信息");
  sheet?.eachRow((row) => {
    if (row.getCell(1).value === "人口") row.getCell(2).value = row.number;
    row.getCell(4).value = null;
  });
  const bytes = new Uint8Array(await book.xlsx.writeBuffer());
  const { submission, findings } = readSubmission(bytes, "甲县.xlsx", system);
  expect([...(submission?.unitFacts.values() ?? [])].filter(({ status }) => status === "value")).toEqual([]);
  expect(findings.filter(({ sheet: name }) => name === "基本信息").map(({ code }) => code)).toEqual([
    "E23",
    "E23",
  ]);
});
