import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { formatAddress } from "../../src/intake/address.js";
import { CSV_SHEET, readCsv } from "../../src/intake/csv.js";
import {
  MAX_COLUMNS,
  MAX_FIELDS,
  MAX_FILE_BYTES,
  MAX_FILLED_CELLS,
  MAX_RECORDS,
  MAX_ROWS,
} from "../../src/intake/limits.js";
import { trimmed } from "../../src/intake/text.js";
import { findings as en } from "../../src/messages/en/findings.js";
import { findings as zh } from "../../src/messages/zh-CN/findings.js";
import { returnsFile } from "../../src/model/finding.js";
import { inWords } from "../support/readings.js";

const FILE = "法院数据.csv";
const encode = (text: string) => new TextEncoder().encode(text);
const bytesOf = (file: string | Uint8Array) => (typeof file === "string" ? encode(file) : file);

/** The one sheet, or the findings in words where there should have been none. */
function sheetOf(file: string | Uint8Array) {
  const { workbook, findings } = readCsv(bytesOf(file), FILE);
  const sheet = workbook?.sheets[0];
  if (sheet === undefined || findings.length > 0) throw new Error(`refused: ${JSON.stringify(findings)}`);
  return sheet;
}

/** Each cell as `B2 甲`. */
const cellsOf = (file: string | Uint8Array) =>
  sheetOf(file).cells.map((cell) => `${cell.address} ${cell.raw}`);

/** The one finding of a file that is returned. */
function refusalOf(file: string | Uint8Array) {
  const { workbook, findings } = readCsv(bytesOf(file), FILE);
  const [finding, ...more] = findings;
  if (workbook !== undefined || finding === undefined || more.length > 0) {
    throw new Error(`not one refusal: ${JSON.stringify(findings)}`);
  }
  const { file: named, ...rest } = finding;
  expect(named).toBe(FILE);
  return rest;
}

const utf16 = (text: string, littleEndian: boolean, mark = "\uFEFF") => {
  const view = new DataView(new ArrayBuffer((mark + text).length * 2));
  for (const [i, unit] of (mark + text).split("").entries())
    view.setUint16(i * 2, unit.charCodeAt(0), littleEndian);
  return new Uint8Array(view.buffer);
};

/** 民事,数 / 甲,5 in GB18030, as Excel in China saves it. */
const GB18030 = new Uint8Array(
  [
    [0xc3, 0xf1, 0xca, 0xc2, 0x2c, 0xca, 0xfd, 0x0d, 0x0a],
    [0xbc, 0xd7, 0x2c, 0x35, 0x0d, 0x0a],
  ].flat(),
);

describe("a CSV file", () => {
  it("is a workbook of one sheet, with nothing merged or hidden", () => {
    const { workbook, findings } = readCsv(encode("事项,数\n民事,5\n"), FILE);
    expect(findings).toEqual([]);
    expect(workbook?.date1904).toBe(false);
    expect(workbook?.sheets).toHaveLength(1);
    const { cells, ...sheet } = sheetOf("事项,数\n民事,5\n");
    expect(sheet).toEqual({
      name: CSV_SHEET,
      hidden: false,
      merges: [],
      hiddenRows: new Set(),
      hiddenColumns: [],
    });
    expect(cells[3]).toEqual({
      kind: "text",
      address: "B2",
      row: 2,
      column: 2,
      raw: "5",
      text: "5",
      shownAs: "plain",
    });
  });

  it("holds text as it is written: numbers, dates, formulas and blanks around it too", () => {
    expect(sheetOf("0012, 85 ,2024-03-01,=A1+1,95%,TRUE").cells.map(inWords)).toEqual([
      'A1 text "0012"',
      'B1 text " 85 "',
      'C1 text "2024-03-01"',
      'D1 text "=A1+1"',
      'E1 text "95%"',
      'F1 text "TRUE"',
    ]);
  });

  it("has no cell where there are only blanks, and rows of any length", () => {
    expect(cellsOf('a,,"",\u3000, \n,,\nb\n1,2,3,4')).toEqual([
      "A1 a",
      "A3 b",
      "A4 1",
      "B4 2",
      "C4 3",
      "D4 4",
    ]);
  });

  it("counts rows as Excel does: a blank one counts, a line break within quotes does not", () => {
    expect(cellsOf('\n"甲\n乙",b\n\n\nc,d')).toEqual(["A2 甲\n乙", "B2 b", "A5 c", "B5 d"]);
  });

  it("has addresses beyond column Z", () => {
    expect(cellsOf(`${",".repeat(27)}x,y`)).toEqual(["AB1 x", "AC1 y"]);
  });

  it.each([
    ["CRLF", "\r\n"],
    ["LF", "\n"],
    ["CR", "\r"],
  ])("ends lines with %s, the last one or not", (_, end) => {
    const expected = ["A1 a", "B1 b", "A2 c", "B2 d"];
    expect(cellsOf(`a,b${end}c,d`)).toEqual(expected);
    expect(cellsOf(`a,b${end}c,d${end}`)).toEqual(expected);
  });

  it("may end lines in several ways at once", () => {
    expect(cellsOf("a\r\nb\nc\rd\n\re\r\r\nf")).toEqual(["A1 a", "A2 b", "A3 c", "A4 d", "A6 e", "A8 f"]);
  });
});

