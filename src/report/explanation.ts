import type {
  AssessmentJson,
  DisagreementJson,
  ItemOutline,
  ItemResultJson,
  RankingJson,
  Results,
} from "../model/results.js";

type FactUse = ItemResultJson["clauses"][number]["facts"][number];

/** The way of one item from its cells to the rank; every figure is the results' own. */
export interface Explanation {
  readonly unit: { readonly code: string; readonly name: string };
  readonly item: ItemOutline;
  readonly result: ItemResultJson;
  /** What was filled in, with its cells; each fact once. */
  readonly fields: readonly FactUse[];
  /** What was made of it, or of the whole group; each fact once. */
  readonly derived: readonly FactUse[];
  /** The places above, nearest first. */
  readonly above: readonly { id: string; title: string; points: string; max: string; veto?: string }[];
  readonly total: AssessmentJson["total"];
  readonly bonus: string;
  readonly deduction: string;
  readonly vetoes: readonly string[];
  readonly grade: string | null;
  readonly place: Place;
  /** Where the panel differs on the item. */
  readonly disagreements: readonly DisagreementJson[];
  /** What of the item is left to be won. */
  readonly gaps: AssessmentJson["gaps"];
  readonly rules: {
    readonly id: string;
    readonly version: string;
    readonly sha256: string;
    readonly overlay?: string;
  };
}

type Ranked = RankingJson["groups"][number]["ranked"][number];
type Place =
  | ({ readonly group: string } & Pick<Ranked, "rank" | "tied" | "best" | "worst"> & { readonly of: number })
  | { readonly apart: RankingJson["apart"][number]["reason"] };

/**
 * @param unit code or name of an assessed unit
 * @param item id of an item
 * @returns undefined where there is no such unit or item
 */
export function explain(results: Results, unit: string, item: string): Explanation | undefined {
  const assessment =
    results.assessments.find((one) => one.unit.code === unit) ??
    results.assessments.find((one) => one.unit.name === unit);
  const outline = results.system.items.find(({ id }) => id === item);
  const result = assessment?.items.find(({ id }) => id === item);
  if (!assessment || !outline || !result) return undefined;
  const uses = eachOnce([
    ...(result.notApplicable?.facts ?? []),
    ...result.clauses.flatMap(({ facts }) => facts),
  ]);
  const isDerived = ({ fact }: FactUse) => {
    const outline = results.system.facts[fact];
    return outline?.derived === true || outline?.by === "group";
  };
  const { id, version, sha256, overlay } = results.system;
  return {
    unit: { code: assessment.unit.code, name: assessment.unit.name },
    item: outline,
    result,
    fields: uses.filter((use) => !isDerived(use)),
    derived: uses.filter(isDerived),
    above: placesAbove(results, assessment, outline),
    total: assessment.total,
    bonus: assessment.bonus,
    deduction: assessment.deduction,
    vetoes: assessment.vetoes
      .filter(({ status }) => status === "applied")
      .map((veto) => results.system.vetoes.find((one) => one.id === veto.id)?.title ?? veto.id),
    grade: assessment.grade,
    place: placeOf(results.ranking, assessment.unit.code),
    disagreements: (assessment.disagreements ?? []).filter((one) => one.item === item),
    gaps: assessment.gaps.filter((gap) => gap.item === item),
    rules: { id, version, sha256, ...(overlay ? { overlay: overlay.sha256 } : {}) },
  };
}

const eachOnce = (uses: readonly FactUse[]): FactUse[] => [
  ...new Map(uses.map((use) => [use.fact, use])).values(),
];

function placesAbove(results: Results, assessment: AssessmentJson, item: ItemOutline): Explanation["above"] {
  const above: Explanation["above"][number][] = [];
  for (let id = item.parent; id !== undefined; ) {
    const node = results.system.nodes.find((one) => one.id === id);
    const result = assessment.nodes.find((one) => one.id === id);
    if (!node || !result) break;
    const { points, max, veto } = result;
    above.push({ id: node.id, title: node.title, points, max, ...(veto === undefined ? {} : { veto }) });
    id = node.parent;
  }
  return above;
}

function placeOf(ranking: RankingJson, code: string): Place {
  for (const { group, ranked } of ranking.groups) {
    const line = ranked.find((one) => one.code === code);
    if (!line) continue;
    const { rank, tied, best, worst } = line;
    return { group, rank, tied, of: ranked.length, best, worst };
  }
  return { apart: ranking.apart.find((one) => one.code === code)?.reason ?? "coverage" };
}
