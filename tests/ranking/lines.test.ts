import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RankingJson, type SystemOutline } from "../../src/model/results.js";
import { rank } from "../../src/ranking/rank.js";
import { runs } from "../support/arbitrary-assessment.js";
import { assessmentOf, type Bounds, type Printed, rulesOf } from "./printed.js";

type Rules = Parameters<typeof rulesOf>[0];

const linesOf = (units: readonly Printed[], rules: Rules): RankingJson["lines"] =>
  rank(units.map(assessmentOf), rulesOf(rules)).lines;

/** `code grade +/−: item up/down`, `!` where the item alone is enough. */
const told = (units: readonly Printed[], rules: Rules): string[] =>
  linesOf(units, rules).map(({ code, grade, reached, items }) => {
    const parts = items.map(({ item, up, down, alone }) => `${item} ${up}/${down}${alone ? "!" : ""}`);
    return [`${code} ${grade} ${reached ? "−" : "+"}`, ...parts].join(", ");
  });

const open = (code: string, total: string, bounds: Bounds, more: Partial<Printed> = {}): Printed => ({
  ...{ code, total },
  ...more,
  open: { ...more.open, total: bounds },
});

const GRADES = [
  { name: "优秀", min: "90" },
  { name: "合格", min: "60" },
];

describe("the lines that open items may carry a unit across", () => {
  it("are none where nothing is open", () => {
    const units = ["95", "90", "89.99", "60", "59"].map((total, at) => ({ code: `${at}`, total }));
    expect(told(units, { grades: GRADES })).toEqual([]);
  });

  it("are those between the worst grade and the best", () => {
    const units = [
      open("a", "95.00", ["90.00", "99.00"]),
      open("b", "92.00", ["59.99", "92.00"]),
      open("c", "89.00", ["60.00", "90.00"]),
      open("d", "50.00", ["40.00", "95.00"]),
      open("e", "40.00", ["30.00", "59.99"]),
    ];
    expect(told(units, { grades: GRADES })).toEqual([
      "b 优秀 −",
      "c 优秀 +",
      "d 优秀 +",
      "b 合格 −",
      "d 合格 +",
    ]);
  });

  it("name the open items, the larger effect on that line first, and those that are enough alone", () => {
    const rules: Rules = {
      grades: GRADES,
      items: ["1", "2", "3", "4", "B", "D"],
      kinds: { B: "bonus", D: "deduction" },
    };
    const items: Printed["items"] = {
      ...{ "1": ["5.00", "10"], "2": ["2.00", "3"], "3": ["4.00", "4"], "4": ["1.00", "2"] },
      ...{ B: ["0.00", "1"], D: ["2.00", "3"] },
    };
    const openItems: Record<string, Bounds> = {
      "1": ["4.50", "6.00"],
      "3": ["3.80", "4.00"],
      B: ["0.00", "0.50"],
      D: ["3.00", "0.01"],
    };
    const unit = (total: string, ...bounds: Bounds): Printed =>
      open("a", total, bounds, {
        ...{ items, weights: { "1": "2", "4": "10/7" } },
        open: { items: openItems },
      });
    // Up: 2 × 1, 0, 0.5 and 1.99; down: 2 × 0.5, 0.2, 0 and 1.
    expect(told([unit("88.00", "85.80", "92.49")], rules)).toEqual([
      "a 优秀 +, 1 2/1!, D 1.99/1, B 0.5/0, 3 0/0.2",
    ]);
    expect(told([unit("90.99", "88.79", "95.48")], rules)).toEqual([
      "a 优秀 −, 1 2/1!, D 1.99/1!, 3 0/0.2, B 0.5/0",
    ]);
    expect(told([unit("91.00", "88.80", "95.49")], rules)).toEqual([
      "a 优秀 −, 1 2/1, D 1.99/1, 3 0/0.2, B 0.5/0",
    ]);
  });

  it("round the total once: 1⁄3 × 1.98 + 1⁄3 × 1 is 0.99, though 0.67 + 0.326667 is 1.00", () => {
    const unit: Printed = open("a", "0.67", ["0.00", "1.00"], {
      ...{ items: { "1": ["1.00", "3"], "2": ["1.00", "3"] }, weights: { "1": "1/3", "2": "1/3" } },
      open: { items: { "1": ["1.00", "1.98"], "2": ["1.00", "1.02"] } },
    });
    const rules: Rules = { grades: [{ name: "合格", min: "1" }], items: ["1", "2"] };
    expect(told([unit], rules)).toEqual(["a 合格 +, 1 0.326667/0, 2 0.006667/0"]);
    const enough = { ...unit, open: { ...unit.open, items: { "1": ["1.00", "1.99"] as const } } };
    expect(told([enough], rules)).toEqual(["a 合格 +, 1 0.33/0!"]);
  });

  it("leave out items of a place that a veto set to nothing", () => {
    const items = { "1.1": ["5.00", "10"], "1.2": ["5.00", "10"], "2": ["5.00", "10"] } as const;
    const bounds: Bounds = ["4.00", "7.00"];
    const unit: Printed = open("a", "5.00", ["4.00", "7.00"], {
      ...{ items, vetoes: [{ kind: "zero", place: "1" }] },
      open: { items: { "1.1": bounds, "1.2": bounds, "2": bounds } },
    });
    const rules: Rules = {
      ...{ grades: [{ name: "合格", min: "6" }], nodes: ["1"], items: ["1.1", "1.2", "2"] },
      parents: { "1.1": "1", "1.2": "1" },
    };
    expect(told([unit], rules)).toEqual(["a 合格 +, 2 2/1!"]);
  });

  it("do not let one item do more than all together, where the total is held", () => {
    const second = { name: "优秀", min: "90", quota: "0.5" };
    const items = { "1": ["50.00", "60"] } as const;
    const a = open("a", "95.00", ["90.00", "95.00"], { items, open: { items: { "1": ["40.00", "50.00"] } } });
    const rules: Rules = { grades: [second], items: ["1"] };
    // A cap held 100 at 95; without the 10 the total is 90, and it is the quota that is lost.
    expect(told([a, { code: "b", total: "94.00" }], rules)).toEqual(["a 优秀 −, 1 0/10", "b 优秀 +"]);
  });

  it("tell shares of level-1 places apart from totals", () => {
    const rules: Rules = {
      grades: [{ name: "优秀", min: "90", eachLevel1AtLeast: "0.7" }],
      nodes: ["1"],
      items: ["1.1"],
    };
    const unit = (claimed: string): Printed =>
      open("a", "95.00", ["95.00", "95.20"], {
        ...{ nodes: { "1": ["6.90", "10"] }, items: { "1.1": ["1.00", "2"] } },
        open: { nodes: { "1": ["6.90", claimed] }, items: { "1.1": ["1.00", "1.20"] } },
      });
    const inside = { ...rules, parents: { "1.1": "1" } };
    // The total is enough as it is: nothing carries it across.
    expect(told([unit("7.00")], inside)).toEqual(["a 优秀 +, 1.1 0.2/0"]);
    expect(told([unit("6.99")], inside)).toEqual([]);
  });

  it("stay below what vetoes leave open, and above what open vetoes might close", () => {
    const cap = { kind: "capGrade" as const, grade: "合格" };
    const bounds: Bounds = ["50.00", "95.00"];
    const units = [
      open("a", "80.00", bounds, { vetoes: [cap] }),
      open("b", "80.00", bounds, { vetoes: [{ ...cap, pending: true }] }),
    ];
    expect(told(units, { grades: GRADES })).toEqual(["b 优秀 +", "a 合格 −", "b 合格 −"]);
  });

  it("are not told of who is apart", () => {
    const apart: Printed = open("a", "80.00", ["50.00", "95.00"], { vetoes: [{ kind: "disqualify" }] });
    expect(told([apart], { grades: GRADES })).toEqual([]);
  });

  it("stand by group, then by grade, rank and code", () => {
    const bounds: Bounds = ["0.00", "99.00"];
    const units = [
      ...["c", "b"].map((code) => open(code, "70.00", bounds, { group: "县" })),
      open("a", "50.00", bounds, { group: "县" }),
      open("d", "95.00", bounds, { group: "市辖区" }),
    ];
    const lines = linesOf(units, { grades: GRADES, ranking: { groupBy: "unit.kind" } });
    expect(lines.map(({ group, grade, code }) => `${group} ${grade} ${code}`)).toEqual([
      ...["县 优秀 b", "县 优秀 c", "县 优秀 a", "县 合格 b", "县 合格 c", "县 合格 a"],
      ...["市辖区 优秀 d", "市辖区 合格 d"],
    ]);
    expect(lines[0]?.name).toBe("单位b");
  });
});