describe("quotes", () => {
  it.each([
    ["a delimiter", '"a,b"', "a,b"],
    ["line breaks of every kind, as they are", '"a\r\nb\nc\rd"', "a\r\nb\nc\rd"],
    ["a quote written twice", '"他说""好"""', '他说"好"'],
    ["nothing but a quote", '""""', '"'],
    ["blanks around", '" a "', " a "],
  ])("hold %s", (_, field, text) => {
    expect(sheetOf(`x,${field},y\nz`).cells.map(({ raw }) => raw)).toEqual(["x", text, "y", "z"]);
  });

  it("of Chinese are text", () => {
    expect(cellsOf("“好”,他说“,”")).toEqual(["A1 “好”", "B1 他说“", "C1 ”"]);
  });

  it.each([
    ["never closed", 'a,b\n\nc,"d\ne,f\n', "B3"],
    ["alone at the end", 'a,b,"', "C1"],
    ["followed by text", 'a,b\n"c"d,e', "A2"],
    ["followed by a blank", 'a,b\nc,"d" ,e', "B2"],
    ["followed by a quoted text", '"a""b" "c"', "A1"],
    ["in the middle of a text", 'a,b\nc,d,5" 管', "C2"],
    ["after a blank", 'a, "b,c"', "B1"],
    ["closed by a quote that is written twice", 'a,"b""\nc,d\n', "B1"],
  ])("E04: one that is %s", (_, text, cell) => {
    expect(refusalOf(text)).toEqual({
      code: "E04",
      sheet: CSV_SHEET,
      cell,
      params: { reason: "csv-quote" },
    });
  });
});

describe("the delimiter", () => {
  it.each([
    ["comma", 'a,b\n"1,5",x;y\tz', "x;y\tz"],
    ["semicolon", 'a;b\n1,5;"x,y"\n', "x,y"],
    ["tab", 'a\tb\n1,5\t"x;y"\n', "x;y"],
  ])("may be a %s, the others being text from then on", (_, text, last) => {
    expect(cellsOf(text)).toEqual(["A1 a", "B1 b", "A2 1,5", `B2 ${last}`]);
  });

  it("is not told by what stands in quotes, nor by a title without one", () => {
    expect(cellsOf('法院数据\n\n"a,b\tc";d\n1,5;6')).toEqual([
      "A1 法院数据",
      "A3 a,b\tc",
      "B3 d",
      "A4 1,5",
      "B4 6",
    ]);
  });

  it("is never a full-width sign", () => {
    expect(cellsOf("甲，乙；丙、丁\n一，二")).toEqual(["A1 甲，乙；丙、丁", "A2 一，二"]);
  });

  it.each([
    ["a,b;c\n1,2", "A1", ",;"],
    ["标题\n\na\tb,c\n", "A3", "\t,"],
    ['"a;b";c\td,e', "A1", ";\t,"],
  ])("E04: is not guessed where a row has two kinds: %j", (text, cell, found) => {
    expect(refusalOf(text)).toEqual({
      code: "E04",
      sheet: CSV_SHEET,
      cell,
      params: { reason: "csv-delimiter", found },
    });
  });
});

