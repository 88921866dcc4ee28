import type { Requirement } from "../../src/model/gap.js";
import type { IndicatorSystem } from "../../src/model/indicator-system.js";
import { add, fromNumber, subtract } from "../../src/model/rational.js";
import { boolean, date, number, same, text, type Value } from "../../src/model/value.js";
import { WORDS } from "../support/arbitrary-condition.js";

const DAY_IN_MS = 86_400_000;
/** As near as a strict comparison is taken here. */
const NEAR = 0.001;

/**
 * A value that meets the requirement, so much further than it has to be; undefined where it compares with
 * another fact or nothing can meet it.
 */
export function fulfilling(
  system: IndicatorSystem,
  { fact, operator, value }: Requirement,
  beyond: number,
): Value | undefined {
  if (Array.isArray(value) || operator === "notEqual") {
    const list = (Array.isArray(value) ? value : [value]) as readonly Value[];
    return operator === "in" ? list[0] : otherThan(list, system.facts.get(fact)?.options);
  }
  if ("fact" in value) return undefined;
  const given = value as Value;
  switch (operator) {
    case "lessThan":
    case "before":
      return shifted(given, -Math.max(beyond, NEAR));
    case "lessThanInclusive":
    case "onOrBefore":
      return shifted(given, -beyond);
    case "greaterThan":
    case "after":
      return shifted(given, Math.max(beyond, NEAR));
    case "greaterThanInclusive":
    case "onOrAfter":
      return shifted(given, beyond);
    default:
      return given;
  }
}

/** By so much, or so many whole days. */
function shifted(value: Value, by: number): Value {
  if (value.type === "number") {
    const size = fromNumber(Math.abs(by));
    return number(by < 0 ? subtract(value.number, size) : add(value.number, size));
  }
  if (value.type !== "date") return value;
  const days = Math.sign(by) * Math.ceil(Math.abs(by));
  return date(new Date(Date.parse(value.date) + days * DAY_IN_MS).toISOString().slice(0, 10));
}

function otherThan(list: readonly Value[], options: readonly string[] | undefined): Value | undefined {
  const candidates = {
    number: [0.37, -3, 1000].map((figure) => number(fromNumber(figure))),
    boolean: [true, false].map(boolean),
    date: ["2022-05-05", "2022-05-06"].map(date),
    text: (options ?? [...WORDS, "另"]).map(text),
  }[list[0]?.type ?? "text"];
  return candidates.find((candidate) => !list.some((one) => same(one, candidate)));
}
