import type { IndicatorSystem } from "../model/indicator-system.js";
import { toDecimal } from "../model/rational.js";
import type { AgreementJson } from "../model/results.js";
import { readFacts } from "../scoring/reading.js";
import { applyVerification } from "../verification/apply.js";
import { itemRatings, itemsSpokenOf, type Rating } from "../verification/ratings.js";
import { assessorOf } from "../verification/signed.js";
import { peersOf } from "./peers.js";
import type { VerifiedUnit } from "./verify-units.js";

/**
 * How far the members of a panel agree on each item: every copy by itself is scored, as if its assessor had
 * been alone, with the group as the panel as a whole leaves it.
 */
export async function agreementOf(
  system: IndicatorSystem,
  units: readonly VerifiedUnit[],
): Promise<AgreementJson[]> {
  const peers = peersOf(units.map(({ unit }) => unit));
  const ratings: Rating[] = [];
  for (const { unit, copies } of units) {
    if (copies.length < 2) continue;
    const cohort = (await peers.figures(system, unit))?.verified;
    for (const verification of copies) {
      const verified = applyVerification(unit.own, verification);
      const { scores } = await readFacts(system, {
        submission: verified,
        own: unit.own,
        ...(cohort && { cohort }),
      });
      ratings.push({
        unit: unit.own.unit.code,
        assessor: assessorOf(verification),
        points: new Map([...scores].map(([item, { points }]) => [item, points])),
        spokenOf: itemsSpokenOf(system, verification),
      });
    }
  }
  const agreements = itemRatings(system, ratings);
  return system.items.flatMap(({ id }) => {
    const found = agreements.get(id);
    if (!found?.percent) return [];
    const { units: rated, pairs, percent, alpha } = found;
    return [{ item: id, units: rated, pairs, percent: toDecimal(percent), alpha: alpha && toDecimal(alpha) }];
  });
}
