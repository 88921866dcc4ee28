import { gradeAlone, resultsJson, scoreFiles, writeGapWorkbook } from "../../index.js";
import type { Context } from "../context.js";
import { EXIT, type ExitCode, Failure } from "../exit.js";
import { findInputs } from "../files.js";
import { mustBeFile, mustEndIn } from "../given-path.js";
import { writeWhole } from "../outputs.js";
import { openPainter, type PictureOptions, tellMissing } from "../painter.js";
import { printCheck } from "../print-check.js";
import { printSupplements } from "../print-supplements.js";
import { openRules, type RulesChoice } from "../read-rules.js";
import { readSupplements, type SupplementOptions, tellSupplements } from "../read-supplements.js";
import { withReaders } from "../reading/readers.js";
import { safe } from "../terminal.js";
import { exitCode } from "./score.js";

export interface CheckOptions extends RulesChoice, SupplementOptions, PictureOptions {
  readonly json?: boolean;
  readonly failUnder?: string;
  readonly gaps?: string;
}

/** `faping check`: one unit, in one file or one of each department, for the clerk who fills them in. */
export async function check(
  paths: readonly string[],
  options: CheckOptions,
  context: Context,
): Promise<ExitCode> {
  const { sentences, listComma } = context.messages.console;
  if (options.gaps !== undefined) mustEndIn(options.gaps, [".xlsx"], context.messages);
  const rules = openRules(options, context);
  for (const path of paths) mustBeFile(path, context.messages);
  const [files, supplements] = await withReaders(options, context.messages, async (readers) => [
    await Promise.all(findInputs(paths, undefined).files.map((file) => readers.submission(rules, file))),
    await readSupplements(readers, rules, options, context),
  ]);
  const results = await scoreFiles(rules.system, files, {
    language: context.language,
    compared: "alone",
    forms: rules.mappings,
    ...supplements,
  });
  const [assessment, ...others] = results.assessments;
  if (others.length > 0) {
    const units = results.assessments.map(({ unit }) => unit.name).join(listComma);
    throw new Failure(EXIT.usage, sentences.severalUnits(units));
  }
  if (options.json) for (const piece of resultsJson(results)) process.stdout.write(piece);
  else if (assessment)
    printCheck(results.system, assessment, gradeAlone(assessment, results.system), context);
  if (!options.json) printSupplements(results, context);
  tellSupplements(results, context);
  if (!assessment) {
    for (const { file, findings, reason } of results.inputs) {
      const why = [...findings.map(({ message }) => message), ...(reason ? [reason] : [])];
      for (const line of [sentences.returned(file), ...why]) context.err(safe(line));
    }
    return EXIT.refused;
  }
  if (options.gaps !== undefined) {
    const code = assessment.unit.code;
    const painter = await openPainter(options, context);
    writeWhole(options.gaps, [await writeGapWorkbook(results, code, context.language, painter)]);
    tellMissing(painter, context);
    context.err(sentences.writtenTo(options.gaps));
  }
  return exitCode(results, options.failUnder, context);
}
