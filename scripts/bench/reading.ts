/** One process of `bench-intake.ts`: reads batches of files with one reader, and tells what that took. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import ExcelJS from "exceljs";
import { readSystem } from "../samples/system.js";

export interface Job {
  readonly reader: "faping" | "exceljs";
  /** One batch after the other, by the same reader. */
  readonly batches: readonly (readonly string[])[];
  /** How many processes ours reads with; as many as there are cores where nothing is said. */
  readonly processes?: number;
  /** Folder of the indicator system. */
  readonly system: string;
}

export interface Cost {
  /** Of this process and its readers, batch by batch; the first pays for starting them. */
  readonly cpuMs: readonly number[];
  readonly wallMs: readonly number[];
  /** Of the largest process. */
  readonly peakBytes: number;
}

const KIB = 1024;
/** `USER_HZ` of Linux. */
const TICKS_PER_SECOND = 100;

// As it is built: a child of a TypeScript runner would pay for the runner.
const { ReaderPool } = (await import(
  pathToFileURL(join(import.meta.dirname, "../../dist/cli/reading/pool.js")).href
)) as typeof import("../../src/cli/reading/pool.js");
process.execArgv = [];

const job = JSON.parse(process.argv[2] ?? "{}") as Job;
/** Read once for however many files; exceljs knows nothing of it. */
const rules = { system: readSystem(job.system), mappings: [] };
const pool = new ReaderPool(job.processes === undefined ? {} : { processes: job.processes });

const children = (): string[] =>
  readdirSync("/proc/self/task").flatMap((task) =>
    readFileSync(`/proc/self/task/${task}/children`, "latin1").split(" ").filter(Boolean),
  );
/** The runner's own. */
const others = children();
const readers = () => children().filter((pid) => !others.includes(pid));

function cpuOf(pid: string): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_PER_SECOND;
}

function cpuNow(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000 + readers().reduce((sum, pid) => sum + cpuOf(pid), 0);
}

const highest = (pid: string): number =>
  Number(/^VmHWM:\s*(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "latin1"))?.[1] ?? 0) * KIB;

/** Neither keeps what it has read. */
async function read(files: readonly string[]): Promise<void> {
  if (job.reader === "exceljs") for (const path of files) await new ExcelJS.Workbook().xlsx.readFile(path);
  else
    await Promise.all(
      files.map(async (path) => {
        await pool.read("submission", rules, { path, name: basename(path) });
      }),
    );
}

const cpuMs: number[] = [];
const wallMs: number[] = [];
for (const batch of job.batches) {
  const start = performance.now();
  const before = cpuNow();
  await read(batch);
  cpuMs.push(cpuNow() - before);
  wallMs.push(performance.now() - start);
}
process.send?.({
  cpuMs,
  wallMs,
  peakBytes: Math.max(...["self", ...readers()].map(highest)),
} satisfies Cost);
pool.close();
