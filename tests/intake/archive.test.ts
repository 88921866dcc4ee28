import { deflateSync } from "fflate";
import { describe, expect, it } from "vitest";
import { Archive } from "../../src/intake/archive.js";
import { crc32 } from "../../src/intake/crc32.js";
import { readWorkbook } from "../../src/intake/workbook.js";
import { concat, type Member, membersOf, partsOf, zip } from "../support/raw-xlsx.js";
import { accepted, inWords, refusal } from "../support/readings.js";
import { contentOf } from "../support/scan.js";

const SHEET = "xl/worksheets/sheet1.xml";
const parts = partsOf([{ rows: '<row><c t="str"><v>甲</v></c></row>' }]);

/** The workbook with the sheet's zip member spoiled. */
function withSheet(spoiled: Partial<Member>, ...more: readonly Member[]): Uint8Array {
  const members = membersOf(parts).map((member) =>
    member.name === SHEET ? { ...member, ...spoiled } : member,
  );
  return zip([...members, ...more]);
}
const cellsOf = (bytes: Uint8Array) => accepted(bytes).sheets[0]?.cells.map(inWords);

describe("archives that are read", () => {
  it("reads stored, deflated and streamed members alike", () => {
    for (const sheet of [{}, { method: 0 }, { descriptor: true }, { zip64: true }]) {
      expect(cellsOf(withSheet(sheet))).toEqual(['A1 text "甲"']);
    }
  });

  it("reads a simple zip64 archive", () => {
    expect(cellsOf(zip(membersOf(parts), { zip64End: true }))).toEqual(['A1 text "甲"']);
  });

  it("passes over folders and pictures, whatever is wrong with the picture", () => {
    const picture = { name: "xl/media/1.png", content: "…", crc: 1, method: 99 };
    expect(cellsOf(withSheet({}, { name: "xl/media/", content: "", method: 0 }, picture))).toEqual([
      'A1 text "甲"',
    ]);
  });

  it("reads a view into a larger buffer", () => {
    const bytes = withSheet({});
    const larger = concat(new Uint8Array(7), bytes, new Uint8Array(9));
    expect(cellsOf(larger.subarray(7, 7 + bytes.length))).toEqual(['A1 text "甲"']);
  });
});

