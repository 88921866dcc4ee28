import { parseDecimal, type Rational, toSignificant } from "../model/rational.js";
import type { Cell } from "./cells.js";
import { MAX_NUMBER_LENGTH } from "./limits.js";
import { type Damage, damaged, type Refusal } from "./refusal.js";
import { decodeEscapes } from "./shared-strings.js";
import type { CellFormat, Styles } from "./styles.js";

/** What the cells of all sheets refer to. Without a style part every number is shown plainly. */
export interface CellContext {
  readonly sharedStrings: readonly string[];
  readonly styles: Styles | undefined;
}

/** A `c` element as it stands: `value` is its `v`, `inline` the text of its `is`. */
export interface StoredCell {
  readonly part: string;
  readonly address: string;
  readonly type: string;
  readonly style: string;
  /** What the style says, where there is such a one. */
  readonly format: CellFormat | undefined;
  readonly value: string | undefined;
  readonly inline: string | undefined;
  readonly formula: string | undefined;
}

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** A cell without its place and formula. */
export type Content = Without<Cell, "address" | "row" | "column" | "formula" | "format">;

/** Numbers this long have no more than 15 significant digits and are exact as they stand. */
const EXACT_LENGTH = 15;
const OUTER_SPACE = /^[ \t\r\n]|[ \t\r\n]$/;
const OUTER_SPACES = /^[ \t\r\n]+|[ \t\r\n]+$/g;
const INDEX = /^\d{1,9}$/;

/** What a cell holds, undefined where it is empty. A formula's cell holds at least `noResult`. */
export function contentOf(cell: StoredCell, context: CellContext): Content | undefined {
  const isInline = cell.type === "inlineStr";
  // A value where its type says there is none would be lost, or read in the place of another.
  if (isInline ? cell.value !== undefined : cell.inline !== undefined && cell.value === undefined) {
    throw damage(cell, "cell-content");
  }
  const stored = isInline ? cell.inline : cell.value;
  const content = stored === undefined ? undefined : typedContent(cell, stored, context);
  if (cell.formula !== undefined) return content ?? { kind: "noResult", shownAs: "plain", raw: "" };
  return content?.kind === "text" && content.text === "" ? undefined : content;
}

function typedContent(cell: StoredCell, raw: string, context: CellContext): Content | undefined {
  const shownAs = "plain";
  if (cell.type === "inlineStr") return { kind: "text", text: raw, shownAs, raw };
  if (cell.type === "str") return textContent(decodeEscapes(raw));
  const trimmed = OUTER_SPACE.test(raw) ? raw.replace(OUTER_SPACES, "") : raw;
  if (trimmed === "") return undefined;
  switch (cell.type) {
    case "n":
      return numberContent(cell, trimmed, raw, context.styles);
    case "s":
      return textContent(sharedString(cell, trimmed, context.sharedStrings));
    case "b":
      return { kind: "boolean", boolean: booleanOf(cell, trimmed), shownAs, raw };
    case "e":
      return { kind: "error", error: trimmed, shownAs, raw };
    case "d":
      return { kind: "isoDate", iso: trimmed, shownAs, raw };
    default:
      throw damage(cell, "cell-type");
  }
}

function textContent(text: string): Content {
  return { kind: "text", text, shownAs: "plain", raw: text };
}

/** `NaN`, `INF` or `1e400` is no number: the cell is in error, and the rest of the file stands. */
function numberContent(cell: StoredCell, text: string, raw: string, styles: Styles | undefined): Content {
  const readable = text.length <= MAX_NUMBER_LENGTH && Number.isFinite(Number(text));
  const exact = readable ? parseDecimal(text) : undefined;
  if (exact === undefined) return { kind: "error", error: text, shownAs: "plain", raw };
  const number: Rational = text.length <= EXACT_LENGTH ? exact : toSignificant(exact);
  // Whether 45292 is a date cannot be told under a style that does not exist, so the file is refused.
  if (cell.format === undefined && styles !== undefined && Number(cell.style) !== 0)
    throw damage(cell, "style");
  return { kind: "number", number, shownAs: cell.format?.shownAs(number) ?? "plain", raw };
}

export const formatOf = (style: string, styles: Styles | undefined): CellFormat | undefined =>
  INDEX.test(style) ? styles?.[Number(style)] : undefined;

function sharedString(cell: StoredCell, index: string, strings: readonly string[]): string {
  const text = INDEX.test(index) ? strings[Number(index)] : undefined;
  if (text === undefined) throw damage(cell, "shared-string");
  return text;
}

function booleanOf(cell: StoredCell, text: string): boolean {
  const value = parseBoolean(text);
  if (value === undefined) throw damage(cell, "boolean");
  return value;
}

/** The boolean of XML Schema; undefined for anything else, so that an absent attribute is not a false one. */
export function parseBoolean(text: string | undefined): boolean | undefined {
  if (text === "1" || text === "true") return true;
  return text === "0" || text === "false" ? false : undefined;
}

function damage(cell: StoredCell, reason: Damage): Refusal {
  return damaged(reason, cell.part, { cell: cell.address });
}
