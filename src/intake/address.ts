import type { Range } from "./cells.js";
import { MAX_COLUMNS, MAX_ROWS } from "./limits.js";

const ADDRESS = /^([A-Z]{1,3})([1-9]\d{0,6})$/;
const A = 65;
const LETTERS = 26;

export interface Address {
  readonly row: number;
  readonly column: number;
}

/** `B7` → row 7, column 2; undefined for anything that is not an address inside the grid. */
export function parseAddress(text: string): Address | undefined {
  const match = ADDRESS.exec(text);
  if (match === null) return undefined;
  let column = 0;
  for (const letter of match[1] ?? "") column = column * LETTERS + letter.charCodeAt(0) - A + 1;
  const row = Number(match[2]);
  return column <= MAX_COLUMNS && row <= MAX_ROWS ? { row, column } : undefined;
}

/** Row 7, column 2 → `B7`. */
export function formatAddress(row: number, column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / LETTERS)) {
    letters = String.fromCharCode(A + ((rest - 1) % LETTERS)) + letters;
  }
  return `${letters}${row}`;
}

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
