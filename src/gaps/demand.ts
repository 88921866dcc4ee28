import { type Condition, factsOf, isLeaf, isReference, type Leaf } from "../model/condition.js";
import type { Gap } from "../model/gap.js";
import type { IndicatorSystem } from "../model/indicator-system.js";
import { type IsClosed, possible } from "./closed.js";
import { areApart } from "./lines.js";
import { valuesThatHold } from "./one-fact.js";
import { translate } from "./translate.js";
import { isNever, resolved, unmet, type Values } from "./unmet.js";

export type Demand = Pick<Gap, "required" | "unmet">;

/**
 * What it takes for a condition to hold: one comparison where one fact alone brings it about while the
 * others stay, else what would have to hold. Nothing where nothing that is filled in can.
 */
export function demand(
  condition: Condition,
  system: IndicatorSystem,
  values: Values,
  isClosed: IsClosed,
): Demand {
  const said = translate(resolved(condition, values), system, values, isClosed);
  const missing = unmet(said, true, values);
  const left = missing && possible(missing, isClosed);
  if (!left || isNever(left)) return {};
  const [fact, ...others] = new Set(factsOf(left));
  if (fact === undefined || others.length > 0 || !movesAlone(fact, condition, system, values, isClosed)) {
    return { unmet: left };
  }
  const { options } = system.facts.get(fact) ?? {};
  const wanted = valuesThatHold(said, fact, options, values);
  if (wanted === "any" || wanted === "none") return {};
  // In the words of the system where they say just as much.
  if (isLeaf(left) && isSame(valuesThatHold(left, fact, options, values), wanted)) return { required: left };
  return isLeaf(wanted) ? { required: wanted } : { unmet: wanted };
}

/** Does the condition depend on the fact only by comparing it with what stays? */
function movesAlone(
  fact: string,
  condition: Condition,
  system: IndicatorSystem,
  values: Values,
  isClosed: IsClosed,
): boolean {
  if (!isLeaf(condition)) {
    const inner = "not" in condition ? [condition.not] : "all" in condition ? condition.all : condition.any;
    return inner.every((one) => movesAlone(fact, one, system, values, isClosed));
  }
  const { value } = condition;
  // Never decided, so nothing moves it.
  if (factsOf(condition).some(isClosed)) return true;
  if (isReference(value) && !areApart(value.fact, fact, system)) return false;
  if (areApart(condition.fact, fact, system)) return true;
  const said = translate(resolved(condition, values), system, values, isClosed);
  return !isLeaf(said) || said.fact === fact;
}

const isSame = (a: Condition | "any" | "none", b: Condition): boolean =>
  a !== "any" && a !== "none" && isLeaf(a) && isLeaf(b) && inWords(a) === inWords(b);

/** Both come from the same constants in the same order. */
const inWords = ({ operator, value }: Leaf): string =>
  JSON.stringify([operator, value], (_key, part) => (typeof part === "bigint" ? String(part) : part));
