import { equals, ZERO } from "../model/rational.js";
import type { AssessmentJson, RankingJson } from "../model/results.js";
import { byText } from "../model/text-order.js";
import { type Contender, gradeBounds } from "./grade-bounds.js";
import { assignGrades } from "./grades.js";
import { compareKeys, type Standing } from "./keys.js";
import { carriesAcross, type OpenItem, openItems, toJson, towards, unrounded } from "./open-items.js";
import { placesBy } from "./places.js";
import type { Grade, Rules } from "./rules.js";

/** A ranked unit as it stands: its rank, and the place of its grade, as many as there are grades for none. */
export interface Ranked extends Contender {
  readonly assessment: AssessmentJson;
  readonly name: string;
  readonly rank: number;
  readonly graded: number;
}

type Line = RankingJson["lines"][number];

/**
 * The lines of grades that units of one group may yet cross, highest grade first, then by rank and code. A
 * unit of which something is open is listed unless it is certain on which side of the line it ends. One of
 * which nothing is open is listed, without items, if its side changes when all that is open of the others is
 * accepted, or none of it; it may depend on them in ways that neither shows, and is then left out.
 */
export function linesOf(group: string, ranked: readonly Ranked[], rules: Rules): Line[] {
  const bounds = gradeBounds(ranked, rules);
  const extremes = (["proven", "claimed"] as const).map((standing) => gradesAs(standing, ranked, rules));
  const found = ranked.flatMap((unit, at) => {
    const bound = bounds[at];
    if (!bound || bound.best === bound.worst) return [];
    const settled = isSettled(unit);
    const shown = [unit.graded, ...extremes.map((grades) => grades(unit.code))];
    const { best, worst } = settled ? { best: Math.min(...shown), worst: Math.max(...shown) } : bound;
    const tell = teller(group, unit, settled ? [] : openItems(unit.assessment, rules), rules);
    return rules.grades.slice(best, worst).map((grade, below) => {
      const place = best + below;
      return { grade: place, rank: unit.rank, line: tell(grade, unit.graded <= place) };
    });
  });
  return found
    .sort((a, b) => a.grade - b.grade || a.rank - b.rank || byText(a.line.code, b.line.code))
    .map(({ line }) => line);
}

function teller(
  group: string,
  { code, name, assessment }: Ranked,
  open: readonly OpenItem[],
  rules: Rules,
): (grade: Grade, reached: boolean) => Line {
  const before = open.length > 0 ? unrounded(assessment, rules) : ZERO;
  return (grade, reached) => {
    const isAlone = carriesAcross(assessment, rules, grade, reached, before);
    const items = towards(open, reached).map((item) => toJson(item, isAlone(item)));
    return { code, name, group, grade: grade.name, reached, items };
  };
}

/** Nothing that is open of the unit moves what it is ranked or graded by. */
function isSettled({ keys, merits: { proven, claimed } }: Ranked): boolean {
  const rates = [proven.leastRate ?? ZERO, claimed.leastRate ?? ZERO] as const;
  return compareKeys(keys.proven, keys.claimed) === 0 && equals(...rates);
}

/** The place of each unit's grade if everything open came out one way for all. */
function gradesAs(standing: Standing, ranked: readonly Ranked[], rules: Rules): (code: string) => number {
  const places = placesBy(ranked, ({ keys }) => keys[standing]).map(({ unit: { code, merits }, rank }) => ({
    code,
    rank,
    merit: merits[standing],
  }));
  const grades = assignGrades(places, rules);
  return (code) => grades.get(code) ?? rules.grades.length;
}
