import type { CellContent } from "./answers.js";

/** What is being drawn for one unit; the same seed gives the same draws. */
export interface Drawing {
  /** 0–1 with some spread around the unit's quality: 1 is as good as it gets. */
  readonly level: () => number;
  readonly random: () => number;
  /** First character of the unit's name, for document numbers. */
  readonly short: string;
  /** Sizes of the unit and whatever number or day was drawn before, by fact: parts must fit together. */
  readonly known: Map<string, number>;
}

/** The cells of one field by fact or part of a fact. */
export type Draw = (fact: string, unit: Drawing) => Record<string, CellContent>;

const DAY = 86_400_000;
const between = (low: number, high: number, share: number) => low + (high - low) * share;
const round = (value: number, digits = 0) => Math.round(value * 10 ** digits) / 10 ** digits;

const knownOf = ({ known }: Drawing, name: string): number => {
  const found = known.get(name);
  if (found === undefined) throw new Error(`${name} is not known yet`);
  return found;
};

const figure = (fact: string, unit: Drawing, value: number) => {
  unit.known.set(fact, value);
  return { [fact]: value };
};

/** From the worst to the best; never below 0. */
export const figures =
  (worst: number, best: number, digits = 0): Draw =>
  (fact, unit) =>
    figure(fact, unit, Math.max(0, round(between(worst, best, unit.level()), digits)));

/** A part of something that is known: between none and all of it. */
export const partOf =
  (whole: string, worst: number, best: number): Draw =>
  (fact, unit) => {
    const share = Math.min(1, Math.max(0, between(worst, best, unit.level())));
    return figure(fact, unit, Math.round(knownOf(unit, whole) * share));
  };

/** So many times something that is known. */
export const timesOf =
  (other: string, worst: number, best: number): Draw =>
  (fact, unit) =>
    figure(fact, unit, Math.round(knownOf(unit, other) * between(worst, best, unit.level())));

/** A rate by its parts: `cases` is the range of denominators, or what the denominator is. */
export const rate =
  (cases: readonly [number, number] | string, worst: number, best: number): Draw =>
  (fact, unit) => {
    const denominator =
      typeof cases === "string"
        ? knownOf(unit, cases)
        : Math.round(between(cases[0], cases[1], unit.random()));
    const share = Math.min(100, Math.max(0, between(worst, best, unit.level()))) / 100;
    return {
      ...figure(`${fact}.numerator`, unit, Math.round(denominator * share)),
      ...figure(`${fact}.denominator`, unit, denominator),
    };
  };

/** Something bad: none from this level on, one or two below it. */
export const seldom =
  (from: number): Draw =>
  (fact, unit) =>
    figure(fact, unit, unit.level() >= from ? 0 : 1 + Math.round(unit.random()));

export const yes =
  (from: number): Draw =>
  (fact, { level }) => ({ [fact]: level() >= from ? "是" : "否" });

/** Best first. */
export const choice =
  (...options: readonly string[]): Draw =>
  (fact, { level }) => ({ [fact]: options[Math.floor((1 - level()) * options.length * 0.999)] ?? "" });

export const fixed =
  (content: CellContent): Draw =>
  (fact) => ({ [fact]: content });

export const dayOf = (iso: string): Date => new Date(`${iso}T00:00:00Z`);
const dayAt = (fact: string, unit: Drawing, time: number) => {
  const day = Math.round(time / DAY) * DAY;
  unit.known.set(fact, day);
  return { [fact]: new Date(day) };
};

/** Between two days. */
export const dated =
  (worst: string, best: string): Draw =>
  (fact, unit) =>
    dayAt(fact, unit, between(dayOf(worst).getTime(), dayOf(best).getTime(), unit.level()));

/** So many days after another day. */
export const daysAfter =
  (other: string, worst: number, best: number): Draw =>
  (fact, unit) =>
    dayAt(fact, unit, knownOf(unit, other) + Math.round(between(worst, best, unit.level())) * DAY);
