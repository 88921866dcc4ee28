import ExcelJS from "exceljs";
import { expect, it } from "vitest";
import { cellText, formItems, formRows, linesIn } from "../../src/model/form.js";
import { DOCUMENT, load } from "./fixture.js";

it("asks for a rate in three rows, and for an item without fields in one", () => {
  const rows = formRows(load(DOCUMENT));
  expect(
    rows.filter(({ field }) => field?.fact === "court").map(({ key, fact, label }) => [key, fact, label]),
  ).toEqual([
    ["1.1.2/court.numerator", "court.numerator", "负责人出庭率（分子）"],
    ["1.1.2/court.denominator", "court.denominator", "负责人出庭率（分母）"],
    ["1.1.2/court", "court", "负责人出庭率（比率）"],
  ]);
  expect(rows.find(({ key }) => key === "2.1.2/")?.label).toBe("无需填报");
});

it("has every item once, bonus and deduction items last, wherever they stand in the document", () => {
  const turned = load({ ...DOCUMENT, items: [...DOCUMENT.items].reverse() });
  const ids = formItems(turned).map(({ id }) => id);
  expect([...ids].sort()).toEqual(DOCUMENT.items.map(({ id }) => id).sort());
  expect(ids.slice(-2).sort()).toEqual(["B1", "D1"]);
});

it("leaves nothing in a text that a cell can't hold", () => {
  expect(cellText("甲\u0000\u0007县\r\n乙\uD800")).toBe("甲县\n乙\uFFFD");
  expect(cellText("𠮷")).toBe("𠮷");
  expect(cellText("一".repeat(40_000))).toHaveLength(32_767);
});

it("writes what looks like an escape so that it is read back as it was", async () => {
  const book = new ExcelJS.Workbook();
  book.addWorksheet("a").getCell("A1").value = cellText("_x0041_ _x5B_");
  const read = new ExcelJS.Workbook();
  await read.xlsx.load(await book.xlsx.writeBuffer());
  expect(read.getWorksheet("a")?.getCell("A1").value).toBe("_x0041_ _x5B_");
});

it("counts the lines that a text takes", () => {
  expect([linesIn("", 10), linesIn("甲乙丙", 7), linesIn("甲乙丙丁", 7), linesIn("ab\ncd", 10)]).toEqual([
    1, 1, 2, 2,
  ]);
});
