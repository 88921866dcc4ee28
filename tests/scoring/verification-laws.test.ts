import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { zhCN } from "../../src/messages/zh-CN/index.js";
import type { Assessment, Standing } from "../../src/model/assessment.js";
import { formRows } from "../../src/model/form.js";
import { compare, fromNumber, type Rational, round } from "../../src/model/rational.js";
import { AssessmentJson } from "../../src/model/results.js";
import type { UnitCase } from "../../src/model/verification.js";
import { assessUnits } from "../../src/run/assess-units.js";
import { assessUnit } from "../../src/scoring/assess-unit.js";
import { runs } from "../support/arbitrary-assessment.js";
import type { Written, WrittenItem } from "../support/arbitrary-item.js";
import { plainSystem } from "../support/arbitrary-system.js";
import { unitOf, unitSeed } from "../support/arbitrary-unit.js";
import { everyVerified, opened, type VerifiedDrawn } from "../support/arbitrary-verification.js";
import { type CaseUnit, submissionOf, systemOf, unverified } from "../support/case.js";
import { unitCaseOf } from "../support/case-verification.js";

const atMost = (a: Rational, b: Rational): boolean => compare(a, b) <= 0;
const verified = ({ system, unit }: VerifiedDrawn): Promise<Assessment> =>
  assessUnit(system, unitCaseOf(system, unit));
const untouched = ({ system, unit }: VerifiedDrawn): Promise<Assessment> =>
  assessUnit(system, unverified(submissionOf(system, unit)));

describe("the ledger of a unit that was verified in part", () => {
  it("proves no more than it scores and scores no more than is claimed, at every height", async () => {
    const seen = { open: 0, settled: 0 };
    await everyVerified(60, async (one) => {
      for (const assessment of [await verified(one), await untouched(one)]) {
        const { items, nodes, total } = assessment;
        for (const [index, item] of items.entries()) {
          const isDeduction = one.system.items[index]?.kind === "deduction";
          ordered(isDeduction ? { ...item, proven: item.claimed, claimed: item.proven } : item, item.id);
          seen[atMost(item.claimed, item.proven) ? "settled" : "open"] += 1;
        }
        for (const node of nodes) ordered(node, node.id);
        ordered(total, "total");
      }
    });
    expect(Math.min(seen.open, seen.settled)).toBeGreaterThan(50);
  });

  it("keeps the rule score and the self-score as they were before anybody verified anything", async () => {
    let moved = 0;
    await everyVerified(40, async (one) => {
      const [after, first] = [await verified(one), await untouched(one)];
      expect(unitSide(after)).toEqual(unitSide(first));
      if (compare(after.total.points, first.total.points) !== 0) moved += 1;
    });
    expect(moved).toBeGreaterThan(10);
  });

  it("counts the rule score where nobody verified anything", async () => {
    await everyVerified(30, async (one) => {
      const { items, nodes, total } = await untouched(one);
      for (const { points, rule } of [...items, ...nodes, total]) expect(rule).toEqual(points);
    });
  });

  it("takes an assessor's score for all three, whatever else was found", async () => {
    let given = 0;
    await everyVerified(40, async (one) => {
      const { items } = await verified(one);
      for (const { id, status, points, proven, claimed } of items) {
        const score = one.unit.verification.scores?.[id];
        if (score === undefined || status === "notApplicable") continue;
        const printed = round(fromNumber(score), one.system.digits);
        expect([points, proven, claimed]).toEqual([printed, printed, printed]);
        expect(status).toBe("scored");
        given += 1;
      }
    });
    expect(given).toBeGreaterThan(10);
  });

  it("is written in the shape of the results format", async () => {
    await everyVerified(20, async ({ system, unit }) => {
      const found = { unit: unitCaseOf(system, unit), findings: [] };
      const [assessment] = await assessUnits(system, [found], "zh-CN", zhCN);
      expect(AssessmentJson.parse(assessment)).toEqual(assessment);
    });
  });
});

function ordered({ proven, points, claimed }: Standing, where: string): void {
  expect(atMost(proven, points) && atMost(points, claimed), where).toBe(true);
}

/** What does not depend on any assessor. */
const unitSide = ({ items, nodes, total }: Assessment) =>
  [...items, ...nodes, total].map(({ rule, self }) => ({ rule, self }));

describe("accepting all that a unit reported", () => {
  const drawn = fc.tuple(plainSystem, fc.array(fc.nat(9999), { minLength: 7, maxLength: 13 }), unitSeed);

  it("never gives an item less than rejecting all of it, where items only award or only deduct", async () => {
    let less = 0;
    await fc.assert(
      fc.asyncProperty(drawn, async ([document, figures, seed]) => {
        const system = systemOf(opened(monotone(document), figures));
        const unit = unitOf(system, seed);
        const facts = formRows(system).flatMap(({ fact }) =>
          fact !== undefined && (unit.answers?.[fact] ?? null) !== null ? [fact] : [],
        );
        const all = (verdict: "accepted" | "rejected"): UnitCase =>
          unitCaseOf(system, {
            ...unit,
            verification: { fields: Object.fromEntries(facts.map((fact) => [fact, verdict])) },
          });
        const accepted = await assessUnit(system, all("accepted"));
        const rejected = await assessUnit(system, all("rejected"));
        for (const [index, { status, points }] of accepted.items.entries()) {
          const other = rejected.items[index];
          if (!other || system.items[index]?.kind !== "scored") continue;
          if ([status, other.status].includes("notApplicable")) continue;
          expect(atMost(other.points, points), other.id).toBe(true);
          if (!atMost(points, other.points)) less += 1;
        }
      }),
      runs(40),
    );
    expect(less).toBeGreaterThan(20);
  });
});

