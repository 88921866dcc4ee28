import { describe, expect, it } from "vitest";
import { toFixed } from "../../src/model/rational.js";
import { assess } from "../support/arbitrary-assessment.js";
import { systemOf } from "../support/case.js";

/** Two items of 5 points, the first of which may fall to −2; a veto sets it, or its node, to nothing. */
const system = (place: string) =>
  systemOf({
    format: "faping-system/1",
    id: "vetoes",
    version: "1.0.0",
    title: "示例指标体系",
    levels: ["一级指标", "评分项"],
    total: 10,
    nodes: [
      { id: "1", title: "甲" },
      { id: "2", title: "乙" },
    ],
    items: ["1", "2"].map((id) => ({
      id: `${id}.1`,
      parent: id,
      title: "评分项",
      points: 5,
      floor: -2,
      evidence: [{ fact: `errors${id}`, label: "差错", type: "integer" }],
      clauses: [{ id: "a", deduct: { each: 1, per: `errors${id}`, cap: 9 } }],
    })),
    vetoes: [
      {
        ...{ id: "V", title: "重大差错", effect: { zero: place } },
        when: { fact: "errors1", operator: "greaterThanInclusive", value: 3 },
      },
    ],
  });

async function outcome(place: string, errors: number): Promise<readonly string[]> {
  const unit = { code: "1", name: "甲县", answers: { errors1: errors, errors2: 0 } };
  const { total, vetoes } = await assess({ system: system(place), unit });
  return [toFixed(total.points, 2), ...vetoes.map(({ lost }) => toFixed(lost, 2))];
}

describe("a veto that sets a place to nothing", () => {
  it("takes what there is", async () => {
    expect(await outcome("1", 2)).toEqual(["8.00"]);
    expect(await outcome("1", 3)).toEqual(["5.00", "2.00"]);
    expect(await outcome("1.1", 3)).toEqual(["5.00", "2.00"]);
  });

  it("lifts nothing that is below zero: no one gains by a veto", async () => {
    expect(await outcome("1", 7)).toEqual(["3.00", "0.00"]);
    expect(await outcome("1.1", 7)).toEqual(["3.00", "0.00"]);
  });
});
