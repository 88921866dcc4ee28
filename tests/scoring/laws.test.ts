import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Assessment, ItemResult } from "../../src/model/assessment.js";
import { ENGINE } from "../../src/model/engine.js";
import { compare, isZero, negate, type Rational, ZERO } from "../../src/model/rational.js";
import { AssessmentJson, Results } from "../../src/model/results.js";
import type { Submission } from "../../src/model/submission.js";
import { rank } from "../../src/ranking/rank.js";
import { outline } from "../../src/report/system-outline.js";
import { assessUnit } from "../../src/scoring/assess-unit.js";
import { assess, type Drawn, drawn, every, runs, toJson } from "../support/arbitrary-assessment.js";
import type { Written, WrittenItem } from "../support/arbitrary-item.js";
import { submissionOf, systemOf, unverified } from "../support/case.js";

const atMost = (a: Rational, b: Rational): boolean => compare(a, b) <= 0;

describe("every assessment", () => {
  it("keeps each item between its floor and its points, bonuses and deductions between 0 and their max", async () => {
    await every(drawn, 60, async (one) => {
      const { items } = await assess(one);
      for (const [index, item] of one.system.items.entries()) {
        const { points, status } = items[index] as ItemResult;
        if (status === "notApplicable") {
          const full = one.system.policies.notApplicable === "full" && item.kind === "scored";
          expect(points).toEqual(full ? item.points : ZERO);
        } else expect(atMost(item.floor, points) && atMost(points, item.points), item.id).toBe(true);
      }
    });
  });

  it("proves no more than it scores and scores no more than is claimed, items and total alike", async () => {
    await every(drawn, 60, async (one) => {
      const { items, total } = await assess(one);
      for (const [index, { proven, points, claimed }] of items.entries()) {
        const [low, high] =
          one.system.items[index]?.kind === "deduction" ? [claimed, proven] : [proven, claimed];
        expect(atMost(low, points) && atMost(points, high)).toBe(true);
      }
      expect(atMost(total.proven, total.points) && atMost(total.points, total.claimed)).toBe(true);
    });
  });

  it("proves and claims what it scores where every value has its documents", async () => {
    await every(drawn, 40, async ({ system, unit }) => {
      const facts = new Set(system.facts.keys());
      const supported = { ...unit, documents: Object.fromEntries([...facts].map((fact) => [fact, 9])) };
      // A printed rate without its parts stays unsupported, whatever stands beside it.
      for (const fact of facts)
        if (fact.endsWith(".numerator")) delete supported.answers?.[fact.slice(0, -10)];
      const { items, total } = await assess({ system, unit: supported });
      for (const { proven, points, claimed } of [...items, total]) {
        expect([proven, claimed]).toEqual([points, points]);
      }
    });
  });

  it("is made of figures and words only, in the shape of the results format", async () => {
    await every(drawn, 50, async (one) => {
      const assessment = toJson(one.system, await assess(one));
      // Parsing drops unknown keys, so equality is also the absence of any.
      expect(AssessmentJson.parse(assessment)).toEqual(assessment);
      const system = outline(one.system);
      const results = {
        format: "faping-results/1",
        engine: ENGINE,
        language: "zh-CN",
        system,
        inputs: [],
        assessments: [assessment],
        ranking: rank([assessment], system),
      };
      expect(Results.parse(results)).toEqual(results);
      expect(JSON.parse(JSON.stringify(results))).toEqual(results);
      for (const figure of figuresIn(assessment)) expect(figure).toMatch(/^-?\d+(\.\d+)?$/);
    });
  });

  it("is the same to the byte when made again, from the same text", async () => {
    await every(drawn, 30, async ({ written, system, unit }) => {
      const again = systemOf(structuredClone(written));
      const bytes = JSON.stringify(toJson(system, await assess({ system, unit })));
      expect(JSON.stringify(toJson(again, await assess({ system: again, unit })))).toBe(bytes);
    });
  });

  it("is the same made alone or beside others", async () => {
    await fc.assert(
      fc.asyncProperty(drawn, async (all) => {
        const bytes = (one: Drawn, assessment: Assessment) => JSON.stringify(toJson(one.system, assessment));
        const alone: string[] = [];
        for (const one of all) alone.push(bytes(one, await assess(one)));
        const beside = await Promise.all(all.map(assess));
        expect(beside.map((assessment, index) => bytes(all[index] as Drawn, assessment))).toEqual(alone);
      }),
      runs(40),
    );
  });

  it("gives two units that handed in the same the same figures", async () => {
    await every(drawn, 25, async ({ system, unit }) => {
      const figures = async (code: string, name: string) => {
        const {
          unit: _unit,
          files: _files,
          gaps: _gaps,
          ...rest
        } = toJson(system, await assess({ system, unit: { ...unit, code, name } }));
        return JSON.stringify(rest).replaceAll(`${name}.xlsx`, "");
      };
      expect(await figures("2", "乙县")).toBe(await figures("1", "甲县"));
    });
  });
});

