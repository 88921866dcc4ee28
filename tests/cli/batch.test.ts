import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, it } from "vitest";
import { faping, ROOT } from "../support/faping.js";

const scratch = mkdtempSync(join(tmpdir(), "faping-batch-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const SYSTEM = ["-s", "indicators/published-report"];
const COUNTY = join(ROOT, "samples/demo-counties/990121-青岚县.xlsx");
const OTHER = join(ROOT, "samples/demo-counties/990122-澄麓县.xlsx");

function folder(name: string, files: Record<string, string>): string {
  const path = join(scratch, name);
  mkdirSync(path, { recursive: true });
  for (const [file, from] of Object.entries(files)) copyFileSync(from, join(path, file));
  return path;
}
const resultsIn = (path: string) => JSON.parse(readFileSync(join(path, "results.json"), "utf8"));

describe.concurrent("a batch", () => {
  it("goes on past a file that is far too large, without reading it", async ({ expect }) => {
    const input = folder("large", { "a.xlsx": COUNTY });
    writeFileSync(join(input, "b.xlsx"), "");
    truncateSync(join(input, "b.xlsx"), 200 * 1024 ** 2);
    const { status } = await faping("score", input, ...SYSTEM, "-o", join(scratch, "large-out"));
    expect(status).toBe(1);
    const { inputs } = resultsIn(join(scratch, "large-out"));
    expect(inputs.map((one: { outcome: string }) => one.outcome)).toEqual(["scored", "returned"]);
    expect(inputs[1].findings[0].code).toBe("E06");
    expect(inputs[1].sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it("gives the same results when its outputs lie among its inputs", async ({ expect }) => {
    const path = folder("same", { "a.xlsx": COUNTY, "b.xlsx": OTHER });
    expect((await faping("score", path, ...SYSTEM, "-o", path)).status).toBe(0);
    const first = readFileSync(join(path, "results.json"), "utf8");
    expect((await faping("score", path, ...SYSTEM, "-o", path)).status).toBe(0);
    expect(readFileSync(join(path, "results.json"), "utf8")).toBe(first);
  });

  it("tells files of one name from several folders apart", async ({ expect }) => {
    const [a, b] = [folder("one", { "x.xlsx": COUNTY }), folder("two", { "x.xlsx": OTHER })];
    const { stdout, status } = await faping("score", a, b, ...SYSTEM, "--json");
    expect(status).toBe(0);
    const { inputs } = JSON.parse(stdout);
    expect(new Set(inputs.map((one: { file: string }) => one.file)).size).toBe(2);
  });

  it("takes no empty name for a folder", async ({ expect }) => {
    const { status, stderr } = await faping("score", COUNTY, ...SYSTEM, "-o", "");
    expect(status).toBe(2);
    expect(stderr).toContain("--out");
  });

  it("tells a path that can't be written, with exit code 2", async ({ expect }) => {
    writeFileSync(join(scratch, "file"), "");
    const { status, stderr } = await faping("score", COUNTY, ...SYSTEM, "-o", join(scratch, "file"));
    expect(status).toBe(2);
    expect(stderr).toContain("无法读写");
  });

  it("leaves nothing half written behind", async ({ expect }) => {
    const out = join(scratch, "whole");
    await faping("score", COUNTY, OTHER, ...SYSTEM, "-o", out);
    expect(readdirSync(out).sort()).toEqual(["gaps", "ranking.xlsx", "report.html", "results.json"]);
    expect(readdirSync(join(out, "gaps")).sort()).toEqual(["990121-青岚县.xlsx", "990122-澄麓县.xlsx"]);
  });

  it("takes away the gap workbooks of units that are no longer in the run", async ({ expect }) => {
    const out = join(scratch, "fewer");
    await faping("score", COUNTY, OTHER, ...SYSTEM, "-o", out);
    await faping("score", COUNTY, ...SYSTEM, "-o", out);
    expect(readdirSync(join(out, "gaps"))).toEqual(["990121-青岚县.xlsx"]);
  });

  it("refuses results whose figures are no figures", async ({ expect }) => {
    const out = join(scratch, "tampered");
    await faping("score", COUNTY, ...SYSTEM, "-o", out);
    const results = resultsIn(out);
    results.assessments[0].total.points = "abc";
    writeFileSync(join(out, "results.json"), JSON.stringify(results));
    const { status, stderr } = await faping("rank", join(out, "results.json"), "-o", join(scratch, "again"));
    expect(status).toBe(3);
    expect(stderr).toContain("assessments.0.total.points");
  });
});
