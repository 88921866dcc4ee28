import { Results } from "../model/results.js";
import { hashBytes } from "../system/hash.js";
import type { EarlierResults } from "./earlier-results.js";
import type { InputFile } from "./read-file.js";

/** Reads results of an earlier run; throws where the file holds none. */
export function readEarlierFile({ name, bytes }: InputFile): EarlierResults {
  const results = Results.parse(JSON.parse(new TextDecoder().decode(bytes)));
  return { file: name, sha256: hashBytes([bytes]), bytes: bytes.length, results };
}
