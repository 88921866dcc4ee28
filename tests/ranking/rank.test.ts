import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RankingJson } from "../../src/model/results.js";
import { rank } from "../../src/ranking/rank.js";
import { runs } from "../support/arbitrary-assessment.js";
import { assessmentOf, type Printed, rulesOf } from "./printed.js";

const ranked = (units: readonly Printed[], rules: Parameters<typeof rulesOf>[0] = {}): RankingJson =>
  rank(units.map(assessmentOf), rulesOf(rules));

/** `code rank` of the only group, in its order. */
const places = (units: readonly Printed[], rules: Parameters<typeof rulesOf>[0] = {}): string[] =>
  (ranked(units, rules).groups[0]?.ranked ?? []).map(({ code, rank: place }) => `${code} ${place}`);

describe("a ranking", () => {
  it("gives equal totals the same rank and skips the next: 1, 2, 2, 4", () => {
    const units = [
      { code: "a", total: "88.35" },
      { code: "b", total: "91.00" },
      { code: "c", total: "80.00" },
      { code: "d", total: "88.35" },
    ];
    expect(places(units)).toEqual(["b 1", "a 2", "d 2", "c 4"]);
    expect(ranked(units).groups[0]?.ranked.map(({ tied }) => tied)).toEqual([false, true, true, false]);
  });

  it("compares figures and not texts", () => {
    expect(
      places([
        { code: "a", total: "9.50" },
        { code: "b", total: "10.00" },
        { code: "c", total: "-1.00" },
        { code: "d", total: "-10.00" },
        { code: "e", total: "10.0" },
      ]),
    ).toEqual(["b 1", "e 1", "a 3", "c 4", "d 5"]);
  });

  it("breaks a tie by the printed points of a node, and by the next rule where that is equal too", () => {
    const units = [
      { code: "a", total: "88.35", bonus: "1.00", nodes: { "4": ["12.10", "15"] as const } },
      { code: "b", total: "88.35", bonus: "2.00", nodes: { "4": ["12.40", "15"] as const } },
      { code: "c", total: "88.35", bonus: "3.00", nodes: { "4": ["12.10", "15"] as const } },
    ];
    expect(places(units, { ranking: { tieBreak: ["4"] } })).toEqual(["b 1", "a 2", "c 2"]);
    expect(places(units, { ranking: { tieBreak: ["4", "bonus"] } })).toEqual(["b 1", "c 2", "a 3"]);
    expect(places(units, { ranking: { tieBreak: ["bonus", "4"] } })).toEqual(["c 1", "b 2", "a 3"]);
    expect(places(units)).toEqual(["a 1", "b 1", "c 1"]);
  });

  it("breaks a tie by an item, of which one that does not apply has nothing", () => {
    const units = [
      { code: "a", total: "70.00", items: { "1.1": null } },
      { code: "b", total: "70.00", items: { "1.1": ["0.50", "2"] as const } },
      { code: "c", total: "70.00", items: { "1.1": ["0.00", "2"] as const } },
    ];
    expect(places(units, { ranking: { tieBreak: ["1.1"] } })).toEqual(["b 1", "a 2", "c 2"]);
  });

  it("lists vetoed units apart, and does not let them take a rank", () => {
    const units: Printed[] = [
      { code: "a", total: "95.00", vetoes: [{ kind: "disqualify" }] },
      { code: "b", total: "90.00" },
      { code: "c", total: "85.00", vetoes: [{ kind: "disqualify", pending: true }] },
      { code: "d", total: "80.00", vetoes: [{ kind: "capTotal", capTotal: "80" }] },
    ];
    expect(places(units)).toEqual(["b 1", "c 2", "d 3"]);
    expect(ranked(units).apart).toEqual([
      { code: "a", name: "单位a", group: "", reason: "disqualified", total: "95.00" },
    ]);
  });

  it("lists units apart that handed in too little; the bound itself is enough", () => {
    const units = [
      { code: "a", total: "95.00", coverage: "0.599999" },
      { code: "b", total: "90.00", coverage: "0.6" },
      { code: "c", total: "85.00", coverage: "0.6", vetoes: [{ kind: "disqualify" as const }] },
      { code: "d", total: "1.00", coverage: "0", vetoes: [{ kind: "disqualify" as const }] },
    ];
    const rules = { ranking: { minCoverage: "0.6" } };
    expect(places(units, rules)).toEqual(["b 1"]);
    expect(ranked(units, rules).apart.map(({ code, reason }) => [code, reason])).toEqual([
      ["a", "coverage"],
      ["c", "disqualified"],
      ["d", "disqualified"],
    ]);
    expect(places(units)).toEqual(["a 1", "b 2"]);
  });

  it("ranks each group by itself, units without a group together", () => {
    const units = [
      { code: "a", total: "70.00", group: "县" },
      { code: "b", total: "90.00", group: "市辖区" },
      { code: "c", total: "80.00", group: "县" },
      { code: "d", total: "60.00", group: null },
      { code: "e", total: "90.00", group: "市辖区", vetoes: [{ kind: "disqualify" as const }] },
    ];
    const { groups, apart } = ranked(units, { ranking: { groupBy: "unit.kind" } });
    expect(
      groups.map(({ group, ranked: lines }) => [group, lines.map((line) => `${line.code} ${line.rank}`)]),
    ).toEqual([
      ["", ["d 1"]],
      ["县", ["c 1", "a 2"]],
      ["市辖区", ["b 1"]],
    ]);
    expect(apart.map(({ code, group }) => [code, group])).toEqual([["e", "市辖区"]]);
  });

  it("of no units has no groups", () => {
    expect(ranked([])).toEqual({ groups: [], lines: [], apart: [] });
  });
});

