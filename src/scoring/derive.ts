import type { FactStatus } from "../model/assessment.js";
import { isFigure, operandName, operandsOf } from "../model/derived.js";
import type { DerivedFact } from "../model/indicator-system.js";
import {
  add,
  clamp,
  compare,
  divide,
  HUNDRED,
  isZero,
  max,
  min,
  multiply,
  type Rational,
  rational,
  subtract,
  sum,
  ZERO,
} from "../model/rational.js";
import type { OperandDocument } from "../model/system-document.js";
import { number } from "../model/value.js";
import type { FactState, Standing } from "./fact-state.js";

/** What derived facts are made from. */
export interface Operands {
  readonly state: (name: string) => FactState;
  readonly standing: (name: string) => Standing;
}

/** The value of a derived fact, or why there is none. */
export function derive(derived: DerivedFact, operands: Operands): FactState {
  const names = operandsOf(derived);
  const sources = names.flatMap((name) => operands.state(name).sources);
  const absent = (status: FactStatus): FactState => ({ status, value: null, sources });
  const known = (value: Rational): FactState => {
    // A count or a mean stands on what it took in; what was left out does not make it doubtful.
    const used = names.filter((name) => operands.standing(name) === "value");
    const unsupported = used.some((name) => operands.state(name).status === "unsupported");
    return { status: unsupported ? "unsupported" : "known", value: number(value), sources };
  };
  if ("mean" in derived || "count" in derived) {
    const present = names.filter((name) => operands.standing(name) === "value");
    const value = "mean" in derived ? mean(derived.mean, operands) : count(present, operands);
    if (value !== undefined) return known(value);
    // Ratings that trimming leaves nothing of are too few, which is to be missing.
    return absent(present.length > 0 ? "blank" : whyAbsent(names, operands));
  }
  // A denominator of 0 decides alone: whatever the numerator is, there is no such rate here.
  if ("ratio" in derived) {
    const denominator = figureOf(derived.ratio[1], operands);
    if (denominator && isZero(denominator)) return absent("notApplicable");
  }
  if (names.some((name) => operands.standing(name) !== "value")) return absent(whyAbsent(names, operands));
  const value = compute(derived, (operand) => figureOf(operand, operands) ?? ZERO, operands);
  return known(value);
}

/**
 * missing before pending before not applicable; of the ways to be missing, the one that the unit can mend by
 * writing.
 */
function whyAbsent(names: readonly string[], { state, standing }: Operands): FactStatus {
  const missing = names.filter((name) => standing(name) === "missing").map((name) => state(name).status);
  const isPending = names.some((name) => standing(name) === "pending");
  return (
    (["refused", "blank", "rejected", "unsupported"] as const).find((status) => missing.includes(status)) ??
    (isPending ? "pending" : "notApplicable")
  );
}

function figureOf(operand: OperandDocument, { state, standing }: Operands): Rational | undefined {
  if (isFigure(operand)) return operand;
  const name = operandName(operand);
  const { value } = state(name);
  return standing(name) === "value" && value?.type === "number" ? value.number : undefined;
}

type Figure = (operand: OperandDocument) => Rational;

/** The forms whose operands are all there. */
function compute(derived: DerivedFact, figure: Figure, operands: Operands): Rational {
  if ("ratio" in derived) {
    return multiply(divide(figure(derived.ratio[0]), figure(derived.ratio[1])), HUNDRED);
  }
  if ("sum" in derived) return sum(derived.sum.map(figure));
  if ("difference" in derived) return subtract(figure(derived.difference[0]), figure(derived.difference[1]));
  if ("product" in derived) return derived.product.map(figure).reduce(multiply);
  if ("min" in derived) return derived.min.map(figure).reduce(min);
  if ("max" in derived) return derived.max.map(figure).reduce(max);
  if ("shortfall" in derived) {
    return max(ZERO, subtract(figure(derived.shortfall.target), figure(derived.shortfall.of)));
  }
  if ("excess" in derived)
    return max(ZERO, subtract(figure(derived.excess.of), figure(derived.excess.limit)));
  if ("daysBetween" in derived) return daysBetween(derived.daysBetween, operands);
  if ("scale" in derived) return scale(derived.scale, figure(derived.scale.of));
  throw new Error(`not a form of derived fact: ${Object.keys(derived).join(", ")}`);
}

/** 功效系数: from `from` to `to` along a line, held within `to`. Either range may fall. */
function scale(
  {
    from: [low, high],
    to: [a, b],
  }: { from: readonly [Rational, Rational]; to: readonly [Rational, Rational] },
  value: Rational,
): Rational {
  const along = divide(subtract(value, low), subtract(high, low));
  const result = add(a, multiply(along, subtract(b, a)));
  return clamp(result, min(a, b), max(a, b));
}

/** Drops the `trim` highest and lowest; blanks (不了解) leave the mean. */
function mean(
  { of, trim }: { readonly of: readonly OperandDocument[]; readonly trim: number },
  operands: Operands,
): Rational | undefined {
  const present = of.map((operand) => figureOf(operand, operands)).filter((value) => value !== undefined);
  const kept = present.sort(compare).slice(trim, present.length - trim);
  return kept.length === 0 ? undefined : divide(sum(kept), rational(BigInt(kept.length)));
}

/** How many are true; a blank is not true. */
function count(present: readonly string[], { state }: Operands): Rational | undefined {
  if (present.length === 0) return undefined;
  const yes = present.filter((name) => {
    const { value } = state(name);
    return value?.type === "boolean" && value.boolean;
  });
  return rational(BigInt(yes.length));
}

const DAY_IN_MS = 86_400_000;

function daysBetween(names: readonly [string, string], { state }: Operands): Rational {
  const [from, to] = names.map((name) => {
    const { value } = state(name);
    return value?.type === "date" ? Date.parse(`${value.date}T00:00:00Z`) : 0;
  }) as [number, number];
  return rational(BigInt(Math.round((to - from) / DAY_IN_MS)));
}
