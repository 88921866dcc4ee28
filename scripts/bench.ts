/**
 * What reading, scoring and ranking cost on this machine: `npm run bench`. Each figure is the median of
 * several rounds in one process; reading is measured side by side with exceljs over the same bytes.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import ExcelJS from "exceljs";
import {
  fillRankingWorkbook,
  labelsIn,
  type ReadFile,
  type Results,
  readFile,
  resultsJson,
  scoreFiles,
} from "../src/index.js";
import { readSubmission } from "../src/intake/read-submission.js";
import { assessUnit } from "../src/scoring/assess-unit.js";
import { readSystem } from "./samples/system.js";

const ROUNDS = 7;
const COUNTIES = 190;
const MANY = 3000;

const root = join(import.meta.dirname, "..");
const system = readSystem(join(root, "indicators/published-report"));
const folder = join(root, "samples/demo-counties");
const files = readdirSync(folder).map((name) => ({
  name,
  bytes: new Uint8Array(readFileSync(join(folder, name))),
}));
const submissions = files.flatMap(({ name, bytes }) => readSubmission(bytes, name, system).submission ?? []);

/** Median CPU milliseconds of a round. */
async function cpu(work: () => Promise<void> | void): Promise<number> {
  const rounds: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const before = process.cpuUsage();
    await work();
    const { user, system: kernel } = process.cpuUsage(before);
    if (round > 0) rounds.push((user + kernel) / 1000); // the first one warms up
  }
  return rounds.sort((a, b) => a - b)[Math.floor(rounds.length / 2)] ?? 0;
}

const say = (what: string, figure: string) =>
  process.stdout.write(`${what.padEnd(58)}${figure.padStart(12)}\n`);
const ms = (value: number) => `${value.toFixed(1)} ms`;

say(`items ${system.items.length}, workbooks ${files.length}; CPU, median of ${ROUNDS}`, "");
const ours = await cpu(() => {
  for (const { name, bytes } of files) readSubmission(bytes, name, system);
});
const theirs = await cpu(async () => {
  for (const { bytes } of files) await new ExcelJS.Workbook().xlsx.load(bytes.slice().buffer);
});
say("read and type one workbook", ms(ours / files.length));
say("  the same bytes through exceljs, cells only", ms(theirs / files.length));
const scoring = await cpu(async () => {
  for (const submission of submissions) await assessUnit(system, { own: submission, verified: submission });
});
say("score one unit", ms(scoring / submissions.length));

const started = performance.now();
const results = await scoreFiles(system, readMany(COUNTIES), { language: "zh-CN" });
say(`${COUNTIES} workbooks to results, wall`, ms(performance.now() - started));
say(
  `  results.json, bytes`,
  String([...resultsJson(results)].reduce((sum, piece) => sum + Buffer.byteLength(piece), 0)),
);

const many = await scoreFiles(system, readMany(MANY), { language: "zh-CN" });
const writing = performance.now();
const bytes = await streamed(many);
say(`ranking workbook of ${MANY} units, streamed, wall`, ms(performance.now() - writing));
say("  its bytes", String(bytes));
say("peak memory of this process", `${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`);

/** The samples over and over, each time another unit's. */
function readMany(count: number): ReadFile[] {
  return Array.from({ length: count }, (_, n) => {
    const read = readFile(system, files[n % files.length] as (typeof files)[number]);
    const file = `${n}.xlsx`;
    if (!read.submission) return { ...read, file };
    const unit = { ...read.submission.unit, code: String(100_000 + n) };
    return { ...read, file, unit, submission: { ...read.submission, files: [file], unit } };
  });
}

async function streamed(given: Results): Promise<number> {
  const stream = new PassThrough();
  let size = 0;
  stream.on("data", (chunk: Uint8Array) => {
    size += chunk.length;
  });
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true });
  fillRankingWorkbook(book, given, labelsIn("zh-CN"));
  await book.commit();
  return size;
}
