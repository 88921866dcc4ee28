import type ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { FACTS_COLUMNS } from "../../src/model/form.js";
import { factsCsv, writeFactsTable } from "../../src/template/facts-table.js";
import { COUNTY, open } from "../support/county.js";
import { DOCUMENT, load } from "./fixture.js";
import { Table } from "./table.js";

const system = load(DOCUMENT);
const UNITS = [
  { code: "990101", name: "=甲县" },
  { code: "990102", name: '乙县,"城关"' },
];
const table = async (units = UNITS) =>
  new Table(await open(await writeFactsTable(system, units)), "评估数据");

describe("the table of facts by others", () => {
  it("begins with the columns that are read, helpful ones behind them", async () => {
    const { headers } = await table();
    expect(headers).toEqual([...Object.values(FACTS_COLUMNS), "单位名称", "名称", "填报要求"]);
  });

  it("has one row per unit and fact, a rate as its parts, value and source blank", async () => {
    const { sheet } = await table();
    const rows = Array.from({ length: sheet.rowCount - 3 }, (_, index) =>
      [1, 2, 3, 4, 5, 6].map((column) => sheet.getCell(index + 4, column).value),
    );
    const block = (code: string, name: string) => [
      [code, "satisfaction.numerator", null, null, name, "群众满意度（分子）"],
      [code, "satisfaction.denominator", null, null, name, "群众满意度（分母）"],
      [code, "rated", null, null, name, "=组织评价"],
    ];
    expect(rows).toEqual([...block("990101", "=甲县"), ...block("990102", '乙县,"城关"')]);
  });

  it("has one block without a code where no unit is named", async () => {
    const { sheet } = await table([]);
    expect(sheet.rowCount).toBe(3 + 3);
    expect(sheet.getCell("A4").value).toBeNull();
    expect(sheet.getCell("B6").value).toBe("rated");
  });

  it("says who supplies it and what to enter, and bounds the value as the field does", async () => {
    const { sheet } = await table();
    expect(sheet.getCell("G4").value).toBe(
      "第三方提供。填分子的数值（单位：人），不大于分母；没有的填0。留空为待核实。",
    );
    expect(sheet.getCell("G6").value).toBe(
      "评估方提供。填整数，没有的填0。不小于0，不大于10。留空为待核实。",
    );
    const rule = sheet.getCell("C6").dataValidation as ExcelJS.DataValidation;
    expect([rule.type, rule.errorStyle, rule.formulae.map(String)]).toEqual([
      "whole",
      "warning",
      ["0", "10"],
    ]);
    expect(sheet.getCell("C4").dataValidation).toBeUndefined();
    expect(sheet.getCell("A4").numFmt).toBe("@");
  });

  it("has headers alone where others supply nothing", async () => {
    const book = await open(await writeFactsTable(COUNTY, UNITS));
    expect(new Table(book, "评估数据").sheet.rowCount).toBe(3);
    expect(factsCsv(COUNTY, UNITS).split("\r\n")).toHaveLength(2);
  });
});

describe("the same as CSV", () => {
  it("is marked as UTF-8, and no text of it is a formula or ends its cell", () => {
    expect(factsCsv(system, UNITS).split("\r\n").map(cut)).toEqual([
      "\uFEFF行政区划代码,填报项,值,来源,单位名称,名称,",
      "990101,satisfaction.numerator,,,'=甲县,群众满意度（分子）,",
      "990101,satisfaction.denominator,,,'=甲县,群众满意度（分母）,",
      "990101,rated,,,'=甲县,'=组织评价,",
      '990102,satisfaction.numerator,,,"乙县,""城关""",群众满意度（分子）,',
      '990102,satisfaction.denominator,,,"乙县,""城关""",群众满意度（分母）,',
      `990102,rated,,,"乙县,""城关""",'=组织评价,`,
      "",
    ]);
  });

  it.each(["=1", "+1", "-1", "@a", "\t=1", "\r=1"])("neutralises a name %j", (name) => {
    const line = factsCsv(system, [{ code: "1", name }])
      .slice(1)
      .split("\r\n")
      .slice(1)
      .join("\r\n");
    const written = `'${name}`;
    expect(line).toContain(/\s/.test(name) && name.includes("\r") ? `,"${written}",` : `,${written},`);
  });
});

/** The hints are told of above. */
const cut = (line: string) => line.slice(0, line.lastIndexOf(",") + 1);
