import type { IndicatorSystem } from "../../src/model/indicator-system.js";
import { loadSystem } from "../../src/system/load.js";

const SETTLED = { fact: "settled", operator: "equal", value: true };

/** A small system with every type of field, fields by others, a judged clause, an item without fields, and hostile texts. */
export const DOCUMENT = {
  format: "faping-system/1",
  id: "template-fixture",
  version: "1.2.0",
  title: "=法治建设评估指标体系&试行",
  issuer: "某省评估组",
  source: "某省〔2024〕1号",
  notice: "分值为示例，非官方分值",
  levels: ["一级指标", "二级指标", "三级指标"],
  period: { from: "2024-01-01", to: "2024-12-31" },
  total: 13,
  unitFacts: [
    { fact: "kind", label: "类别", type: "choice", options: ["县", "县级市", "市辖区"] },
    { fact: "population", label: "常住人口", type: "number", unit: "万人", min: 0, optional: true },
  ],
  nodes: [
    { id: "1", title: "=1+1 依法履职" },
    { id: "1.1", parent: "1", title: "执法规范" },
    { id: "2", title: "组织保障" },
    { id: "2.1", parent: "2", title: "组织领导" },
  ],
  items: [
    {
      id: "1.1.1",
      parent: "1.1",
      title: '=HYPERLINK("http://x","执法培训")',
      points: 4,
      criterion: "=人均培训不少于60学时，每少1学时扣0.02分，最多扣3分；未建立培训档案的扣1分。",
      responsible: ["司法局", "人社局"],
      mayBeNotApplicable: true,
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
        { fact: "passed", label: "考试合格率", type: "percent", min: 0, max: 100 },
      ],
      derive: [{ fact: "lack", shortfall: { target: 60, of: "hours" } }],
      clauses: [
        { id: "a", deduct: { each: 0.02, per: "lack", cap: 3 }, remedy: "补足培训学时" },
        {
          id: "b",
          when: { fact: "files", operator: "equal", value: false },
          deduct: 1,
        },
      ],
    },
    {
      id: "1.1.2",
      parent: "1.1",
      title: "行政机关负责人出庭应诉",
      points: 4,
      criterion: "出庭率达到95%得满分，达到90%得2分。",
      responsible: ["司法局"],
      onEmpty: "full",
      start: "zero",
      evidence: [
        { fact: "court", label: "负责人出庭率", type: "rate", unit: "件", min: 0, max: 100, documents: 1 },
      ],
      clauses: [
        {
          id: "a",
          award: {
            tiers: {
              of: "court",
              atLeast: [
                [95, 4],
                [90, 2],
              ],
            },
          },
        },
      ],
    },
    {
      id: "2.1.1",
      parent: "2.1",
      title: "法治规划",
      points: 2,
      criterion: "印发规划得1分，等次为优得1分。",
      responsible: ["司法局"],
      start: "zero",
      evidence: [
        {
          fact: "issued",
          label: "规划印发日期",
          type: "date",
          min: "2020-01-01",
          max: "2024-12-31",
          documents: 1,
        },
        { fact: "level", label: "规划评估等次", type: "choice", options: ["优", "良", "中"] },
        { fact: "long", label: "规划类型", type: "choice", options: ["县, 乡一体", "分设"], optional: true },
        { fact: "remarks", label: "规划名称", type: "text", optional: true },
      ],
      clauses: [
        { id: "a", when: { fact: "issued", operator: "onOrBefore", value: "2024-12-31" }, award: 1 },
        { id: "b", award: { choice: "level", points: { 优: 1, 良: 0.5, 中: 0 } } },
      ],
    },
    { id: "2.1.2", parent: "2.1", title: "基本情况", kind: "info" },
    {
      id: "2.1.3",
      parent: "2.1",
      title: "化解纠纷",
      points: 3,
      criterion: "化解纠纷每件得0.5分，最多1分；组织有力的，酌情加0至1分；群众满意度达到80%得1分。",
      responsible: ["信访局", "司法局"],
      start: "zero",
      evidence: [
        {
          fact: "disputes",
          label: "化解的纠纷",
          type: "records",
          documents: 1,
          columns: [
            { fact: "name", label: "纠纷名称", type: "text" },
            { fact: "closed", label: "结案日期", type: "date", min: "2024-01-01", max: "2024-12-31" },
            { fact: "kind", label: "类型", type: "choice", options: ["行政", "民事"] },
            { fact: "amount", label: "涉及金额", type: "number", unit: "万元", min: 0, optional: true },
            { fact: "settled", label: "是否履行", type: "boolean" },
          ],
        },
        { fact: "satisfaction", label: "群众满意度", type: "rate", by: "third-party", unit: "人", max: 100 },
        { fact: "rated", label: "=组织评价", type: "integer", by: "assessor", min: 0, max: 10 },
      ],
      derive: [{ fact: "settledDisputes", count: { of: "disputes", where: SETTLED } }],
      clauses: [
        { id: "a", award: { each: 0.5, per: "settledDisputes", cap: 1 } },
        { id: "b", award: { judge: { min: 0, max: 1, step: 0.25 } } },
        { id: "c", when: { fact: "satisfaction", operator: "greaterThanInclusive", value: 80 }, award: 0.5 },
        { id: "d", when: { fact: "rated", operator: "greaterThanInclusive", value: 5 }, award: 0.5 },
      ],
    },
    {
      id: "B1",
      title: "获得表彰",
      kind: "bonus",
      max: 3,
      criterion: "每项国家级表彰加1分，最多3分。",
      evidence: [{ fact: "awards", label: "国家级表彰数", type: "integer", unit: "项", min: 0 }],
      clauses: [{ id: "a", award: { each: 1, per: "awards" } }],
    },
    {
      id: "D1",
      title: "被通报批评",
      kind: "deduction",
      max: 2,
      criterion: "每被通报一次扣0.5分。",
      evidence: [{ fact: "criticised", label: "被通报次数", type: "integer", unit: "次", min: 0 }],
      clauses: [{ id: "a", deduct: { each: 0.5, per: "criticised" } }],
    },
  ],
  bonus: { cap: 3 },
  deduction: { cap: 2 },
};

export function load(document: unknown): IndicatorSystem {
  const bytes = new TextEncoder().encode(JSON.stringify(document));
  const { system, findings } = loadSystem({ name: "system.json", bytes, read: () => undefined });
  if (!system) throw new Error(JSON.stringify(findings, null, 2));
  return system;
}
