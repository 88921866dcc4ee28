import type ExcelJS from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { readSystem } from "../../scripts/samples/system.js";
import { readSubmission } from "../../src/intake/read-submission.js";
import { SHEETS } from "../../src/model/form.js";
import { LIVE_COLUMNS, LIVE_SHEETS } from "../../src/model/live-names.js";
import { parseExact } from "../../src/model/rational.js";
import { figure, text } from "../../src/template/live/expression.js";
import { CircularFacts } from "../../src/template/live/fact.js";
import { writeTemplate } from "../../src/template/template.js";
import { systemOf } from "../support/case.js";
import { open, save } from "../support/county.js";
import { sheetOf } from "../support/places.js";
import { DOCUMENT, load } from "./fixture.js";
import { liveTemplate } from "./live-parity.js";

const SYSTEM = load(DOCUMENT);
let bytes: Uint8Array;
let book: ExcelJS.Workbook;
beforeAll(async () => {
  bytes = await liveTemplate(SYSTEM);
  book = await open(bytes);
});

describe("a template that scores itself", () => {
  it("has two sheets more, the one with the steps hidden, and computes all when it is opened", () => {
    expect(book.worksheets.slice(-2).map(({ name, state }) => [name, state])).toEqual([
      [LIVE_SHEETS.summary, "visible"],
      [LIVE_SHEETS.calculation, "hidden"],
    ]);
    const workbook = strFromU8(unzipSync(bytes)["xl/workbook.xml"] ?? new Uint8Array());
    expect(workbook).toMatch(/<calcPr [^>]*fullCalcOnLoad="1"/);
  });

  it("shows score and reason on an item's first row and a hint on every row, before the hidden key", () => {
    const sheet = sheetOf(book, SHEETS.answers);
    const headers = (sheet.getRow(3).values as string[]).slice(1);
    expect(headers.slice(-5)).toEqual(["备注", ...Object.values(LIVE_COLUMNS), "键"]);
    const at = (name: string) => headers.indexOf(name) + 1;
    const formulas = (name: string) =>
      Array.from({ length: sheet.rowCount - 3 }, (_, index) => sheet.getCell(index + 4, at(name)).formula);
    const items = new Set(sheet.getColumn(1).values.slice(4)).size;
    expect(formulas(LIVE_COLUMNS.score).filter(Boolean)).toHaveLength(items);
    expect(formulas(LIVE_COLUMNS.reason).filter(Boolean)).toHaveLength(items);
    expect(formulas(LIVE_COLUMNS.told).filter(Boolean).length).toBeGreaterThan(items);
  });

  it("keeps the computed cells from being typed over", () => {
    for (const { name } of book.worksheets.slice(-2))
      expect(sheetOf(book, name)).toMatchObject({ sheetProtection: { sheet: true } });
  });

  it("reads like the plain template, blank and whatever its formulas claim", async () => {
    const plain = readSubmission(await writeTemplate(SYSTEM), "甲县.xlsx", SYSTEM);
    expect(readSubmission(bytes, "甲县.xlsx", SYSTEM)).toEqual(plain);
    const claimed = await open(bytes);
    const sheet = sheetOf(claimed, SHEETS.answers);
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (cell.formula) cell.value = { formula: cell.formula, result: 100 } as never;
      });
    });
    expect(readSubmission(await save(claimed), "甲县.xlsx", SYSTEM)).toEqual(plain);
  });

  it("is of the whole form alone", async () => {
    const part = writeTemplate(SYSTEM, { responsible: "司法局", live: new Map() });
    await expect(part).rejects.toThrow(RangeError);
  });
});

/** Functions of Excel 2010, which WPS and LibreOffice know by the same names. */
const KNOWN =
  "ABS AND ASC CELL CHAR COUNT COUNTA COUNTIF DATE DAY EXACT FIND IF IFERROR INDEX INT ISERROR ISLOGICAL ISNUMBER LARGE LEFT LEN MATCH MAX MID MIN MONTH NOT OR RIGHT ROUND ROUNDUP SMALL SUBSTITUTE SUM SUMPRODUCT TEXT TRIM UPPER VALUE".split(
    " ",
  );

describe("its formulas stay within what spreadsheet programs take", () => {
  const SYSTEMS = ["model-county", "department", "township", "hedong-plan", "published-report"];
  it.each(SYSTEMS.map((name) => `indicators/${name}`))("%s", async (path) => {
    const parts = unzipSync(await liveTemplate(readSystem(path)));
    const formulas = Object.entries(parts)
      .filter(([name]) => name.startsWith("xl/worksheets/sheet"))
      .flatMap(([, part]) =>
        [...strFromU8(part).matchAll(/<f>([^<]*)<\/f>/g)].map(([, formula = ""]) => plain(formula)),
      );
    expect(formulas.length).toBeGreaterThan(1000);
    const texts = /"(?:[^"]|"")*"/g;
    const longest = (lengths: readonly number[]) => lengths.reduce((most, one) => Math.max(most, one), 0);
    expect(longest(formulas.map((one) => one.length))).toBeLessThanOrEqual(8192);
    expect(
      longest(formulas.flatMap((one) => (one.match(texts) ?? []).map((text) => text.length - 2))),
    ).toBeLessThanOrEqual(255);
    expect(longest(formulas.map((one) => depth(one.replace(texts, ""))))).toBeLessThanOrEqual(64);
    const functions = new Set(
      formulas.flatMap((one) => one.replace(texts, "").match(/[A-Z.]+(?=\()/g) ?? []),
    );
    expect([...functions].filter((name) => !KNOWN.includes(name))).toEqual([]);
  });
});

const plain = (xml: string): string =>
  xml
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");

function depth(formula: string): number {
  let [now, most] = [0, 0];
  for (const char of formula) {
    if (char === "(") now += 1;
    if (char === ")") now -= 1;
    most = Math.max(most, now);
  }
  return most;
}

it("says so where no formula can tell which items apply", async () => {
  const item = (id: string, other: string) => ({
    id,
    title: id,
    points: 5,
    onEmpty: "exclude",
    evidence: [{ fact: `cases${id}`, label: "件数", type: "integer" }],
    // Whether one applies depends on whether the other does, and the other way round.
    derive: [{ fact: `share${id}`, ratio: [`cases${other}`, `cases${id}`] }],
    clauses: [{ id: "a", award: { share: `share${id}` } }],
  });
  const system = systemOf({
    format: "faping-system/1",
    id: "circle",
    version: "1.0.0",
    title: "示例指标体系",
    levels: ["指标"],
    total: 10,
    items: [
      { ...item("A", "B"), start: "zero" },
      { ...item("B", "A"), start: "zero" },
    ],
  });
  await expect(liveTemplate(system)).rejects.toThrow(CircularFacts);
});

describe("a text within a formula", () => {
  it("ends nowhere but at its end", () => {
    expect(text('甲"&A1&"乙')).toBe('"甲""&A1&""乙"');
    expect(text("一行\n\t二行\u0007\uD800三")).toBe('"一行 二行 三"');
  });

  it("is put together where it is longer than a formula holds", () => {
    const pieces = text(`${"长".repeat(254)}"${"尾".repeat(10)}`).split("&");
    expect(pieces.map((piece) => piece.length - 2)).toEqual([254, 12]);
  });
});

it("writes figures that a double holds as they are, and others as fractions", () => {
  const written = ["0.58", "-1.5", "1/3", "123456789012345678"].map((one) => figure(parseExact(one)));
  expect(written).toEqual(["0.58", "(-1.5)", "(1/3)", "(123456789012345678/1)"]);
});
