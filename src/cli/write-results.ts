import { join } from "node:path";
import {
  isStreamed,
  type Language,
  messagesIn,
  type Painter,
  Results,
  resultsJson,
  streamRankingWorkbook,
  unitFileNames,
  writeGapWorkbook,
  writePage,
  writeRankingWorkbook,
} from "../index.js";
import { exists, parseJson, readText, remove } from "./files.js";
import { type Outputs, removeLeftovers, writeTogether } from "./outputs.js";
import { pageParts } from "./page-parts.js";

/** Everything that a run leaves in its folder, all of it new or all of it as before; returns what it is called. */
export async function writeResults(
  folder: string,
  results: Results,
  language: Language,
  painter: Painter,
): Promise<string[]> {
  const gaps = join(folder, "gaps");
  const stale = gapFilesOf(folder);
  for (const each of [folder, gaps]) removeLeftovers(each);
  await writeTogether(async (outputs) => {
    await writeRanking(outputs, join(folder, "ranking.xlsx"), results, language, painter);
    for (const [code, name] of gapFiles(results)) {
      outputs.write(join(gaps, name), [await writeGapWorkbook(results, code, language, painter)]);
      stale.delete(name);
    }
    outputs.write(join(folder, "report.html"), writePage(results, language, pageParts()));
    // The last to take its place: where the results are new, everything beside them is.
    outputs.write(join(folder, "results.json"), resultsJson(results));
  });
  // Gap workbooks of units that an earlier run had and this one has not would pass for results.
  for (const name of stale) remove(join(gaps, name));
  const { sentences } = messagesIn(language).console;
  return ["ranking.xlsx", "report.html", sentences.gapWorkbooks(results.assessments.length), "results.json"];
}

/** The ranking and its results, without the gap workbooks of units whose files are not at hand. */
export async function writeRankingOnly(
  folder: string,
  results: Results,
  language: Language,
  painter: Painter,
): Promise<string[]> {
  removeLeftovers(folder);
  await writeTogether(async (outputs) => {
    await writeRanking(outputs, join(folder, "ranking.xlsx"), results, language, painter);
    outputs.write(join(folder, "report.html"), writePage(results, language, pageParts()));
    outputs.write(join(folder, "results.json"), resultsJson(results));
  });
  return ["ranking.xlsx", "report.html", "results.json"];
}

async function writeRanking(
  outputs: Outputs,
  path: string,
  results: Results,
  language: Language,
  painter: Painter,
): Promise<void> {
  if (!isStreamed(results))
    return outputs.write(path, [await writeRankingWorkbook(results, language, painter)]);
  await outputs.writeBy(path, async (stream) => {
    const { default: exceljs } = await import("exceljs");
    const book = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true });
    streamRankingWorkbook(book, results, language);
    await book.commit();
  });
}

/** File name by unit code. */
const gapFiles = ({ assessments }: Results): Map<string, string> =>
  unitFileNames(
    assessments.map(({ unit }) => unit),
    ".xlsx",
  );

/** The gap workbooks that the results in a folder speak of. */
function gapFilesOf(folder: string): Set<string> {
  const path = join(folder, "results.json");
  if (!exists(path)) return new Set();
  const before = Results.safeParse(parseJson(readText(path)));
  return new Set(before.success ? gapFiles(before.data).values() : []);
}
