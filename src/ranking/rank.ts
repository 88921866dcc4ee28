import { compare } from "../model/rational.js";
import type { AssessmentJson, RankingJson, SystemOutline } from "../model/results.js";
import { byText } from "../model/text-order.js";
import type { Contender } from "./grade-bounds.js";
import { assignGrades, meritOf } from "./grades.js";
import { rankIntervals } from "./interval.js";
import { compareKeys, figure, type Keys, keysOf } from "./keys.js";
import { linesOf } from "./lines.js";
import { placesBy } from "./places.js";
import { type Rules, rulesOf } from "./rules.js";

/**
 * Ranks units by what is printed of them, within their groups: units that look the same on paper have the
 * same rank. Works on the results' own figures, so a ranking over several results files is the ranking that
 * one run over all units would have given. Units that are apart stay so, whatever is open of them: they take
 * nobody's rank, at best and at worst.
 */
export function rank(assessments: readonly AssessmentJson[], system: SystemOutline): RankingJson {
  const rules = rulesOf(system);
  const entries = assessments.map((one) => toEntry(one, system, rules)).sort(byGroupThenRank);
  const groups = [...new Set(entries.map(({ group }) => group))].flatMap((group) => {
    const ranked = entries.filter((entry) => entry.group === group && !entry.apart);
    return ranked.length > 0 ? [rankGroup(group, ranked, rules)] : [];
  });
  return {
    groups: groups.map(({ group, ranked }) => ({ group, ranked })),
    lines: groups.flatMap(({ lines }) => lines),
    apart: entries.flatMap(({ code, name, group, total, apart }) =>
      apart ? [{ code, name, group, reason: apart, total }] : [],
    ),
  };
}

interface Entry {
  readonly assessment: AssessmentJson;
  readonly code: string;
  readonly name: string;
  readonly group: string;
  readonly total: string;
  readonly keys: Keys;
  readonly apart?: "disqualified" | "coverage";
}

function toEntry(assessment: AssessmentJson, { ranking }: SystemOutline, rules: Rules): Entry {
  const { unit, total } = assessment;
  const { groupBy, minCoverage } = ranking;
  const tooLittle = minCoverage !== undefined && below(assessment.coverage, minCoverage);
  const apart = isDisqualified(assessment) ? "disqualified" : tooLittle ? "coverage" : undefined;
  return {
    assessment,
    code: unit.code,
    name: unit.name,
    group: groupBy === undefined ? "" : String(unit.facts[groupBy] ?? ""),
    total: total.points,
    keys: keysOf(assessment, rules),
    ...(apart ? { apart } : {}),
  };
}

const isDisqualified = ({ vetoes }: AssessmentJson): boolean =>
  vetoes.some(({ status, effect }) => status === "applied" && effect.kind === "disqualify");

const below = (a: string, b: string): boolean => compare(figure(a), figure(b)) < 0;

/** Groups in order of their names; within one, best first; of equals, by code. */
const byGroupThenRank = (a: Entry, b: Entry): number =>
  byText(a.group, b.group) || compareKeys(b.keys.points, a.keys.points) || byText(a.code, b.code);

interface RankedGroup {
  readonly group: string;
  readonly ranked: RankingJson["groups"][number]["ranked"];
  readonly lines: RankingJson["lines"];
}

function rankGroup(group: string, entries: readonly Entry[], rules: Rules): RankedGroup {
  const places = placesBy(
    entries.map((entry) => ({ ...entry, merits: meritsOf(entry.assessment, rules) })),
    ({ keys }) => keys.points,
  );
  const gradable = places.map(({ unit: { code, merits }, rank }) => ({ code, rank, merit: merits.points }));
  const grades = assignGrades(gradable, rules);
  const intervals = rankIntervals(places.map(({ unit }) => unit.keys));
  const ranked = places.map(({ unit: { code, name, total }, rank, tied }, at) => ({
    ...{ code, name, rank, tied, total },
    ...(intervals[at] ?? { best: rank, worst: rank }),
    grade: rules.grades[grades.get(code) ?? rules.grades.length]?.name ?? null,
  }));
  const standing = places.map(({ unit, rank }) => {
    return { ...unit, rank, graded: grades.get(unit.code) ?? rules.grades.length };
  });
  return { group, ranked, lines: linesOf(group, standing, rules) };
}

const meritsOf = (assessment: AssessmentJson, rules: Rules): Contender["merits"] => ({
  points: meritOf(assessment, rules, "points"),
  proven: meritOf(assessment, rules, "proven"),
  claimed: meritOf(assessment, rules, "claimed"),
});
