import { describe, expect, it } from "vitest";
import { readVerification } from "../../src/intake/read-verification.js";
import { toDecimal } from "../../src/model/rational.js";
import type { FieldVerdict, PointsVerdict, Signed } from "../../src/model/verification.js";
import { COURT_COUNTY } from "../support/court-county.js";
import { type Filled, type HandMade, handMade, toldIn } from "../support/hand-made.js";
import { valueInWords } from "../support/in-words.js";

/** What the unit reported. */
const REPORTED: Readonly<Record<string, Filled>> = {
  "1.1/hours": { 填报值: 60 },
  "1.2/court.numerator": { 填报值: 38 },
  "1.2/court.denominator": { 填报值: 40 },
};

async function read(answers: Readonly<Record<string, Filled>>, made: HandMade = {}) {
  const rows: Record<string, Filled> = { ...REPORTED };
  for (const [key, row] of Object.entries(answers)) rows[key] = { ...rows[key], ...row };
  const bytes = await handMade(COURT_COUNTY, { copy: true, ...made, answers: rows });
  const { verification, findings, ...rest } = readVerification(bytes, "核查.xlsx", COURT_COUNTY);
  const { fields = new Map(), scores = new Map(), judgements = new Map(), rows: lists } = verification ?? {};
  return {
    ...rest,
    verification,
    findings,
    told: toldIn(findings),
    fields: inWords(fields, verdictInWords),
    points: { ...inWords(scores, pointsInWords), ...inWords(judgements, pointsInWords) },
    rows: Object.fromEntries([...(lists ?? [])].map(([fact, one]) => [fact, inWords(one, signedInWords)])),
  };
}

const inWords = <T>(found: ReadonlyMap<string, T>, words: (one: T) => string) =>
  Object.fromEntries([...found].map(([key, one]) => [key, words(one)]));
const signedInWords = ({ reason, by, date, sources }: Signed): string =>
  [reason, by, date, sources.map(({ cell }) => cell).join(" ")].join(" | ");
const verdictInWords = (one: FieldVerdict): string =>
  `${one.verdict}${one.verdict === "value" ? ` ${valueInWords(one.value)}` : ""} | ${signedInWords(one)}`;
const pointsInWords = (one: PointsVerdict): string => `${toDecimal(one.points)} | ${signedInWords(one)}`;

const SIGNED = { 核查意见: "查阅台账", 核查人: "李某", 核查日期: new Date("2025-02-01T00:00:00Z") };

