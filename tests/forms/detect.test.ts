import { describe, expect, it } from "vitest";
import { type Detection, detectForm } from "../../src/index.js";
import { readFile } from "../../src/run/read-file.js";
import { type ForeignSheet, load, mapping, SYSTEM, workbook } from "./foreign.js";

async function detected(
  ...sheets: readonly ForeignSheet[]
): Promise<{ detection: Detection; bytes: Uint8Array }> {
  const bytes = await workbook(...sheets);
  const outcome = detectForm(bytes, "990001-甲县.xlsx", SYSTEM);
  if (outcome.kind !== "detected") throw new Error(outcome.kind);
  return { detection: outcome.detection, bytes };
}
const shown = ({ columns }: Detection) =>
  columns.map(({ column, meaning = "—", sureness, why }) => `${column} ${meaning} ${sureness} ${why}`);

describe("a form is looked at", () => {
  it("一级指标(分值) | 二级指标(分值) | … | 自评得分: titles by their contents, what it lacks is left open", async () => {
    const { detection } = await detected({
      rows: [
        ["自评表"],
        ["填报单位：甲县"],
        ["一级指标(分值)", "二级指标(分值)", "评分标准", "主要资料", "数据采集责任部门", "自评得分"],
        ["行政执法（9分）", "执法人员培训（4分）", "略", "台账", "司法局", 2.5],
        [null, "负责人出庭应诉（3分）", "略", null, "司法局", 2.8],
        [null, "制度公开（2分）", "略", null, "办公室", 1],
      ],
      merges: ["A1:F1", "A4:A6"],
    });
    expect([detection.headerRow, detection.headerRows]).toEqual([3, 1]);
    expect(shown(detection)).toEqual([
      "A level certain header",
      "B title certain titles",
      "C criterion certain header",
      "D documents likely usual-header",
      "E responsible certain header",
      "F self certain header",
    ]);
    expect(detection.open).toEqual([
      { code: "no-value" },
      { code: "several-fields", found: ["1.3 制度公开"] },
    ]);
    // The file's name tells the code, which the mapping says.
    expect(detection.mapping).toMatchObject({
      unit: { name: { label: "填报单位" }, code: { fileName: "{code}-{name}.xlsx" } },
    });
    expect(load(detection.mapping).findings.map(({ code }) => code)).toContain("form-no-value");
  });

  it("考评项目 | 考评内容 | 分值 | 评分标准 | 责任单位 | 完成值: read as it was proposed", async () => {
    const { detection, bytes } = await detected({
      rows: [
        ["填报单位", "甲县"],
        ["考评项目", "考评内容", "分值", "评分标准", "责任单位", "完成值"],
        ["行政执法", "执法人员培训", 4, "略", "司法局", 60],
        ["行政执法", "出庭应诉", 3, "略", "司法局", "90%"],
      ],
    });
    expect(shown(detection)[1]).toBe("B title likely titles");
    expect(detection.open).toEqual([{ code: "unknown-rows", found: ["4:  出庭应诉"] }]);
    const file = readFile(SYSTEM, { name: "990001-甲县.xlsx", bytes }, [mapping(detection.mapping)]);
    expect(file.unit).toEqual({ name: "甲县", code: "990001" });
    expect(file.submission?.answers.get("hours")).toMatchObject({ status: "value", source: { cell: "F3" } });
    expect(file.findings.filter(({ code }) => code === "E37")).toMatchObject([{ cell: "F4" }]);
  });

  it("two-row headers with 数据项1 | 数据项2 | 指标值, rows by their numbers", async () => {
    const { detection, bytes } = await detected({
      rows: [
        ["单位名称", "甲县", "行政区划代码", "990001"],
        ["序号", "考评内容", "数据", null, null, "自评得分"],
        [null, null, "数据项1", "数据项2", "指标值", null],
        [1, "培训情况", null, null, 60, 4],
        [2, "出庭情况", 18, 20, "90%", 2.9],
      ],
      merges: ["A2:A3", "B2:B3", "C2:E2", "F2:F3"],
    });
    expect([detection.headerRow, detection.headerRows, detection.open]).toEqual([2, 2, []]);
    expect(detection.mapping).toMatchObject({
      sheets: [
        {
          headerRows: 2,
          numbers: "no",
          columns: { number: "序号", numerator: "数据项1", denominator: "数据项2" },
        },
      ],
    });
    const { submission } = readFile(SYSTEM, { name: "990001-甲县.xlsx", bytes }, [
      mapping(detection.mapping),
    ]);
    expect(
      [...(submission?.answers ?? [])].filter(([, { status }]) => status === "value").map(([fact]) => fact),
    ).toEqual(["hours", "court.numerator", "court.denominator", "court"]);
  });

  it("one unit in a row, and one in a column", async () => {
    const byRows = await detected({
      rows: [
        ["县（市、区）", "代码", "类别", "人均培训学时", "出庭应诉率（分子）", "出庭应诉率（分母）", "其他"],
        ["甲县", 990001, "县", 60, 20, 20, 1],
        ["乙县", 990002, "县", 30, 10, 20, 1],
      ],
    });
    expect([byRows.detection.units, byRows.detection.open]).toEqual([
      "rows",
      [{ code: "unknown-columns", found: ["其他"] }],
    ]);
    const rows = readFile(SYSTEM, { name: "a.xlsx", bytes: byRows.bytes }, [
      mapping(byRows.detection.mapping),
    ]);
    expect(rows.units?.map(({ unit }) => unit.name)).toEqual(["甲县", "乙县"]);
    expect(shown(byRows.detection).at(-1)).toBe("G — unknown none");

    const byColumns = await detected({
      rows: [
        ["各县数据"],
        ["指标", "甲县", "乙县"],
        ["行政区划代码", "990001", "990002"],
        ["人均培训学时", 60, 45],
        ["是否公布清单", "是", "否"],
      ],
    });
    expect(byColumns.detection.units).toBe("columns");
    const columns = readFile(SYSTEM, { name: "a.xlsx", bytes: byColumns.bytes }, [
      mapping(byColumns.detection.mapping),
    ]);
    expect(columns.units?.map(({ unit }) => unit.code)).toEqual(["990001", "990002"]);
  });

  it("experts' scores are seen, and where they go is left to a person", async () => {
    const { detection } = await detected({
      rows: [
        ["单位名称", "甲县"],
        ["考评内容", "专家1", "专家2", "专家3", "评价得分"],
        ["专家评价", 90, 80, 70, 80],
      ],
    });
    expect(detection.mapping).toMatchObject({ by: "others" });
    expect(detection.open).toContainEqual({ code: "experts", found: ["专家1", "专家2", "专家3"] });
  });

  it("claims nothing of a workbook that is no form, or no workbook", async () => {
    const bytes = await workbook({ rows: [["会议记录"], ["出席", "缺席"], ["甲", "乙"]] });
    expect(detectForm(bytes, "a.xlsx", SYSTEM)).toEqual({ kind: "none", sheets: ["表1"] });
    expect(detectForm(new Uint8Array(), "a.xlsx", SYSTEM)).toMatchObject({
      kind: "unreadable",
      findings: [{ code: "E01" }],
    });
  });
});
