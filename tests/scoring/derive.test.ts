import { describe, expect, it } from "vitest";
import { toFixed } from "../../src/model/rational.js";
import { assessUnit } from "../../src/scoring/assess-unit.js";
import { type CaseUnit, submissionOf, systemOf, unverified } from "../support/case.js";

/** 4 points by a count of booleans, 10 by a mean of ratings; a value without its document is missing. */
const written = (unsupported: "accept" | "missing") => ({
  format: "faping-system/1",
  id: "derive",
  version: "1.0.0",
  title: "示例指标体系",
  levels: ["评分项"],
  total: 14,
  policies: { unsupported },
  items: [
    {
      id: "1",
      title: "制度",
      points: 4,
      evidence: ["a", "b", "c", "d"].map((fact) => ({ fact, label: fact, type: "boolean", documents: 1 })),
      derive: [{ fact: "inPlace", count: ["a", "b", "c", "d"] }],
      start: "zero",
      clauses: [{ id: "a", award: { each: 1, per: "inPlace" } }],
    },
    {
      id: "2",
      title: "评议",
      points: 10,
      evidence: ["r", "s", "t"].map((fact) => ({ fact, label: fact, type: "number", documents: 1 })),
      derive: [{ fact: "rating", mean: { of: ["r", "s", "t"] } }],
      start: "zero",
      clauses: [{ id: "a", award: { share: "rating" } }],
    },
  ],
});

const unit = (documents: Record<string, number>): CaseUnit => ({
  code: "1",
  name: "甲县",
  answers: { a: true, b: true, c: true, d: false, r: 90, s: 60, t: null },
  documents,
});

async function score(unsupported: "accept" | "missing", documents: Record<string, number>) {
  const system = systemOf(written(unsupported));
  const { items } = await assessUnit(system, unverified(submissionOf(system, unit(documents))));
  return items.map(({ points, proven, claimed }) => [points, proven, claimed].map((one) => toFixed(one, 2)));
}

describe("a count and a mean over values of which some have no documents", () => {
  it("take in what is accepted", async () => {
    expect(await score("accept", {})).toEqual([
      ["3.00", "3.00", "3.00"],
      ["7.50", "7.50", "7.50"],
    ]);
  });

  it("leave out what is not accepted, as they leave out a blank", async () => {
    // Without b two of four are true; without s the mean is that of r alone, 90.
    expect(await score("missing", { b: 0, s: 0 })).toEqual([
      ["2.00", "2.00", "3.00"],
      ["9.00", "9.00", "9.00"],
    ]);
  });

  it("prove only what has its documents", async () => {
    expect(await score("accept", { b: 0, s: 0 })).toEqual([
      ["3.00", "2.00", "3.00"],
      ["7.50", "7.50", "7.50"],
    ]);
  });

  it("are missing where nothing is accepted", async () => {
    expect(await score("missing", { a: 0, b: 0, c: 0, r: 0, s: 0 })).toEqual([
      // d is 否, which needs no documents: it is there, and not true.
      ["0.00", "0.00", "3.00"],
      ["0.00", "0.00", "7.50"],
    ]);
  });
});