/** Every string of an assessment that stands for points or a share. */
function figuresIn({ total, items, nodes, gaps, vetoes, ...rest }: AssessmentJson): string[] {
  const { self, ...figures } = total;
  return [
    ...Object.values(figures),
    ...(self === null ? [] : [self]),
    ...[rest.bonus, rest.deduction, rest.coverage],
    ...nodes.flatMap(({ points, max, rate }) => [points, max, ...(rate === null ? [] : [rate])]),
    ...items.flatMap(({ points, proven, claimed, max, rule, clauses }) => [
      ...[points, proven, claimed, max, rule],
      ...clauses.flatMap(({ amount, lost }) => [amount, lost]),
    ]),
    ...gaps.flatMap(({ lost, lostTotal, steps }) => [lost, lostTotal, ...steps.map(({ gain }) => gain)]),
    ...vetoes.map(({ lost }) => lost),
  ];
}

describe("the order of writing", () => {
  const keys = fc.array(fc.nat(999), { minLength: 12, maxLength: 12 });

  it("of items, nodes and clauses changes no points, no total, no coverage, no veto", async () => {
    await fc.assert(
      fc.asyncProperty(drawn, keys, async (all, order) => {
        const moved = systemOf(reordered((all[0] as Drawn).written, order));
        for (const { system, unit } of all) {
          expect(figures(await assess({ system: moved, unit }))).toEqual(
            figures(await assess({ system, unit })),
          );
        }
      }),
      runs(40),
    );
  });

  it("of the rows handed in changes nothing at all", async () => {
    await every(drawn, 25, async ({ system, unit }) => {
      const submission = submissionOf(system, unit);
      const backwards: Submission = {
        ...submission,
        unitFacts: new Map([...submission.unitFacts].reverse()),
        answers: new Map([...submission.answers].reverse()),
        selfScores: new Map([...submission.selfScores].reverse()),
      };
      expect(await assessUnit(system, unverified(backwards))).toEqual(
        await assessUnit(system, unverified(submission)),
      );
    });
  });
});

function figures({ total, items, nodes, coverage, vetoes, bonus, deduction }: Assessment) {
  const byId = <T extends { id: string }>(list: readonly T[]) => new Map(list.map((one) => [one.id, one]));
  return {
    ...{ total, coverage, bonus, deduction },
    items: byId(
      items.map(({ id, status, points, proven, claimed, rule, weight }) => ({
        id,
        status,
        points,
        proven,
        claimed,
        rule,
        weight,
      })),
    ),
    nodes: byId(nodes),
    vetoes: byId(vetoes.map(({ id, status, lost }) => ({ id, status, lost }))),
  };
}

const sorted = <T>(list: readonly T[], keys: readonly number[]): T[] =>
  list
    .map((one, index) => ({ one, key: keys[index % keys.length] ?? 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ one }) => one);

function reordered(written: Written, keys: readonly number[]): Written {
  const items = written.items as WrittenItem[];
  return {
    ...written,
    nodes: sorted(written.nodes ?? [], keys),
    items: sorted(
      items.map((item) => (item.clauses ? { ...item, clauses: shuffled(item.clauses, keys) } : item)),
      [...keys].reverse(),
    ),
  };
}

/** Among alternatives the order has a meaning: each group keeps its own. */
function shuffled<T extends { oneOf?: string | undefined }>(
  clauses: readonly T[],
  keys: readonly number[],
): T[] {
  const groups = new Map<string, T[]>();
  for (const clause of clauses) {
    if (clause.oneOf !== undefined) groups.set(clause.oneOf, [...(groups.get(clause.oneOf) ?? []), clause]);
  }
  return sorted(clauses, keys).map((clause) =>
    clause.oneOf === undefined ? clause : (groups.get(clause.oneOf)?.shift() ?? clause),
  );
}

describe("what the clauses lost", () => {
  it("is never less than nothing, and adds up to what the item lost but for the rounding", async () => {
    await every(drawn, 80, async (one) => {
      const { items } = await assess(one);
      for (const [index, { points, clauses, status }] of items.entries()) {
        const item = one.system.items[index];
        if (!item || status === "notApplicable" || item.kind === "bonus" || item.kind === "info") continue;
        const loss = item.kind === "deduction" ? points : minus(item.points, points);
        const lost = clauses.reduce((sum, clause) => plus(sum, clause.lost), ZERO);
        for (const clause of clauses) expect(clause.lost.n >= 0n).toBe(true);
        const off = minus(lost, loss);
        // Twice the difference is at most one unit of the last digit.
        const unit = 10n ** BigInt(one.system.digits);
        const size = (off.n < 0n ? -off.n : off.n) * 2n * unit;
        expect(size <= off.d, `${item.id}: lost ${lost.n}/${lost.d} of ${loss.n}/${loss.d}`).toBe(true);
      }
    });
  });
});

const plus = (a: Rational, b: Rational): Rational => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
const minus = (a: Rational, b: Rational): Rational => (isZero(b) ? a : plus(a, negate(b)));
