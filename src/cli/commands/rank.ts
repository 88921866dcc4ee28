import {
  combine,
  outline,
  type Results,
  resultsJson,
  type SystemOutline,
  withPrevious,
} from "../../index.js";
import { type Context, openSystem } from "../context.js";
import { EXIT, type ExitCode, Failure } from "../exit.js";
import { openPainter, type PictureOptions, tellMissing } from "../painter.js";
import { type PreviousOptions, readPrevious } from "../previous.js";
import { printRanking } from "../print-ranking.js";
import { readResults } from "../read-results.js";
import { writeRankingOnly } from "../write-results.js";
import { exitCode } from "./score.js";

export interface RankOptions extends PictureOptions, PreviousOptions {
  readonly out: string;
  readonly system?: string;
  readonly points?: string;
  readonly json?: boolean;
  readonly failUnder?: string;
}

/** `faping rank`: the units of several runs by the same system, ranked together. */
export async function rank(
  paths: readonly string[],
  options: RankOptions,
  context: Context,
): Promise<ExitCode> {
  const { sentences } = context.messages.console;
  const files = [...paths].sort().map((path) => ({ path, results: readResults(path, context) }));
  const [first] = files;
  if (!first) throw new Failure(EXIT.usage, sentences.noInputs(""));
  const { system, points } = options;
  const expected =
    system === undefined
      ? identity(first.results.system)
      : identity(outline(openSystem({ system, ...(points === undefined ? {} : { points }) }, context)));
  for (const { path, results } of files) {
    if (identity(results.system) !== expected) throw new Failure(EXIT.refused, sentences.otherSystem(path));
  }
  refuseRepeated(files, context);
  const previous = readPrevious(options, context);
  const painter = await openPainter(options, context);
  const combined = await combine(first.results, ...files.slice(1).map(({ results }) => results));
  const together = previous ? withPrevious(combined, previous) : combined;
  const written = await writeRankingOnly(options.out, together, context.language, painter);
  tellMissing(painter, context);
  if (options.json) for (const piece of resultsJson(together)) process.stdout.write(piece);
  else {
    printRanking(together, context);
    context.out(sentences.written(options.out, written));
  }
  return exitCode(together, options.failUnder, context);
}

/** Rules and points: what makes two results comparable. */
const identity = ({ sha256, overlay }: SystemOutline): string => `${sha256} ${overlay?.sha256 ?? ""}`;

/** One unit in two files would be ranked twice. */
function refuseRepeated(files: readonly { path: string; results: Results }[], { messages }: Context): void {
  const filesOf = new Map<string, string[]>();
  for (const { path, results } of files) {
    for (const { unit } of results.assessments)
      filesOf.set(unit.code, [...(filesOf.get(unit.code) ?? []), path]);
  }
  for (const [code, paths] of filesOf) {
    if (paths.length < 2) continue;
    const { sentences, listComma } = messages.console;
    throw new Failure(EXIT.refused, sentences.unitTwice(code, paths.join(listComma)));
  }
}
