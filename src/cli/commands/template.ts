import { writeTemplate } from "../../index.js";
import { type Context, openSystem, type SystemChoice } from "../context.js";
import { EXIT, type ExitCode, Failure } from "../exit.js";
import { writeWhole } from "../files.js";

export interface TemplateOptions extends SystemChoice {
  readonly out: string;
  readonly unit?: string;
  readonly code?: string;
}

/** `faping template`: the workbook to fill in. */
export async function template(options: TemplateOptions, context: Context): Promise<ExitCode> {
  const { unit, code } = options;
  if ((unit === undefined) !== (code === undefined)) {
    throw new Failure(EXIT.usage, context.messages.console.sentences.unitAndCode);
  }
  const system = openSystem(options, context);
  const identity = unit !== undefined && code !== undefined ? { unit: { name: unit, code } } : {};
  writeWhole(options.out, [await writeTemplate(system, identity)]);
  context.err(context.messages.console.sentences.templateWritten(options.out));
  return EXIT.done;
}
