import fc from "fast-check";
import { expect, it } from "vitest";
import { fill } from "../../scripts/samples/fill.js";
import { scoreFiles } from "../../src/index.js";
import type { Submission } from "../../src/model/submission.js";
import { readFile } from "../../src/run/read-file.js";
import { writeTemplate } from "../../src/template/template.js";
import { contentOf } from "../support/in-words.js";
import { HEAD, mapping, SYSTEM, UNIT, workbook } from "./foreign.js";

const BY_TITLE = mapping({
  ...HEAD,
  unit: UNIT,
  sheets: [
    {
      columns: {
        ...{ title: "三级指标", field: "填报项", value: "数据", numerator: "分子", denominator: "分母" },
        ...{ documents: "材料", self: "自评" },
      },
    },
  ],
});
const BY_ROWS = mapping({
  ...HEAD,
  matrix: {
    ...{ units: "rows", name: "单位", code: "代码" },
    facts: { 学时: "hours", 实: "court.numerator", 应: "court.denominator", 清单: "listed", 调整: "updated" },
    self: { 自评: "1.1" },
  },
});

const YES = { true: "是", false: "否" } as const;

/** What one county says. */
const said = fc.record({
  hours: fc.integer({ min: 0, max: 8000 }).map((n) => n / 100),
  due: fc.integer({ min: 0, max: 40 }),
  lacking: fc.integer({ min: 0, max: 5 }),
  listed: fc.boolean(),
  updated: fc.boolean(),
  self: fc.integer({ min: 0, max: 400 }).map((n) => n / 100),
});

const template = await writeTemplate(SYSTEM);
const withoutDocuments = ({ documents: _, ...rest }: ReturnType<typeof contentOf>) => rest;
const contents = (submission: Submission | undefined) =>
  submission && withoutDocuments(contentOf(submission));

it("the same answers through our own form and through each foreign one are the same submission and the same score", async () => {
  const check = fc.asyncProperty(said, async ({ hours, due, lacking, listed, updated, self }) => {
    const came = Math.max(0, due - lacking);
    const material = { title: "台账" };
    const own = await fill(template, {
      basics: { name: "甲县", code: "990001" },
      answers: {
        "1.1/hours": { value: hours, documents: [material], self },
        "1.2/court.numerator": { value: came },
        "1.2/court.denominator": { value: due },
        "1.3/listed": { value: YES[`${listed}`] },
        "1.3/updated": { value: YES[`${updated}`] },
      },
      notices: [],
    });
    const byTitle = await workbook({
      rows: [
        ["填报单位：甲县"],
        ["三级指标", "填报项", "数据", "分子", "分母", "材料", "自评"],
        ["执法人员培训（4分）", "人均培训学时", `${hours}学时`, null, null, "台账", self],
        ["负责人出庭应诉", "出庭应诉率", null, came, due],
        ["制度公开", "是否公布清单", YES[`${listed}`]],
        [null, "是否动态调整", YES[`${updated}`]],
      ],
      merges: ["A5:A6"],
    });
    const byRows = await workbook({
      rows: [
        ["单位", "代码", "学时", "实", "应", "清单", "调整", "自评"],
        ["甲县", 990001, hours, came, due, YES[`${listed}`], YES[`${updated}`], self],
      ],
    });
    const files = [
      readFile(SYSTEM, { name: "a.xlsx", bytes: own }),
      readFile(SYSTEM, { name: "a.xlsx", bytes: byTitle }, [BY_TITLE]),
      readFile(SYSTEM, { name: "a.xlsx", bytes: byRows }, [BY_ROWS]),
    ] as const;
    const submissions = [files[0].submission, files[1].submission, files[2].units?.[0]?.submission];
    const strip = (submission: Submission | undefined) =>
      JSON.parse(JSON.stringify(contents(submission) ?? null).replaceAll(/ \[[^\]]*\]/g, ""));
    const answers = submissions.map((one) => strip(one));
    // What nobody gave is blank where it was asked for, and has no row where it was not.
    for (const one of answers) {
      if (one.answers.court === "blank") delete one.answers.court;
      if (one.unitFacts["unit.kind"] === "blank") delete one.unitFacts["unit.kind"];
    }
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    const totals = await Promise.all(
      files.map(
        async (file) =>
          (await scoreFiles(SYSTEM, [file], { language: "zh-CN" })).assessments[0]?.total.points,
      ),
    );
    expect(new Set(totals).size).toBe(1);
  });
  await fc.assert(check, { seed: 20241127, numRuns: 12 });
});