describe("the line of a quota", () => {
  const grades = [
    { name: "一等", min: "80", quota: "0.25" },
    { name: "二等", min: "60", quota: "0.5" },
  ];

  it("is crossed by ranks: who may be overtaken, who may overtake, and who is out of it", () => {
    // Four units: one place, then two. b may overtake a; c is never above 85, d never above 70.
    const units = [
      { code: "a", total: "90.00" },
      open("b", "86.00", ["86.00", "91.00"]),
      { code: "c", total: "85.00" },
      open("d", "65.00", ["64.00", "70.00"]),
    ];
    const given = rank(units.map(assessmentOf), rulesOf({ grades })).groups[0]?.ranked;
    expect(given?.map(({ grade }) => grade)).toEqual(["一等", "二等", "二等", null]);
    expect(told(units, { grades })).toEqual(["a 一等 −", "b 一等 +"]);
  });

  it("is not reached in a tie across the edge", () => {
    const units = [{ code: "a", total: "90.00" }, open("b", "85.00", ["85.00", "90.00"])];
    const half = [{ name: "优秀", min: "0", quota: "0.5" }];
    // b can tie, which costs a its place and gives b none.
    expect(told(units, { grades: half })).toEqual(["a 优秀 −"]);
  });

  it("is opened by who may rise out of it", () => {
    // a may reach 一等, for which it is 10 short; then c has the second place of 二等.
    const units = [
      open("a", "75.00", ["75.00", "85.00"]),
      { code: "b", total: "74.00" },
      { code: "c", total: "73.00" },
      { code: "d", total: "50.00" },
    ];
    expect(told(units, { grades })).toEqual(["a 一等 +", "c 二等 +"]);
  });
});

