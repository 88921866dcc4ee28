import { join } from "node:path";
import { unitFileNames, writeFeedback } from "../../index.js";
import type { Context } from "../context.js";
import { EXIT, type ExitCode, Failure } from "../exit.js";
import { removeLeftovers, writeTogether } from "../outputs.js";
import { readResults } from "../read-results.js";

export interface FeedbackOptions {
  readonly out: string;
  /** Codes or names; absent for every assessed unit. */
  readonly unit?: readonly string[];
}

/** `faping feedback`: 评估反馈意见书, one document for every unit, from results alone. */
export async function feedback(path: string, options: FeedbackOptions, context: Context): Promise<ExitCode> {
  const { sentences } = context.messages.console;
  const results = readResults(path, context);
  const units = results.assessments.map(({ unit }) => unit);
  for (const asked of options.unit ?? [])
    if (!units.some(({ code, name }) => code === asked || name === asked))
      throw new Failure(EXIT.usage, sentences.noSuchUnit(asked));
  const wanted = units.filter(({ code, name }) =>
    (options.unit ?? [code]).some((asked) => asked === code || asked === name),
  );
  const names = unitFileNames(units, ".docx");
  removeLeftovers(options.out);
  await writeTogether(async (outputs) => {
    for (const [index, { code }] of wanted.entries()) {
      const name = names.get(code) ?? "";
      outputs.write(join(options.out, name), [await writeFeedback(results, code)]);
      context.progress(index + 1, wanted.length, name);
    }
  });
  context.err(sentences.feedbackWritten(wanted.length, options.out));
  return EXIT.done;
}