/** Only deductions from a full start, only awards from nothing, none of them on a condition. */
function monotone(document: Written): Written {
  const items = (document.items as WrittenItem[]).map((item): WrittenItem => {
    if (item.kind !== "scored") return item;
    const { floor: _floor, clauses = [], points = 0, ...rest } = item;
    const deducts = clauses.flatMap(({ id, deduct }) => (deduct === undefined ? [] : [{ id, deduct }]));
    const awards = clauses.flatMap(({ id, award }) => (award === undefined ? [] : [{ id, award }]));
    return {
      ...rest,
      points,
      clauses:
        item.start === "full"
          ? [...deducts, { id: "last", deduct: { each: 0.1, per: "figure" } }]
          : [...awards, { id: "last", award: { share: "figure", of: points } }],
    };
  });
  return { ...document, items };
}

describe("units that are compared with each other", () => {
  const STATISTICS = ["max", "min", "mean", "median", "count", "rank", "rankLow", "rankShare"];
  const system = systemOf({
    format: "faping-system/1",
    id: "compared",
    version: "1.0.0",
    title: "示例指标体系",
    levels: ["评分项"],
    total: STATISTICS.length * 10,
    unitFacts: [{ fact: "kind", label: "类别", type: "choice", options: ["县", "市辖区"] }],
    items: STATISTICS.map((cohort, index) => ({
      id: `I${index}`,
      title: cohort,
      points: 10,
      start: "zero",
      evidence: index === 0 ? [{ fact: "x", label: "数值", type: "number" }] : [],
      derive: [{ fact: `d${index}`, sum: [{ cohort, of: "x" }] }],
      clauses: [{ id: "a", award: { each: 0.1, per: `d${index}`, cap: 10 } }],
    })),
    ranking: { groupBy: "unit.kind" },
  });
  const figure = fc.option(fc.integer({ min: 0, max: 5 }), { freq: 4 });
  const group = fc.array(
    fc.record({
      kind: fc.constantFrom("县", "市辖区"),
      own: figure,
      found: fc.oneof(fc.constant("rejected" as const), fc.integer({ min: 0, max: 5 }), fc.constant(null)),
      place: fc.nat(99),
    }),
    { minLength: 1, maxLength: 6 },
  );
  type Compared = typeof group extends fc.Arbitrary<readonly (infer T)[]> ? T : never;
  const unit = ({ kind, own, found }: Compared, code: string, isVerified: boolean): CaseUnit => {
    const verdict = found === "rejected" || found === null ? found : { value: found };
    return {
      code,
      name: `单位${code}`,
      unitFacts: { kind },
      answers: { x: own },
      ...(isVerified && verdict !== null ? { verification: { fields: { x: verdict } } } : {}),
    };
  };
  const score = async (units: readonly CaseUnit[]) => {
    const cases = units.map((one) => ({ unit: unitCaseOf(system, one), findings: [] }));
    const assessments = await assessUnits(system, cases, "zh-CN", zhCN);
    return new Map(assessments.map((assessment) => [assessment.unit.code, assessment]));
  };
  const pointsOf = ({ items, total }: AssessmentJson) => [...items, total].map(({ points }) => points);
  const rulesOf = ({ items, total }: AssessmentJson) => [...items, total].map(({ rule }) => rule);

  it("get the same in whatever order they come", async () => {
    await fc.assert(
      fc.asyncProperty(group, async (drawn) => {
        const units = drawn.map((one, index) => ({
          place: one.place,
          unit: unit(one, String(index + 1), true),
        }));
        const moved = [...units].sort((a, b) => a.place - b.place);
        const [straight, turned] = [
          await score(units.map((one) => one.unit)),
          await score(moved.map((one) => one.unit)),
        ];
        for (const [code, assessment] of straight) expect(turned.get(code)).toEqual(assessment);
      }),
      runs(40),
    );
  });

  it("get the rule score of everyone's own figures, and the points of what everyone was found to have", async () => {
    await fc.assert(
      fc.asyncProperty(group, async (drawn) => {
        const code = (index: number) => String(index + 1);
        const together = await score(drawn.map((one, index) => unit(one, code(index), true)));
        const own = await score(drawn.map((one, index) => unit(one, code(index), false)));
        const asFound = drawn.map((one) => {
          const found = one.found === "rejected" ? null : (one.found ?? one.own);
          return { ...one, own: found };
        });
        const found = await score(asFound.map((one, index) => unit(one, code(index), false)));
        for (const [index, assessment] of together) {
          expect(rulesOf(assessment)).toEqual(rulesOf(own.get(index) as AssessmentJson));
          expect(pointsOf(assessment)).toEqual(pointsOf(found.get(index) as AssessmentJson));
        }
      }),
      runs(40),
    );
  });
});
