import type { AssessmentJson, ItemResultJson, Results } from "../../src/model/results.js";
import { RESULTS } from "./fixture.js";

/**
 * The same units after verification by a panel of two: 甲县 hands in by departments, is corrected, judged
 * and given points as a whole; 乙县 was only accepted. 甲县 may yet fall below the line of its grade.
 */
const cell = (file: string, ...cells: string[]) =>
  cells.map((one) => ({ file, sheet: "指标填报", cell: one }));
const A = "甲县-核查-1.xlsx";
const B = "甲县-核查-2.xlsx";
const signed = (reason: string, sources = cell(A, "N5")) => ({
  reason,
  by: "王评委",
  date: "2025-03-01",
  sources,
});

const [first, second, ...others] = RESULTS.assessments as [AssessmentJson, AssessmentJson];
const [group] = RESULTS.ranking.groups;

const CHANGED: Record<string, Partial<ItemResultJson>> = {
  "1.1": {
    self: "40",
    rule: "36.00",
    verification: {
      fields: [
        { fact: "court", verdict: "value", reported: "95", value: "92", ...signed("卷宗显示两件未出庭") },
        { fact: "files", verdict: "accepted", reported: true, value: true, ...signed("", cell(A, "N6")) },
      ],
      rows: [],
      judgements: [],
    },
  },
  "1.2": {
    self: "20",
    rule: "19.00",
    verification: {
      fields: [],
      rows: [{ fact: "cases", row: cell("甲县.xlsx", "A7")[0] ?? never(), ...signed("重复登记") }],
      judgements: [
        { clause: "j", points: "4", ...signed("制度健全，执行一般", [...cell(A, "N8"), ...cell(B, "N8")]) },
      ],
    },
  },
  "2.1": {
    self: "39.5",
    rule: "35.00",
    verification: {
      fields: [{ fact: "hours", verdict: "rejected", reported: "60", value: null, ...signed("无签到记录") }],
      rows: [],
      judgements: [],
      score: { points: "33.47", ...signed("现场抽查不合格") },
    },
  },
};

function never(): never {
  throw new Error("an empty fixture");
}

const corrected: AssessmentJson = {
  ...first,
  total: { ...first.total, self: "99.50", rule: "91.00" },
  nodes: first.nodes.map((node) =>
    node.id === "1" ? { ...node, self: "60.00", rule: "55.00" } : { ...node, self: "39.50", rule: "35.00" },
  ),
  items: first.items.map((item) => ({ ...item, ...CHANGED[item.id] })),
  gaps: [
    ...first.gaps,
    {
      kind: "judged",
      item: "2.1",
      lost: "1.53",
      lostTotal: "1.53",
      actual: [],
      steps: [],
      responsible: ["司法局"],
      message: "评估方核定后失分",
    },
    {
      kind: "rejected",
      item: "2.1",
      clause: "a",
      lost: "1",
      lostTotal: "1",
      actual: [{ fact: "hours", value: null, status: "rejected", sources: cell("甲县.xlsx", "I9") }],
      steps: [],
      responsible: ["司法局"],
      message: "核查不予认可：人均培训学时",
    },
  ],
  departments: { handedIn: ["司法局", "县法院"], missing: ["人社局"] },
  disagreements: [
    {
      item: "1.1",
      fact: "court",
      votes: [
        { file: A, by: "王评委", found: { value: { number: "92" } }, sources: cell(A, "M5") },
        { file: B, by: "", found: { verdict: "accepted" }, sources: [] },
      ],
      taken: { value: { number: "92" } },
    },
    {
      item: "1.2",
      clause: "j",
      votes: [
        { file: A, by: "王评委", found: { points: "3" }, sources: cell(A, "N8") },
        { file: B, by: "李评委", found: { points: "5" }, sources: cell(B, "N8") },
      ],
      taken: { points: "4" },
    },
    { item: "2.1", votes: [] },
  ],
  verification: { files: [A, B], fields: {}, scores: {}, judgements: {}, rows: {} },
};

const finding = (code: string, message: string) => ({ code, params: {}, message });

export const VERIFIED: Results = {
  ...RESULTS,
  system: {
    ...RESULTS.system,
    facts: { ...RESULTS.system.facts, cases: { label: "行政复议案件", unit: "条" } },
  },
  facts: [
    { file: "法院数据.csv", sha256: "1".repeat(64), bytes: 5, outcome: "used", findings: [] },
    { file: "旧数据.csv", sha256: "2".repeat(64), bytes: 5, outcome: "unused", findings: [] },
  ],
  verified: [
    {
      file: A,
      sha256: "3".repeat(64),
      bytes: 5,
      outcome: "used",
      unit: { code: "990101", name: "甲县" },
      findings: [finding("W09", "所据的申报材料与现在报送的文件不同")],
    },
    {
      file: "庚县-核查.xlsx",
      sha256: "4".repeat(64),
      bytes: 5,
      outcome: "returned",
      unit: { code: "990107", name: "庚县" },
      findings: [finding("E28", "不是本体系的核查表")],
    },
  ],
  panel: "trimmed",
  agreement: [
    { item: "1.1", units: 3, pairs: 3, percent: "0.666667", alpha: "0.8125" },
    { item: "1.2", units: 2, pairs: 2, percent: "1", alpha: null },
  ],
  assessments: [
    corrected,
    {
      ...second,
      items: second.items.map((item) => (item.id === "1.1" ? { ...item, self: "42" } : item)),
      verification: { files: ["乙县-核查.xlsx"], fields: {}, scores: {}, judgements: {}, rows: {} },
    },
    ...others,
  ],
  ranking: {
    ...RESULTS.ranking,
    groups: group ? [group] : [],
    lines: [
      {
        code: "990101",
        name: "甲县",
        group: "县",
        grade: "合格",
        reached: true,
        items: [
          { item: "1.1", up: "2", down: "30.5", alone: true },
          { item: "2.1", up: "0", down: "3", alone: false },
        ],
      },
    ],
  },
};
