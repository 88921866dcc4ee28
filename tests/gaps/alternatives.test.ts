import { describe, expect, it } from "vitest";
import type { WrittenItem } from "../support/arbitrary-item.js";
import { boolean, gapsOf, number } from "./told.js";

describe("alternatives", () => {
  const award: Partial<WrittenItem> = {
    points: 2,
    evidence: [number("rate")],
    start: "zero",
    clauses: [
      {
        id: "a",
        oneOf: "rate",
        when: { fact: "rate", operator: "greaterThanInclusive", value: 95 },
        award: 2,
      },
      {
        id: "b",
        oneOf: "rate",
        when: { fact: "rate", operator: "greaterThanInclusive", value: 80 },
        award: 1,
      },
    ],
  };

  it("that award ask for the best one, once", async () => {
    const gaps = await gapsOf([award], { answers: { rate: 85 } });
    expect(gaps).toHaveLength(1);
    expect(gaps[0]).toMatchObject({ lost: "1" });
    expect(gaps[0]?.required).toEqual({ fact: "rate", operator: "greaterThanInclusive", value: "95" });
  });

  it("that award and of which none came about have one gap", async () => {
    const gaps = await gapsOf([award], { answers: { rate: 10 } });
    expect(gaps.map(({ clause, lost }) => [clause, lost])).toEqual([["a", "2"]]);
    expect(gaps[0]?.required).toEqual({ fact: "rate", operator: "greaterThanInclusive", value: "95" });
  });

  it("that deduct by two bounds of one fact ask for the stricter one", async () => {
    const item: Partial<WrittenItem> = {
      points: 2,
      evidence: [number("rate")],
      clauses: [
        { id: "a", oneOf: "rate", when: { fact: "rate", operator: "lessThan", value: 60 }, deduct: 2 },
        { id: "b", oneOf: "rate", when: { fact: "rate", operator: "lessThan", value: 80 }, deduct: 1 },
      ],
    };
    for (const [rate, lost] of [
      [50, "2"],
      [70, "1"],
    ] as const) {
      const gaps = await gapsOf([item], { answers: { rate } });
      expect(gaps).toHaveLength(1);
      expect(gaps[0]).toMatchObject({ lost });
      expect(gaps[0]?.required).toEqual({ fact: "rate", operator: "greaterThanInclusive", value: "80" });
      expect(gaps[0]).not.toHaveProperty("unmet");
    }
  });

  it("stop at one that takes nothing: it need not be untrue", async () => {
    const item: Partial<WrittenItem> = {
      points: 1,
      evidence: [boolean("exempt"), number("rate")],
      clauses: [
        { id: "a", oneOf: "rate", when: { fact: "exempt", operator: "equal", value: true }, deduct: 0 },
        { id: "b", oneOf: "rate", when: { fact: "rate", operator: "lessThan", value: 80 }, deduct: 1 },
      ],
    };
    const [gap] = await gapsOf([item], { answers: { exempt: false, rate: 50 } });
    expect(gap?.unmet).toEqual({
      any: [
        { fact: "exempt", operator: "equal", value: true },
        { fact: "rate", operator: "greaterThanInclusive", value: "80" },
      ],
    });
  });

  it("ask for nothing where an earlier one always keeps the best from counting", async () => {
    const item: Partial<WrittenItem> = {
      points: 2,
      evidence: [number("rate")],
      start: "zero",
      clauses: [
        {
          id: "a",
          oneOf: "rate",
          when: { fact: "rate", operator: "greaterThanInclusive", value: 80 },
          award: 1,
        },
        {
          id: "b",
          oneOf: "rate",
          when: { fact: "rate", operator: "greaterThanInclusive", value: 95 },
          award: 2,
        },
      ],
    };
    const [gap] = await gapsOf([item], { answers: { rate: 85 } });
    expect(gap).toMatchObject({ lost: "1" });
    expect(gap).not.toHaveProperty("required");
    expect(gap).not.toHaveProperty("unmet");
  });
});

describe("a set", () => {
  it("that would have given all points is asked for where it did not come about", async () => {
    const item: Partial<WrittenItem> = {
      points: 2,
      evidence: [boolean("pilot"), number("rate")],
      start: "zero",
      clauses: [
        { id: "a", award: { share: "rate", of: 1 } },
        { id: "b", when: { fact: "pilot", operator: "equal", value: true }, set: "full" },
      ],
    };
    const gaps = await gapsOf([item], { answers: { pilot: false, rate: 40 } });
    expect(gaps.map(({ clause, lost }) => [clause, lost])).toEqual([
      ["b", "1"],
      ["a", "0.6"],
    ]);
    expect(gaps[0]).toMatchObject({
      kind: "below-standard",
      required: { fact: "pilot", operator: "equal", value: true },
    });
  });

  it("that lifted the item is not blamed for what a better one would have given", async () => {
    const item: Partial<WrittenItem> = {
      points: 2,
      evidence: [boolean("national"), boolean("province")],
      start: "zero",
      clauses: [
        { id: "a", when: { fact: "national", operator: "equal", value: true }, set: "full" },
        { id: "b", when: { fact: "province", operator: "equal", value: true }, set: 1 },
      ],
    };
    const gaps = await gapsOf([item], { answers: { national: false, province: true } });
    expect(gaps.map(({ clause, lost, required }) => [clause, lost, required])).toEqual([
      ["a", "1", { fact: "national", operator: "equal", value: true }],
    ]);
  });

  it("that lowered the item has to be untrue", async () => {
    const item: Partial<WrittenItem> = {
      points: 2,
      evidence: [boolean("forged")],
      clauses: [{ id: "a", when: { fact: "forged", operator: "equal", value: true }, set: 0.5 }],
    };
    const [gap] = await gapsOf([item], { answers: { forged: true } });
    expect(gap).toMatchObject({ kind: "occurrence", lost: "1.5" });
    expect(gap?.required).toEqual({ fact: "forged", operator: "equal", value: false });
  });
});
