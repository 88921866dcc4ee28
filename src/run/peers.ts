import { type IndicatorSystem, usesCohort } from "../model/indicator-system.js";
import type { UnitCase } from "../model/verification.js";
import {
  type CohortFigures,
  type CohortShare,
  compareUnits,
  type FiguresFor,
  shareOf,
} from "../scoring/cohort.js";

/** Those among whom a unit is compared. */
export interface Peers {
  readonly units: readonly UnitCase[];
  /** The figures of a unit in the place of the peer that has its code; none where the rules compare nobody. */
  readonly figures: (rules: IndicatorSystem, unit: UnitCase) => Promise<CohortFigures | undefined>;
}

/**
 * The units as peers of each other.
 *
 * @param before given back where its units are these
 */
export function peersOf(units: readonly UnitCase[], before?: Peers): Peers {
  const isSame =
    before?.units.length === units.length && units.every((unit, index) => unit === before.units[index]);
  if (isSame) return before;
  const known = new Map<IndicatorSystem, Promise<Compared>>();
  return {
    units,
    figures: async (rules, unit) => {
      if (!usesCohort(rules)) return undefined;
      const compared = known.get(rules) ?? compareAll(rules, units);
      known.set(rules, compared);
      return figuresAmong(rules, unit, await compared);
    },
  };
}

type Which = "own" | "verified";

/** What the peers gave to the comparison, by code, and what it came to among themselves. */
interface Compared {
  readonly units: ReadonlyMap<string, UnitCase>;
  readonly shares: Readonly<Record<Which, ReadonlyMap<string, CohortShare>>>;
  readonly figures: Readonly<Record<Which, FiguresFor>>;
}

async function compareAll(rules: IndicatorSystem, units: readonly UnitCase[]): Promise<Compared> {
  const own = new Map<string, CohortShare>();
  const verified = new Map<string, CohortShare>();
  // One after the other: what one unit needs while it is read is gone before the next.
  for (const unit of units) {
    const { code } = unit.own.unit;
    const share = await shareOf(rules, unit.own, unit.own);
    own.set(code, share);
    verified.set(code, isVerified(unit) ? await shareOf(rules, unit.verified, unit.own) : share);
  }
  const ofOwn = compareUnits(rules, own.values());
  const ofVerified = units.some(isVerified) ? compareUnits(rules, verified.values()) : ofOwn;
  return {
    units: new Map(units.map((unit) => [unit.own.unit.code, unit])),
    shares: { own, verified },
    figures: { own: ofOwn, verified: ofVerified },
  };
}

const isVerified = ({ own, verified }: UnitCase): boolean => own !== verified;

async function figuresAmong(
  rules: IndicatorSystem,
  unit: UnitCase,
  { units, shares, figures }: Compared,
): Promise<CohortFigures> {
  const { code } = unit.own.unit;
  const among = async (which: Which) => {
    const peer = units.get(code) === unit ? shares[which].get(code) : undefined;
    if (peer) return figures[which](peer);
    const share = await shareOf(rules, unit[which], unit.own);
    return compareUnits(rules, new Map([...shares[which], [code, share]]).values())(share);
  };
  const own = await among("own");
  // Where nobody was verified the two comparisons are one, and scoring need not look at both.
  const isOne = figures.own === figures.verified && !isVerified(unit);
  return { own, verified: isOne ? own : await among("verified") };
}