describe("a verdict on a field", () => {
  it("accepts, rejects or replaces; a blank row says nothing", async () => {
    const { fields, told, verification } = await read({
      "1.1/hours": { 核查值: 45.5, ...SIGNED },
      "1.2/court.numerator": { 核查结论: "不认可", 核查意见: "无出庭记录", 核查日期: "2025年2月1日" },
      "1.2/court.denominator": { 核查结论: " 认可 " },
    });
    expect(fields).toEqual({
      hours: "value number 45.5 | 查阅台账 | 李某 | 2025-02-01 | P3 R3 S3 T3",
      "court.numerator": "rejected | 无出庭记录 |  | 2025年2月1日 | O4 R4 T4",
      "court.denominator": "accepted |  |  |  | O5",
    });
    expect(told).toEqual([]);
    expect(verification?.unit).toEqual({ code: "110101", name: "甲县" });
    expect(verification?.files).toEqual(["核查.xlsx"]);
  });

  it("with a value beside 不认可 is that value; with the same value 认可 is 认可", async () => {
    const { fields, told } = await read({
      "1.1/hours": { 核查结论: "不认可", 核查值: "45.5学时", 核查意见: "台账不符" },
      "1.2/court.numerator": { 核查结论: "认可", 核查值: 38 },
      "1.2/court.denominator": { 核查值: 40 },
    });
    expect(fields).toEqual({
      hours: "value number 45.5 | 台账不符 |  |  | O3 P3 R3",
      "court.numerator": "accepted |  |  |  | O4 P4",
      "court.denominator": "value number 40 |  |  |  | P5",
    });
    expect(told).toEqual([]);
  });

  it("is not taken over where it says two things", async () => {
    const { fields, findings, told } = await read({
      "1.1/hours": { 核查结论: "认可", 核查值: 45.5, 核查意见: "台账不符" },
      "1.2/court.numerator": { 核查结论: "不认可", 核查值: 38, 核查意见: "台账不符" },
      "B1/awards": { 核查结论: "认可", 核查值: 1, 核查意见: "补报" },
    });
    expect(fields).toEqual({});
    expect(told).toEqual([
      "E36 指标填报!O3：“培训学时”核查结论为“认可”而核查值与填报值不同，未采用",
      "E36 指标填报!O4：“出庭率（分子）”核查结论为“不认可”而核查值与填报值相同，未采用",
      "E36 指标填报!O9：“表彰数”核查结论为“认可”而核查值与填报值不同，未采用",
    ]);
    expect(findings.map(({ item, fact }) => `${item}/${fact}`)).toEqual([
      "1.1/hours",
      "1.2/court.numerator",
      "B1/awards",
    ]);
  });

  it("is not taken over without a reason where it changes something", async () => {
    const { fields, told } = await read({
      "1.1/hours": { 核查值: 45.5, 核查人: "李某" },
      "1.2/court.numerator": { 核查结论: "不认可", 核查意见: " " },
    });
    expect(fields).toEqual({});
    expect(told).toEqual([
      "E36 指标填报!R3：“培训学时”有核查改动而没有核查意见，未采用",
      "E36 指标填报!R4：“出庭率（分子）”有核查改动而没有核查意见，未采用",
    ]);
  });

  it("has nothing to accept where nothing was reported; 不适用 is something", async () => {
    const { fields, told } = await read({
      "1.1/hours": { 填报值: null, 不适用: "是", 备注: "无执法权", 核查结论: "认可" },
      "1.1/cases": { 填报值: null, 不适用: "是", 核查结论: "不认可", 核查意见: "有执法权" },
      "B1/awards": { 核查结论: "认可" },
      "2.1/satisfaction": { 核查结论: "认可" },
      "2.1/lessons": { 核查结论: "不认可", 核查意见: "无" },
    });
    expect(fields).toEqual({
      hours: "accepted |  |  |  | O3",
      cases: "rejected | 有执法权 |  |  | O2 R2",
    });
    expect(told).toEqual([
      "E36 指标填报!O9：“表彰数”没有填报值，无从认可，未采用",
      "E36 指标填报!O10：“群众满意度”没有填报值，无从认可，未采用",
      "E36 指标填报!O14：“评价”没有填报值，不能填“不认可”，未采用",
    ]);
  });

  it("can't accept what was refused: unreadable, or marked as such in the copy", async () => {
    const { fields, told } = await read({
      "1.1/hours": { 填报值: "约60", 核查结论: "认可" },
      "1.2/court.numerator": { 填报值: 41, 不适用: "未采用", 核查结论: "认可" },
      "1.2/court.denominator": { 不适用: "未采用", 核查值: 40, 核查意见: "台账" },
      "1.1/cases": { 填报值: 3, 不适用: "是", 核查结论: "不认可", 核查意见: "重复" },
    });
    expect(fields).toEqual({
      cases: "rejected | 重复 |  |  | O2 R2",
      "court.denominator": "value number 40 | 台账 |  |  | P5 R5",
    });
    expect(told).toEqual([
      "E36 指标填报!O3：“培训学时”填报值无法确认，须填核查值，而只填了“认可”，未采用",
      "E36 指标填报!O4：“出庭率（分子）”填报值无法确认，须填核查值，而只填了“认可”，未采用",
    ]);
  });

  it("supplies a field by others without a reason, and changes one that was given with one", async () => {
    const { fields, told } = await read({
      "2.1/satisfaction": { 核查值: "87.5%" },
      "2.1/lessons": { 核查结论: "认可", 核查值: 3 },
      "2.1/visits": { 填报值: 2, 核查值: 3 },
    });
    expect(fields).toEqual({
      satisfaction: "value number 87.5 |  |  |  | P10",
      lessons: "value number 3 |  |  |  | O14 P14",
    });
    expect(told).toEqual(["E36 指标填报!R15：“评价”有核查改动而没有核查意见，未采用"]);
  });

  it("is typed: a value with the field's type, 核查结论 with its two words", async () => {
    const { fields, told } = await read({
      "1.1/hours": { 核查值: "约45", 核查意见: "台账不符" },
      "1.2/court.numerator": { 核查结论: "基本认可" },
      "1.2/court.denominator": { 核查结论: { error: "#N/A" } },
      "B1/awards": { 核查值: -1, 核查意见: "补报" },
      "2.1/satisfaction": { 核查值: 0.9 },
    });
    expect(fields).toEqual({});
    expect(told).toEqual([
      "E19 指标填报!P3：“培训学时”应为数字，实际为“约45”，不能填约数，请填写准确数值",
      "E32 指标填报!O4：“核查结论”填的“基本认可”不在选项之内（认可 / 不认可），是否为“认可”？请从选项中选填",
      "E17 指标填报!O5：“核查结论”是错误值 #N/A，请改正公式，或直接填写",
      "E31 指标填报!P9：“表彰数”为 -1，超出范围（应不小于 0），请核对",
      "E20 指标填报!P10：“群众满意度”为 0.9，无法判断是百分数还是小数：是 0.9% 请填“0.9%”，是 90% 请填“90%”",
    ]);
  });

  it("is not forgotten silently: a reason alone is told", async () => {
    const { fields, told } = await read({
      "1.1/hours": { 核查意见: "台账不符", 核查人: "李某" },
      "1.2/court.numerator": { 核查人: "李某", 核查日期: "2025-02-01" },
    });
    expect(fields).toEqual({});
    expect(told).toEqual(["E36 指标填报!R3：“培训学时”有核查意见而没有核查结论、核查值或核查分，未采用"]);
  });

  it("stands in rows and not across them", async () => {
    const { fields, told } = await read(
      { "1.2/court.numerator": { 核查结论: "认可" }, "1.2/court.denominator": { 核查结论: "认可" } },
      { merge: ["指标填报!O4:O5"] },
    );
    expect(fields).toEqual({});
    expect(told).toEqual([
      "E22 指标填报!O4：“核查结论”在合并单元格 O4:O5 内，无法判断属于哪一行，请取消合并后逐行填写",
    ]);
  });

  it("has no meaning in a row without a field", async () => {
    const { fields, told } = await read({
      "2.2/": { 核查结论: "认可" },
      "2.1#b": { 核查结论: "认可", 核查分: 1.5, 核查意见: "良好" },
    });
    expect(fields).toEqual({});
    expect(told).toEqual([
      "E36 指标填报!O8：“无需填报”只能填核查分，而填了核查结论或核查值，未采用",
      "E36 指标填报!O16：“评判（细则 b）”只能填核查分，而填了核查结论或核查值，未采用",
    ]);
  });
});

