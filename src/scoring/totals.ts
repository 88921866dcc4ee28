import type { Standing, Total } from "../model/assessment.js";
import type { IndicatorSystem, Item, Veto } from "../model/indicator-system.js";
import { absolute, min, type Rational, round, subtract, sum, ZERO } from "../model/rational.js";
import type { Reading } from "./reading.js";
import { type RollUp, rollUp, totalOf } from "./roll-up.js";
import type { VetoVerdict } from "./vetoes.js";

/** Everything that is added up; printed, but for the tree and what the vetoes took. */
export interface Totals {
  readonly tree: RollUp;
  readonly total: Omit<Total, "max">;
  readonly bonus: Rational;
  readonly deduction: Rational;
  /** What each veto took from the total, by id. */
  readonly byVeto: ReadonlyMap<string, Rational>;
}

type Score = (item: Item) => Rational;

/** Adds up the items once per way of looking at them. */
export function addUp(
  system: IndicatorSystem,
  reading: Reading,
  standings: ReadonlyMap<string, Standing>,
  verdicts: readonly VetoVerdict[],
): Totals {
  const vetoes = verdicts.filter(({ status }) => status === "applied").map(({ veto }) => veto);
  const by = (key: keyof Standing) =>
    sumUp(system, reading, vetoes, (item) => standings.get(item.id)?.[key] ?? ZERO);
  const points = by("points");
  const { held, byVeto } = capTotal(points.total, vetoes);
  const printed = (value: Rational) => round(value, system.digits);
  const capped = (total: Rational) => printed(capTotal(total, vetoes).held);
  return {
    tree: points.tree,
    bonus: printed(points.bonus),
    deduction: printed(points.deduction),
    byVeto: new Map([...points.tree.zeroed, ...byVeto]),
    total: {
      points: printed(held),
      proven: capped(by("proven").total),
      claimed: capped(by("claimed").total),
      self: selfTotal(system, reading),
    },
  };
}

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
function selfTotal(system: IndicatorSystem, reading: Reading): Rational | null {
  const { selfScores } = reading.submission;
  if (selfScores.size === 0) return null;
  const self: Score = ({ id, kind }) => {
    const points = selfScores.get(id)?.points ?? ZERO;
    return kind === "deduction" ? absolute(points) : points;
  };
  return round(sumUp(system, reading, [], self).total, system.digits);
}
