import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_TEXT } from "../../src/intake/limits.js";
import type { ElementReader } from "../../src/intake/xml-elements.js";
import { scanXml } from "../support/scan.js";
import { encode, events, oracle, oracleRefuses, refused } from "../support/xml-events.js";

const WELL_FORMED = [
  "<a/>",
  "<a></a >",
  '<?xml version="1.0"?><a/>',
  "<?xml version='1.0' encoding='utf-8' standalone='yes' ?>\n<!-- c --><?pi data?><a/><!----><?p?>\n",
  "\uFEFF<a>字</a>",
  "<a>1 &lt; 2 &amp;&amp; 3 &gt; 2 &quot;&apos;</a>",
  "<a>&#20013;&#x4E2d;&#x1F600;&#9;&#10;&#13;</a>",
  "<a><![CDATA[<b>&amp;]]]]><![CDATA[>]]></a>",
  "<a> x <b/> y </a>",
  "<a\n b = '1'\tc=\"&#10;&lt;'\" d='\n\t'/>",
  "<a>\r\n1\r2\n</a>",
  "\r<a\r\n b='\r\n1\r2\t'\r>\r&#13;<![CDATA[\r\n]]></a\r>\r\n",
  "<?xml\rversion='1.0'\r\n?>\r<?pi\rx?><a/>",
  '<p:a xmlns:p="u" p:b="1" b="2"><c xmlns="v" d="3"><p:e/><f xmlns=""/></c></p:a>',
  '<a xmlns="u" xmlns:u="u" b="1" u:b="2"/>',
  '<a xml:space="preserve" xml:lang="zh"> </a>',
  '<a xmlns:p="u"><b xmlns:p="v"><p:c/></b><p:c/></a>',
  '<指标 编号="1·1"><é.-_1/></指标>',
  "<a>]] ></a>",
  "<a>𠀀</a>",
  '<a xmlnsx="1"/>',
  '<a b=">"/>',
  "<a><!-- <b> & --></a>",
  "<a><!--->--></a>",
];

const MALFORMED = [
  "",
  " ",
  "text",
  "<a>",
  "<a",
  "<a b",
  "<a b=",
  "<a b='",
  "</a>",
  "<a></b>",
  "<a></ab>",
  "<a></a",
  "<a><b></a></b>",
  "<a/><b/>",
  "<a/>x",
  "x<a/>",
  "<a/>&#32;",
  "<a>&</a>",
  "<a>& b</a>",
  "<a>&nbsp;</a>",
  "<a>&amp</a>",
  "<a>&#0;</a>",
  "<a>&#xD800;</a>",
  "<a>&#x110000;</a>",
  "<a>&#xFFFFFFFFFFFFFFFFFFFF;</a>",
  "<a>&#;</a>",
  "<a>&#X41;</a>",
  "<a b='<'/>",
  "<a b=1/>",
  "<a b/>",
  "<a b='1'c='2'/>",
  "<a b='1' b='2'/>",
  "<a xmlns:p='u' xmlns:q='u' p:b='1' q:b='2'/>",
  "<p:a/>",
  "<a p:b='1'/>",
  "<a xmlns:p=''/>",
  "<a xmlns:xml='u'/>",
  "<a xmlns:p='http://www.w3.org/XML/1998/namespace'/>",
  "<a xmlns:xmlns='u'/>",
  "<a xmlns='http://www.w3.org/2000/xmlns/'/>",
  "<a:b:c xmlns:a='u'/>",
  "<a xmlns:b:c='u'/>",
  "<a xmlns:='u'/>",
  "< a/>",
  "<a / >",
  "<1/>",
  "<a ,='1'/>",
  "<a>]]></a>",
  "<a><![CDATA[x]]</a>",
  "<![CDATA[x]]><a/>",
  "<a><!-- -- --></a>",
  "<a><!-- </a>",
  "<a><!x></a>",
  "<a><?xml version='1.0'?></a>",
  " <?xml version='1.0'?><a/>",
  "<?xml version='1.0'?><?XML?><a/>",
  "<?xml version='1.0'><a/>",
  "<?xml encoding='utf-8'?><a/>",
  "<?xml version='1.0' standalone='maybe'?><a/>",
  "<a><?></a>",
  "<a>\u0001</a>",
  "<a b='\u0008'/>",
  "<a>\uFFFF</a>",
  "<a\u00A0b='1'/>",
  "<a><</a>",
];

