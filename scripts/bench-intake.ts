/**
 * What reading costs, ours against exceljs, side by side in one run: `npm run bench:intake`. Each run of each is
 * a process of its own, in turns. Ours reads in child processes as `faping score` does, types every answer and
 * hands it back to the parent; exceljs reads cells in its own process. Processor time is that of all processes
 * together (Linux), measured with one child, so that no two of them share a core.
 */
import { fork } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { partsOf, rawXlsx, worksheet } from "../tests/support/raw-xlsx.js";
import type { Cost, Job } from "./bench/reading.js";

const RUNS = 3;
/** The same files over and over: as many as a province with its counties hands in. */
const BATCH = 192;
const root = join(import.meta.dirname, "..");
const MIB = 1024 * 1024;
/** A reader that takes longer over one file has failed. */
const PATIENCE_MS = 120_000;

/** One job in a process of its own; undefined where it did not come to an end. */
function cost(job: Job): Promise<Cost | undefined> {
  return new Promise((resolve) => {
    const child = fork(join(import.meta.dirname, "bench/reading.ts"), [JSON.stringify(job)], {
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    const clock = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
    let told: Cost | undefined;
    child.on("message", (message) => {
      told = message as Cost;
    });
    child.on("exit", () => {
      clearTimeout(clock);
      resolve(told);
    });
  });
}

const median = (figures: readonly number[]): number =>
  [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0;
const say = (what: string, ...figures: readonly string[]) =>
  process.stdout.write(`${what.padEnd(56)}${figures.map((figure) => figure.padStart(16)).join("")}\n`);
const ms = (value: number) => `${value.toFixed(1)} ms`;
const mib = (bytes: number) => `${Math.round(bytes / MIB)} MiB`;

async function compared(name: string, folder: string, system: string): Promise<void> {
  const files = readdirSync(join(root, "samples", folder))
    .filter((file) => file.endsWith(".xlsx"))
    .map((file) => join(root, "samples", folder, file));
  const batch = Array.from({ length: BATCH }, (_, n) => files[n % files.length] ?? "");
  const job = { batches: [batch], system: join(root, system) };
  const ours: Cost[] = [];
  const atOnce: Cost[] = [];
  const theirs: Cost[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    for (const [list, how] of [
      [ours, { reader: "faping", processes: 1, batches: [batch, batch, batch] }],
      [theirs, { reader: "exceljs", batches: [batch, batch, batch] }],
      [atOnce, { reader: "faping" }],
    ] as const) {
      const done = await cost({ ...job, ...how });
      if (done) list.push(done);
    }
  }
  const row = (what: string, one: readonly number[], other: readonly number[]) => {
    const ratios = other.map((figure, run) => figure / (one[run] ?? Number.NaN));
    say(`  ${what}`, ms(median(one)), ms(median(other)), `${median(ratios).toFixed(2)} times`);
  };
  const perBook = (list: readonly Cost[], of: "cpuMs" | "wallMs", n: number) =>
    list.map((figures) => (figures[of][n] ?? Number.NaN) / BATCH);
  say(name);
  row("CPU per workbook, the third batch", perBook(ours, "cpuMs", 2), perBook(theirs, "cpuMs", 2));
  row("CPU per workbook, the first, with starting", perBook(ours, "cpuMs", 0), perBook(theirs, "cpuMs", 0));
  row(
    "time per workbook, all cores, with starting",
    perBook(atOnce, "wallMs", 0),
    perBook(theirs, "wallMs", 0),
  );
  const peak = (list: readonly Cost[]) => Math.max(...list.map(({ peakBytes }) => peakBytes));
  say("  peak memory of the largest process", mib(peak(ours)), mib(peak(theirs)));
}

async function bloated(): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), "faping-bench-"));
  const path = join(scratch, "bloated.xlsx");
  const rows: string[] = [];
  for (let n = 1; n <= 1_000_000; n += 1) rows.push(`<row r="${n}" s="1" customFormat="1" ht="15"/>`);
  writeFileSync(path, rawXlsx(partsOf([{ xml: worksheet({ rows: rows.join("") }) }])));
  const job = { batches: [[path]], system: join(root, "indicators/township") };
  const show = (done: Cost | undefined) =>
    done ? [`${((done.wallMs[0] ?? 0) / 1000).toFixed(2)} s`, mib(done.peakBytes)] : ["given up", ""];
  const [ours, theirs] = [
    await cost({ ...job, reader: "faping" }),
    await cost({ ...job, reader: "exceljs" }),
  ];
  say("a million formatted blank rows: time", show(ours)[0] ?? "", show(theirs)[0] ?? "");
  say("  peak memory of the largest process", show(ours)[1] ?? "", show(theirs)[1] ?? "");
  rmSync(scratch, { recursive: true, force: true });
}

say(`median of ${RUNS} runs, batches of ${BATCH} workbooks`, "faping", "exceljs", "exceljs/faping");
await compared("twelve counties (published-report)", "demo-counties", "indicators/published-report");
await compared("twenty-four counties (model-county)", "demo-province", "indicators/model-county");
await compared("twelve townships (township)", "demo-townships", "indicators/township");
await bloated();
