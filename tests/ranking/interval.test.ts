import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rank } from "../../src/ranking/rank.js";
import { runs } from "../support/arbitrary-assessment.js";
import { assessmentOf, type Bounds, type Printed, rulesOf } from "./printed.js";

type Rules = Parameters<typeof rulesOf>[0];

/** `code rank best–worst` of every ranked unit, group by group. */
const intervals = (units: readonly Printed[], rules: Rules = {}): string[] =>
  rank(units.map(assessmentOf), rulesOf(rules)).groups.flatMap(({ ranked }) =>
    ranked.map(({ code, rank: now, best, worst }) => `${code} ${now} ${best}–${worst}`),
  );

const open = (code: string, total: string, ...bounds: Bounds): Printed => ({
  ...{ code, total },
  open: { total: bounds },
});

describe("the interval of a rank", () => {
  it("is the rank where nothing is open, ties and all", () => {
    const units = ["91.00", "88.35", "88.35", "80.00"].map((total, index) => ({ code: `${index}`, total }));
    expect(intervals(units)).toEqual(["0 1 1–1", "1 2 2–2", "2 2 2–2", "3 4 4–4"]);
  });

  it("lets the unit have all that it claims and the others what is proven, and the reverse", () => {
    // a may fall to 88 below b's 89 to 91; c at 85 reaches neither 88 nor 89 and is reached by d at 85.01.
    expect(
      intervals([
        open("a", "90.00", "88.00", "92.00"),
        open("b", "89.00", "89.00", "91.00"),
        { code: "c", total: "85.00" },
        open("d", "84.00", "70.00", "85.01"),
      ]),
    ).toEqual(["a 1 1–2", "b 2 1–2", "c 3 3–4", "d 4 3–4"]);
  });

  it("does not count who may only tie as ahead", () => {
    expect(
      intervals([
        { code: "a", total: "90.00" },
        open("b", "88.00", "88.00", "90.00"),
        open("c", "88.00", "88.00", "88.00"),
      ]),
    ).toEqual(["a 1 1–1", "b 2 1–2", "c 2 2–3"]);
  });

  it("counts an open tie-break either way, where totals are settled and equal", () => {
    const four = (code: string, points: string, ...bounds: [Bounds] | []): Printed => ({
      ...{ code, total: "88.35", nodes: { "4": [points, "15"] } },
      open: bounds[0] ? { nodes: { "4": bounds[0] } } : {},
    });
    const rules = { ranking: { tieBreak: ["4"] } };
    const against = (bounds: Bounds) => intervals([four("a", "12.00"), four("b", "11.00", bounds)], rules);
    expect(against(["10.00", "11.99"])).toEqual(["a 1 1–1", "b 2 2–2"]);
    expect(against(["10.00", "12.00"])).toEqual(["a 1 1–1", "b 2 1–2"]);
    expect(against(["10.00", "12.01"])).toEqual(["a 1 1–2", "b 2 1–2"]);
  });

  it("lets tie-breaks decide where totals can tie, but need not", () => {
    const rules = { ranking: { tieBreak: ["4", "5"] } };
    const a: Printed = {
      ...{ code: "a", total: "91.00", nodes: { "4": ["12.00", "15"], "5": ["3.00", "5"] } },
      open: { total: ["90.00", "92.00"] },
    };
    const against = (four: string, five: string) =>
      intervals([a, { code: "b", total: "90.00", nodes: { "4": [four, "15"], "5": [five, "5"] } }], rules);
    expect(against("12.01", "0.00")).toEqual(["a 1 1–2", "b 2 1–2"]);
    expect(against("11.99", "5.00")).toEqual(["a 1 1–1", "b 2 2–2"]);
    expect(against("12.00", "3.01")).toEqual(["a 1 1–2", "b 2 1–2"]);
    expect(against("12.00", "3.00")).toEqual(["a 1 1–1", "b 2 1–2"]);
  });

  it("looks no further than its own group", () => {
    const units = [
      { ...open("a", "90.00", "70.00", "90.00"), group: "县" },
      { code: "b", total: "80.00", group: "县" },
      { ...open("c", "85.00", "60.00", "99.00"), group: "市辖区" },
      { code: "d", total: "89.00", group: "市辖区" },
    ];
    expect(intervals(units, { ranking: { groupBy: "unit.kind" } })).toEqual([
      ...["a 1 1–2", "b 2 1–2"],
      ...["d 1 1–2", "c 2 1–2"],
    ]);
  });

  it("leaves out who is apart, and leaves in whose veto is open", () => {
    const units: Printed[] = [
      { ...open("a", "95.00", "10.00", "99.00"), vetoes: [{ kind: "disqualify" }] },
      { ...open("b", "94.00", "10.00", "99.00"), coverage: "0.5" },
      { code: "c", total: "90.00" },
      { ...open("d", "80.00", "80.00", "91.00"), vetoes: [{ kind: "disqualify", pending: true }] },
      { code: "e", total: "79.00" },
    ];
    expect(intervals(units, { ranking: { minCoverage: "0.6" } })).toEqual(["c 1 1–2", "d 2 1–2", "e 3 3–3"]);
  });
});

