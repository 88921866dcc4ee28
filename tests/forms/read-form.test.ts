import { describe, expect, it } from "vitest";
import { scoreFiles } from "../../src/index.js";
import { returnsFile } from "../../src/model/finding.js";
import type { FormMapping } from "../../src/model/form-mapping.js";
import type { Answer } from "../../src/model/submission.js";
import { readFile } from "../../src/run/read-file.js";
import { readFactsFile } from "../../src/run/supplements.js";
import { writeTemplate } from "../../src/template/template.js";
import { answerInWords } from "../support/in-words.js";
import { HEAD, mapping, SYSTEM, UNIT, workbook } from "./foreign.js";

const read = (bytes: Uint8Array, ...forms: readonly FormMapping[]) =>
  readFile(SYSTEM, { name: "990001-甲县.xlsx", bytes }, forms);
/** Without its cell and documents: `45.5`, `blank`, `notApplicable: 无`. */
const short = (answer: Answer | undefined) =>
  answerInWords(answer)
    .replace(/^[A-Z]+\d+ (?:number |boolean |text |date )?/u, "")
    .replace(/ \[.*\]$/u, "");
const answersOf = (file: ReturnType<typeof readFile>, n?: number) => {
  const submission = n === undefined ? file.submission : file.units?.[n]?.submission;
  return Object.fromEntries([...(submission?.answers ?? [])].map(([fact, one]) => [fact, short(one)]));
};
const codes = (findings: readonly { readonly code: string; readonly cell?: string }[]) =>
  findings.map(({ code, cell }) => `${code} ${cell ?? ""}`.trim());

