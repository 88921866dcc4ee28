import type { IndicatorSystem } from "../../src/model/indicator-system.js";
import { systemOf } from "./case.js";

/** A system with lists of records, fields that others supply and a clause that is judged. */
export const COURT_COUNTY: IndicatorSystem = systemOf({
  format: "faping-system/1",
  id: "court-county",
  version: "1.0",
  title: "依法行政试行指标",
  levels: ["一级指标", "二级指标"],
  period: { from: "2024-01-01", to: "2024-12-31" },
  total: 10,
  bonus: { cap: 2 },
  unitFacts: [{ fact: "kind", label: "类别", type: "choice", options: ["县", "市辖区"] }],
  nodes: [
    { id: "1", title: "执法" },
    { id: "2", title: "评价" },
  ],
  items: [
    {
      id: "1.1",
      parent: "1",
      title: "案件办理",
      points: 4,
      floor: 1,
      responsible: ["司法局"],
      mayBeNotApplicable: true,
      onEmpty: "full",
      evidence: [
        {
          fact: "cases",
          label: "执法案件",
          type: "records",
          documents: 1,
          columns: [
            { fact: "title", label: "案件名称", type: "text" },
            { fact: "filed", label: "立案日期", type: "date" },
            { fact: "amount", label: "罚款金额", type: "number", unit: "万元", min: 0, optional: true },
          ],
        },
        { fact: "hours", label: "培训学时", type: "number", unit: "学时", min: 0, max: 100 },
      ],
      derive: [
        { fact: "caseCount", count: { of: "cases" } },
        { fact: "lack", shortfall: { target: 60, of: "hours" } },
      ],
      clauses: [
        { id: "a", when: { fact: "caseCount", operator: "lessThan", value: 2 }, deduct: 2 },
        { id: "b", deduct: { each: 0.1, per: "lack", cap: 2 } },
      ],
    },
    {
      id: "1.2",
      parent: "1",
      title: "出庭应诉",
      points: 2,
      responsible: ["公安局"],
      start: "zero",
      onEmpty: "full",
      evidence: [{ fact: "court", label: "出庭率", type: "rate", unit: "件" }],
      clauses: [{ id: "a", award: { share: "court" } }],
    },
    {
      id: "2.1",
      parent: "2",
      title: "社会评价",
      points: 4,
      responsible: ["司法局"],
      start: "zero",
      onEmpty: "full",
      evidence: [
        { fact: "satisfaction", label: "群众满意度", type: "percent", by: "third-party" },
        { fact: "appeals", label: "败诉率", type: "rate", unit: "件", by: "third-party" },
        { fact: "lessons", label: "评价", type: "integer", unit: "次", min: 0, by: "assessor" },
        { fact: "visits", label: "评价", type: "integer", unit: "次", min: 0, by: "assessor" },
      ],
      clauses: [
        { id: "a", award: { share: "satisfaction", of: 2 } },
        { id: "b", award: { judge: { min: 0.5, max: 2, step: 0.5 } } },
        { id: "c", when: { fact: "appeals", operator: "greaterThan", value: 50 }, deduct: 1 },
        { id: "d", when: { fact: "lessons", operator: "lessThan", value: 1 }, deduct: 1 },
        { id: "e", when: { fact: "visits", operator: "lessThan", value: 1 }, deduct: 1 },
      ],
    },
    { id: "2.2", parent: "2", title: "基本情况", kind: "info" },
    {
      id: "B1",
      title: "获得表彰",
      kind: "bonus",
      max: 2,
      responsible: ["公安局"],
      evidence: [{ fact: "awards", label: "表彰数", type: "integer", unit: "项", min: 0 }],
      clauses: [{ id: "a", award: { each: 1, per: "awards" } }],
    },
  ],
});
