import type ExcelJS from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import { SHEETS } from "../../src/model/form.js";
import { writeTemplate } from "../../src/template/template.js";
import { COUNTY, open } from "../support/county.js";
import { sheetOf } from "../support/places.js";
import { DOCUMENT, load } from "./fixture.js";
import { isOpen, isProtected, linesOf, Table } from "./table.js";

const NAME = "化解的纠纷";
const HEADER = 4;
let book: ExcelJS.Workbook;
beforeAll(async () => {
  book = await open(await writeTemplate(load(DOCUMENT)));
});
const table = () => new Table(book, NAME, HEADER);

describe("the sheet of a records field", () => {
  it("has 序号 and the field's columns in one row, under a title with item and field", () => {
    expect(table().headers).toEqual(["序号", "纠纷名称", "结案日期", "类型", "涉及金额", "是否履行"]);
    expect(table().sheet.getCell("A1").value).toBe("2.1.3 化解纠纷 · 化解的纠纷");
    expect(table().sheet.getCell("A2").value).toBe(DOCUMENT.notice);
  });

  it("says above each header what its column wants, what may stay blank and what not", () => {
    expect(table().row(3)).toEqual([
      "每行一条",
      "填文字。不得留空。",
      "填日期，如 2024-03-01。不早于2024-01-01，不晚于2024-12-31。不得留空。",
      "选填其一：行政／民事。不得留空。",
      "填数字（单位：万元），没有的填0。不小于0。可不填。",
      "填“是”或“否”。不得留空。",
    ]);
  });

  it("has 100 open rows that hold nothing but their number, and lets more follow", () => {
    expect(table().column("序号")).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
    for (const header of table().headers.slice(1)) {
      expect(
        table()
          .column(header)
          .filter((value) => value !== null),
      ).toEqual([]);
    }
    expect(table().openColumns()).toEqual(table().headers);
    for (const address of ["A5", "F104"]) expect(isOpen(table().sheet.getCell(address)), address).toBe(true);
    expect(isProtected(table().sheet)).toBe(false);
  });

  it("sets lists and bounds on those rows alone, only as a warning", () => {
    const ruleAt = (address: string) =>
      table().sheet.getCell(address).dataValidation as ExcelJS.DataValidation | undefined;
    for (const row of [5, 104]) {
      expect(ruleAt(`B${row}`)).toBeUndefined();
      expect(ruleAt(`C${row}`)).toMatchObject({ type: "date", operator: "between", errorStyle: "warning" });
      expect(ruleAt(`D${row}`)).toMatchObject({ type: "list", formulae: ['"行政,民事"'] });
      expect(ruleAt(`E${row}`)).toMatchObject({ type: "decimal", operator: "greaterThanOrEqual" });
      expect(ruleAt(`F${row}`)).toMatchObject({ type: "list", formulae: ['"是,否"'] });
    }
    for (const address of ["C3", "C4", "D4", "D105", "F105"])
      expect(ruleAt(address), address).toBeUndefined();
  });

  it("keeps what is typed: texts and options as text, days as days", () => {
    expect(["B5", "C5", "D5"].map((address) => table().sheet.getCell(address).numFmt)).toEqual([
      "@",
      "yyyy-mm-dd",
      "@",
    ]);
  });

  it("is ready to print on A3, with hints and headers on every page", () => {
    const { pageSetup, views } = table().sheet;
    expect(pageSetup).toMatchObject({
      paperSize: 8,
      orientation: "landscape",
      fitToWidth: 1,
      fitToHeight: 0,
    });
    expect(pageSetup.printTitlesRow).toBe("1:4");
    expect(views[0]).toMatchObject({ state: "frozen", ySplit: HEADER });
  });
});

it("asks in 指标填报 for the number of records", () => {
  const answers = new Table(book, SHEETS.answers);
  expect(answers.cell("2.1.3/disputes", "填报要求").value).toContain(
    "在“化解的纠纷”表逐行填写，此处填总条数",
  );
  expect(answers.cell("2.1.3/disputes", "填报值").dataValidation).toMatchObject({ type: "whole" });
  expect(isOpen(answers.cell("2.1.3/disputes", "填报值"))).toBe(true);
});

it("tells of such sheets in 填报说明 only where there are any", async () => {
  const steps = (of: ExcelJS.Workbook) => [...linesOf(sheetOf(of, SHEETS.guide))];
  const told = steps(book).filter(([label]) => label.endsWith("逐条填报的表"));
  expect(told.map(([, text]) => text.startsWith("“化解的纠纷”表每行填一条"))).toEqual([true]);
  const without = await open(await writeTemplate(COUNTY));
  expect(steps(without).filter(([label]) => label.endsWith("逐条填报的表"))).toEqual([]);
  expect(without.worksheets.map(({ name }) => name)).toEqual(Object.values(SHEETS));
});