/** Proven ≤ points ≤ claimed, few enough to collide. */
const triple = fc
  .array(fc.nat(8), { minLength: 3, maxLength: 3 })
  .map((list) => list.sort((a, b) => a - b) as [number, number, number]);
const unitSeed = fc.record({ total: triple, node: triple, cap: fc.option(fc.nat(2), { freq: 4 }) });
const gradesSeed: fc.Arbitrary<SystemOutline["grades"]> = fc
  .array(
    fc.record({
      min: fc.nat(8),
      quota: fc.option(fc.constantFrom("0", "0.25", "0.34", "0.5", "0.75")),
      least: fc.option(fc.constantFrom("0.3", "0.5"), { freq: 2 }),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((list) =>
    list
      .sort((a, b) => b.min - a.min)
      .map(({ min, quota, least }, at) => ({
        ...{ name: `第${at}等`, min: `${min}` },
        ...(quota === null ? {} : { quota }),
        ...(least === null ? {} : { eachLevel1AtLeast: least }),
      })),
  );

describe("every line", () => {
  type Seed = typeof unitSeed extends fc.Arbitrary<infer T> ? T : never;
  const printed = ({ cap }: Seed, at: number, total: string, node: string): Printed => ({
    ...{ code: `${at}`, total, nodes: { "1": [node, "8"] } },
    vetoes: cap === null ? [] : [{ kind: "capGrade", grade: `第${cap}等` }],
  });
  const given = (units: readonly Printed[], rules: Rules): Map<string, number> => {
    const { groups } = rank(units.map(assessmentOf), rulesOf(rules));
    const names = [...(rules.grades ?? []).map(({ name }) => name), null];
    return new Map(
      groups.flatMap(({ ranked }) => ranked.map(({ code, grade }) => [code, names.indexOf(grade)])),
    );
  };

  it("that is crossed in some outcome is told of who has something open, and no other of who has not", () => {
    fc.assert(
      fc.property(fc.array(unitSeed, { minLength: 1, maxLength: 4 }), gradesSeed, (seeds, grades) => {
        const rules: Rules = { grades, nodes: ["1"] };
        const units = seeds.map((seed, at): Printed => {
          const { total, node } = seed;
          const bounds = (one: Seed["total"]): Bounds => [`${one[0]}`, `${one[2]}`];
          return {
            ...printed(seed, at, `${total[1]}`, `${node[1]}`),
            open: { total: bounds(total), nodes: { "1": bounds(node) } },
          };
        });
        const now = given(units, rules);
        const crossed = new Set<string>();
        const open = seeds.flatMap(({ total, node }) => [total, node]);
        const ways = open.map(([proven, , claimed]): number => (proven === claimed ? 1 : 3));
        const all = ways.reduce((a, b) => a * b, 1);
        // All outcomes where there are few, else every so many of them; the first and the last among them.
        const stride = Math.max(1, Math.floor((all - 1) / 60));
        for (let number = 0; number < all; number += stride) {
          let left = number;
          const values = open.map((figure, at) => {
            const value = figure[left % (ways[at] ?? 1)] ?? 0;
            left = Math.floor(left / (ways[at] ?? 1));
            return value;
          });
          const outcome = seeds.map((seed, at) =>
            printed(seed, at, `${values[2 * at]}`, `${values[2 * at + 1]}`),
          );
          for (const [code, grade] of given(outcome, rules)) {
            const before = now.get(code) ?? 0;
            for (let at = Math.min(grade, before); at < Math.max(grade, before); at += 1) {
              crossed.add(`${code} 第${at}等 ${before <= at}`);
            }
          }
        }
        const lines = linesOf(units, rules).map(({ code, grade, reached }) => `${code} ${grade} ${reached}`);
        const isOpen = (line: string) => {
          const seed = seeds[Number(line.split(" ")[0])];
          return seed?.total[0] !== seed?.total[2] || seed?.node[0] !== seed?.node[2];
        };
        for (const line of crossed) if (isOpen(line)) expect(lines).toContain(line);
        expect(new Set(lines).size).toBe(lines.length);
        if (stride > 1) return;
        for (const line of lines) if (!isOpen(line)) expect(crossed).toContain(line);
      }),
      runs(150),
    );
  });

  it("is none where nothing is open, quotas and ties and all", () => {
    fc.assert(
      fc.property(fc.array(unitSeed, { maxLength: 12 }), gradesSeed, (seeds, grades) => {
        const units = seeds.map((seed, at) => printed(seed, at, `${seed.total[1]}`, `${seed.node[1]}`));
        expect(linesOf(units, { grades, nodes: ["1"] })).toEqual([]);
      }),
      runs(300),
    );
  });

  it("is the same whatever the order of the units, and as the format has it", () => {
    fc.assert(
      fc.property(fc.array(unitSeed, { maxLength: 8 }), gradesSeed, (seeds, grades) => {
        const units = seeds.map((seed, at): Printed => {
          const [proven, points, claimed] = seed.total;
          return {
            ...printed(seed, at, `${points}`, `${seed.node[1]}`),
            items: { "1.1": [`${points}`, "8"] },
            open: { total: [`${proven}`, `${claimed}`], items: { "1.1": [`${proven}`, `${claimed}`] } },
          };
        });
        const rules: Rules = { grades, nodes: ["1"], items: ["1.1"], parents: { "1.1": "1" } };
        const result = rank(units.map(assessmentOf), rulesOf(rules));
        expect(rank(units.map(assessmentOf).reverse(), rulesOf(rules))).toEqual(result);
        expect(RankingJson.parse(result)).toEqual(result);
      }),
      runs(100),
    );
  });
});
