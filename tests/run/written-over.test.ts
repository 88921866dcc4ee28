import { describe, expect, it } from "vitest";
import { fromNumber } from "../../src/model/rational.js";
import type { Answer } from "../../src/model/submission.js";
import { number, type Value } from "../../src/model/value.js";
import type { ReadCopy } from "../../src/run/supplements.js";
import { writtenOver } from "../../src/run/verify-units.js";
import { submissionOf, systemOf } from "../support/case.js";
import { fileOf, JIA, SYSTEM } from "./run.js";

const system = systemOf(SYSTEM);
const own = submissionOf(system, JIA);
const file = fileOf(system, JIA);
const at = { file: "核查.xlsx", sheet: "指标填报", cell: "H4" };
const hours = (value: Value) => new Map([["hours", { label: "学时", value, source: at }]]);
const copy = (more: Partial<ReadCopy>): ReadCopy => ({
  ...{ file: at.file, sha256: "c".repeat(64), bytes: 1, madeFrom: [file.sha256], findings: [] },
  shown: new Map(),
  ...more,
});

describe("填报值 in an assessor's copy", () => {
  it("that was written over changes nothing, and is told with its cell", () => {
    expect(writtenOver(copy({ shown: hours(number(fromNumber(45))) }), own, [file])).toEqual([
      { code: "E36", ...at, fact: "hours", params: { label: "学时", why: "written-over" } },
    ]);
  });

  it("that stands as the unit gave it is no finding", () => {
    expect(writtenOver(copy({ shown: hours(number(fromNumber(60))) }), own, [file])).toEqual([]);
  });

  it("filled in where the unit left a blank is told too", () => {
    const blank = { ...own, answers: new Map([...own.answers].filter(([fact]) => fact !== "hours")) };
    expect(writtenOver(copy({ shown: hours(number(fromNumber(60))) }), blank, [file])).toHaveLength(1);
  });

  it("may differ where the copy was made of another file, or the unit's value was refused", () => {
    const changed = { shown: hours(number(fromNumber(45))) };
    expect(writtenOver(copy({ ...changed, madeFrom: ["0".repeat(64)] }), own, [file])).toEqual([]);
    const refused: Answer = { status: "refused", source: at, raw: "60余" };
    const unclear = { ...own, answers: new Map([...own.answers, ["hours", refused]]) };
    expect(writtenOver(copy(changed), unclear, [file])).toEqual([]);
  });
});
