import type { IntakeCode } from "../model/finding.js";
import type { Cell } from "./cells.js";
import { textOf } from "./grid.js";

/** A value that is not read with certainty: the code, and what the sentence needs. */
export interface Refused {
  readonly code: IntakeCode;
  readonly params: Readonly<Record<string, string>>;
}

export const isRefused = (outcome: object): outcome is Refused => "code" in outcome;

/** Longest piece of a cell that a sentence quotes. */
const QUOTED = 60;

export function refuse(code: IntakeCode, cell: Cell, params: Record<string, string> = {}): Refused {
  return { code, params: { found: quoted(textOf(cell)), ...params } };
}

export function quoted(text: string): string {
  const line = text.replace(/\s+/gu, " ").trim();
  return line.length > QUOTED ? `${line.slice(0, QUOTED)}…` : line;
}
