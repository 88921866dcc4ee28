import type { Standing } from "../model/assessment.js";
import type { IndicatorSystem, Item } from "../model/indicator-system.js";
import { max, min, round, ZERO } from "../model/rational.js";
import { FactTable } from "./facts.js";
import type { Reading } from "./reading.js";
import { scoreItem } from "./score-item.js";

/**
 * Per item, the printed points, and the same if all that is unsupported were refused (proven) or accepted
 * (claimed). What applies stays as it is.
 */
export async function weighEvidence(
  system: IndicatorSystem,
  { facts, scores, submission }: Reading,
): Promise<Map<string, Standing>> {
  const otherwise = new FactTable(system, submission, facts.otherwise());
  const standings = new Map<string, Standing>();
  for (const item of system.items) {
    const points = scores.get(item.id)?.points;
    if (!points) standings.set(item.id, inapplicable(system, item));
    else if (!facts.rests(item)) standings.set(item.id, { points, proven: points, claimed: points });
    else {
      const other = (await scoreItem(item, otherwise, system.digits)).points;
      const accepts = system.policies.unsupported === "accept";
      const [accepted, refused] = accepts ? [points, other] : [other, points];
      // What a deduction item takes away is against the unit: proven is the larger.
      standings.set(
        item.id,
        item.kind === "deduction"
          ? { points, proven: max(points, refused), claimed: min(points, accepted) }
          : { points, proven: min(points, refused), claimed: max(points, accepted) },
      );
    }
  }
  return standings;
}

/** An item that does not apply has none of its points, or under the policy “full” all. */
function inapplicable({ policies, digits }: IndicatorSystem, { kind, points }: Item): Standing {
  const all = policies.notApplicable === "full" && kind === "scored" ? round(points, digits) : ZERO;
  return { points: all, proven: all, claimed: all };
}
