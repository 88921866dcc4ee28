import { describe, expect, it } from "vitest";
import { inspectWorkbook } from "../../src/intake/inspect.js";
import { oneSheet, partsOf, type RawOptions, rawXlsx } from "../support/raw-xlsx.js";

/** Cell formats 0 General, 1 %, 2 built-in day, 3 年月日, 4 elapsed time, 5 `#,##0\m`, 6 `[红色]0.0`, 7 `0"%"`. */
const STYLES = `<numFmts count="5"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="165" formatCode="[h]:mm"/><numFmt numFmtId="166" formatCode="#,##0\\m"/><numFmt numFmtId="167" formatCode="[红色]0.0"/><numFmt numFmtId="168" formatCode="0&quot;%&quot;"/></numFmts><cellXfs>${[0, 10, 14, 164, 165, 166, 167, 168].map((id) => `<xf numFmtId="${id}"/>`).join("")}</cellXfs><dxfs><dxf><numFmt numFmtId="167" formatCode="yyyy"/></dxf></dxfs>`;
const STRINGS =
  '<si><t>甲</t></si><si><r><t>乙</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 丙 </t></r><rPh sb="0" eb="1"><t>yi</t></rPh></si><si><t>a_x000D_b_x005F_x000D_</t></si><si/>';

const cellsOf = (cells: string, options: RawOptions = { styles: STYLES, strings: STRINGS }) =>
  inspectWorkbook(oneSheet(`<row r="1">${cells}</row>`, options), "甲.xlsx");
const cellOf = (xml: string, options?: RawOptions) => cellsOf(xml, options).sheets[0]?.cells[0];

describe("a cell, as it is stored and as it is read", () => {
  it.each([
    ['<c t="s"><v>0</v></c>', "string", "甲", "甲"],
    ['<c t="s"><v>1</v></c>', "string", "乙 丙 ", "乙 丙 "],
    ['<c t="s"><v>2</v></c>', "string", "a\rb_x000D_", "a\rb_x000D_"],
    [
      '<c t="inlineStr"><is><t><![CDATA[<丁> & ]]>&amp;&#x4E2D;</t></is></c>',
      "string",
      "<丁> & &中",
      "<丁> & &中",
    ],
    ['<c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r><rPh><t>x</t></rPh></is></c>', "string", "ab", "ab"],
    ['<c t="str"><f>A2</f><v>戊</v></c>', "string", "戊", "戊"],
    ["<c><v>0.57999999999999996</v></c>", "number", "0.57999999999999996", 0.58],
    ["<c><v>1e-7</v></c>", "number", "1e-7", 1e-7],
    ["<c><v>1E+20</v></c>", "number", "1E+20", 1e20],
    ["<c><v>-0</v></c>", "number", "-0", 0],
    ["<c><v> 12 </v></c>", "number", " 12 ", 12],
    ["<c><v>12345678901234567</v></c>", "number", "12345678901234567", 12345678901234600],
    ['<c><v>0.1</v><extLst><ext uri="x"><v>9</v></ext></extLst></c>', "number", "0.1", 0.1],
    ['<c t="b"><v>0</v></c>', "boolean", "0", false],
    ['<c t="b"><v>true</v></c>', "boolean", "true", true],
    ['<c t="e"><v>#N/A</v></c>', "error", "#N/A", "#N/A"],
    ["<c><v>1e400</v></c>", "error", "1e400", null],
    ["<c><v>0x10</v></c>", "error", "0x10", null],
    ['<c t="d"><v>2024-03-01</v></c>', "iso-date", "2024-03-01", "2024-03-01"],
    ['<c t="d"><v>2024-03-01T08:30:00</v></c>', "iso-date", "2024-03-01T08:30:00", "2024-03-01T08:30:00"],
    ['<c s="2"><v>45352</v></c>', "date-serial", "45352", 45352],
    ['<c s="3"><v>45352.5</v></c>', "date-serial", "45352.5", 45352.5],
    ['<c s="4"><v>1.5</v></c>', "date-serial", "1.5", 1.5],
    ['<c s="5"><v>12</v></c>', "number", "12", 12],
    ['<c s="6"><v>12</v></c>', "number", "12", 12],
    ['<c s="1"><v>0.95</v></c>', "number", "0.95", 0.95],
    ["<c><f>1-1</f><v>0</v></c>", "number", "0", 0],
    ['<c t="b"><f>1=2</f><v>0</v></c>', "boolean", "0", false],
    ['<c t="str"><f>""</f><v></v></c>', "string", "", ""],
    ['<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', "error", "#DIV/0!", "#DIV/0!"],
    ["<c><f>SUM(A2:A9)</f></c>", "formula without result", "", null],
    ["<c><f>SUM(A2:A9)</f><v/></c>", "formula without result", "", null],
  ])("%s", (xml, kind, raw, value) => {
    expect(cellOf(xml)).toMatchObject({ ref: "A1", kind, raw, value });
  });

  it("keeps a formula without its sign, that of followers being empty", () => {
    const { sheets } = cellsOf(
      '<c><f t="shared" ref="A1:B1" si="0">C1*2</f><v>2</v></c><c><f t="shared" si="0"/><v>4</v></c><c><f t="array" ref="C1:D1">A1:B1</f><v>2</v></c><c><v>4</v></c>',
    );
    expect(sheets[0]?.cells.map(({ formula }) => formula)).toEqual(["C1*2", "", "A1:B1", undefined]);
  });

  it("tells the number format by its code, General by nothing", () => {
    const codes = [0, 1, 2, 3, 4, 5, 6, 7].map((s) => cellOf(`<c s="${s}"><v>1</v></c>`)?.format);
    expect(codes).toEqual([
      undefined,
      "0.00%",
      "mm-dd-yy",
      'yyyy"年"m"月"d"日";@',
      "[h]:mm",
      "#,##0\\m",
      "[红色]0.0",
      '0"%"',
    ]);
  });

  it("tells the day of a serial, from 1900 or from 1904, for people", () => {
    expect(cellOf('<c s="2"><v>45352</v></c>')?.day).toBe("2024-03-01");
    for (const date1904 of ["1", "true"]) {
      const options = { styles: STYLES, workbookPr: `date1904="${date1904}"` };
      const inspection = cellsOf('<c s="2"><v>43890</v></c>', options);
      expect(inspection).toMatchObject({ date1904: true });
      expect(inspection.sheets[0]?.cells[0]?.day).toBe("2024-03-01");
    }
    expect(cellOf('<c s="4"><v>1.5</v></c>')?.day).toBeUndefined();
  });
});

