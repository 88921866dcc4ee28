import { type FormRow, formRows } from "./form.js";
import type { IndicatorSystem } from "./indicator-system.js";

/**
 * The departments that can hand in a part of their own: those named as 责任单位 of an item that asks the unit
 * for something; in document order, each once.
 */
export function departmentsOf(system: IndicatorSystem): string[] {
  const asking = system.items.filter(({ fields }) => fields.some(({ by }) => by === "unit"));
  return [...new Set(asking.flatMap(({ responsible }) => responsible))];
}

/**
 * The rows that one department fills in; all of them where none is named.
 *
 * @throws RangeError where no item that asks for something names the department
 */
export function rowsOfPart(system: IndicatorSystem, department?: string): readonly FormRow[] {
  const rows = formRows(system);
  if (department === undefined) return rows;
  if (!departmentsOf(system).includes(department)) throw new RangeError(`no such department: ${department}`);
  return rows.filter(({ item }) => item.responsible.includes(department));
}
