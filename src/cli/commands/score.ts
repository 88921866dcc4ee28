import { type Results, resultsJson, scoreFiles, withPrevious } from "../../index.js";
import type { Context } from "../context.js";
import { EXIT, type ExitCode, Failure } from "../exit.js";
import { findInputs } from "../files.js";
import { openPainter, type PictureOptions, tellMissing } from "../painter.js";
import { type PreviousOptions, readPrevious } from "../previous.js";
import { printRanking } from "../print-ranking.js";
import { openRules, type RulesChoice } from "../read-rules.js";
import { readSupplements, type SupplementOptions, tellSupplements } from "../read-supplements.js";
import { Journal } from "../reading/journal.js";
import { readBatch } from "../reading/read-batch.js";
import { withReaders } from "../reading/readers.js";
import { safe } from "../terminal.js";
import { writeResults } from "../write-results.js";

export interface ScoreOptions extends RulesChoice, SupplementOptions, PictureOptions, PreviousOptions {
  /** May be left out where the results go to standard output. */
  readonly out?: string;
  readonly json?: boolean;
  readonly failUnder?: string;
  /** Files that an interrupted run into the same folder had read are not read again. */
  readonly resume?: boolean;
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
  if (options.resume && options.out === undefined)
    throw new Failure(EXIT.usage, context.messages.reading.resumeNeedsOut);
  const rules = openRules(options, context);
  const inputs = findInputs(paths, options.out);
  if (inputs.missing.length > 0)
    throw new Failure(EXIT.usage, sentences.noFile(inputs.missing.join(listComma)));
  if (inputs.files.length === 0) throw new Failure(EXIT.usage, sentences.noInputs(paths.join(listComma)));
  if (inputs.ignored.length > 0) context.err(safe(sentences.ignored(inputs.ignored)));

  const previous = readPrevious(options, context);
  const painter = options.out === undefined ? undefined : await openPainter(options, context);
  const journal = options.out === undefined ? undefined : new Journal(options.out, rules, options);
  const [supplements, batch] = await withReaders(options, context.messages, async (readers) => [
    await readSupplements(readers, rules, options, context),
    await readBatch(readers, rules, inputs.files, journal, context),
  ]);
  if (options.resume) context.err(context.messages.reading.resumed(batch.reused, inputs.files.length));
  const scored = await scoreFiles(rules.system, batch.files, {
    language: context.language,
    forms: rules.mappings,
    ...supplements,
  });
  const results = previous ? withPrevious(scored, previous) : scored;
  const written =
    options.out === undefined || !painter
      ? []
      : await writeResults(options.out, results, context.language, painter);
  journal?.end();
  if (options.json) for (const piece of resultsJson(results)) process.stdout.write(piece);
  else printRanking(results, context);
  tellSupplements(results, context);
  if (painter) tellMissing(painter, context);
  if (options.out !== undefined)
    (options.json ? context.err : context.out)(sentences.written(options.out, written));
  return exitCode(results, options.failUnder, context);
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