describe("archives that are returned", () => {
  const size = new TextEncoder().encode(parts[SHEET] as string).length;

  it("E05: content that does not match its checksum", () => {
    expect(refusal(withSheet({ crc: 12345 }))).toEqual({
      code: "E05",
      sheet: "Sheet1",
      params: { part: SHEET },
    });
  });

  it.each([
    ["claims more than it holds", { size: size + 1 }],
    ["claims less than it holds", { size: size - 1 }],
    ["is stored with another size", { method: 0, size: size - 1 }],
  ])("E04: a member that %s", (_, sheet) => {
    expect(refusal(withSheet(sheet))).toMatchObject({ code: "E04", params: { reason: "size", part: SHEET } });
  });

  it("E04: a compression method other than stored and deflate", () => {
    expect(refusal(withSheet({ method: 12 }))).toMatchObject({ code: "E04", params: { reason: "method" } });
  });

  it("E04: compressed data that breaks off, or is none", () => {
    const stored = deflateSync(new TextEncoder().encode(parts[SHEET] as string));
    for (const spoiled of [
      stored.subarray(0, stored.length - 9),
      new Uint8Array(64).fill(0xff),
      new Uint8Array(),
    ]) {
      const { code, params } = refusal(withSheet({ stored: spoiled }));
      expect(code).toBe("E04");
      expect(["compressed-data", "size"]).toContain(params.reason);
    }
  });

  it("E04: padding behind the compressed data, without reading it over and over", () => {
    const stored = concat(
      deflateSync(new TextEncoder().encode(parts[SHEET] as string)),
      new Uint8Array(8 << 20),
    );
    const before = performance.now();
    expect(refusal(withSheet({ stored }))).toMatchObject({
      code: "E04",
      params: { reason: "compressed-data" },
    });
    expect(performance.now() - before).toBeLessThan(2000);
  });

  it.each([
    ["name", { name: "xl/worksheets/sheet2.xml" }],
    ["method", { method: 0 }],
    ["checksum", { crc: 1 }],
  ])("E04: a local header with another %s than the directory", (_, local) => {
    expect(refusal(withSheet({ local }))).toMatchObject({ code: "E04", params: { reason: "local-header" } });
  });

  it("E04: two members on the same bytes", () => {
    const place = membersOf(parts).findIndex(({ name }) => name === SHEET);
    const twin = { ...membersOf(parts)[place], sharesDataOf: place } as Member;
    expect(refusal(withSheet({}, twin))).toEqual({ code: "E04", params: { reason: "overlap", part: SHEET } });
    const alias = { ...twin, name: "xl/other.xml" };
    expect(refusal(withSheet({}, alias)).params).toEqual({ reason: "local-header", part: "xl/other.xml" });
  });

  it("E04: a file that was cut off, or has something before or behind the archive", () => {
    const bytes = withSheet({});
    expect(refusal(bytes.subarray(0, bytes.length - 1))).toEqual({
      code: "E04",
      params: { reason: "no-directory" },
    });
    expect(refusal(bytes.subarray(0, 40)).params).toEqual({ reason: "no-directory" });
    expect(refusal(concat(bytes, new Uint8Array(3))).params).toEqual({ reason: "no-directory" });
    expect(refusal(concat(zip([]), bytes)).params).toEqual({ reason: "directory" });
  });

  it.each([
    ["duplicate", "XL/Worksheets/Sheet1.xml"],
    ["absolute", "/etc/passwd"],
    ["climbing", "xl/../../a.xml"],
    ["with a backslash", "xl\\a.xml"],
    ["on a drive", "C:/a.xml"],
    ["with an empty step", "xl//a.xml"],
  ])("E08: a name that is %s", (_, name) => {
    expect(refusal(withSheet({}, { name, content: "x" }))).toEqual({ code: "E08", params: { part: name } });
  });

  it("E03: encrypted members", () => {
    expect(refusal(withSheet({ flags: 1 }))).toEqual({ code: "E03", params: { part: SHEET } });
  });

  it("E06: more members than a workbook has", () => {
    const many = Array.from({ length: 1001 }, (_, i) => ({ name: `a${i}`, content: "", method: 0 }));
    expect(refusal(zip(many))).toEqual({
      code: "E06",
      params: { what: "entries", found: "1001", limit: "1000" },
    });
  });

  it("E06: a file above 100 MiB, before it is looked into", () => {
    const bytes = new Uint8Array(100 * 1024 * 1024 + 1);
    bytes.set([0x50, 0x4b, 3, 4]);
    expect(refusal(bytes)).toEqual({
      code: "E06",
      params: { what: "bytes", found: "104857601", limit: "104857600" },
    });
  });

  it("E07: a part that inflates more than 200 times", () => {
    const bomb = `<worksheet>${" ".repeat(2 << 20)}</worksheet>`;
    expect(refusal(withSheet({ content: bomb }))).toEqual({
      code: "E07",
      sheet: "Sheet1",
      params: { part: SHEET, what: "ratio", limit: "200" },
    });
  });

  it("E04: a bomb that claims to be small is stopped at its claim", () => {
    const bomb = " ".repeat(4 << 20);
    expect(refusal(withSheet({ content: bomb, size: 1000 })).params.reason).toBe("size");
  });

  it("E07: a part above 64 MiB, by its claim", () => {
    expect(refusal(withSheet({ size: 65 << 20 }))).toMatchObject({ code: "E07", params: { what: "part" } });
  });

  it("E07: parts that come to more than 100 MiB together", () => {
    const content = new Uint8Array(35 << 20);
    const stored = { content, method: 0, crc: crc32(content) };
    const bytes = zip(["a", "b", "c"].map((name) => ({ ...stored, name })).slice(0, 2));
    const archive = new Archive(bytes);
    expect(contentOf(archive, "a").length + contentOf(archive, "b").length).toBe(70 << 20);
    expect(() => contentOf(archive, "a")).toThrowError("E07");
  });
});

describe("the inflater", () => {
  it("gives back what was compressed, over many pieces and block kinds", () => {
    const noise = Uint8Array.from(
      { length: 300_000 },
      (_, i) => (i * i * 31 + (i >> 5)) & (i % 3000 < 1500 ? 0xff : 7),
    );
    for (const level of [0, 1, 9] as const) {
      const member = { name: "a", content: noise, stored: deflateSync(noise, { level }) };
      const read = contentOf(new Archive(zip([member])), "a");
      expect([read.length, crc32(read)]).toEqual([noise.length, crc32(noise)]);
      expect(read.subarray(-9)).toEqual(noise.subarray(-9));
    }
  });

  it("never throws anything but a refusal at damaged streams", () => {
    const stored = deflateSync(new TextEncoder().encode((parts[SHEET] as string).repeat(20)));
    for (let i = 0; i < stored.length; i += 1) {
      const spoiled = stored.slice();
      spoiled[i] = (spoiled[i] ?? 0) ^ (1 << (i % 8));
      expect(readWorkbook(withSheet({ stored: spoiled }), "a").findings.length).toBe(1);
    }
  });
});
