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

export type Grade = SystemOutline["grades"][number];

/** What grades ask of a unit by itself. */
export interface Merit {
  readonly total: Rational;
  /** The least share (0–1) of the points of a level-1 place that applies; undefined where none does. */
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
export function meritOf(assessment: AssessmentJson, system: SystemOutline, standing: Standing): Merit {
  const [first, ...rest] = level1Rates(assessment, system, standing);
  return {
    total: figure(assessment.total[standing]),
    leastRate: first && rest.reduce(min, first),
    highest: highestAllowed(assessment, system),
  };
}

/**
 * The grade of each ranked unit of one group, by unit code; units that reach none are absent. `places` are in
 * rank order. Highest grade first: as many eligible units as its quota has places; a tie across the edge
 * stays outside; who falls out is tried for the next grade.
 */
export function assignGrades(places: readonly Gradable[], system: SystemOutline): Map<string, string> {
  const grades = new Map<string, string>();
  for (const [index, grade] of system.grades.entries()) {
    const eligible = places.filter(({ code, merit }) => !grades.has(code) && reaches(merit, grade, index));
    for (const { code } of withinQuota(eligible, grade, places.length)) grades.set(code, grade.name);
  }
  return grades;
}

/** The grade that a unit by itself would have: quotas, which need a group, are left out. */
export function gradeAlone(assessment: AssessmentJson, system: SystemOutline): string | null {
  const merit = meritOf(assessment, system, "points");
  return system.grades.find((grade, index) => reaches(merit, grade, index))?.name ?? null;
}

/** How many units of so many ranked ones can have the grade; undefined where there is no such bound. */
export function placesIn({ quota }: Grade, ranked: number): number | undefined {
  return quota === undefined ? undefined : Number(floor(multiply(figure(quota), rational(BigInt(ranked)))).n);
}

/** Total, level-1 shares and caps; `index` is the grade's place, 0 the highest. */
export function reaches({ total, leastRate, highest }: Merit, grade: Grade, index: number): boolean {
  if (index < highest || compare(total, figure(grade.min)) < 0) return false;
  const least = grade.eachLevel1AtLeast;
  return least === undefined || leastRate === undefined || compare(leastRate, figure(least)) >= 0;
}

function withinQuota<T extends Gradable>(eligible: readonly T[], grade: Grade, ranked: number): readonly T[] {
  const limit = placesIn(grade, ranked);
  if (limit === undefined) return eligible;
  const outside = eligible[limit];
  return eligible.slice(0, limit).filter(({ rank }) => rank !== outside?.rank);
}

function highestAllowed({ vetoes }: AssessmentJson, { grades }: SystemOutline): number {
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
function level1Rates(assessment: AssessmentJson, system: SystemOutline, standing: Standing): Rational[] {
  const nodes = system.nodes.filter(({ parent }) => parent === undefined).map(({ id }) => id);
  const items = system.items
    .filter(({ parent, kind }) => parent === undefined && kind === "scored")
    .map(({ id }) => id);
  return [
    ...assessment.nodes
      .filter(({ id, applicable }) => nodes.includes(id) && applicable)
      .map((node) => share(parseExact(node[EXACT[standing]]), figure(node.max))),
    ...assessment.items
      .filter(({ id, status }) => items.includes(id) && status !== "notApplicable")
      .map((item) =>
        isZeroed(item.id, assessment) ? ZERO : share(figure(item[standing]), figure(item.max)),
      ),
  ];
}

/** Items keep their points under a veto; only what they contribute is nothing. */
const isZeroed = (id: string, { vetoes }: AssessmentJson): boolean =>
  vetoes.some(({ status, effect }) => status === "applied" && effect.kind === "zero" && effect.place === id);

const share = (points: Rational, max: Rational): Rational => (isZero(max) ? ZERO : divide(points, max));
