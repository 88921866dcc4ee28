import { describe, expect, it } from "vitest";
import { formRows } from "../../src/model/form.js";
import type { IndicatorSystem } from "../../src/model/indicator-system.js";
import { toAssessmentJson } from "../../src/report/assessment-json.js";
import { assessUnit } from "../../src/scoring/assess-unit.js";
import { writeTemplate } from "../../src/template/template.js";
import { submissionOf, systemOf, unverified } from "../support/case.js";
import { accepted } from "../support/readings.js";

describe("systems of any shape load, score and write their template", () => {
  it("4 levels and 12 items: 1 × 2 × 3 nodes, two items each", async () => {
    const nodes = ["1", "2"].flatMap((a) => [
      ...(a === "1" ? [{ id: "1", title: "依法行政" }] : []),
      { id: `1.${a}`, parent: "1", title: `职能${a}` },
      ...["1", "2", "3"].map((b) => ({ id: `1.${a}.${b}`, parent: `1.${a}`, title: `事项${b}` })),
    ]);
    const items = nodes
      .filter(({ id }) => id.length === 5)
      .flatMap(({ id }) => [1, 2].map((n) => item(`${id}.${n}`, id, 2)));
    const system = systemOf(document(["一级", "二级", "三级", "四级"], nodes, items, 24));
    expect(system.items).toHaveLength(12);
    expect(await totalOf(system)).toEqual({
      points: "18.00",
      nodes: { "1": "18.00", "1.1": "9.00", "1.2.3": "3.00" },
    });
    expect(await templateRows(system)).toEqual([12, ["指标编号", "一级", "二级", "三级", "四级", "分值"]]);
  });

  it("2 levels and 300 items: 10 nodes, 30 items each", async () => {
    const nodes = Array.from({ length: 10 }, (_, n) => ({ id: `${n + 1}`, title: `方面${n + 1}` }));
    const items = nodes.flatMap(({ id }) =>
      Array.from({ length: 30 }, (_, n) => item(`${id}.${n + 1}`, id, 1)),
    );
    const system = systemOf(document(["一级", "二级"], nodes, items, 300));
    expect(system.items).toHaveLength(300);
    expect(await totalOf(system)).toEqual({ points: "150.00", nodes: { "1": "15.00" } });
    expect(await templateRows(system)).toEqual([
      300,
      ["指标编号", "一级", "二级", "分值", "评分标准", "填报项"],
    ]);
  });
});

const document = (levels: string[], nodes: object[], items: object[], total: number) => ({
  format: "faping-system/1",
  id: "sizes",
  version: "1",
  title: "试行指标",
  levels,
  total,
  nodes,
  items,
});

/** Half a point goes for each of the absent. */
const item = (id: string, parent: string, points: number) => ({
  id,
  parent,
  title: `指标${id}`,
  points,
  responsible: ["司法局"],
  remedy: "补足培训",
  evidence: [{ fact: `absent_${id.replaceAll(".", "_")}`, label: "缺训人数", type: "integer", min: 0 }],
  clauses: [{ id: "a", deduct: { each: 0.5, per: `absent_${id.replaceAll(".", "_")}` } }],
});

/** One of the staff is absent everywhere. */
async function totalOf(system: IndicatorSystem) {
  const answers = Object.fromEntries(formRows(system).map(({ fact }) => [fact, 1]));
  const submission = submissionOf(system, { code: "110101", name: "甲县", answers });
  const assessment = toAssessmentJson(
    system,
    unverified(submission),
    await assessUnit(system, unverified(submission)),
    [],
    [],
    () => "",
  );
  const shown = ["1", "1.1", "1.2.3"];
  const nodes = assessment.nodes.filter(({ id }) => shown.includes(id)).map(({ id, points }) => [id, points]);
  return { points: assessment.total.points, nodes: Object.fromEntries(nodes) };
}

/** How many rows 指标填报 has, and its first headers. */
async function templateRows(system: IndicatorSystem) {
  const sheet = accepted(await writeTemplate(system)).sheets.find(({ name }) => name === "指标填报");
  const texts = sheet?.cells.flatMap((cell) => (cell.kind === "text" ? [cell] : [])) ?? [];
  const headers = texts.filter(({ row, column }) => row === 3 && column <= 6).map(({ text }) => text);
  return [texts.filter(({ text }) => /^[\d.]+\/absent_/.test(text)).length, headers];
}
