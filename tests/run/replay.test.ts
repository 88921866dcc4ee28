import { describe, expect, it } from "vitest";
import type { Results } from "../../src/model/results.js";
import { RulingRefused, replay } from "../../src/run/replay.js";
import { systemOf } from "../support/case.js";
import { BING, JIA, run, SYSTEM, YI } from "./run.js";

const system = systemOf(SYSTEM);
const totals = ({ assessments }: Results) => assessments.map(({ total }) => total.points);
const ranks = ({ ranking }: Results) =>
  Object.fromEntries(ranking.groups.flatMap(({ ranked }) => ranked.map(({ code, rank }) => [code, rank])));

describe("a ruling", () => {
  it("of nothing leaves everything as it was, byte for byte", async () => {
    const results = await run(system, [JIA, YI, BING]);
    expect(await replay(results, [])).toEqual(results);
  });

  it("on an item's points changes that item, its total and whom it overtakes", async () => {
    const results = await run(system, [JIA, YI, BING]);
    // 甲 10 + 8, 乙 9 + 10, 丙 10 − 2 − 2 + 5.
    expect(totals(results)).toEqual(["18.00", "19.00", "11.00"]);
    const after = await replay(results, [{ unit: "甲县", subject: "C", value: "9.5" }]);
    expect(totals(after)).toEqual(["19.50", "19.00", "11.00"]);
    expect([ranks(results), ranks(after)]).toEqual([
      { "1": 2, "2": 1, "3": 3 },
      { "1": 1, "2": 2, "3": 3 },
    ]);
    expect(after.assessments[0]?.items[1]).toMatchObject({
      points: "9.50",
      proven: "9.50",
      claimed: "9.50",
      rule: "8.00",
    });
  });

  it("on a field moves the others through what they are compared with", async () => {
    const results = await run(system, [JIA, YI, BING]);
    // 乙 reported 10 cases and is left with 8: the most is 8, so 甲 has all 10 points, 丙 6.25.
    const after = await replay(results, [{ unit: "2", subject: "cases", value: "8" }]);
    expect(totals(after)).toEqual(["20.00", "19.00", "12.25"]);
    expect(after.assessments.map(({ total }) => total.rule)).toEqual(["18.00", "19.00", "11.00"]);
  });

  it("stands above another one before it", async () => {
    const results = await run(system, [JIA]);
    const once = await replay(results, [{ unit: "1", subject: "H", value: "3" }]);
    expect(totals(await replay(once, [{ unit: "1", subject: "H", value: "7" }]))).toEqual(["17.00"]);
  });

  it("on a field that nobody had supplied stands by itself", async () => {
    const results = await run(system, [{ ...JIA, answers: { open: true, cases: 8 } }]);
    const after = await replay(results, [{ unit: "1", subject: "hours", value: "60" }]);
    expect(after.assessments[0]?.items[0]).toMatchObject({ id: "H", points: "10.00" });
  });

  it("given twice on one thing is refused", async () => {
    const results = await run(system, [JIA]);
    const rulings = ["3", "4"].map((value) => ({ unit: "1", subject: "H", value }));
    const refused = await replay(results, rulings).catch((error: unknown) => error);
    expect((refused as RulingRefused).problem).toEqual({ why: "twice", found: "1/H=4" });
  });

  it.each([
    [
      { unit: "9", subject: "H", value: "1" },
      { why: "no-unit", found: "9" },
    ],
    [
      { unit: "1", subject: "X", value: "1" },
      { why: "no-subject", found: "X" },
    ],
    [
      { unit: "1", subject: "short", value: "1" },
      { why: "no-subject", found: "short" },
    ],
    [
      { unit: "1", subject: "H", value: "10.5" },
      { why: "not-points", found: "10.5", max: "0–10" },
    ],
    [
      { unit: "1", subject: "H", value: "满分" },
      { why: "not-points", found: "满分", max: "0–10" },
    ],
    [
      { unit: "1", subject: "hours", value: "60余" },
      {
        why: "not-a-value",
        found: "60余",
        message: "“学时”应为数字，实际为“60余”，不能填约数，请填写准确数值",
      },
    ],
  ])("that can't be followed is refused: %j", async (ruling, problem) => {
    const results = await run(system, [JIA]);
    const refused = await replay(results, [ruling]).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(RulingRefused);
    expect((refused as RulingRefused).problem).toEqual(problem);
  });
});
