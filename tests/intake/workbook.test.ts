import ExcelJS from "exceljs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readWorkbook } from "../../src/intake/workbook.js";
import { returnsFile } from "../../src/model/finding.js";
import { parseDecimal, toDecimal } from "../../src/model/rational.js";
import { contentTypes, OFFICE, oneSheet, partsOf, rawXlsx, relationships } from "../support/raw-xlsx.js";
import { accepted, firstSheet, inWords, refusal } from "../support/readings.js";

describe("the workbook part", () => {
  it("hands over sheets in order, with name and visibility", () => {
    const bytes = rawXlsx(
      partsOf([{ name: "乙 &amp; 丙" }, { name: "甲", state: "hidden" }, { state: "veryHidden" }]),
    );
    expect(accepted(bytes).sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ["乙 & 丙", false],
      ["甲", true],
      ["Sheet3", true],
    ]);
  });

  it.each([
    ["", false],
    ['date1904="0"', false],
    ['date1904="1"', true],
    ['date1904="true"', true],
  ])("reads the date system of <workbookPr %s>", (workbookPr, date1904) => {
    expect(accepted(rawXlsx(partsOf([{}], { workbookPr }))).date1904).toBe(date1904);
  });

  it("E13: two sheets of one name, regardless of case", () => {
    const bytes = rawXlsx(partsOf([{ name: "Data" }, { name: "甲" }, { name: "DATA" }]));
    expect(refusal(bytes)).toEqual({ code: "E13", sheet: "DATA", params: { found: "DATA" } });
  });

  it("E12: two sheets on one part", () => {
    const parts = partsOf([{}, {}]);
    parts["xl/_rels/workbook.xml.rels"] = relationships(
      ["rId1", `${OFFICE}/worksheet`, "worksheets/sheet1.xml"],
      ["rId2", `${OFFICE}/worksheet`, "worksheets/sheet1.xml"],
    );
    expect(refusal(rawXlsx(parts))).toEqual({
      code: "E12",
      sheet: "Sheet2",
      params: { reason: "same-part", part: "xl/worksheets/sheet1.xml" },
    });
  });

  it("W01: reads a workbook with macros and says that they are ignored", () => {
    const parts = partsOf([{ rows: "<row><c><v>1</v></c></row>" }]);
    parts["[Content_Types].xml"] = contentTypes({
      "xl/workbook.xml": "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    });
    const { workbook, findings } = readWorkbook(rawXlsx(parts), "甲县.xlsm");
    expect(findings).toEqual([{ code: "W01", file: "甲县.xlsm", params: {} }]);
    expect(workbook?.sheets[0]?.cells.map(inWords)).toEqual(["A1 number 1"]);
  });

  it("W01: passes over a macro sheet, and knows macros by their part as well", () => {
    const parts = partsOf([{ name: "宏" }, { name: "数" }]);
    const links = (...more: readonly (readonly [string, string, string])[]) =>
      relationships(["rId2", `${OFFICE}/worksheet`, "worksheets/sheet2.xml"], ...more);
    const microsoft = "http://schemas.microsoft.com/office/2006/relationships";
    parts["xl/_rels/workbook.xml.rels"] = links([
      "rId1",
      `${microsoft}/xlMacrosheet`,
      "macrosheets/sheet1.xml",
    ]);
    const read = readWorkbook(rawXlsx(parts), "a.xlsm");
    expect(read.workbook?.sheets.map(({ name }) => name)).toEqual(["数"]);
    expect(read.findings.map(({ code }) => code)).toEqual(["W01"]);

    const plain = partsOf([{}]);
    plain["xl/_rels/workbook.xml.rels"] = relationships(
      ["rId1", `${OFFICE}/worksheet`, "worksheets/sheet1.xml"],
      ["rId9", `${microsoft}/vbaProject`, "vbaProject.bin"],
    );
    expect(readWorkbook(rawXlsx(plain), "a.xlsx").findings.map(({ code }) => code)).toEqual(["W01"]);
  });

  it("reads a workbook without sheets as one", () => {
    expect(accepted(rawXlsx(partsOf([]))).sheets).toEqual([]);
  });
});

describe("what is written is what is read", () => {
  const escaped = (text: string) =>
    text
      .replace(/_x(?=[0-9A-Fa-f]{4}_)/g, "_x005F_x")
      .replaceAll("\r", "_x000D_")
      .replaceAll("\u0001", "_x0001_")
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll("]]>", "]]&gt;");
  const text = fc.oneof(
    fc
      .string({ unit: "binary", maxLength: 12 })
      .map((raw) => raw.replace(/[^\t\n\r -\uD7FF\uE000-\uFFFD]/gu, "")),
    fc.constantFrom(" 甲 ", "_x000D_", "\r\n", "a&b<c>]]>", "\u0001", "😀"),
  );
  const decimal = fc
    .tuple(fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n }), fc.integer({ min: -20, max: 20 }))
    .map(([digits, exponent]) => `${digits}E${exponent}`);
  /** A kind of cell: its XML after the address, and how it should be read. */
  const content = fc.oneof(
    decimal.map((n) => ({
      xml: `><v>${n}</v>`,
      words: `number ${toDecimal(parseDecimal(n) ?? { n: 0n, d: 1n })}`,
    })),
    text.map((t) => ({
      xml: ` t="str"><v>${escaped(t)}</v>`,
      words: t === "" ? "" : `text ${JSON.stringify(t)}`,
    })),
    text.map((t) => ({
      xml: ` t="inlineStr"><is><t>${escaped(t)}</t></is>`,
      words: t === "" ? "" : `text ${JSON.stringify(t)}`,
    })),
    text.map((t) => ({
      xml: ` t="str"><f>X&amp;1</f><v>${escaped(t)}</v>`,
      words: `text ${JSON.stringify(t)} =X&1`,
    })),
    fc.boolean().map((b) => ({ xml: ` t="b"><v>${b ? 1 : 0}</v>`, words: `boolean ${b}` })),
    fc.constantFrom("#N/A", "#REF!").map((e) => ({ xml: ` t="e"><v>${e}</v>`, words: `error ${e}` })),
    fc.constant({ xml: ' s="0">', words: "" }),
  );
  const gap = fc.integer({ min: 1, max: 40 });
  const grid = fc.array(fc.tuple(gap, fc.array(fc.tuple(gap, fc.boolean(), content), { maxLength: 6 })), {
    maxLength: 6,
  });

  const letters = (column: number): string =>
    column === 0
      ? ""
      : letters(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26));

  it("for generated cells of every kind, at given and counted addresses", () => {
    fc.assert(
      fc.property(grid, (rows) => {
        const expected: string[] = [];
        let xml = "";
        let row = 0;
        for (const [down, cells] of rows) {
          row += down;
          xml += down === 1 ? "<row>" : `<row r="${row}">`;
          let column = 0;
          for (const [right, counted, { xml: inner, words }] of cells) {
            column += counted ? 1 : right;
            const address = `${letters(column)}${row}`;
            xml += `<c${counted ? "" : ` r="${address}"`}${inner}</c>`;
            if (words !== "") expected.push(`${address} ${words}`);
          }
          xml += "</row>";
        }
        expect(firstSheet(oneSheet(xml)).cells.map(inWords)).toEqual(expected);
      }),
      { seed: 20260102, numRuns: 400 },
    );
  });
});

