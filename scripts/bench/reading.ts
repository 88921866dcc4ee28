/** One process of `bench-intake.ts`: reads files with one reader, and tells what that took. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import ExcelJS from "exceljs";
import type { IndicatorSystem } from "../../src/index.js";
import { readSystem } from "../samples/system.js";

export interface Job {
  readonly reader: "faping" | "exceljs";
  readonly files: readonly string[];
  readonly rounds: number;
  /** Folder of the indicator system. */
  readonly system: string;
}

export interface Cost {
  /** Of this process and its children. */
  readonly cpuMs: number;
  readonly wallMs: number;
  /** Of the largest of them. */
  readonly peakBytes: number;
}

const KIB = 1024;
/** `USER_HZ` of Linux. */
const TICKS_PER_SECOND = 100;

/** Processor time of the children that have ended. */
function childrenMs(): number {
  const stat = readFileSync("/proc/self/stat", "latin1");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return ((Number(fields[13]) + Number(fields[14])) * 1000) / TICKS_PER_SECOND;
}

const highest = (pid: string): number =>
  Number(/^VmHWM:\s*(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "latin1"))?.[1] ?? 0) * KIB;

const children = (): string[] =>
  readdirSync("/proc/self/task").flatMap((task) =>
    readFileSync(`/proc/self/task/${task}/children`, "latin1").split(" ").filter(Boolean),
  );

// As it is built: a child of a TypeScript runner would pay for the runner.
const { ReaderPool } = (await import(
  pathToFileURL(join(import.meta.dirname, "../../dist/cli/reading/pool.js")).href
)) as typeof import("../../src/cli/reading/pool.js");
process.execArgv = [];

async function readByFaping({ files, rounds }: Job, system: IndicatorSystem): Promise<number> {
  const others = children();
  const pool = new ReaderPool();
  for (let round = 0; round < rounds; round += 1)
    await Promise.all(
      files.map((path) => pool.read("submission", { system, mappings: [] }, { path, name: basename(path) })),
    );
  const readers = () => children().filter((pid) => !others.includes(pid));
  const peak = Math.max(...readers().map(highest));
  pool.close();
  while (readers().length > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  return peak;
}

async function readByExceljs({ files, rounds }: Job): Promise<number> {
  for (let round = 0; round < rounds; round += 1)
    for (const path of files) await new ExcelJS.Workbook().xlsx.readFile(path);
  return 0;
}

const job = JSON.parse(process.argv[2] ?? "{}") as Job;
// The rules are read once for however many files; exceljs knows nothing of them.
const rules = readSystem(job.system);
const before = process.cpuUsage();
const start = performance.now();
const peakOfChildren = await (job.reader === "faping" ? readByFaping(job, rules) : readByExceljs(job));
const { user, system } = process.cpuUsage(before);
process.send?.({
  cpuMs: (user + system) / 1000 + childrenMs(),
  wallMs: performance.now() - start,
  peakBytes: Math.max(peakOfChildren, highest("self")),
} satisfies Cost);
