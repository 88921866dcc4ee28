import type { Finding } from "../model/finding.js";
import { Archive } from "./archive.js";
import type { CellContext } from "./cell-content.js";
import type { Sheet, Workbook } from "./cells.js";
import { fileKind } from "./file-kind.js";
import { MAX_FILE_BYTES } from "./limits.js";
import { openPackage, type Package } from "./package.js";
import { Refusal } from "./refusal.js";
import { readSharedStrings } from "./shared-strings.js";
import { Allowance, readSheet } from "./sheet.js";
import { readStyles } from "./styles.js";
import { type DeclaredSheet, readWorkbookPart } from "./workbook-part.js";

/** What came of a file: the workbook, or at least one finding that returns it, never both. */
export interface WorkbookReading {
  readonly workbook?: Workbook;
  readonly findings: Finding[];
}

/**
 * Reads the bytes of an .xlsx or .xlsm file, strictly: what it hands over is what the file holds, and what
 * it is not sure of is a finding. `file` is the name under which findings speak of it. Never throws, and
 * needs neither time nor memory beyond the bounds in `limits.ts`, whatever the bytes are.
 */
export function readWorkbook(bytes: Uint8Array, file: string): WorkbookReading {
  try {
    if (bytes.length > MAX_FILE_BYTES) {
      throw new Refusal("E06", { what: "bytes", found: `${bytes.length}`, limit: `${MAX_FILE_BYTES}` });
    }
    refuseOtherKinds(bytes, file);
    return read(bytes, file);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { findings: [error.toFinding(file)] };
  }
}

function refuseOtherKinds(bytes: Uint8Array, file: string): void {
  const found = fileKind(bytes, file);
  switch (found.kind) {
    case "empty":
      throw new Refusal("E01");
    case "encrypted":
      throw new Refusal("E03");
    case "other":
      throw new Refusal("E02", { format: found.format });
  }
}

function read(bytes: Uint8Array, file: string): WorkbookReading {
  const archive = new Archive(bytes);
  const opened = openPackage(archive);
  const declared = readWorkbookPart(archive, opened);
  const context = readContext(archive, opened);
  const allowance = new Allowance();
  const sheets: Sheet[] = [];
  const findings: Finding[] = [];
  for (const sheet of declared.sheets) {
    try {
      sheets.push(readDeclaredSheet(archive, sheet, context, allowance));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      findings.push(error.toFinding(file, { sheet: sheet.name }));
      if (EXHAUSTED.has(error.code)) break;
    }
  }
  if (findings.length > 0) return { findings };
  const told = opened.hasMacros ? [new Refusal("W01").toFinding(file)] : [];
  return { workbook: { sheets, date1904: declared.date1904 }, findings: told };
}

/** A sheet's other faults leave the next sheet to be looked at, so that all are told at once. */
const EXHAUSTED: ReadonlySet<string> = new Set(["E07", "E14"]);

function readContext(archive: Archive, { sharedStringsPart, stylesPart }: Package): CellContext {
  return {
    sharedStrings: sharedStringsPart === undefined ? [] : readSharedStrings(archive, sharedStringsPart),
    styles: stylesPart === undefined ? undefined : readStyles(archive, stylesPart),
  };
}

function readDeclaredSheet(
  archive: Archive,
  { name, hidden, part }: DeclaredSheet,
  context: CellContext,
  allowance: Allowance,
): Sheet {
  return { name, hidden, ...readSheet(archive, part, context, allowance) };
}
