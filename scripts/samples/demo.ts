import type { IndicatorSystem, Item } from "../../src/model/indicator-system.js";
import { toNumber } from "../../src/model/rational.js";
import type { Answer, CellContent, SupportingDocument, UnitAnswers } from "./answers.js";
import type { DemoCounty } from "./demo-counties.js";
import { DRAWS } from "./demo-fields.js";
import { randomOf } from "./random.js";

/** The workbook of a fictional county. */
export function demoAnswers(county: DemoCounty, system: IndicatorSystem): UnitAnswers {
  const answers = new Map<string, Answer>();
  const random = randomOf(county.seed);
  for (const item of system.items) drawItem(county, item, random, answers);
  for (const edit of county.edits) edit(answers);
  return { basics: basicsOf(county), answers: Object.fromEntries(answers), notices: noticesOf(county) };
}

function drawItem(county: DemoCounty, item: Item, random: () => number, answers: Map<string, Answer>): void {
  const level = () => Math.min(1, Math.max(0, county.quality + (random() - 0.5) * 0.5));
  const document = documentOf(county, item, random);
  // Drawn also where it is not shown, so that a county's other figures stay the same.
  const self = selfScore(county, item, random);
  let first = true;
  for (const field of item.fields) {
    const draw = DRAWS[field.fact];
    if (!draw) throw new Error(`no draw for ${field.fact}`);
    const cells = draw({ fact: field.fact, short: county.name.slice(0, 1), level, random });
    for (const [name, value] of Object.entries(cells)) {
      const needed = field.documents > 0 && value !== 0 && value !== "否";
      answers.set(`${item.id}/${name}`, {
        value,
        ...(needed ? { documents: [document] } : {}),
        ...(first && self !== undefined ? { self } : {}),
      });
      first = false;
    }
  }
}

function documentOf(county: DemoCounty, item: Item, random: () => number): SupportingDocument {
  const month = 1 + Math.floor(random() * 12);
  const date = new Date(Date.UTC(2024, month - 1, 1 + Math.floor(random() * 28)));
  const number = 1 + Math.floor(random() * 80);
  return {
    title: `${item.title}统计表及证明材料`,
    reference: `${county.name.slice(0, 1)}法办〔2024〕${number}号`,
    date,
    place: `佐证材料/${item.id}.pdf`,
    responsible: item.responsible[0] ?? "",
  };
}

/** Items outside the hundred points carry no self-score. */
function selfScore(county: DemoCounty, item: Item, random: () => number): number | undefined {
  const generosity = county.self === "high" ? 0.2 : 0.05;
  const share = Math.min(1, 0.45 + 0.55 * county.quality + generosity + (random() - 0.5) * 0.2);
  return item.kind === "scored" ? Math.round(toNumber(item.points) * share * 10) / 10 : undefined;
}

function basicsOf(county: DemoCounty): Record<string, CellContent> {
  return {
    name: county.name,
    code: county.code,
    year: "2024",
    "unit.kind": county.kind,
    "unit.delegated": county.delegated ? "是" : "否",
    filledBy: "示例填报人",
    checkedBy: "示例审核人",
    head: "示例负责人",
    phone: "000-00000000",
    date: new Date(Date.UTC(2025, 2, 10)),
  };
}

function noticesOf(county: DemoCounty): string[] {
  return [
    `本表为虚构样例：${county.name}并不存在，所有数据由程序生成，与任何地方无关。`,
    `本样例展示：${county.shows}。`,
  ];
}
