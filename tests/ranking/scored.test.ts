import { describe, expect, it } from "vitest";
import type { IndicatorSystem } from "../../src/model/indicator-system.js";
import {
  add,
  compare,
  equals,
  min,
  multiply,
  parseExact,
  round,
  subtract,
  sum,
} from "../../src/model/rational.js";
import { AssessmentJson, RankingJson } from "../../src/model/results.js";
import { figure, keysOf, STANDINGS } from "../../src/ranking/keys.js";
import { rank } from "../../src/ranking/rank.js";
import { rulesOf } from "../../src/ranking/rules.js";
import { outline } from "../../src/report/system-outline.js";
import { assess, deeplyDrawn, drawn, every, toJson } from "../support/arbitrary-assessment.js";

const idsOf = ({ items }: IndicatorSystem, kind: string) =>
  new Set(items.filter((item) => item.kind === kind).map(({ id }) => id));

describe("the weight of an item, as results say it", () => {
  it("is exact", async () => {
    await every(deeplyDrawn, 20, async (one) => {
      const assessment = await assess(one);
      const json = toJson(one.system, assessment);
      expect(json.items.map(({ weight }) => parseExact(weight))).toEqual(
        assessment.items.map(({ weight }) => weight),
      );
      expect(AssessmentJson.parse(json)).toEqual(json);
    });
  });

  it("brings the printed points to the printed total, where nothing holds it", async () => {
    let tried = 0;
    await every(deeplyDrawn, 30, async ({ system, unit }) => {
      const { totalCap: _cap, totalFloor: _floor, ...free } = { ...system, vetoes: [] };
      const { items, total, bonus, deduction } = toJson(free, await assess({ system: free, unit }));
      const scored = idsOf(system, "scored");
      const parts = items
        .filter(({ id }) => scored.has(id))
        .map(({ points, weight }) => multiply(figure(points), parseExact(weight)));
      const together = subtract(add(sum(parts), figure(bonus)), figure(deduction));
      // A cap of the bonus that has more digits than are printed is not told in full.
      const caps = [system.bonusCap, system.deductionCap];
      if (caps.some((cap) => cap && !equals(round(cap, system.digits), cap))) return;
      tried += 1;
      expect(round(together, system.digits)).toEqual(figure(total.points));
    });
    expect(tried).toBeGreaterThan(20);
  });
});

describe("the key of a unit that was scored", () => {
  it("holds what its bonus comes to under the cap, which results do not tell", async () => {
    let open = 0;
    await every(drawn, 60, async ({ system, unit }) => {
      const json = toJson(system, await assess({ system, unit }));
      const rules = { ...rulesOf(outline(system)), tieBreak: ["bonus"] };
      const ids = idsOf(system, "bonus");
      const real = (standing: "points" | "proven" | "claimed") => {
        const counted = json.items.filter(({ id, status }) => ids.has(id) && status !== "notApplicable");
        const together = sum(counted.map((item) => figure(item[standing])));
        return round(system.bonusCap ? min(together, system.bonusCap) : together, system.digits);
      };
      const { points, proven, claimed } = keysOf(json, rules);
      expect(points[1]).toEqual(real("points"));
      expect(proven[1]).toEqual(real("proven"));
      expect(compare(claimed[1] ?? figure("0"), real("claimed"))).toBeGreaterThanOrEqual(0);
      if (!equals(real("proven"), real("claimed"))) open += 1;
    });
    expect(open).toBeGreaterThan(0);
  });

  it("has as things stand no more than is claimed and no less than is proven; so has its rank", async () => {
    await every(drawn, 40, async ({ system, unit }) => {
      const json = toJson(system, await assess({ system, unit }));
      const shape = outline(system);
      const keys = keysOf(json, rulesOf(shape));
      for (const standing of STANDINGS) {
        for (const [at, value] of keys[standing].entries()) {
          expect(compare(keys.proven[at] ?? value, value)).toBeLessThanOrEqual(0);
          expect(compare(keys.claimed[at] ?? value, value)).toBeGreaterThanOrEqual(0);
        }
      }
      const other = { ...json, unit: { ...json.unit, code: `${json.unit.code}0` } };
      const result = rank([json, other], shape);
      expect(RankingJson.parse(result)).toEqual(result);
      for (const { rank: now, best, worst } of result.groups.flatMap(({ ranked }) => ranked)) {
        const isOpen = keys.proven.some((value, at) => !equals(value, keys.claimed[at] ?? value));
        expect([best, now, worst]).toEqual([1, 1, isOpen ? 2 : 1]);
      }
    });
  });
});
