import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { formatAddress } from "../../src/intake/address.js";
import { type InspectedCell, inspectWorkbook } from "../../src/intake/inspect.js";
import { ROOT } from "../support/faping.js";
import { findPython, needs } from "../support/other-programs.js";
import { MAIN, OFFICE, partsOf, rawXlsx, STRICT_MAIN, STRICT_OFFICE } from "../support/raw-xlsx.js";

/** A cell as it should be read, and one way of writing it. */
interface Written {
  readonly expected: Pick<InspectedCell, "kind" | "value"> & { readonly formula?: string };
  readonly type?: string;
  readonly inner: (q: (name: string) => string) => string;
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\r", "&#13;");
/** As Excel stores text: what looks like one of its escapes is escaped itself. */
const stored = (text: string) => escaped(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_"));

const xmlText = fc
  .string({ unit: "grapheme", maxLength: 20 })
  .map((text) =>
    [...text].filter((char) => /[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(char)).join(""),
  )
  .filter((text) => text !== "");
const text = fc.oneof(
  xmlText,
  fc.constantFrom(" 前后 ", "_x000D_", "a_x005F_b", "]]>", "1,234", "=1+1", "\tx\n", "0"),
);

const decimal = fc
  .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 12 }))
  .map(([digits, shift]) => Number(`${digits}e-${shift}`));
const number = fc
  .tuple(decimal, fc.constantFrom("plain", "exponent", "padded", "double"))
  .map(([value, how]): Written => {
    const plain = String(value);
    const written = {
      plain,
      exponent: value.toExponential().toUpperCase(),
      padded: ` ${plain} `,
      // Excel writes the double's seventeen digits.
      double: value.toPrecision(17),
    }[how];
    return {
      expected: { kind: "number", value: value === 0 ? 0 : value },
      inner: (q) => `<${q("v")}>${written}</${q("v")}>`,
    };
  });

const string = fc
  .tuple(text, fc.constantFrom("inline", "rich", "cdata", "formula"))
  .map(([value, how]): Written => {
    const expected = { kind: "string", value } as const;
    switch (how) {
      case "inline":
        return {
          expected,
          type: "inlineStr",
          inner: (q) =>
            `<${q("is")}><${q("t")} xml:space="preserve">${stored(value)}</${q("t")}></${q("is")}>`,
        };
      case "rich":
        return {
          expected,
          type: "inlineStr",
          inner: (q) =>
            `<${q("is")}><${q("r")}><${q("t")}/></${q("r")}><${q("r")}><${q("rPr")}/><${q("t")}>${stored(value)}</${q("t")}></${q("r")}><${q("rPh")} sb="0" eb="1"><${q("t")}>ping</${q("t")}></${q("rPh")}></${q("is")}>`,
        };
      case "cdata": {
        const plain = value.replaceAll("]]>", "]] >").replaceAll("\r", "");
        const raw = plain.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
        return {
          expected: { kind: "string", value: plain === "" ? "x" : plain },
          type: "inlineStr",
          inner: (q) =>
            `<${q("is")}><${q("t")}><![CDATA[${plain === "" ? "x" : raw}]]></${q("t")}></${q("is")}>`,
        };
      }
      default:
        return {
          expected: { ...expected, formula: "A1&B1" },
          type: "str",
          inner: (q) => `<${q("f")}>A1&amp;B1</${q("f")}><${q("v")}>${stored(value)}</${q("v")}>`,
        };
    }
  });

const other = fc.constantFrom<Written>(
  { expected: { kind: "boolean", value: true }, type: "b", inner: (q) => `<${q("v")}>1</${q("v")}>` },
  {
    expected: { kind: "boolean", value: false, formula: "1=2" },
    type: "b",
    inner: (q) => `<${q("f")}>1=2</${q("f")}><${q("v")}>0</${q("v")}>`,
  },
  { expected: { kind: "error", value: "#N/A" }, type: "e", inner: (q) => `<${q("v")}>#N/A</${q("v")}>` },
  {
    expected: { kind: "iso-date", value: "2024-03-01" },
    type: "d",
    inner: (q) => `<${q("v")}>2024-03-01</${q("v")}>`,
  },
  {
    expected: { kind: "formula without result", value: null, formula: "X()" },
    inner: (q) => `<${q("f")}>X()</${q("f")}>`,
  },
  {
    expected: { kind: "number", value: 0, formula: "1-1" },
    inner: (q) => `<${q("f")}>1-1</${q("f")}><${q("v")}>0</${q("v")}>`,
  },
);

/** Where a cell stands, from the one before it: so many rows down or columns on, with its address or without. */
const step = fc.record({
  down: fc.nat({ max: 2 }),
  on: fc.nat({ max: 2 }),
  addressed: fc.boolean(),
  noise: fc.nat({ max: 4 }),
});
const NOISE = ["", "<!-- c -->", "<?p i?>", '<x:y xmlns:x="urn:x"><x:v>9</x:v></x:y>', "\n  "];

interface Style {
  readonly prefix: string;
  readonly strict: boolean;
  readonly quote: string;
}
const style = fc.record({
  prefix: fc.constantFrom("", "x:", "w-1:"),
  strict: fc.boolean(),
  quote: fc.constantFrom('"', "'"),
});

