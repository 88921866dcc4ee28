import fc from "fast-check";
import { findGaps } from "../../src/gaps/find-gaps.js";
import type { Assessment } from "../../src/model/assessment.js";
import type { IndicatorSystem } from "../../src/model/indicator-system.js";
import type { AssessmentJson } from "../../src/model/results.js";
import { toAssessmentJson } from "../../src/report/assessment-json.js";
import { assessUnit } from "../../src/scoring/assess-unit.js";
import type { Written } from "./arbitrary-item.js";
import { deepSystem, plainSystem, writtenSystem } from "./arbitrary-system.js";
import { type UnitSeed, unitOf, unitSeed } from "./arbitrary-unit.js";
import { type CaseUnit, submissionOf, systemOf, unverified } from "./case.js";

/** A system and what one unit handed in. */
export interface Drawn {
  readonly written: Written;
  readonly system: IndicatorSystem;
  readonly unit: CaseUnit;
  readonly seed: UnitSeed;
}

/** Several units by one system, since most of the time goes into reading it. */
const draw = (written: fc.Arbitrary<Written>): fc.Arbitrary<readonly Drawn[]> =>
  fc.tuple(written, fc.array(unitSeed, { minLength: 1, maxLength: 6 })).map(([document, seeds]) => {
    const system = systemOf(document);
    const all = seeds.map((seed) => ({ written: document, system, unit: unitOf(system, seed), seed }));
    return Object.assign(all, { [fc.toStringMethod]: () => show(document, seeds) });
  });

export const drawn = draw(writtenSystem);
/** Of one or two items, for laws on what a single fact can do. */
export const plainlyDrawn = draw(plainSystem);
/** Of many levels, for laws on what is added up where items do not apply. */
export const deeplyDrawn = draw(deepSystem);

/** Tries a law on every unit by so many systems. */
export const every = (
  cases: fc.Arbitrary<readonly Drawn[]>,
  systems: number,
  law: (one: Drawn) => Promise<void>,
): Promise<void> =>
  fc.assert(
    fc.asyncProperty(cases, async (all) => {
      for (const one of all) await law(one);
    }),
    runs(systems),
  );

/** What a failing property prints: enough to build the case again. */
const show = (written: Written, seeds: readonly UnitSeed[]): string => JSON.stringify({ written, seeds });

export const assess = ({ system, unit }: Pick<Drawn, "system" | "unit">): Promise<Assessment> =>
  assessUnit(system, unverified(submissionOf(system, unit)));

export function toJson(system: IndicatorSystem, assessment: Assessment): AssessmentJson {
  // What was handed in is not what these laws are about.
  const unitCase = unverified(submissionOf(system, assessment.unit));
  return toAssessmentJson(system, unitCase, assessment, findGaps(system, assessment), [], () => "");
}

/** Every property draws the same cases in every run. */
export const runs = (numRuns: number) => ({ seed: 20240101, numRuns });
