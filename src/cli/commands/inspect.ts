import { basename } from "node:path";
import {
  type InspectedCell,
  type InspectedSheet,
  type Inspection,
  returnsFile,
  toFindingJson,
} from "../../index.js";
import type { Context } from "../context.js";
import { EXIT, type ExitCode } from "../exit.js";
import { mustBeFile } from "../given-path.js";
import { withReaders } from "../reading/readers.js";
import { bold, dim, safe, table } from "../terminal.js";

/** `faping inspect`: what the reader of record sees in a workbook, cell by cell. */
export async function inspect(
  path: string,
  { json }: { readonly json?: boolean },
  context: Context,
): Promise<ExitCode> {
  mustBeFile(path, context.messages);
  const file = { path, name: basename(path) };
  const inspection = await withReaders({}, context.messages, (readers) => readers.inspection(file));
  if (json) for (const piece of jsonOf(inspection, context)) process.stdout.write(piece);
  else print(file.name, inspection, context);
  return inspection.findings.some(returnsFile) ? EXIT.refused : EXIT.done;
}

/** Cells that are turned into JSON at once: a sheet may hold two hundred thousand. */
const CELLS_AT_ONCE = 1000;

/** One object, in pieces. */
function* jsonOf({ findings, date1904, sheets }: Inspection, { messages }: Context): Iterable<string> {
  const told = findings.map((finding) => toFindingJson(finding, messages));
  yield `{"findings":${JSON.stringify(told)}${date1904 ? ',"date1904":true' : ""},"sheets":[`;
  for (const [index, { cells, ...sheet }] of sheets.entries()) {
    yield `${index === 0 ? "" : ","}\n${JSON.stringify(sheet).slice(0, -1)},"cells":[`;
    for (let at = 0; at < cells.length; at += CELLS_AT_ONCE) {
      const some = cells.slice(at, at + CELLS_AT_ONCE).map(({ day: _, ...cell }) => JSON.stringify(cell));
      yield `${at === 0 ? "" : ","}\n${some.join(",\n")}`;
    }
    yield "]}";
  }
  yield "]}\n";
}

function print(name: string, { findings, sheets }: Inspection, { messages, out }: Context): void {
  const { inspect: words } = messages.reading;
  out(bold(safe(name)));
  for (const finding of findings) {
    const { code, message } = toFindingJson(finding, messages);
    out(safe(`${code} ${message}`));
  }
  if (findings.length === 0) out(words.noFindings);
  for (const sheet of sheets) printSheet(sheet, messages.reading.inspect, out);
}

function printSheet(
  { name, hidden, dimension, merges, cells }: InspectedSheet,
  words: Context["messages"]["reading"]["inspect"],
  out: Context["out"],
): void {
  out(`\n${bold(safe(words.sheet(name, hidden)))}`);
  out(dim(safe(words.extent(dimension, cells.length))));
  if (merges.length > 0) out(dim(words.merges(merges)));
  if (cells.length === 0) return;
  const { ref, kind, raw, value, format, formula } = words.columns;
  const columns = [ref, kind, raw, value, format, formula].map((title) => ({ title }));
  const rows = cells.map((cell) => [
    cell.ref,
    words.kinds[cell.kind],
    clipped(cell.raw),
    clipped(shownValue(cell)),
    cell.format ?? "",
    cell.formula === undefined ? "" : clipped(`=${cell.formula}`),
  ]);
  out(table(columns, rows));
}

/** The raw text of a string is the string; it need not stand there twice. */
function shownValue({ kind, value, raw, day }: InspectedCell): string {
  if (kind === "string" && value === raw) return "";
  if (value === null) return "";
  return day === undefined ? String(value) : `${value} → ${day}`;
}

const WIDEST = 60;

/** `--json` has all of it. */
const clipped = (text: string): string => (text.length > WIDEST ? `${text.slice(0, WIDEST)}…` : text);
