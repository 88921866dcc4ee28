import {
  handOver,
  type IndicatorSystem,
  MAX_FILE_BYTES,
  type ReadFile,
  readFile,
  refuseTooLarge,
} from "../index.js";
import { hashFile, type InputPath, readInput, sizeOf } from "./files.js";

/** One outcome for one file, also where it can't be opened or is too large to be held. */
export function readWorkbookAt(system: IndicatorSystem, file: InputPath): ReadFile {
  try {
    const bytes = sizeOf(file.path);
    if (bytes > MAX_FILE_BYTES)
      return refuseTooLarge({ name: file.name, bytes, sha256: hashFile(file.path) });
    return readFile(system, readInput(file));
  } catch (error) {
    return handOver(file.name, error instanceof Error ? error.message : String(error));
  }
}
