import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/model/finding.js";
import { scoreFiles } from "../../src/run/score-files.js";
import { type CaseUnit, systemOf } from "../support/case.js";
import { fileOf, SYSTEM } from "./run.js";

const system = systemOf(SYSTEM);
const part = (file: string, answers: CaseUnit["answers"], more: object = {}) => {
  const read = fileOf(system, { code: "1", name: "甲县", answers: answers ?? {} }, { file, ...more });
  return read.submission ? { ...read, submission: { ...read.submission, files: [file] } } : read;
};
const blank = (file: string, item: string, fact: string): Finding => ({
  code: "E23",
  file,
  sheet: "指标填报",
  item,
  fact,
  params: { label: fact, type: "number" },
});
const score = (...files: ReturnType<typeof part>[]) => scoreFiles(system, files, { language: "zh-CN" });

describe("files of one unit", () => {
  it("from several departments are one submission", async () => {
    const results = await score(
      part("司法局.xlsx", { hours: 60, open: true }, { part: "司法局" }),
      part("市监局.xlsx", { cases: 8 }, { part: "市场监管局" }),
    );
    expect(results.inputs.map(({ file, outcome, part: whose }) => [file, outcome, whose])).toEqual([
      ["司法局.xlsx", "scored", "司法局"],
      ["市监局.xlsx", "scored", "市场监管局"],
    ]);
    const [assessment] = results.assessments;
    expect(assessment?.files).toEqual(["司法局.xlsx", "市监局.xlsx"]);
    // 10 for the hours, and 10 of 10 for being alone at the top.
    expect(assessment?.total.points).toBe("20.00");
    expect(assessment?.departments).toEqual({ handedIn: ["司法局", "市场监管局"], missing: [] });
  });

  it("tell which departments have not handed in", async () => {
    const { assessments } = await score(part("司法局.xlsx", { hours: 60, open: true }, { part: "司法局" }));
    expect(assessments[0]?.departments).toEqual({ handedIn: ["司法局"], missing: ["市场监管局"] });
    expect(assessments[0]?.total.points).toBe("10.00");
  });

  it("that are whole say nothing of departments", async () => {
    const { assessments } = await score(part("甲县.xlsx", { hours: 60, open: true, cases: 8 }));
    expect(assessments[0]?.departments).toBeUndefined();
  });

  it("are all returned where two fill the same field, also the one that is not at fault", async () => {
    const results = await score(
      part("一.xlsx", { hours: 60 }),
      part("二.xlsx", { hours: 50 }),
      part("三.xlsx", { cases: 8 }),
    );
    expect(results.inputs.map(({ outcome }) => outcome)).toEqual(["returned", "returned", "returned"]);
    expect(results.inputs.map(({ findings }) => findings[0]?.message)).toEqual([
      "【一.xlsx】指标填报!I2：同一单位有多个文件（三.xlsx、二.xlsx），填报项重复，请只报送一个",
      "【三.xlsx】同一单位有多个文件（一.xlsx、二.xlsx），填报项重复，请只报送一个",
      "【二.xlsx】指标填报!I2：同一单位有多个文件（一.xlsx、三.xlsx），填报项重复，请只报送一个",
    ]);
    expect(results.assessments).toEqual([]);
  });

  it("do not miss in one a fact about the unit that another gives", async () => {
    const kind = { fact: "kind", label: "类别", type: "choice", options: ["县", "市辖区"] };
    const asking = systemOf({ ...SYSTEM, unitFacts: [kind] });
    const { item: _item, ...told } = { ...blank("二.xlsx", "", "unit.kind"), sheet: "基本信息" };
    const files = [
      fileOf(
        asking,
        { code: "1", name: "甲县", unitFacts: { kind: "县" }, answers: { hours: 60 } },
        { file: "一.xlsx" },
      ),
      fileOf(
        asking,
        { code: "1", name: "甲县", answers: { cases: 8 } },
        { file: "二.xlsx", findings: [told] },
      ),
    ];
    const { inputs, assessments } = await scoreFiles(asking, files, { language: "zh-CN" });
    expect(inputs.flatMap(({ findings }) => findings)).toEqual([]);
    expect(assessments.flatMap(({ findings }) => findings)).toEqual([]);
  });

  it("do not miss in one what another fills in", async () => {
    const results = await score(
      part("一.xlsx", { hours: 60, open: true }, { findings: [blank("一.xlsx", "C", "cases")] }),
      part("二.xlsx", { cases: 8 }, { findings: [blank("二.xlsx", "H", "hours")] }),
    );
    expect(results.inputs.flatMap(({ findings }) => findings)).toEqual([]);
    expect(results.assessments[0]?.findings).toEqual([]);
  });

  it("count their documents apart: each department numbers its own", async () => {
    const demanding = systemOf({
      ...SYSTEM,
      policies: { missing: "zero", unsupported: "missing", notApplicable: "rescale-parent" },
      items: SYSTEM.items.map((item) => ({
        ...item,
        evidence: item.evidence.map((field) => ({ ...field, documents: field.fact === "hours" ? 1 : 0 })),
      })),
    });
    const unit = (answers: CaseUnit["answers"]) => ({
      ...fileOf(demanding, { code: "1", name: "甲县", answers: answers ?? {} }),
    });
    const { assessments } = await scoreFiles(
      demanding,
      [
        { ...unit({ hours: 60, open: true }), file: "一.xlsx" },
        { ...unit({ cases: 8 }), file: "二.xlsx" },
      ],
      { language: "zh-CN" },
    );
    expect(assessments[0]?.items.map(({ points }) => points)).toEqual(["10.00", "10.00"]);
  });

  it("make the same results in whatever order they come", async () => {
    const files = [
      part("司法局.xlsx", { hours: 55, open: true }, { part: "司法局" }),
      part("市监局.xlsx", { cases: 8 }, { part: "市场监管局" }),
    ];
    expect(await score(...files.toReversed())).toEqual(await score(...files));
  });
});
