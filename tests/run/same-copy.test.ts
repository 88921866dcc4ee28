import { describe, expect, it } from "vitest";
import { parseDecimal, toDecimal, ZERO } from "../../src/model/rational.js";
import type { Verification } from "../../src/model/verification.js";
import type { ReadCopy } from "../../src/run/supplements.js";
import { verifyUnits } from "../../src/run/verify-units.js";
import { submissionOf, systemOf } from "../support/case.js";
import { JIA, SYSTEM } from "./run.js";

const system = systemOf(SYSTEM);
const own = submissionOf(system, JIA);

function copyOf(file: string, sha256: string, points: string): ReadCopy {
  const signed = { reason: "现场查看", by: file, date: "2025-03-01" };
  const score = {
    ...signed,
    points: parseDecimal(points) ?? ZERO,
    sources: [{ file, sheet: "指标填报", cell: "P4" }],
  };
  const verification: Verification = {
    files: [file],
    unit: own.unit,
    fields: new Map(),
    scores: new Map([["H", score]]),
    judgements: new Map(),
    rows: new Map(),
  };
  return { file, sha256, bytes: 1, madeFrom: [], shown: new Map(), findings: [], verification };
}

describe("one copy under two names", () => {
  it("counts once in a panel, and the second is returned", () => {
    const copies = [
      copyOf("甲.xlsx", "a", "4"),
      copyOf("甲（副本）.xlsx", "a", "4"),
      copyOf("乙.xlsx", "b", "8"),
    ];
    const { units, returned } = verifyUnits(system, [own], copies, "mean");
    // (4 + 8) ÷ 2, not (4 + 4 + 8) ÷ 3.
    const given = units[0]?.unit.verified.scores.get("H")?.points;
    expect(given && toDecimal(given)).toBe("6");
    expect([...returned].map(([{ file }, { code, params }]) => [file, code, params])).toEqual([
      ["甲（副本）.xlsx", "E30", { other: "甲.xlsx", what: "same-copy" }],
    ]);
  });
});
