import { describe, expect, it } from "vitest";
import { explain } from "../../src/report/explanation.js";
import { RESULTS } from "./fixture.js";

describe("the way of one item", () => {
  it("gives the results' own figures for every unit and item, none of its own", () => {
    for (const { unit, items, total } of RESULTS.assessments) {
      for (const item of items) {
        const told = explain(RESULTS, unit.code, item.id);
        expect(told?.result).toBe(item);
        expect(told?.total).toBe(total);
        expect(told?.rules.sha256).toBe(RESULTS.system.sha256);
      }
    }
  });

  it("finds a unit by its name as well", () => {
    const [first] = RESULTS.assessments;
    const item = first?.items[0]?.id ?? "";
    expect(explain(RESULTS, first?.unit.name ?? "", item)).toEqual(
      explain(RESULTS, first?.unit.code ?? "", item),
    );
  });

  it("lists the places above up to level 1", () => {
    const deep = RESULTS.system.items.find(({ parent }) => parent !== undefined);
    const told = explain(RESULTS, RESULTS.assessments[0]?.unit.code ?? "", deep?.id ?? "");
    expect(told?.above.map(({ id }) => id)).toEqual([deep?.parent]);
  });

  it("says where a unit stands: its rank among how many, or why it is apart", () => {
    const item = RESULTS.system.items[0]?.id ?? "";
    for (const { group, ranked } of RESULTS.ranking.groups) {
      for (const { code, rank, tied, best, worst } of ranked) {
        const place = { group, rank, tied, of: ranked.length, best, worst };
        expect(explain(RESULTS, code, item)?.place).toEqual(place);
      }
    }
    for (const { code, reason } of RESULTS.ranking.apart) {
      expect(explain(RESULTS, code, item)?.place).toEqual({ apart: reason });
    }
  });

  it("knows nothing of other units and items", () => {
    expect(explain(RESULTS, "nobody", RESULTS.system.items[0]?.id ?? "")).toBeUndefined();
    expect(explain(RESULTS, RESULTS.assessments[0]?.unit.code ?? "", "none")).toBeUndefined();
  });
});
