import { type LedgerHeaders, type LedgerReading, readLedger } from "../../intake/read-ledger.js";
import type { IndicatorSystem } from "../../model/indicator-system.js";
import { LANGUAGES, labelsIn } from "../../report/languages.js";
import { hashBytes } from "../../system/hash.js";
import type { InputFile } from "../read-file.js";

/** A gap workbook that came back filled in, as read. */
export interface ReadLedger extends LedgerReading {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** Reads a filled-in gap workbook (整改台账, 整改数据), in whichever language it was written. */
export function readLedgerFile(
  system: IndicatorSystem,
  { name, bytes, sha256 = hashBytes([bytes]) }: InputFile,
): ReadLedger {
  return { file: name, sha256, bytes: bytes.length, ...readLedger(bytes, name, system, HEADERS) };
}

const HEADERS = LANGUAGES.map((language): LedgerHeaders => {
  const { key, measure, person, deadline, documents, done, newValue } = labelsIn(language).columns;
  return { key, measure, person, deadline, documents, done, value: newValue };
});
