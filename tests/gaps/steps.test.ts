import { describe, expect, it } from "vitest";
import type { WrittenItem } from "../support/arbitrary-item.js";
import { boolean, gapsOf, integer, number } from "./told.js";

describe("steps within reach", () => {
  it("are the next tiers: 92 → 95 wins 0.4, 92 → 100 wins 1", async () => {
    const item: Partial<WrittenItem> = {
      points: 2,
      evidence: [{ fact: "rate", label: "办结率", type: "percent" }],
      start: "zero",
      clauses: [
        {
          id: "a",
          award: {
            tiers: {
              of: "rate",
              atLeast: [
                [100, 2],
                [95, 1.4],
                [90, 1],
              ],
            },
          },
        },
      ],
    };
    const [gap] = await gapsOf([item], { answers: { rate: 92 } });
    expect(gap?.required).toEqual({ fact: "rate", operator: "greaterThanInclusive", value: "100" });
    expect(gap?.steps).toEqual([
      { fact: "rate", to: "95", gain: "0.4" },
      { fact: "rate", to: "100", gain: "1" },
    ]);
  });

  it("are one more of what is counted, up to all of it", async () => {
    const item: Partial<WrittenItem> = {
      points: 2,
      evidence: [integer("reports")],
      start: "zero",
      clauses: [{ id: "a", award: { each: 0.7, per: "reports", cap: 2 } }],
    };
    const [gap] = await gapsOf([item], { answers: { reports: 1 } });
    // 2 ÷ 0.7 is more than 2: the third report is needed for the last 0.6.
    expect(gap?.steps).toEqual([
      { fact: "reports", to: "2", gain: "0.7" },
      { fact: "reports", to: "3", gain: "1.3" },
    ]);
  });

  it("begin only where the cap is left behind", async () => {
    const item: Partial<WrittenItem> = {
      points: 1,
      evidence: [integer("errors")],
      clauses: [{ id: "a", deduct: { each: 0.5, per: "errors", cap: 1 } }],
    };
    const [gap] = await gapsOf([item], { answers: { errors: 5 } });
    expect(gap).toMatchObject({ kind: "occurrence", lost: "1" });
    expect(gap?.steps).toEqual([
      { fact: "errors", to: "1", gain: "0.5" },
      { fact: "errors", to: "0", gain: "1" },
    ]);
  });

  it("are whole for what is counted in whole numbers", async () => {
    const item: Partial<WrittenItem> = {
      points: 1,
      evidence: [integer("visits")],
      start: "zero",
      clauses: [{ id: "a", award: { each: 0.5, per: "visits", step: 2.5, partial: "down", cap: 1 } }],
    };
    const [gap] = await gapsOf([item], { answers: { visits: 0 } });
    expect(gap?.steps).toEqual([
      { fact: "visits", to: "3", gain: "0.5" },
      { fact: "visits", to: "5", gain: "1" },
    ]);
  });

  it("do not go beyond what a field can hold", async () => {
    const item: Partial<WrittenItem> = {
      points: 2,
      evidence: [{ fact: "rate", label: "办结率", type: "percent" }],
      start: "zero",
      clauses: [
        {
          id: "a",
          award: {
            tiers: {
              of: "rate",
              atLeast: [
                [110, 2],
                [100, 1],
              ],
            },
          },
        },
      ],
    };
    const [gap] = await gapsOf([item], { answers: { rate: 92 } });
    expect(gap?.steps).toEqual([{ fact: "rate", to: "100", gain: "1" }]);
  });

  it("win a share up to the whole", async () => {
    const item: Partial<WrittenItem> = {
      points: 3,
      evidence: [{ fact: "rate", label: "满意率", type: "percent" }],
      start: "zero",
      clauses: [{ id: "a", award: { share: "rate" } }],
    };
    const [gap] = await gapsOf([item], { answers: { rate: 62.9 } });
    expect(gap).toMatchObject({ lost: "1.11" });
    expect(gap?.steps).toEqual([{ fact: "rate", to: "100", gain: "1.11" }]);
  });

  it("take in what another clause gives or takes by the same fact", async () => {
    const item: Partial<WrittenItem> = {
      points: 2,
      evidence: [number("rate")],
      clauses: [
        {
          id: "a",
          deduct: {
            tiers: {
              of: "rate",
              atMost: [
                [60, 1],
                [80, 0.5],
              ],
            },
          },
        },
        { id: "b", when: { fact: "rate", operator: "lessThan", value: 80 }, deduct: 0.5 },
      ],
    };
    const gaps = await gapsOf([item], { answers: { rate: 50 } });
    // At 80, tier and condition change together: 0.5 and 0.5.
    expect(gaps.find(({ clause }) => clause === "a")?.steps).toEqual([{ fact: "rate", to: "80", gain: "1" }]);
  });

  it("are none while the clause's condition is not met: the figure alone wins nothing", async () => {
    const item: Partial<WrittenItem> = {
      points: 2,
      evidence: [number("rate"), boolean("audited")],
      start: "zero",
      clauses: [
        {
          id: "a",
          when: { fact: "audited", operator: "equal", value: true },
          award: {
            tiers: {
              of: "rate",
              atLeast: [
                [95, 2],
                [90, 1],
              ],
            },
          },
        },
      ],
    };
    const [gap] = await gapsOf([item], { answers: { rate: 92, audited: false } });
    expect(gap?.steps).toEqual([]);
    expect(gap?.unmet).toEqual({
      all: [
        { fact: "audited", operator: "equal", value: true },
        { fact: "rate", operator: "greaterThanInclusive", value: "95" },
      ],
    });
  });

  it("are none where a set stands in the place of the sum", async () => {
    const item: Partial<WrittenItem> = {
      points: 2,
      evidence: [number("rate"), boolean("forged")],
      clauses: [
        { id: "a", deduct: { each: 0.1, per: "rate", cap: 2 } },
        { id: "b", when: { fact: "forged", operator: "equal", value: true }, set: "zero" },
      ],
    };
    const gaps = await gapsOf([item], { answers: { rate: 5, forged: true } });
    expect(gaps.map(({ clause, lost, steps }) => [clause, lost, steps])).toEqual([
      ["b", "1.5", []],
      ["a", "0.5", []],
    ]);
  });
});
