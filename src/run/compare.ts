import type { Assessment } from "../model/assessment.js";
import {
  isZero,
  parseDecimal,
  type Rational,
  subtract,
  sum,
  toDecimal,
  toFixed,
  ZERO,
} from "../model/rational.js";
import type { AssessmentJson, Results } from "../model/results.js";
import { byText } from "../model/text-order.js";
import { type Pair, stepsOf } from "./compare-steps.js";

/**
 * Why a figure changed. evidence: what the unit or others handed in. verification: what assessors found.
 * rules, points: the system and its points overlay. cohort: the other units of the group. engine: another
 * version of this program; 0 where both results were made by this one.
 */
export const CAUSES = ["evidence", "verification", "rules", "points", "cohort", "engine"] as const;
export type Cause = (typeof CAUSES)[number];

/** A printed figure before and after, and the parts of the difference, which add up to it exactly. Decimals. */
export interface Change {
  readonly before: string;
  readonly after: string;
  readonly difference: string;
  readonly causes: Readonly<Record<Cause, string>>;
}

export interface Comparison {
  /** Decimals of the new results' figures. */
  readonly digits: number;
  readonly rules: { readonly before: RulesName; readonly after: RulesName };
  /** Units of both, by code; those without any change too. */
  readonly units: readonly UnitComparison[];
  readonly added: readonly UnitName[];
  readonly removed: readonly UnitName[];
}

interface RulesName {
  readonly id: string;
  readonly version: string;
  readonly sha256: string;
  readonly overlay?: string;
  readonly engine: string;
}

interface UnitName {
  readonly code: string;
  readonly name: string;
}

export interface UnitComparison extends UnitName {
  readonly total: Change;
  /** null: listed apart. */
  readonly rank: { readonly before: number | null; readonly after: number | null };
  readonly grade: { readonly before: string | null; readonly after: string | null };
  /** Those that changed, in the order of the new system; an item that one of them lacks counts as 0 there. */
  readonly items: readonly (Change & { readonly id: string; readonly title: string })[];
}

/**
 * What changed between two results, split by cause: the units are scored again and again while the old is
 * exchanged for the new, one cause after the other in the order of `CAUSES`; each step's difference is that
 * cause's part. Needs nothing but the two results.
 */
export async function compareResults(old: Results, now: Results): Promise<Comparison> {
  const codes = new Set(now.assessments.map(({ unit }) => unit.code));
  const before = new Map(old.assessments.map((assessment) => [assessment.unit.code, assessment]));
  const pairs = now.assessments.flatMap((after): Pair[] => {
    const was = before.get(after.unit.code);
    return was ? [{ was, after }] : [];
  });
  const steps = await stepsOf(old, now, pairs);
  return {
    digits: now.system.digits,
    rules: { before: nameOf(old), after: nameOf(now) },
    units: pairs
      .map((pair, index) =>
        compareUnit(
          old,
          now,
          pair,
          steps.map((step) => step[index] as Assessment),
        ),
      )
      .sort((a, b) => byText(a.code, b.code)),
    added: now.assessments.filter(({ unit }) => !before.has(unit.code)).map(identity),
    removed: old.assessments.filter(({ unit }) => !codes.has(unit.code)).map(identity),
  };
}

const identity = ({ unit: { code, name } }: AssessmentJson): UnitName => ({ code, name });

function nameOf({ system, engine }: Results): RulesName {
  const { id, version, sha256, overlay } = system;
  return { id, version, sha256, ...(overlay ? { overlay: overlay.sha256 } : {}), engine: engine.version };
}

function compareUnit(
  old: Results,
  now: Results,
  { was, after }: Pair,
  steps: readonly Assessment[],
): UnitComparison {
  const titles = new Map([...old.system.items, ...now.system.items].map(({ id, title }) => [id, title]));
  const ids = [...new Set([...now.system.items, ...old.system.items].map(({ id }) => id))];
  const itemIn = ({ items }: AssessmentJson, id: string) =>
    figure(items.find((item) => item.id === id)?.points);
  const code = after.unit.code;
  return {
    code,
    name: after.unit.name,
    total: changeOf(
      now.system.digits,
      figure(was.total.points),
      steps.map(({ total }) => total.points),
      figure(after.total.points),
    ),
    rank: { before: rankIn(old, code), after: rankIn(now, code) },
    grade: { before: was.grade, after: after.grade },
    items: ids
      .map((id) => {
        const points = steps.map(({ items }) => items.find((item) => item.id === id)?.points ?? ZERO);
        return {
          id,
          title: titles.get(id) ?? id,
          ...changeOf(now.system.digits, itemIn(was, id), points, itemIn(after, id)),
        };
      })
      .filter(
        ({ difference, causes }) => difference !== "0" || Object.values(causes).some((part) => part !== "0"),
      ),
  };
}

/** Parts of a difference along the steps; what the steps do not account for is another engine's doing. */
function changeOf(digits: number, before: Rational, steps: readonly Rational[], after: Rational): Change {
  const parts = steps.slice(1).map((step, index) => subtract(step, steps[index] ?? ZERO));
  const difference = subtract(after, before);
  const engine = subtract(difference, sum(parts));
  const all = [...parts, engine].map((part) => (isZero(part) ? "0" : toDecimal(part)));
  return {
    before: toFixed(before, digits),
    after: toFixed(after, digits),
    difference: toDecimal(difference),
    causes: Object.fromEntries(CAUSES.map((cause, index) => [cause, all[index] ?? "0"])) as Change["causes"],
  };
}

const figure = (decimal: string | undefined): Rational => parseDecimal(decimal ?? "0") ?? ZERO;

const rankIn = ({ ranking }: Results, code: string): number | null =>
  ranking.groups.flatMap(({ ranked }) => ranked).find((line) => line.code === code)?.rank ?? null;
