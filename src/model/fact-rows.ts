import type { Field } from "./indicator-system.js";

/** The facts that the rows of a field answer: one, or for a rate its parts and the printed rate. */
export function factRows({ fact, type }: Field): string[] {
  return type === "rate" ? [...partsOf(fact), fact] : [fact];
}

/** The facts of a rate's numerator and denominator. */
export const partsOf = (rate: string): string[] => [`${rate}.numerator`, `${rate}.denominator`];
