import { amountOf } from "../model/amount.js";
import type { ItemResult } from "../model/assessment.js";
import type { Step } from "../model/gap.js";
import {
  type Amount,
  amountFact,
  type Clause,
  type IndicatorSystem,
  type Item,
} from "../model/indicator-system.js";
import {
  add,
  ceil,
  clamp,
  divide,
  floor,
  HUNDRED,
  isInteger,
  multiply,
  negate,
  type Rational,
  rational,
  round,
  sign,
  subtract,
  ZERO,
} from "../model/rational.js";
import { number, text, type Value } from "../model/value.js";
import { fieldValueFor } from "./translate.js";
import type { Values } from "./unmet.js";

/** More are noise: the nearest and the last are what a clerk plans by. */
const MAX_STEPS = 5;

/** Values of the clause's fact within reach and what each wins for the item, nearest first. */
export function stepsOf(
  item: Item,
  clause: Clause,
  result: ItemResult,
  system: IndicatorSystem,
  values: Values,
): Step[] {
  const { effect } = clause;
  if (!("amount" in effect) || clause.oneOf !== undefined) return [];
  const fact = amountFact(effect.amount);
  const now = fact === undefined ? undefined : values(fact);
  const current = amountOf(effect.amount, values);
  if (fact === undefined || !now || !current) return [];

  const gainAt = (value: Value): Rational => {
    const amount = amountOf(effect.amount, (name) => (name === fact ? value : values(name))) ?? current;
    const change = subtract(amount, current);
    return gainOf(item, result, effect.kind === "award" ? change : negate(change), system.digits);
  };
  const steps = candidates(effect.amount, effect.kind, now, effect.whole)
    .map((value) => ({ value, gain: gainAt(value) }))
    .filter(({ gain }) => sign(gain) > 0);
  return firstOfEachGain(steps).map(({ value, gain }) => ({ ...toField(fact, value, system, values), gain }));
}

/** What the item's printed score gains when its clauses together come to so much more. */
function gainOf(item: Item, result: ItemResult, change: Rational, digits: number): Rational {
  const deducts = item.kind === "deduction";
  const start = item.start === "full" ? item.points : ZERO;
  const raw = result.clauses.reduce((sum, { id, amount }) => {
    const kind = item.clauses.find((clause) => clause.id === id)?.effect.kind;
    if (kind === "award" || (kind === "deduct" && deducts)) return add(sum, amount);
    return kind === "deduct" ? subtract(sum, amount) : sum;
  }, start);
  const scored = (value: Rational) => round(clamp(value, item.floor, item.points), digits);
  // Where a set replaced the sum, the sum wins nothing.
  if (subtract(scored(raw), result.points).n !== 0n) return ZERO;
  return deducts
    ? subtract(result.points, scored(subtract(raw, change)))
    : subtract(scored(add(raw, change)), result.points);
}

/** Values worth trying, nearest first. */
function candidates(amount: Amount, kind: "award" | "deduct", now: Value, whole: Rational): Value[] {
  switch (amount.form) {
    case "fixed":
      return [];
    case "choice":
      return [...amount.points.keys()].map(text);
    case "share":
      return [number(kind === "award" ? HUNDRED : ZERO)];
    case "tiers":
      return amount.tiers.map(([bound]) => number(bound)).reverse();
    case "each":
      return now.type === "number" ? wholeSteps(amount, kind, now.number, whole).map(number) : [];
  }
}

/** Whole steps up to the cap for an award, down to nothing for a deduction. */
function wholeSteps(
  { each, step, cap }: Extract<Amount, { form: "each" }>,
  kind: "award" | "deduct",
  now: Rational,
  whole: Rational,
): Rational[] {
  if (sign(each) <= 0) return [];
  const at = (count: Rational) => multiply(count, step);
  const next = (count: number) => rational(BigInt(count));
  if (kind === "award") {
    const last = ceil(divide(whole, each));
    const first = floor(divide(now, step));
    return [1, 2, 3, 4].map((n) => at(add(first, next(n)))).concat(at(last));
  }
  // Beyond the cap, nothing is won until it is left behind.
  const used = ceil(divide(now, step));
  const first = cap && subtract(used, ceil(divide(cap, each))).n > 0n ? ceil(divide(cap, each)) : used;
  const counts = [1, 2, 3, 4].map((n) => subtract(first, next(n))).filter((count) => sign(count) > 0);
  // From a part step, the next whole one is a matter of degree and not of counting.
  const nearest = isInteger(divide(now, step)) ? counts : counts.slice(0, 1);
  return [...nearest.map(at), ZERO];
}

/** Of several values that win the same, the nearest; at most a handful, the last always among them. */
function firstOfEachGain<T extends { gain: Rational }>(steps: readonly T[]): T[] {
  const sorted = [...steps].sort((a, b) => sign(subtract(a.gain, b.gain)));
  const distinct = sorted.filter(({ gain }, index) => {
    const before = sorted[index - 1];
    return !before || sign(subtract(gain, before.gain)) !== 0;
  });
  const last = distinct.at(-1);
  return distinct.length <= MAX_STEPS || !last ? distinct : [...distinct.slice(0, MAX_STEPS - 1), last];
}

function toField(
  fact: string,
  value: Value,
  system: IndicatorSystem,
  values: Values,
): { fact: string; to: Value } {
  if (value.type !== "number") return { fact, to: value };
  const field = fieldValueFor(fact, value.number, system, values);
  return { fact: field.fact, to: number(field.figure) };
}
