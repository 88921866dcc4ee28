import { describe, expect, it } from "vitest";
import type { Written, WrittenItem } from "../support/arbitrary-item.js";
import { boolean, documented, gapsOf, type Head, HOURS, integer, number } from "./told.js";

describe("what is not there", () => {
  it("is missing, and still has its requirement", async () => {
    const [gap] = await gapsOf([HOURS], {});
    expect(gap).toMatchObject({ kind: "missing", lost: "1", steps: [] });
    expect(gap?.required).toEqual({ fact: "hours", operator: "greaterThanInclusive", value: "60" });
  });

  it("is missing where it stands but could not be read", async () => {
    const [gap] = await gapsOf([HOURS], { refused: ["hours"] });
    expect(gap).toMatchObject({ kind: "missing", lost: "1" });
  });

  it("is unsupported where only its documents are missing", async () => {
    const item = { ...HOURS, evidence: [documented("hours")] };
    const policies = { unsupported: "missing" as const };
    const unit = { answers: { hours: 70 }, documents: { hours: 0 } };
    const [gap] = await gapsOf([item], unit, { policies });
    expect(gap).toMatchObject({ kind: "unsupported", lost: "1" });
    expect(await gapsOf([item], { answers: { hours: 70 } }, { policies })).toEqual([]);
  });

  it("is unsupported where a rate was printed without its parts", async () => {
    const item: Partial<WrittenItem> = {
      points: 1,
      evidence: [{ fact: "rate", label: "办结率", type: "rate" }],
      start: "zero",
      clauses: [{ id: "a", award: { tiers: { of: "rate", atLeast: [[95, 1]] } } }],
    };
    const [gap] = await gapsOf([item], { answers: { rate: 97 } }, { policies: { unsupported: "missing" } });
    expect(gap).toMatchObject({ kind: "unsupported", lost: "1" });
  });

  it("can't be asked of an item that does not apply", async () => {
    const items: Partial<WrittenItem>[] = [
      {
        points: 1,
        evidence: [boolean("own")],
        clauses: [
          {
            id: "a",
            when: {
              any: [
                { fact: "own", operator: "equal", value: false },
                { fact: "elsewhere", operator: "equal", value: false },
              ],
            },
            deduct: 1,
          },
        ],
      },
      {
        points: 1,
        applicable: { fact: "unit.kind", operator: "equal", value: "县" },
        evidence: [boolean("elsewhere")],
        clauses: [{ id: "a", when: { fact: "elsewhere", operator: "equal", value: false }, deduct: 1 }],
      },
    ];
    const unitFacts: Written["unitFacts"] = [
      { fact: "kind", label: "类别", type: "choice", options: ["县", "市辖区"] },
    ];
    const unit = { unitFacts: { kind: "市辖区" }, answers: { own: false } };
    const [gap] = await gapsOf(items, unit, { unitFacts });
    expect(gap).toMatchObject({ clause: "a", lost: "1", lostTotal: "2" });
    expect(gap).not.toHaveProperty("required");
    expect(gap).not.toHaveProperty("unmet");
  });

  it("keeps a counted deduction open: both ways to close it are told", async () => {
    const item: Partial<WrittenItem> = {
      points: 1,
      evidence: [integer("errors"), boolean("audited")],
      clauses: [
        {
          id: "a",
          when: { fact: "audited", operator: "equal", value: true },
          deduct: { each: 0.1, per: "errors", cap: 1 },
        },
      ],
    };
    const [gap] = await gapsOf([item], { answers: { errors: 3 } });
    expect(gap).toMatchObject({ kind: "missing", lost: "1", steps: [] });
    expect(gap?.unmet).toEqual({
      any: [
        { fact: "audited", operator: "equal", value: false },
        {
          all: [
            { fact: "audited", operator: "equal", value: true },
            { fact: "errors", operator: "lessThanInclusive", value: "0" },
          ],
        },
      ],
    });
  });
});

