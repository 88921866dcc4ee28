import { extname } from "node:path";
import { factRowsOf, factsCsv, unitsIn, writeFactsTable } from "../../index.js";
import type { Context } from "../context.js";
import { EXIT, type ExitCode, Failure } from "../exit.js";
import { findInputs } from "../files.js";
import { mustEndIn } from "../given-path.js";
import { writeWhole } from "../outputs.js";
import { openRules, type RulesChoice } from "../read-rules.js";
import { type ReadingOptions, withReaders } from "../reading/readers.js";
import { safe } from "../terminal.js";

export interface FactsOptions extends RulesChoice, ReadingOptions {
  readonly out: string;
  readonly units?: readonly string[];
}

/** `faping facts`: the empty table of what assessors or third parties supply. */
export async function facts(options: FactsOptions, context: Context): Promise<ExitCode> {
  const { console: words, trust } = context.messages;
  mustEndIn(options.out, [".csv", ".xlsx"], context.messages);
  const rules = openRules(options, context);
  const { system } = rules;
  if (factRowsOf(system, []).length === 0) {
    context.err(trust.noFactsByOthers);
    return EXIT.done;
  }
  const inputs = findInputs(options.units ?? [], undefined);
  if (inputs.missing.length > 0)
    throw new Failure(EXIT.usage, words.sentences.noFile(inputs.missing.join(words.listComma)));
  if (options.units && inputs.files.length === 0)
    throw new Failure(EXIT.usage, words.sentences.noInputs(options.units.join(words.listComma)));
  const read = await withReaders(options, context.messages, (readers) =>
    Promise.all(inputs.files.map((file) => readers.submission(rules, file))),
  );
  const nameless = read.filter((file) => unitsIn(file).length === 0).map(({ file }) => file);
  const byCode = new Map(read.flatMap(unitsIn).map((unit) => [unit.code, unit] as const));
  const units = [...byCode.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  const isCsv = extname(options.out).toLowerCase() === ".csv";
  writeWhole(options.out, [isCsv ? factsCsv(system, units) : await writeFactsTable(system, units)]);
  for (const file of nameless) context.err(safe(trust.noUnitIn(file)));
  context.err(trust.factsWritten(options.out, factRowsOf(system, units).length));
  return nameless.length > 0 ? EXIT.partly : EXIT.done;
}
