import type { AssessmentJson, SystemOutline } from "../../src/model/results.js";

/** What a ranking looks at of one unit; all figures as they are printed. */
export interface Printed {
  readonly code: string;
  readonly total: string;
  readonly group?: string | null;
  readonly bonus?: string;
  readonly coverage?: string;
  /** By node id: points and the most of them. */
  readonly nodes?: Readonly<Record<string, readonly [points: string, max: string]>>;
  /** By item id; null where it does not apply. */
  readonly items?: Readonly<Record<string, readonly [points: string, max: string] | null>>;
  readonly vetoes?: readonly (AssessmentJson["vetoes"][number]["effect"] & { readonly pending?: true })[];
}

export function assessmentOf(unit: Printed): AssessmentJson {
  const {
    code,
    total,
    group = null,
    bonus = "0.00",
    coverage = "1",
    nodes = {},
    items = {},
    vetoes = [],
  } = unit;
  return {
    file: `${code}.xlsx`,
    unit: { code, name: `单位${code}`, facts: { "unit.kind": group } },
    total: { points: total, proven: total, claimed: total, max: "100", rate: "0", self: null },
    bonus,
    deduction: "0.00",
    coverage,
    grade: null,
    vetoes: vetoes.map(({ pending, ...effect }, index) => ({
      ...{ id: `V${index}`, effect, facts: [], lost: "0" },
      status: pending ? "pending" : "applied",
    })),
    nodes: Object.entries(nodes).map(([id, [points, max]]) => ({
      ...{ id, points, max, applicable: true, rate: "0" },
      exact: `${points.replace(".", "")}/1${"0".repeat(points.split(".")[1]?.length ?? 0)}`,
    })),
    items: Object.entries(items).map(([id, given]) => {
      const [points, max] = given ?? ["0.00", "0"];
      const figures = { points, proven: points, claimed: points, rule: points, max, self: null };
      return { id, ...figures, status: given ? "scored" : "notApplicable", clauses: [] };
    }),
    gaps: [],
    findings: [],
  };
}

interface Rules {
  readonly grades?: SystemOutline["grades"];
  readonly ranking?: Partial<SystemOutline["ranking"]>;
  readonly nodes?: readonly string[];
  readonly items?: readonly string[];
}

/** A system of which only the ranking's rules matter; all places stand on level 1. */
export function rulesOf({ grades = [], ranking = {}, nodes = [], items = [] }: Rules): SystemOutline {
  return {
    ...{ id: "ranking", version: "1.0.0", sha256: "", title: "示例指标体系", notice: "示例", digits: 2 },
    ...{ levels: ["一级指标"], total: "100", facts: {}, vetoes: [], grades },
    nodes: nodes.map((id) => ({ id, title: id, level: 1, points: "10", contribution: "10" })),
    items: items.map((id) => ({
      ...{ id, title: id, kind: "scored", points: "10", start: "full" as const, criterion: "" },
      ...{ basis: [], responsible: [], clauses: [] },
    })),
    ranking: { tieBreak: [], ...ranking },
  };
}
