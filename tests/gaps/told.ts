import type { GapJson } from "../../src/model/results.js";
import { assess, toJson } from "../support/arbitrary-assessment.js";
import type { Written, WrittenItem } from "../support/arbitrary-item.js";
import { type CaseUnit, systemOf } from "../support/case.js";

export type Told = Omit<GapJson, "message" | "responsible" | "actual" | "item">;
/** Head of the system: policies, vetoes, caps. */
export type Head = Partial<Omit<Written, "items">>;

/** The gaps of one unit by a system of one level, without cells and sentences. */
export async function gapsOf(
  items: Partial<WrittenItem>[],
  unit: Partial<CaseUnit>,
  head: Head = {},
): Promise<Told[]> {
  const written = items.map((item, index) => ({ id: `${index + 1}`, title: `评分项${index + 1}`, ...item }));
  const system = systemOf({
    format: "faping-system/1",
    id: "gaps",
    version: "1.0.0",
    title: "示例指标体系",
    levels: ["评分项"],
    total: written.reduce((sum, { points }) => sum + (points ?? 0), 0),
    ...head,
    items: written,
  });
  const { gaps } = toJson(system, await assess({ system, unit: { code: "1", name: "甲县", ...unit } }));
  return gaps.map(({ message: _m, responsible: _r, actual: _a, item: _i, ...told }) => told);
}

export const number = (fact: string) => ({ fact, label: fact, type: "number" as const });
export const integer = (fact: string) => ({ fact, label: fact, type: "integer" as const });
export const boolean = (fact: string) => ({ fact, label: fact, type: "boolean" as const });
export const documented = (fact: string) => ({ ...number(fact), documents: 1 });

/** Hours of training below 60 cost 0.02 each, at most 1. */
export const HOURS: Partial<WrittenItem> = {
  points: 1.5,
  evidence: [number("hours")],
  derive: [{ fact: "short", shortfall: { target: 60, of: "hours" } }],
  clauses: [{ id: "a", deduct: { each: 0.02, per: "short", cap: 1 } }],
};
