import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { MAX_CONSTRUCT, MAX_TEXT } from "../../src/intake/limits.js";
import { ROOT } from "../support/faping.js";
import { encode, events, oracle, refused } from "../support/xml-events.js";

/** Everything that may be cut: a mark, a declaration, references, CDATA, comments, line ends, wide characters. */
const DOCUMENTS = [
  '\uFEFF<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<a>字\r\n😀</a>\r',
  '<?q?><!-- - --><a b="1" c=\'2\' p:d="&amp;&#x4E2D;&#128512;" xmlns:p="u"><![CDATA[]]]]><![CDATA[>&]]>]] &gt;</a><!---->',
  '<s:a xmlns:s="u"><s:c r="A1" s="1"/><s:c r="A2" s="1"><s:v>1</s:v></s:c><s:c r="A3"/><s:c  r="A4"  s="1"/></s:a>',
  '<a><row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c></row></a>',
  '<a><b x="1"/><b x="1" y="2"/><b y="2"/><b/><b x="&lt;"/><b x="3" x2="4"/><b xmlns="v" x="5"><b x="6"/></b><b x="7"/></a>',
  "<a>\uFEFF甲\uFEFF\uFEFF😀é</a>",
];
const SPOILED = [
  "<a><b></a>",
  '<a b="1" b="2"/>',
  '<a><b x="1"/><b x="1" x="2"/></a>',
  '<a><b x="1"/><b x="<"/></a>',
  "<a>]]></a>",
  "<a>&nbsp;</a>",
  "<a><!-- -- --></a>",
  "<a/><b/>",
  "<a><b x='1'/ ></a>",
  '<!DOCTYPE a [<!ENTITY b "c">]><a/>',
  '<?xml version="1.0" encoding="gbk"?><a/>',
  "<a",
  "<a>",
  "<a b=",
  '<a b="',
  "<a><![CDATA[",
  "<a><!--",
  "<a></",
  "",
  "<?xml version='2'?><a/>",
];

describe("a document that comes in pieces", () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 });

  it("says what it says in one piece, wherever it is cut", () => {
    for (const xml of DOCUMENTS) expect(events(xml, [1]), xml).toEqual(oracle(xml));
    fc.assert(
      fc.property(fc.constantFrom(...DOCUMENTS), sizes, (xml, cut) => {
        expect(events(xml, cut)).toEqual(oracle(xml));
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it("is refused for the same reason, wherever it is cut", () => {
    for (const xml of SPOILED) {
      const whole = refused(xml);
      expect(whole, xml).toBeDefined();
      for (const cut of [[1], [2], [3, 1], [5]]) expect(refused(xml, cut), `${xml} ${cut}`).toBe(whole);
    }
  });

  it("may be cut within a character, of UTF-8 and of UTF-16", () => {
    const wide = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le"));
    const xml = "<a>甲县😀</a>";
    for (const cut of [[1], [2], [3], [5]]) {
      expect(events(encode(xml), cut)).toEqual(oracle(xml));
      expect(events(wide(xml), cut)).toEqual(oracle(xml));
    }
    expect(refused(new Uint8Array([...encode("<a>"), 0xe4, 0xb8]), [1])).toBe("E10 ?");
  });

  it("E07: what never ends is not kept for ever", () => {
    const long = "x".repeat(MAX_CONSTRUCT + 1);
    for (const xml of [`<a><!--${long}`, `<a b="${long}`, `<a>${long}`, `<a><?p ${long}`, `<${long}`])
      expect(refused(xml, [1 << 16])).toBe("E07 text");
    expect(refused(`<a>${"x".repeat(MAX_TEXT)}</a>`, [1 << 16])).toBeUndefined();
  });
});

/** The short names that the reader has for the namespaces it knows. */
const KNOWN: readonly (readonly [uri: string, prefix: string])[] = [
  ["http://schemas.openxmlformats.org/spreadsheetml/2006/main", "s:"],
  ["http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r:"],
  ["http://schemas.openxmlformats.org/package/2006/relationships", "pr:"],
  ["http://schemas.openxmlformats.org/package/2006/content-types", "ct:"],
];
/** Attributes stand in the order of their names, which the short names change. */
const inShort = (event: string): string => {
  const short = KNOWN.reduce((text, [uri, prefix]) => text.replaceAll(`{${uri}}`, prefix), event);
  const [, head = "", attributes] = /^(open \S+) (.*)$/su.exec(short) ?? [];
  if (attributes === undefined) return short;
  const list = attributes.match(/\S+?="(?:[^"\\]|\\.)*"/gsu) ?? [];
  return `${head} ${list.sort().join(" ")}`;
};

describe("every part of the samples", () => {
  const folders = [
    "demo-province",
    "demo-townships",
    "demo-counties",
    "published-reports",
    "verification/copies",
  ];
  const workbooks = [...folders, "foreign-forms"].flatMap((folder) =>
    readdirSync(join(ROOT, "samples", folder))
      .filter((name) => name.endsWith(".xlsx"))
      .slice(0, 2)
      .map((name) => join(ROOT, "samples", folder, name)),
  );

  it.each(workbooks.map((path) => [path.slice(ROOT.length + 1), path]))("%s, against saxes", (_, path) => {
    const parts = Object.entries(unzipSync(new Uint8Array(readFileSync(path))));
    for (const [part, bytes] of parts.filter(([name]) => /\.(?:xml|rels)$/.test(name)))
      expect(events(bytes, [1 << 16, 999]).map(inShort), part).toEqual(oracle(strFromU8(bytes)).map(inShort));
  });
});
