import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { faping, ROOT } from "../support/faping.js";
import { asUnit, worstFiles } from "../support/worst-files.js";

const scratch = mkdtempSync(join(tmpdir(), "faping-worst-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const GOOD = 60;
const SYSTEM = ["-s", "indicators/published-report"];
const unit = { name: "青岚县", code: "990121" };
const county = new Uint8Array(readFileSync(join(ROOT, "samples/demo-counties/990121-青岚县.xlsx")));
const worst = worstFiles(county, unit);

interface Told {
  readonly code: string;
  readonly message: string;
}
interface Results {
  readonly inputs: readonly {
    readonly file: string;
    readonly outcome: string;
    readonly reason?: string;
    readonly findings: readonly Told[];
  }[];
  readonly assessments: readonly { readonly unit: { readonly code: string } }[];
  readonly ranking: unknown;
}
const resultsIn = (folder: string): Results =>
  JSON.parse(readFileSync(join(scratch, folder, "results.json"), "utf8"));

describe("sixty good files and forty of the worst", () => {
  let status = -1;
  let stdout = "";

  beforeAll(async () => {
    for (const folder of ["good", "all"]) mkdirSync(join(scratch, folder));
    for (let n = 0; n < GOOD; n += 1) {
      const other = { name: `虚构${n}县`, code: String(991_000 + n) };
      const bytes = asUnit(county, unit, other);
      for (const folder of ["good", "all"]) writeFileSync(join(scratch, folder, `${other.code}.xlsx`), bytes);
    }
    for (const [name, [, bytes]] of Object.entries(worst)) writeFileSync(join(scratch, "all", name), bytes);
    const [alone, mixed] = await Promise.all([
      faping("score", join(scratch, "good"), ...SYSTEM, "-o", join(scratch, "out-good")),
      faping("score", join(scratch, "all"), ...SYSTEM, "-o", join(scratch, "out-all")),
    ]);
    expect(alone).toMatchObject({ status: 0, stderr: "" });
    ({ status, stdout } = mixed);
    expect(mixed.stderr).toBe("");
  });

  it("are a hundred outcomes: sixty scored, forty returned", () => {
    expect(Object.keys(worst)).toHaveLength(40);
    expect(status).toBe(1);
    expect(stdout).toContain("共 100 个文件：已评分 60，退回 40，转人工 0");
    const { inputs } = resultsIn("out-all");
    expect(inputs.map(({ file }) => file)).toEqual([...readdirSync(join(scratch, "all"))].sort());
  });

  it("the forty each with the reason that is true of it, in words that say what to do", () => {
    const { inputs } = resultsIn("out-all");
    for (const [name, [code]] of Object.entries(worst)) {
      const input = inputs.find(({ file }) => file === name);
      const reasons = input?.findings.filter((one) => /^E(?:0\d|1[0-6]|2[589]|30)$/.test(one.code)) ?? [];
      expect(input?.outcome, name).toBe("returned");
      expect(reasons.length, name).toBeGreaterThan(0);
      if (code !== "") expect(reasons[0]?.code, `${name}: ${reasons[0]?.message}`).toBe(code);
      for (const { message } of reasons) expect(message).toMatch(/请/);
    }
  });

  it("and nothing else happens: the sixty have the scores and ranks that they have by themselves", () => {
    const [alone, mixed] = [resultsIn("out-good"), resultsIn("out-all")];
    expect(mixed.assessments).toEqual(alone.assessments);
    expect(mixed.ranking).toEqual(alone.ranking);
    expect(readdirSync(join(scratch, "out-all")).sort()).toEqual([
      "gaps",
      "ranking.xlsx",
      "report.html",
      "results.json",
    ]);
    expect(readdirSync(join(scratch, "out-all/gaps"))).toHaveLength(GOOD);
  });
});
