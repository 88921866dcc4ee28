import { columnLetters } from "../model/column-letters.js";
import type { Range } from "./cells.js";
import { MAX_COLUMNS, MAX_ROWS } from "./limits.js";

const A = 65;
const Z = 90;
const LETTERS = 26;
const ZERO = 48;
const NINE = 57;
const MAX_ROW_DIGITS = 7;

export interface Address {
  readonly row: number;
  readonly column: number;
}

/** `B7` → row 7, column 2; undefined for anything that is not an address inside the grid. */
export function parseAddress(text: string): Address | undefined {
  let at = 0;
  let column = 0;
  for (let code = text.charCodeAt(at); code >= A && code <= Z; code = text.charCodeAt(at)) {
    column = column * LETTERS + code - A + 1;
    at += 1;
    if (column > MAX_COLUMNS) return undefined;
  }
  const row = parseRowNumber(text, at);
  return column > 0 && row !== undefined ? { row, column } : undefined;
}

/** `7` from some place on; undefined for what is not the number of a row in the grid, written without zeros in front. */
export function parseRowNumber(text: string, from = 0): number | undefined {
  const digits = text.length - from;
  if (digits < 1 || digits > MAX_ROW_DIGITS || text.charCodeAt(from) === ZERO) return undefined;
  let row = 0;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < ZERO || code > NINE) return undefined;
    row = row * 10 + code - ZERO;
  }
  return row <= MAX_ROWS ? row : undefined;
}

/** Row 7, column 2 → `B7`. */
export const formatAddress = (row: number, column: number): string => `${columnLetters(column)}${row}`;

/** `B2:D9`, or a single address; corners in any order. */
export function parseRange(text: string): Range | undefined {
  const [first = "", last = first, ...more] = text.split(":");
  const a = parseAddress(first);
  const b = parseAddress(last);
  if (a === undefined || b === undefined || more.length > 0) return undefined;
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}
