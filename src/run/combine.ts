import type { Results } from "../model/results.js";
import { ranked } from "./ranked.js";
import { comparesUnits, unitsOf } from "./read-back.js";
import { rescore } from "./rescore.js";

/**
 * Several runs by the same system as one; where the system compares units with each other they are scored
 * anew, among all. That no unit is in two of them is the caller's to check.
 */
export async function combine(first: Results, ...others: readonly Results[]): Promise<Results> {
  const all = [first, ...others];
  const { panel: _panel, agreement: _agreement, previous: _previous, ...base } = first;
  const facts = all.flatMap((one) => one.facts ?? []);
  const verified = all.flatMap((one) => one.verified ?? []);
  const forms = distinct(all.flatMap((one) => one.forms ?? []));
  const earlier = distinct(all.flatMap((one) => one.earlier ?? []));
  const together = ranked({
    ...base,
    inputs: all.flatMap(({ inputs }) => inputs),
    ...(facts.length > 0 ? { facts } : {}),
    ...(verified.length > 0 ? { verified } : {}),
    ...(forms.length > 0 ? { forms } : {}),
    ...(earlier.length > 0 ? { earlier } : {}),
    // How far a panel agrees is said of the run in which it sat.
    ...(all.every(({ panel }) => panel === first.panel) && first.panel ? { panel: first.panel } : {}),
    assessments: all.flatMap(({ assessments }) => assessments),
  });
  return comparesUnits(first) ? rescore(together, unitsOf(together)) : together;
}

/** Several runs may have taken from the same results. */
const distinct = <T extends { readonly sha256: string }>(list: readonly T[]): T[] => [
  ...new Map(list.map((one) => [one.sha256, one])).values(),
];