describe("一级指标(分值) | 二级指标(分值) | 评分标准 | 主要资料 | 责任部门 | 自评得分", () => {
  const form = mapping({
    ...HEAD,
    unit: UNIT,
    sheets: [
      {
        columns: {
          ...{
            title: "二级指标",
            field: "数据项名称",
            value: "数据",
            numerator: "分子",
            denominator: "分母",
          },
          ...{ documents: "主要资料", self: "自评得分", remark: "备注", notApplicable: "不适用" },
        },
      },
    ],
  });
  const HEADER = [
    ...["一级指标(分值)", "二级指标(分值)", "评分标准", "主要资料", "数据项名称"],
    ...["数据", "分子", "分母", "不适用", "备注", "自评得分"],
  ];
  const row = (
    title: string | null,
    field: string,
    data: readonly (string | number | null)[],
    self: number | null,
    material: string | null = null,
  ) => [
    "行政执法（9分）",
    title,
    "略",
    material,
    field,
    data[0] ?? null,
    data[1] ?? null,
    data[2] ?? null,
    null,
    null,
    self,
  ];
  const sheet = {
    rows: [
      ["法治建设自评表"],
      ["填报单位：甲县"],
      HEADER,
      row("执法人员培训（4分）", "人均培训学时", ["45.5学时"], 2.5, "培训台账；\n结业证书"),
      row("负责人出庭应诉（3 分）", "出庭应诉率", [null, 18, 20], 2.8),
      row("制度公开（3分）", "是否公布清单", ["是"], 1),
      row(null, "是否动态调整", ["×"], null),
      [null, "合计", null, null, null, null, null, null, null, null, 6.3],
    ],
    merges: ["A1:K1", "A4:A7", "B6:B7", "K6:K7"],
  };

  it("is read by titles without the points behind them, merged titles counting for each row", async () => {
    const file = read(await workbook(sheet), form);
    expect(file.unit).toEqual({ name: "甲县", code: "990001" });
    expect(answersOf(file)).toEqual({
      hours: "45.5",
      "court.numerator": "18",
      "court.denominator": "20",
      court: "blank",
      listed: "true",
      updated: "false",
    });
    expect([...(file.submission?.selfScores ?? [])].map(([id, { source }]) => [id, source.cell])).toEqual([
      ["1.1", "K4"],
      ["1.2", "K5"],
      ["1.3", "K6"],
    ]);
    expect(file.submission?.documents.map(({ title, source }) => [title, source.cell])).toEqual([
      ["培训台账", "D4"],
      ["结业证书", "D4"],
    ]);
    // 制度公开 is printed with 3 points, and has 2.
    expect(codes(file.findings)).toEqual(["W10 B6", "W10 B7"]);
  });

  it("keeps the cell of every value, and refuses what is not certain as our own form does", async () => {
    const rows = sheet.rows.map((one) => [...one]);
    rows[3] = row("执法人员培训", "人均培训学时", ["约45"], 2.5);
    rows[4] = row("负责人出庭应诉", "出庭应诉率", [null, 21, 20], 2.8);
    rows[5] = row("制度公开（2分）", "是否公布清单", ["也许"], 1);
    const file = read(await workbook({ ...sheet, rows }), form);
    expect(codes(file.findings)).toEqual(["E19 F4", "E33 G5", "E32 F6"]);
    expect(answersOf(file)).toMatchObject({
      hours: "refused",
      "court.numerator": "refused",
      listed: "refused",
    });
  });

  it("E22: a value merged over two fields, and a self-score over two items", async () => {
    const merges = ["F6:F7", "K4:K5"];
    const rows = sheet.rows.map((one) => [...one]);
    rows[5] = row("制度公开（2分）", "是否公布清单", ["是"], 1);
    rows[6] = row("制度公开（2分）", "是否动态调整", ["是"], null);
    const file = read(await workbook({ rows, merges }), form);
    expect(codes(file.findings)).toEqual(["E22 K4", "E22 F6", "E22 F7"]);
    expect(answersOf(file)).toMatchObject({ hours: "45.5", listed: "refused", updated: "refused" });
    expect([...(file.submission?.selfScores.keys() ?? [])]).toEqual(["1.3"]);
  });

  it("takes a value laid out over columns that nothing is read from", async () => {
    const rows = [
      ["填报单位", "甲县"],
      ["二级指标", "数据", "", "数据项名称"],
      ["执法人员培训", 60, null, "人均培训学时"],
    ];
    const file = read(
      await workbook({ rows, merges: ["B3:C3"] }),
      mapping({ ...HEAD, unit: UNIT, sheets: [{ columns: { title: "二级指标", value: "数据" } }] }),
    );
    expect(answersOf(file)).toEqual({ hours: "60" });
  });

  it("E37: a row that holds something and is no item, with the nearest title; levels and totals are passed over", async () => {
    const rows = [...sheet.rows, row("执法人员培圳", "人均培训学时", [60], null), row("行政执法", "", [], 9)];
    const file = read(await workbook({ ...sheet, rows }), form);
    const [unread] = file.findings.filter(({ code }) => code === "E37");
    expect(unread).toMatchObject({ cell: "F9", params: { why: "form", nearest: "1.1 执法人员培训" } });
    expect(file.findings.filter(({ code }) => code === "E37")).toHaveLength(1);
  });

  it("E38: one field in two rows is neither", async () => {
    const rows = [...sheet.rows, row("执法人员培训", "人均培训学时", [60], null)];
    const file = read(await workbook({ ...sheet, rows }), form);
    expect(codes(file.findings)).toContain("E38 F9");
    expect(answersOf(file).hours).toBe("refused");
  });

  it("不适用 needs its reason, as in our own form", async () => {
    const rows = sheet.rows.map((one) => [...one]);
    rows[4] = [
      "行政执法",
      "负责人出庭应诉",
      "略",
      null,
      "出庭应诉率",
      null,
      null,
      null,
      "是",
      "无行政诉讼案件",
      null,
    ];
    expect(answersOf(read(await workbook({ ...sheet, rows }), form))).toMatchObject({
      "court.numerator": "notApplicable: 无行政诉讼案件",
    });
  });
});

