import { assessorRows, type FormRow, formRows } from "../model/form.js";
import type { IndicatorSystem } from "../model/indicator-system.js";
import { plain } from "./text.js";

/** Which fact a table of facts by others means by its 填报项, or why that can't be told. */
export type NamedFact =
  | { readonly row: FormRow }
  | { readonly why: "unknown-fact" | "own-fact" }
  | { readonly why: "ambiguous-fact"; readonly names: readonly string[] };

/** Facts that others supply, one row each; of a rate its parts and the rate itself. */
export const rowsByOthers = (system: IndicatorSystem): FormRow[] =>
  assessorRows(system).flatMap((row) => ("firstOfItem" in row ? [row] : []));

/** Facts are known by their names, or by their labels where those are unique. */
export function factNames(system: IndicatorSystem): (written: string) => NamedFact {
  const others = rowsByOthers(system);
  const own = [
    ...formRows(system).flatMap(({ fact, label }) => (fact === undefined ? [] : [fact, label])),
    ...system.unitFacts.flatMap(({ fact, label }) => [fact, label]),
  ].map(plain);
  return (written) => {
    const said = plain(written);
    const byName = others.find(({ fact = "" }) => plain(fact) === said);
    if (byName) return { row: byName };
    const [byLabel, ...more] = others.filter(({ label }) => plain(label) === said);
    if (!byLabel) return { why: own.includes(said) ? "own-fact" : "unknown-fact" };
    if (more.length === 0) return { row: byLabel };
    return { why: "ambiguous-fact", names: [byLabel, ...more].map(({ fact = "" }) => fact) };
  };
}
