import { describe, expect, it } from "vitest";
import { decodeEscapes, readSharedStrings } from "../../src/intake/shared-strings.js";
import { MAIN, oneSheet } from "../support/raw-xlsx.js";
import { firstSheet, refusal } from "../support/readings.js";
import { archiveOf } from "../support/scan.js";

const rowOf = (...indices: readonly string[]) =>
  `<row>${indices.map((index) => `<c t="s"><v>${index}</v></c>`).join("")}</row>`;
const texts = (bytes: Uint8Array) => firstSheet(bytes).cells.map((cell) => cell.kind === "text" && cell.text);

describe("shared strings", () => {
  it("keeps text exactly, with its blanks and line breaks", () => {
    const strings = '<si><t xml:space="preserve"> 甲\r\n乙\t </t></si><si><t> x </t></si>';
    expect(texts(oneSheet(rowOf("0", "1"), { strings }))).toEqual([" 甲\n乙\t ", " x "]);
  });

  it("puts the runs of rich text together and leaves out how it is pronounced", () => {
    const strings =
      '<si>\n<r><rPr><b/><t>no</t></rPr><t>法</t></r>\n<r><t xml:space="preserve"> 治</t></r><rPh sb="0" eb="1"><t>fa</t></rPh><phoneticPr fontId="1"/></si>';
    expect(texts(oneSheet(rowOf("0"), { strings }))).toEqual(["法 治"]);
  });

  it("skips what it does not know without losing what follows", () => {
    const strings =
      '<si><t>甲</t><extLst><ext><t>no</t></ext></extLst></si><x:si xmlns:x="urn:x"><x:t>no</x:t></x:si><si><t>乙</t></si>';
    expect(texts(oneSheet(rowOf("0", "1"), { strings }))).toEqual(["甲", "乙"]);
  });

  it("counts empty strings, and fills no cell with them", () => {
    const strings = "<si/><si><t/></si><si><t>甲</t></si>";
    expect(firstSheet(oneSheet(rowOf("0", "1", "2"), { strings })).cells.map((cell) => cell.address)).toEqual(
      ["C1"],
    );
  });

  it("reads entities and CDATA as the text they stand for", () => {
    const strings = "<si><t>a&amp;b&#x7532;<![CDATA[<c>&amp;]]></t></si>";
    expect(texts(oneSheet(rowOf("0"), { strings }))).toEqual(["a&b甲<c>&amp;"]);
  });

  it.each(["1", "-1", "x", "1.0", "99999999999"])("E04: index %s, where there is one string", (index) => {
    expect(refusal(oneSheet(rowOf("0", index), { strings: "<si><t>甲</t></si>" }))).toEqual({
      code: "E04",
      sheet: "Sheet1",
      cell: "B1",
      params: { reason: "shared-string", part: "xl/worksheets/sheet1.xml" },
    });
  });

  it("E04: a shared string where there are none", () => {
    expect(refusal(oneSheet(rowOf("0"))).params.reason).toBe("shared-string");
  });
});

it("E07: a text that grows beyond bounds run by run", () => {
  const strings = (runs: number) =>
    archiveOf(
      "a.xml",
      `<sst xmlns="${MAIN}"><si>${`<r><t>${"x".repeat(1 << 16)}</t></r>`.repeat(runs)}</si></sst>`,
    );
  expect(readSharedStrings(strings(16), "a.xml")[0]).toHaveLength(1 << 20);
  expect(() => readSharedStrings(strings(17), "a.xml")).toThrowError("E07");
});

describe("escapes", () => {
  it.each([
    ["a_x000D_b", "a\rb"],
    ["_x005F_x000D_", "_x000D_"],
    ["_x005f_", "_"],
    ["_xD83D__xDE00_", "😀"],
    ["_x00D_", "_x00D_"],
    ["x_x_y", "x_x_y"],
  ])("%s is %j", (stored, text) => {
    expect(decodeEscapes(stored)).toBe(text);
  });
});