/** A workbook as a county might hand it in, from another maker's writer. */
async function countyWorkbook(rows: number): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("指标填报");
  for (let r = 1; r <= rows; r += 1) {
    sheet.addRow([r, `第${r}项 建立健全行政规范性文件合法性审核机制`, r * 0.01, r % 2 === 0, `A&B<${r}>`]);
    sheet.getCell(r, 3).numFmt = "0.00%";
  }
  sheet.getCell("G1").value = new Date(Date.UTC(2024, 2, 1));
  sheet.getCell("G1").numFmt = 'yyyy"年"m"月"d"日"';
  sheet.getCell("H1").value = { formula: "1-1", result: 0 };
  sheet.getCell("I1").value = { richText: [{ text: "法" }, { font: { bold: true }, text: " 治" }] };
  sheet.getCell("J1").value = { error: "#N/A" };
  sheet.mergeCells("G2:H3");
  sheet.getRow(2).hidden = true;
  sheet.getColumn(12).hidden = true;
  workbook.addWorksheet("佐证材料", { state: "hidden" }).getCell("A1").value = "无";
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

describe("a workbook of another writer", () => {
  it("is read as it was written", async () => {
    const { sheets } = accepted(await countyWorkbook(2));
    const [first, second] = sheets;
    expect(first?.cells.map(inWords)).toEqual([
      "A1 number 1",
      'B1 text "第1项 建立健全行政规范性文件合法性审核机制"',
      "C1 number 0.01 percent",
      "D1 boolean false",
      'E1 text "A&B<1>"',
      "G1 number 45352 date",
      "H1 number 0 =1-1",
      'I1 text "法 治"',
      "J1 error #N/A",
      "A2 number 2",
      'B2 text "第2项 建立健全行政规范性文件合法性审核机制"',
      "C2 number 0.02 percent",
      "D2 boolean true",
      'E2 text "A&B<2>"',
    ]);
    expect(first?.merges).toEqual([{ top: 2, left: 7, bottom: 3, right: 8 }]);
    expect([...(first?.hiddenRows ?? [])]).toEqual([2]);
    expect(first?.hiddenColumns).toEqual([[12, 12]]);
    expect([second?.name, second?.hidden, ...(second?.cells ?? []).map(inWords)]).toEqual([
      "佐证材料",
      true,
      'A1 text "无"',
    ]);
  });
});

