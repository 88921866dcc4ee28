import { assessorRows, FACTS_COLUMNS, FACTS_NOTES, type RatePart } from "../model/form.js";
import type { Field, IndicatorSystem } from "../model/indicator-system.js";
import type { UnitIdentity } from "../model/submission.js";
import { othersHint } from "./hint.js";

/** The columns of a table of facts: those that are read, then those that help whoever fills it in. */
export const FACTS_HEADERS = [...Object.values(FACTS_COLUMNS), ...FACTS_NOTES] as const;

/** One row of the table: one fact of one unit. */
export interface FactRow {
  /** In the order of `FACTS_HEADERS`. */
  readonly cells: readonly string[];
  readonly field: Field;
  readonly part?: RatePart;
}

/** Whoever fills it in puts the code there. */
const NOBODY: UnitIdentity = { code: "", name: "" };

/** Every fact that others supply, unit by unit; a rate by its parts. */
export function factRowsOf(system: IndicatorSystem, units: readonly UnitIdentity[]): FactRow[] {
  const asked = assessorRows(system).flatMap((row) => {
    if ("clause" in row || !row.field || row.fact === undefined || row.part === "rate") return [];
    return [{ ...row, fact: row.fact, field: row.field }];
  });
  return (units.length > 0 ? units : [NOBODY]).flatMap(({ code, name }) =>
    asked.map(({ fact, field, part, label }) => ({
      cells: [code, fact, "", "", name, label, othersHint(field, part)],
      field,
      ...(part ? { part } : {}),
    })),
  );
}
