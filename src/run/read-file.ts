import { isOurForm, readForm } from "../forms/read-form.js";
import { readSubmissionFrom } from "../intake/read-submission.js";
import { readWorkbook } from "../intake/workbook.js";
import type { Finding } from "../model/finding.js";
import type { FormMapping } from "../model/form-mapping.js";
import type { IndicatorSystem } from "../model/indicator-system.js";
import type { Submission, UnitIdentity } from "../model/submission.js";
import { hashBytes } from "../system/hash.js";

/** A file and the name by which findings speak of it. */
export interface InputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Of the bytes, where it is known already. */
  readonly sha256?: string;
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
  /** Absent where the file is returned or goes to a person, or holds several units. */
  readonly submission?: Submission;
  /** Of a foreign form with many units in one table: what it holds of each. */
  readonly units?: readonly UnitInFile[];
  readonly findings: readonly Finding[];
  /** What stopped the reader: the file goes to a person (转人工). */
  readonly reason?: string;
}

export interface UnitInFile {
  readonly unit: UnitIdentity;
  readonly submission: Submission;
  readonly findings: readonly Finding[];
}

/**
 * Reads one evidence workbook: our own form, or with mappings also forms of others. Whatever happens, the file
 * has exactly one outcome.
 */
export function readFile(
  system: IndicatorSystem,
  { name, bytes, sha256 = hashBytes([bytes]) }: InputFile,
  mappings: readonly FormMapping[] = [],
): ReadFile {
  const entry = { file: name, sha256, bytes: bytes.length };
  try {
    const workbook = readWorkbook(bytes, name);
    if (mappings.length === 0 || isOurForm(workbook, name))
      return { ...entry, ...readSubmissionFrom(workbook, name, system) };
    const { units, isMatrix, findings } = readForm(workbook, name, system, mappings);
    if (isMatrix && units.length > 0) return { ...entry, units, findings };
    const [only] = units;
    return { ...entry, ...(only ? { unit: only.unit, submission: only.submission } : {}), findings };
  } catch (error) {
    // A fault of ours must not stop the batch, nor pass for a score.
    return { ...entry, findings: [], reason: inWords(error) };
  }
}

export const inWords = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);
