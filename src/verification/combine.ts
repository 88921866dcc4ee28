import { median } from "../model/cohort.js";
import { compare, divide, fromNumber, type Rational, sum } from "../model/rational.js";
import type { PanelRule } from "../model/verification.js";

/** Fewer figures than this have no highest and lowest to leave out. */
const LEAST_TO_TRIM = 3;

/**
 * One figure of several, exact. trimmed 去掉一个最高分和一个最低分: without one of the highest and one of the
 * lowest where at least three are given, else their mean.
 *
 * @returns undefined of none
 */
export function combined(rule: PanelRule, figures: readonly Rational[]): Rational | undefined {
  const rising = [...figures].sort(compare);
  if (rule === "median") return median(rising);
  return mean(rule === "trimmed" && rising.length >= LEAST_TO_TRIM ? rising.slice(1, -1) : rising);
}

const mean = (figures: readonly Rational[]): Rational | undefined =>
  figures.length === 0 ? undefined : divide(sum(figures), fromNumber(figures.length));
