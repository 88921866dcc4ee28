import fc from "fast-check";
import type { z } from "zod";
import type { DerivedDocument } from "../../src/model/system-document.js";
import { choice, FIGURES, pick } from "./arbitrary-condition.js";
import type { Known } from "./arbitrary-leaf.js";

type WrittenDerived = z.input<typeof DerivedDocument>;

export const derivedSeed = fc.record({
  form: fc.constantFrom(
    ...(["shortfall", "excess", "scale", "ratio", "sum", "difference", "product"] as const),
    ...(["min", "max", "mean", "count", "daysBetween"] as const),
  ),
  operands: fc.array(fc.record({ pick: choice, constant: fc.boolean() }), { minLength: 3, maxLength: 3 }),
  length: fc.integer({ min: 1, max: 3 }),
  trim: fc.nat(1),
  to: fc.tuple(fc.nat(100), fc.nat(100)),
});
export type DerivedSeed = typeof derivedSeed extends fc.Arbitrary<infer T> ? T : never;

/** Rising and falling; the ends of a range differ. */
const RANGES = [
  [6, 12],
  [12, 6],
  [0, 100],
  [79.5, 95],
] as const;

/** Of the facts known so far, so that no circle comes about. */
export function derivedOf(seed: DerivedSeed, fact: string, known: readonly Known[]): WrittenDerived {
  const named = (type: string) => known.filter((one) => one.type === type).map(({ name }) => name);
  const [numbers, booleans, dates] = [named("number"), named("boolean"), named("date")];
  const [first, second, third] = seed.operands.map((operand) =>
    operand.constant ? pick(FIGURES, operand.pick) : pick(numbers, operand.pick),
  ) as [string | number, string | number, string | number];
  // At least one operand is a fact, else there would be nothing to derive.
  const fallback = pick(numbers, seed.trim + seed.length);
  const anchor = typeof first === "string" ? first : fallback;
  const list = [anchor, second, third].slice(0, seed.length);
  switch (seed.form) {
    case "shortfall":
      return { fact, shortfall: { target: second, of: anchor } };
    case "excess":
      return { fact, excess: { limit: second, of: anchor } };
    case "scale":
      return {
        fact,
        scale: { of: anchor, from: [...pick(RANGES, seed.operands[1]?.pick ?? 0)], to: [...seed.to] },
      };
    case "ratio":
      return { fact, ratio: [anchor, second] };
    case "difference":
      return { fact, difference: seed.trim === 0 ? [anchor, second] : [second, anchor] };
    case "mean":
      return { fact, mean: { of: list, trim: seed.trim } };
    case "count":
      return {
        fact,
        count: seed.operands.slice(0, seed.length).map((operand) => pick(booleans, operand.pick)),
      };
    case "daysBetween":
      return dates.length === 0
        ? { fact, sum: list }
        : { fact, daysBetween: [pick(dates, seed.length), pick(dates, seed.trim)] };
    case "sum":
      return { fact, sum: list };
    case "product":
      return { fact, product: list };
    case "min":
      return { fact, min: list };
    case "max":
      return { fact, max: list };
  }
}
