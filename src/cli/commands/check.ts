import { basename } from "node:path";
import { gradeAlone, resultsJson, scoreFiles, writeGapWorkbook } from "../../index.js";
import { type Context, openSystem, type SystemChoice } from "../context.js";
import { EXIT, type ExitCode, Failure } from "../exit.js";
import { isFile, writeWhole } from "../files.js";
import { printCheck } from "../print-check.js";
import { printSupplements } from "../print-supplements.js";
import { readWorkbookAt } from "../read-input.js";
import { readSupplements, type SupplementOptions, tellSupplements } from "../read-supplements.js";
import { safe } from "../terminal.js";
import { exitCode } from "./score.js";

export interface CheckOptions extends SystemChoice, SupplementOptions {
  readonly json?: boolean;
  readonly failUnder?: string;
  readonly gaps?: string;
}

/** `faping check`: one unit, for the clerk who fills in its workbook. */
export async function check(path: string, options: CheckOptions, context: Context): Promise<ExitCode> {
  const { sentences } = context.messages.console;
  const system = openSystem(options, context);
  if (!isFile(path)) throw new Failure(EXIT.usage, sentences.noFile(path));
  const file = readWorkbookAt(system, { path, name: basename(path) });
  const supplements = readSupplements(system, options, context);
  const results = await scoreFiles(system, [file], {
    language: context.language,
    compared: "alone",
    ...supplements,
  });
  const [assessment] = results.assessments;
  if (options.json) for (const piece of resultsJson(results)) process.stdout.write(piece);
  else if (assessment)
    printCheck(results.system, assessment, gradeAlone(assessment, results.system), context);
  if (!options.json) printSupplements(results, context);
  tellSupplements(results, context);
  if (!assessment) {
    context.err(safe(sentences.returned(basename(path))));
    const { findings = [], reason } = results.inputs[0] ?? {};
    for (const line of [...findings.map(({ message }) => message), ...(reason ? [reason] : [])])
      context.err(safe(line));
    return EXIT.refused;
  }
  if (options.gaps !== undefined) {
    const code = assessment.unit.code;
    writeWhole(options.gaps, [await writeGapWorkbook(results, code, context.language)]);
    context.err(sentences.writtenTo(options.gaps));
  }
  return exitCode(results, options.failUnder, context);
}
