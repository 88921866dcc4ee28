import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { inflateBy } from "../../src/intake/inflate.js";
import { MAX_TEXT } from "../../src/intake/limits.js";
import { readWorkbook } from "../../src/intake/workbook.js";
import { ROOT } from "../support/faping.js";
import { oneSheet, partsOf, rawXlsx, worksheet } from "../support/raw-xlsx.js";
import { worstFiles } from "../support/worst-files.js";

/** The reader has short ways for what nearly all files hold. They must lead where the long ones lead. */
describe("a cell written plainly", () => {
  const CELLS = [
    ...['<c r="A1"/>', '<c r="A1" s="1"/>', '<c r="A1" s="1" t="s"/>', '<c r="A1" t="s"><v>0</v></c>'],
    ...['<c r="A1" s="1" t="s"><v>1</v></c>', '<c r="A1" s="2"><v>45292</v></c>', '<c r="A1"><v>0</v></c>'],
    ...[
      '<c r="A1" t="b"><v>1</v></c>',
      '<c r="A1" t="e"><v>#DIV/0!</v></c>',
      '<c r="A1" t="str"><v>甲 县</v></c>',
    ],
    ...['<c r="A1" t="d"><v>2024-05-06</v></c>', '<c r="A1"><v> 7 </v></c>', '<c r="A1"><v>1e400</v></c>'],
    ...['<c r="A1" t="str"><v>_x0041_</v></c>', `<c r="A1" t="str"><v>${"9".repeat(33)}</v></c>`],
    // Faults, and what has to be decoded.
    ...['<c r="A1" t="s"><v>9</v></c>', '<c r="A1" t="s"><v>-1</v></c>', '<c r="A1" t="zz"><v>1</v></c>'],
    ...['<c r="A1" s="77"><v>1</v></c>', '<c r="A0"><v>1</v></c>', '<c r="A2"><v>1</v></c>', '<c r="XFE1"/>'],
    ...[
      '<c r="B1"/><c r="A1"/>',
      '<c r="A1"/><c r="A1"/>',
      '<c r="A1" t="b"><v>2</v></c>',
      '<c r="A1"><v></v></c>',
    ],
    ...[
      '<c r="A1" t="str"><v>a&amp;b</v></c>',
      '<c r="A1" t="str"><v>]]></v></c>',
      '<c r="A1" t="str"><v>a\r\nb</v></c>',
    ],
    ...['<c r="A1" t="inlineStr"><v>1</v></c>', '<c r="A1" r="A1"/>', '<c r="A1" s="1" s="1"/>'],
  ];
  const STYLES = '<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="14"/></cellXfs>';
  const read = (row: string) =>
    readWorkbook(
      oneSheet(`<row r="1">${row}</row>`, {
        strings: "<si><t>甲</t></si><si><t>乙</t></si>",
        styles: STYLES,
      }),
      "a.xlsx",
    );

  it.each(CELLS)("%s", (cell) => {
    const spaced = cell.replaceAll("<c ", "<c  ").replaceAll("/>", " />").replaceAll("<v>", "<v >");
    expect(read(cell)).toEqual(read(spaced));
  });

  it("is one only where names without a prefix are those of spreadsheets", () => {
    const other = worksheet({ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' });
    const within = other.replace("<row ", '<row xmlns="urn:another" ');
    const [mine, theirs] = [other, within].map((xml) => readWorkbook(rawXlsx(partsOf([{ xml }])), "a.xlsx"));
    expect(mine?.workbook?.sheets[0]?.cells).toHaveLength(1);
    expect(theirs?.workbook?.sheets[0]?.cells).toHaveLength(0);
  });
});

describe("a shared string written plainly", () => {
  it.each([
    ...[
      "甲县",
      "",
      " 甲 ",
      "_x000D_",
      "_x005F_x0041_",
      "a]b",
      "a&lt;b",
      "a\r\nb",
      "\uFEFF",
      "x".repeat(MAX_TEXT),
    ],
    ...["x".repeat(MAX_TEXT + 1), "]]>", "\u0007"],
  ])("%j", (text) => {
    const book = (item: string) => {
      const rows = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>';
      return readWorkbook(oneSheet(rows, { strings: item }), "a.xlsx");
    };
    expect(book(`<si><t xml:space="preserve">${text}</t></si>`)).toEqual(
      book(`<si ><t  xml:space="preserve" >${text}</t></si>`),
    );
  });
});

describe("the platform's own inflater", () => {
  afterEach(() => inflateBy(undefined));

  const native = (deflated: Uint8Array, size: number) =>
    inflateRawSync(deflated, { maxOutputLength: size + 1, chunkSize: Math.max(64, size + 1) });
  const county = new Uint8Array(readFileSync(join(ROOT, "samples/demo-counties/990121-青岚县.xlsx")));

  it("gives what ours gives, also of damaged and hostile files", () => {
    const worst = worstFiles(county, { name: "青岚县", code: "990121" });
    const samples = ["demo-counties", "demo-townships"].flatMap((folder) =>
      readdirSync(join(ROOT, "samples", folder)).map((file) => join(ROOT, "samples", folder, file)),
    );
    const files = [
      ...Object.entries(worst).map(([name, [, bytes]]) => [name, bytes] as const),
      ...samples.map((path) => [path, new Uint8Array(readFileSync(path))] as const),
      ...Array.from({ length: 60 }, (_, n) => {
        const flipped = county.slice();
        const at = Math.floor((county.length * n) / 60);
        flipped[at] = (flipped[at] ?? 0) ^ (1 << (n % 8));
        return [`flipped-${n}.xlsx`, flipped] as const;
      }),
    ];
    let used = 0;
    for (const [name, bytes] of files) {
      inflateBy(undefined);
      const ours = readWorkbook(bytes, name);
      inflateBy((deflated, size) => {
        used += 1;
        return native(deflated, size);
      });
      expect(readWorkbook(bytes, name), name).toEqual(ours);
    }
    expect(used).toBeGreaterThan(files.length);
  });

  it("is not believed where it gives more or less than declared", () => {
    const ours = readWorkbook(county, "a.xlsx");
    for (const length of [0, 10]) {
      inflateBy(() => new Uint8Array(length));
      expect(readWorkbook(county, "a.xlsx")).toEqual(ours);
    }
  });
});