const printed = fc.record({
  total: fc.constantFrom("88.35", "88.36", "88.4", "9.00", "-1.00", "100.00"),
  group: fc.constantFrom("县", "市辖区", "县级市", null),
  bonus: fc.constantFrom("0.00", "1.00", "10.00"),
  coverage: fc.constantFrom("1", "0.6", "0.599999", "0"),
  four: fc.constantFrom("12.10", "12.40", "9.90"),
  veto: fc.constantFrom("none", "none", "none", "disqualify", "pending"),
});
const units: fc.Arbitrary<Printed[]> = fc.array(printed, { maxLength: 14 }).map((list) =>
  list.map(({ four, veto, ...unit }, index) => ({
    ...unit,
    // Codes whose order is not the order in which they were drawn.
    code: `${(index * 7) % 15}`.padStart(2, "0"),
    nodes: { "4": [four, "15"] as const },
    vetoes:
      veto === "none"
        ? []
        : [{ kind: "disqualify" as const, ...(veto === "pending" ? { pending: true as const } : {}) }],
  })),
);
const rules = fc.record({
  ranking: fc.record({
    tieBreak: fc.constantFrom<string[]>([], ["4"], ["bonus"], ["4", "bonus"], ["bonus", "4"]),
    groupBy: fc.constantFrom("unit.kind", "unit.unknown"),
    minCoverage: fc.constantFrom("0.6", "0", "1"),
  }),
});

describe("every ranking", () => {
  it("ranks a unit behind all that are better, by the definition itself", () => {
    fc.assert(
      fc.property(units, rules, (list, { ranking }) => {
        const result = ranked(list, { ranking });
        const groupOf = ({ group }: Printed) => (ranking.groupBy === "unit.kind" ? (group ?? "") : "");
        const keys = ({ total, bonus, nodes }: Printed): number[] =>
          [total, ...ranking.tieBreak.map((by) => (by === "bonus" ? bonus : nodes?.[by]?.[0]))].map(Number);
        const isOut = ({ vetoes = [] }: Printed) => vetoes.some(({ pending }) => !pending);
        const isThin = ({ coverage }: Printed) => Number(coverage) < Number(ranking.minCoverage);
        const isBetter = (a: Printed, b: Printed): boolean => {
          const first = keys(a).findIndex((key, index) => key !== keys(b)[index]);
          return first >= 0 && (keys(a)[first] ?? 0) > (keys(b)[first] ?? 0);
        };
        const lines = result.groups.flatMap(({ group, ranked: all }) =>
          all.map((line) => ({ group, ...line })),
        );
        for (const unit of list) {
          const peers = list.filter((one) => groupOf(one) === groupOf(unit) && !isOut(one) && !isThin(one));
          const line = lines.find(({ code }) => code === unit.code);
          const apart = result.apart.find(({ code }) => code === unit.code);
          if (isOut(unit) || isThin(unit)) {
            expect(line).toBeUndefined();
            expect(apart).toMatchObject({
              group: groupOf(unit),
              reason: isOut(unit) ? "disqualified" : "coverage",
              total: unit.total,
            });
            continue;
          }
          expect(apart).toBeUndefined();
          const equals = peers.filter((one) => !isBetter(one, unit) && !isBetter(unit, one));
          expect(line).toMatchObject({
            ...{
              group: groupOf(unit),
              code: unit.code,
              name: `单位${unit.code}`,
              total: unit.total,
              grade: null,
            },
            rank: 1 + peers.filter((one) => isBetter(one, unit)).length,
            tied: equals.length > 1,
          });
        }
        expect(lines.length + result.apart.length).toBe(list.length);
        for (const { ranked: all } of result.groups) {
          const order = all.map(({ rank: place, code }) => `${String(place).padStart(3, "0")} ${code}`);
          expect(order).toEqual([...order].sort());
        }
        expect(RankingJson.parse(result)).toEqual(result);
      }),
      runs(500),
    );
  });

  it("does not depend on the order of the units", () => {
    const withOrder = units.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
      ),
    );
    fc.assert(
      fc.property(withOrder, rules, ([list, shuffled], { ranking }) => {
        expect(ranked(shuffled, { ranking })).toEqual(ranked(list, { ranking }));
      }),
      runs(300),
    );
  });

  it("of one group does not depend on the units of another", () => {
    fc.assert(
      fc.property(units, rules, (list, { ranking }) => {
        const grouped = {
          ranking: { ...ranking, groupBy: "unit.kind" },
          grades: [{ name: "优", min: "80", quota: "0.3" }],
        };
        const counties = list.filter(({ group }) => group === "县");
        const of = (all: readonly Printed[]) =>
          ranked(all, grouped).groups.find(({ group }) => group === "县");
        expect(of(counties)).toEqual(of(list));
      }),
      runs(300),
    );
  });
});
