import { basename } from "node:path";
import { type Detection, isLintError, LINT_CODES, loadMapping } from "../../index.js";
import { type Context, lintLine, openSystem, type SystemChoice } from "../context.js";
import { EXIT, type ExitCode, Failure } from "../exit.js";
import { readInput } from "../files.js";
import { mustBeFile, mustEndIn } from "../given-path.js";
import { writeWhole } from "../outputs.js";
import { withReaders } from "../reading/readers.js";
import { bold, red, safe, table } from "../terminal.js";

export interface DetectOptions extends SystemChoice {
  readonly out?: string;
  readonly sheet?: string;
  readonly json?: boolean;
}

/** `faping form detect`: a mapping for a form that is not ours, and how sure each part of it is. */
export async function detect(path: string, options: DetectOptions, context: Context): Promise<ExitCode> {
  const { messages, out, err } = context;
  mustBeFile(path, messages);
  if (options.out !== undefined) mustEndIn(options.out, [".json"], messages);
  const system = openSystem(options, context);
  const file = { path, name: basename(path) };
  const outcome = await withReaders({}, messages, (readers) =>
    readers.form(file, { system, sheet: options.sheet }),
  );
  if (outcome.kind === "unreadable") {
    for (const finding of outcome.findings)
      err(safe(`${messages.place(finding)}${messages.findings[finding.code](finding.params)}`));
    throw new Failure(EXIT.refused, messages.form.unreadable(path));
  }
  if (outcome.kind === "own") throw new Failure(EXIT.usage, messages.form.own(path));
  if (outcome.kind === "none")
    throw new Failure(EXIT.refused, messages.form.none(outcome.sheets.join(messages.console.listComma)));
  const text = `${JSON.stringify(outcome.detection.mapping, null, 2)}\n`;
  if (options.json) out(JSON.stringify(outcome.detection, null, 2));
  else {
    print(outcome.detection, context);
    if (options.out === undefined) out(`\n${safe(text.trimEnd())}`);
  }
  if (options.out !== undefined) {
    writeWhole(options.out, [text]);
    err(messages.form.written(options.out));
  }
  return outcome.detection.open.length > 0 ? EXIT.partly : EXIT.done;
}

function print(detection: Detection, { messages, out }: Context): void {
  const { form: words, console: labels } = messages;
  const { sheet, headerRow, headerRows, units, columns, open } = detection;
  out(bold(safe(words.detected(sheet, headerRow, headerRows))));
  out(`${words.units[units]}\n`);
  const { column, header, meaning, sureness, why } = words.columns;
  const head = [column, header, meaning, sureness, why].map((title) => ({ title }));
  const rows = columns.map((one) => [
    one.column,
    one.header,
    one.meaning ? words.meanings[one.meaning] : "",
    words.sureness[one.sureness],
    words.why[one.why](one.share ? `${one.share.of}/${one.share.all}` : ""),
  ]);
  out(table(head, rows));
  out(`\n${bold(words.openHeading)}`);
  if (open.length === 0) out(words.nothingOpen);
  for (const point of open) {
    const found = "found" in point ? point.found.join(labels.listComma) : "";
    out(safe(`· ${words.open[point.code](found)}`));
  }
}

/** `faping form lint`: everything that is wrong with a mapping, at once. */
export function lintForm(
  path: string,
  options: SystemChoice & { readonly json?: boolean },
  context: Context,
): ExitCode {
  const { messages, out } = context;
  mustBeFile(path, messages);
  const system = openSystem(options, context);
  const { mapping, findings } = loadMapping(readInput({ path, name: basename(path) }), system);
  if (options.json) {
    const told = findings.map((finding) => ({
      severity: LINT_CODES[finding.code],
      ...finding,
      message: messages.lint[finding.code](finding.params),
    }));
    out(JSON.stringify({ ok: mapping !== undefined, findings: told }, null, 2));
  } else {
    for (const finding of findings)
      out(isLintError(finding) ? red(lintLine(finding, messages)) : lintLine(finding, messages));
    if (mapping) out(safe(messages.form.lintClean(mapping.title)));
  }
  return mapping ? EXIT.done : EXIT.refused;
}
