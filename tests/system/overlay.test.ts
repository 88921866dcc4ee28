import { describe, expect, it } from "vitest";
import { toDecimal } from "../../src/model/rational.js";
import { assessUnit } from "../../src/scoring/assess-unit.js";
import { loadSystem } from "../../src/system/load.js";
import { submissionOf, unverified } from "../support/case.js";
import { systemFiles } from "../support/files.js";

const bytes = (value: object) => new TextEncoder().encode(JSON.stringify(value));
const field = (fact: string, type: string, more = {}) => ({ fact, label: fact, type, ...more });

/** One item of 6 points with every form of amount, a bonus item, and a declared node. */
const SYSTEM = {
  format: "faping-system/1",
  id: "public",
  version: "1",
  title: "公开指标",
  levels: ["一级", "二级"],
  total: 10,
  bonus: { cap: 2 },
  nodes: [{ id: "1", title: "甲", points: 10 }],
  items: [
    {
      id: "1.1",
      parent: "1",
      title: "a",
      points: 6,
      evidence: [
        field("late", "integer"),
        field("rate", "percent"),
        field("grade", "choice", { options: ["优", "良"] }),
      ],
      clauses: [
        { id: "each", deduct: { each: 0.3, per: "late", cap: 1.2 } },
        { id: "fixed", when: { fact: "late", operator: "greaterThan", value: 9 }, deduct: 1.5 },
        {
          id: "tiers",
          deduct: {
            tiers: {
              of: "rate",
              atMost: [
                [60, 3],
                [80, 1.2],
              ],
            },
          },
        },
        { id: "choice", deduct: { choice: "grade", points: { 优: 0, 良: 0.6 } } },
        { id: "share", award: { share: "rate", of: 0.9 } },
      ],
    },
    {
      id: "1.2",
      parent: "1",
      title: "b",
      points: 4,
      evidence: [field("held", "boolean")],
      clauses: [{ id: "a", when: { fact: "held", operator: "equal", value: false }, deduct: 4 }],
    },
    {
      id: "J",
      title: "c",
      kind: "bonus",
      max: 2,
      evidence: [field("honours", "integer")],
      clauses: [{ id: "a", award: { each: 1, per: "honours" } }],
    },
  ],
};
const UNIT = { code: "1", name: "甲县", answers: { late: 3, rate: 70, grade: "良", held: true, honours: 1 } };

async function score(points?: Record<string, number>) {
  const overlay = points && {
    name: "points.json",
    bytes: bytes({ format: "faping-points/1", system: { id: "public", version: "1" }, points }),
  };
  const { system, findings } = loadSystem(systemFiles({ "system.json": SYSTEM }), overlay);
  if (!system) throw new Error(JSON.stringify(findings));
  const { items, total } = await assessUnit(system, unverified(submissionOf(system, UNIT)));
  return {
    system,
    total: toDecimal(total.points),
    amounts: items.map(({ clauses }) => clauses.map(({ amount }) => toDecimal(amount))),
  };
}

describe("a points overlay", () => {
  it("leaves everything as it is where there is none", async () => {
    // 6 − 0.9 − 1.2 − 0.6 + 0.63 = 3.93; + 4 + bonus 1
    const { total, amounts, system } = await score();
    expect(amounts[0]).toEqual(["0.9", "0", "1.2", "0.6", "0.63"]);
    expect(total).toBe("8.93");
    expect(system.overlay).toBeUndefined();
  });

  it("replaces points and takes the amounts along in proportion", async () => {
    // 6 → 3 halves every amount: 3 − 0.45 − 0.6 − 0.3 + 0.315 = 1.965 → 1.97; 4 → 7; bonus of at most 1: 0.5
    const { total, amounts, system } = await score({ "1.1": 3, "1.2": 7, J: 1 });
    expect(amounts).toEqual([["0.45", "0", "0.6", "0.3", "0.315"], ["0"], ["0.5"]]);
    expect(total).toBe("9.47");
    expect(system.overlay?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it("keeps the system's hash and form, so that workbooks handed in before can be scored by it", async () => {
    const [plain, overlaid] = [await score(), await score({ "1.1": 3, "1.2": 7 })];
    expect(overlaid.system.sha256).toBe(plain.system.sha256);
    expect(overlaid.system.formHash).toBe(plain.system.formHash);
  });

  it("goes before what nodes declare, and must still add up to the total", async () => {
    await expect(score({ "1.1": 5 })).rejects.toThrow("total-points");
  });
});
