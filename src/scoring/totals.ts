import type { NodeResult, Standing, Total } from "../model/assessment.js";
import type { IndicatorSystem, Item, Veto } from "../model/indicator-system.js";
import { absolute, max, min, type Rational, round, subtract, sum, ZERO } from "../model/rational.js";
import { inapplicable as withoutEvidence } from "./evidence.js";
import type { Reading } from "./reading.js";
import { type RollUp, rollUp, totalOf } from "./roll-up.js";
import type { VetoVerdict } from "./vetoes.js";

/** One reading of a unit with the vetoes that it brings about. */
export interface Judged {
  readonly reading: Reading;
  readonly vetoes: readonly VetoVerdict[];
}

/** Everything that is added up; printed, but for nodes, weights and what the vetoes took. */
export interface Totals {
  /** In document order. */
  readonly nodes: readonly NodeResult[];
  /** Points of the total per point of the item. */
  readonly weights: ReadonlyMap<string, Rational>;
  readonly total: Omit<Total, "max">;
  readonly bonus: Rational;
  readonly deduction: Rational;
  /** What each veto took from the total, by id. */
  readonly byVeto: ReadonlyMap<string, Rational>;
}

type Score = (item: Item) => Rational;

/** Adds up the items once per way of looking at them: after verification, by rule alone, by the unit itself. */
export function addUp(
  system: IndicatorSystem,
  verified: Judged,
  rule: Judged,
  standings: ReadonlyMap<string, Standing>,
): Totals {
  const printed = (value: Rational) => round(value, system.digits);
  const applied = appliedOf(verified);
  const by = (key: keyof Standing) =>
    sumUp(system, verified.reading, applied, (item) => standings.get(item.id)?.[key] ?? ZERO);
  const [points, proven, claimed] = [by("points"), by("proven"), by("claimed")];
  const ruled =
    rule === verified && standingsAreRules(verified.reading)
      ? points
      : sumUp(system, rule.reading, appliedOf(rule), (item) => ruleScore(system, item, rule.reading));
  // What the unit claimed goes by what it said of itself, also of what applies.
  const self = selfSums(system, rule.reading);
  const { held, byVeto } = capTotal(points.total, applied);
  const capped = (total: Rational, vetoes = applied) => printed(capTotal(total, vetoes).held);
  return {
    nodes: points.tree.nodes.map((node, index) => {
      const at = (tree: RollUp) => tree.nodes[index]?.points ?? ZERO;
      return {
        ...node,
        // Every point of an item weighs the same below one node, but a floor of a veto may turn it around.
        proven: min(at(proven.tree), node.points),
        claimed: max(at(claimed.tree), node.points),
        rule: at(ruled.tree),
        self: self && at(self.tree),
      };
    }),
    weights: points.tree.weights,
    bonus: printed(points.bonus),
    deduction: printed(points.deduction),
    byVeto: new Map([...points.tree.zeroed, ...byVeto]),
    total: {
      points: printed(held),
      proven: capped(proven.total),
      claimed: capped(claimed.total),
      rule: capped(ruled.total, appliedOf(rule)),
      self: self && printed(self.total),
    },
  };
}

/** The printed score of an item by rule alone. */
export const ruleScore = (system: IndicatorSystem, item: Item, { scores }: Reading): Rational =>
  scores.get(item.id)?.points ?? withoutEvidence(system, item).points;

/** No assessor gave any points. */
const standingsAreRules = ({ scores }: Reading): boolean => ![...scores.values()].some(({ given }) => given);

const appliedOf = ({ vetoes }: Judged): Veto[] =>
  vetoes.filter(({ status }) => status === "applied").map(({ veto }) => veto);

function sumUp(system: IndicatorSystem, { inapplicable }: Reading, vetoes: readonly Veto[], score: Score) {
  const rescales = system.policies.notApplicable.startsWith("rescale-");
  const zeroed = new Map(
    vetoes.flatMap(({ id, effect }) => (effect.kind === "zero" ? [[effect.place, id] as const] : [])),
  );
  const tree = rollUp(system, score, (item) => !rescales || !inapplicable.has(item.id), zeroed);
  const applicable = system.items.filter((item) => !inapplicable.has(item.id));
  const ofKind = (kind: Item["kind"], cap: Rational | undefined): Rational => {
    const total = sum(applicable.filter((item) => item.kind === kind).map(score));
    return cap ? min(total, cap) : total;
  };
  const bonus = ofKind("bonus", system.bonusCap);
  const deduction = ofKind("deduction", system.deductionCap);
  return { tree, bonus, deduction, total: totalOf(system, tree.scored, bonus, deduction) };
}

/** The total under the vetoes' caps, and what each of them took after those before it. */
function capTotal(
  total: Rational,
  vetoes: readonly Veto[],
): { held: Rational; byVeto: Map<string, Rational> } {
  const byVeto = new Map<string, Rational>();
  let held = total;
  for (const { id, effect } of vetoes) {
    if (effect.kind !== "capTotal") continue;
    const below = min(held, effect.capTotal);
    byVeto.set(id, subtract(held, below));
    held = below;
  }
  return { held, byVeto };
}

/**
 * The unit's own figures, added up like points but without vetoes, blanks as nothing; null where it gave
 * none. A deduction may be written as −2 or as 2.
 */
function selfSums(system: IndicatorSystem, reading: Reading): ReturnType<typeof sumUp> | null {
  const { selfScores } = reading.evidence.own;
  if (selfScores.size === 0) return null;
  const self: Score = ({ id, kind }) => {
    const points = selfScores.get(id)?.points ?? ZERO;
    return kind === "deduction" ? absolute(points) : points;
  };
  return sumUp(system, reading, [], self);
}
