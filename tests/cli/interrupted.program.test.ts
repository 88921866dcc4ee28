import { spawn } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { faping, ROOT } from "../support/faping.js";
import { asUnit } from "../support/worst-files.js";

const scratch = mkdtempSync(join(tmpdir(), "faping-interrupted-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const SYSTEM = ["-s", "indicators/published-report"];
const unit = { name: "青岚县", code: "990121" };
const COUNTY = join(ROOT, "samples/demo-counties/990121-青岚县.xlsx");
const county = new Uint8Array(readFileSync(COUNTY));
const text = (path: string) => readFileSync(path, "utf8");

/** A folder of as many units. */
function counties(name: string, count: number): string {
  const folder = join(scratch, name);
  mkdirSync(folder);
  for (let n = 0; n < count; n += 1) {
    const other = { name: `虚构${n}县`, code: String(991_000 + n) };
    writeFileSync(join(folder, `${other.code}.xlsx`), asUnit(county, unit, other));
  }
  return folder;
}

/** The contents of every file below a folder, by its name. */
function snapshot(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path, readFileSync(path, "latin1")]),
  );
}

describe("a run that was interrupted", () => {
  it("is resumed: what it had read is not read again, and the results are the same", async () => {
    const input = counties("many", 12);
    const out = join(scratch, "resumed");
    const readings = join(out, ".readings");
    const run = spawn(process.execPath, ["dist/bin/main.js", "score", input, ...SYSTEM, "-o", out], {
      cwd: ROOT,
      stdio: "ignore",
    });
    const ended = new Promise((resolve) => run.on("exit", (_, signal) => resolve(signal)));
    while (!existsSync(readings) || readdirSync(readings).length < 4)
      await new Promise((resolve) => setTimeout(resolve, 5));
    run.kill("SIGKILL");
    expect(await ended).toBe("SIGKILL");
    expect(existsSync(join(out, "results.json"))).toBe(false);
    // One entry was being written, one is of a file that has changed since.
    const [first = ""] = readdirSync(readings);
    writeFileSync(join(readings, first), "half");
    const kept = readdirSync(readings).length - 1;

    const resumed = await faping("score", input, ...SYSTEM, "-o", out, "--resume");
    expect(resumed.status).toBe(0);
    const [, reused = "0", all] = /(\d+) 个文件中有 (\d+) 个/u.exec(resumed.stderr)?.slice(0) ?? [];
    expect([Number(all), reused]).toEqual([kept, "12"]);
    await faping("score", input, ...SYSTEM, "-o", join(scratch, "whole"));
    expect(text(join(out, "results.json"))).toBe(text(join(scratch, "whole/results.json")));
    expect(readdirSync(out).sort()).toEqual(["gaps", "ranking.xlsx", "report.html", "results.json"]);
  });

  it("does not take over what other rules read, nor anything where it is not asked to", async () => {
    const input = counties("few", 2);
    const out = join(scratch, "other");
    mkdirSync(join(out, ".readings"), { recursive: true });
    writeFileSync(join(out, ".readings", "a".repeat(64)), "left behind");
    const resumed = await faping("score", input, ...SYSTEM, "-o", out, "--resume");
    expect(resumed.stderr).toContain("2 个文件中有 0 个");
    mkdirSync(join(out, ".readings"));
    const plain = await faping("score", input, ...SYSTEM, "-o", out);
    expect([plain.status, plain.stderr]).toEqual([0, ""]);
    expect(existsSync(join(out, ".readings"))).toBe(false);
  });
});

describe("a disk that is full", () => {
  /** Files may become no larger than this; the system then refuses what is written beyond. */
  const limited = (blocks: number, ...args: readonly string[]) =>
    new Promise<{ status: number; stderr: string }>((resolve) => {
      const command = `ulimit -f ${blocks}; exec "$0" dist/bin/main.js "$@"`;
      const run = spawn("sh", ["-c", command, process.execPath, ...args], { cwd: ROOT });
      let stderr = "";
      run.stderr.on("data", (chunk) => {
        stderr += chunk;
      });
      run.stdout.resume();
      run.on("exit", (code) => resolve({ status: code ?? -1, stderr }));
    });

  it("leaves every output of the run before as it was, and says so", async () => {
    const input = counties("disk", 3);
    const out = join(scratch, "disk-out");
    expect((await faping("score", input, ...SYSTEM, "-o", out)).status).toBe(0);
    const before = snapshot(out);
    rmSync(join(input, "991000.xlsx"));
    // Enough for the gap workbooks and the ranking, not for the results, which are written last.
    const full = await limited(400, "score", input, ...SYSTEM, "-o", out);
    expect(full.status).toBe(4);
    expect(full.stderr).toContain("磁盘空间或配额不足");
    expect(full.stderr).toContain("未改动");
    // What was read is kept beside them, for --resume once there is room.
    expect(readdirSync(join(out, ".readings"))).toHaveLength(2);
    rmSync(join(out, ".readings"), { recursive: true });
    expect(snapshot(out)).toEqual(before);
  });
});

describe("odd inputs", () => {
  it("are each one input with one outcome, whatever they are called", async () => {
    const folder = join(scratch, "names");
    const names = [
      "\u001b[31m红.xlsx",
      "两\n行.xlsx",
      " 前后有空格 .xlsx",
      "-rf.xlsx",
      "😀.xlsx",
      "“引号”'x'.xlsx",
      `${"长".repeat(70)}.xlsx`,
      "\u202Exslx.exe.xlsx",
      "=1+1.xlsx",
    ];
    mkdirSync(folder);
    for (const [n, name] of names.entries())
      writeFileSync(
        join(folder, name),
        asUnit(county, unit, { name: `虚构${n}县`, code: String(991_000 + n) }),
      );
    const out = join(scratch, "names-out");
    const { status, stdout, stderr } = await faping("score", folder, ...SYSTEM, "-o", out);
    expect(status).toBe(0);
    const { inputs } = JSON.parse(text(join(out, "results.json"))) as {
      inputs: { file: string; outcome: string }[];
    };
    expect(inputs.map(({ file }) => file).sort()).toEqual([...names].sort());
    expect(new Set(inputs.map(({ outcome }) => outcome))).toEqual(new Set(["scored"]));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(`${stdout}${stderr}`).not.toMatch(/[\u001b\u202E]/);
  });

  it("that are links are followed to files, and told where they lead nowhere", async () => {
    const folder = join(scratch, "links");
    mkdirSync(folder);
    copyFileSync(COUNTY, join(scratch, "linked.xlsx"));
    symlinkSync(join(scratch, "linked.xlsx"), join(folder, "a.xlsx"));
    symlinkSync(join(scratch, "nowhere.xlsx"), join(folder, "b.xlsx"));
    symlinkSync(folder, join(folder, "round"));
    const { status, stdout } = await faping("score", folder, ...SYSTEM, "-o", join(scratch, "links-out"));
    expect(status).toBe(1);
    expect(stdout).toContain("共 2 个文件：已评分 1，退回 0，转人工 1");
    expect(stdout).toContain("文件已不在原处");
  });
});
