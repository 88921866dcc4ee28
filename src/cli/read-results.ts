import { RESULTS_FORMAT, Results, replay } from "../index.js";
import type { Context } from "./context.js";
import { EXIT, Failure } from "./exit.js";
import { parseJson, readText } from "./files.js";
import { mustBeFile } from "./given-path.js";
import { changesOf } from "./unit-changes.js";

/** A results file of an earlier run. */
export function readResults(path: string, { messages }: Context): Results {
  const { sentences } = messages.console;
  mustBeFile(path, messages);
  const { notResults } = sentences;
  const refuse = (problem: string) => new Failure(EXIT.refused, problem);
  const json = parseJson(readText(path));
  if (json === undefined) throw refuse(notResults.json(path));
  const results = Results.safeParse(json);
  if (results.success) return results.data;
  const format = formatOf(json);
  if (format !== RESULTS_FORMAT) throw refuse(notResults.format(path, format));
  throw refuse(notResults.shape(path, results.error.issues[0]?.path.map(String).join(".") ?? ""));
}

/** What a file says that it is, before it is known whether it is. */
function formatOf(json: unknown): string | undefined {
  if (typeof json !== "object" || json === null || !("format" in json)) return undefined;
  return typeof json.format === "string" ? json.format : JSON.stringify(json.format);
}

/** The same, where they are what comes of their own evidence and rules; else nothing can be built upon them. */
export async function readOwnResults(path: string, context: Context): Promise<Results> {
  const results = readResults(path, context);
  const changed = changesOf(results, await replay(results, []));
  if (changed.length === 0) return results;
  const units = changed.map(({ name }) => name).join(context.messages.console.listComma);
  throw new Failure(EXIT.refused, context.messages.trust.notItsOwn(units));
}
