import type { IndicatorSystem } from "../../src/model/indicator-system.js";
import type { Results } from "../../src/model/results.js";
import type { ReadFile } from "../../src/run/read-file.js";
import { type RunOptions, scoreFiles } from "../../src/run/score-files.js";
import { type CaseUnit, submissionOf } from "../support/case.js";

/** What reading a unit's workbook would have come to. */
export function fileOf(system: IndicatorSystem, unit: CaseUnit, more: Partial<ReadFile> = {}): ReadFile {
  const submission = submissionOf(system, unit);
  return {
    file: submission.files[0] ?? "",
    sha256: unit.code.padStart(64, "0"),
    bytes: 1,
    unit: submission.unit,
    submission,
    findings: [],
    ...more,
  };
}

export const run = (
  system: IndicatorSystem,
  units: readonly CaseUnit[],
  options: Partial<RunOptions> = {},
): Promise<Results> =>
  scoreFiles(
    system,
    units.map((unit) => fileOf(system, unit)),
    { language: "zh-CN", ...options },
  );

/** A system of one level: hours are worth 10 points, a tenth lost for each below 60; cases are compared. */
export const SYSTEM = {
  format: "faping-system/1",
  id: "run",
  version: "1.0.0",
  title: "示例指标体系",
  levels: ["指标"],
  total: 20,
  items: [
    {
      id: "H",
      title: "学时",
      points: 10,
      criterion: "满60学时得10分，每少1学时扣0.1分。",
      responsible: ["司法局"],
      remedy: "补足学时。",
      onEmpty: "full",
      evidence: [
        { fact: "hours", label: "学时", type: "number" },
        { fact: "open", label: "是否公开", type: "boolean" },
      ],
      derive: [{ fact: "short", shortfall: { target: 60, of: "hours" } }],
      clauses: [
        { id: "a", deduct: { each: 0.1, per: "short" } },
        {
          id: "b",
          when: { all: [{ fact: "open", operator: "equal", value: false }] },
          deduct: 2,
        },
      ],
    },
    {
      id: "C",
      title: "办案量",
      points: 10,
      criterion: "与最高值之比。",
      responsible: ["市场监管局"],
      remedy: "增加办案。",
      onEmpty: "zero",
      start: "zero",
      evidence: [{ fact: "cases", label: "办案量", type: "number" }],
      derive: [{ fact: "share", ratio: ["cases", { cohort: "max", of: "cases" }] }],
      clauses: [{ id: "a", award: { share: "share" } }],
    },
  ],
  grades: [{ name: "优秀", min: 15 }],
};

export const JIA: CaseUnit = {
  code: "1",
  name: "甲县",
  answers: { hours: 60, open: true, cases: 8 },
  self: { H: 10 },
};
export const YI: CaseUnit = { code: "2", name: "乙县", answers: { hours: 50, open: true, cases: 10 } };
export const BING: CaseUnit = { code: "3", name: "丙县", answers: { hours: 40, open: false, cases: 5 } };
