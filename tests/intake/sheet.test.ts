import { describe, expect, it } from "vitest";
import { MAX_FILLED_CELLS, MAX_FILLED_ROWS } from "../../src/intake/limits.js";
import { MAIN, OFFICE, oneSheet, partsOf, type RawSheet, rawXlsx, worksheet } from "../support/raw-xlsx.js";
import { accepted, cellsInWords, firstSheet, inWords, refusal } from "../support/readings.js";

const PART = "xl/worksheets/sheet1.xml";
const sheetOf = (sheet: RawSheet) => rawXlsx(partsOf([sheet]));
/** What one `c` element is read as; undefined where it holds nothing. */
const cell = (xml: string) =>
  cellsInWords(oneSheet(`<row>${xml}</row>`, { strings: "<si><t>甲</t></si>" }))[0];

describe("what a cell holds", () => {
  it.each([
    ["<c><v>12</v></c>", "A1 number 12"],
    ['<c t="n"><v>-0.50</v></c>', "A1 number -0.5"],
    ["<c><v> 7\n</v></c>", "A1 number 7"],
    ["<c><v>1.2E-3</v></c>", "A1 number 0.0012"],
    ["<c><v>1<![CDATA[2]]><!-- -->3</v></c>", "A1 number 123"],
    ['<c t="s"><v> 0 </v></c>', 'A1 text "甲"'],
    ['<c t="str"><v> 甲_x000A_ </v></c>', 'A1 text " 甲\\n "'],
    ['<c t="inlineStr"><is><t>甲</t></is></c>', 'A1 text "甲"'],
    ['<c t="inlineStr"><is><r><t>甲</t></r><r><t>县</t></r><rPh><t>x</t></rPh></is></c>', 'A1 text "甲县"'],
    ['<c t="b"><v>1</v></c>', "A1 boolean true"],
    ['<c t="b"><v>false</v></c>', "A1 boolean false"],
    ['<c t="e"><v>#N/A</v></c>', "A1 error #N/A"],
    ['<c t="d"><v>2024-03-01T00:00:00</v></c>', "A1 isoDate 2024-03-01T00:00:00"],
    ["<c><extLst><ext><v>9</v></ext></extLst><v>1</v></c>", "A1 number 1"],
    ['<c><x:v xmlns:x="urn:x">9</x:v><v>1</v></c>', "A1 number 1"],
  ])("%s", (xml, expected) => {
    expect(cell(xml)).toBe(expected);
  });

  it.each([
    '<c s="0"/>',
    "<c/>",
    "<c><v/></c>",
    '<c t="s"/>',
    '<c t="s"><v/></c>',
    '<c t="str"><v></v></c>',
    '<c t="inlineStr"><is><t/></is></c>',
    '<c t="inlineStr"/>',
    '<c t="b"><v/></c>',
    '<c t="e"><v/></c>',
    '<c t="d"><v/></c>',
  ])("nothing: %s", (xml) => {
    expect(cell(xml)).toBeUndefined();
  });

  it.each([
    ["<c><f>1-1</f><v>0</v></c>", "A1 number 0 =1-1"],
    ['<c t="b"><f>1&gt;2</f><v>0</v></c>', "A1 boolean false =1>2"],
    ['<c t="str"><f>""</f><v></v></c>', 'A1 text "" =""'],
    ['<c t="str"><f>""</f><v/></c>', 'A1 text "" =""'],
    ['<c t="str"><f>A1</f></c>', "A1 noResult =A1"],
    ["<c><f>A1</f></c>", "A1 noResult =A1"],
    ["<c><f>A1</f><v></v></c>", "A1 noResult =A1"],
    ['<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', "A1 error #DIV/0! =1/0"],
    ['<c><f t="shared" si="0"/><v>3</v></c>', "A1 number 3 ="],
    ['<c><f t="shared" ref="A1:A2" si="0">B1*2</f><v>3</v></c>', "A1 number 3 =B1*2"],
    ['<c><f t="array" ref="A1:A2">B1:B2</f><v>3</v></c>', "A1 number 3 =B1:B2"],
  ])("a formula with its result: %s", (xml, expected) => {
    expect(cell(xml)).toBe(expected);
  });

  it("takes a number's text to 15 significant digits and keeps what was stored", () => {
    const read = firstSheet(
      oneSheet("<row><c><v>0.57999999999999996</v></c><c><v>8.7249999999999996</v></c></row>"),
    );
    expect(read.cells.map(inWords)).toEqual(["A1 number 0.58", "B1 number 8.725"]);
    expect(read.cells.map(({ raw }) => raw)).toEqual(["0.57999999999999996", "8.7249999999999996"]);
  });

  it.each(["NaN", "INF", "-INF", "1e400", "1,000", "0x1F", "1 2", "12%", "１２", "Infinity"])(
    "%s is no number: an error in this cell alone",
    (text) => {
      expect(cell(`<c><v>${text}</v></c>`)).toBe(`A1 error ${text}`);
    },
  );

  it.each([
    ["boolean", '<c t="b"><v>2</v></c>'],
    ["boolean", '<c t="b"><v>TRUE</v></c>'],
    ["cell-type", '<c t="x"><v>2</v></c>'],
    ["cell-content", "<c><v>1</v><v>2</v></c>"],
    ["cell-content", "<c><f>1</f><f>2</f><v>1</v></c>"],
    ["cell-content", '<c t="inlineStr"><v>1</v></c>'],
    ["cell-content", "<c><is><t>1</t></is></c>"],
  ])("E04 (%s), with the cell: %s", (reason, xml) => {
    const bytes = oneSheet(`<row r="7">${xml.replace("<c", '<c r="C7"')}</row>`);
    expect(refusal(bytes)).toEqual({
      code: "E04",
      sheet: "Sheet1",
      cell: "C7",
      params: { reason, part: PART },
    });
  });

  it("E04: a number under a style that does not exist might be a date", () => {
    const styles = '<cellXfs><xf numFmtId="0"/></cellXfs>';
    expect(refusal(oneSheet('<row><c s="1"><v>45292</v></c></row>', { styles }))).toMatchObject({
      code: "E04",
      cell: "A1",
      params: { reason: "style" },
    });
    expect(cellsInWords(oneSheet('<row><c s="1" t="str"><v>甲</v></c></row>', { styles }))).toEqual([
      'A1 text "甲"',
    ]);
  });
});

