/**
 * What reading, scoring, ranking and writing cost on this machine: `npm run bench`. Figures of a single workbook are
 * the median of several rounds in one process; reading is measured side by side with exceljs over the same
 * bytes.
 */
import { PassThrough } from "node:stream";
import ExcelJS from "exceljs";
import {
  combine,
  compareResults,
  type Results,
  type RunOptions,
  replay,
  resultsJson,
  scoreFiles,
  streamRankingWorkbook,
} from "../src/index.js";
import { readSubmission } from "../src/intake/read-submission.js";
import { Results as ResultsFormat } from "../src/model/results.js";
import { assessUnit } from "../src/scoring/assess-unit.js";
import { comparedSystem, copiesOf, files, readMany, root } from "./bench/given.js";
import { benchOutputs } from "./bench/outputs.js";
import { readSystem } from "./samples/system.js";

const ROUNDS = 7;
const COUNTIES = 190;
const MANY = 3000;

const system = readSystem(`${root}/indicators/published-report`);
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

/** CPU milliseconds of one go. */
async function once<T>(what: string, work: () => Promise<T> | T): Promise<T> {
  const before = process.cpuUsage();
  const done = await work();
  const { user, system: kernel } = process.cpuUsage(before);
  say(what, ms((user + kernel) / 1000));
  return done;
}

function bytesOf(results: Results): number {
  let bytes = 0;
  for (const piece of resultsJson(results)) bytes += Buffer.byteLength(piece);
  return bytes;
}
const sayPeak = () =>
  say("peak memory of this process so far", `${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`);

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

/** First, so that the peak is theirs alone. */
async function manyUnits(): Promise<void> {
  say(`${MANY} units; CPU, one go`, "");
  const read = await once("read the workbooks", () => readMany(system, MANY));
  const many = await once("score, rank, tell the gaps", () =>
    scoreFiles(system, read, { language: "zh-CN" }),
  );
  sayPeak();
  say("  results.json, bytes", String(await once("  write results.json", () => bytesOf(many))));
  say("  ranking workbook, bytes", String(await once("  write the ranking workbook", () => streamed(many))));
  sayPeak();
}
await manyUnits();

say(`${COUNTIES} units; CPU, one go`, "");
const counties = await once("read the workbooks", () => readMany(system, COUNTIES));
const score = (options: Partial<RunOptions> = {}, by = system) =>
  scoreFiles(by, counties, { language: "zh-CN", ...options });
const results = await once("score, rank, tell the gaps", () => score());
say("  results.json, bytes", String(await once("  write results.json", () => bytesOf(results))));
const one = copiesOf(counties, 1);
const verified = await once("score with an assessor's copy of each", () => score({ copies: one }));
say("  results.json, bytes", String(bytesOf(verified)));
const copies = copiesOf(counties, 3);
const panel = await once("score with a panel of three for each", () => score({ copies, panel: "mean" }));
say("  results.json, bytes", String(bytesOf(panel)));
const among = comparedSystem();
const compared = await once("score where units are compared", () => score({}, among));
const both = await once("  and verified", () => score({ copies: one }, among));
await once("  and by a panel of three", () => score({ copies, panel: "mean" }, among));
const text = [...resultsJson(panel)].join("");
await once("read results.json", () => ResultsFormat.parse(JSON.parse(text)));
await once("score again from the results (replay)", () => replay(panel, []));
await once("compare two results: nothing changed", () => compareResults(results, results));
await once("compare two results: everybody verified", () => compareResults(results, verified));
await once("  where units are compared", () => compareResults(compared, both));
await once("combine two results where units are compared", async () => {
  const half = (from: number, to: number) =>
    scoreFiles(among, counties.slice(from, to), { language: "zh-CN" });
  return combine(await half(0, COUNTIES / 2), await half(COUNTIES / 2, COUNTIES));
});

say(`${COUNTIES} units, what people look at; CPU, one go`, "");
await benchOutputs(results, once, say);

async function streamed(given: Results): Promise<number> {
  const stream = new PassThrough();
  let size = 0;
  stream.on("data", (chunk: Uint8Array) => {
    size += chunk.length;
  });
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true });
  streamRankingWorkbook(book, given, "zh-CN");
  await book.commit();
  return size;
}