describe("the encoding", () => {
  const TEXT = "民事,数\r\n甲,5\r\n";
  const CELLS = ["A1 民事", "B1 数", "A2 甲", "B2 5"];

  it.each([
    ["UTF-8", encode(TEXT)],
    ["UTF-8 with a mark", encode(`\uFEFF${TEXT}`)],
    ["UTF-16 LE with a mark", utf16(TEXT, true)],
    ["UTF-16 BE with a mark", utf16(TEXT, false)],
    ["GB18030", GB18030],
  ])("may be %s", (_, bytes) => {
    expect(cellsOf(bytes)).toEqual(CELLS);
  });

  it("may be GB18030 with characters of four bytes, and the euro as Windows writes it", () => {
    // 甲 of two bytes, U+20000 of four (95 32 82 36), a comma, 80.
    expect(cellsOf(new Uint8Array([0xbc, 0xd7, 0x95, 0x32, 0x82, 0x36, 0x2c, 0x80]))).toEqual([
      "A1 甲\u{20000}",
      "B1 €",
    ]);
  });

  it("may be that of the “Unicode text” of Excel, which has tabs", () => {
    expect(cellsOf(utf16('a\t"b,c"\r\n', true))).toEqual(["A1 a", "B1 b,c"]);
  });

  it.each([
    ["neither UTF-8 nor GB18030", new Uint8Array([0xbc, 0xd7, 0x2c, 0xff, 0x0a])],
    ["cut within a character of GB18030", GB18030.slice(0, 6)],
    ["marked as UTF-8 and not UTF-8", new Uint8Array([0xef, 0xbb, 0xbf, ...GB18030])],
    ["UTF-16 of half a character", utf16(TEXT, true).slice(0, -1)],
    ["UTF-16 with half a pair", utf16("a,\uD83D,b", true)],
  ])("E10: %s", (_, bytes) => {
    expect(refusalOf(bytes)).toEqual({ code: "E10", params: { expected: "csv", found: "?" } });
  });

  it("E10: is not guessed where a few letters can be read as UTF-8 and as GB18030", () => {
    const yuan = [0xd4, 0xac, 0x2c, 0x35]; // 袁,5 or Ԭ,5
    expect(refusalOf(new Uint8Array(yuan))).toEqual({
      code: "E10",
      params: { expected: "csv", found: "UTF-8/GB18030" },
    });
    expect(cellsOf(new Uint8Array([0xef, 0xbb, 0xbf, ...yuan]))).toEqual(["A1 Ԭ", "B1 5"]);
    expect(cellsOf(new Uint8Array([...yuan, 0x2c, 0xbc, 0xd7]))).toEqual(["A1 袁", "B1 5", "C1 甲"]);
    expect(cellsOf("·,甲")).toEqual(["A1 ·", "B1 甲"]);
  });

  it("needs nothing that only Node has", () => {
    vi.stubGlobal("Buffer", undefined);
    try {
      expect(cellsOf(GB18030)).toEqual(CELLS);
      expect(cellsOf("😀,甲")).toEqual(["A1 😀", "B1 甲"]);
    } finally {
      vi.unstubAllGlobals();
    }
  });
});

describe("what is no CSV file", () => {
  it.each([
    ["no bytes", ""],
    ["a mark alone", "\uFEFF"],
    ["blanks and line breaks", " \r\n\t\n\u3000\u200B"],
    ["delimiters and empty quotes", ',,\n"",\n'],
  ])("E01: %s", (_, text) => {
    expect(refusalOf(text)).toEqual({ code: "E01", params: {} });
  });

  const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  it.each([
    ["zip", new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0])],
    ["ole", new Uint8Array([...OLE, ...new Array(1016).fill(0)])],
    ["pdf", encode("%PDF-1.7\n")],
    ["html", encode("<html><table><tr><td>1,2</td></tr></table>")],
    ["unknown", encode("a,b\0c")],
    ["unknown", encode(`a,b\n${"c,d\n".repeat(2000)}\0`)],
    ["unknown", utf16("a,b", true, "")],
    ["unknown", utf16("a,\0b", false)],
  ])("E02: says that it is %s", (format, bytes) => {
    expect(refusalOf(bytes)).toEqual({ code: "E02", params: { format, expected: "csv" } });
  });

  it("E03: a workbook with a password, whatever its name", () => {
    const name = "EncryptedPackage";
    const bytes = new Uint8Array([...OLE, ...new Array(1016).fill(0)]);
    for (let i = 0; i < name.length; i += 1) bytes[512 + i * 2] = name.charCodeAt(i);
    bytes.set([(name.length + 1) * 2, 0, 2, 1], 512 + 64); // length of the name, a stream, black
    expect(refusalOf(bytes)).toEqual({ code: "E03", params: {} });
  });
});