it("does not calculate with a number of a million digits", () => {
  expect(firstSheet(oneSheet(`<row><c><v>0.${"7".repeat(1_000_000)}</v></c></row>`)).cells[0]?.kind).toBe(
    "error",
  );
  expect(cell(`<c><v>0.${"7".repeat(98)}</v></c>`)).toBe("A1 number 0.777777777777778");
});

describe("where a cell is", () => {
  const one = "<v>1</v>";
  const addresses = (rows: string) => firstSheet(oneSheet(rows)).cells.map(({ address }) => address);

  it("counts on from the cell and the row before", () => {
    expect(
      addresses(
        `<row><c>${one}</c><c r="D1">${one}</c><c>${one}</c></row><row r="5"><c/><c>${one}</c></row><row><c>${one}</c></row>`,
      ),
    ).toEqual(["A1", "D1", "E1", "B5", "A6"]);
  });

  it("reads the last cell of the grid", () => {
    const { cells } = firstSheet(oneSheet(`<row r="1048576"><c r="XFD1048576">${one}</c></row>`));
    expect(cells).toMatchObject([{ address: "XFD1048576", row: 1048576, column: 16384 }]);
  });

  it.each([
    ['<row r="0"/>', { found: "0" }],
    ['<row r="01"/>', { found: "01" }],
    ['<row r="1.5"/>', { found: "1.5" }],
    ['<row r="1048577"/>', { found: "1048577" }],
    ['<row r="1048576"/><row/>', { found: "1048577" }],
    ['<row r="2"><c r="A0"/></row>', { found: "A0", row: "2" }],
    ['<row r="2"><c r="a2"/></row>', { found: "a2", row: "2" }],
    ['<row r="2"><c r="XFE2"/></row>', { found: "XFE2", row: "2" }],
    ['<row r="2"><c r="XFD2"/><c/></row>', { found: "XFE2", row: "2" }],
    ['<row r="2"><c r=""/></row>', { found: "", row: "2" }],
    ['<row r="2"><c r="A3"/></row>', { found: "A3", row: "2" }],
  ])("E15: %s", (rows, params) => {
    expect(refusal(oneSheet(rows))).toEqual({ code: "E15", sheet: "Sheet1", params });
  });

  it("quotes no more than 200 characters of what was found", () => {
    const { params } = refusal(oneSheet(`<row r="${"9".repeat(5000)}"/>`));
    expect(params).toEqual({ found: `${"9".repeat(200)}…` });
  });

  it("E16: a cell twice or backward, even an empty one", () => {
    const twice = refusal(oneSheet(`<row r="2"><c r="B2">${one}</c><c r="B2">${one}</c></row>`));
    expect(twice).toEqual({ code: "E16", sheet: "Sheet1", cell: "B2", params: { found: "B2" } });
    expect(refusal(oneSheet('<row r="2"><c r="B2"/><c r="A2"/></row>')).cell).toBe("A2");
  });

  it("E16: a row twice or backward", () => {
    expect(refusal(oneSheet('<row r="2"/><row r="2"/>'))).toEqual({
      code: "E16",
      sheet: "Sheet1",
      params: { found: "2" },
    });
    expect(refusal(oneSheet('<row r="2"/><row r="1"/>')).code).toBe("E16");
  });
});

