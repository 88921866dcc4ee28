import { describe, expect, it } from "vitest";
import { differences } from "../../src/run/differences.js";

describe("differences", () => {
  it("are none between equals", () => {
    expect(differences({ a: [{ id: "1" }], b: null }, { a: [{ id: "1" }], b: null })).toEqual([]);
  });

  it("name units, items and facts, not their numbers in a list", () => {
    const results = (points: string, value: string) => ({
      assessments: [
        {
          unit: { code: "990122" },
          items: [{ id: "1.1", points, clauses: [{ id: "a", facts: [{ fact: "hours", value }] }] }],
        },
      ],
    });
    expect(differences(results("1.50", "60"), results("1.40", "58"))).toEqual([
      { path: "assessments[990122].items[1.1].points", recorded: '"1.50"', found: '"1.40"' },
      {
        path: "assessments[990122].items[1.1].clauses[a].facts[hours].value",
        recorded: '"60"',
        found: '"58"',
      },
    ]);
  });

  it("tell what only one side has", () => {
    const inputs = (...files: string[]) => ({ inputs: files.map((file) => ({ file, bytes: 1 })) });
    expect(differences(inputs("甲.xlsx", "乙.xlsx"), inputs("乙.xlsx"))).toEqual([
      { path: "inputs[甲.xlsx]", recorded: '{"file":"甲.xlsx","bytes":1}' },
    ]);
    expect(differences({ a: 1 }, { a: 1, b: 2 })).toEqual([{ path: "b", found: "2" }]);
  });

  it("keep elements of one name apart", () => {
    const gaps = (...lost: string[]) => lost.map((one) => ({ item: "1.1", lost: one }));
    expect(differences(gaps("1", "2"), gaps("1", "3"))).toEqual([
      { path: "[1.1~2].lost", recorded: '"2"', found: '"3"' },
    ]);
  });

  it("do not take a list for an object", () => {
    expect(differences({ a: [] }, { a: {} })).toEqual([{ path: "a", recorded: "[]", found: "{}" }]);
  });
});
