import { describe, expect, it } from "vitest";
import { findGaps } from "../../src/gaps/find-gaps.js";
import type { Assessment } from "../../src/model/assessment.js";
import type { Gap } from "../../src/model/gap.js";
import type { IndicatorSystem } from "../../src/model/indicator-system.js";
import {
  add,
  compare,
  fromNumber,
  multiply,
  type Rational,
  rational,
  subtract,
  sum,
  ZERO,
} from "../../src/model/rational.js";
import type { Submission } from "../../src/model/submission.js";
import { number, type Value } from "../../src/model/value.js";
import { assessUnit } from "../../src/scoring/assess-unit.js";
import { assess, type Drawn, drawn, every, plainlyDrawn } from "../support/arbitrary-assessment.js";
import { submissionOf, unverified } from "../support/case.js";
import { fulfilling } from "./requirement.js";

/** The submission with one fact filled in anew, with more documents than any field asks for. */
function refilled(system: IndicatorSystem, submission: Submission, fact: string, value: Value): Submission {
  const definition = system.facts.get(fact);
  const source = { file: submission.files[0] ?? "", sheet: "指标填报", cell: "I1" };
  const documents = ["1", "2", "3", "4"];
  const answer = (filled: Value) => ({ status: "value" as const, value: filled, source, raw: "", documents });
  const answers = new Map(submission.answers);
  if (definition?.origin === "field" && definition.field.type === "rate") {
    // A rate is not filled in itself: so many out of 100.
    answers.set(`${fact}.numerator`, answer(value));
    answers.set(`${fact}.denominator`, answer(number(fromNumber(100))));
  } else answers.set(fact, answer(value));
  return { ...submission, answers };
}

/** What a unit is does not change by what it does: its own facts decide which items apply to it at all. */
const isFilledIn = (system: IndicatorSystem, fact: string): boolean =>
  system.facts.get(fact)?.origin === "field";

/** The assessment after one fact was filled in anew. */
async function refill({ system, unit }: Drawn, fact: string, value: Value): Promise<Assessment> {
  return assessUnit(system, unverified(refilled(system, submissionOf(system, unit), fact, value)));
}

/**
 * A value that makes a denominator 0 can take a whole item out, and with it facts that other items use. Gaps
 * speak of the items that apply as it is.
 */
const applyingItems = ({ items }: Assessment): string =>
  items.map(({ id, notApplicable }) => (notApplicable ? "" : id)).join();

/** What the clause, or the group that it stands in, costs. Sets have a gap each, in a group or not. */
function costOf({ items }: Assessment, system: IndicatorSystem, { item, clause }: Gap): Rational {
  const clauses = system.items.find(({ id }) => id === item)?.clauses ?? [];
  const { oneOf, effect } = clauses.find(({ id }) => id === clause) ?? {};
  const group = effect?.kind === "set" ? undefined : oneOf;
  const ids = clauses.filter((one) => one.id === clause || (group !== undefined && one.oneOf === group));
  const results = items.find(({ id }) => id === item)?.clauses ?? [];
  return sum(results.filter((one) => ids.some(({ id }) => id === one.id)).map(({ lost }) => lost));
}

