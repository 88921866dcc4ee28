import { basename } from "node:path";
import type { EarlierResults } from "../index.js";
import type { Context } from "./context.js";
import { hashFile, sizeOf } from "./files.js";
import { readResults } from "./read-results.js";

export interface PreviousOptions {
  /** Results of the time before. */
  readonly previous?: string;
}

export function readPrevious({ previous }: PreviousOptions, context: Context): EarlierResults | undefined {
  if (previous === undefined) return undefined;
  const results = readResults(previous, context);
  return { file: basename(previous), sha256: hashFile(previous), bytes: sizeOf(previous), results };
}