describe("hidden rows and columns, merged ranges", () => {
  it("takes rows that hold something as hidden by their mark or by no height", () => {
    const row = (attributes: string) => `<row ${attributes}><c><v>1</v></c></row>`;
    const rows = ['hidden="1"', 'r="3" hidden="true"', 'ht="0" customHeight="1"', 'hidden="0" ht="15"'];
    expect([...firstSheet(oneSheet(rows.map(row).join(""))).hiddenRows]).toEqual([1, 3, 4]);
    expect([...firstSheet(oneSheet('<row hidden="1"/><row hidden="1"><c s="1"/></row>')).hiddenRows]).toEqual(
      [],
    );
  });

  it("takes columns as hidden by their mark or by no width", () => {
    const before =
      '<cols><col min="1" max="2" width="9"/><col min="3" max="5" hidden="1"/><col min="7" max="7" width="0"/></cols>';
    expect(firstSheet(sheetOf({ before })).hiddenColumns).toEqual([
      [3, 5],
      [7, 7],
    ]);
  });

  it("E04: hidden columns outside the grid", () => {
    const before = '<cols><col min="3" max="16385" hidden="1"/></cols>';
    expect(refusal(sheetOf({ before })).params).toEqual({ reason: "columns", part: PART });
  });

  it("reads merged ranges, corners in any order", () => {
    const after = '<mergeCells count="2"><mergeCell ref="B2:D3"/><mergeCell ref="F9:E8"/></mergeCells>';
    expect(firstSheet(sheetOf({ after })).merges).toEqual([
      { top: 2, left: 2, bottom: 3, right: 4 },
      { top: 8, left: 5, bottom: 9, right: 6 },
    ]);
  });

  it.each(["", "A1:B", "A1:B2:C3", "A:B", "A1:XFE2"])("E15: a merged range %j", (ref) => {
    const after = `<mergeCells><mergeCell ref="${ref}"/></mergeCells>`;
    expect(refusal(sheetOf({ after }))).toEqual({ code: "E15", sheet: "Sheet1", params: { found: ref } });
  });
});

