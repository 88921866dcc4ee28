import fc from "fast-check";
import type { z } from "zod";
import type { AmountDocument } from "../../src/model/system-document.js";
import { choice, FIGURES, pick } from "./arbitrary-condition.js";
import type { Known } from "./arbitrary-leaf.js";

type WrittenAmount = z.input<typeof AmountDocument>;

const percent = fc.nat(100);
/** Shares are of the item's points, in percent. */
export const amountSeed = fc.record({
  form: fc.constantFrom("fixed", "each", "share", "atLeast", "atMost", "choice"),
  fact: choice,
  points: percent,
  each: fc.integer({ min: 0, max: 20 }),
  step: fc.option(fc.constantFrom(0.5, 1, 2, 3, 10)),
  partial: fc.constantFrom("exact", "down", "up"),
  cap: fc.option(percent, { freq: 2 }),
  tiers: fc.array(fc.record({ bound: choice, points: percent }), { minLength: 1, maxLength: 4 }),
});
export type AmountSeed = typeof amountSeed extends fc.Arbitrary<infer T> ? T : never;

/** `tenths`: what the item is worth, in tenths of a point. */
export function amountOf(seed: AmountSeed, tenths: number, known: readonly Known[]): WrittenAmount {
  // To the nearest hundredth, which no share of 100 % exceeds.
  const part = (share: number) => Math.round((tenths * 10 * share) / 100) / 100;
  const numeric = known.filter(({ type }) => type === "number");
  const choices = known.filter(({ options }) => options !== undefined);
  const figure = pick(numeric, seed.fact).name;
  switch (seed.form) {
    case "fixed":
      return part(seed.points);
    case "each":
      return {
        each: seed.each / 100,
        per: figure,
        partial: seed.partial,
        ...(seed.step === null ? {} : { step: seed.step }),
        ...(seed.cap === null ? {} : { cap: part(seed.cap) }),
      };
    case "share":
      return { share: figure, ...(seed.cap === null ? {} : { of: part(seed.cap) }) };
    case "atLeast":
    case "atMost":
      return { tiers: writeTiers(seed, figure, part) };
    case "choice": {
      if (choices.length === 0) return part(seed.points);
      const chosen = pick(choices, seed.fact);
      const points = (chosen.options ?? []).map(
        (option, at) => [option, part(pick(seed.tiers, at).points)] as const,
      );
      return { choice: chosen.name, points: Object.fromEntries(points) };
    }
  }
}

function writeTiers(seed: AmountSeed, of: string, part: (share: number) => number) {
  const bounds = [...new Set(seed.tiers.map(({ bound }) => pick(FIGURES, bound)))];
  const worth = (index: number) => part(pick(seed.tiers, index).points);
  const tiers = (order: (a: number, b: number) => number) =>
    bounds.sort(order).map((bound, index): [number, number] => [bound, worth(index)]);
  return seed.form === "atLeast"
    ? { of, atLeast: tiers((a, b) => b - a) }
    : { of, atMost: tiers((a, b) => a - b) };
}

/** The most that an amount comes to, for an item worth `points`. */
export function wholeOf(amount: WrittenAmount, points: number): number {
  if (typeof amount === "number") return amount;
  if ("each" in amount) return amount.cap ?? points;
  if ("share" in amount) return amount.of ?? points;
  if ("choice" in amount) return Math.max(...Object.values(amount.points));
  if ("judge" in amount) return amount.judge.max;
  const tiers = "atLeast" in amount.tiers ? amount.tiers.atLeast : amount.tiers.atMost;
  return Math.max(...tiers.map(([, worth]) => worth));
}