describe("两行表头：数据项1 | 数据项2 | 指标值 under one head, and rows by number", () => {
  const rows = [
    ["单位名称", "甲县", "行政区划代码", "990001"],
    ["序号", "考评内容", "数据", null, null, "自评得分"],
    [null, null, "数据项1", "数据项2", "指标值", null],
    [1, "执法培训情况", null, null, 60, 4],
    [2, "出庭应诉情况", 18, 20, "90%", 2.9],
  ];
  const merges = ["A2:A3", "B2:B3", "C2:E2", "F2:F3"];
  const form = mapping({
    ...HEAD,
    unit: {
      name: { label: "单位名称" },
      code: { label: "行政区划代码" },
      facts: { "unit.kind": { value: "县" } },
    },
    sheets: [
      {
        headerRows: 2,
        numbers: "no",
        columns: {
          ...{ number: "序号", numerator: "数据/数据项1", denominator: "数据项2", rate: "指标值" },
          ...{ value: "指标值", self: "自评得分" },
        },
      },
    ],
  });

  it("puts the parts of a rate together from one row, and checks the printed rate", async () => {
    const file = read(await workbook({ rows, merges }), form);
    expect(answersOf(file)).toEqual({
      hours: "60",
      "court.numerator": "18",
      "court.denominator": "20",
      court: "90",
    });
    expect(file.submission?.unitFacts.get("unit.kind")).toMatchObject({ status: "value", raw: "县" });
    const wrong = rows.map((row) => [...row]);
    wrong[4] = [2, "出庭应诉情况", 18, 20, "95%", 2.9];
    expect(codes(read(await workbook({ rows: wrong, merges }), form).findings)).toContain("E33 C5");
  });

  it("scores as our own form does", async () => {
    const results = await scoreFiles(SYSTEM, [read(await workbook({ rows, merges }), form)], {
      language: "zh-CN",
    });
    // 1.1: 4 of 4; 1.2: 3 − 10 × 0.1 = 2; 1.3: two blanks cost 2; 2.1 waits for the experts.
    expect(results.assessments[0]?.total.points).toBe("6.00");
  });
});

describe("which form a workbook is", () => {
  const byTitle = { columns: { title: "考评内容", value: "完成值" } };
  const rows = [
    ["填报单位", "甲县"],
    ["考评项目", "考评内容", "分值", "评分标准", "责任单位", "完成值"],
    ["行政执法", "执法人员培训", 4, "略", "司法局", 60],
  ];

  it("our own, whatever mappings are given, where it says so itself", async () => {
    const own = await writeTemplate(SYSTEM, { unit: { name: "甲县", code: "990001" } });
    const file = read(
      own,
      mapping({ ...HEAD, unit: UNIT, sheets: [{ columns: { title: "二级指标", value: "填报值" } }] }),
    );
    expect(file.unit).toEqual({ name: "甲县", code: "990001" });
    expect(file.submission?.answers.has("expert1")).toBe(false);
  });

  it("E11 where no mapping fits, or two do", async () => {
    const bytes = await workbook({ rows });
    const other = mapping(
      { ...HEAD, unit: UNIT, sheets: [{ columns: { title: "测评内容", value: "完成值" } }] },
      "乙.json",
    );
    expect(read(bytes, other).findings).toEqual([
      { code: "E11", file: "990001-甲县.xlsx", params: { what: "form", forms: "乙.json" } },
    ]);
    const fits = [
      mapping({ ...HEAD, unit: UNIT, sheets: [byTitle] }, "甲.json"),
      mapping({ ...HEAD, unit: UNIT, sheets: [byTitle] }, "丙.json"),
    ];
    expect(read(bytes, ...fits).findings).toMatchObject([
      { code: "E11", params: { what: "forms", forms: "甲.json、丙.json" } },
    ]);
    expect(read(bytes, fits[0] as FormMapping, other).submission).toBeDefined();
  });

  it("E13: a header that stands there twice is not chosen by guessing", async () => {
    const twice = rows.map((row, n) => [...row, n === 1 ? "完成值" : n === 2 ? 30 : null]);
    const file = read(await workbook({ rows: twice }), mapping({ ...HEAD, unit: UNIT, sheets: [byTitle] }));
    expect(file.submission).toBeUndefined();
    expect(file.findings.filter(returnsFile)).toMatchObject([
      { code: "E13", params: { name: "完成值", found: "F、G" } },
    ]);
  });

  it.each([
    ["a label", { name: { label: "填报单位" }, codes: { 甲县: "990001" } }],
    ["a cell", { name: { cell: "表1!B1" }, codes: { "甲 县": "990001" } }],
    [
      "the file's name",
      { name: { fileName: "{code}-{name}.xlsx" }, code: { fileName: "{code}-{name}.xlsx" } },
    ],
  ])("knows its unit by %s", async (_, unit) => {
    const file = read(await workbook({ rows }), mapping({ ...HEAD, unit, sheets: [byTitle] }));
    expect(file.unit).toEqual({ name: "甲县", code: "990001" });
  });

  it("E29 where name or code is nowhere, or the label stands for two units", async () => {
    const noCode = mapping({ ...HEAD, unit: { name: { label: "填报单位" } }, sheets: [byTitle] });
    expect(read(await workbook({ rows }), noCode).findings.filter(returnsFile)).toMatchObject([
      { code: "E29", params: { missing: "行政区划代码", form: "对照表.json" } },
    ]);
    const two = [...rows, ["填报单位", "乙县"]];
    const form = mapping({ ...HEAD, unit: UNIT, sheets: [byTitle] });
    expect(codes(read(await workbook({ rows: two }), form).findings)).toContain("E29");
  });
});