describe("what is no cell, and what is no workbook", () => {
  it("leaves out cells that hold nothing", () => {
    const { sheets, findings } = cellsOf(
      '<c s="2"/><c t="s"/><c t="s"><v/></c><c t="s"><v>3</v></c><c><v> </v></c>',
    );
    expect(findings).toEqual([]);
    expect(sheets[0]).toMatchObject({ cells: [], dimension: "" });
  });

  it.each([
    ['<c t="s"><v>4</v></c>', "shared-string"],
    ['<c t="s"><v>-1</v></c>', "shared-string"],
    ['<c t="s"><v>甲</v></c>', "shared-string"],
    ['<c t="s"><v>1.0</v></c>', "shared-string"],
    ['<c t="b"><v>2</v></c>', "boolean"],
    ['<c t="b"><v>TRUE</v></c>', "boolean"],
    ['<c t="x"><v>1</v></c>', "cell-type"],
    ['<c t="inlineStr"><v>1</v></c>', "cell-content"],
    ["<c><v>1</v><v>2</v></c>", "cell-content"],
    ['<c s="99"><v>45352</v></c>', "style"],
  ])("%s is a finding and never a value", (xml, reason) => {
    expect(cellsOf(xml)).toMatchObject({
      findings: [{ code: "E04", cell: "A1", params: { reason } }],
      sheets: [],
    });
  });

  it("tells cells that no field could take, and those that nobody sees", () => {
    const row =
      '<row r="2" hidden="1"><c r="B2" t="e"><v>#REF!</v></c><c r="C2"><f>A1</f></c><c r="D2"><f>[1]表!A1</f><v>1</v></c></row>';
    const { findings, sheets } = inspectWorkbook(oneSheet(row), "甲.xlsx");
    expect(findings.map(({ code, cell }) => [code, cell])).toEqual([
      ["W05", undefined],
      ["E17", "B2"],
      ["E18", "C2"],
      ["E24", "D2"],
    ]);
    expect(findings[0]?.params).toMatchObject({ count: "3", cells: "B2、C2、D2" });
    expect(sheets[0]).toMatchObject({ dimension: "B2:D2" });
  });

  it("tells sheets with their names, visibility and merged ranges; charts hold no cells", () => {
    const bytes = rawXlsx(
      partsOf([
        { name: "一", after: '<mergeCells><mergeCell ref="B2:A1"/></mergeCells>' },
        { name: "二", state: "veryHidden" },
      ]),
    );
    expect(inspectWorkbook(bytes, "甲.xlsx").sheets).toEqual([
      { name: "一", hidden: false, dimension: "", merges: ["A1:B2"], cells: [] },
      { name: "二", hidden: true, dimension: "", merges: [], cells: [] },
    ]);
  });
});
