import type { ItemResult } from "../model/assessment.js";
import type { Step } from "../model/gap.js";
import {
  type Amount,
  amountFact,
  type Clause,
  type Field,
  type IndicatorSystem,
  type Item,
  type UnitFact,
} from "../model/indicator-system.js";
import {
  add,
  ceil,
  clamp,
  compare,
  divide,
  floor,
  HUNDRED,
  isInteger,
  multiply,
  type Rational,
  rational,
  round,
  sign,
  subtract,
  ZERO,
} from "../model/rational.js";
import { number, text, type Value } from "../model/value.js";
import { changeBy, type Move } from "./moved.js";
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
  if (!("amount" in effect) || clause.oneOf !== undefined || isSet(item, result)) return [];
  const fact = amountFact(effect.amount);
  const now = fact === undefined ? undefined : values(fact);
  if (fact === undefined || !now) return [];
  const steps = candidates(effect.amount, effect.kind, now, effect.whole).flatMap((value) => {
    const move = toField(fact, value, system, values);
    const change = move && changeBy(move, item, result, system, values);
    return move && change ? [{ ...move, gain: gainOf(item, result, change, system.digits) }] : [];
  });
  return firstOfEachGain(steps.filter(({ gain }) => sign(gain) > 0));
}

/** Where a set replaced the sum, the sum wins nothing. */
const isSet = (item: Item, { clauses }: ItemResult): boolean =>
  clauses.some(({ id, outcome, superseded }) => {
    const kind = item.clauses.find((clause) => clause.id === id)?.effect.kind;
    return kind === "set" && outcome === "applied" && !superseded;
  });

/** What the item's printed score gains when its clauses together come to so much more. */
function gainOf(item: Item, result: ItemResult, change: Rational, digits: number): Rational {
  const deducts = item.kind === "deduction";
  const start = item.start === "full" ? item.points : ZERO;
  const raw = result.clauses.reduce((sum, { id, amount }) => {
    const kind = item.clauses.find((clause) => clause.id === id)?.effect.kind;
    if (kind === "award" || (kind === "deduct" && deducts)) return add(sum, amount);
    return kind === "deduct" ? subtract(sum, amount) : sum;
  }, start);
  const after = round(clamp(add(raw, change), item.floor, item.points), digits);
  return deducts ? subtract(result.points, after) : subtract(after, result.points);
}

/** Values worth trying, nearest first. */
function candidates(amount: Amount, kind: "award" | "deduct", now: Value, whole: Rational): Value[] {
  switch (amount.form) {
    case "fixed":
    case "judge":
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

/** The value of the field behind a fact, undefined where it is out of the field's reach. */
function toField(fact: string, value: Value, system: IndicatorSystem, values: Values): Move | undefined {
  if (value.type !== "number") return { fact, to: value };
  const move = fieldValueFor(fact, value.number, system, values);
  const now = values(move.fact);
  const definition = system.facts.get(move.fact);
  const field =
    definition?.origin === "field" || definition?.origin === "unit" ? definition.field : undefined;
  const isWhole = definition?.origin === "part" || field?.type === "integer";
  const isUp = now?.type !== "number" || compare(move.figure, now.number) > 0;
  const figure = isWhole ? (isUp ? ceil(move.figure) : floor(move.figure)) : move.figure;
  return isWithin(field, figure) ? { fact: move.fact, to: number(figure) } : undefined;
}

function isWithin(field: Field | UnitFact | undefined, figure: Rational): boolean {
  if (!field || !("min" in field || "max" in field || field.type === "percent" || field.type === "rate"))
    return true;
  const isShare = field.type === "percent" || field.type === "rate";
  const [low, high] = [
    field.min ?? (isShare ? ZERO : undefined),
    field.max ?? (isShare ? HUNDRED : undefined),
  ];
  const isBelow = typeof low === "object" && compare(figure, low) < 0;
  return !isBelow && !(typeof high === "object" && compare(figure, high) > 0);
}
