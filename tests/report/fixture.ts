import type { AssessmentJson, GapJson, ItemResultJson, Results } from "../../src/model/results.js";

/**
 * Results made by hand: two level-1 places, three items and a bonus; 甲县 and 乙县 tied, 丙县 disqualified,
 * 丁县 with too little handed in, one file returned. All places are invented.
 */
const source = (cell: string) => ({ file: "甲县.xlsx", sheet: "指标填报", cell });

const item = (
  id: string,
  points: string,
  max: string,
  more: Partial<ItemResultJson> = {},
): ItemResultJson => ({
  id,
  status: "scored",
  points,
  proven: points,
  claimed: points,
  max,
  weight: "1",
  self: null,
  rule: points,
  clauses: [],
  ...more,
});

const GAPS: GapJson[] = [
  {
    kind: "below-standard",
    item: "1.1",
    clause: "a",
    lost: "6.125",
    lostTotal: "6.125",
    actual: [
      { fact: "court", value: "92", status: "known", sources: [source("I5"), source("I6")] },
      { fact: "files", value: false, status: "known", sources: [source("I7"), source("I6")] },
    ],
    required: { fact: "court", operator: "greaterThanInclusive", value: "100" },
    steps: [
      { fact: "court", to: "95", gain: "0.4" },
      { fact: "court", to: "100", gain: "6.125" },
    ],
    remedy: "落实出庭应诉制度",
    responsible: ["司法局", "各乡镇"],
    message: "负责人出庭率为92%，未达到100%",
  },
  {
    kind: "missing",
    item: "2.1",
    clause: "b",
    lost: "3",
    lostTotal: "3",
    actual: [{ fact: "hours", value: null, status: "blank", sources: [source("I9")] }],
    unmet: {
      all: [
        { fact: "hours", operator: "greaterThanInclusive", value: "60" },
        {
          any: [
            { fact: "files", operator: "equal", value: true },
            { not: { fact: "court", operator: "lessThan", value: { fact: "hours" } } },
          ],
        },
      ],
    },
    steps: [],
    responsible: [],
    message: "人均培训学时未填报",
  },
  {
    kind: "pending",
    veto: "v1",
    lost: "0",
    lostTotal: "0",
    actual: [],
    steps: [],
    responsible: [],
    message: "“发生重大负面事件”待核实",
  },
];

function node(
  id: string,
  applicable: boolean,
  points: string,
  exact: string,
  max: string,
  rate: string | null,
): AssessmentJson["nodes"][number] {
  const printed = { points, proven: points, claimed: points, rule: points, self: null };
  return { id, applicable, ...printed, exact, exactProven: exact, exactClaimed: exact, max, rate };
}

function assessment(
  file: string,
  unit: [code: string, name: string],
  total: string,
  more: Partial<AssessmentJson> = {},
): AssessmentJson {
  return {
    files: [file],
    unit: { code: unit[0], name: unit[1], facts: { "unit.kind": "县" } },
    total: {
      points: total,
      proven: "80.00",
      claimed: "92.50",
      max: "100.00",
      rate: String(Number(total) / 100),
      rule: total,
      self: null,
    },
    bonus: "1.00",
    deduction: "0.00",
    coverage: "0.953125",
    grade: null,
    vetoes: [],
    nodes: [
      node("1", true, "53.88", "4310/80", "60.00", "0.897917"),
      node("2", true, "33.47", "3347/100", "40.00", "0.83675"),
    ],
    items: [
      item("1.1", "33.88", "40.00"),
      item("1.2", "20.00", "20.00"),
      item("2.1", "33.47", "40.00", { status: "partial" }),
      item("B1", "1.00", "3.00"),
    ],
    gaps: [],
    findings: [],
    evidence: { unitFacts: {}, answers: {}, records: {}, selfScores: {}, documents: [] },
    ...more,
  };
}

/** What was found in 甲县.xlsx. */
const FOUND: AssessmentJson["findings"] = [
  {
    code: "E19",
    sheet: "指标填报",
    cell: "I9",
    item: "2.1",
    fact: "hours",
    params: {},
    message: "应为数字，实际为“60余”",
  },
  { code: "W01", params: {}, message: "含宏，已忽略" },
];

