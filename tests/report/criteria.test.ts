import { describe, expect, it } from "vitest";
import { formItems } from "../../src/model/form.js";
import { withCriteria } from "../../src/report/criteria.js";
import { SYSTEM } from "../run/run.js";
import { systemOf } from "../support/case.js";

const without = (id: string) => ({
  ...SYSTEM,
  items: SYSTEM.items.map((item) => (item.id === id ? { ...item, criterion: undefined } : item)),
});

describe("a criterion that the list does not give", () => {
  it("is what the clauses say", () => {
    const system = withCriteria(systemOf(without("H")));
    expect(system.items.map(({ criterion }) => criterion)).toEqual([
      "“short”每 1 扣 0.1 分；是否公开 为 否 的，扣 2 分。",
      "与最高值之比。",
    ]);
  });

  it("stands in the tree too, and leaves the form as it is", () => {
    const given = systemOf(without("C"));
    const system = withCriteria(given);
    expect(system.formHash).toBe(given.formHash);
    expect(formItems(system).map(({ id, criterion }) => [id, criterion])).toEqual([
      ["H", "满60学时得10分，每少1学时扣0.1分。"],
      ["C", "得 10 分 × “share”。"],
    ]);
  });

  it("is never put in the place of one that is there", () => {
    const system = systemOf(SYSTEM);
    expect(withCriteria(system)).toBe(system);
  });
});
