import type { GapJson } from "./results.js";

/**
 * By what a row of 整改台账 or 整改数据 is known when it comes back: the unit's code, a blank, then the gap or
 * the row of the form. A code has no blanks.
 */
export const ledgerKey = (code: string, key: string): string => `${code} ${key}`;

/** The unit's code, and the key of the gap or of the row of the form; undefined for any other text. */
export function parseLedgerKey(text: string): { readonly code: string; readonly key: string } | undefined {
  const at = text.indexOf(" ");
  return at <= 0 ? undefined : { code: text.slice(0, at), key: text.slice(at + 1) };
}

/** `<item>#<clause>`, `<item>#` for an item as a whole, `veto <id>` for a veto with a condition of its own. */
export const gapKey = ({ item, clause, veto }: Pick<GapJson, "item" | "clause" | "veto">): string =>
  item === undefined ? `veto ${veto ?? ""}` : `${item}#${clause ?? ""}`;

/**
 * What became of a gap. won: all of its points are back. partly: some are. short: new values came in, and
 * won nothing. claimed: it is said to be done, and nothing shows it. waiting: an assessor has to decide.
 * open: nothing was done.
 */
export const REMEDY_STATES = ["won", "partly", "short", "claimed", "waiting", "open"] as const;
export type RemedyState = (typeof REMEDY_STATES)[number];
