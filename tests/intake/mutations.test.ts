import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { inspectWorkbook } from "../../src/intake/inspect.js";
import { returnsFile } from "../../src/model/finding.js";
import { ROOT } from "../support/faping.js";
import { type Member, oneSheet, zip } from "../support/raw-xlsx.js";

const FOLDERS = ["published-reports", "demo-townships", "foreign-forms"];
const files: readonly Uint8Array[] = FOLDERS.flatMap((folder) => {
  const [name = ""] = readdirSync(join(ROOT, "samples", folder)).filter((one) => one.endsWith(".xlsx"));
  return [new Uint8Array(readFileSync(join(ROOT, "samples", folder, name)))];
});
const [first = new Uint8Array()] = files;

/** What is read of a file, and nothing beside it: its cells, ranges and the findings that return it. */
function reading(bytes: Uint8Array): string {
  const { sheets, findings } = inspectWorkbook(bytes, "a.xlsx");
  return findings.some(returnsFile) ? "returned" : JSON.stringify(sheets);
}
const originals = new Map<Uint8Array, string>(files.map((bytes) => [bytes, reading(bytes)]));

/** Read as it was, or returned: never another value, never silence, never an error of ours. */
function asBeforeOrReturned(original: Uint8Array, changed: Uint8Array): void {
  const now = reading(changed);
  if (now !== "returned")
    expect(now === originals.get(original), "other values without a finding").toBe(true);
}
const anyFile = fc.constantFrom(...files);

describe("a file that was damaged on its way", () => {
  it("a byte flipped anywhere", () => {
    fc.assert(
      fc.property(anyFile, fc.nat(), fc.integer({ min: 1, max: 255 }), (bytes, place, flip) => {
        const changed = bytes.slice();
        const at = place % bytes.length;
        changed[at] = (changed[at] ?? 0) ^ flip;
        asBeforeOrReturned(bytes, changed);
      }),
      { seed: 20261127, numRuns: 250 },
    );
  });

  it("a bit flipped in every place of the directory and of the records before its parts", () => {
    const small = oneSheet('<row r="1"><c r="A1"><v>12.5</v></c><c r="B1" t="str"><v>甲</v></c></row>');
    const before = reading(small);
    for (let at = 0; at < small.length; at += 1) {
      for (const bit of [0, 3, 7]) {
        const changed = small.slice();
        changed[at] = (changed[at] ?? 0) ^ (1 << bit);
        const now = reading(changed);
        if (now !== "returned") expect(now, `byte ${at}, bit ${bit}`).toBe(before);
      }
    }
  });

  it("cut off anywhere", () => {
    fc.assert(
      fc.property(anyFile, fc.nat(), (bytes, length) => {
        expect(reading(bytes.subarray(0, length % bytes.length))).toBe("returned");
      }),
      { seed: 1, numRuns: 120 },
    );
  });

  it("with something before or behind it", () => {
    fc.assert(
      fc.property(anyFile, fc.uint8Array({ minLength: 1, maxLength: 40 }), (bytes, more) => {
        expect(reading(Buffer.concat([more, bytes]))).toBe("returned");
        expect(reading(Buffer.concat([bytes, more]))).toBe("returned");
      }),
      { seed: 2, numRuns: 30 },
    );
  });
});

