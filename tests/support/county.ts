import ExcelJS from "exceljs";
import type { UnitAnswers } from "../../scripts/samples/answers.js";
import { fill } from "../../scripts/samples/fill.js";
import type { IndicatorSystem } from "../../src/model/indicator-system.js";
import { writeTemplate } from "../../src/template/template.js";
import { systemOf } from "./case.js";

/** A small system with a field of every type; “1.10” is an id that a spreadsheet would take for 1.1. */
export const COUNTY_DOCUMENT = {
  format: "faping-system/1",
  id: "county",
  version: "1.2",
  title: "法治政府建设试行指标",
  levels: ["一级指标", "二级指标", "三级指标"],
  period: { from: "2024-01-01", to: "2024-12-31" },
  total: 10,
  bonus: { cap: 2 },
  deduction: { cap: 2 },
  unitFacts: [
    { fact: "kind", label: "类别", type: "choice", options: ["县", "县级市", "市辖区"] },
    { fact: "population", label: "常住人口", type: "number", unit: "万人", min: 0, optional: true },
  ],
  nodes: [
    { id: "A", title: "依法履职" },
    { id: "A1", parent: "A", title: "执法规范" },
    { id: "B", title: "组织保障" },
    { id: "B0", parent: "B", title: "组织领导" },
  ],
  items: [
    {
      id: "1.1",
      parent: "A1",
      title: "执法培训",
      points: 4,
      responsible: ["司法局"],
      mayBeNotApplicable: true,
      onEmpty: "full",
      evidence: [
        {
          fact: "hours",
          label: "人均培训学时",
          type: "number",
          unit: "学时",
          min: 0,
          max: 500,
          documents: 2,
        },
        { fact: "files", label: "是否建立培训档案", type: "boolean" },
        { fact: "people", label: "执法人员数", type: "integer", unit: "人", min: 0 },
        { fact: "passed", label: "考试合格率", type: "percent" },
        { fact: "briefs", label: "简报数", type: "integer", unit: "篇", min: 0 },
      ],
      derive: [{ fact: "lack", shortfall: { target: 60, of: "hours" } }],
      clauses: [
        { id: "a", deduct: { each: 0.02, per: "lack", cap: 3 } },
        { id: "b", when: { fact: "files", operator: "equal", value: false }, deduct: 1 },
      ],
    },
    {
      id: "1.2",
      parent: "A1",
      title: "负责人出庭应诉",
      points: 2,
      responsible: ["司法局"],
      onEmpty: "full",
      start: "zero",
      evidence: [{ fact: "court", label: "负责人出庭率", type: "rate", unit: "件", documents: 1 }],
      clauses: [{ id: "a", award: { tiers: { of: "court", atLeast: [[95, 2]] } } }],
    },
    {
      id: "1.10",
      parent: "A1",
      title: "信息报送",
      points: 2,
      responsible: ["司法局"],
      evidence: [{ fact: "reports", label: "简报数", type: "integer", unit: "篇", min: 0 }],
      clauses: [{ id: "a", when: { fact: "reports", operator: "lessThan", value: 1 }, deduct: 2 }],
    },
    {
      id: "2.1",
      parent: "B0",
      title: "法治规划",
      points: 2,
      responsible: ["司法局"],
      start: "zero",
      evidence: [
        {
          fact: "issued",
          label: "规划印发日期",
          type: "date",
          min: "2020-01-01",
          max: "2025-12-31",
          documents: 1,
        },
        { fact: "level", label: "规划评估等次", type: "choice", options: ["优", "良", "基本 合格"] },
        { fact: "name", label: "规划名称", type: "text", optional: true },
      ],
      clauses: [
        { id: "a", when: { fact: "issued", operator: "onOrBefore", value: "2024-12-31" }, award: 1 },
        { id: "b", award: { choice: "level", points: { 优: 1, 良: 0.5, "基本 合格": 0 } } },
      ],
    },
    { id: "2.2", parent: "B0", title: "基本情况", kind: "info" },
    {
      id: "B1",
      title: "获得表彰",
      kind: "bonus",
      max: 2,
      responsible: ["司法局"],
      evidence: [{ fact: "awards", label: "表彰数", type: "integer", unit: "项", min: 0 }],
      clauses: [{ id: "a", award: { each: 1, per: "awards" } }],
    },
    {
      id: "D1",
      title: "被通报批评",
      kind: "deduction",
      max: 2,
      responsible: ["司法局"],
      evidence: [{ fact: "criticised", label: "被通报次数", type: "integer", unit: "次", min: 0 }],
      clauses: [{ id: "a", deduct: { each: 0.5, per: "criticised" } }],
    },
  ],
};

export const COUNTY: IndicatorSystem = systemOf(COUNTY_DOCUMENT);

const document = (title: string) => ({ title, reference: `某政发〔2024〕${title.length}号` });
const PLAN = document("法治建设规划");
const ROSTER = document("培训台账");
const NOTICE = document("培训通知文件");
const RULING = document("出庭应诉情况统计表");

/** What the county of the cases has filled in; nothing in it is worth a finding. */
export const COUNTY_ANSWERS: UnitAnswers = {
  basics: { name: "甲县", code: "110101", "unit.kind": "县", "unit.population": 42.5 },
  answers: {
    "1.1/hours": { value: 45.5, documents: [ROSTER, NOTICE], self: 3.5 },
    "1.1/files": { value: "是" },
    "1.1/people": { value: 120 },
    "1.1/passed": { value: "95%" },
    "1.1/briefs": { value: 4 },
    "1.2/court.numerator": { value: 38, documents: [RULING], self: 2 },
    "1.2/court.denominator": { value: 40 },
    "1.2/court": { value: 95 },
    "1.10/reports": { value: 2, self: 2 },
    "2.1/issued": { value: new Date("2024-03-01T00:00:00Z"), documents: [PLAN], self: 2 },
    "2.1/level": { value: "优" },
    "2.1/name": { value: "甲县法治建设规划" },
    "B1/awards": { value: 1, self: 1 },
    "D1/criticised": { value: 0 },
  },
  notices: [],
};

/** The template, filled in. */
export const filledCounty = async (): Promise<Uint8Array> =>
  fill(await writeTemplate(COUNTY), COUNTY_ANSWERS);

/** A workbook in the hands of exceljs. */
export async function open(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.slice().buffer as unknown as Parameters<typeof book.xlsx.load>[0]);
  return book;
}

export const save = async (book: ExcelJS.Workbook): Promise<Uint8Array> =>
  new Uint8Array(await book.xlsx.writeBuffer());
