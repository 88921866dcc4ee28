import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare, max, min, type Rational } from "../../src/model/rational.js";
import type { Submission } from "../../src/model/submission.js";
import { PANEL_RULES, type Verification } from "../../src/model/verification.js";
import { applyVerification } from "../../src/verification/apply.js";
import { putTogether } from "../../src/verification/put-together.js";
import { runs } from "../support/arbitrary-assessment.js";
import {
  answerTold,
  copyOf,
  type Given,
  ownWith,
  pointsTold,
  type Says,
  SYSTEM,
  struckTold,
  verdictsTold,
} from "./copies.js";

const verdict = fc.constantFrom("认可", "不认可");
const figure = fc.integer({ min: 0, max: 120 });
const fields = fc.record(
  {
    hours: fc.oneof(figure, verdict),
    files: fc.oneof(fc.boolean(), verdict),
    "r.numerator": fc.oneof(figure, verdict),
    "r.denominator": fc.oneof(figure, verdict),
    r: fc.oneof(fc.integer({ min: 0, max: 100 }), verdict),
    survey: figure,
    cases: verdict,
  },
  { requiredKeys: [] },
);
const halves = fc.integer({ min: 0, max: 8 }).map((points) => points / 2);
const says: fc.Arbitrary<Says> = fc.record(
  {
    by: fc.constantFrom("张三", "李四", ""),
    reason: fc.constantFrom("台账缺页", ""),
    fields,
    judged: fc.record({ "2#b": halves }, { requiredKeys: [] }),
    scores: fc.record({ "1": halves, "2": halves }, { requiredKeys: [] }),
    struck: fc.subarray([2, 3, 4]),
  },
  { requiredKeys: [] },
);

const gap = fc.constantFrom<Given>(null, "…", "/");
const own: fc.Arbitrary<Submission> = fc
  .record({
    hours: fc.oneof(figure, gap),
    files: fc.oneof(fc.boolean(), gap),
    "r.numerator": fc.oneof({ weight: 3, arbitrary: figure }, { weight: 1, arbitrary: gap }),
    "r.denominator": fc.oneof({ weight: 3, arbitrary: figure }, { weight: 1, arbitrary: gap }),
    r: fc.oneof(fc.integer({ min: 0, max: 100 }), gap),
  })
  .map(ownWith);
const rule = fc.constantFrom(...PANEL_RULES);
const anyRule = fc.constantFrom(...PANEL_RULES, undefined);

const copiesOf = (all: readonly Says[]): Verification[] =>
  all.map((one, index) => copyOf(`${index + 1}.xlsx`, one));
const somePanel = fc.array(says, { minLength: 1, maxLength: 6 }).map(copiesOf);
const shuffled = somePanel.chain((copies) =>
  fc.tuple(fc.constant(copies), fc.shuffledSubarray(copies, { minLength: copies.length })),
);

/** What it comes to, without signatures. */
const told = (verification: Verification) => ({
  fields: verdictsTold(verification),
  judgements: pointsTold(verification.judgements),
  scores: pointsTold(verification.scores),
  struck: struckTold(verification),
});

const numberOf = ({ answers }: Submission, fact: string): Rational | undefined => {
  const answer = answers.get(fact);
  return answer?.status === "value" && answer.value.type === "number" ? answer.value.number : undefined;
};
const isWithin = (one: Rational, bounds: readonly Rational[]): boolean =>
  compare(one, bounds.reduce(min)) >= 0 && compare(one, bounds.reduce(max)) <= 0;

describe("several copies", () => {
  it("come to the same in any order", () => {
    fc.assert(
      fc.property(shuffled, own, anyRule, ([copies, others], unit, by) => {
        expect(putTogether(SYSTEM, others, unit, by)).toEqual(putTogether(SYSTEM, copies, unit, by));
      }),
      runs(300),
    );
  });

  it("without a rule either clash or say all that each of them says", () => {
    const seen = { joined: 0, clashing: 0 };
    fc.assert(
      fc.property(somePanel, own, (copies, unit) => {
        const { verification, clashes } = putTogether(SYSTEM, copies, unit, undefined);
        seen[clashes.length > 0 ? "clashing" : "joined"] += 1;
        for (const { copies: files } of clashes) expect(files.length).toBeGreaterThan(1);
        if (clashes.length > 0) return;
        const all = copies.map(told);
        expect(verdictsTold(verification)).toEqual(Object.assign({}, ...all.map((one) => one.fields)));
        expect(pointsTold(verification.scores)).toEqual(Object.assign({}, ...all.map((one) => one.scores)));
        expect(new Set(struckTold(verification))).toEqual(new Set(all.flatMap((one) => one.struck)));
      }),
      runs(300),
    );
    expect(Math.min(seen.joined, seen.clashing)).toBeGreaterThan(20);
  });
});

