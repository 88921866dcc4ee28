import {
  compare,
  divide,
  floor,
  isZero,
  min,
  multiply,
  parseExact,
  type Rational,
  rational,
  ZERO,
} from "../model/rational.js";
import type { AssessmentJson, SystemOutline } from "../model/results.js";
import { figure, type Standing } from "./keys.js";
import { type Grade, type Rules, rulesOf } from "./rules.js";

/** What grades ask of a unit by itself. */
export interface Merit {
  readonly total: Rational;
  /** The least share (0–1) of the points of a level-1 place that applies, if a grade asks for it and one does. */
  readonly leastRate: Rational | undefined;
  /** Place of the highest grade that `capGrade` vetoes leave open, 0 the highest. */
  readonly highest: number;
}

export interface Gradable {
  readonly code: string;
  readonly rank: number;
  readonly merit: Merit;
}

/** Vetoes stay as they are in every standing. */
export function meritOf(assessment: AssessmentJson, rules: Rules, standing: Standing): Merit {
  const asked = rules.grades.some(({ eachLevel1AtLeast }) => eachLevel1AtLeast !== undefined);
  const [first, ...rest] = asked ? level1Rates(assessment, rules, standing) : [];
  return {
    total: figure(assessment.total[standing]),
    leastRate: first && rest.reduce(min, first),
    highest: highestAllowed(assessment, rules),
  };
}

/**
 * The grade of each ranked unit of one group by unit code, as its place: 0 the highest; units that reach none
 * are absent. `places` are in rank order. Highest grade first: as many eligible units as its quota has
 * places; a tie across the edge stays outside; who falls out is tried for the next grade.
 */
export function assignGrades(places: readonly Gradable[], { grades }: Rules): Map<string, number> {
  const given = new Map<string, number>();
  for (const [index, grade] of grades.entries()) {
    const eligible = places.filter(({ code, merit }) => !given.has(code) && reaches(merit, grade, index));
    for (const { code } of withinQuota(eligible, grade, places.length)) given.set(code, index);
  }
  return given;
}

/** The grade that a unit by itself would have: quotas, which need a group, are left out. */
export function gradeAlone(assessment: AssessmentJson, system: SystemOutline): string | null {
  const rules = rulesOf(system);
  const merit = meritOf(assessment, rules, "points");
  return rules.grades.find((grade, index) => reaches(merit, grade, index))?.name ?? null;
}

/** How many units of so many ranked ones can have the grade; undefined where there is no such bound. */
export const placesIn = ({ quota }: Grade, ranked: number): number | undefined =>
  quota && Number(floor(multiply(quota, rational(BigInt(ranked)))).n);

/** Total, level-1 shares and caps; `index` is the grade's place, 0 the highest. */
export function reaches({ total, leastRate, highest }: Merit, grade: Grade, index: number): boolean {
  if (index < highest || compare(total, grade.min) < 0) return false;
  const least = grade.eachLevel1AtLeast;
  return least === undefined || leastRate === undefined || compare(leastRate, least) >= 0;
}

function withinQuota<T extends Gradable>(eligible: readonly T[], grade: Grade, ranked: number): readonly T[] {
  const limit = placesIn(grade, ranked);
  if (limit === undefined) return eligible;
  const outside = eligible[limit];
  return eligible.slice(0, limit).filter(({ rank }) => rank !== outside?.rank);
}

function highestAllowed({ vetoes }: AssessmentJson, { grades }: Rules): number {
  return vetoes.reduce((highest, { status, effect }) => {
    if (status !== "applied" || effect.kind !== "capGrade") return highest;
    return Math.max(
      highest,
      grades.findIndex(({ name }) => name === effect.grade),
    );
  }, 0);
}

const EXACT = { points: "exact", proven: "exactProven", claimed: "exactClaimed" } as const;

/** Exact shares of the points of the level-1 places that apply. */
function level1Rates(assessment: AssessmentJson, { kinds, parents }: Rules, standing: Standing): Rational[] {
  const isOnLevel1 = (id: string) => parents.has(id) && parents.get(id) === undefined;
  return [
    ...assessment.nodes
      .filter(({ id, applicable }) => applicable && isOnLevel1(id))
      .map((node) => share(parseExact(node[EXACT[standing]]), figure(node.max))),
    ...assessment.items
      .filter(({ id, status }) => status !== "notApplicable" && isOnLevel1(id) && kinds.get(id) === "scored")
      .map((item) =>
        isZeroed(item.id, assessment) ? ZERO : share(figure(item[standing]), figure(item.max)),
      ),
  ];
}

/** Items keep their points under a veto; only what they contribute is nothing. */
const isZeroed = (id: string, { vetoes }: AssessmentJson): boolean =>
  vetoes.some(({ status, effect }) => status === "applied" && effect.kind === "zero" && effect.place === id);

const share = (points: Rational, max: Rational): Rational => (isZero(max) ? ZERO : divide(points, max));
