import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, it } from "vitest";
import { heapFlags, LIMITS } from "../../src/cli/reading/reader-process.js";
import { formatAddress } from "../../src/intake/address.js";
import { MAX_PART_BYTES } from "../../src/intake/limits.js";
import { ROOT } from "../support/faping.js";
import { type Member, membersOf, partsOf, type RawOptions, worksheet, zip } from "../support/raw-xlsx.js";

const scratch = mkdtempSync(join(tmpdir(), "faping-sizes-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Reads a workbook in a process of its own, with the heap that a child of the pool has, and tells what that took. */
const SCRIPT = join(scratch, "read.mjs");
writeFileSync(
  SCRIPT,
  `import { readSteadily } from ${JSON.stringify(pathToFileURL(join(ROOT, "dist/cli/reading/file-bytes.js")).href)};
import { readWorkbook } from ${JSON.stringify(pathToFileURL(join(ROOT, "dist/intake/workbook.js")).href)};
const { bytes } = readSteadily(process.argv[2], 104857600);
const { workbook, findings } = readWorkbook(bytes, "a.xlsx");
const what = workbook ? workbook.sheets[0].cells.length + " cells" : findings[0].code + " " + (findings[0].params.what ?? "");
console.log(JSON.stringify({ what: what.trim(), bytes: process.resourceUsage().maxRSS * 1024 }));`,
);

function read(path: string): Promise<{ what: string; bytes: number }> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [...heapFlags(LIMITS), SCRIPT, path], (error, stdout) =>
      error ? reject(error) : resolve(JSON.parse(stdout)),
    );
  });
}

const rows = (count: number, row: (n: number) => string) => {
  const pieces: string[] = [];
  for (let n = 1; n <= count; n += 1) pieces.push(row(n));
  return pieces.join("");
};
/** Stored, so that no ratio gives it away. */
function book(sheet: string, { strings }: RawOptions = {}, more: readonly Member[] = []): Uint8Array {
  const parts = partsOf([{ xml: sheet }], strings === undefined ? {} : { strings });
  return zip([...membersOf(parts).map((member) => ({ ...member, method: 0 })), ...more]);
}
const ofRows = (text: string) => book(worksheet({ rows: text }));
const SIXTY = 60 << 20;
const CHINESE = "测试文字内容".repeat(15);
const columns = Array.from({ length: 100 }, (_, n) => formatAddress(1, n + 1).slice(0, -1));

const CASES: readonly (readonly [name: string, what: string, build: () => Uint8Array])[] = [
  [
    "a million formatted blank rows",
    "0 cells",
    () => ofRows(rows(1_000_000, (n) => `<row r="${n}" s="1" customFormat="1" ht="15"/>`)),
  ],
  [
    "two million styled blank cells",
    "0 cells",
    () =>
      ofRows(
        rows(
          20_000,
          (n) => `<row r="${n}">${columns.map((column) => `<c r="${column}${n}" s="1"/>`).join("")}</row>`,
        ),
      ),
  ],
  [
    "64 MiB of Chinese text in 200,000 cells",
    "200000 cells",
    () =>
      ofRows(
        rows(2000, (n) => `<row>${`<c t="inlineStr"><is><t>${CHINESE}${n}</t></is></c>`.repeat(100)}</row>`),
      ),
  ],
  [
    "thirteen million empty strings",
    "E14 strings",
    () => book(worksheet({}), { strings: "<si/>".repeat(13_000_000) }),
  ],
  ["an attribute of 60 MiB", "E07 text", () => ofRows(`<row x="${"y".repeat(SIXTY)}"/>`)],
  ["a comment of 60 MiB", "E07 text", () => ofRows(`<!--${"y".repeat(SIXTY)}-->`)],
  ["a text of 60 MiB", "E07 text", () => ofRows(`<row>${"y".repeat(SIXTY)}</row>`)],
  [
    "elements that declare namespaces",
    "0 cells",
    () => ofRows(rows(1_000_000, (n) => `<x xmlns:a${n % 97}="u${n % 89}"/>`)),
  ],
  [
    "a million merged ranges",
    "E14 merges",
    () =>
      book(
        worksheet({
          after: `<mergeCells>${rows(1_000_000, (n) => `<mergeCell ref="A${n}:B${n}"/>`)}</mergeCells>`,
        }),
      ),
  ],
  ["a million hidden rows", "0 cells", () => ofRows(rows(1_000_000, (n) => `<row r="${n}" hidden="1"/>`))],
  ["more elements than any workbook has", "E14 elements", () => ofRows("<x/>".repeat(10_000_001))],
  [
    "90 MiB of something else beside a small workbook",
    "0 cells",
    () => book(worksheet({}), {}, [{ name: "x.bin", content: new Uint8Array(90 << 20), method: 0 }]),
  ],
];

describe.concurrent("inputs made to fill the memory", () => {
  for (const [name, what, build] of CASES)
    it(`${name}: ${what}, below 400 MB`, async ({ expect }) => {
      const path = join(scratch, `${name}.xlsx`);
      writeFileSync(path, build());
      const found = await read(path);
      rmSync(path);
      expect(found.what).toBe(what);
      expect(found.bytes).toBeLessThan(400_000_000);
    });

  it("E07: a part larger than 64 MiB, by what it says of itself", async ({ expect }) => {
    const path = join(scratch, "large-part.xlsx");
    const parts = membersOf(partsOf([{}]));
    const large = parts.map((one) =>
      one.name.endsWith("sheet1.xml") ? { ...one, size: MAX_PART_BYTES + 1 } : one,
    );
    writeFileSync(path, zip(large));
    expect((await read(path)).what).toBe("E07 part");
  });
});