describe("what surrounds the cells", () => {
  it("loses nothing behind extensions and unknown elements", () => {
    const rows =
      '<extLst><ext><row r="9"><c><v>9</v></c></row></ext></extLst><row><extLst/><c><v>1</v></c><unknown><c><v>9</v></c></unknown><c><v>2</v></c></row>';
    expect(cellsInWords(oneSheet(rows))).toEqual(["A1 number 1", "B1 number 2"]);
  });

  it("reads a sheet as Excel writes it, with its views, foreign attributes and alternate content", () => {
    const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r
<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac xr" xmlns:x14ac="urn:x14ac" xmlns:xr="urn:xr" xr:uid="{0}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:C2"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="14" x14ac:dyDescent="0.2"/><sheetData><row r="1" spans="1:3" x14ac:dyDescent="0.2"><c r="A1" t="s" cm="1"><v>0</v></c><c r="C1"><f ca="1">NOW()</f><v>45352.5</v></c></row></sheetData><sheetProtection sheet="1"/><mc:AlternateContent><mc:Choice Requires="x14"><controls><row r="1"><c r="A1"><v>9</v></c></row></controls></mc:Choice></mc:AlternateContent><pageMargins left="0.7"/><tableParts count="0"/></worksheet>`;
    const bytes = rawXlsx(partsOf([{ xml }], { strings: "<si><t>甲</t></si>" }));
    expect(cellsInWords(bytes)).toEqual(['A1 text "甲"', "C1 number 45352.5 =NOW()"]);
  });

  it("E04: a sheet that ends early, by part and sheet", () => {
    const xml = worksheet({ rows: "<row><c><v>1</v></c></row>" }).slice(0, -20);
    expect(refusal(sheetOf({ xml }))).toEqual({
      code: "E04",
      sheet: "Sheet1",
      params: { reason: "xml-ends-early", part: PART },
    });
  });

  it("tells the faults of all sheets at once, in their order", () => {
    const bad = { rows: '<row r="0"/>' };
    const bytes = rawXlsx(partsOf([bad, { rows: "" }, { xml: "<worksheet>" }]));
    expect(() => accepted(bytes)).toThrowError(/E15.*Sheet1.*E12.*Sheet3/);
  });
});

describe("bounds", () => {
  const filled = (count: number) => "<c><v>1</v></c>".repeat(count);
  /** Numbers keep the part from compressing like a bomb. */
  const rows = (count: number, cells: number) =>
    Array.from(
      { length: count },
      (_, i) => `<row r="${i + 1}" x="${(i * 7919) % 65537}">${filled(cells)}</row>`,
    ).join("");

  it("reads 200,000 filled cells and 50,000 filled rows", () => {
    expect(
      firstSheet(oneSheet(rows(MAX_FILLED_ROWS, MAX_FILLED_CELLS / MAX_FILLED_ROWS))).cells,
    ).toHaveLength(MAX_FILLED_CELLS);
  });

  it("E14: one filled row more, over all sheets", () => {
    const bytes = rawXlsx(
      partsOf([{ rows: rows(MAX_FILLED_ROWS, 1) }, { rows: rows(1, 1) }, { rows: "<bad" }]),
    );
    expect(refusal(bytes)).toEqual({
      code: "E14",
      sheet: "Sheet2",
      params: { what: "rows", limit: "50000" },
    });
  });

  it("E14: one filled cell more", () => {
    const bytes = oneSheet(`${rows(12_500, 16)}<row><c><v>1</v></c></row>`);
    expect(refusal(bytes).params).toEqual({ what: "cells", limit: "200000" });
  });

  it("passes over styled empty cells and rows", () => {
    const empty = Array.from(
      { length: 100_000 },
      (_, i) => `<row r="${i + 1}" s="1"><c r="A${i + 1}" s="1"/></row>`,
    );
    const bytes = oneSheet(`${empty.join("")}<row><c><v>1</v></c></row>`);
    expect(cellsInWords(bytes)).toEqual(["A100001 number 1"]);
  });
});
