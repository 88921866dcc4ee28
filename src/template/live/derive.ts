import { isFigure, operandName, operandsOf } from "../../model/derived.js";
import type { DerivedFact } from "../../model/indicator-system.js";
import { max, min, type Rational } from "../../model/rational.js";
import type { OperandDocument } from "../../model/system-document.js";
import { type Line, range } from "./calculation.js";
import { type Expression, figure, firstOf, iff, least, most, near, total } from "./expression.js";
import { type Fact, STATE } from "./fact.js";

/** A fact made of others, or of constants; those made of records have their own way. */
export function derive(line: Line, derived: DerivedFact, factOf: (name: string) => Fact): Fact {
  const facts = operandsOf(derived).map(factOf);
  const states = facts.map(({ state }) => state);
  const worst = most(states);
  if ("count" in derived) return overPresent(line, facts, 0, (cells) => `SUM(${cells})`);
  if ("mean" in derived) {
    const { of, trim } = derived.mean;
    const all = of.map(
      (operand): Fact => (isFigure(operand) ? known(operand) : factOf(operandName(operand))),
    );
    return overPresent(line, all, trim, (cells) => meanOf(cells, trim));
  }
  const figureOf = (operand: OperandDocument): Expression =>
    isFigure(operand) ? figure(operand) : factOf(operandName(operand)).value;
  if ("ratio" in derived) {
    // A denominator of 0 decides alone: whatever the numerator is, there is no such rate here.
    const [over, under] = derived.ratio;
    const denominator = isFigure(under) ? known(under) : factOf(operandName(under));
    const isZero = iff(`${denominator.state}=0`, `${denominator.value}=0`, "FALSE");
    const state = line.add(iff(isZero, String(STATE.notApplicable), worst));
    const value = `${figureOf(over)}/${denominator.value}*100`;
    return { state, value: line.add(iff(`${state}=0`, value, '""')) };
  }
  const state = line.add(worst);
  return { state, value: line.add(iff(`${state}=0`, compute(derived, figureOf), '""')) };
}

const known = (value: Rational): Fact => ({ state: "0", value: figure(value) });

/** Over those that have a value; the others are left out. */
function overPresent(
  line: Line,
  facts: readonly Fact[],
  trim: number,
  compute: (cells: Expression) => Expression,
): Fact {
  const cells = facts.map(({ state, value }) => line.add(iff(`${state}=0`, value, '""')));
  const all = range(cells[0] ?? "", cells.at(-1) ?? "");
  const present = line.add(`COUNT(${all})`);
  const state = line.add(
    firstOf(
      [
        [`${present}>${2 * trim}`, String(STATE.value)],
        // Ratings that trimming leaves nothing of are too few, which is to be missing.
        [`${present}>0`, String(STATE.blank)],
      ],
      most(facts.map((fact) => fact.state)),
    ),
  );
  return { state, value: line.add(iff(`${state}=0`, compute(all), '""')) };
}

function meanOf(cells: Expression, trim: number): Expression {
  const ends = Array.from({ length: trim }, (_, index) => [
    `SMALL(${cells},${index + 1})`,
    `LARGE(${cells},${index + 1})`,
  ]).flat();
  const kept = [`SUM(${cells})`, ...ends].join("-");
  return `(${kept})/(COUNT(${cells})-${2 * trim})`;
}

type Form = Exclude<DerivedFact, { count: unknown } | { mean: unknown } | { ratio: unknown }>;

/** The forms whose operands are all there. */
function compute(derived: Form, figureOf: (operand: OperandDocument) => Expression): Expression {
  if ("sum" in derived) return total(derived.sum.map(figureOf));
  if ("difference" in derived) return `${figureOf(derived.difference[0])}-${figureOf(derived.difference[1])}`;
  if ("product" in derived) return derived.product.map(figureOf).join("*");
  if ("min" in derived) return least(derived.min.map(figureOf));
  if ("max" in derived) return most(derived.max.map(figureOf));
  if ("shortfall" in derived)
    return `MAX(0,${near(`${figureOf(derived.shortfall.target)}-${figureOf(derived.shortfall.of)}`)})`;
  if ("excess" in derived)
    return `MAX(0,${near(`${figureOf(derived.excess.of)}-${figureOf(derived.excess.limit)}`)})`;
  if ("daysBetween" in derived)
    return `${figureOf(derived.daysBetween[1])}-${figureOf(derived.daysBetween[0])}`;
  if ("scale" in derived) return scale(derived.scale, figureOf(derived.scale.of));
  throw new Error(`not a form of derived fact: ${Object.keys(derived).join(", ")}`);
}

/** 功效系数: from `from` to `to` along a line, held within `to`. */
function scale(
  { from, to }: { from: readonly [Rational, Rational]; to: readonly [Rational, Rational] },
  value: Expression,
): Expression {
  const [low, high, a, b] = [...from, ...to].map(figure);
  const along = `${a}+(${value}-${low})/(${high}-${low})*(${b}-${a})`;
  return `MIN(MAX(${along},${figure(min(...to))}),${figure(max(...to))})`;
}