describe("the interval of a rank with the bonus as tie-break", () => {
  const rules: Rules = {
    ranking: { tieBreak: ["bonus"] },
    items: ["B1", "B2"],
    kinds: { B1: "bonus", B2: "bonus" },
  };
  const unit = (code: string, bonus: string, first: string, ...bounds: [Bounds] | []): Printed => ({
    ...{ code, total: "80.00", bonus, items: { B1: [first, "4"], B2: ["3.00", "3"] } },
    open: bounds[0] ? { items: { B1: bounds[0] } } : {},
  });

  it("takes the sums of its items", () => {
    // b has 3 + 1, from 3 + 0 to 3 + 2.
    const b = unit("b", "4.00", "1.00", ["0.00", "2.00"]);
    expect(intervals([unit("a", "5.01", "2.01"), b], rules)).toEqual(["a 1 1–1", "b 2 2–2"]);
    expect(intervals([unit("a", "4.99", "1.99"), b], rules)).toEqual(["a 1 1–2", "b 2 1–2"]);
    expect(intervals([b, unit("c", "3.01", "0.01")], rules)).toEqual(["b 1 1–2", "c 2 1–2"]);
    expect(intervals([b, unit("c", "3.00", "0.00")], rules)).toEqual(["b 1 1–1", "c 2 1–2"]);
  });

  it("has nothing to gain above a cap that holds, and loses first what is above it", () => {
    // 3 + 3 are held at 5; without all of the open 3 there would be 3 + 1.
    const b = unit("b", "5.00", "3.00", ["1.00", "4.00"]);
    expect(intervals([unit("a", "5.01", "3.00"), b], rules)).toEqual(["a 1 1–1", "b 2 2–2"]);
    expect(intervals([b, unit("c", "4.01", "1.01")], rules)).toEqual(["b 1 1–2", "c 2 1–2"]);
    expect(intervals([b, unit("c", "4.00", "1.00")], rules)).toEqual(["b 1 1–1", "c 2 1–2"]);
    const sure = unit("b", "5.00", "3.00", ["2.00", "4.00"]);
    expect(intervals([sure, unit("c", "5.00", "3.00")], rules)).toEqual(["b 1 1–1", "c 1 1–1"]);
  });

  it("leaves out items that do not apply", () => {
    const b: Printed = {
      ...unit("b", "3.00", "0.00", ["0.00", "9.00"]),
      items: { B1: null, B2: ["3.00", "3"] },
    };
    expect(intervals([unit("a", "3.50", "0.50"), b], rules)).toEqual(["a 1 1–1", "b 2 2–2"]);
  });

  it("is turned round for a deduction: what is proven of it is the more", () => {
    const deduction = { ...rules, ranking: { tieBreak: ["D"] }, kinds: { D: "deduction" as const } };
    const a: Printed = { code: "a", total: "80.00", items: { D: ["2.00", "5"] } };
    const b: Printed = { ...a, code: "b", open: { items: { D: ["3.00", "1.00"] } } };
    expect(intervals([a, b], deduction)).toEqual(["a 1 1–2", "b 1 1–2"]);
  });
});

/** Proven ≤ points ≤ claimed, few enough to collide. */
const triple = fc
  .array(fc.nat(6), { minLength: 3, maxLength: 3 })
  .map((list) => list.sort((a, b) => a - b) as [number, number, number]);
type Triple = [proven: number, points: number, claimed: number];
type Drawn = readonly (readonly Triple[])[];

/** The first figure of a unit is its total, the others are its tie-breaks. */
const unitOf = (figures: readonly Triple[], index: number): Printed => {
  const [[proven, points, claimed] = [0, 0, 0], ...nodes] = figures;
  return {
    ...{ code: `${index}`, total: `${points}` },
    nodes: Object.fromEntries(nodes.map((node, at) => [`${at}`, [`${node[1]}`, "9"]])),
    open: {
      total: [`${proven}`, `${claimed}`],
      nodes: Object.fromEntries(nodes.map((node, at) => [`${at}`, [`${node[0]}`, `${node[2]}`]])),
    },
  };
};

