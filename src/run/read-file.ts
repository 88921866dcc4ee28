import { readSubmission } from "../intake/read-submission.js";
import type { Finding } from "../model/finding.js";
import type { IndicatorSystem } from "../model/indicator-system.js";
import type { Submission, UnitIdentity } from "../model/submission.js";
import { hashBytes } from "../system/hash.js";

/** A file and the name by which findings speak of it. */
export interface InputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What reading one file came to; its bytes are not kept. */
export interface ReadFile {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Who handed it in, where that could be read. */
  readonly unit?: UnitIdentity;
  /** Whose part of the unit's submission it is. */
  readonly part?: string;
  /** Absent where the file is returned or goes to a person. */
  readonly submission?: Submission;
  readonly findings: readonly Finding[];
  /** What stopped the reader: the file goes to a person (转人工). */
  readonly reason?: string;
}

/** Reads one evidence workbook. Whatever happens, the file has exactly one outcome. */
export function readFile(system: IndicatorSystem, { name, bytes }: InputFile): ReadFile {
  const entry = { file: name, sha256: hashBytes([bytes]), bytes: bytes.length };
  try {
    return { ...entry, ...readSubmission(bytes, name, system) };
  } catch (error) {
    // A fault of ours must not stop the batch, nor pass for a score.
    return { ...entry, findings: [], reason: inWords(error) };
  }
}

export const inWords = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);
