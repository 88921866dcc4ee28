import type { IndicatorSystem, Item, Node, Place } from "../model/indicator-system.js";
import {
  add,
  divide,
  isZero,
  max,
  min,
  multiply,
  ONE,
  type Rational,
  subtract,
  sum,
  ZERO,
} from "../model/rational.js";

/** What a node comes to, exactly. */
export interface NodeFigures {
  readonly id: string;
  readonly applicable: boolean;
  /** Contribution to the parent. */
  readonly points: Rational;
  /** The most it can contribute. */
  readonly max: Rational;
  /** The veto that set it to nothing. */
  readonly veto?: string;
}

/** What the tree comes to, exactly. */
export interface RollUp {
  /** In document order. */
  readonly nodes: readonly NodeFigures[];
  /** Points of the total per point of the item. */
  readonly weights: ReadonlyMap<string, Rational>;
  /** Σ of the level-1 contributions over all that applies, brought to the system's total. */
  readonly scored: Rational;
  /** What vetoes took from places, in points of the total, by veto id. */
  readonly zeroed: ReadonlyMap<string, Rational>;
}

interface Contribution {
  readonly place: Place;
  readonly points: Rational;
  readonly max: Rational;
  /** Contribution to the parent per point below. */
  readonly factor: Rational;
  readonly children: readonly Contribution[];
  readonly veto?: string;
  /** Points before a veto set them to nothing. */
  readonly before: Rational;
}

/**
 * Adds up the scored items. Items that don't apply are left out: their siblings, the items of their level-1
 * node, or all items stand in for them, by the policy. Under “full” and “zero” every item applies.
 */
export function rollUp(
  system: IndicatorSystem,
  score: (item: Item) => Rational,
  applies: (item: Item) => boolean,
  zeroed: ReadonlyMap<string, string>,
): RollUp {
  const policy = system.policies.notApplicable;
  const rescales = (node: Node) =>
    policy === "rescale-level1" ? node.level === 1 : policy !== "rescale-total";

  const contribute = (place: Place): Contribution | undefined => {
    if (place.type === "item") {
      return applies(place) ? ofPlace(place, score(place), place.points, ONE, []) : undefined;
    }
    const children = place.children.map(contribute).filter((child) => child !== undefined);
    if (children.length === 0) return undefined;
    const below = sum(children.map((child) => child.max));
    const factor = rescales(place) ? ratio(place.contribution, below) : ONE;
    const points = sum(children.map((child) => child.points));
    return ofPlace(place, multiply(points, factor), multiply(below, factor), factor, children);
  };
  const ofPlace = (
    place: Place,
    before: Rational,
    max: Rational,
    factor: Rational,
    children: readonly Contribution[],
  ): Contribution => {
    const veto = zeroed.get(place.id);
    // A veto takes what there is; a place below zero it does not lift.
    const points = veto ? min(before, ZERO) : before;
    return { place, before, points, max, factor, children, ...(veto ? { veto } : {}) };
  };

  const roots = system.roots.map(contribute).filter((root) => root !== undefined);
  const toTotal = ratio(system.total, sum(roots.map((root) => root.max)));
  return {
    nodes: nodeFigures(system, roots),
    ...weigh(roots, toTotal),
    scored: multiply(sum(roots.map((root) => root.points)), toTotal),
  };
}

/** a ÷ b; nothing where there is nothing to divide among. */
const ratio = (a: Rational, b: Rational): Rational => (isZero(b) ? ZERO : divide(a, b));

function nodeFigures(system: IndicatorSystem, roots: readonly Contribution[]): NodeFigures[] {
  const found = new Map<string, Contribution>();
  const collect = (contribution: Contribution) => {
    found.set(contribution.place.id, contribution);
    contribution.children.forEach(collect);
  };
  roots.forEach(collect);
  return system.nodes.map(({ id }) => {
    const contribution = found.get(id);
    if (!contribution) return { id, applicable: false, points: ZERO, max: ZERO };
    const { points, max, veto } = contribution;
    return { id, applicable: true, points, max, ...(veto ? { veto } : {}) };
  });
}

function weigh(roots: readonly Contribution[], toTotal: Rational): Pick<RollUp, "weights" | "zeroed"> {
  const weights = new Map<string, Rational>();
  const zeroed = new Map<string, Rational>();
  const visit = ({ place, factor, children, veto, before, points }: Contribution, worth: Rational) => {
    weights.set(place.id, worth);
    if (veto) zeroed.set(veto, add(zeroed.get(veto) ?? ZERO, multiply(subtract(before, points), worth)));
    for (const child of children) visit(child, multiply(worth, factor));
  };
  for (const root of roots) visit(root, toTotal);
  return { weights, zeroed };
}

/** Total = scored part + bonus − deductions, each up to its cap, then held within the total's bounds. */
export function totalOf(
  system: IndicatorSystem,
  scored: Rational,
  bonus: Rational,
  deduction: Rational,
): Rational {
  const total = subtract(add(scored, bonus), deduction);
  const capped = system.totalCap ? min(total, system.totalCap) : total;
  return system.totalFloor ? max(capped, system.totalFloor) : capped;
}
