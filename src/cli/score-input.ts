import {
  type FileOutcome,
  handOver,
  type IndicatorSystem,
  type Language,
  MAX_FILE_BYTES,
  refuseTooLarge,
  scoreFile,
} from "../index.js";
import { hashFile, type InputPath, readInput, sizeOf } from "./files.js";

/** One outcome for one file, also where it can't be opened or is too large to be held. */
export async function scoreInput(
  system: IndicatorSystem,
  file: InputPath,
  language: Language,
): Promise<FileOutcome> {
  try {
    const bytes = sizeOf(file.path);
    if (bytes > MAX_FILE_BYTES) {
      return refuseTooLarge({ name: file.name, bytes, sha256: hashFile(file.path) }, language);
    }
    return await scoreFile(system, readInput(file), language);
  } catch (error) {
    return handOver(file.name, error instanceof Error ? error.message : String(error));
  }
}
