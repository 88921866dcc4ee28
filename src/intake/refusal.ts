import type { Finding, IntakeCode } from "../model/finding.js";

/** Why a file counts as truncated or damaged: `params.reason` of E04, for the messages table. */
export type Damage =
  // the archive
  | "no-directory"
  | "directory"
  | "local-header"
  | "overlap"
  | "method"
  | "compressed-data"
  | "size"
  // the package
  | "missing-part"
  | "duplicate-relationship"
  | "wrong-root"
  // the XML
  | "xml"
  | "xml-ends-early"
  | "xml-depth"
  | "xml-attributes"
  // the sheet
  | "shared-string"
  | "style"
  | "boolean"
  | "cell-type"
  | "cell-content"
  | "columns"
  // the CSV file
  | "csv-quote"
  | "csv-delimiter";

/** Where in the workbook a refusal arose, as far as it is known. */
export interface Place {
  readonly sheet?: string;
  readonly cell?: string;
}

/** Leaves the reader on the spot with the one finding that stops it. Never escapes the intake. */
export class Refusal extends Error {
  constructor(
    readonly code: IntakeCode,
    readonly params: Readonly<Record<string, string>> = {},
    readonly place: Place = {},
  ) {
    super(code);
  }

  toFinding(file: string, place: Place = {}): Finding {
    const params = Object.fromEntries(Object.entries(this.params).map(([key, text]) => [key, clipped(text)]));
    return { code: this.code, file, ...place, ...this.place, params };
  }
}

const MAX_PARAM = 200;

/** A sentence quotes what was found; it need not quote a megabyte of it. */
function clipped(text: string): string {
  return text.length <= MAX_PARAM ? text : `${text.slice(0, MAX_PARAM)}…`;
}

export function damaged(reason: Damage, part?: string, place?: Place): Refusal {
  return new Refusal("E04", { reason, ...(part === undefined ? {} : { part }) }, place);
}

/** What a workbook or a table may hold only so much of: `params.what` of E14. */
export type Counted =
  | "cells"
  | "rows"
  | "columns"
  | "fields"
  | "merges"
  | "elements"
  | "sheets"
  | "strings"
  | "styles";

export const tooMany = (what: Counted, limit: number): Refusal =>
  new Refusal("E14", { what, limit: `${limit}` });
