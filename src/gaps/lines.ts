import { fieldsUnder, isFigure, operandName, operandsOf } from "../model/derived.js";
import type { DerivedFact, IndicatorSystem } from "../model/indicator-system.js";
import {
  add,
  divide,
  isZero,
  max,
  min,
  multiply,
  negate,
  ONE,
  type Rational,
  subtract,
  sum,
  ZERO,
} from "../model/rational.js";
import type { OperandDocument } from "../model/system-document.js";
import type { Values } from "./unmet.js";

/** A derived figure as a straight line of one operand, held within bounds: slope × operand + intercept. */
export interface Line {
  readonly operand: string;
  /** Never 0. */
  readonly slope: Rational;
  readonly intercept: Rational;
  readonly low?: Rational;
  readonly high?: Rational;
}

/** What the figure comes to where the operand is so much. */
export function along({ slope, intercept, low, high }: Line, operand: Rational): Rational {
  const figure = add(multiply(slope, operand), intercept);
  const held = low ? max(figure, low) : figure;
  return high ? min(held, high) : held;
}

/** The operand at which the figure comes to so much, its bounds left aside. */
export const back = ({ slope, intercept }: Line, figure: Rational): Rational =>
  divide(subtract(figure, intercept), slope);

/** The line of a derived fact while everything but one operand stays; undefined where it is none. */
export function lineOf(fact: string, system: IndicatorSystem, values: Values): Line | undefined {
  const definition = system.facts.get(fact);
  if (definition?.origin !== "derived") return undefined;
  const { derived } = definition;
  const line = straight(derived, (operand) => {
    if (isFigure(operand)) return operand;
    const value = values(operandName(operand));
    return value?.type === "number" ? value.number : undefined;
  });
  if (!line) return undefined;
  const others = operandsOf(derived);
  others.splice(others.indexOf(line.operand), 1);
  return others.every((other) => areApart(other, line.operand, system)) ? line : undefined;
}

/** Can the one be filled in anew while the other stays as it is? */
export function areApart(a: string, b: string, system: IndicatorSystem): boolean {
  const fields = rowsUnder(a, system);
  return !rowsUnder(b, system).some((field) => fields.includes(field));
}

/** The fields below a fact; a rate and its parts are one. */
function rowsUnder(fact: string, { facts }: IndicatorSystem): string[] {
  return fieldsUnder([fact], facts).map((name) => {
    const definition = facts.get(name);
    return definition?.origin === "part" ? definition.field.fact : name;
  });
}

type Fixed = (operand: OperandDocument) => Rational | undefined;

function straight(derived: DerivedFact, fixed: Fixed): Line | undefined {
  if ("shortfall" in derived) {
    const { target, of } = derived.shortfall;
    const figure = fixed(target);
    return typeof of === "string" && figure
      ? { operand: of, slope: negate(ONE), intercept: figure, low: ZERO }
      : undefined;
  }
  if ("excess" in derived) {
    const { limit, of } = derived.excess;
    const figure = fixed(limit);
    return typeof of === "string" && figure
      ? { operand: of, slope: ONE, intercept: negate(figure), low: ZERO }
      : undefined;
  }
  if ("difference" in derived) {
    const [a, b] = derived.difference;
    if (typeof a === "string" && isFigure(b)) return { operand: a, slope: ONE, intercept: negate(b) };
    if (typeof b === "string" && isFigure(a)) {
      return { operand: b, slope: negate(ONE), intercept: a };
    }
    return undefined;
  }
  if ("sum" in derived) {
    const constants = derived.sum.filter(isFigure);
    const [only, ...others] = derived.sum.filter((operand) => !isFigure(operand));
    return typeof only === "string" && others.length === 0
      ? { operand: only, slope: ONE, intercept: sum(constants) }
      : undefined;
  }
  return "scale" in derived ? ofScale(derived.scale) : undefined;
}

function ofScale({
  of,
  from: [low, high],
  to: [a, b],
}: Extract<DerivedFact, { scale: unknown }>["scale"]): Line | undefined {
  const slope = divide(subtract(b, a), subtract(high, low));
  if (typeof of !== "string" || isZero(slope)) return undefined;
  return {
    operand: of,
    slope,
    intercept: add(a, negate(multiply(slope, low))),
    low: min(a, b),
    high: max(a, b),
  };
}
