import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SystemOutline } from "../../src/model/results.js";
import { gradeAlone } from "../../src/ranking/grades.js";
import { rank } from "../../src/ranking/rank.js";
import { runs } from "../support/arbitrary-assessment.js";
import { assessmentOf, type Printed, rulesOf } from "./printed.js";

type Grades = SystemOutline["grades"];

/** Grade by code, over all groups. */
function gradesOf(
  units: readonly Printed[],
  rules: Parameters<typeof rulesOf>[0],
): Record<string, string | null> {
  const { groups } = rank(units.map(assessmentOf), rulesOf(rules));
  return Object.fromEntries(groups.flatMap(({ ranked }) => ranked.map(({ code, grade }) => [code, grade])));
}

const totals = (...figures: string[]): Printed[] =>
  figures.map((total, index) => ({ code: String.fromCharCode(97 + index), total }));

describe("a grade", () => {
  it("asks for a printed total, the bound itself being enough", () => {
    const grades = [
      { name: "优秀", min: "90" },
      { name: "合格", min: "60" },
    ];
    expect(gradesOf(totals("90.00", "89.99", "60.00", "59.99"), { grades })).toEqual({
      ...{ a: "优秀", b: "合格", c: "合格", d: null },
    });
  });

  it("takes no more than its quota, rounded down", () => {
    const grades = [{ name: "优秀", min: "0", quota: "0.3" }];
    // 0.3 of 9 is 2.7: two places. In doubles 0.3 × 10 would be 3 as well, but 0.29 × 100 is 28.999…
    const nine = gradesOf(totals("9", "8", "7", "6", "5", "4", "3", "2", "1"), { grades });
    expect(Object.values(nine)).toEqual(["优秀", "优秀", ...Array(7).fill(null)]);
    const hundred = Array.from({ length: 100 }, (_, index) => ({
      code: `${1000 + index}`,
      total: `${100 - index}`,
    }));
    const many = gradesOf(hundred, { grades: [{ name: "优秀", min: "0", quota: "0.29" }] });
    expect(Object.values(many).filter((grade) => grade !== null)).toHaveLength(29);
  });

  it("leaves a tie across the edge outside, and gives the place to no one else", () => {
    const grades = [{ name: "优秀", min: "0", quota: "0.5" }];
    expect(gradesOf(totals("9", "8", "8", "7"), { grades })).toEqual({
      a: "优秀",
      b: null,
      c: null,
      d: null,
    });
    expect(gradesOf(totals("9", "9", "8", "7"), { grades })).toEqual({
      a: "优秀",
      b: "优秀",
      c: null,
      d: null,
    });
    expect(gradesOf(totals("9", "9", "9", "7"), { grades })).toEqual({ a: null, b: null, c: null, d: null });
  });

  it("tries who falls out for the next grade, and for that quota anew", () => {
    const grades = [
      { name: "一等", min: "85", quota: "0.2" },
      { name: "二等", min: "80", quota: "0.4" },
      { name: "三等", min: "60" },
    ];
    expect(gradesOf(totals("95", "90", "88", "86", "50"), { grades })).toEqual({
      ...{ a: "一等", b: "二等", c: "二等", d: "三等", e: null },
    });
  });

  it("counts its quota on the ranked units, and among those that are eligible", () => {
    const grades = [
      { name: "优秀", min: "80", quota: "0.5" },
      { name: "合格", min: "0" },
    ];
    const units: Printed[] = [
      { code: "a", total: "99", vetoes: [{ kind: "disqualify" }] },
      { code: "b", total: "98", vetoes: [{ kind: "capGrade", grade: "合格" }] },
      { code: "c", total: "97" },
      { code: "d", total: "96" },
      { code: "e", total: "95" },
    ];
    // Four are ranked, so two places; b is not eligible and takes none.
    expect(gradesOf(units, { grades })).toEqual({ b: "合格", c: "优秀", d: "优秀", e: "合格" });
  });

  it("is capped by the strictest veto that applied, not by one that is open", () => {
    const grades = ["一等", "二等", "三等"].map((name) => ({ name, min: "0" }));
    const cap = (grade: string) => ({ kind: "capGrade" as const, grade });
    const units: Printed[] = [
      { code: "a", total: "90", vetoes: [cap("二等"), cap("三等")] },
      { code: "b", total: "90", vetoes: [cap("三等"), cap("二等")] },
      { code: "c", total: "90", vetoes: [{ ...cap("三等"), pending: true }] },
      { code: "d", total: "90", vetoes: [cap("二等")] },
    ];
    expect(gradesOf(units, { grades })).toEqual({ a: "三等", b: "三等", c: "一等", d: "二等" });
  });

  it("asks for a share of the points of every level-1 place that applies", () => {
    const rules = {
      grades: [{ name: "优秀", min: "0", eachLevel1AtLeast: "0.7" }],
      nodes: ["1", "2"],
      items: ["3"],
    };
    const unit = (code: string, one: string, two: string, three: string | null): Printed => ({
      ...{ code, total: "80" },
      nodes: { "1": [one, "10"], "2": [two, "10"] },
      items: { "3": three === null ? null : [three, "10"] },
    });
    const units = [unit("a", "7.00", "9.00", "7.00"), unit("b", "10.00", "6.99", "10.00")];
    units.push(unit("c", "10.00", "10.00", "6.99"), unit("d", "10.00", "10.00", null));
    expect(gradesOf(units, rules)).toEqual({ a: "优秀", b: null, c: null, d: "优秀" });
  });

  it("takes a level-1 item that a veto set to nothing as nothing", () => {
    const rules = { grades: [{ name: "优秀", min: "0", eachLevel1AtLeast: "0.7" }], items: ["1", "2"] };
    const items = { "1": ["9.00", "10"], "2": ["9.00", "10"] } as const;
    const zero = { kind: "zero" as const, place: "1" };
    const units: Printed[] = [
      { code: "a", total: "90", items },
      { code: "b", total: "80", items, vetoes: [zero] },
      { code: "c", total: "90", items, vetoes: [{ ...zero, pending: true }] },
    ];
    expect(gradesOf(units, rules)).toEqual({ a: "优秀", b: null, c: "优秀" });
    expect(gradeAlone(assessmentOf(units[1] as Printed), rulesOf(rules))).toBeNull();
  });

  it("of a unit by itself leaves quotas out", () => {
    const rules = rulesOf({
      grades: [
        { name: "优秀", min: "90", quota: "0" },
        { name: "合格", min: "60" },
      ],
    });
    const alone = (total: string) => gradeAlone(assessmentOf({ code: "a", total }), rules);
    expect([alone("95"), alone("89"), alone("59")]).toEqual(["优秀", "合格", null]);
  });
});