describe("the rows of a rate after verification", () => {
  it("must agree: of a numerator above its denominator nothing is taken over", async () => {
    const { fields, told } = await read({
      "1.2/court.numerator": { 核查值: 41, 核查意见: "补计" },
      "1.2/court.denominator": { 核查结论: "认可" },
    });
    expect(fields).toEqual({ "court.denominator": "accepted |  |  |  | O5" });
    expect(told).toEqual(["E33 指标填报!P4：“出庭率”分子 41 大于分母 40，请核对两个数"]);
  });

  it("are each taken over where they agree, also against a printed rate that nobody looked at", async () => {
    const { fields, told } = await read({
      "1.2/court.numerator": { 核查值: 30, 核查意见: "重复计数" },
      "1.2/court": { 填报值: 95 },
    });
    expect(fields).toEqual({ "court.numerator": "value number 30 | 重复计数 |  |  | P4 R4" });
    expect(told).toEqual([]);
  });

  it("include a printed rate that is verified", async () => {
    const { fields, told } = await read({
      "1.2/court.numerator": { 核查值: 30, 核查意见: "重复计数" },
      "1.2/court": { 核查值: "95%", 核查意见: "报表" },
    });
    expect(fields).toEqual({});
    expect(told).toEqual(["E33 指标填报!P4：“出庭率”填写的比率 95% 与分子分母算出的 75% 不一致，请核对"]);
  });

  it("say nothing of a part that is rejected, and hold for rates by others too", async () => {
    const { fields, told } = await read({
      "1.2/court.numerator": { 核查值: 41, 核查意见: "补计" },
      "1.2/court.denominator": { 核查结论: "不认可", 核查意见: "无台账" },
      "2.1/appeals.numerator": { 核查值: 5 },
      "2.1/appeals.denominator": { 核查值: 4 },
    });
    expect(Object.keys(fields)).toEqual(["court.numerator", "court.denominator"]);
    expect(told).toEqual(["E33 指标填报!P11：“败诉率”分子 5 大于分母 4，请核对两个数"]);
  });
});

