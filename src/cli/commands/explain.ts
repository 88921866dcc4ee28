import { explain as explainItem } from "../../index.js";
import type { Context } from "../context.js";
import { EXIT, type ExitCode, Failure } from "../exit.js";
import { printExplanation } from "../print-explanation.js";
import { readResults } from "../read-results.js";

/** `faping explain`: how one item of one unit came to its points. */
export function explain(
  path: string,
  unit: string,
  item: string,
  options: { json?: boolean },
  context: Context,
): ExitCode {
  const results = readResults(path, context);
  const told = explainItem(results, unit, item);
  if (!told) {
    const { noSuchUnit, noSuchItem } = context.messages.console.sentences;
    const known = results.assessments.some(({ unit: one }) => one.code === unit || one.name === unit);
    throw new Failure(EXIT.usage, known ? noSuchItem(item) : noSuchUnit(unit));
  }
  if (options.json) context.out(JSON.stringify(told, null, 2));
  else printExplanation(results.system, told, context);
  return EXIT.done;
}
