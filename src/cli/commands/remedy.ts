import {
  changesInWords,
  countStates,
  GapWords,
  type ReadLedger,
  type Remedy,
  type RemedyLine,
  type Results,
  remedy as remedyOf,
  systemOf,
  writeRemedyWorkbook,
} from "../../index.js";
import type { Context } from "../context.js";
import { EXIT, type ExitCode, Failure } from "../exit.js";
import { findInputs } from "../files.js";
import { mustEndIn } from "../given-path.js";
import { writeWhole } from "../outputs.js";
import { readOwnResults } from "../read-results.js";
import { withReaders } from "../reading/readers.js";
import { bold, dim, red, safe } from "../terminal.js";

export interface RemedyOptions {
  readonly out?: string;
  /** The day by which deadlines are judged; today where none is given. */
  readonly on?: string;
  readonly json?: boolean;
}

/** `faping remedy`: what filled-in ledgers win back, what is still open, what is overdue. */
export async function remedy(
  path: string,
  ledgers: readonly string[],
  options: RemedyOptions,
  context: Context,
): Promise<ExitCode> {
  const { messages } = context;
  const words = messages.trust.remedy;
  if (options.out !== undefined) mustEndIn(options.out, [".xlsx"], messages);
  const on = options.on ?? today();
  if (!isDay(on)) throw new Failure(EXIT.usage, words.notADay(on));
  const given = findInputs(ledgers, undefined);
  const { listComma, sentences } = messages.console;
  if (given.missing.length > 0)
    throw new Failure(EXIT.usage, sentences.noFile(given.missing.join(listComma)));
  if (given.files.length === 0) throw new Failure(EXIT.usage, words.noLedgers(ledgers.join(listComma)));
  const results = await readOwnResults(path, context);
  const read = await withReaders({}, messages, (readers) => {
    const system = systemOf(results);
    return Promise.all(given.files.map((file) => readers.ledger(system, file)));
  });
  const done = await remedyOf(results, read, on);
  if (options.json) context.out(JSON.stringify(done.remedy, null, 2));
  else print(results, done.remedy, context);
  if (options.out !== undefined) {
    writeWhole(options.out, [await writeRemedyWorkbook(results, done.remedy)]);
    context.err(words.written(options.out));
  }
  return exitCodeOf(done.remedy, read);
}

/** The local day, as a calendar on the wall shows it. */
function today(): string {
  const now = new Date();
  const two = (figure: number) => String(figure).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
  );
}

function exitCodeOf({ files }: Remedy, read: readonly ReadLedger[]): ExitCode {
  const returned = files.filter(({ outcome }) => outcome === "returned").length;
  if (returned === read.length) return EXIT.refused;
  return returned > 0 ? EXIT.partly : EXIT.done;
}

function print(results: Results, { on, files, units }: Remedy, context: Context): void {
  const { out, err, messages, labels } = context;
  const words = messages.trust.remedy;
  for (const { file, outcome, findings } of files) {
    for (const { message } of findings) err(safe(message));
    if (outcome === "returned") err(red(safe(words.returned(file))));
  }
  out(bold(safe(`${results.system.title} · ${words.heading(on)}`)));
  out(dim(safe(results.system.notice)));
  for (const { code, name, before, after, lines, appeared } of units) {
    out(`\n${bold(safe(`${name}（${code}）`))}`);
    const won = (Number(after.total) - Number(before.total)).toFixed(results.system.digits);
    out(words.total({ before: before.total, after: after.total, won }));
    const [was, is] = [before, after].map(({ rank }) =>
      rank === null ? messages.trust.apart : String(rank),
    );
    if (was !== is) out(words.rank(was ?? "", is ?? ""));
    out(labels.sentences.remedied(countStates(lines)));
    // Of many units only what has moved or should have; the counts and the workbook tell the rest.
    const shown =
      units.length === 1 ? lines : lines.filter(({ state, overdue }) => state !== "open" || overdue);
    for (const line of shown) out(paragraph(results, line, context));
    if (appeared.length > 0) {
      out(words.appeared(appeared.length));
      for (const gap of appeared) out(`  ${safe(`${gap.lostTotal}  ${gap.message}`)}`);
    }
  }
}

/** What became of one gap: in a line, then what came in and what is still asked. */
function paragraph(results: Results, line: RemedyLine, { labels, messages }: Context): string {
  const { system } = results;
  const words = messages.trust.remedy;
  const { gap, state, wonBack, left, documents, deadline, overdue } = line;
  const gapWords = new GapWords(system.facts, labels);
  const title =
    [...system.items, ...system.vetoes].find(({ id }) => id === (gap.item ?? gap.veto))?.title ?? "";
  const late = overdue && deadline !== null ? `　${red(words.overdue(deadline))}` : "";
  const points = signed(wonBack).padStart(7);
  const open = state === "won" ? "" : `　${words.left(left)}`;
  const heading = `${points}  ${safe(`${line.number}. ${gap.item ?? ""} ${title}　${labels.remedyStates[state]}${open}`)}${late}`;
  const changes = changesInWords(line, gapWords, labels, messages.console.semicolon);
  // What nobody has touched stands in the gap workbook with all that it asks for.
  const isTouched = changes !== "" || documents.length > 0 || line.done !== "";
  const details = [
    ...(changes === "" ? [] : [words.newValue(changes)]),
    ...(documents.length === 0 ? [] : [words.documents(documents.join(messages.console.listComma))]),
    ...(state === "won" || !isTouched ? [] : [words.required(gapWords.required(gap))]),
    ...(line.resubmit && isTouched ? [words.resubmit] : []),
  ];
  return [heading, ...details.map((detail) => `${INDENT}${safe(detail)}`)].join("\n");
}

const INDENT = " ".repeat(9);
const signed = (decimal: string): string => (Number(decimal) > 0 ? `+${decimal}` : decimal);