describe("核查分", () => {
  it("is of the item, on any of its rows, and of a clause on the row of that clause", async () => {
    const { points, fields, told } = await read({
      "1.1/hours": { 核查分: "3.5分", ...SIGNED },
      "2.1/visits": { 核查值: 1, 核查分: 2, 核查意见: "现场" },
      "2.1#b": { 核查分: 1.5, 核查意见: "良好" },
      "B1/awards": { 核查分: 0, 核查意见: "级别不够" },
    });
    expect(points).toEqual({
      "1.1": "3.5 | 查阅台账 | 李某 | 2025-02-01 | Q3 R3 S3 T3",
      "2.1": "2 | 现场 |  |  | P15 Q15 R15",
      B1: "0 | 级别不够 |  |  | Q9 R9",
      "2.1#b": "1.5 | 良好 |  |  | Q16 R16",
    });
    expect(fields).toEqual({ visits: "value number 1 | 现场 |  |  | P15 Q15 R15" });
    expect(told).toEqual([]);
  });

  it("lies within the points of the item, from its floor, and a judgement within its bounds on a step", async () => {
    const { points, told } = await read({
      "1.1/cases": { 核查分: 0.5, 核查意见: "x" },
      "1.2/court": { 核查分: 2.1, 核查意见: "x" },
      "2.1#b": { 核查分: 0.7, 核查意见: "x" },
      "B1/awards": { 核查分: -1, 核查意见: "x" },
      "2.2/": { 核查分: 0, 核查意见: "x" },
    });
    expect(points).toEqual({});
    expect(told).toEqual([
      "E31 指标填报!Q2：“核查分”为 0.5，超出范围（应在 1 至 4 之间），请核对",
      "E31 指标填报!Q6：“核查分”为 2.1，超出范围（应在 0 至 2 之间），请核对",
      "E36 指标填报!Q8：“核查分”填在不计分的指标上，未采用",
      "E31 指标填报!Q9：“核查分”为 -1，超出范围（应在 0 至 2 之间），请核对",
      "E31 指标填报!Q16：“评判（细则 b）”为 0.7，超出范围（应在 0.5 至 2 之间，从 0.5 起每 0.5 一档），请核对",
    ]);
  });

  it("needs a reason", async () => {
    const { points, told } = await read({
      "1.1/hours": { 核查分: 3 },
      "2.1#b": { 核查分: 1 },
    });
    expect(points).toEqual({});
    expect(told).toEqual([
      "E36 指标填报!R3：“核查分”有核查改动而没有核查意见，未采用",
      "E36 指标填报!R16：“评判（细则 b）”有核查改动而没有核查意见，未采用",
    ]);
  });

  it("of an item may be repeated, but is not one of two", async () => {
    const { points, told } = await read({
      "1.1/cases": { 核查分: 3 },
      "1.1/hours": { 核查分: 3, 核查意见: "查阅台账" },
      "1.2/court.numerator": { 核查分: 1, 核查意见: "a" },
      "1.2/court.denominator": { 核查分: 2, 核查意见: "b" },
    });
    expect(points).toEqual({ "1.1": "3 | 查阅台账 |  |  | Q2 Q3 R3" });
    expect(told).toEqual([
      "E38 指标填报!Q5：“核查分”出现了两行（另见 Q4），无法判断以哪行为准，请只保留一行",
    ]);
  });

  it("is not believed where another one of the item can't be read", async () => {
    const { points, told } = await read({
      "1.1/cases": { 核查分: 3, 核查意见: "a" },
      "1.1/hours": { 核查分: "三分", 核查意见: "a" },
    });
    expect(points).toEqual({});
    expect(told).toEqual([
      "E19 指标填报!Q3：“核查分”应为数字，实际为“三分”，请只填写数字（计量单位可写可不写，须与填报要求一致）",
    ]);
  });
});

