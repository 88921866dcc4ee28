import { Results } from "../index.js";
import type { Context } from "./context.js";
import { EXIT, Failure } from "./exit.js";
import { isFile, parseJson, readText } from "./files.js";

/** A results file of an earlier run. */
export function readResults(path: string, { messages }: Context): Results {
  const { sentences } = messages.console;
  if (!isFile(path)) throw new Failure(EXIT.usage, sentences.noFile(path));
  const refuse = (problem: string) => new Failure(EXIT.refused, sentences.notResults(path, problem));
  const json = parseJson(readText(path));
  if (json === undefined) throw refuse("JSON");
  const results = Results.safeParse(json);
  if (results.success) return results.data;
  const [issue] = results.error.issues;
  throw refuse(`${issue?.path.map(String).join(".") ?? ""} ${issue?.message ?? ""}`.trim());
}
