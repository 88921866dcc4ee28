import { describe, expect, it } from "vitest";
import type { Results } from "../../src/model/results.js";
import { type Change, compareResults } from "../../src/run/compare.js";
import { scoreFiles } from "../../src/run/score-files.js";
import { loadSystem } from "../../src/system/load.js";
import { systemOf } from "../support/case.js";
import { BING, fileOf, JIA, run, SYSTEM, YI } from "./run.js";

const system = systemOf(SYSTEM);
const NONE = { evidence: "0", verification: "0", rules: "0", points: "0", cohort: "0", engine: "0" };

const unit = async (old: Results, now: Results, code: string) => {
  const found = (await compareResults(old, now)).units.find((one) => one.code === code);
  if (!found) throw new Error(`no unit ${code}`);
  return found;
};
const adds = ({ difference, causes }: Change) =>
  Number(Object.values(causes).reduce((sum, part) => sum + Number(part) * 1e6, 0)) / 1e6 ===
  Number(difference);

describe("two results", () => {
  it("that are the same differ in nothing", async () => {
    const results = await run(system, [JIA, YI, BING]);
    const { units, added, removed } = await compareResults(results, results);
    expect(units.map(({ total, items }) => [total.difference, total.causes, items])).toEqual([
      ["0", NONE, []],
      ["0", NONE, []],
      ["0", NONE, []],
    ]);
    expect([added, removed]).toEqual([[], []]);
  });

  it("tell a change of evidence from what it does to others", async () => {
    // 甲 8 of 10 → 8 points; 乙 10 of 10. Then 乙 reports 16: 甲 8 of 16 → 5, 乙 16 of 16.
    const old = await run(system, [JIA, YI]);
    const now = await run(system, [JIA, { ...YI, answers: { hours: 55, open: true, cases: 16 } }]);
    const jia = await unit(old, now, "1");
    expect(jia.total).toEqual({
      before: "18.00",
      after: "15.00",
      difference: "-3",
      causes: { ...NONE, cohort: "-3" },
    });
    expect(jia.items.map(({ id, difference, causes }) => [id, difference, causes.cohort])).toEqual([
      ["C", "-3", "-3"],
    ]);
    const yi = await unit(old, now, "2");
    expect(yi.total).toEqual({
      before: "19.00",
      after: "19.50",
      difference: "0.5",
      causes: { ...NONE, evidence: "0.5" },
    });
    expect([jia.rank, yi.rank]).toEqual([
      { before: 2, after: 2 },
      { before: 1, after: 1 },
    ]);
  });

  it("tell a change of rules from one of points", async () => {
    const harder = systemOf({
      ...SYSTEM,
      version: "1.0.0",
      items: SYSTEM.items.map((item) =>
        item.id === "H"
          ? { ...item, derive: [{ fact: "short", shortfall: { target: 70, of: "hours" } }] }
          : item,
      ),
    });
    const bytes = new TextEncoder().encode(
      JSON.stringify({ ...SYSTEM, items: harder.files[0] && JSON.parse(harder.files[0].text).items }),
    );
    const overlay = new TextEncoder().encode(
      JSON.stringify({
        format: "faping-points/1",
        system: { id: "run", version: "1.0.0" },
        points: { H: 5, C: 15 },
      }),
    );
    const { system: weighed } = loadSystem(
      { name: "system.json", bytes, read: () => undefined },
      { name: "points.json", bytes: overlay },
    );
    if (!weighed) throw new Error("the overlay does not fit");
    const old = await run(system, [JIA, YI]);
    const now = await scoreFiles(
      weighed,
      [JIA, YI].map((one) => fileOf(weighed, one)),
      { language: "zh-CN" },
    );
    // 甲: 10 + 8. Target 70: 9 + 8 = 17. Then H is halved, C half as much again: 4.5 + 12 = 16.5.
    expect((await unit(old, now, "1")).total).toEqual({
      before: "18.00",
      after: "16.50",
      difference: "-1.5",
      causes: { ...NONE, rules: "-1", points: "-0.5" },
    });
  });

  it("tell who came and who went, and what that did to the others", async () => {
    const old = await run(system, [JIA, YI]);
    const now = await run(system, [JIA, BING]);
    const { added, removed, units } = await compareResults(old, now);
    expect([added, removed]).toEqual([[{ code: "3", name: "丙县" }], [{ code: "2", name: "乙县" }]]);
    expect(units.map(({ total }) => total.causes.cohort)).toEqual(["2"]);
    expect(units[0]?.grade).toEqual({ before: "优秀", after: "优秀" });
  });

  it("have causes that add up to the difference, item by item and in the total", async () => {
    const old = await run(system, [JIA, YI, BING]);
    const now = await run(system, [
      { ...JIA, answers: { hours: 33.3, open: false, cases: 7.7 } },
      { ...YI, answers: { hours: 50, open: true, cases: 3 } },
      BING,
    ]);
    const { units } = await compareResults(old, now);
    const changes = units.flatMap(({ total, items }) => [total, ...items]);
    expect(changes.length).toBeGreaterThan(5);
    expect(changes.filter((change) => !adds(change))).toEqual([]);
  });
});