describe("one unit per row", () => {
  const facts = {
    培训学时: "hours",
    "出庭/应出庭": "court.denominator",
    "出庭/实出庭": "court.numerator",
    类别: "unit.kind",
  };
  const form = mapping({
    ...HEAD,
    matrix: {
      headerRows: 2,
      units: "rows",
      name: "县(市、区)",
      code: "代码",
      facts,
      self: { 培训自评: "1.1" },
    },
  });
  const header = [
    ["县（市、区）", "代码", "类别", "培训学时", "出庭", null, "培训自评"],
    [null, null, null, null, "应出庭", "实出庭", null],
  ];
  const merges = ["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:F1", "G1:G2"];
  const rows = [
    ...header,
    ["甲县", 990001, "县", 60, 20, 20, 4],
    ["乙县", 990002, "县", "60余", 20, 25, 4],
    ["丙区", 990003, "区", 30, 10, 9, null],
    ["合计", null, null, 150, 50, 54, null],
  ];

  it("gives as many submissions, each with its own cells and findings", async () => {
    const file = read(await workbook({ rows, merges }), form);
    expect(file.units?.map(({ unit }) => unit.name)).toEqual(["甲县", "乙县", "丙区"]);
    expect(answersOf(file, 0)).toMatchObject({ hours: "60", "court.numerator": "20" });
    expect(file.units?.map(({ findings }) => codes(findings))).toEqual([
      [],
      ["E19 D4", "E33 F4"],
      ["E32 C5"],
    ]);
    expect(file.findings).toEqual([]);
    expect(file.units?.[0]?.submission.selfScores.get("1.1")?.source.cell).toBe("G3");
  });

  it("is one input with one outcome; what is wrong with one unit is told at that unit alone", async () => {
    const results = await scoreFiles(SYSTEM, [read(await workbook({ rows, merges }), form)], {
      language: "zh-CN",
      forms: [form],
    });
    expect(results.inputs).toMatchObject([
      { outcome: "scored", units: [{ name: "甲县" }, { name: "乙县" }, { name: "丙区" }] },
    ]);
    expect(
      results.assessments.map(({ unit, findings }) => [unit.code, findings.map(({ code }) => code)]),
    ).toEqual([
      ["990001", []],
      ["990002", ["E19", "E33"]],
      ["990003", ["E32"]],
    ]);
    expect(results.forms).toEqual([{ id: "f", file: "对照表.json", sha256: form.sha256 }]);
  });

  it("E29 and E30: values without a unit, and a unit twice, return the file with their cells", async () => {
    const nameless = [...rows.slice(0, 5), [null, null, "县", 10, 1, 1, null]];
    const one = read(await workbook({ rows: nameless, merges }), form);
    expect([one.units, codes(one.findings)]).toEqual([undefined, ["E29 A6"]]);
    const twice = [...rows.slice(0, 5), ["甲县", 990001, "县", 10, 1, 1, null]];
    const two = read(await workbook({ rows: twice, merges }), form);
    expect(two.findings).toMatchObject([
      { code: "E30", cell: "A6", params: { what: "matrix", other: "A3" } },
    ]);
  });

  it("E30: another file of one of its units returns both, and what hangs on them", async () => {
    const matrix = read(await workbook({ rows, merges }), form);
    const own = await writeTemplate(SYSTEM, { unit: { name: "甲县", code: "990001" } });
    const filled = { ...read(own), submission: matrix.units?.[0]?.submission, file: "b.xlsx" } as ReturnType<
      typeof read
    >;
    const results = await scoreFiles(SYSTEM, [matrix, filled], { language: "zh-CN" });
    expect(results.inputs.map(({ outcome, findings }) => [outcome, findings[0]?.code])).toEqual([
      ["returned", "E30"],
      ["returned", "E30"],
    ]);
    expect(results.assessments).toEqual([]);
  });
});