/** Every way in which every figure of every unit can take one of its three values. */
function* outcomes(units: Drawn): Generator<number[][]> {
  const figures = units.flat();
  const width = units[0]?.length ?? 1;
  for (let number = 0; number < 3 ** figures.length; number += 1) {
    const values = figures.map((figure, at) => figure[Math.floor(number / 3 ** at) % 3] ?? 0);
    yield units.map((_unit, at) => values.slice(at * width, (at + 1) * width));
  }
}

const isAhead = (a: readonly number[], b: readonly number[]): boolean => {
  const first = a.findIndex((value, at) => value !== b[at]);
  return first >= 0 && (a[first] ?? 0) > (b[first] ?? 0);
};

describe("every interval", () => {
  const rankedBy = (units: Drawn) => {
    const tieBreak = (units[0] ?? []).slice(1).map((_figure, at) => `${at}`);
    const { groups } = rank(units.map(unitOf).map(assessmentOf), rulesOf({ ranking: { tieBreak } }));
    const lines = new Map(groups.flatMap(({ ranked }) => ranked.map((line) => [line.code, line])));
    return units.map((_unit, index) => lines.get(`${index}`));
  };

  const agrees = (units: Drawn) => {
    const seen = units.map(() => new Set<number>());
    for (const values of outcomes(units)) {
      for (const [at, mine] of values.entries()) {
        seen[at]?.add(1 + values.filter((other) => isAhead(other, mine)).length);
      }
    }
    for (const [at, line] of rankedBy(units).entries()) {
      const ranks = [...(seen[at] ?? [])];
      expect([line?.best, line?.worst]).toEqual([Math.min(...ranks), Math.max(...ranks)]);
    }
  };

  it("goes from the best rank to the worst that occurs, by trying all outcomes", () => {
    const units = fc.array(fc.tuple(triple), { minLength: 1, maxLength: 6 });
    fc.assert(fc.property(units, agrees), runs(100));
  });

  it("does so with tie-breaks that move by themselves", () => {
    const two = fc.array(fc.tuple(triple, triple), { minLength: 1, maxLength: 3 });
    const three = fc.array(fc.tuple(triple, triple, triple), { minLength: 1, maxLength: 2 });
    fc.assert(fc.property(fc.oneof(two, three), agrees), runs(100));
  });

  const many = fc.array(fc.tuple(triple, triple), { minLength: 1, maxLength: 40 });

  it("holds the rank, and is the rank where nothing is open", () => {
    fc.assert(
      fc.property(many, (units) => {
        for (const line of rankedBy(units)) {
          expect(line?.best).toBeLessThanOrEqual(line?.rank ?? 0);
          expect(line?.worst).toBeGreaterThanOrEqual(line?.rank ?? Number.POSITIVE_INFINITY);
        }
        const settled = units.map((unit) => unit.map(([, points]): Triple => [points, points, points]));
        for (const line of rankedBy(settled)) {
          expect([line?.best, line?.worst]).toEqual([line?.rank, line?.rank]);
        }
      }),
      runs(200),
    );
  });

  it("is that of one unit against each other one, by the definition itself", () => {
    fc.assert(
      fc.property(many, (units) => {
        const [proven, claimed] = [0, 2].map((at) => units.map((unit) => unit.map((one) => one[at] ?? 0)));
        const ahead = (of: readonly number[][], mine: readonly number[] = [], self: number) =>
          1 + of.filter((other, at) => at !== self && isAhead(other, mine)).length;
        for (const [at, line] of rankedBy(units).entries()) {
          expect(line?.best).toBe(ahead(proven ?? [], claimed?.[at], at));
          expect(line?.worst).toBe(ahead(claimed ?? [], proven?.[at], at));
        }
      }),
      runs(200),
    );
  });

  it("of thousands of units takes no time to speak of", () => {
    const units = Array.from({ length: 3000 }, (_, index): readonly Triple[] => {
      const points = (index * 7919) % 9973;
      return [[points - (index % 300), points, points + (index % 170)]];
    });
    const before = performance.now();
    expect(rankedBy(units).every((line) => line && line.best <= line.rank && line.rank <= line.worst)).toBe(
      true,
    );
    expect(performance.now() - before).toBeLessThan(3000);
  });
});
