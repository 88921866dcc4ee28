import ExcelJS from "exceljs";
import { loadMapping } from "../../src/forms/load-mapping.js";
import type { FormMapping } from "../../src/model/form-mapping.js";
import type { IndicatorSystem } from "../../src/model/indicator-system.js";
import { systemOf } from "../support/case.js";

/** A small system for foreign forms: a number, a rate, a list of yes and no, and a field by experts. */
export const SYSTEM: IndicatorSystem = systemOf({
  format: "faping-system/1",
  id: "foreign",
  version: "1",
  title: "试行指标",
  levels: ["一级指标", "二级指标"],
  total: 10,
  rounding: { digits: 2 },
  unitFacts: [{ fact: "kind", label: "类别", type: "choice", options: ["县", "市辖区"], optional: true }],
  nodes: [
    { id: "1", title: "行政执法" },
    { id: "2", title: "社会评价" },
  ],
  items: [
    {
      ...{ id: "1.1", no: 1, parent: "1", title: "执法人员培训", points: 4, responsible: ["司法局"] },
      evidence: [
        { fact: "hours", label: "人均培训学时", type: "number", unit: "学时", min: 0, documents: 1 },
      ],
      derive: [{ fact: "lack", shortfall: { target: 60, of: "hours" } }],
      clauses: [{ id: "a", deduct: { each: 0.1, per: "lack" } }],
    },
    {
      ...{ id: "1.2", no: 2, parent: "1", title: "负责人出庭应诉", points: 3, responsible: ["司法局"] },
      onEmpty: "full",
      mayBeNotApplicable: true,
      evidence: [{ fact: "court", label: "出庭应诉率", type: "rate" }],
      derive: [{ fact: "courtLack", shortfall: { target: 100, of: "court" } }],
      clauses: [{ id: "a", deduct: { each: 0.1, per: "courtLack" } }],
    },
    {
      ...{ id: "1.3", no: 3, parent: "1", title: "制度公开", points: 2, responsible: ["政府办公室"] },
      evidence: [
        { fact: "listed", label: "是否公布清单", type: "boolean" },
        { fact: "updated", label: "是否动态调整", type: "boolean" },
      ],
      clauses: [
        { id: "a", when: { fact: "listed", operator: "equal", value: false }, deduct: 1 },
        { id: "b", when: { fact: "updated", operator: "equal", value: false }, deduct: 1 },
      ],
    },
    {
      ...{
        id: "2.1",
        no: 4,
        parent: "2",
        title: "专家评价",
        points: 1,
        responsible: ["司法局"],
        start: "zero",
      },
      evidence: ["expert1", "expert2", "expert3"].map((fact, n) => ({
        ...{ fact, label: `专家${n + 1}评分`, type: "number", min: 0, max: 100, by: "third-party" },
      })),
      derive: [{ fact: "experts", mean: { of: ["expert1", "expert2", "expert3"], trim: 0 } }],
      clauses: [{ id: "a", award: { share: "experts", of: 1 } }],
    },
  ],
});

type Content = string | number | boolean | null | Date;
export interface ForeignSheet {
  readonly name?: string;
  readonly rows: readonly (readonly Content[])[];
  readonly merges?: readonly string[];
}

export async function workbook(...sheets: readonly ForeignSheet[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  for (const [n, { name = `表${n + 1}`, rows, merges = [] }] of sheets.entries()) {
    const sheet = book.addWorksheet(name);
    for (const [r, row] of rows.entries())
      for (const [c, content] of row.entries())
        if (content !== null) sheet.getCell(r + 1, c + 1).value = content;
    for (const range of merges) sheet.mergeCells(range);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** The mapping, or what is wrong with it where it should have been sound. */
export function mapping(document: object, file = "对照表.json"): FormMapping {
  const { mapping: loaded, findings } = load(document, file);
  if (!loaded) throw new Error(JSON.stringify(findings));
  return loaded;
}

export const load = (document: object, file = "对照表.json") =>
  loadMapping({ name: file, bytes: new TextEncoder().encode(JSON.stringify(document)) }, SYSTEM);

export const HEAD = { format: "faping-form/1", id: "f", title: "外来表", system: { id: "foreign" } };
export const UNIT = { name: { label: "填报单位" }, codes: { 甲县: "990001" } };