describe("one unit per column", () => {
  const form = mapping({
    ...HEAD,
    matrix: {
      ...{ units: "columns", name: "指标", code: "区划代码" },
      facts: { 人均培训学时: "hours", 是否公布清单: "listed" },
    },
  });
  const rows = [
    ["各县法治建设数据"],
    ["指标", "计量单位", "甲县", "乙县", "平均"],
    ["区划代码", null, "990001", "990002", null],
    ["人均培训学时", "学时", 60, 45, 52.5],
    ["是否公布清单", null, "是", "未知", null],
    ["其他", null, 1, 2, null],
  ];

  it("reads down each column", async () => {
    const file = read(await workbook({ rows }), form);
    expect(file.units?.map(({ unit }) => unit)).toEqual([
      { name: "甲县", code: "990001" },
      { name: "乙县", code: "990002" },
    ]);
    expect(answersOf(file, 1)).toEqual({ hours: "45", listed: "refused" });
    expect(file.units?.map(({ findings }) => codes(findings))).toEqual([[], ["E32 D5"]]);
  });
});

describe("专家1 … 专家3 | 评价得分, filled in by others", () => {
  const form = mapping({
    ...HEAD,
    by: "others",
    unit: { name: { label: "单位名称" }, codes: { 甲县: "990001" } },
    sheets: [
      {
        columns: { title: "考评内容" },
        rows: [
          {
            title: "专家评价",
            item: "2.1",
            columns: { 专家1: "expert1", 专家2: "expert2", 专家3: "expert3" },
          },
        ],
      },
    ],
  });
  const rows = [
    ["单位名称", "甲县"],
    ["考评内容", "专家1", "专家2", "专家3", "评价得分"],
    ["专家评价", 90, 80, "约70", 80],
  ];

  it("gives facts as a table of facts would, and refuses what is not certain", async () => {
    const bytes = await workbook({ rows });
    const { facts, findings } = readFactsFile(SYSTEM, { name: "专家.xlsx", bytes }, [form]);
    expect(facts.map(({ code, fact, answer }) => [code, fact, short(answer)])).toEqual([
      ["990001", "expert1", "90"],
      ["990001", "expert2", "80"],
      ["990001", "expert3", "refused"],
    ]);
    expect(codes(findings)).toEqual(["E19 D3"]);
  });
});
