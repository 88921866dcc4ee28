import { DECLARATION_WORDS } from "../model/words.js";
import type { AnswerSheet } from "./answers.js";
import type { MatchedRow } from "./match-rows.js";
import { plain } from "./text.js";

const DECLARED: ReadonlySet<string> = new Set(DECLARATION_WORDS.yes);
const NOT_DECLARED: ReadonlySet<string> = new Set(DECLARATION_WORDS.no);

/** What a cell of the column 不适用 says. */
export function declaration(text: string): "yes" | "no" | "unclear" {
  const said = plain(text).toUpperCase();
  if (DECLARED.has(said)) return "yes";
  return NOT_DECLARED.has(said) ? "no" : "unclear";
}

/** One reason serves all rows of an item that are declared away together. */
export function reasonsByItem(sheet: AnswerSheet, rows: readonly MatchedRow[]): Map<string, string> {
  const reasons = new Map<string, string>();
  for (const { row, form, contradictory, at } of rows) {
    if (contradictory) continue;
    const { grid, columns } = at ?? sheet;
    const reason = grid.text(row, columns.remark);
    const isDeclared = declaration(grid.text(row, columns.notApplicable)) === "yes";
    if (isDeclared && reason !== "" && !reasons.has(form.item.id)) reasons.set(form.item.id, reason);
  }
  return reasons;
}