const grades: fc.Arbitrary<Grades> = fc
  .array(
    fc.record({ min: fc.nat(8), quota: fc.option(fc.constantFrom("0", "0.1", "0.29", "0.3", "0.5", "1")) }),
    {
      maxLength: 3,
    },
  )
  .map((list) =>
    list
      .sort((a, b) => b.min - a.min)
      .map(({ min, quota }, index) => ({
        name: `第${index}等`,
        min: `${min}`,
        ...(quota === null ? {} : { quota }),
      })),
  );
const units: fc.Arbitrary<Printed[]> = fc
  .array(fc.record({ total: fc.nat(9), group: fc.constantFrom("县", "市辖区"), cap: fc.option(fc.nat(2)) }), {
    maxLength: 12,
  })
  .map((list) =>
    list.map(({ total, group, cap }, index) => ({
      ...{ code: `${10 + index}`, total: `${total}`, group },
      vetoes: cap === null ? [] : [{ kind: "capGrade" as const, grade: `第${cap}等` }],
    })),
  );

describe("every grade", () => {
  it("goes to those of the eligible whose rank lies within the quota, by the definition itself", () => {
    fc.assert(
      fc.property(units, grades, (list, drawn) => {
        const given = gradesOf(list, { grades: drawn, ranking: { groupBy: "unit.kind" } });
        for (const group of ["县", "市辖区"]) {
          const peers = list.filter((unit) => unit.group === group);
          const left = new Set(peers);
          for (const [index, { name, min, quota }] of drawn.entries()) {
            const capOf = ({ vetoes = [] }: Printed) =>
              vetoes.map((veto) =>
                drawn.findIndex((one) => veto.kind === "capGrade" && one.name === veto.grade),
              );
            const eligible = [...left].filter(
              (unit) => Number(unit.total) >= Number(min) && capOf(unit).every((cap) => cap <= index),
            );
            // Whole hundredths: nothing is lost in doubles.
            const allowed =
              quota === undefined
                ? peers.length
                : Math.floor((Math.round(Number(quota) * 100) * peers.length) / 100);
            const got = eligible.filter(
              (unit) => eligible.filter((one) => Number(one.total) >= Number(unit.total)).length <= allowed,
            );
            for (const unit of got) left.delete(unit);
            expect(peers.filter(({ code }) => given[code] === name)).toEqual(got);
            expect(got.length).toBeLessThanOrEqual(allowed);
          }
          for (const { code } of left) expect(given[code]).toBeNull();
        }
      }),
      runs(1000),
    );
  });

  it("is the same for units that are tied", () => {
    fc.assert(
      fc.property(units, grades, (list, drawn) => {
        const free = list.map((unit) => ({ ...unit, vetoes: [] }));
        const given = gradesOf(free, { grades: drawn, ranking: { groupBy: "unit.kind" } });
        for (const a of free) {
          for (const b of free) {
            if (a.group === b.group && a.total === b.total) expect(given[a.code]).toBe(given[b.code]);
          }
        }
      }),
      runs(300),
    );
  });
});
