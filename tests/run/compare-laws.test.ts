import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare, parseDecimal, type Rational, sum, toFixed, ZERO } from "../../src/model/rational.js";
import type { AssessmentJson, Results } from "../../src/model/results.js";
import { PANEL_RULES } from "../../src/model/verification.js";
import { type Cause, type Change, compareResults } from "../../src/run/compare.js";
import { loadSystem } from "../../src/system/load.js";
import { runs } from "../support/arbitrary-assessment.js";
import type { Written, WrittenItem } from "../support/arbitrary-item.js";
import {
  type RunDraw,
  runDraw,
  scored,
  type UnitDraw,
  unitDraws,
  wholeSystem,
} from "../support/arbitrary-run.js";
import { figures } from "../support/arbitrary-verification.js";
import { systemOf } from "../support/case.js";

const figure = (decimal: string): Rational => parseDecimal(decimal) ?? ZERO;

/** What is exchanged for something else before the second run; each as often as not. */
const change = fc.record({
  evidence: fc.boolean(),
  verification: fc.boolean(),
  rules: fc.constantFrom("same", "same", "other clauses", "another system"),
  points: fc.boolean(),
  panel: fc.boolean(),
  population: fc.boolean(),
  units: unitDraws(5),
  figures,
  other: wholeSystem(true),
});
type Changed = typeof change extends fc.Arbitrary<infer T> ? T : never;

function after(before: RunDraw, changed: Changed): RunDraw {
  const { written } = before;
  const document =
    changed.rules === "another system"
      ? { ...changed.other, id: written.id }
      : changed.rules === "other clauses"
        ? withoutClauses(written)
        : written;
  const system = changed.points ? overlaid(document, changed.figures) : systemOf(document);
  const units = before.units.map((unit, index): UnitDraw => {
    const other = changed.units[index % changed.units.length] as UnitDraw;
    const evidence = changed.evidence
      ? { seed: other.seed, records: other.records, others: other.others }
      : {};
    return { ...unit, ...evidence, ...(changed.verification ? { copies: other.copies } : {}) };
  });
  const panel = changed.panel ? PANEL_RULES[changed.figures.length % PANEL_RULES.length] : before.panel;
  const left = changed.population ? [...units.slice(1), { ...(units[0] as UnitDraw), code: "9" }] : units;
  const { panel: _panel, ...rest } = before;
  return { ...rest, written: document, system, units: left, ...(panel ? { panel } : {}) };
}

/** Harder: what a clause awards or deducts does not go by a condition any more. */
const withoutClauses = (written: Written): Written => ({
  ...written,
  items: (written.items as WrittenItem[]).map((item) =>
    item.clauses ? { ...item, clauses: item.clauses.map(({ when: _when, ...clause }) => clause) } : item,
  ),
});

/** The system with a tenth of a point moved from one item to another, where they may be exchanged. */
function overlaid(written: Written, drawn: readonly number[]) {
  const bytes = (json: unknown) => new TextEncoder().encode(JSON.stringify(json));
  const files = { name: "system.json", bytes: bytes(written), read: () => undefined };
  const items = (written.items as WrittenItem[]).filter(
    ({ kind }) => kind === "bonus" || kind === "deduction",
  );
  const scoredItems = (written.items as WrittenItem[]).filter(({ points }) => points !== undefined);
  const [first, second] = [drawn[0] ?? 0, drawn[1] ?? 0].map((at) => scoredItems[at % scoredItems.length]);
  const swapped = first && second ? { [first.id]: second.points ?? 0, [second.id]: first.points ?? 0 } : {};
  const points = { ...swapped, ...Object.fromEntries(items.map(({ id, max = 0 }) => [id, max * 2])) };
  const overlay = { format: "faping-points/1", system: { id: written.id, version: written.version }, points };
  return loadSystem(files, { name: "points.json", bytes: bytes(overlay) }).system ?? systemOf(written);
}

const partsOf = ({ causes }: Change): Rational[] => Object.values(causes).map(figure);
const rulesOf = ({ system }: Results) => system.sha256;
const pointsOf = ({ system }: Results) => system.overlay?.sha256;

/** The causes that have not changed between two runs, so that nothing can be their doing. */
function unchanged(old: Results, now: Results, was: AssessmentJson, after: AssessmentJson): Cause[] {
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  const others = ({ assessments }: Results) =>
    assessments.map(({ unit, evidence, verification }) => [unit.code, evidence, verification]);
  return [
    "engine",
    ...(same(was.evidence, after.evidence) ? (["evidence"] as const) : []),
    ...(same(was.verification, after.verification) ? (["verification"] as const) : []),
    ...(rulesOf(old) === rulesOf(now) ? (["rules"] as const) : []),
    ...(pointsOf(old) === pointsOf(now) ? (["points"] as const) : []),
    ...(same(others(old), others(now)) ? (["cohort"] as const) : []),
  ];
}

describe("two runs that differ in this and that", () => {
  it("differ by causes that add up, and by none that stayed as it was", async () => {
    const seen: Record<Cause, number> = {
      evidence: 0,
      verification: 0,
      rules: 0,
      points: 0,
      cohort: 0,
      engine: 0,
    };
    await fc.assert(
      fc.asyncProperty(runDraw(fc.constantFrom(true, true, false)), change, async (before, changed) => {
        const [old, now] = [await scored(before), await scored(after(before, changed))];
        const { units } = await compareResults(old, now);
        for (const { code, total, items } of units) {
          const [was, is] = [old, now].map(({ assessments }) =>
            assessments.find(({ unit }) => unit.code === code),
          );
          if (!was || !is) throw new Error(`no unit ${code}`);
          expect([total.before, total.after]).toEqual([was.total.points, is.total.points].map(padded(now)));
          for (const one of [total, ...items]) {
            expect(compare(sum(partsOf(one)), figure(one.difference))).toBe(0);
            for (const cause of unchanged(old, now, was, is)) expect(one.causes[cause], cause).toBe("0");
          }
          for (const [cause, part] of [total, ...items].flatMap(({ causes }) => Object.entries(causes)))
            if (part !== "0") seen[cause as Cause] += 1;
        }
        const told = new Set(units.flatMap(({ items }) => items.map(({ id }) => id)));
        expect([...told].filter((id) => !ids(old, now).has(id))).toEqual([]);
      }),
      runs(30),
    );
    const { engine, ...others } = seen;
    expect(engine).toBe(0);
    expect(Math.min(...Object.values(others))).toBeGreaterThan(5);
  });
});

/** As printed with the digits of the new results. */
const padded =
  ({ system: { digits } }: Results) =>
  (decimal: string) =>
    toFixed(figure(decimal), digits);

const ids = (...all: readonly Results[]) =>
  new Set(all.flatMap(({ system }) => system.items.map(({ id }) => id)));