describe("rows of the copy", () => {
  it("are known by 键; nothing is taken over from one that is not recognised or contradicts itself", async () => {
    const { fields, told } = await read(
      { "1.1/hours": { 填报项: "执法案件", 核查结论: "认可" } },
      { more: [{ 指标编号: "9.9", 填报项: "合计", 核查分: 7 }, { 备注: "以下空白" }] },
    );
    expect(fields).toEqual({});
    expect(told).toEqual([
      "E37 指标填报!O3：本行无法对应到指标体系（指标编号“1.1”，填报项“执法案件”），核查内容未采用，请恢复核查表原行后填写",
      "E37 指标填报!O17：本行无法对应到指标体系（指标编号“9.9”，填报项“合计”），核查内容未采用，请恢复核查表原行后填写",
    ]);
  });

  it("are known by number and field where 键 is gone", async () => {
    const { fields, points, told } = await read({
      "1.1/hours": { 键: null, 核查结论: "认可" },
      "2.1#b": { 键: null, 核查分: 1, 核查意见: "良好" },
    });
    expect(fields).toEqual({ hours: "accepted |  |  |  | O3" });
    expect(points).toEqual({ "2.1#b": "1 | 良好 |  |  | Q16 R16" });
    expect(told).toEqual([]);
  });

  it("that are there twice count for nothing where both are filled in", async () => {
    const twice = { 指标编号: "1.1", 填报项: "培训学时", 键: "1.1/hours", 填报值: 60 };
    const { fields, told } = await read(
      { "1.1/hours": { 核查结论: "认可" } },
      { more: [{ ...twice, 核查结论: "不认可", 核查意见: "x" }] },
    );
    expect(fields).toEqual({});
    expect(told).toEqual([
      "E38 指标填报!O17：“培训学时”出现了两行（另见 O3），无法判断以哪行为准，请只保留一行",
    ]);
    const blank = await read({ "1.1/hours": { 核查结论: "认可" } }, { more: [twice] });
    expect([blank.fields, blank.told]).toEqual([{ hours: "accepted |  |  |  | O3" }, []]);
  });

  it("that are hidden are read, and told", async () => {
    const { fields, told } = await read(
      { "1.1/hours": { 核查结论: "认可", 核查人: "李某" } },
      { hide: ["指标填报!3"] },
    );
    expect(fields).toEqual({ hours: "accepted |  | 李某 |  | O3 S3" });
    expect(told).toEqual(["W05 指标填报：隐藏的行、列或工作表中有 2 处填报内容（O3、S3），已照常读取"]);
  });
});

describe("records in the copy", () => {
  const HEADER = [
    "序号",
    "案件名称",
    "立案日期",
    "罚款金额",
    "核查结论",
    "核查意见",
    "核查人",
    "核查日期",
    "键",
  ];
  const rows = (...list: (string | null)[][]) => ({
    执法案件: [HEADER, ...list.map((verified, index) => [index + 1, "案", "2024-03-01", 1, ...verified])],
  });
  const key = (cell: string) => `甲县.xlsx!${cell}`;

  it("are rejected one by one, by the key of the unit's own row", async () => {
    const made = rows(
      ["认可", null, null, null, key("A5")],
      ["不认可", "非本年度", "李某", "2025-02-01", key("A6")],
      [null, null, null, null, key("A7")],
    );
    const {
      rows: rejected,
      fields,
      told,
    } = await read({ "1.1/cases": { 核查结论: "认可" } }, { sheets: made });
    expect(rejected).toEqual({ cases: { "甲县.xlsx!A6": "非本年度 | 李某 | 2025-02-01 | E3 F3 G3 H3" } });
    expect(fields).toEqual({ cases: "accepted |  |  |  | O2" });
    expect(told).toEqual([]);
  });

  it("stay as they are where a verdict has no reason, no key, or is not certain", async () => {
    const made = rows(
      ["不认可", null, null, null, key("A5")],
      ["不认可", "非本年度", null, null, null],
      ["存疑", "非本年度", null, null, key("A7")],
      [null, "非本年度", null, null, key("A8")],
      ["不认可", "非本年度", null, null, key("A9")],
      ["认可", null, null, null, key("A9")],
    );
    const { rows: rejected, findings, told } = await read({}, { sheets: made });
    expect(rejected).toEqual({});
    expect(told).toEqual([
      "E36 执法案件!F2：“执法案件”有核查改动而没有核查意见，未采用",
      "E37 执法案件!E3：本行的“键”已被删去，无法对应到申报材料中的记录，核查结论“不认可”未采用，请恢复核查表原行后填写",
      "E32 执法案件!E4：“核查结论”填的“存疑”不在选项之内（认可 / 不认可），是否为“认可”？请从选项中选填",
      "E36 执法案件!F5：“执法案件”有核查意见而没有核查结论、核查值或核查分，未采用",
      "E38 执法案件!E7：“执法案件”出现了两行（另见 E6），无法判断以哪行为准，请只保留一行",
    ]);
    expect(findings.every(({ item, fact }) => item === "1.1" && fact === "cases")).toBe(true);
  });

  it("are not replaced by a number", async () => {
    const { fields, told } = await read(
      { "1.1/cases": { 核查值: 3, 核查意见: "少一件" } },
      { sheets: rows() },
    );
    expect(fields).toEqual({});
    expect(told).toEqual(["E36 指标填报!P2：“执法案件”须在同名工作表中逐条核查，而填了核查值，未采用"]);
  });
});