describe("deduction items", () => {
  const scored: Partial<WrittenItem> = {
    points: 10,
    evidence: [number("base")],
    clauses: [{ id: "a", deduct: { each: 1, per: "base", cap: 1 } }],
  };
  const deduction = (fact: string): Partial<WrittenItem> => ({
    kind: "deduction",
    max: 5,
    evidence: [integer(fact)],
    clauses: [{ id: "a", deduct: { each: 2, per: fact } }],
  });

  it("tell occurrences, and count in the total no further than the cap", async () => {
    const gaps = await gapsOf(
      [scored, deduction("accidents"), deduction("lawsuits")],
      { answers: { base: 0, accidents: 2, lawsuits: 1 } },
      { deduction: { cap: 5 } },
    );
    expect(gaps.map(({ kind, lost, lostTotal }) => [kind, lost, lostTotal])).toEqual([
      ["occurrence", "4", "4"],
      ["occurrence", "2", "1"],
    ]);
    expect(gaps[0]?.required).toEqual({ fact: "accidents", operator: "lessThanInclusive", value: "0" });
    expect(gaps[0]?.steps).toEqual([
      { fact: "accidents", to: "1", gain: "2" },
      { fact: "accidents", to: "0", gain: "4" },
    ]);
  });

  it("wait where nothing is known: a gap that costs nothing so far", async () => {
    const gaps = await gapsOf(
      [scored, deduction("accidents")],
      { answers: { base: 0 } },
      { deduction: { cap: 5 } },
    );
    expect(gaps.map(({ kind, lost, lostTotal }) => [kind, lost, lostTotal])).toEqual([["pending", "0", "0"]]);
  });
});

describe("vetoes", () => {
  const items: Partial<WrittenItem>[] = [
    {
      points: 10,
      evidence: [boolean("accident"), number("rate")],
      clauses: [{ id: "a", deduct: { each: 0.1, per: "rate", cap: 1 } }],
    },
  ];
  const veto = (effect: NonNullable<Written["vetoes"]>[number]["effect"]): Head => ({
    vetoes: [
      {
        id: "V",
        title: "重大事故",
        when: { fact: "accident", operator: "equal", value: true },
        effect,
        remedy: "整改",
      },
    ],
  });
  const told = async (accident: boolean | null, effect: Parameters<typeof veto>[0]) => {
    const gaps = await gapsOf(items, { answers: { accident, rate: 2 } }, veto(effect));
    return gaps.filter(({ veto: id }) => id === "V");
  };
  const required = { fact: "accident", operator: "equal", value: false };

  it("that cap the total lose what lies above the cap", async () => {
    const [gap] = await told(true, { capTotal: 6 });
    expect(gap).toMatchObject({ kind: "veto", lost: "3.8", lostTotal: "3.8", required, remedy: "整改" });
  });

  it("that zero a place lose what it had", async () => {
    const [gap] = await told(true, { zero: "1" });
    expect(gap).toMatchObject({ kind: "veto", lost: "9.8", lostTotal: "9.8", required });
  });

  it("that disqualify lose no points and have a gap all the same", async () => {
    const [gap] = await told(true, "disqualify");
    expect(gap).toMatchObject({ kind: "veto", lost: "0", required });
  });

  it("that can't be decided yet are pending", async () => {
    const [gap] = await told(null, { zero: "1" });
    expect(gap).toMatchObject({ kind: "pending", lost: "0", required });
  });

  it("that did not come true have none", async () => {
    expect(await told(false, { zero: "1" })).toEqual([]);
  });

  it("called by a clause ask for what that clause asks, whatever the veto's own condition", async () => {
    const calling: Partial<WrittenItem>[] = [
      {
        points: 10,
        evidence: [boolean("accident"), number("rate"), integer("deaths")],
        clauses: [
          { id: "a", deduct: { each: 0.1, per: "rate", cap: 1 } },
          { id: "b", when: { fact: "deaths", operator: "greaterThanInclusive", value: 3 }, veto: "V" },
        ],
      },
    ];
    const gaps = await gapsOf(
      calling,
      { answers: { accident: false, rate: 0, deaths: 4 } },
      veto("disqualify"),
    );
    expect(gaps).toEqual([
      {
        ...{ kind: "veto", clause: "b", veto: "V", lost: "0", lostTotal: "0", steps: [], remedy: "整改" },
        required: { fact: "deaths", operator: "lessThan", value: "3" },
      },
    ]);
  });

  it("called by a clause without a condition ask for nothing: nothing that is filled in helps", async () => {
    const calling: Partial<WrittenItem>[] = [
      {
        points: 10,
        evidence: [boolean("accident"), number("rate")],
        clauses: [
          { id: "a", deduct: { each: 0.1, per: "rate", cap: 1 } },
          { id: "b", veto: "V" },
        ],
      },
    ];
    const gaps = await gapsOf(calling, { answers: { accident: null, rate: 0 } }, veto("disqualify"));
    expect(gaps.map(({ kind, required }) => [kind, required])).toEqual([["veto", undefined]]);
  });
});
