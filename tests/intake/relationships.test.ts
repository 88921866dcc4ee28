import { describe, expect, it } from "vitest";
import { resolveTarget } from "../../src/intake/relationships.js";
import {
  contentTypes,
  MAIN,
  OFFICE,
  type Parts,
  partsOf,
  rawXlsx,
  relationships,
  STRICT_MAIN,
  STRICT_OFFICE,
  worksheet,
} from "../support/raw-xlsx.js";
import { accepted, inWords, refusal } from "../support/readings.js";

const SHEET = worksheet({ rows: '<row><c t="s"><v>0</v></c></row>' });
const STRINGS = `<sst xmlns="${MAIN}"><si><t>甲</t></si></sst>`;
const cellsOf = (parts: Parts) => accepted(rawXlsx(parts)).sheets.map((sheet) => sheet.cells.map(inWords));

const base = partsOf([{ xml: SHEET }], { strings: "<si><t>甲</t></si>" });
/** The usual workbook, with some parts replaced; undefined takes one away. */
function replaced(
  changes: Readonly<Record<string, string | undefined>>,
): Record<string, string | Uint8Array> {
  const parts = { ...base };
  for (const [name, content] of Object.entries(changes)) {
    if (content === undefined) delete parts[name];
    else parts[name] = content;
  }
  return parts;
}

describe("targets", () => {
  it.each([
    ["xl/workbook.xml", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"],
    ["xl/workbook.xml", "/xl/a.xml", "xl/a.xml"],
    ["xl/workbook.xml", "../a.xml", "a.xml"],
    ["xl/workbook.xml", "./b/../a.xml", "xl/a.xml"],
    ["", "xl/workbook.xml", "xl/workbook.xml"],
    ["", "/xl/workbook.xml", "xl/workbook.xml"],
  ])("from %s, %s is %s", (owner, target, part) => {
    expect(resolveTarget(owner, target)).toBe(part);
  });
});

describe("parts by relationship", () => {
  it("finds parts whatever they are called, absolute, relative, in another case or encoded", () => {
    expect(
      cellsOf({
        "[Content_Types].xml": contentTypes({}),
        "_rels/.rels": relationships(["x", `${OFFICE}/officeDocument`, "/book"]),
        book: base["xl/workbook.xml"] ?? "",
        "_rels/book.rels": relationships(
          ["rId1", `${OFFICE}/worksheet`, "./odd/../%E8%A1%A8/One.XML"],
          ["s", `${OFFICE}/sharedStrings`, "/STRINGS.bin"],
        ),
        "表/one.xml": SHEET,
        "strings.bin": STRINGS,
      }),
    ).toEqual([['A1 text "甲"']]);
  });

  it("does not go by names: what is called sheet1.xml may be another sheet", () => {
    const parts = partsOf([
      { name: "乙", rows: "<row><c><v>1</v></c></row>" },
      { name: "甲", rows: "<row><c><v>2</v></c></row>" },
    ]);
    parts["xl/_rels/workbook.xml.rels"] = relationships(
      ["rId1", `${OFFICE}/worksheet`, "worksheets/sheet2.xml"],
      ["rId2", `${OFFICE}/worksheet`, "worksheets/sheet1.xml"],
    );
    const { sheets } = accepted(rawXlsx(parts));
    expect(sheets.map(({ name, cells }) => [name, ...cells.map(inWords)])).toEqual([
      ["乙", "A1 number 2"],
      ["甲", "A1 number 1"],
    ]);
  });

  it("reads strict OOXML and prefixed names", () => {
    const strict = (text: string | Uint8Array | undefined) =>
      String(text).replaceAll(MAIN, STRICT_MAIN).replaceAll(OFFICE, STRICT_OFFICE);
    expect(
      cellsOf(Object.fromEntries(Object.entries(base).map(([name, text]) => [name, strict(text)]))),
    ).toEqual([['A1 text "甲"']]);
    const prefixed = `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row><x:c t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    expect(cellsOf(replaced({ "xl/worksheets/sheet1.xml": prefixed }))).toEqual([['A1 text "甲"']]);
  });

  it("does not take elements of another namespace for cells", () => {
    const foreign = SHEET.replace("<row>", '<row xmlns="urn:other">');
    expect(cellsOf(replaced({ "xl/worksheets/sheet1.xml": foreign }))).toEqual([[]]);
  });

  it("passes over chart and dialog sheets by their relationship", () => {
    const parts = partsOf([{ name: "图" }, { name: "数", rows: "<row><c><v>1</v></c></row>" }]);
    parts["xl/_rels/workbook.xml.rels"] = relationships(
      ["rId1", `${OFFICE}/chartsheet`, "chartsheets/sheet1.xml"],
      ["rId2", `${OFFICE}/worksheet`, "worksheets/sheet2.xml"],
    );
    expect(accepted(rawXlsx(parts)).sheets.map(({ name }) => name)).toEqual(["数"]);
  });
});

describe("packages that are returned", () => {
  it.each([["_rels/.rels"], ["xl/workbook.xml"], ["xl/sharedStrings.xml"]])(
    "E04: without %s, which is named or needed",
    (part) => {
      const { code, params } = refusal(rawXlsx(replaced({ [part]: undefined })));
      expect([code, params.reason]).toEqual(["E04", "missing-part"]);
    },
  );

  it("E04: a relationship id that is given twice", () => {
    const twice = relationships(
      ["rId1", `${OFFICE}/worksheet`, "worksheets/sheet1.xml"],
      ["rId1", `${OFFICE}/styles`, "styles.xml"],
    );
    expect(refusal(rawXlsx(replaced({ "xl/_rels/workbook.xml.rels": twice })))).toEqual({
      code: "E04",
      params: { reason: "duplicate-relationship", part: "xl/_rels/workbook.xml.rels" },
    });
  });

  it("E04: a part that is not what it is named as", () => {
    expect(refusal(rawXlsx(replaced({ "xl/sharedStrings.xml": SHEET })))).toEqual({
      code: "E04",
      params: { reason: "wrong-root", part: "xl/sharedStrings.xml" },
    });
  });

  it.each([
    ["no-part", { "xl/worksheets/sheet1.xml": undefined }],
    ["no-relationship", { "xl/_rels/workbook.xml.rels": undefined }],
    [
      "no-part",
      {
        "xl/_rels/workbook.xml.rels": relationships(["rId1", `${OFFICE}/worksheet`, "http://a/b.xml"]),
      },
    ],
    [
      "not-a-worksheet",
      { "xl/_rels/workbook.xml.rels": relationships(["rId1", `${OFFICE}/styles`, "worksheets/sheet1.xml"]) },
    ],
    ["not-a-worksheet", { "xl/worksheets/sheet1.xml": STRINGS }],
  ])("E12: a declared worksheet that is not there (%s)", (reason, changes) => {
    expect(refusal(rawXlsx(replaced(changes)))).toMatchObject({
      code: "E12",
      sheet: "Sheet1",
      params: { reason },
    });
  });
});
