import { extname } from "node:path";
import type { Messages } from "../index.js";
import { EXIT, Failure } from "./exit.js";
import { isFile, isFolder } from "./files.js";

/** A path that must be one file; a folder is told apart from what is not there. */
export function mustBeFile(path: string, { console: { sentences } }: Messages): void {
  if (isFile(path)) return;
  throw new Failure(EXIT.usage, isFolder(path) ? sentences.isFolder(path) : sentences.noFile(path));
}

/** What is written under a wrong ending is opened by nothing. */
export function mustEndIn(
  path: string,
  endings: readonly string[],
  { console: { sentences, listComma } }: Messages,
): void {
  if (endings.includes(extname(path).toLowerCase())) return;
  throw new Failure(EXIT.usage, sentences.wrongEnding(path, endings.join(listComma)));
}
