import { expect, it } from "vitest";
import { readSubmission } from "../../src/intake/read-submission.js";
import { COURT_COUNTY } from "../support/court-county.js";
import { type HandMade, handMade, toldIn } from "../support/hand-made.js";

async function read(made: HandMade) {
  const bytes = await handMade(COURT_COUNTY, made);
  const { submission, part, findings } = readSubmission(bytes, "甲县.xlsx", COURT_COUNTY);
  return { part, answers: [...(submission?.answers.keys() ?? [])], told: toldIn(findings) };
}

const ofItem = (...ids: string[]) => ({
  without: ({ item }: { item: { id: string } }) => !ids.includes(item.id),
});
const COURT = { "1.2/court.numerator": { 填报值: 38 }, "1.2/court.denominator": { 填报值: 40 } };

it("misses nothing of other departments' items in a department's part", async () => {
  const { part, answers, told } = await read({
    ...ofItem("1.2", "B1"),
    answers: COURT,
    guide: { 填报责任单位: "公安局" },
  });
  expect(part).toBe("公安局");
  expect(answers).toEqual(["court.numerator", "court.denominator", "court", "awards"]);
  expect(told).toEqual([]);
});

it("still misses the department's own: a row that is gone, a cell that is blank", async () => {
  const { part, told } = await read({ ...ofItem("2.1", "B1"), guide: { 填报责任单位: " 公安　局 " } });
  expect(part).toBe("公安局");
  expect(told).toEqual([
    "E23 指标填报：找不到“出庭率（分子）”这一行（指标编号 1.2），请恢复模板原行后填写",
    "E23 指标填报：找不到“出庭率（分母）”这一行（指标编号 1.2），请恢复模板原行后填写",
  ]);
  const blank = await read({ ...ofItem("1.2"), guide: { 填报责任单位: "公安局" } });
  expect(blank.told).toEqual([
    "E23 指标填报!H2：“出庭率（分子）”未填写，请补填；没有发生的填0",
    "E23 指标填报!H3：“出庭率（分母）”未填写，请补填；没有发生的填0",
  ]);
});

it("misses every row of a workbook that is no part, also where the line is blank", async () => {
  const guides: Record<string, string>[] = [{}, { 填报责任单位: " " }];
  for (const guide of guides) {
    const { part, told } = await read({ ...ofItem("1.2"), answers: COURT, guide });
    expect(part).toBeUndefined();
    expect(told).toEqual([
      "E23 指标填报：找不到“执法案件”这一行（指标编号 1.1），请恢复模板原行后填写",
      "E23 指标填报：找不到“培训学时”这一行（指标编号 1.1），请恢复模板原行后填写",
    ]);
  }
});

it("tells a department that no item knows, and reads its part all the same", async () => {
  const { part, answers, told } = await read({
    ...ofItem("1.2"),
    answers: COURT,
    guide: { 填报责任单位: "县公安局" },
  });
  expect(part).toBe("县公安局");
  expect(answers).toEqual(["court.numerator", "court.denominator", "court"]);
  expect(told).toEqual([
    "E32 填报说明!B4：“填报责任单位”填的“县公安局”不在选项之内（司法局 / 公安局），是否为“公安局”？请从选项中选填",
  ]);
});
