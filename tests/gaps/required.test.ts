import { describe, expect, it } from "vitest";
import type { WrittenItem } from "../support/arbitrary-item.js";
import { boolean, gapsOf, HOURS, number } from "./told.js";

describe("what a gap asks for", () => {
  it("turns a shortfall into the hours that are needed", async () => {
    const [gap, ...more] = await gapsOf([HOURS], { answers: { hours: 45.5 } });
    expect(more).toEqual([]);
    expect(gap).toMatchObject({ kind: "below-standard", lost: "0.29", lostTotal: "0.29" });
    expect(gap?.required).toEqual({ fact: "hours", operator: "greaterThanInclusive", value: "60" });
  });

  it("turns a shortfall against another fact into the figure that the fact comes to", async () => {
    const item: Partial<WrittenItem> = {
      points: 2,
      evidence: [number("plan"), number("done")],
      derive: [{ fact: "short", shortfall: { target: "plan", of: "done" } }],
      clauses: [{ id: "a", deduct: { each: 0.1, per: "short", cap: 2 } }],
    };
    const [gap] = await gapsOf([item], { answers: { plan: 12, done: 9 } });
    expect(gap?.required).toEqual({ fact: "done", operator: "greaterThanInclusive", value: "12" });
  });

  it("asks for no more than what closes a shortfall that has to be exactly none", async () => {
    const item: Partial<WrittenItem> = {
      ...HOURS,
      clauses: [{ id: "a", when: { fact: "short", operator: "notEqual", value: 0 }, deduct: 1 }],
    };
    const [gap] = await gapsOf([item], { answers: { hours: 45 } });
    expect(gap?.required).toEqual({ fact: "hours", operator: "greaterThanInclusive", value: "60" });
  });

  it("turns an excess into the limit", async () => {
    const item: Partial<WrittenItem> = {
      points: 1,
      evidence: [number("days")],
      derive: [{ fact: "over", excess: { limit: 20, of: "days" } }],
      clauses: [{ id: "a", deduct: { each: 0.1, per: "over", cap: 1 } }],
    };
    const [gap] = await gapsOf([item], { answers: { days: 23 } });
    expect(gap).toMatchObject({ kind: "below-standard", lost: "0.3" });
    expect(gap?.required).toEqual({ fact: "days", operator: "lessThanInclusive", value: "20" });
    expect(gap?.steps).toEqual([
      { fact: "days", to: "22", gain: "0.1" },
      { fact: "days", to: "21", gain: "0.2" },
      { fact: "days", to: "20", gain: "0.3" },
    ]);
  });

  it("follows a scale back to what was measured, and stays within its ends", async () => {
    const item: Partial<WrittenItem> = {
      points: 10,
      evidence: [number("measured")],
      derive: [{ fact: "scaled", scale: { of: "measured", from: [6, 12], to: [60, 100] } }],
      start: "zero",
      clauses: [{ id: "a", award: { share: "scaled" } }],
    };
    const [gap] = await gapsOf([item], { answers: { measured: 9 } });
    // 9 is half of the way: 80 of 100, 8 points; all of them at the upper end.
    expect(gap).toMatchObject({ lost: "2" });
    expect(gap?.required).toEqual({ fact: "measured", operator: "greaterThanInclusive", value: "12" });
    expect(gap?.steps).toEqual([{ fact: "measured", to: "12", gain: "2" }]);
  });

  it("names the option that gives most, and the way to it", async () => {
    const item: Partial<WrittenItem> = {
      points: 1,
      evidence: [{ fact: "level", label: "等次", type: "choice", options: ["优", "良", "差"] }],
      start: "zero",
      clauses: [{ id: "a", award: { choice: "level", points: { 优: 1, 良: 0.8, 差: 0 } } }],
    };
    const [gap] = await gapsOf([item], { answers: { level: "差" } });
    expect(gap?.required).toEqual({ fact: "level", operator: "equal", value: "优" });
    expect(gap?.steps).toEqual([
      { fact: "level", to: "良", gain: "0.8" },
      { fact: "level", to: "优", gain: "1" },
    ]);
  });

  it("asks for nothing where every option takes points", async () => {
    const item: Partial<WrittenItem> = {
      points: 1,
      evidence: [{ fact: "level", label: "等次", type: "choice", options: ["优", "差"] }],
      clauses: [{ id: "a", deduct: { choice: "level", points: { 优: 0.1, 差: 0.5 } } }],
    };
    const [gap] = await gapsOf([item], { answers: { level: "差" } });
    expect(gap).not.toHaveProperty("required");
    expect(gap).not.toHaveProperty("unmet");
    expect(gap?.steps).toEqual([{ fact: "level", to: "优", gain: "0.4" }]);
  });

  it("asks for 是 where 否 costs points, and tells what should not have been as an occurrence", async () => {
    const item: Partial<WrittenItem> = {
      points: 1,
      evidence: [boolean("files"), boolean("accident")],
      clauses: [
        { id: "a", when: { fact: "files", operator: "equal", value: false }, deduct: 0.5 },
        { id: "b", when: { fact: "accident", operator: "equal", value: true }, deduct: 0.3 },
      ],
    };
    expect(await gapsOf([item], { answers: { files: false, accident: true } })).toEqual([
      {
        ...{ kind: "below-standard", clause: "a", lost: "0.5", lostTotal: "0.5", steps: [] },
        required: { fact: "files", operator: "equal", value: true },
      },
      {
        ...{ kind: "occurrence", clause: "b", lost: "0.3", lostTotal: "0.3", steps: [] },
        required: { fact: "accident", operator: "equal", value: false },
      },
    ]);
  });

  it("says a failed condition in words where two facts have to change, and leaves out what is met", async () => {
    const item: Partial<WrittenItem> = {
      points: 1,
      evidence: [number("rate"), boolean("plan"), boolean("report")],
      start: "zero",
      clauses: [
        {
          id: "a",
          when: {
            all: [
              { fact: "rate", operator: "greaterThanInclusive", value: 90 },
              { fact: "plan", operator: "equal", value: true },
              { fact: "report", operator: "equal", value: true },
            ],
          },
          award: 1,
        },
      ],
    };
    const [gap] = await gapsOf([item], { answers: { rate: 80, plan: false, report: true } });
    expect(gap).not.toHaveProperty("required");
    expect(gap?.unmet).toEqual({
      all: [
        { fact: "rate", operator: "greaterThanInclusive", value: "90" },
        { fact: "plan", operator: "equal", value: true },
      ],
    });
  });

  it("names both ways where either of two facts would do", async () => {
    const item: Partial<WrittenItem> = {
      points: 1,
      evidence: [boolean("law"), boolean("order")],
      start: "zero",
      clauses: [
        {
          id: "a",
          when: {
            any: [
              { fact: "law", operator: "equal", value: true },
              { fact: "order", operator: "equal", value: true },
            ],
          },
          award: 1,
        },
      ],
    };
    const [gap] = await gapsOf([item], { answers: { law: false, order: false } });
    expect(gap?.unmet).toEqual({
      any: [
        { fact: "law", operator: "equal", value: true },
        { fact: "order", operator: "equal", value: true },
      ],
    });
  });

  it("does not promise what another comparison of the same fact would take back", async () => {
    // 60 is not enough: at 60 exactly the clause still takes its points.
    const item: Partial<WrittenItem> = {
      points: 1,
      evidence: [number("rate")],
      clauses: [
        {
          id: "a",
          when: {
            any: [
              { fact: "rate", operator: "lessThan", value: 60 },
              { fact: "rate", operator: "equal", value: 60 },
            ],
          },
          deduct: 1,
        },
      ],
    };
    const [gap] = await gapsOf([item], { answers: { rate: 50 } });
    expect(gap?.required).toEqual({ fact: "rate", operator: "greaterThan", value: "60" });
  });

  it("does not promise what a fact that is still open would take back", async () => {
    // With 60 hours, whether the clause applies hangs on the audit alone, and an open clause costs the whole.
    const item: Partial<WrittenItem> = {
      ...HOURS,
      evidence: [number("hours"), boolean("audited")],
      clauses: [
        {
          id: "a",
          when: {
            any: [
              { fact: "audited", operator: "equal", value: false },
              { fact: "hours", operator: "lessThan", value: 60 },
            ],
          },
          deduct: { each: 0.02, per: "short", cap: 1 },
        },
      ],
    };
    const [open] = await gapsOf([item], { answers: { hours: 45 } });
    expect(open).toMatchObject({ lost: "0.3" });
    expect(open).not.toHaveProperty("required");
    const [decided] = await gapsOf([item], { answers: { hours: 45, audited: true } });
    expect(decided?.required).toEqual({ fact: "hours", operator: "greaterThanInclusive", value: "60" });
  });

  it("says between which bounds a figure has to lie", async () => {
    const item: Partial<WrittenItem> = {
      points: 1,
      evidence: [number("share")],
      start: "zero",
      clauses: [
        {
          id: "a",
          when: {
            all: [
              { fact: "share", operator: "greaterThanInclusive", value: 40 },
              { fact: "share", operator: "lessThanInclusive", value: 60 },
            ],
          },
          award: 1,
        },
      ],
    };
    const [gap] = await gapsOf([item], { answers: { share: 70 } });
    expect(gap).not.toHaveProperty("required");
    expect(gap?.unmet).toEqual({
      all: [
        { fact: "share", operator: "greaterThanInclusive", value: "40" },
        { fact: "share", operator: "lessThanInclusive", value: "60" },
      ],
    });
  });

  it("asks for a day in the words of days", async () => {
    const item: Partial<WrittenItem> = {
      points: 1,
      evidence: [{ fact: "issued", label: "印发日期", type: "date" }],
      clauses: [
        {
          id: "a",
          when: {
            any: [
              { fact: "issued", operator: "after", value: "2024-06-30" },
              { fact: "issued", operator: "onOrAfter", value: "2024-06-01" },
            ],
          },
          deduct: 1,
        },
      ],
    };
    const [gap] = await gapsOf([item], { answers: { issued: "2024-08-15" } });
    expect(gap?.required).toEqual({ fact: "issued", operator: "before", value: "2024-06-01" });
  });
});
