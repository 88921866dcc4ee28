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
import type { AssessmentJson, RankingJson } from "../model/results.js";
import { figure } from "./keys.js";
import type { Grade, Rules } from "./rules.js";

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
export function openItems(assessment: AssessmentJson, rules: Rules): OpenItem[] {
  const isLost = lostTo(assessment, rules);
  const open = assessment.items.filter(({ id, proven, claimed }) => proven !== claimed && !isLost(id));
  return open.flatMap(({ id, points, proven, claimed, weight }) => {
    const worth = worthOf(id, weight, rules);
    const moves = (from: string, to: string) => multiply(subtract(figure(to), figure(from)), worth);
    const [up, down] = [moves(points, claimed), moves(proven, points)];
    return isZero(up) && isZero(down) ? [] : [{ item: id, up, down }];
  });
}

/** Points of the total per point of the item; a deduction takes the more away the less of it is accepted. */
function worthOf(id: string, weight: string, { kinds }: Rules): Rational {
  switch (kinds.get(id)) {
    case "scored":
      return parseExact(weight);
    case "bonus":
      return ONE;
    case "deduction":
      return negate(ONE);
    default:
      return ZERO;
  }
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
 *
 * @param before the total as `unrounded` gives it
 */
export function carriesAcross(
  { total }: AssessmentJson,
  { digits }: Rules,
  grade: Grade,
  reached: boolean,
  before: Rational,
): (item: OpenItem) => boolean {
  const isAbove = (points: Rational) => compare(points, grade.min) >= 0;
  if (isAbove(figure(total.points)) !== reached) return () => false;
  const [proven, claimed] = [figure(total.proven), figure(total.claimed)];
  return ({ up, down }) => {
    const after = round(add(before, reached ? negate(down) : up), digits);
    // Beyond what all items come to together the total is held by caps.
    return isAbove(clamp(after, proven, claimed)) !== reached;
  };
}

export const toJson = (
  { item, up, down }: OpenItem,
  alone: boolean,
): RankingJson["lines"][number]["items"][number] => ({
  item,
  up: toDecimal(up),
  down: toDecimal(down),
  alone,
});

/**
 * The total before it was rounded, so that what is added to it is rounded once; where a cap or a floor held
 * it, what is printed.
 */
export function unrounded(assessment: AssessmentJson, rules: Rules): Rational {
  const { items, bonus, deduction, total } = assessment;
  const isLost = lostTo(assessment, rules);
  const scored = items.filter(({ id }) => rules.kinds.get(id) === "scored" && !isLost(id));
  const added = sum(scored.map(({ points, weight }) => multiply(figure(points), parseExact(weight))));
  const exact = subtract(add(added, figure(bonus)), figure(deduction));
  const printed = figure(total.points);
  return equals(round(exact, rules.digits), printed) ? exact : printed;
}

/** Is the item, or a node above it, one that a veto set to nothing? */
function lostTo({ vetoes }: AssessmentJson, { parents }: Rules): (item: string) => boolean {
  const places = vetoes.flatMap(({ status, effect }) =>
    status === "applied" && effect.kind === "zero" ? [effect.place] : [],
  );
  const isBelow = (id: string | undefined): boolean =>
    id !== undefined && (places.includes(id) || isBelow(parents.get(id)));
  return places.length === 0 ? () => false : isBelow;
}