describe("well-formedness, against saxes", () => {
  it.each(WELL_FORMED)("reads %j", (xml) => {
    expect(events(xml)).toEqual(oracle(xml));
  });

  it.each(MALFORMED)("refuses %j", (xml) => {
    expect(oracleRefuses(xml)).toBe(true);
    expect(refused(xml)).toMatch(/^E04 xml/);
  });

  it("tells what ends early from what is malformed", () => {
    expect(refused("<a><b>")).toBe("E04 xml-ends-early");
    expect(refused("<a b='1")).toBe("E04 xml-ends-early");
    expect(refused("<a></a")).toBe("E04 xml-ends-early");
    expect(refused("<a></b>")).toBe("E04 xml");
  });

  it("reads generated documents as saxes does, and refuses what saxes refuses once they are spoiled", () => {
    const name = fc.constantFrom("a", "bc", "p:d", "值", "p:e-1");
    const text = fc
      .stringMatching(/^[ a<>&"'\r\n\]字]{0,6}$/u)
      .map((raw) => raw.replace(/[&<]/g, (c) => (c === "&" ? "&amp;" : "&#60;")).replaceAll("]", "] "));
    const attribute = fc
      .tuple(fc.constantFrom("b", "p:b", "q:b", "c"), text)
      .map(([key, value]) => `${key}="${value.replaceAll('"', "&quot;")}"`);
    const { element } = fc.letrec<{ element: string; content: string }>((tie) => ({
      content: fc.oneof(
        { maxDepth: 5 },
        text,
        fc.constantFrom("<!-- - -->", "<?q r?>", "<![CDATA[<&]]>", "<z/>"),
        tie("element"),
      ),
      element: fc
        .tuple(
          name,
          fc.uniqueArray(attribute, { maxLength: 3, selector: (a) => a.split("=")[0] }),
          fc.array(tie("content"), { maxLength: 4 }),
        )
        .map(
          ([tag, attributes, content]) => `<${[tag, ...attributes].join(" ")}>${content.join("")}</${tag}>`,
        ),
    }));
    const document = element.map((inner) => `<r xmlns:p="u" xmlns:q="v" xmlns="w">${inner}</r>`);
    const spoiler = fc.tuple(fc.nat(), fc.constantFrom("", "<", ">", "&", '"', "/", "]]>", "x", " ", "="));
    fc.assert(
      fc.property(document, spoiler, (xml, [place, inserted]) => {
        expect(events(xml)).toEqual(oracle(xml));
        const at = place % xml.length;
        const spoiled = `${xml.slice(0, at)}${inserted}${xml.slice(at + 1)}`;
        // saxes trims namespace names before it compares them; the standard does not.
        fc.pre(!/xmlns(?::\w)?=" "/.test(spoiled));
        if (oracleRefuses(spoiled)) expect(refused(spoiled)).toMatch(/^E04 xml/);
        else expect(events(spoiled)).toEqual(oracle(spoiled));
      }),
      { seed: 20260101, numRuns: 1500 },
    );
  });
});

describe("encodings", () => {
  const utf16 = (text: string, bigEndian: boolean) => {
    const bytes = new Uint8Array(text.length * 2);
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < text.length; i += 1) view.setUint16(i * 2, text.charCodeAt(i), !bigEndian);
    return bytes;
  };

  it("reads UTF-16 of either order by its mark", () => {
    const xml = '\uFEFF<?xml version="1.0" encoding="UTF-16"?><a>甲县</a>';
    const expected = ["open a ", 'text "甲县"', "close a"];
    expect(events(utf16(xml, false))).toEqual(expected);
    expect(events(utf16(xml, true))).toEqual(expected);
  });

  it("E10: UTF-16 without its mark, or under another name", () => {
    expect(refused(utf16("<a/>", false))).toBe("E10 UTF-16/UTF-32");
    expect(refused(utf16("<a/>", true))).toBe("E10 UTF-16/UTF-32");
    expect(refused(utf16('\uFEFF<?xml version="1.0" encoding="UTF-8"?><a/>', false))).toBe("E10 UTF-8");
  });

  it("E10: another declared encoding, even where the bytes would pass", () => {
    expect(refused('<?xml version="1.0" encoding="gb2312"?><a/>')).toBe("E10 gb2312");
    expect(refused('<?xml version="1.0" encoding="UTF-16"?><a/>')).toBe("E10 UTF-16");
  });

  it("E10: bytes that are not UTF-8", () => {
    for (const bytes of [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xe4, 0xb8]]) {
      expect(refused(new Uint8Array([...encode("<a>"), ...bytes, ...encode("</a>")]))).toBe("E10 ?");
    }
  });
});

