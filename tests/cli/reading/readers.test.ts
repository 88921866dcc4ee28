import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readSystem } from "../../../scripts/samples/system.js";
import { Converter } from "../../../src/cli/reading/converter.js";
import { readSteadily } from "../../../src/cli/reading/file-bytes.js";
import { ReaderPool } from "../../../src/cli/reading/pool.js";
import { Readers } from "../../../src/cli/reading/readers.js";
import { messagesIn, readFile } from "../../../src/index.js";
import { ROOT } from "../../support/faping.js";
import { hasLibreOffice, needs } from "../../support/other-programs.js";

const scratch = mkdtempSync(join(tmpdir(), "faping-readers-"));
const pool = new ReaderPool({ program: join(ROOT, "dist/cli/reading/child.js") });
const messages = messagesIn("zh-CN");
const converter = new Converter();
afterAll(() => {
  pool.close();
  converter.close();
  rmSync(scratch, { recursive: true, force: true });
});

const readers = new Readers(pool, messages);
const system = readSystem(join(ROOT, "indicators/published-report"));
const rules = { system, mappings: [] };
const COUNTY = join(ROOT, "samples/demo-counties/990121-青岚县.xlsx");
const county = { path: COUNTY, name: "990121-青岚县.xlsx" };
const countyBytes = new Uint8Array(readFileSync(COUNTY));

describe("a file read in another process", () => {
  it("gives exactly what reading it here gives", async () => {
    const folder = join(ROOT, "samples/demo-counties");
    for (const name of readdirSync(folder).slice(0, 4)) {
      const path = join(folder, name);
      const here = readFile(system, { name, bytes: new Uint8Array(readFileSync(path)) });
      expect(await readers.submission(rules, { path, name })).toEqual(here);
    }
  });

  it("goes to a person where it is no longer there, or may not be read", async () => {
    const gone = await readers.submission(rules, { path: join(scratch, "走了.xlsx"), name: "走了.xlsx" });
    expect(gone).toEqual({
      file: "走了.xlsx",
      sha256: "",
      bytes: 0,
      findings: [],
      reason: messages.reading.manual.gone,
    });
    const folder = await readers.submission(rules, { path: scratch, name: "文件夹.xlsx" });
    expect(folder.reason).toBe(messages.reading.manual.unreadable("EISDIR"));
  });

  it("as a table or a copy is returned there", async () => {
    const file = { path: join(scratch, "走了.csv"), name: "走了.csv" };
    const told = [{ code: "E25", file: "走了.csv", params: { why: messages.reading.manual.gone } }];
    expect((await readers.facts(rules, file)).findings).toEqual(told);
    expect((await readers.copy(rules, file)).findings).toEqual(told);
    expect(messages.findings.E25(told[0]?.params ?? {})).toBe(messages.reading.manual.gone);
  });
});

describe("a file that somebody is writing", () => {
  it("is not read half, but goes to a person", async () => {
    const path = join(scratch, "正在复制.xlsx");
    writeFileSync(path, Buffer.alloc(40 * 1024 * 1024, 1));
    const append = `const f = require("node:fs"); for (;;) f.appendFileSync(${JSON.stringify(path)}, "x");`;
    const writer = spawn(process.execPath, ["-e", append]);
    try {
      await new Promise((resolve) => setTimeout(resolve, 300));
      const read = await readers.submission(rules, { path, name: "正在复制.xlsx" });
      expect(read.reason).toBe(messages.reading.manual.changing);
      expect(read.findings).toEqual([]);
    } finally {
      writer.kill("SIGKILL");
    }
  });

  it("is read whole where nothing changes", () => {
    const path = join(scratch, "静止.bin");
    writeFileSync(path, Buffer.from([1, 2, 3]));
    expect(readSteadily(path, 3)).toEqual({ kind: "bytes", bytes: new Uint8Array([1, 2, 3]) });
    expect(readSteadily(path, 2)).toMatchObject({ kind: "tooLarge", bytes: 3 });
  });
});

const office = needs("LibreOffice", hasLibreOffice());
describe.skipIf(office.skip)(`older formats: ${office.title}`, () => {
  it("are converted and read, the file as it came being what is told of", async () => {
    const made = join(scratch, "old");
    copyFileSync(COUNTY, join(scratch, "county.xlsx"));
    const profile = `-env:UserInstallation=file://${join(scratch, "profile")}`;
    const args = [
      profile,
      "--headless",
      "--convert-to",
      "xls",
      "--outdir",
      made,
      join(scratch, "county.xlsx"),
    ];
    expect(spawnSync("soffice", args).status).toBe(0);
    const old = { path: join(made, "county.xls"), name: "甲县.xls" };
    const refused = await readers.submission(rules, old);
    expect(refused.findings).toMatchObject([{ code: "E02", params: { format: "xls" } }]);

    const read = await new Readers(pool, messages, converter).submission(rules, old);
    expect(read).toMatchObject({ file: "甲县.xls", sha256: refused.sha256, bytes: refused.bytes });
    expect(read.findings[0]).toEqual({ code: "W11", file: "甲县.xls", params: { format: "xls" } });
    const direct = readFile(system, { name: "甲县.xls", bytes: countyBytes });
    expect(read.submission).toEqual(direct.submission);
    expect(read.findings.slice(1)).toEqual(direct.findings);
  });
});

describe("older formats", () => {
  it("stay refused where LibreOffice is not there, takes too long or can't open them, and say so", async () => {
    const path = join(scratch, "坏.xls");
    const ole = Buffer.alloc(2048);
    ole.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    ole.write("Workbook", 512, "utf16le");
    ole.writeUInt16LE(18, 512 + 64);
    ole[512 + 66] = 2;
    writeFileSync(path, ole);
    const script = (name: string, text: string) => {
      writeFileSync(join(scratch, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
      return [join(scratch, name)];
    };
    const limits = { milliseconds: 400, residentBytes: 300 * 1024 ** 2, heapBytes: 0 };
    const programs: [string, readonly string[]][] = [
      ["noProgram", [join(scratch, "nowhere")]],
      ["time", script("slow", "sleep 30 & wait")],
      ["failed", script("fails", "exit 1")],
      ["failed", script("makes-nothing", "exit 0")],
    ];
    for (const [conversion, program] of programs) {
      const trial = new Converter(limits, program);
      const { findings } = await new Readers(pool, messages, trial).submission(rules, {
        path,
        name: "坏.xls",
      });
      trial.close();
      expect(findings).toEqual([{ code: "E02", file: "坏.xls", params: { format: "xls", conversion } }]);
      expect(messages.findings.E02(findings[0]?.params ?? {})).toMatch(/转换.*另存为/);
    }
  });

  it("are the only ones that are converted", async () => {
    const read = await new Readers(pool, messages, new Converter(undefined, [])).submission(rules, county);
    expect(read.submission).toBeDefined();
  });
});
