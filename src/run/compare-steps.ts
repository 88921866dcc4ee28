import type { Assessment } from "../model/assessment.js";
import { type IndicatorSystem, usesCohort } from "../model/indicator-system.js";
import type { AssessmentJson, Results } from "../model/results.js";
import type { UnitCase } from "../model/verification.js";
import { assessUnit } from "../scoring/assess-unit.js";
import { loadSystem } from "../system/load.js";
import { applyVerification } from "../verification/apply.js";
import { type Peers, peersOf } from "./peers.js";
import { rulesFiles, systemOf, unitOf } from "./read-back.js";

/** One unit in both results. */
export interface Pair {
  readonly was: AssessmentJson;
  readonly after: AssessmentJson;
}

/** One way of scoring the pairs: by which rules, what of them, and among whom. */
interface Step {
  readonly rules: IndicatorSystem;
  readonly units: readonly UnitCase[];
  readonly peers: Peers;
}

/**
 * The pairs scored from all old to all new, one cause exchanged at each step. What a step leaves as it was is
 * the very same object, so that nothing is scored twice.
 */
export async function stepsOf(old: Results, now: Results, pairs: readonly Pair[]): Promise<Assessment[][]> {
  const oldRules = systemOf(old);
  const newRules = isSame(rulesOf(old), rulesOf(now)) ? oldRules : systemOf(now);
  const between = rulesBetween(old, now, oldRules, newRules);
  const oldUnits = new Map(old.assessments.map((one) => [one.unit.code, unitOf(one).unit]));
  const ofPair = ({ was }: Pair) => oldUnits.get(was.unit.code) ?? unitOf(was).unit;
  const was = pairs.map(ofPair);
  const exchanged = pairs.map((pair) => exchange(pair, ofPair(pair)));
  const handedIn = exchanged.map((unit) => unit.handedIn);
  const after = exchanged.map((unit) => unit.after);
  const oldPeers = peersOf([...oldUnits.values()]);
  const newUnits = new Map(pairs.map((pair, index) => [pair.after.unit.code, after[index]]));
  const newPeers = peersOf(
    now.assessments.map((one) => newUnits.get(one.unit.code) ?? unitOf(one).unit),
    oldPeers,
  );
  return inSteps([
    { rules: oldRules, units: was, peers: oldPeers },
    { rules: oldRules, units: handedIn, peers: oldPeers },
    { rules: oldRules, units: after, peers: oldPeers },
    { rules: between, units: after, peers: oldPeers },
    { rules: newRules, units: after, peers: oldPeers },
    { rules: newRules, units: after, peers: newPeers },
  ]);
}

async function inSteps(steps: readonly Step[]): Promise<Assessment[][]> {
  const done: Assessment[][] = [];
  for (const [index, step] of steps.entries()) {
    done.push(await scored(step, steps[index - 1], done[index - 1]));
  }
  return done;
}

/** Only what is not as it was at the step before. */
async function scored(
  { rules, units, peers }: Step,
  last: Step | undefined,
  before: readonly Assessment[] = [],
): Promise<Assessment[]> {
  const isAmongSame = rules === last?.rules && (peers === last.peers || !usesCohort(rules));
  const done: Assessment[] = [];
  for (const [index, unit] of units.entries()) {
    const same = isAmongSame && unit === last.units[index] ? before[index] : undefined;
    done.push(same ?? (await assessUnit(rules, unit, await peers.figures(rules, unit))));
  }
  return done;
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const rulesOf = ({ system: { sha256, overlay } }: Results) => [sha256, overlay?.sha256];

/** The new rules with the old points, where they fit; else the new ones, and it is all one change. */
function rulesBetween(
  old: Results,
  now: Results,
  oldRules: IndicatorSystem,
  newRules: IndicatorSystem,
): IndicatorSystem {
  if (old.system.overlay?.sha256 === now.system.overlay?.sha256) return newRules;
  if (old.system.sha256 === now.system.sha256) return oldRules;
  const { files, overlay } = rulesFiles({ ...now.system, overlay: old.system.overlay });
  return loadSystem(files, overlay).system ?? newRules;
}

/** The unit with its new evidence under the old verdicts, and under the new ones. */
function exchange({ was, after }: Pair, before: UnitCase): { handedIn: UnitCase; after: UnitCase } {
  const now = unitOf(after).unit;
  const isSameEvidence = isSame(was.evidence, after.evidence) && isSame(was.files, after.files);
  const handedIn = isSameEvidence ? before : withVerdictsOf(before, now);
  return { handedIn, after: isSame(was.verification, after.verification) ? handedIn : now };
}

function withVerdictsOf({ verification }: UnitCase, { own }: UnitCase): UnitCase {
  if (!verification) return { own, verified: own };
  return { own, verification, verified: applyVerification(own, verification) };
}
