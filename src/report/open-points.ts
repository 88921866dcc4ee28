import type { AssessmentJson, ItemOutline, SystemOutline } from "../model/results.js";

/** Something of an item that is not decided yet, and for whom it waits. */
export interface OpenPoint {
  readonly item: ItemOutline;
  /** assessor, third-party, results: a field; group: a comparison of units; judgement: of a clause. */
  readonly waitsFor: "assessor" | "third-party" | "results" | "group" | "judgement";
  /** The field or the figure of the group. */
  readonly fact?: string;
  /** The judged clause. */
  readonly clause?: string;
}

/** What waits for others than the unit, in document order; what the unit has to fill in is not among it. */
export function openPoints(system: SystemOutline, assessment: AssessmentJson): OpenPoint[] {
  const results = new Map(assessment.items.map((item) => [item.id, item]));
  return system.items.flatMap((item) => {
    const clauses = results.get(item.id)?.clauses.filter(({ superseded }) => !superseded) ?? [];
    const uses = clauses.flatMap(({ facts }) => facts).filter(({ status }) => status === "pending");
    const awaited = [...new Set(uses.map(({ fact }) => fact))].flatMap((fact): OpenPoint[] => {
      const by = system.facts[fact]?.by;
      return by === undefined ? [] : [{ item, waitsFor: by, fact }];
    });
    const judged = clauses
      .filter(({ id, outcome }) => outcome === "pending" && isJudged(item, id))
      .map(({ id }): OpenPoint => ({ item, waitsFor: "judgement", clause: id }));
    return [...withoutParts(awaited), ...judged];
  });
}

/** A rate is told once, not again for each of its parts. */
function withoutParts(points: readonly OpenPoint[]): OpenPoint[] {
  const facts = new Set(points.map(({ fact }) => fact));
  return points.filter(({ fact = "" }) => {
    const rate = fact.replace(/\.(?:numerator|denominator)$/, "");
    return rate === fact || !facts.has(rate);
  });
}

const isJudged = ({ clauses }: ItemOutline, id: string): boolean =>
  clauses.find((clause) => clause.id === id)?.amount?.form === "judge";
