import { type Condition, isLeaf, isReference, type Leaf } from "../model/condition.js";
import { rational } from "../model/rational.js";
import { boolean, number, order, same, text, type Value } from "../model/value.js";
import { holds, type Values } from "./unmet.js";

/**
 * Every value of one fact at which a condition holds while all others stay, in the fewest words: “≥ 60 and
 * ≥ 80” becomes “≥ 80”. "any" where every value will do, "none" where no value does.
 */
export function valuesThatHold(
  condition: Condition,
  fact: string,
  options: readonly string[] | undefined,
  values: Values,
): Condition | "any" | "none" {
  const constants = constantsOf(condition, fact);
  const type = constants[0]?.type;
  const isOrdered = type === "number" || type === "date";
  const line = isOrdered ? onLine(constants) : amongOptions(constants, type, options);
  const placed = place(condition, fact, line.placeOf);
  const truth = line.spots.map(
    (spot) => holds(placed, (name) => (name === fact ? spot : values(name))) === true,
  );
  if (truth.every((yes) => yes)) return "any";
  if (!truth.includes(true)) return "none";
  return isOrdered ? ranges(truth, fact, line.constants, type) : chosen(truth, fact, line);
}

/** The places where a condition can change its mind, in the order of the values. */
interface Spots {
  readonly constants: readonly Value[];
  readonly spots: readonly Value[];
  /** Where a constant of the condition stands among them. */
  readonly placeOf: (constant: Value) => Value;
}

/** Before the first constant, at it, between it and the second, at that, and so on: 0, 1, 2, 3 … */
function onLine(given: readonly Value[]): Spots {
  const constants = distinct(given).sort((a, b) => order(a, b) ?? 0);
  const spot = (index: number) => number(rational(BigInt(index)));
  return {
    constants,
    spots: Array.from({ length: 2 * constants.length + 1 }, (_, index) => spot(index)),
    placeOf: (constant) => spot(2 * constants.findIndex((one) => same(one, constant)) + 1),
  };
}

/** Stands for every text that no comparison names. */
const OTHER = text("\u0000");

function amongOptions(
  given: readonly Value[],
  type: Value["type"] | undefined,
  options: readonly string[] | undefined,
): Spots {
  const all = options?.map(text) ?? [...distinct(given), OTHER];
  const constants = type === "boolean" ? [true, false].map(boolean) : all;
  return { constants, spots: constants, placeOf: (constant) => constant };
}

const distinct = (values: readonly Value[]): Value[] =>
  values.filter((value, index) => values.findIndex((one) => same(one, value)) === index);

function constantsOf(condition: Condition, fact: string): Value[] {
  if (isLeaf(condition)) {
    const { value } = condition;
    return condition.fact !== fact || isReference(value) ? [] : [value as Value | readonly Value[]].flat();
  }
  const inner = "not" in condition ? [condition.not] : "all" in condition ? condition.all : condition.any;
  return inner.flatMap((one) => constantsOf(one, fact));
}

function place(condition: Condition, fact: string, placeOf: (constant: Value) => Value): Condition {
  if (isLeaf(condition)) {
    const { value } = condition;
    if (condition.fact !== fact || isReference(value)) return condition;
    const given = value as Value | readonly Value[];
    return { ...condition, value: Array.isArray(given) ? given.map(placeOf) : placeOf(given as Value) };
  }
  if ("not" in condition) return { not: place(condition.not, fact, placeOf) };
  return "all" in condition
    ? { all: condition.all.map((inner) => place(inner, fact, placeOf)) }
    : { any: condition.any.map((inner) => place(inner, fact, placeOf)) };
}

const WORDS = {
  number: {
    above: "greaterThan",
    from: "greaterThanInclusive",
    below: "lessThan",
    upTo: "lessThanInclusive",
  },
  date: { above: "after", from: "onOrAfter", below: "before", upTo: "onOrBefore" },
} as const;

/** The stretches of a line on which it holds. */
function ranges(
  truth: readonly boolean[],
  fact: string,
  constants: readonly Value[],
  type: "number" | "date",
): Condition {
  const words = WORDS[type];
  const leaf = (operator: Leaf["operator"], index: number): Leaf => ({
    fact,
    operator,
    value: constants[index] as Value,
  });
  const points = truth.flatMap((yes, spot) => (spot % 2 === 1 && !yes ? [(spot - 1) / 2] : []));
  const [hole] = points;
  // Everything but one value.
  if (hole !== undefined && points.length === 1 && truth.filter((yes) => !yes).length === 1) {
    return leaf("notEqual", hole);
  }
  const stretches = truth.flatMap((yes, spot) => (yes && truth[spot - 1] !== true ? [spot] : []));
  const found = stretches.map((first): Condition => {
    const end = truth.indexOf(false, first);
    const last = end < 0 ? truth.length - 1 : end - 1;
    if (first === last && first % 2 === 1) return leaf("equal", (first - 1) / 2);
    const bounds = [
      ...(first === 0
        ? []
        : [first % 2 === 1 ? leaf(words.from, (first - 1) / 2) : leaf(words.above, first / 2 - 1)]),
      ...(end < 0 ? [] : [last % 2 === 1 ? leaf(words.upTo, (last - 1) / 2) : leaf(words.below, last / 2)]),
    ];
    const [only] = bounds;
    return only && bounds.length === 1 ? only : { all: bounds };
  });
  const [only] = found;
  return only && found.length === 1 ? only : { any: found };
}

/** The options, or the texts named, at which it holds. */
function chosen(truth: readonly boolean[], fact: string, { spots }: Spots): Condition {
  const yes = spots.filter((_, index) => truth[index]);
  const isOpen = yes.some((spot) => same(spot, OTHER));
  const named = isOpen ? spots.filter((_, index) => !truth[index]) : yes;
  const [only] = named;
  if (only && named.length === 1) return { fact, operator: isOpen ? "notEqual" : "equal", value: only };
  return { fact, operator: isOpen ? "notIn" : "in", value: named };
}
