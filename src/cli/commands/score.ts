import { join } from "node:path";
import {
  fillRankingWorkbook,
  gapFileName,
  type Language,
  labelsIn,
  messagesIn,
  Results,
  resultsJson,
  scoreFiles,
  writeGapWorkbook,
} from "../../index.js";
import { type Context, openSystem, type SystemChoice } from "../context.js";
import { EXIT, type ExitCode, Failure } from "../exit.js";
import { exists, findInputs, parseJson, readText, remove, writeWhole, writeWholeBy } from "../files.js";
import { printRanking } from "../print-ranking.js";
import { readWorkbookAt } from "../read-input.js";
import { readSupplements, type SupplementOptions, tellSupplements } from "../read-supplements.js";
import { safe } from "../terminal.js";

export interface ScoreOptions extends SystemChoice, SupplementOptions {
  /** May be left out where the results go to standard output. */
  readonly out?: string;
  readonly json?: boolean;
  readonly failUnder?: string;
}

/** `faping score`: a batch of workbooks, scored and ranked, with every output. */
export async function score(
  paths: readonly string[],
  options: ScoreOptions,
  context: Context,
): Promise<ExitCode> {
  const { sentences, listComma } = context.messages.console;
  if (options.out === undefined && !options.json) {
    throw new Failure(
      EXIT.usage,
      sentences.wrongUsage("commander.missingMandatoryOptionValue", "--out <folder>"),
    );
  }
  const system = openSystem(options, context);
  const inputs = findInputs(paths, options.out);
  if (inputs.missing.length > 0)
    throw new Failure(EXIT.usage, sentences.noFile(inputs.missing.join(listComma)));
  if (inputs.files.length === 0) throw new Failure(EXIT.usage, sentences.noInputs(paths.join(listComma)));
  if (inputs.ignored.length > 0) context.err(safe(sentences.ignored(inputs.ignored)));

  const supplements = readSupplements(system, options, context);
  const files = inputs.files.map((file, index) => {
    context.progress(index + 1, inputs.files.length, file.name);
    return readWorkbookAt(system, file);
  });
  const results = await scoreFiles(system, files, { language: context.language, ...supplements });
  const written = options.out === undefined ? [] : await writeResults(options.out, results, context.language);
  if (options.json) for (const piece of resultsJson(results)) process.stdout.write(piece);
  else printRanking(results, context);
  tellSupplements(results, context);
  if (options.out !== undefined)
    (options.json ? context.err : context.out)(sentences.written(options.out, written));
  return exitCode(results, options.failUnder, context);
}

/** Ranking, gap workbooks, and last of all the results: where they are new, everything beside them is. */
export async function writeResults(folder: string, results: Results, language: Language): Promise<string[]> {
  const stale = gapFilesOf(folder);
  await writeRanking(join(folder, "ranking.xlsx"), results, language);
  for (const [code, name] of gapFiles(results)) {
    writeWhole(join(folder, "gaps", name), [await writeGapWorkbook(results, code, language)]);
    stale.delete(name);
  }
  writeWhole(join(folder, "results.json"), resultsJson(results));
  // Gap workbooks of units that an earlier run had and this one has not would pass for results.
  for (const name of stale) remove(join(folder, "gaps", name));
  const { sentences } = messagesIn(language).console;
  return ["ranking.xlsx", sentences.gapWorkbooks(results.assessments.length), "results.json"];
}

export async function writeRanking(path: string, results: Results, language: Language): Promise<void> {
  await writeWholeBy(path, async (filename) => {
    const { default: exceljs } = await import("exceljs");
    const book = new exceljs.stream.xlsx.WorkbookWriter({
      filename,
      useStyles: true,
      useSharedStrings: true,
    });
    fillRankingWorkbook(book, results, labelsIn(language));
    await book.commit();
  });
}

/** File name by unit code; names that would fall together are told apart by a number. */
function gapFiles(results: Results): Map<string, string> {
  const taken = new Set<string>();
  return new Map(
    results.assessments.map(({ unit }) => {
      let name = gapFileName(unit);
      for (let n = 2; taken.has(name.toLowerCase()); n += 1)
        name = gapFileName({ ...unit, name: `${unit.name}-${n}` });
      taken.add(name.toLowerCase());
      return [unit.code, name];
    }),
  );
}

/** The gap workbooks that the results in a folder speak of. */
function gapFilesOf(folder: string): Set<string> {
  const path = join(folder, "results.json");
  if (!exists(path)) return new Set();
  const before = Results.safeParse(parseJson(readText(path)));
  return new Set(before.success ? gapFiles(before.data).values() : []);
}

export function exitCode(results: Results, failUnder: string | undefined, context: Context): ExitCode {
  const { sentences, listComma } = context.messages.console;
  if (results.assessments.length === 0) throw new Failure(EXIT.refused, sentences.allRefused);
  const below =
    failUnder === undefined
      ? []
      : results.assessments.filter(({ total }) => Number(total.points) < Number(failUnder));
  if (below.length > 0 && failUnder !== undefined) {
    const units = below.map(({ unit, total }) => `${unit.name} ${total.points}`).join(listComma);
    context.err(safe(sentences.belowMinimum(units, failUnder)));
    return EXIT.partly;
  }
  const returned = [
    ...results.inputs.filter(({ outcome }) => outcome !== "scored"),
    ...[...(results.facts ?? []), ...(results.verified ?? [])].filter(
      ({ outcome }) => outcome === "returned",
    ),
  ];
  return returned.length > 0 ? EXIT.partly : EXIT.done;
}
