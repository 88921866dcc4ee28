import { parseDecimal, type Rational, ZERO } from "../model/rational.js";
import type { AssessmentJson, RankingJson, SystemOutline } from "../model/results.js";
import { byText } from "../model/text-order.js";
import { assignGrades, type Gradable } from "./grades.js";

/**
 * Ranks units by what is printed of them, within their groups: units that look the same on paper have the
 * same rank. Works on the results' own figures, so a ranking over several results files is the ranking that
 * one run over all units would have given.
 */
export function rank(assessments: readonly AssessmentJson[], system: SystemOutline): RankingJson {
  const entries = assessments.map((assessment) => toEntry(assessment, system)).sort(byGroupThenRank);
  const groups = [...new Set(entries.map(({ group }) => group))];
  return {
    groups: groups.flatMap((group) => {
      const ranked = entries.filter((entry) => entry.group === group && !entry.apart);
      return ranked.length > 0 ? [{ group, ranked: rankGroup(ranked, system) }] : [];
    }),
    lines: [],
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
  /** The printed total, then the printed tie-breaks. */
  readonly keys: readonly Rational[];
  readonly apart?: "disqualified" | "coverage";
}

function toEntry(assessment: AssessmentJson, { ranking }: SystemOutline): Entry {
  const { unit, total } = assessment;
  const { groupBy, tieBreak, minCoverage } = ranking;
  const tooLittle = minCoverage !== undefined && below(assessment.coverage, minCoverage);
  const apart = isDisqualified(assessment) ? "disqualified" : tooLittle ? "coverage" : undefined;
  return {
    assessment,
    code: unit.code,
    name: unit.name,
    group: groupBy === undefined ? "" : String(unit.facts[groupBy] ?? ""),
    total: total.points,
    keys: [total.points, ...tieBreak.map((id) => printed(assessment, id))].map(figure),
    ...(apart ? { apart } : {}),
  };
}

const isDisqualified = ({ vetoes }: AssessmentJson): boolean =>
  vetoes.some(({ status, effect }) => status === "applied" && effect.kind === "disqualify");

function printed(assessment: AssessmentJson, id: string): string {
  if (id === "bonus") return assessment.bonus;
  const place = [...assessment.nodes, ...assessment.items].find((one) => one.id === id);
  return place?.points ?? "0";
}

const figure = (decimal: string): Rational => parseDecimal(decimal) ?? ZERO;
const below = (a: string, b: string): boolean => compareFigures([figure(a)], [figure(b)]) < 0;

function compareFigures(a: readonly Rational[], b: readonly Rational[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value.n * (b[index] ?? ZERO).d - (b[index] ?? ZERO).n * value.d;
    if (difference !== 0n) return difference < 0n ? -1 : 1;
  }
  return 0;
}

/** Groups in order of their names; within one, best first; of equals, by code. */
const byGroupThenRank = (a: Entry, b: Entry): number =>
  byText(a.group, b.group) || compareFigures(b.keys, a.keys) || byText(a.code, b.code);

function rankGroup(ranked: readonly Entry[], system: SystemOutline): RankingJson["groups"][number]["ranked"] {
  const equal = (a: Entry, b: Entry | undefined) => b !== undefined && compareFigures(a.keys, b.keys) === 0;
  const places: (Gradable & { entry: Entry })[] = [];
  for (const [index, entry] of ranked.entries()) {
    const tiedAbove = equal(entry, ranked[index - 1]);
    // Competition ranking: equal units share the best rank, the next one is skipped.
    const rank = tiedAbove ? (places[index - 1]?.rank ?? 1) : index + 1;
    const tied = tiedAbove || equal(entry, ranked[index + 1]);
    places.push({ entry, assessment: entry.assessment, rank, tied });
  }
  const grades = assignGrades(places, system);
  return places.map(({ entry: { code, name, total }, rank, tied }) => ({
    code,
    name,
    rank,
    tied,
    total,
    best: rank,
    worst: rank,
    grade: grades.get(code) ?? null,
  }));
}
