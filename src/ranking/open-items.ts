import {
  add,
  clamp,
  compare,
  equals,
  isZero,
  multiply,
  negate,
  ONE,
  parseExact,
  type Rational,
  round,
  subtract,
  sum,
  toDecimal,
  ZERO,
} from "../model/rational.js";
import type { AssessmentJson, RankingJson, SystemOutline } from "../model/results.js";
import type { Grade } from "./grades.js";
import { figure } from "./keys.js";

export type OpenItemJson = RankingJson["lines"][number]["items"][number];

/** What an item could still move of the total; both from 0 up. */
export interface OpenItem {
  readonly item: string;
  readonly up: Rational;
  readonly down: Rational;
}

/**
 * The items that are open and weigh something in the total, in document order. Caps of bonus, deductions and
 * total are left out of account: an item has its figures whatever the others come to.
 */
export function openItems(assessment: AssessmentJson, system: SystemOutline): OpenItem[] {
  const open = assessment.items.filter(({ proven, claimed }) => proven !== claimed);
  if (open.length === 0) return [];
  const kinds = new Map(system.items.map(({ id, kind }) => [id, kind]));
  const isLost = lostTo(assessment, system);
  return open.flatMap(({ id, points, proven, claimed, weight }) => {
    const moves = (from: string, to: string, worth: Rational) =>
      multiply(subtract(figure(to), figure(from)), worth);
    // A deduction takes the more away the less is accepted.
    const worth = { bonus: ONE, deduction: negate(ONE), scored: parseExact(weight), info: ZERO }[
      kinds.get(id) ?? "info"
    ];
    const [up, down] = [moves(points, claimed, worth), moves(proven, points, worth)];
    return (isZero(up) && isZero(down)) || isLost(id) ? [] : [{ item: id, up, down }];
  });
}

/** The larger effect on this line first: of one that is not reached what could be added; then the other way. */
export function towards(open: readonly OpenItem[], reached: boolean): OpenItem[] {
  return [...open].sort((a, b) =>
    reached ? compare(b.down, a.down) || compare(b.up, a.up) : compare(b.up, a.up) || compare(b.down, a.down),
  );
}

/**
 * Which items alone carry the printed total across the least that the grade asks for: down to what is proven
 * of them where the grade is reached, up to what is claimed where it is not.
 */
export function carriesAcross(
  assessment: AssessmentJson,
  system: SystemOutline,
  grade: Grade,
  reached: boolean,
): (item: OpenItem) => boolean {
  const least = figure(grade.min);
  const isAbove = (total: Rational) => compare(total, least) >= 0;
  if (isAbove(figure(assessment.total.points)) !== reached) return () => false;
  const [proven, claimed] = [figure(assessment.total.proven), figure(assessment.total.claimed)];
  const before = unrounded(assessment, system);
  return ({ up, down }) => {
    const after = round(add(before, reached ? negate(down) : up), system.digits);
    // Beyond what all items come to together the total is held by caps.
    return isAbove(clamp(after, proven, claimed)) !== reached;
  };
}

export const toJson = ({ item, up, down }: OpenItem, alone: boolean): OpenItemJson => ({
  item,
  up: toDecimal(up),
  down: toDecimal(down),
  alone,
});

/**
 * The total before it was rounded, so that adding to it rounds once; where a cap or a floor held it, or the
 * results do not say enough, what is printed.
 */
function unrounded(assessment: AssessmentJson, system: SystemOutline): Rational {
  const { items, bonus, deduction, total } = assessment;
  const scored = new Set(system.items.filter(({ kind }) => kind === "scored").map(({ id }) => id));
  const isLost = lostTo(assessment, system);
  const added = sum(
    items
      .filter(({ id }) => scored.has(id) && !isLost(id))
      .map(({ points, weight }) => multiply(figure(points), parseExact(weight))),
  );
  const exact = subtract(add(added, figure(bonus)), figure(deduction));
  const printed = figure(total.points);
  return equals(round(exact, system.digits), printed) ? exact : printed;
}

/** Is the item, or a node above it, one that a veto set to nothing? */
function lostTo({ vetoes }: AssessmentJson, system: SystemOutline): (item: string) => boolean {
  const places = vetoes.flatMap(({ status, effect }) =>
    status === "applied" && effect.kind === "zero" ? [effect.place] : [],
  );
  if (places.length === 0) return () => false;
  const parents = new Map([...system.nodes, ...system.items].map(({ id, parent }) => [id, parent]));
  const isBelow = (id: string | undefined): boolean =>
    id !== undefined && (places.includes(id) || isBelow(parents.get(id)));
  return isBelow;
}
