import { divide, HUNDRED, isZero, multiply, parseDecimal, toDecimal } from "../model/rational.js";
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
