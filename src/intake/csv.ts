import { CsvError, parse } from "csv-parse/browser/esm/sync";
import { formatAddress } from "./address.js";
import type { Cell, Workbook } from "./cells.js";
import { decodeCsv } from "./csv-text.js";
import { MAX_COLUMNS, MAX_FIELDS, MAX_FILE_BYTES, MAX_RECORDS, MAX_ROWS, MAX_TEXT } from "./limits.js";
import { damaged, type Place, Refusal, tooMany } from "./refusal.js";
import { Allowance } from "./sheet.js";
import { trimmed } from "./text.js";
import type { WorkbookReading } from "./workbook.js";

/** The name of the one sheet of a CSV file, which has none of its own. */
export const CSV_SHEET = "CSV";

/**
 * Reads the bytes of a CSV file, strictly: every field that is not blank is a text cell, as it is written and
 * at the address that Excel shows it at. What is read with a guess elsewhere (a delimiter, an encoding, a
 * quote out of place) is a finding here. `file` is the name under which findings speak of it. Never throws.
 */
export function readCsv(bytes: Uint8Array, file: string): WorkbookReading {
  try {
    if (bytes.length > MAX_FILE_BYTES) {
      throw new Refusal("E06", { what: "bytes", found: `${bytes.length}`, limit: `${MAX_FILE_BYTES}` });
    }
    const cells = readCells(decodeCsv(bytes, file));
    if (cells.length === 0) throw new Refusal("E01");
    return { workbook: ofOneSheet(cells), findings: [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { findings: [error.toFinding(file)] };
  }
}

function ofOneSheet(cells: readonly Cell[]): Workbook {
  const sheet = { name: CSV_SHEET, hidden: false, cells, merges: [], hiddenRows: new Set<number>() };
  return { sheets: [{ ...sheet, hiddenColumns: [] }], date1904: false };
}

function readCells(text: string): Cell[] {
  const delimiter = delimiterOf(text);
  refuseTooManyFields(text, delimiter);
  const reader = new RecordsReader();
  try {
    // Bytes, because the parser's own way from a text to them takes an array of numbers as long as the file.
    parse(new TextEncoder().encode(text), {
      delimiter,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      // Counted as a row, but not made into a record, each of which takes its time.
      skip_empty_lines: true,
      max_record_size: MAX_TEXT,
      on_record: (fields, { records, empty_lines }) => {
        if (records > MAX_RECORDS) throw tooMany("rows", MAX_RECORDS);
        reader.take(fields, records + empty_lines);
        return null;
      },
    });
  } catch (error) {
    throw error instanceof CsvError ? refusalOf(error) : error;
  }
  return reader.cells;
}

/** Told by the first row that has one outside quotes. Of two kinds there, each could be meant: no guess. */
function delimiterOf(text: string): string {
  const seen = new Set<string>();
  let row = 1;
  for (const [token] of text.matchAll(/"[^"]*(?:"|$)|[,;\t]|\r\n?|\n/g)) {
    if (/^[\r\n]/.test(token)) {
      if (seen.size > 0) break;
      row += 1;
    } else if (!token.startsWith('"')) seen.add(token);
  }
  if (seen.size > 1) {
    throw new Refusal("E04", { reason: "csv-delimiter", found: [...seen].join("") }, placeAt(row, 1));
  }
  return [...seen][0] ?? ",";
}

/** Before anything is parsed, because the parser hands over no row before its end. */
function refuseTooManyFields(text: string, delimiter: string): void {
  let count = 0;
  for (let at = text.indexOf(delimiter); at >= 0; at = text.indexOf(delimiter, at + 1)) {
    count += 1;
    if (count > MAX_FIELDS) throw tooMany("fields", MAX_FIELDS);
  }
}

class RecordsReader {
  readonly cells: Cell[] = [];
  readonly #allowance = new Allowance();

  take(fields: readonly string[], row: number): void {
    if (row > MAX_ROWS) throw tooMany("rows", MAX_ROWS);
    if (fields.length > MAX_COLUMNS) throw tooMany("columns", MAX_COLUMNS);
    let startsRow = true;
    for (const [i, text] of fields.entries()) {
      if (trimmed(text) === "") continue;
      this.#allowance.cell(startsRow);
      startsRow = false;
      const column = i + 1;
      const address = formatAddress(row, column);
      this.cells.push({ kind: "text", address, row, column, raw: text, text, shownAs: "plain" });
    }
  }
}

/** The parser's error counts what was finished before it: records, empty lines, fields of this record. */
function refusalOf(error: CsvError): Error {
  const row = Number(error.records) + Number(error.empty_lines) + 1;
  const place = placeAt(row, Number(error.index) + 1);
  switch (error.code) {
    case "INVALID_OPENING_QUOTE":
    case "CSV_INVALID_CLOSING_QUOTE":
    case "CSV_QUOTE_NOT_CLOSED":
      return damaged("csv-quote", undefined, place);
    case "CSV_MAX_RECORD_SIZE":
      return new Refusal("E07", { what: "record", limit: `${MAX_TEXT}` }, place);
    default:
      return error;
  }
}

const placeAt = (row: number, column: number): Place => ({
  sheet: CSV_SHEET,
  cell: formatAddress(row, column),
});