describe("damage in transit", () => {
  /** A small generator of our own, so that a failing run can be repeated by its number. */
  const random = (seed: number) => {
    let state = seed;
    return (below: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state % below;
    };
  };

  it("never throws, and never reads other cells than were written", async () => {
    const sound = await countyWorkbook(60);
    const cells = JSON.stringify(firstSheet(sound).cells.map(inWords));
    const next = random(20260103);
    let read = 0;
    for (let run = 0; run < 300; run += 1) {
      const spoiled = run % 5 === 0 ? sound.slice(0, next(sound.length)) : sound.slice();
      if (run % 5 !== 0)
        for (let flips = 0; flips <= run % 3; flips += 1) spoiled[next(sound.length)] = next(256);
      const { workbook, findings } = readWorkbook(spoiled, `${run}.xlsx`);
      expect(workbook === undefined).toBe(findings.some(returnsFile));
      if (workbook === undefined) continue;
      read += 1;
      // What is still read is what was written: the damage hit something that carries no data.
      expect(JSON.stringify(workbook.sheets[0]?.cells.map(inWords))).toBe(cells);
    }
    expect(read).toBeLessThan(150);
  });

  it("never throws at spoiled XML behind sound checksums", () => {
    const parts = partsOf(
      [
        {
          rows: '<row r="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1"><f>1</f><v>2.5</v></c></row>',
          after: '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
        },
      ],
      {
        strings: "<si><r><t>甲</t></r></si>",
        styles:
          '<numFmts><numFmt numFmtId="170" formatCode="0%"/></numFmts><cellXfs><xf/><xf numFmtId="170"/></cellXfs>',
      },
    );
    const names = Object.keys(parts);
    const next = random(20260104);
    for (let run = 0; run < 600; run += 1) {
      const name = names[next(names.length)] ?? "";
      const content = new TextEncoder().encode(String(parts[name]));
      for (let flips = 0; flips <= run % 3; flips += 1) content[next(content.length)] = 32 + next(96);
      const { workbook, findings } = readWorkbook(rawXlsx({ ...parts, [name]: content }), `${run}.xlsx`);
      expect(workbook === undefined).toBe(findings.some(returnsFile));
    }
  });
});

it("reads a county's workbook quickly", async () => {
  const bytes = await countyWorkbook(300);
  for (let i = 0; i < 10; i += 1) accepted(bytes);
  const before = performance.now();
  for (let i = 0; i < 10; i += 1) accepted(bytes);
  // A few milliseconds; the bound only catches a change of order on a busy machine.
  expect((performance.now() - before) / 10).toBeLessThan(100);
});
