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
  /** By item id: what one point is worth in the total; 1 where it is not given. */
  readonly weights?: Readonly<Record<string, string>>;
  /** What is not settled; all else is proven and claimed as it is printed. */
  readonly open?: {
    readonly total?: Bounds;
    readonly nodes?: Readonly<Record<string, Bounds>>;
    readonly items?: Readonly<Record<string, Bounds>>;
  };
  readonly vetoes?: readonly (AssessmentJson["vetoes"][number]["effect"] & { readonly pending?: true })[];
}

export type Bounds = readonly [proven: string, claimed: string];

export function assessmentOf(unit: Printed): AssessmentJson {
  const {
    code,
    total,
    group = null,
    bonus = "0.00",
    coverage = "1",
    nodes = {},
    items = {},
    weights = {},
    open = {},
    vetoes = [],
  } = unit;
  return {
    files: [`${code}.xlsx`],
    unit: { code, name: `单位${code}`, facts: { "unit.kind": group } },
    total: { ...standing(total, open.total), max: "100", rate: "0" },
    bonus,
    deduction: "0.00",
    coverage,
    grade: null,
    vetoes: vetoes.map(({ pending, ...effect }, index) => ({
      ...{ id: `V${index}`, effect, facts: [], lost: "0" },
      status: pending ? "pending" : "applied",
    })),
    nodes: Object.entries(nodes).map(([id, [points, max]]) => ({
      ...{ id, max, applicable: true, rate: "0" },
      ...standing(points, open.nodes?.[id]),
      exact: exact(points),
      exactProven: exact(open.nodes?.[id]?.[0] ?? points),
      exactClaimed: exact(open.nodes?.[id]?.[1] ?? points),
    })),
    items: Object.entries(items).map(([id, given]) => {
      const [points, max] = given ?? ["0.00", "0"];
      const figures = { ...standing(points, open.items?.[id]), max, weight: weights[id] ?? "1" };
      return { id, ...figures, status: given ? "scored" : "notApplicable", clauses: [] };
    }),
    gaps: [],
    findings: [],
    evidence: { unitFacts: {}, answers: {}, records: {}, selfScores: {}, documents: [] },
  };
}

/** Nobody moved anything; where no bounds are given nothing is open. */
const standing = (points: string, [proven, claimed]: Bounds = [points, points]) => ({
  ...{ points, proven, claimed },
  ...{ rule: points, self: null },
});
const exact = (points: string) =>
  `${points.replace(".", "")}/1${"0".repeat(points.split(".")[1]?.length ?? 0)}`;

interface Rules {
  readonly grades?: SystemOutline["grades"];
  readonly ranking?: Partial<SystemOutline["ranking"]>;
  readonly nodes?: readonly string[];
  readonly items?: readonly string[];
  /** By item id, where it is not scored. */
  readonly kinds?: Readonly<Record<string, SystemOutline["items"][number]["kind"]>>;
  /** By item id; level 1 where none is given. */
  readonly parents?: Readonly<Record<string, string>>;
}

/** A system of which only the ranking's rules matter; all nodes stand on level 1. */
export function rulesOf({
  grades = [],
  ranking = {},
  nodes = [],
  items = [],
  kinds = {},
  parents = {},
}: Rules): SystemOutline {
  return {
    ...{
      id: "ranking",
      version: "1.0.0",
      sha256: "",
      files: [],
      title: "示例指标体系",
      notice: "示例",
      digits: 2,
    },
    ...{ levels: ["一级指标"], total: "100", facts: {}, vetoes: [], grades },
    nodes: nodes.map((id) => ({ id, title: id, level: 1, points: "10", contribution: "10" })),
    items: items.map((id) => ({
      ...{ id, title: id, kind: kinds[id] ?? "scored", points: "10" },
      ...(parents[id] === undefined ? {} : { parent: parents[id] }),
      ...{ start: "full" as const, criterion: "" },
      ...{ basis: [], responsible: [], clauses: [] },
    })),
    ranking: { tieBreak: [], ...ranking },
  };
}
