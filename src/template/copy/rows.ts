import { type AssessorRow, assessorRows, type FormRow, formRows } from "../../model/form.js";
import type { Amount, Clause, IndicatorSystem, Item } from "../../model/indicator-system.js";

/** A row of the assessor's copy: what the unit answered, what others supply, or what is judged. */
export type CopyRow =
  | { readonly kind: "unit"; readonly item: Item; readonly row: FormRow }
  | { readonly kind: "others"; readonly item: Item; readonly row: FormRow }
  | { readonly kind: "judged"; readonly item: Item; readonly row: JudgedRow };
type JudgedRow = Extract<AssessorRow, { clause: Clause }>;
export type Judge = Extract<Amount, { form: "judge" }>;

/** Every row of the copy; an item's further rows stand right behind its own. */
export function copyRows(system: IndicatorSystem): CopyRow[] {
  const further = new Map<Item, CopyRow[]>();
  for (const row of assessorRows(system)) {
    const { item } = row;
    const one: CopyRow = "clause" in row ? { kind: "judged", item, row } : { kind: "others", item, row };
    further.set(item, [...(further.get(item) ?? []), one]);
  }
  const rows = formRows(system);
  return rows.flatMap((row, index): CopyRow[] => {
    const { item } = row;
    const isLast = rows[index + 1]?.item !== item;
    return [{ kind: "unit", item, row }, ...(isLast ? (further.get(item) ?? []) : [])];
  });
}

/** Within what a clause is judged. */
export function judgeOf({ row }: Extract<CopyRow, { kind: "judged" }>): Judge | undefined {
  const { effect } = row.clause;
  return "amount" in effect && effect.amount.form === "judge" ? effect.amount : undefined;
}