describe("a file whose parts were tampered with", () => {
  const parts = Object.entries(unzipSync(first));
  const readParts = parts
    .map(([name]) => name)
    .filter((name) => /(?:sheet\d+|sharedStrings|styles|workbook|\.rels|Types\])/.test(name));
  const members = (change: (name: string, content: Uint8Array) => Member | undefined): Uint8Array =>
    zip(
      parts.filter(([name]) => !name.endsWith("/")).flatMap(([name, content]) => change(name, content) ?? []),
    );
  const sound = reading(members((name, content) => ({ name, content })));

  it("is read as it was where only its archive is written anew", () => {
    expect(sound).toBe(originals.get(first));
  });

  it.each(readParts)("%s gone, emptied, doubled, with another size or checksum", (part) => {
    const spoiled: readonly ((content: Uint8Array) => Member | undefined)[] = [
      () => undefined,
      () => ({ name: part, content: "" }),
      (content) => ({ name: part, content, crc: 1 }),
      (content) => ({ name: part, content, size: content.length + 1 }),
      (content) => ({ name: part, content, method: 99 }),
      (content) => ({ name: part, content, flags: 1 }),
      (content) => ({ name: part, content, local: { name: "x" } }),
    ];
    for (const spoil of spoiled) {
      const now = reading(members((name, content) => (name === part ? spoil(content) : { name, content })));
      // A relationship part that is gone takes nothing with it where its owner has no cells.
      expect(now === "returned" || (now === sound && part.endsWith(".rels")), `${part} ${spoil}`).toBe(true);
    }
    const twice = members((name, content) => ({ name, content }));
    expect(reading(twice)).toBe(sound);
  });

  it("data descriptors and zip64 records change nothing", () => {
    expect(reading(members((name, content) => ({ name, content, descriptor: true })))).toBe(sound);
    expect(reading(members((name, content) => ({ name, content, zip64: true })))).toBe(sound);
    expect(reading(members((name, content) => ({ name, content, method: 0 })))).toBe(sound);
  });

  it("contents of two sheets swapped are other sheets, and never a mixture", () => {
    const sheets = parts.filter(([name]) => /sheet[23]\.xml$/.test(name));
    const [[a, one] = ["", new Uint8Array()], [b, two] = ["", new Uint8Array()]] = sheets;
    const swapped = members((name, content) => ({
      name,
      content: name === a ? two : name === b ? one : content,
    }));
    const names = (text: string) =>
      JSON.parse(text).map(({ name, dimension }: { name: string; dimension: string }) => [name, dimension]);
    const [before, after] = [names(sound), names(reading(swapped))];
    expect(after[1][1]).toBe(before[2][1]);
    expect(after[2][1]).toBe(before[1][1]);
  });
});

describe("a sheet that was tampered with, its archive being sound", () => {
  const parts = unzipSync(first);
  const path = "xl/worksheets/sheet3.xml";
  const xml = strFromU8(parts[path] ?? new Uint8Array());
  const rewritten = (text: string | Uint8Array, name = path) =>
    reading(zipSync({ ...parts, [name]: typeof text === "string" ? strToU8(text) : text }, { level: 1 }));
  const replaced = (from: string | RegExp, to: string) => {
    const text = xml.replace(from, to);
    expect(text).not.toBe(xml);
    return rewritten(text);
  };

  it.each<readonly [string, () => string]>([
    ["a closing tag gone", () => replaced("</row>", "")],
    ["a tag that is never closed", () => replaced("<row ", "<row><row ")],
    ["cut in the middle", () => rewritten(xml.slice(0, xml.length / 2))],
    ["an address outside its row", () => replaced(/<c r="A4"/, '<c r="A5"')],
    ["an address twice", () => replaced(/<c r="B4"/, '<c r="A4"')],
    ["a row twice", () => replaced(/(<row r="5"[\s\S]*?<\/row>)/, "$1$1")],
    ["a value twice", () => replaced(/(<v>[^<]*<\/v>)/, "$1$1")],
    ["another type", () => replaced(/t="s"/, 't="b"')],
    ["a type that is none", () => replaced(/t="s"/, 't="q"')],
    ["a string that is not there", () => replaced(/t="s"><v>\d+</, 't="s"><v>999999<')],
    ["a style that is not there", () => replaced(/<c r="(\w+)" s="\d+"><v>/, '<c r="$1" s="99999"><v>')],
    ["another root", () => rewritten(xml.replaceAll("worksheet", "chartsheet"))],
    [
      "another namespace",
      () => replaced("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "urn:x"),
    ],
    [
      "an entity",
      () => rewritten(xml.replace("?>", '?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>')),
    ],
    ["a character that XML does not have", () => replaced("<v>", "<v>\u0001")],
    ["bytes of GBK", () => rewritten(new Uint8Array([...strToU8(xml.slice(0, 400)), 0xc7, 0xe0]))],
    ["UTF-16 without its mark", () => rewritten(new Uint8Array(Buffer.from(xml, "utf16le")))],
    [
      "strings fewer than cells name",
      () =>
        rewritten(
          '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>甲</t></si></sst>',
          "xl/sharedStrings.xml",
        ),
    ],
    ["no styles", () => rewritten("", "xl/styles.xml")],
  ])("%s: the file is returned", (_, result) => {
    expect(result()).toBe("returned");
  });
});