describe("the sentences", () => {
  const told = (file: string | Uint8Array) => {
    const { code, params } = refusalOf(file);
    return [zh[code](params), en[code](params)];
  };

  it.each([
    ["a quote", 'a,"b', "引号没有成对", "a quote of the CSV has no partner"],
    ["the delimiters", "a,b;c", "（逗号、分号）", "(comma, semicolon)"],
    [
      "a workbook",
      new Uint8Array([0x50, 0x4b, 3, 4]),
      "不是 CSV 文本，而是 .xlsx 工作簿",
      "not CSV text but",
    ],
    ["an encoding", new Uint8Array([0xff, 0x2c]), "不是 UTF-8、UTF-16 或 GB18030", "nor GB18030"],
    ["a row", `"${"a".repeat(2 ** 21)}`, "这一行过长（上限 1048576）", "too long (limit 1048576)"],
    ["columns", ",".repeat(MAX_COLUMNS), "列过多（上限 16384）", "too many columns (limit 16384)"],
  ])("speak of a CSV file: %s", (_, file, chinese, english) => {
    expect(told(file)).toEqual([expect.stringContaining(chinese), expect.stringContaining(english)]);
  });
});

describe("the limits", () => {
  it("E06: bytes", () => {
    expect(refusalOf(new Uint8Array(MAX_FILE_BYTES + 1)).code).toBe("E06");
  });

  it("E14: filled cells, and filled rows", () => {
    const row = `${"1,".repeat(99)}1\n`;
    const full = row.repeat(MAX_FILLED_CELLS / 100);
    expect(sheetOf(full).cells).toHaveLength(MAX_FILLED_CELLS);
    expect(refusalOf(`${full}1`)).toMatchObject({ code: "E14", params: { what: "cells" } });
    expect(refusalOf("1\n".repeat(50_001))).toMatchObject({ code: "E14", params: { what: "rows" } });
  });

  it("E14: rows of blanks, and rows beyond the grid; empty lines within it cost nothing", () => {
    expect(refusalOf(`a,b\n${",\n".repeat(MAX_RECORDS)}`)).toMatchObject({
      code: "E14",
      params: { what: "rows", limit: `${MAX_RECORDS}` },
    });
    expect(cellsOf(`${"\n".repeat(MAX_ROWS - 1)}a\n\n`)).toEqual([`A${MAX_ROWS} a`]);
    expect(refusalOf(`a,b${"\n".repeat(MAX_ROWS)}c`)).toMatchObject({
      code: "E14",
      params: { what: "rows", limit: `${MAX_ROWS}` },
    });
  });

  it("E14: columns, blank ones too", () => {
    expect(cellsOf(`a${",".repeat(MAX_COLUMNS - 1)}`)).toEqual(["A1 a"]);
    expect(refusalOf(`a${",".repeat(MAX_COLUMNS)}`)).toMatchObject({
      code: "E14",
      params: { what: "columns" },
    });
  });

  it("E14: fields, before the first of them is kept", () => {
    expect(refusalOf(new Uint8Array(MAX_FIELDS + 1).fill(0x2c))).toMatchObject({
      code: "E14",
      params: { what: "fields" },
    });
  });

  it("E07: a row without an end, as after a quote that is not closed", () => {
    expect(refusalOf(`a,b\nc,"${"文字\n".repeat(400_000)}`)).toMatchObject({
      code: "E07",
      cell: "B2",
      params: { what: "record" },
    });
  });
});

const DELIMITERS = [",", ";", "\t"] as const;
const LINE_ENDS = ["\r\n", "\n", "\r"] as const;

/** Two-byte characters of GB18030 by the decoder's own table, and one of four bytes. */
function gb18030Encoder(): (text: string) => Uint8Array {
  const decoder = new TextDecoder("gb18030");
  const table = new Map<string, readonly number[]>([["😀", [0x94, 0x39, 0xfc, 0x36]]]);
  for (let first = 0xa1; first <= 0xf7; first += 1)
    for (let second = 0xa1; second <= 0xfe; second += 1)
      table.set(decoder.decode(new Uint8Array([first, second])), [first, second]);
  return (text) => new Uint8Array(Array.from(text, (char) => table.get(char) ?? [char.charCodeAt(0)]).flat());
}

