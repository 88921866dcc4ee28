import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { faping, ROOT } from "../support/faping.js";
import { asUnit } from "../support/worst-files.js";

/** What a workbook says is text, wherever it comes out: never a formula, a path, a command to the terminal. */
const scratch = mkdtempSync(join(tmpdir(), "faping-text-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A unit's name as the workbook stores it, what it is once read, and how a worksheet shows it. */
interface Name {
  readonly stored: string;
  readonly read: string;
  readonly shown?: string;
}

const NAMES: readonly Name[] = [
  ...['=HYPERLINK("http://a.example","县")', "=1+1", "+1+1", "-1+1", "@SUM(A1)", "＝1+1"].map((read) => ({
    stored: read,
    read,
  })),
  { stored: "_x0009_=1+1", read: "=1+1" },
  { stored: "_x000D_=2+2", read: "=2+2" },
  { stored: "_x005F_x0041_县", read: "_x0041_县" },
  { stored: "响_x0007_县", read: "响\u0007县", shown: "响县" },
  { stored: "_x001B_[31m红县", read: "\u001B[31m红县", shown: "[31m红县" },
  { stored: "\u202E倒县", read: "\u202E倒县" },
  { stored: "半_xD800_县", read: "半\uD800县", shown: "半\uFFFD县" },
  ...["</script><script>alert(1)</script>", '<img src=x onerror="alert(1)">'].map((read) => ({
    stored: read.replaceAll("<", "&lt;"),
    read,
  })),
  ...["../../外县", "CON", "..", "甲/乙\\丙:县", "__proto__", "constructor", "长".repeat(200)].map(
    (read) => ({
      stored: read,
      read,
    }),
  ),
];
const code = (n: number) => String(991_101 + n);
const SYSTEM = ["-s", "samples/verification/system"];
const handedIn = join(scratch, "in");
const out = join(scratch, "out");

let told: Awaited<ReturnType<typeof faping>>;

beforeAll(async () => {
  mkdirSync(handedIn);
  const unit = { name: "澄麓县", code: "990122" };
  const county = new Uint8Array(
    readFileSync(join(ROOT, "samples/verification/handed-in/990122-澄麓县.xlsx")),
  );
  for (const [n, { stored }] of NAMES.entries())
    writeFileSync(join(handedIn, `${code(n)}.xlsx`), asUnit(county, unit, { name: stored, code: code(n) }));
  told = await faping("score", handedIn, ...SYSTEM, "-o", out);
});

async function cellsOf(path: string): Promise<ExcelJS.Cell[]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const cells: ExcelJS.Cell[] = [];
  for (const sheet of book.worksheets) sheet.eachRow((row) => row.eachCell((cell) => void cells.push(cell)));
  return cells;
}

const xmlOf = (path: string): string =>
  Object.entries(unzipSync(new Uint8Array(readFileSync(path))))
    .filter(([name]) => /^xl\/(?:worksheets\/sheet\d+|sharedStrings)\.xml$/.test(name))
    .map(([, bytes]) => strFromU8(bytes))
    .join("");

describe("a text of a workbook", () => {
  it("is read as it is stored", () => {
    expect(told.status).toBe(0);
    const results = JSON.parse(readFileSync(join(out, "results.json"), "utf8"));
    const units = new Map<string, string>(
      results.assessments.map(({ unit }: { unit: { code: string; name: string } }) => [unit.code, unit.name]),
    );
    expect([...NAMES.keys()].map((n) => units.get(code(n)))).toEqual(NAMES.map(({ read }) => read));
  });

  it("is a string in the ranking workbook, never a formula or a link", async () => {
    const path = join(out, "ranking.xlsx");
    const cells = await cellsOf(path);
    const texts = new Set(cells.map(({ value }) => value));
    for (const { read, shown = read } of NAMES) expect(texts).toContain(shown);
    const kinds = new Set(cells.map(({ type }) => type));
    expect(kinds.has(ExcelJS.ValueType.Formula)).toBe(false);
    expect(kinds.has(ExcelJS.ValueType.Hyperlink)).toBe(false);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML may not hold them
    expect(xmlOf(path)).not.toMatch(/<f[ >/]|[\u0000-\u0008\u000B\u000C\u000E-\u001F]/);
  });

  it("is a string in each unit's gap workbook, which lies where it belongs", async () => {
    const files = readdirSync(join(out, "gaps"));
    expect(files).toHaveLength(NAMES.length);
    expect(readdirSync(scratch).sort()).toEqual(["in", "out"]);
    for (const file of files) {
      expect(file).toMatch(/^9911\d\d-[^/\\:*?"<>|\p{Cc}\p{Cf}]*\.xlsx$/u);
      expect(Buffer.byteLength(file)).toBeLessThanOrEqual(200);
      expect(xmlOf(join(out, "gaps", file))).not.toMatch(/<f[ >/]/);
    }
  });

  it("is text in the HTML report, whose program alone may run", () => {
    const page = readFileSync(join(out, "report.html"), "utf8");
    const holds = (text: string) => page.includes(text);
    expect(holds("\\u003c/script>\\u003cscript>alert(1)")).toBe(true);
    expect(["<script>alert", "<img"].some(holds)).toBe(false);
    const scripts = [...page.matchAll(/<script(?! type="application\/json")[^>]*>(.*?)<\/script>/gsu)];
    const hash = createHash("sha256")
      .update(scripts[0]?.[1] ?? "")
      .digest("base64");
    expect(scripts).toHaveLength(1);
    expect(holds(`"default-src 'none'; script-src 'sha256-${hash}';`)).toBe(true);
  });

  it("cannot speak to the terminal", async () => {
    const one = await faping("check", join(handedIn, `${code(10)}.xlsx`), ...SYSTEM);
    const way = await faping("explain", join(out, "results.json"), code(11), "1.1.1");
    for (const { stdout, stderr } of [told, one, way])
      expect(stdout + stderr).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
    expect(one.stdout).toContain("\uFFFD[31m红县");
  });

  it("is no formula in CSV", async () => {
    const table = join(scratch, "out", "facts.csv");
    expect((await faping("facts", ...SYSTEM, "--units", handedIn, "-o", table)).status).toBe(0);
    const lines = readFileSync(table, "utf8").slice(1).split("\r\n").filter(Boolean);
    const fields = lines.flatMap((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/));
    expect(fields.filter((field) => /^"?[=+\-@＝＋－＠\t\r]/.test(field))).toEqual([]);
    expect(lines.some((line) => line.includes("'=1+1"))).toBe(true);
  });
});
