import {
  divide,
  HUNDRED,
  isZero,
  multiply,
  parseDecimal,
  type Rational,
  subtract,
  toDecimal,
  ZERO,
} from "../model/rational.js";
import type { CellValue } from "./sheet.js";

/** A decimal of the results as a number for a cell; text or nothing in its place stays what it is. */
export const figure = (decimal: string): number => Number(decimal);

/** A figure, or the sign for none. */
export const figureOr = (decimal: string | null, none: string): CellValue =>
  decimal === null ? none : figure(decimal);

/** A share as it is said in a sentence: "0.6" is 60%. */
export function percentText(share: string): string {
  const value = parseDecimal(share);
  return value ? `${toDecimal(multiply(value, HUNDRED))}%` : share;
}

/** points ÷ max as a share; null where there is nothing to reach. */
export function shareOf(points: string, max: string): string | null {
  const [a, b] = [parseDecimal(points), parseDecimal(max)];
  return a && b && !isZero(b) ? toDecimal(divide(a, b)) : null;
}

/** What one printed figure is above another, exactly; null where there is none to compare. */
export function difference(from: string | null, to: string | null): string | null {
  return from === null || to === null ? null : toDecimal(subtract(exactly(to), exactly(from)));
}

export const exactly = (decimal: string): Rational => parseDecimal(decimal) ?? ZERO;

/** 名次区间: `3–7`, or `3`. */
export const interval = ({ best, worst }: { readonly best: number; readonly worst: number }): string =>
  best === worst ? String(best) : `${best}–${worst}`;
