import type { Standing } from "../model/assessment.js";
import type { IndicatorSystem, Item } from "../model/indicator-system.js";
import { max, min, type Rational, round, ZERO } from "../model/rational.js";
import { FactTable } from "./facts.js";
import type { Reading } from "./reading.js";
import { type ItemScore, type Lean, scoreItem } from "./score-item.js";

/**
 * Per item, the printed points, and the same if all that is unsupported or pending were refused (proven) or
 * accepted (claimed). What applies stays as it is; what an assessor scored is not open.
 */
export async function weighEvidence(
  system: IndicatorSystem,
  reading: Reading,
): Promise<Map<string, Standing>> {
  const { facts, scores } = reading;
  const read = (accept: boolean) => {
    const rules = facts.rulesWith(accept);
    return rules ? new FactTable(system, reading.evidence, reading.rows, rules) : facts;
  };
  const tables = { for: read(true), against: read(false) };
  const standings = new Map<string, Standing>();
  for (const item of system.items) {
    const score = scores.get(item.id);
    if (!score) standings.set(item.id, inapplicable(system, item));
    else if (!isOpen(item, score, facts)) standings.set(item.id, settled(score.points));
    else {
      const given = reading.evidence.submission.judgements;
      const [accepted, refused] = await Promise.all(
        (["for", "against"] as const).map((lean) => leaning(item, tables[lean], lean, system.digits, given)),
      );
      standings.set(item.id, between(item, score.points, accepted ?? score.points, refused ?? score.points));
    }
  }
  return standings;
}

const settled = (points: Rational): Standing => ({ points, proven: points, claimed: points });

const isOpen = (item: Item, { given, outcomes }: ItemScore, facts: FactTable): boolean =>
  !given && (facts.isOpen(item) || outcomes.some(({ waiting }) => waiting));

/** The points if everything open went one way. A `set` may lift or lower: whichever is more that way counts. */
async function leaning(
  item: Item,
  facts: FactTable,
  way: Lean["way"],
  digits: number,
  judgements: Parameters<typeof scoreItem>[3],
): Promise<Rational> {
  const points = await Promise.all(
    [true, false].map(
      async (sets) => (await scoreItem(item, facts, digits, judgements, { way, sets })).points,
    ),
  );
  const better = item.kind === "deduction" ? min : max;
  const worse = item.kind === "deduction" ? max : min;
  return points.reduce(way === "for" ? better : worse);
}

/** What a deduction item takes away is against the unit: proven is the larger. */
const between = ({ kind }: Item, points: Rational, accepted: Rational, refused: Rational): Standing =>
  kind === "deduction"
    ? { points, proven: max(points, refused), claimed: min(points, accepted) }
    : { points, proven: min(points, refused), claimed: max(points, accepted) };

/** An item that does not apply has none of its points, or under the policy “full” all. */
export function inapplicable({ policies, digits }: IndicatorSystem, { kind, points }: Item): Standing {
  return settled(policies.notApplicable === "full" && kind === "scored" ? round(points, digits) : ZERO);
}