describe("the copy as a file", () => {
  it("says from which files it was made", async () => {
    const guide = { "申报材料 SHA-256": `${"A".repeat(64)}；${"b".repeat(64)}、${"c".repeat(64)}\n d1` };
    const { submission } = await read({}, { guide });
    expect(submission).toEqual(["a".repeat(64), "b".repeat(64), "c".repeat(64), "d1"]);
    expect((await read({})).submission).toEqual([]);
  });

  it("is returned where it is no copy, of another system, or of nobody", async () => {
    const noCopy = await read({}, { copy: false });
    expect(noCopy.verification).toBeUndefined();
    expect(noCopy.unit).toEqual({ code: "110101", name: "甲县" });
    expect(noCopy.told).toEqual([
      "E11 指标填报：找不到核查列（核查结论、核查值、核查分、核查意见），本文件不是核查表，请使用导出的核查表",
    ]);
    const other = await read({}, { guide: { 指标体系编号: "other" } });
    expect(other.verification).toBeUndefined();
    expect(other.told).toEqual([
      "E28 填报说明!B1：本表是为另一套指标体系（other）制作的，应为 court-county，请换用正确的模板",
    ]);
    const nobody = await read({}, { basics: { 行政区划代码: null } });
    expect(nobody.verification).toBeUndefined();
    expect(nobody.unit).toBeUndefined();
    expect(nobody.told).toEqual(["E29 基本信息：缺少行政区划代码，请在“基本信息”表中填写"]);
  });

  it("does not repeat what was told of the submission itself", async () => {
    const { told } = await read(
      { "1.1/hours": { 填报值: "约60", 自评分: 99 }, "1.2/court.numerator": { 填报值: null } },
      { basics: { 类别: "镇" } },
    );
    expect(told).toEqual([]);
  });

  it("is returned where a column of its own stands there twice", async () => {
    const bytes = await handMade(COURT_COUNTY, { copy: true });
    const sheets = { 执法案件: [["案件名称", "立案日期", "罚款金额", "核查结论", "核查结论", "键"]] };
    const { verification, told } = await read({}, { sheets });
    expect(verification).toBeUndefined();
    expect(told).toEqual(["E13 执法案件：“核查结论”出现了两次，无法判断以哪个为准，请只保留一个"]);
    expect(readVerification(bytes, "核查.xlsx", COURT_COUNTY).verification).toBeDefined();
  });
});

it("says the same in English", async () => {
  const { findings } = await read({
    "1.1/cases": { 核查值: 3, 核查意见: "x" },
    "1.1/hours": { 核查结论: "不认可", 核查值: 60, 核查意见: "x" },
    "1.2/court": { 核查意见: "x" },
    "2.1/lessons": { 核查结论: "不认可", 核查意见: "x" },
    "2.1#b": { 核查结论: "认可", 核查分: 0.7, 核查意见: "x" },
    "2.2/": { 核查分: 0 },
  });
  expect(toldIn(findings, "en")).toEqual([
    "E36 指标填报!P2：“执法案件”: has a value (核查值), but records are verified one by one on the sheet of that name; it is not taken over",
    "E36 指标填报!O3：“培训学时”: rejected (不认可), but 核查值 is the value reported; it is not taken over",
    "E36 指标填报!R6：“出庭率（比率）”: a reason (核查意见) without a verdict, a value or points; it is not taken over",
    "E36 指标填报!Q8：“核查分”: stands with an item that is not scored; it is not taken over",
    "E36 指标填报!O14：“评价”: rejected (不认可), but nothing was reported; it is not taken over",
    "E36 指标填报!O16：“评判（细则 b）”: takes nothing but 核查分, and has a verdict or a value; it is not taken over",
    "E31 指标填报!Q16：“评判（细则 b）” is 0.7, out of its bounds (between 0.5 and 2, in steps of 0.5 from 0.5)",
  ]);
});