describe("gaps", () => {
  it("lose nothing below zero, and what weighs most in the total comes first", async () => {
    await every(drawn, 50, async (one) => {
      const gaps = findGaps(one.system, await assess(one));
      for (const [index, { lost, lostTotal }] of gaps.entries()) {
        expect(lost.n >= 0n && lostTotal.n >= 0n).toBe(true);
        const next = gaps[index + 1];
        if (next) expect(compare(lostTotal, next.lostTotal)).toBeGreaterThanOrEqual(0);
      }
    });
  });

  it("stand one for each clause that lost points or waits to be decided", async () => {
    await every(drawn, 50, async (one) => {
      const assessment = await assess(one);
      const told = findGaps(one.system, assessment).filter(({ veto }) => veto === undefined);
      const lost = assessment.items.flatMap(({ id, clauses }) =>
        clauses.filter((clause) => clause.lost.n > 0n).map((clause) => `${id}/${clause.id}`),
      );
      const names = told.map(({ item, clause }) => `${item}/${clause}`);
      expect(new Set(names).size).toBe(names.length);
      expect(names).toEqual(expect.arrayContaining(lost));
      for (const gap of told.filter(({ lost }) => lost.n === 0n)) expect(gap.kind).toBe("pending");
    });
  });

  it("together explain the whole way to full marks, but for the rounding of the items", async () => {
    await every(drawn, 50, async (one) => {
      const { totalCap: _cap, totalFloor: _floor, ...uncapped } = one.system;
      const assessment = await assess({ ...one, system: uncapped });
      // What does not apply is nobody's gap, and a cap on the total takes the same points once more.
      if (one.system.policies.notApplicable === "zero") return;
      if (assessment.vetoes.some(({ effect }) => effect.kind === "capTotal")) return;
      if (!(assessment.nodes.length === 0 || assessment.nodes.some(({ applicable }) => applicable))) return;
      if (!assessment.items.some(({ weight }) => weight.n > 0n)) return;
      const { total, bonus, items } = assessment;
      const away = subtract(add(total.max, bonus), total.points);
      const told = sum(findGaps(uncapped, assessment).map(({ lostTotal }) => lostTotal));
      const off = subtract(told, away);
      const weights = sum(items.map(({ weight }) => weight));
      const half = rational(1n, 2n * 10n ** BigInt(one.system.digits));
      const allowed = multiply(half, add(weights, fromNumber(items.length + 3)));
      expect(compare(off.n < 0n ? subtract(ZERO, off) : off, allowed)).toBeLessThanOrEqual(0);
    });
  });
});

/** How much further than it has to be a value is taken. */
const BEYOND = [0, 0, 0.001, 0.5, 1, 7, 40, 1000];

describe.each([
  { where: "any system", cases: drawn, systems: 70, required: 80, steps: 5 },
  { where: "a plain system", cases: plainlyDrawn, systems: 130, required: 350, steps: 80 },
])("in $where", ({ cases, systems, required: leastRequired, steps: leastSteps }) => {
  it("a required value closes its gap when it is filled in, as it stands or going beyond it", async () => {
    let tried = 0;
    await every(cases, systems, async (one) => {
      const before = await assess(one);
      for (const [index, gap] of findGaps(one.system, before).entries()) {
        const { required, item, clause, veto } = gap;
        if (!required || !isFilledIn(one.system, required.fact)) continue;
        const beyond = BEYOND[index % BEYOND.length] ?? 0;
        const value = fulfilling(one.system, required, beyond);
        if (!value) continue;
        const assessment = await refill(one, required.fact, value);
        if (applyingItems(assessment) !== applyingItems(before)) continue;
        tried += 1;
        if (veto === undefined)
          expect(costOf(assessment, one.system, gap), `${item}/${clause}`).toEqual(ZERO);
        const cause = (by?: { item: string; clause: string }) => by?.item === item && by?.clause === clause;
        const again = assessment.vetoes.some(({ id, by }) => id === veto && cause(by));
        expect(again, `veto ${veto}`).toBe(false);
      }
    });
    expect(tried).toBeGreaterThan(leastRequired);
  });

  it("a step gains what scoring anew gives, as printed", async () => {
    let tried = 0;
    await every(cases, systems, async (one) => {
      const before = await assess(one);
      for (const { item, steps } of findGaps(one.system, before)) {
        const kind = one.system.items.find(({ id }) => id === item)?.kind;
        const points = ({ items }: Assessment) => items.find(({ id }) => id === item)?.points ?? ZERO;
        for (const { fact, to, gain } of steps.filter((step) => isFilledIn(one.system, step.fact))) {
          tried += 1;
          const moved = await refill(one, fact, to);
          if (applyingItems(moved) !== applyingItems(before)) continue;
          const change = subtract(points(moved), points(before));
          expect(kind === "deduction" ? subtract(ZERO, change) : change, `${item}: ${fact}`).toEqual(gain);
        }
      }
    });
    expect(tried).toBeGreaterThan(leastSteps);
  });
});
