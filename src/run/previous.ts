import type { RankingJson, Results } from "../model/results.js";
import { byText } from "../model/text-order.js";
import type { EarlierResults } from "./earlier-results.js";

/** Results with those of the time before beside them; nothing else of them changes. */
export function withPrevious(
  results: Results,
  { file, sha256, bytes, results: before }: EarlierResults,
): Results {
  const { id, version, sha256: rules } = before.system;
  const ranks = ranksOf(before.ranking);
  const units = before.assessments
    .map(({ unit, total }) => ({ code: unit.code, total: total.points, rank: ranks.get(unit.code) ?? null }))
    .sort((a, b) => byText(a.code, b.code));
  const { assessments, ranking, ...rest } = results;
  const previous = { file, sha256, bytes, system: { id, version, sha256: rules }, units };
  return { ...rest, previous, assessments, ranking };
}

const ranksOf = ({ groups }: RankingJson): Map<string, number> =>
  new Map(groups.flatMap(({ ranked }) => ranked.map(({ code, rank }) => [code, rank] as const)));
