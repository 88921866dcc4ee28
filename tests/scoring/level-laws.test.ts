import { describe, expect, it } from "vitest";
import type { Assessment, Standing } from "../../src/model/assessment.js";
import type { IndicatorSystem, Place } from "../../src/model/indicator-system.js";
import {
  absolute,
  add,
  max,
  min,
  multiply,
  type Rational,
  round,
  subtract,
  sum,
  ZERO,
} from "../../src/model/rational.js";
import { assessUnit } from "../../src/scoring/assess-unit.js";
import { assess, deeplyDrawn, every } from "../support/arbitrary-assessment.js";
import { everyVerified } from "../support/arbitrary-verification.js";
import { unitCaseOf } from "../support/case-verification.js";

const STANDINGS = ["points", "proven", "claimed"] as const;
/** What the unit itself said goes by what it said of what applies; after a verification that may be another tree. */
const LEDGER = [...STANDINGS, "rule", "self"] as const;
type Column = (typeof LEDGER)[number];
type Figures = Standing & { readonly rule: Rational; readonly self: Rational | null };

/** Vetoes take from the sums; without one every figure is what stands below it. */
const isVetoed = ({ vetoes }: Assessment): boolean =>
  vetoes.some(({ status, effect }) => status === "applied" && effect.kind !== "disqualify");

const figureOf = (figures: Figures, column: Column): Rational => figures[column] ?? ZERO;

/** Every figure of the assessment by place; items that do not apply have no part in a sum that is rescaled. */
function placed(system: IndicatorSystem, { nodes, items }: Assessment) {
  const rescales = system.policies.notApplicable.startsWith("rescale-");
  const figures = new Map<string, Figures>([...nodes, ...items].map((one) => [one.id, one]));
  const applies = new Map([
    ...nodes.map(({ id, applicable }) => [id, applicable] as const),
    ...items.map(({ id, status }) => [id, !rescales || status !== "notApplicable"] as const),
  ]);
  const most = new Map([
    ...nodes.map((node) => [node.id, node.max] as const),
    ...system.items.map((item) => [item.id, item.points] as const),
  ]);
  return {
    figure: (place: Place, column: Column) => {
      const found = figures.get(place.id);
      return found ? figureOf(found, column) : ZERO;
    },
    most: (place: Place) => most.get(place.id) ?? ZERO,
    applying: (places: readonly Place[]) => places.filter(({ id }) => applies.get(id)),
  };
}

/** Node ÷ its most = Σ below ÷ Σ of their most, so that no factor has to be known. */
function expectSums(system: IndicatorSystem, assessment: Assessment, columns: readonly Column[]): number {
  const { figure, most, applying } = placed(system, assessment);
  let seen = 0;
  for (const node of applying(system.nodes) as (typeof system.nodes)[number][]) {
    const below = applying(node.children);
    const ofAll = sum(below.map(most));
    for (const column of columns) {
      const points = sum(below.map((place) => figure(place, column)));
      expect(multiply(figure(node, column), ofAll), `${node.id} ${column}`).toEqual(
        multiply(points, most(node)),
      );
      seen += 1;
    }
  }
  return seen;
}

/** The total from the items alone: each times what a point of it is worth there. */
function totalFrom(system: IndicatorSystem, { items }: Assessment, column: Column): Rational {
  const kinds = new Map(system.items.map(({ id, kind }) => [id, kind]));
  const rescales = system.policies.notApplicable.startsWith("rescale-");
  const of = (kind: string) =>
    items.filter(
      ({ id, status }) => kinds.get(id) === kind && (kind === "scored" || status !== "notApplicable"),
    );
  const scored = of("scored")
    .filter(({ status }) => !rescales || status !== "notApplicable")
    .map((item) => multiply(item.weight, figureOf(item, column)));
  const bonus = sum(of("bonus").map((item) => figureOf(item, column)));
  const deduction = sum(of("deduction").map((item) => absolute(figureOf(item, column))));
  const total = subtract(
    add(sum(scored), system.bonusCap ? min(bonus, system.bonusCap) : bonus),
    system.deductionCap ? min(deduction, system.deductionCap) : deduction,
  );
  const capped = system.totalCap ? min(total, system.totalCap) : total;
  return round(system.totalFloor ? max(capped, system.totalFloor) : capped, system.digits);
}

describe("what an assessment adds up", () => {
  it("comes to the same in every column of the ledger, level by level and in the total", async () => {
    let seen = 0;
    await every(deeplyDrawn, 60, async ({ system, unit }) => {
      const assessment = await assess({ system, unit });
      if (isVetoed(assessment)) return;
      seen += expectSums(system, assessment, LEDGER);
      for (const column of LEDGER) {
        if (assessment.total[column] === null) continue;
        expect(totalFrom(system, assessment, column), column).toEqual(assessment.total[column]);
      }
    });
    expect(seen).toBeGreaterThan(500);
  });

  it("does so too after a verification", async () => {
    let seen = 0;
    await everyVerified(60, async ({ system, unit }) => {
      const assessment = await assessUnit(system, unitCaseOf(system, unit));
      if (isVetoed(assessment)) return;
      seen += expectSums(system, assessment, STANDINGS);
      for (const column of STANDINGS)
        expect(totalFrom(system, assessment, column), column).toEqual(assessment.total[column]);
    });
    expect(seen).toBeGreaterThan(200);
  });
});