describe("what is written is what is read", () => {
  const encodeGb18030 = gb18030Encoder();
  const encoders = {
    "utf-8": encode,
    "utf-8 marked": (text: string) => encode(`\uFEFF${text}`),
    "utf-16le": (text: string) => utf16(text, true),
    "utf-16be": (text: string) => utf16(text, false),
    gb18030: encodeGb18030,
  };
  const piece = fc.constantFrom(
    ...['"', ",", ";", "\t", "\r", "\n", "\r\n", " ", "a", "85", "%", "=", "'", "\\"],
    ...["甲", "民事案件", "，", "；", "“", "　", "·", "袁", "😀", "\u001B"],
  );
  const field = fc.record({
    text: fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join("")),
    quoted: fc.boolean(),
  });
  const file = fc.record({
    delimiter: fc.constantFrom(...DELIMITERS),
    encoding: fc.constantFrom(...(Object.keys(encoders) as (keyof typeof encoders)[])),
    blankRows: fc.nat(2),
    rows: fc.array(
      fc.record({
        fields: fc.array(field, { minLength: 1, maxLength: 5 }),
        end: fc.constantFrom(...LINE_ENDS),
      }),
      { maxLength: 6 },
    ),
    lastEnds: fc.boolean(),
  });

  it("for generated fields, quoted where they need it or anywhere, in every encoding", () => {
    fc.assert(
      fc.property(file, ({ delimiter, encoding, blankRows, rows, lastEnds }) => {
        // The header tells the delimiter, and 甲 that the file is Chinese.
        const header = { fields: ["甲", "a,b;c\td"].map((text) => ({ text, quoted: false })), end: "\n" };
        const all = [header, ...rows];
        let text = "\n".repeat(blankRows);
        const expected: string[] = [];
        for (const [r, { fields, end }] of all.entries()) {
          const mustQuote = r === 0 ? /["\r\n,;\t]/ : new RegExp(`["\r\n${delimiter}]`);
          const written = fields.map(({ text: content, quoted }) =>
            quoted || mustQuote.test(content) ? `"${content.replaceAll('"', '""')}"` : content,
          );
          // After a bare CR an LF would be the other half of the same line end: a blank row begins with it.
          if (text.endsWith("\r") && written.join(delimiter) === "" && end === "\n") written[0] = '""';
          text += written.join(delimiter) + (r < all.length - 1 || lastEnds ? end : "");
          for (const [c, { text: content }] of fields.entries()) {
            if (trimmed(content) === "") continue;
            expected.push(`${formatAddress(blankRows + r + 1, c + 1)} ${content}`);
          }
        }
        expect(cellsOf(encoders[encoding](text))).toEqual(expected);
      }),
      { seed: 20260310, numRuns: 1000 },
    );
  });
});

describe("whatever the bytes are", () => {
  const isOneOrTheOther = (bytes: Uint8Array) => {
    const { workbook, findings } = readCsv(bytes, FILE);
    expect(workbook === undefined).toBe(findings.some(returnsFile));
    for (const cell of workbook?.sheets[0]?.cells ?? []) expect(trimmed(cell.raw)).not.toBe("");
  };

  it("never throws at random ones", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), isOneOrTheOther), {
      seed: 20260311,
      numRuns: 2000,
    });
  });

  it("never throws at random arrangements of the signs that matter", () => {
    const signs = fc.constantFrom(0x22, 0x2c, 0x3b, 0x09, 0x0d, 0x0a, 0x20, 0x61, 0xbc, 0xd7);
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 30 }), (bytes) => isOneOrTheOther(new Uint8Array(bytes))),
      { seed: 20260312, numRuns: 3000 },
    );
  });

  it("never throws at a sound file with bytes spoiled", () => {
    const sound = [
      GB18030,
      encode('民事,"数,\r\n""率"""\r\n甲,5\r\n'),
      utf16('民事\t"数"\r\n甲\t5\r\n', true),
    ] as const;
    const spoiling = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.constantFrom(...sound), spoiling, (bytes, changes) => {
        const spoiled = bytes.slice();
        for (const [at, byte] of changes) spoiled[at % spoiled.length] = byte;
        isOneOrTheOther(spoiled);
      }),
      { seed: 20260313, numRuns: 2000 },
    );
  });
});