describe("bounds", () => {
  const nested = (depth: number) => "<a>".repeat(depth) + "</a>".repeat(depth);
  const wide = (count: number) => `<a ${Array.from({ length: count }, (_, i) => `b${i}="1"`).join(" ")}/>`;

  it("E09: a document type declaration, harmless or not", () => {
    expect(refused("<!DOCTYPE a><a/>")).toBe("E09");
    expect(refused('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')).toBe("E09");
  });

  it("reads 64 levels and refuses a 65th", () => {
    expect(events(nested(64))).toHaveLength(128);
    expect(refused(nested(65))).toBe("E04 xml-depth");
    expect(refused(`${"<a>".repeat(64)}<b/>`)).toBe("E04 xml-depth");
  });

  it("reads 256 attributes and refuses a 257th", () => {
    expect(events(wide(256))).toHaveLength(2);
    expect(refused(wide(257))).toBe("E04 xml-attributes");
  });

  it("E07: a text or an attribute that no workbook holds, before anything is done to it", () => {
    const long = "x".repeat(MAX_TEXT);
    expect(events(`<a>${long}</a>`)).toHaveLength(3);
    expect(refused(`<a>${long}x</a>`)).toBe("E07 text");
    expect(refused(`<a><![CDATA[${long}x]]></a>`)).toBe("E07 text");
    expect(refused(`<a b="&#9;${long}"/>`)).toBe("E07 text");
  });

  it("takes linear time for what tempts a scanner to look ahead again and again", () => {
    const before = performance.now();
    expect(refused(`<a>${"<b c='1'/>&amp;x".repeat(200_000)}`)).toBe("E04 xml-ends-early");
    expect(refused(`<a>${'<b xmlns:p="u"/>'.repeat(100_000)}</a>`)).toBeUndefined();
    expect(
      refused(`<a>${Array.from({ length: 100_000 }, (_, i) => `<n${i}/>`).join("")}</a>`),
    ).toBeUndefined();
    expect(performance.now() - before).toBeLessThan(5000);
  });
});

it("skips an element nobody asks for with all that is in it, but still checks it", () => {
  const seen: string[] = [];
  const leaf: ElementReader = { text: (text) => seen.push(text) };
  const root: ElementReader = { child: (name) => (name === "keep" ? leaf : undefined) };
  const read = (xml: string) => scanXml(encode(xml), "a.xml", { child: () => root });
  read("<a>0<skip>1<keep>2</keep></skip><keep>3<b>4</b>5</keep></a>");
  expect(seen).toEqual(["3", "5"]);
  expect(() => read("<a><skip>&bad;</skip></a>")).toThrowError("E04");
  expect(() => read("<a><skip><b></skip></a>")).toThrowError("E04");
});