function sheetXml(
  cells: readonly (readonly [Written, { down: number; on: number; addressed: boolean; noise: number }])[],
  { prefix, strict, quote }: Style,
) {
  const q = (name: string) => `${prefix}${name}`;
  const [main, office] = strict ? [STRICT_MAIN, STRICT_OFFICE] : [MAIN, OFFICE];
  const a = (name: string, value: string | number) => ` ${name}=${quote}${value}${quote}`;
  const rows = new Map<number, string[]>();
  const expected: object[] = [];
  let [row, column] = [1, 0];
  for (const [cell, { down, on, addressed, noise }] of cells) {
    row += down;
    // Without an address a cell stands right behind the one before it.
    column = down > 0 ? (addressed ? 1 + on : 1) : column + (addressed ? 1 + on : 1);
    const ref = formatAddress(row, column);
    const xml = `<${q("c")}${addressed ? a("r", ref) : ""}${cell.type ? a("t", cell.type) : ""}>${NOISE[noise]}${cell.inner(q)}<${q("extLst")}><${q("v")}>7</${q("v")}></${q("extLst")}></${q("c")}>`;
    rows.set(row, [...(rows.get(row) ?? []), xml]);
    expected.push({ ref, ...cell.expected });
  }
  const body = [...rows]
    .map(([n, list]) => `<${q("row")}${a("r", n)}>${list.join("")}</${q("row")}>`)
    .join("");
  const declared = prefix === "" ? a("xmlns", main) : a(`xmlns:${prefix.slice(0, -1)}`, main);
  const xml = `<${q("worksheet")}${declared}${a("xmlns:r", office)}><${q("sheetData")}>${body}</${q("sheetData")}></${q("worksheet")}>`;
  return { xml, expected };
}

describe("cells that are written, in whatever way the format allows", () => {
  it("are read as they are", () => {
    const cells = fc.array(fc.tuple(fc.oneof(number, string, other), step), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(cells, style, (list, how) => {
        const { xml, expected } = sheetXml(list, how);
        const { sheets, findings } = inspectWorkbook(rawXlsx(partsOf([{ xml }])), "a.xlsx");
        expect(findings.filter(({ code }) => !/^E1[78]$/.test(code))).toEqual([]);
        const seen = sheets[0]?.cells.map(({ ref, kind, value, formula }) => ({
          ref,
          kind,
          value,
          ...(formula === undefined ? {} : { formula }),
        }));
        expect(seen).toEqual(expected);
      }),
      { seed: 20261127, numRuns: 400 },
    );
  });
});

const samples = [
  "published-reports",
  "demo-counties",
  "demo-province",
  "demo-townships",
  "verification/copies",
  "foreign-forms",
].flatMap((folder) =>
  readdirSync(join(ROOT, "samples", folder))
    .filter((name) => name.endsWith(".xlsx"))
    .slice(0, 3)
    .map((name) => join(ROOT, "samples", folder, name)),
);
/** `Sheet!A1` → value, as far as other readers know it; dates as serials, formulas by their results. */
const ours = (path: string): Map<string, unknown> =>
  new Map(
    inspectWorkbook(new Uint8Array(readFileSync(path)), "a.xlsx").sheets.flatMap(({ name, cells }) =>
      cells.map(({ ref, value }) => [`${name}!${ref}`, value] as const),
    ),
  );

describe("second opinions", () => {
  it("exceljs reads the same values, where it reads a value as it is stored", async () => {
    for (const path of samples) {
      const book = new ExcelJS.Workbook();
      await book.xlsx.readFile(path);
      const theirs = new Map<string, unknown>();
      book.eachSheet((sheet) =>
        sheet.eachRow((row) =>
          row.eachCell((cell) => {
            // A date is made of a serial in doubles, and a rich text of runs; covered cells repeat their master.
            if (cell.value instanceof Date || (cell.isMerged && cell.master !== cell)) return;
            if (["string", "number", "boolean"].includes(typeof cell.value) && cell.value !== "")
              theirs.set(`${sheet.name}!${cell.address}`, cell.value);
          }),
        ),
      );
      const own = ours(path);
      for (const [place, value] of theirs) expect(own.get(place), `${path} ${place}`).toEqual(value);
      expect(theirs.size).toBeGreaterThan(own.size * 0.9);
    }
  });

  const python = findPython();
  const openpyxl = needs("openpyxl", python !== undefined);
  const scratch = mkdtempSync(join(tmpdir(), "faping-opinions-"));
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));
  it.skipIf(openpyxl.skip)(`${openpyxl.title} reads the same values`, () => {
    const script = join(scratch, "read.py");
    writeFileSync(
      script,
      `import sys, json, datetime
from openpyxl import load_workbook
from openpyxl.utils.datetime import to_excel
out = {}
for path in json.load(sys.stdin):
    book = load_workbook(path, data_only=True)
    out[path] = {f"{s.title}!{c.coordinate}": (to_excel(c.value) if isinstance(c.value, (datetime.datetime, datetime.date, datetime.time)) else c.value)
                 for s in book.worksheets for row in s.iter_rows() for c in row if c.value is not None}
json.dump(out, sys.stdout)
`,
    );
    const { stdout, status, stderr } = spawnSync(python ?? "", [script], {
      input: JSON.stringify(samples),
      encoding: "utf8",
      maxBuffer: 256 * 1024 * 1024,
    });
    expect(status, stderr).toBe(0);
    const theirs = JSON.parse(stdout) as Record<string, Record<string, unknown>>;
    for (const path of samples) {
      const own = [...ours(path)].filter(([, value]) => value !== null && value !== "");
      expect(Object.fromEntries(own), path).toEqual(theirs[path]);
    }
  });
});
