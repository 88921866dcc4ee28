import {
  compare,
  divide,
  floor,
  isZero,
  multiply,
  parseDecimal,
  parseExact,
  type Rational,
  rational,
  ZERO,
} from "../model/rational.js";
import type { AssessmentJson, SystemOutline } from "../model/results.js";

export interface Gradable {
  readonly assessment: AssessmentJson;
  readonly rank: number;
  readonly tied: boolean;
}

type Grade = SystemOutline["grades"][number];

/**
 * The grade of each ranked unit of one group, by unit code; units that reach none are absent. `places` are in
 * rank order. Highest grade first: as many eligible units as its quota has places; a tie across the edge
 * stays outside; who falls out is tried for the next grade.
 */
export function assignGrades(places: readonly Gradable[], system: SystemOutline): Map<string, string> {
  const grades = new Map<string, string>();
  for (const [index, grade] of system.grades.entries()) {
    const eligible = places.filter(
      ({ assessment }) => !grades.has(assessment.unit.code) && reaches(assessment, grade, index, system),
    );
    for (const { assessment } of withinQuota(eligible, grade, places.length)) {
      grades.set(assessment.unit.code, grade.name);
    }
  }
  return grades;
}

/** The grade that a unit by itself would have: quotas, which need a group, are left out. */
export function gradeAlone(assessment: AssessmentJson, system: SystemOutline): string | null {
  return system.grades.find((grade, index) => reaches(assessment, grade, index, system))?.name ?? null;
}

function withinQuota<T extends Gradable>(eligible: readonly T[], grade: Grade, ranked: number): readonly T[] {
  if (grade.quota === undefined) return eligible;
  const limit = Number(floor(multiply(figure(grade.quota), rational(BigInt(ranked)))).n);
  const outside = eligible[limit];
  return eligible.slice(0, limit).filter(({ rank }) => rank !== outside?.rank);
}

/** Total, level-1 shares and caps; `index` is the grade's place, 0 the highest. */
function reaches(assessment: AssessmentJson, grade: Grade, index: number, system: SystemOutline): boolean {
  if (index < highestAllowed(assessment, system)) return false;
  if (compare(figure(assessment.total.points), figure(grade.min)) < 0) return false;
  const least = grade.eachLevel1AtLeast;
  return (
    least === undefined || level1Rates(assessment, system).every((rate) => compare(rate, figure(least)) >= 0)
  );
}

/** The highest grade that `capGrade` vetoes leave open. */
function highestAllowed({ vetoes }: AssessmentJson, { grades }: SystemOutline): number {
  return vetoes.reduce((highest, { status, effect }) => {
    if (status !== "applied" || effect.kind !== "capGrade") return highest;
    return Math.max(
      highest,
      grades.findIndex(({ name }) => name === effect.grade),
    );
  }, 0);
}

/** Exact shares of the points of the level-1 places that apply. */
function level1Rates(assessment: AssessmentJson, system: SystemOutline): Rational[] {
  const nodes = system.nodes.filter(({ parent }) => parent === undefined).map(({ id }) => id);
  const items = system.items
    .filter(({ parent, kind }) => parent === undefined && kind === "scored")
    .map(({ id }) => id);
  return [
    ...assessment.nodes
      .filter(({ id, applicable }) => nodes.includes(id) && applicable)
      .map(({ exact, max }) => share(parseExact(exact), figure(max))),
    ...assessment.items
      .filter(({ id, status }) => items.includes(id) && status !== "notApplicable")
      .map(({ id, points, max }) => (isZeroed(id, assessment) ? ZERO : share(figure(points), figure(max)))),
  ];
}

/** Items keep their points under a veto; only what they contribute is nothing. */
const isZeroed = (id: string, { vetoes }: AssessmentJson): boolean =>
  vetoes.some(({ status, effect }) => status === "applied" && effect.kind === "zero" && effect.place === id);

const share = (points: Rational, max: Rational): Rational => (isZero(max) ? ZERO : divide(points, max));
const figure = (decimal: string): Rational => parseDecimal(decimal) ?? ZERO;
