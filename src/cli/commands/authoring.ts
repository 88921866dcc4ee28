import { basename, join } from "node:path";
import {
  ClauseWords,
  exportList,
  type ImportOutcome,
  type IndicatorSystem,
  importReport,
  loadSystem,
  outline,
  parseDecimal,
  toDecimal,
} from "../../index.js";
import { type Context, lintLine, openSystem } from "../context.js";
import { EXIT, type ExitCode, Failure } from "../exit.js";
import { exists, isFile } from "../files.js";
import { writeWhole } from "../outputs.js";
import { withReaders } from "../reading/readers.js";
import { safe } from "../terminal.js";

/** `faping system export`: the plain list of a system, to be edited in Excel. */
export async function exportSystem(
  path: string,
  { out, points }: { readonly out: string; readonly points?: string },
  context: Context,
): Promise<ExitCode> {
  const system = openSystem({ system: path, ...(points === undefined ? {} : { points }) }, context);
  writeWhole(out, [await exportList(system)]);
  context.err(context.messages.authoring.exported(out, system.items.length));
  return EXIT.done;
}

export interface ImportCommand {
  readonly out: string;
  readonly id: string;
  readonly title: string;
  readonly total?: string;
  readonly sheet?: string;
  readonly json?: boolean;
}

/** The report lists all of them. */
const SHOWN = 20;

type Imported = Extract<ImportOutcome, { files: unknown }>;

/** `faping system import`: a system made of a plain list, with a report; an existing system is left alone. */
export async function importSystem(
  path: string,
  options: ImportCommand,
  context: Context,
): Promise<ExitCode> {
  const { authoring: words } = context.messages;
  const head = join(options.out, "system.json");
  if (exists(head)) throw new Failure(EXIT.usage, words.wouldReplace(head));
  const outcome = await read(path, options, context);
  const bytes = (name: string) => new TextEncoder().encode(outcome.files.get(name) ?? "");
  const { system, findings } = loadSystem({ name: "system.json", bytes: bytes("system.json"), read: bytes });
  if (!system) {
    for (const finding of findings) context.err(lintLine(finding, context.messages));
    throw new Failure(EXIT.refused, context.messages.console.sentences.systemRefused);
  }
  // The head last: a folder with a system.json holds a whole system.
  for (const [name, text] of [...outcome.files].reverse()) writeWhole(join(options.out, name), [text]);
  const report = join(options.out, words.report.file);
  writeWhole(report, [await reportOf(system, outcome, context)]);
  tell(system, outcome, { ...options, report }, context);
  return EXIT.done;
}

async function read(path: string, options: ImportCommand, { messages, err }: Context): Promise<Imported> {
  const { authoring: words, console: labels } = messages;
  if (!isFile(path)) throw new Failure(EXIT.usage, labels.sentences.noFile(path));
  const name = basename(path);
  const total = options.total === undefined ? undefined : parseDecimal(options.total);
  const outcome = await withReaders({}, messages, (readers) =>
    readers.list(
      { path, name },
      {
        id: options.id,
        title: options.title,
        ...(total ? { total } : {}),
        ...(options.sheet === undefined ? {} : { sheet: options.sheet }),
      },
    ),
  );
  if (!("refused" in outcome)) return outcome;
  switch (outcome.refused) {
    case "unreadable":
      for (const { code, params, ...place } of outcome.findings)
        err(safe(`${messages.place({ ...place, file: name })}${messages.findings[code](params)}`));
      throw new Failure(EXIT.refused, words.unreadable(name));
    case "no-list":
      throw new Failure(EXIT.refused, words.noList(name));
    case "no-items":
      throw new Failure(EXIT.refused, words.noItems(name));
    case "several-lists":
      throw new Failure(EXIT.refused, words.severalLists(name, outcome.sheets));
  }
}

function reportOf(system: IndicatorSystem, outcome: Imported, context: Context): Promise<Uint8Array> {
  const outlined = outline(system);
  const words = new ClauseWords(outlined, context.labels);
  const items = new Map(outlined.items.map((item) => [item.id, item]));
  const clause = (id: string, of: string): string => {
    const found = items.get(id)?.clauses.find((one) => one.id === of);
    const veto = system.vetoes.find((one) => one.id === of);
    return found ? words.clause(found) : veto ? context.labels.clauses.veto(veto.title) : "";
  };
  const { title, notice } = system;
  return importReport({ title, notice, ...outcome, clause }, context.messages.authoring);
}

function tell(
  system: IndicatorSystem,
  { notes, readings }: Imported,
  options: ImportCommand & { readonly report: string },
  { messages, out, err }: Context,
): void {
  const { authoring: words } = messages;
  const judged = readings.filter(({ rules }) => rules.reasons.length > 0);
  const info = system.items.filter(({ kind }) => kind === "info").length;
  const scored = system.items.filter(({ kind }) => kind === "scored").length;
  const counts = { ruled: readings.length - judged.length, judged: judged.length, info };
  if (options.json) {
    const told = notes.map((note) => ({ ...note, message: words.notes[note.code](note.params) }));
    out(
      JSON.stringify(
        { id: system.id, items: scored, total: toDecimal(system.total), ...counts, notes: told },
        null,
        2,
      ),
    );
    return;
  }
  out(words.imported({ folder: options.out, items: scored, points: toDecimal(system.total) }));
  out(words.counts({ ...counts }));
  const lines = [
    ...notes.map(({ code, source, params }) => `${messages.place(source)}${words.notes[code](params)}`),
    ...judged.flatMap(({ source, rules }) =>
      rules.reasons.map(
        ({ code, ...params }) =>
          `  ${source.cell}${messages.console.colon}${words.reasons[code]({ ...params })}`,
      ),
    ),
  ];
  for (const line of lines.slice(0, SHOWN)) out(safe(line));
  if (lines.length > SHOWN) out(messages.console.sentences.more(lines.length - SHOWN));
  err(words.reportWritten(options.report));
}
