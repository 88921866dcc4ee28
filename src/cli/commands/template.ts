import { basename } from "node:path";
import {
  CircularFacts,
  clauseSentences,
  departmentsOf,
  type ReadFile,
  returnsFile,
  submissionFrom,
  withCriteria,
  writeTemplate,
  writeVerificationCopy,
} from "../../index.js";
import type { Context } from "../context.js";
import { EXIT, type ExitCode, Failure } from "../exit.js";
import { mustBeFile, mustEndIn } from "../given-path.js";
import { writeWhole } from "../outputs.js";
import { openRules, type RulesChoice } from "../read-rules.js";
import type { Rules } from "../reading/protocol.js";
import { type ReadingOptions, withReaders } from "../reading/readers.js";
import { safe } from "../terminal.js";

export interface TemplateOptions extends RulesChoice, ReadingOptions {
  readonly out: string;
  readonly unit?: string;
  readonly code?: string;
  readonly responsible?: string;
  readonly live?: true;
  readonly for?: "assessor";
  readonly from?: readonly string[];
}

/** `faping template`: the workbook to fill in, a department's part of it, or the assessor's copy. */
export async function template(options: TemplateOptions, context: Context): Promise<ExitCode> {
  const { unit, code, responsible, live, from } = options;
  const { console: words, trust } = context.messages;
  if ((unit === undefined) !== (code === undefined))
    throw new Failure(EXIT.usage, words.sentences.unitAndCode);
  if (options.for && !from) throw new Failure(EXIT.usage, trust.fromNeeded);
  if (from && !options.for) throw new Failure(EXIT.usage, trust.forNeeded);
  const clashing = options.for && (unit ?? code ?? responsible);
  if (clashing) throw new Failure(EXIT.usage, trust.copyIsWhole);
  if (live && (options.for || responsible !== undefined)) throw new Failure(EXIT.usage, trust.liveIsWhole);
  mustEndIn(options.out, [".xlsx"], context.messages);
  const rules = openRules(options, context);
  const system = withCriteria(rules.system);
  if (from) return assessorsCopy({ ...rules, system }, from, options, context);
  const departments = departmentsOf(system);
  if (responsible !== undefined && !departments.includes(responsible)) {
    const known = departments.join(words.listComma);
    throw new Failure(EXIT.usage, trust.noSuchDepartment(responsible, known));
  }
  const bytes = await writeTemplate(system, {
    ...(unit !== undefined && code !== undefined ? { unit: { name: unit, code } } : {}),
    ...(responsible === undefined ? {} : { responsible }),
    ...(live ? { live: clauseSentences(system) } : {}),
  }).catch((error: unknown) => {
    throw error instanceof CircularFacts ? new Failure(EXIT.usage, trust.liveCircle(error.place)) : error;
  });
  writeWhole(options.out, [bytes]);
  context.err(words.sentences.templateWritten(options.out));
  return EXIT.done;
}

/** The submission as it was read, locked, with room for what the assessor finds. */
async function assessorsCopy(
  rules: Rules,
  paths: readonly string[],
  options: TemplateOptions,
  context: Context,
): Promise<ExitCode> {
  const { console: words, trust } = context.messages;
  for (const path of paths) mustBeFile(path, context.messages);
  const files = await withReaders(options, context.messages, (readers) =>
    Promise.all(paths.map((path) => readers.submission(rules, { path, name: basename(path) }))),
  );
  const returned = files.filter((file) => !file.submission && !file.units);
  if (returned.length > 0) {
    tellFindings(returned, context);
    throw new Failure(EXIT.refused, returned.map(({ file }) => trust.fromReturned(file)).join("\n"));
  }
  const units = submissionFrom(files);
  if (!units.submission) {
    const names = units.units.join(words.listComma);
    throw new Failure(
      EXIT.usage,
      names === "" ? trust.fromReturned(paths.join(words.listComma)) : trust.fromSeveralUnits(names),
    );
  }
  const hashes = files.map(({ sha256 }) => sha256).sort();
  writeWhole(options.out, [await writeVerificationCopy(rules.system, units.submission, { hashes })]);
  context.err(trust.copyWritten(options.out));
  return EXIT.done;
}

function tellFindings(files: readonly ReadFile[], { messages, err }: Context): void {
  for (const { findings } of files) {
    // Of a form of another system every row is wrong; what is to be mended is one thing.
    const decisive = findings.filter(returnsFile);
    for (const finding of decisive.length > 0 ? decisive : findings)
      err(safe(`${messages.place(finding)}${messages.findings[finding.code](finding.params)}`));
  }
}
