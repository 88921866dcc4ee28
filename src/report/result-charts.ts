import type { WorkbookLabels } from "../messages/workbook-labels.js";
import type { AssessmentJson, RankingJson, Results } from "../model/results.js";
import type { Drawing } from "./charts/drawing.js";
import { heatMap } from "./charts/heat-map.js";
import { type Profile, profileChart } from "./charts/profile.js";
import { rankingBars } from "./charts/ranking-bars.js";
import { levelOne, levelOneScores } from "./outline.js";
import { type Standing, standings } from "./standings.js";

/** What can still be read on one printed page. */
const BARS = 90;
const HEAT_ROWS = 60;
/** With more level-1 places (a system of one level) a heat map has no use: 得分矩阵 is one. */
const HEAT_COLUMNS = 16;

type Group = RankingJson["groups"][number];

/** The pictures of a ranking: for every group the totals and who is first, in the middle, last; then the heat map. */
export function rankingCharts(results: Results, labels: WorkbookLabels): Drawing[] {
  const { charts } = labels;
  const places = levelOne(results.system).map(({ title }) => title);
  const all = standings(results);
  const max = Number(results.system.total);
  const groups = results.ranking.groups.flatMap((group) => {
    const members = all.filter((one) => one.place && one.group === group.group);
    const name = group.group || charts.all;
    return [
      ...parts(members, BARS).map((some) => rankingBars(charts.ranking(name), some.map(barOf), max)),
      profileChart(charts.profile(name), places, spread(results, group, labels)),
    ];
  });
  const maps = places.length > HEAT_COLUMNS ? [] : parts(all, HEAT_ROWS);
  const rows = (some: readonly Standing[]) =>
    some.map(({ assessment }) => ({ name: assessment.unit.name, rates: ratesOf(results, assessment) }));
  return [...groups, ...maps.map((some) => heatMap(charts.heatMap, places, rows(some)))];
}

/** One unit beside the middle of its group; alone where nobody is ranked with it. */
export function unitChart(results: Results, standing: Standing, labels: WorkbookLabels): Drawing {
  const { assessment, group } = standing;
  const peers = results.ranking.groups.find((one) => one.group === group)?.ranked ?? [];
  const own: Profile = { name: assessment.unit.name, rates: ratesOf(results, assessment) };
  const others = peers.length > 1 ? [{ name: labels.charts.median, rates: medians(results, peers) }] : [];
  const places = levelOne(results.system).map(({ title }) => title);
  return profileChart(labels.charts.own(assessment.unit.name), places, [own, ...others]);
}

function barOf({ assessment, place }: Standing) {
  const { unit, total, grade } = assessment;
  const { points, proven, claimed } = total;
  return { rank: place?.rank ?? 0, name: unit.name, grade, total: points, proven, claimed };
}

/** The first, the middle of all, the last; fewer where there are not so many. */
function spread(results: Results, { ranked }: Group, { charts }: WorkbookLabels): Profile[] {
  const of = (code: string | undefined): Profile[] => {
    const assessment = results.assessments.find(({ unit }) => unit.code === code);
    return assessment ? [{ name: assessment.unit.name, rates: ratesOf(results, assessment) }] : [];
  };
  const middle = ranked.length > 2 ? [{ name: charts.median, rates: medians(results, ranked) }] : [];
  const last = ranked.length > 1 ? of(ranked.at(-1)?.code) : [];
  return [...of(ranked[0]?.code), ...middle, ...last];
}

/** Rates of the level-1 places, 0–1; null where one does not apply. */
export const ratesOf = ({ system }: Results, assessment: AssessmentJson): (number | null)[] =>
  levelOneScores(system, assessment).map((score) => (score?.rate ? Number(score.rate) : null));

/** Of every level-1 place the median rate of the units to which it applies. For drawing only: no figure of it is printed. */
export function medians(results: Results, units: readonly { readonly code: string }[]): (number | null)[] {
  const codes = new Set(units.map(({ code }) => code));
  const rates = results.assessments
    .filter(({ unit }) => codes.has(unit.code))
    .map((assessment) => ratesOf(results, assessment));
  return levelOne(results.system).map((_, place) =>
    median(rates.flatMap((one) => (typeof one[place] === "number" ? [one[place]] : []))),
  );
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}

/** As equal in length as can be, so that the last page is not left with one line. */
function parts<T>(list: readonly T[], most: number): T[][] {
  const count = Math.ceil(list.length / most);
  const size = Math.ceil(list.length / Math.max(count, 1));
  return Array.from({ length: count }, (_, index) => list.slice(index * size, (index + 1) * size));
}
