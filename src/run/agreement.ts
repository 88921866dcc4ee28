import type { IndicatorSystem } from "../model/indicator-system.js";
import { toDecimal } from "../model/rational.js";
import type { AgreementJson } from "../model/results.js";
import { assessUnit } from "../scoring/assess-unit.js";
import { applyVerification } from "../verification/apply.js";
import { itemRatings, itemsSpokenOf, type Rating } from "../verification/ratings.js";
import { assessorOf } from "../verification/signed.js";
import { cohortsOf } from "./assess-units.js";
import type { VerifiedUnit } from "./verify-units.js";

/**
 * How far the members of a panel agree on each item: every copy by itself is scored, as if its assessor had
 * been alone, with the group as the panel as a whole leaves it.
 */
export async function agreementOf(
  system: IndicatorSystem,
  units: readonly VerifiedUnit[],
): Promise<AgreementJson[]> {
  const cohorts = await cohortsOf(
    system,
    units.map(({ unit }) => unit),
  );
  const ratings: Rating[] = [];
  for (const [index, { unit, copies }] of units.entries()) {
    if (copies.length < 2) continue;
    for (const verification of copies) {
      const verified = applyVerification(unit.own, verification);
      const { items } = await assessUnit(system, { own: unit.own, verified, verification }, cohorts[index]);
      const applying = items.filter(({ status }) => status !== "notApplicable");
      const points = new Map(applying.map((item) => [item.id, item.points] as const));
      ratings.push({
        unit: unit.own.unit.code,
        assessor: assessorOf(verification),
        points,
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