export const RESULTS: Results = {
  format: "faping-results/1",
  engine: { name: "faping", version: "0.1.0" },
  language: "zh-CN",
  system: {
    id: "report-fixture",
    version: "2.0.0",
    sha256: "ab".repeat(32),
    files: [],
    title: "法治建设评估（试行）",
    issuer: "某省评估组",
    notice: "分值为示例，非官方分值",
    levels: ["一级指标", "二级指标"],
    total: "100",
    digits: 2,
    nodes: [
      { id: "1", title: "依法履职", level: 1, points: "60", contribution: "60" },
      { id: "2", title: "组织保障", level: 1, points: "40", contribution: "40" },
    ],
    items: [
      ["1.1", "1", "=SUM(A1:A9)出庭应诉", "scored", "40"],
      ["1.2", "1", "行政复议", "scored", "20"],
      ["2.1", "2", "法治培训", "scored", "40"],
      ["B1", undefined, "获得表彰", "bonus", "3"],
    ].map(([id = "", parent, title = "", kind, points = ""]) => ({
      id,
      ...(parent === undefined ? {} : { parent }),
      title,
      kind: kind as "scored" | "bonus",
      points,
      start: "full" as const,
      criterion: "…",
      basis: [],
      responsible: ["司法局"],
      clauses: [{ id: "a", kind: "award", whole: points }],
    })),
    facts: {
      court: { label: "负责人出庭率", unit: "%" },
      files: { label: "是否建立档案" },
      hours: { label: "人均培训学时", unit: "学时" },
    },
    vetoes: [{ id: "v1", title: "发生重大负面事件" }],
    grades: [
      { name: "优秀", min: "85", eachLevel1AtLeast: "0.7", quota: "0.3" },
      { name: "合格", min: "60" },
    ],
    ranking: { groupBy: "unit.kind", tieBreak: ["2", "bonus"], minCoverage: "0.6" },
  },
  inputs: [
    { file: "丁县.xlsx", sha256: "d".repeat(64), bytes: 10, outcome: "scored", findings: [] },
    {
      file: "戊县.xls",
      sha256: "e".repeat(64),
      bytes: 10,
      outcome: "returned",
      findings: [{ code: "E02", params: {}, message: "不是 .xlsx 文件" }],
    },
    {
      file: "甲县.xlsx",
      sha256: "a".repeat(64),
      bytes: 10,
      outcome: "scored",
      unit: { code: "990101", name: "甲县" },
      findings: FOUND,
    },
    { file: "丙县.xlsx", sha256: "c".repeat(64), bytes: 10, outcome: "scored", findings: [] },
    { file: "乙县.xlsx", sha256: "b".repeat(64), bytes: 10, outcome: "scored", findings: [] },
    {
      file: "己县.xlsx",
      sha256: "f".repeat(64),
      bytes: 10,
      outcome: "manual",
      findings: [],
      reason: "文件已不在原处",
    },
  ],
  assessments: [
    assessment("甲县.xlsx", ["990101", "甲县"], "88.35", {
      grade: "合格",
      gaps: GAPS,
      vetoes: [
        {
          id: "v1",
          status: "pending",
          effect: { kind: "zero", place: "2" },
          facts: [],
          lost: "0.00",
        },
      ],
      findings: FOUND,
    }),
    assessment("乙县.xlsx", ["990102", "=1+1"], "88.35", {
      grade: "合格",
      total: {
        points: "88.35",
        proven: "88.35",
        claimed: "88.35",
        max: "100.00",
        rate: "0.8835",
        rule: "88.35",
        self: "95.00",
      },
      nodes: [
        node("1", true, "88.35", "88.35", "100.00", "0.8835"),
        node("2", false, "0.00", "0.00", "0.00", null),
      ],
      items: [
        item("1.1", "40.00", "40.00"),
        item("1.2", "20.00", "20.00"),
        item("2.1", "0.00", "0.00", { status: "notApplicable" }),
        item("B1", "0.00", "3.00"),
      ],
    }),
    assessment("丙县.xlsx", ["990103", "丙县\u0007"], "91.00", {
      vetoes: [{ id: "v1", status: "applied", effect: { kind: "disqualify" }, facts: [], lost: "0.00" }],
    }),
    assessment("丁县.xlsx", ["990104", "丁县"], "20.00", { coverage: "0.25" }),
  ],
  ranking: {
    groups: [
      {
        group: "县",
        ranked: [
          {
            code: "990101",
            name: "甲县",
            rank: 1,
            tied: true,
            best: 1,
            worst: 2,
            total: "88.35",
            grade: "合格",
          },
          {
            code: "990102",
            name: "=1+1",
            rank: 1,
            tied: true,
            best: 1,
            worst: 1,
            total: "88.35",
            grade: "合格",
          },
        ],
      },
    ],
    lines: [],
    apart: [
      { code: "990103", name: "丙县\u0007", group: "县", reason: "disqualified", total: "91.00" },
      { code: "990104", name: "丁县", group: "县", reason: "coverage", total: "20.00" },
    ],
  },
};

/** The same for many units and items: what a province hands in. */
export function manyResults(units: number, items: number): Results {
  const [first] = RESULTS.assessments;
  const [outline] = RESULTS.system.items;
  if (!first || !outline) throw new Error("an empty fixture");
  const ids = Array.from({ length: items }, (_, index) => `1.${index + 1}`);
  const codes = Array.from({ length: units }, (_, index) => String(100001 + index));
  return {
    ...RESULTS,
    system: {
      ...RESULTS.system,
      items: ids.map((id, index) => ({ ...outline, id, title: `指标${index + 1}：依法全面履行政府职能` })),
    },
    inputs: codes.map((code) => ({
      file: `${code}.xlsx`,
      sha256: "",
      bytes: 1,
      outcome: "scored",
      findings: [],
    })),
    assessments: codes.map((code, index) => ({
      ...first,
      files: [`${code}.xlsx`],
      unit: { ...first.unit, code, name: `第${index + 1}县` },
      items: ids.map((id, at) => item(id, String((index + at * 7) % 41), "40.00")),
    })),
    ranking: {
      groups: [
        {
          group: "县",
          ranked: codes.map((code, index) => ({
            code,
            name: code,
            rank: index + 1,
            tied: false,
            best: index + 1,
            worst: index + 1,
            total: "88.35",
            grade: null,
          })),
        },
      ],
      lines: [],
      apart: [],
    },
  };
}
