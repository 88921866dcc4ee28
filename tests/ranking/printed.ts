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
    files: [`${code}.xlsx`],
    unit: { code, name: `单位${code}`, facts: { "unit.kind": group } },
    total: { ...settled(total), max: "100", rate: "0" },
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
      ...settled(points),
      ...{ exact: exact(points), exactProven: exact(points), exactClaimed: exact(points) },
    })),
    items: Object.entries(items).map(([id, given]) => {
      const [points, max] = given ?? ["0.00", "0"];
      return { id, ...settled(points), max, status: given ? "scored" : "notApplicable", clauses: [] };
    }),
    gaps: [],
    findings: [],
    evidence: { unitFacts: {}, answers: {}, records: {}, selfScores: {}, documents: [] },
  };
}

/** Nothing is open, and nobody moved anything. */
const settled = (points: string) => ({ points, proven: points, claimed: points, rule: points, self: null });
const exact = (points: string) =>
  `${points.replace(".", "")}/1${"0".repeat(points.split(".")[1]?.length ?? 0)}`;

interface Rules {
  readonly grades?: SystemOutline["grades"];
  readonly ranking?: Partial<SystemOutline["ranking"]>;
  readonly nodes?: readonly string[];
  readonly items?: readonly string[];
}

/** A system of which only the ranking's rules matter; all places stand on level 1. */
export function rulesOf({ grades = [], ranking = {}, nodes = [], items = [] }: Rules): SystemOutline {
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
      ...{ id, title: id, kind: "scored", points: "10", start: "full" as const, criterion: "" },
      ...{ basis: [], responsible: [], clauses: [] },
    })),
    ranking: { tieBreak: [], ...ranking },
  };
}