describe("a panel", () => {
  it("of one is that copy", () => {
    fc.assert(
      fc.property(says, own, rule, (one, unit, by) => {
        const copy = copyOf("1.xlsx", one);
        const { verification, disagreements } = putTogether(SYSTEM, [copy], unit, by);
        expect(verification).toEqual(copy);
        expect(disagreements).toEqual([]);
      }),
      runs(300),
    );
  });

  it("of copies that say the same comes to what they say, without disagreement", () => {
    fc.assert(
      fc.property(says, fc.integer({ min: 2, max: 5 }), own, rule, (one, number, unit, by) => {
        const copies = copiesOf(Array<Says>(number).fill(one));
        const { verification, disagreements } = putTogether(SYSTEM, copies, unit, by);
        expect(told(verification)).toEqual(told(copyOf("1.xlsx", one)));
        expect(disagreements).toEqual([]);
      }),
      runs(300),
    );
  });

  it("comes to figures between the least and the greatest that its members hold", () => {
    let seen = 0;
    fc.assert(
      fc.property(somePanel, own, rule, (copies, unit, by) => {
        const { verification } = putTogether(SYSTEM, copies, unit, by);
        const after = applyVerification(unit, verification);
        for (const fact of ["hours", "survey"]) {
          const speaking = copies.filter((copy) => copy.fields.has(fact));
          const held = speaking.flatMap((copy) => numberOf(applyVerification(unit, copy), fact) ?? []);
          const verdict = verification.fields.get(fact)?.verdict;
          const figure = numberOf(after, fact);
          if (verdict !== "value" || !figure) continue;
          expect(isWithin(figure, held)).toBe(true);
          seen += 1;
        }
        for (const [item, { points }] of verification.scores) {
          expect(
            isWithin(
              points,
              copies.flatMap((copy) => copy.scores.get(item)?.points ?? []),
            ),
          ).toBe(true);
        }
      }),
      runs(300),
    );
    expect(seen).toBeGreaterThan(100);
  });

  it("comes to no numerator above its denominator where none of its members does", () => {
    // The unit says 50 of 80. Each of them keeps to it, or to what he gives himself; among each other they don't.
    const unit = ownWith({ "r.numerator": 50, "r.denominator": 80 });
    const both = fc
      .tuple(figure, figure)
      .map(([a, b]) => ({ "r.numerator": Math.min(a, b), "r.denominator": Math.max(a, b) }));
    const rate = fc.oneof(
      { weight: 3, arbitrary: both },
      { weight: 2, arbitrary: fc.record({ "r.numerator": fc.integer({ min: 0, max: 80 }) }) },
      { weight: 2, arbitrary: fc.record({ "r.denominator": fc.integer({ min: 50, max: 150 }) }) },
      fc.record({ "r.numerator": verdict }),
      fc.record({ "r.denominator": verdict, r: verdict }),
    );
    let seen = 0;
    fc.assert(
      fc.property(fc.array(rate, { minLength: 1, maxLength: 6 }), rule, (rates, by) => {
        const copies = copiesOf(rates.map((one) => ({ fields: one })));
        const after = applyVerification(unit, putTogether(SYSTEM, copies, unit, by).verification);
        const [n, d] = ["r.numerator", "r.denominator"].map((part) => numberOf(after, part));
        if (!n || !d) return;
        expect(compare(n, d)).toBeLessThanOrEqual(0);
        seen += 1;
      }),
      runs(300),
    );
    expect(seen).toBeGreaterThan(200);
  });

  it("tells of every row of a single field on which two of its members differ, and of no other", () => {
    const seen = { alike: 0, apart: 0 };
    fc.assert(
      fc.property(somePanel, own, rule, (copies, unit, by) => {
        const { disagreements } = putTogether(SYSTEM, copies, unit, by);
        for (const fact of ["hours", "files", "survey"]) {
          const speaking = copies.filter((copy) => copy.fields.has(fact));
          const held = speaking.map((copy) => {
            if (copy.fields.get(fact)?.verdict === "rejected") return "rejected";
            return answerTold(applyVerification(unit, copy).answers.get(fact));
          });
          const differs = new Set(held).size > 1;
          expect(disagreements.some((one) => one.fact === fact)).toBe(differs);
          seen[differs ? "apart" : "alike"] += 1;
        }
      }),
      runs(300),
    );
    expect(Math.min(seen.alike, seen.apart)).toBeGreaterThan(100);
  });

  it("says nothing of what none of its members speaks of", () => {
    fc.assert(
      fc.property(somePanel, own, rule, (copies, unit, by) => {
        const { verification } = putTogether(SYSTEM, copies, unit, by);
        const field = (row: string) => row.split(".")[0];
        const named = new Set(copies.flatMap((copy) => [...copy.fields.keys()].map(field)));
        expect([...verification.fields.keys()].filter((row) => !named.has(field(row)))).toEqual([]);
      }),
      runs(200),
    );
  });
});

describe("applying", () => {
  it("nothing gives the very same submission", () => {
    fc.assert(
      fc.property(own, (unit) => {
        expect(applyVerification(unit, copyOf("1.xlsx", {}))).toBe(unit);
      }),
      runs(50),
    );
  });

  it("lets nothing that was rejected count as a value", () => {
    fc.assert(
      fc.property(own, says, (unit, one) => {
        const copy = copyOf("1.xlsx", one);
        const { answers } = applyVerification(unit, copy);
        const rejected = [...copy.fields].filter(([, given]) => given.verdict === "rejected");
        expect(rejected.filter(([fact]) => answers.get(fact)?.status === "value")).toEqual([]);
      }),
      runs(200),
    );
  });
});
