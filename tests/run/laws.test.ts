import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare, parseExact, type Rational, toDecimal } from "../../src/model/rational.js";
import { Results } from "../../src/model/results.js";
import { resultsJson } from "../../src/report/json.js";
import { combine } from "../../src/run/combine.js";
import { unitsOf } from "../../src/run/read-back.js";
import { replay } from "../../src/run/replay.js";
import { rescore } from "../../src/run/rescore.js";
import { scoreFiles } from "../../src/run/score-files.js";
import { everyRun, given, type RunDraw, runDraw, scored } from "../support/arbitrary-run.js";

const bytes = (results: Results) => [...resultsJson(results)].join("");
const written = (results: Results): Results => Results.parse(JSON.parse(bytes(results)));
const figure = (decimal: string): Rational => parseExact(decimal);
const atMost = (a: string, b: string): boolean => compare(figure(a), figure(b)) <= 0;
const ranked = ({ ranking }: Results) => ranking.groups.flatMap((group) => group.ranked);

describe("every run", () => {
  it("proves no more than it scores and scores no more than is claimed, at every height", async () => {
    const seen = { open: 0, vetoed: 0 };
    await everyRun(35, runDraw(), async (one) => {
      const { assessments } = await scored(one);
      for (const { items, nodes, total, vetoes } of assessments) {
        for (const [index, { proven, points, claimed, id }] of items.entries()) {
          const isDeduction = one.system.items[index]?.kind === "deduction";
          const [low, high] = isDeduction ? [claimed, proven] : [proven, claimed];
          expect(atMost(low, points) && atMost(points, high), id).toBe(true);
        }
        for (const { exactProven, exact, exactClaimed, id } of nodes)
          expect(atMost(exactProven, exact) && atMost(exact, exactClaimed), id).toBe(true);
        expect(atMost(total.proven, total.points) && atMost(total.points, total.claimed)).toBe(true);
        if (total.proven !== total.claimed) seen.open += 1;
        if (vetoes.some(({ status }) => status === "applied")) seen.vetoed += 1;
      }
    });
    expect(Math.min(seen.open, seen.vetoed)).toBeGreaterThan(5);
  });

  it("ranks every unit between its best and its worst rank", async () => {
    let open = 0;
    await everyRun(35, runDraw(), async (one) => {
      for (const { rank, best, worst } of ranked(await scored(one))) {
        expect(best <= rank && rank <= worst, `${best} ${rank} ${worst}`).toBe(true);
        if (best < worst) open += 1;
      }
    });
    expect(open).toBeGreaterThan(5);
  });

  it("gives the same bytes whatever the order of its files", async () => {
    const backwards = <T>(list: readonly T[]): T[] => [...list].reverse();
    await everyRun(30, runDraw(), async (one) => {
      const { files, options } = given(one);
      const turned = { ...options, facts: backwards(options.facts), copies: backwards(options.copies) };
      expect(bytes(await scoreFiles(one.system, backwards(files), turned))).toBe(bytes(await scored(one)));
    });
  });

  it("gives the same bytes when its results are read back and scored again", async () => {
    const seen = { verified: 0, panel: 0, compared: 0 };
    await everyRun(40, runDraw(), async (one) => {
      const results = written(await scored(one));
      expect(bytes(await rescore(results, unitsOf(results)))).toBe(bytes(results));
      expect(bytes(await replay(results, []))).toBe(bytes(results));
      if (results.assessments.some(({ verification }) => verification)) seen.verified += 1;
      if (results.assessments.some(({ disagreements }) => disagreements)) seen.panel += 1;
      if (isCompared(one)) seen.compared += 1;
    });
    expect(Math.min(seen.verified, seen.panel, seen.compared)).toBeGreaterThan(10);
  });

  it("is what its parts come to together", async () => {
    let parts = 0;
    await everyRun(30, runDraw(), async (one) => {
      const half = Math.ceil(one.units.length / 2);
      const first = await scored({ ...one, units: one.units.slice(0, half) });
      const second = await scored({ ...one, units: one.units.slice(half) });
      // How far a panel agrees is said of the run in which it sat.
      const { agreement: _agreement, ...whole } = await scored(one);
      expect(bytes(await combine(written(first), written(second)))).toBe(bytes(whole));
      if (second.assessments.length > 0) parts += 1;
    });
    expect(parts).toBeGreaterThan(20);
  });
});

const isCompared = ({ system }: RunDraw): boolean =>
  [...system.facts.values()].some(({ origin }) => origin === "cohort");

describe("a ruling on an item's points", () => {
  it("leaves every other unit's assessment as it was but for the grade", async () => {
    const drawn = fc.tuple(runDraw(), fc.nat(99), fc.nat(100));
    let moved = 0;
    await fc.assert(
      fc.asyncProperty(drawn, async ([one, place, share]) => {
        const results = await scored(one);
        const item = one.system.items[place % one.system.items.length];
        if (!item) throw new Error("no items");
        const [low, high] = [item.floor, item.points].map((bound) => Number(toDecimal(bound))) as [
          number,
          number,
        ];
        const value = String(low + Math.round((high - low) * share) / 100);
        const unit = one.units[place % one.units.length]?.code ?? "";
        const after = await replay(results, [{ unit, subject: item.id, value }]);
        for (const [index, { grade: _grade, ...other }] of results.assessments.entries()) {
          if (other.unit.code === unit) continue;
          expect({ ...after.assessments[index], grade: null }).toEqual({ ...other, grade: null });
        }
        if (ranked(after).some(({ total }, at) => total !== ranked(results)[at]?.total)) moved += 1;
      }),
      { seed: 20240101, numRuns: 40 },
    );
    expect(moved).toBeGreaterThan(10);
  });
});
