import type { Assessment } from "../model/assessment.js";
import { type Condition, factsOf, isLeaf } from "../model/condition.js";
import { operandsOf } from "../model/derived.js";
import type { IndicatorSystem } from "../model/indicator-system.js";
import { isNever, NEVER } from "./unmet.js";

/** Can this fact not be had, whatever the unit fills in? */
export type IsClosed = (fact: string) => boolean;

/** The facts of an item that does not apply count nowhere, filled in or not. */
export function closedFacts(system: IndicatorSystem, { items }: Assessment): IsClosed {
  const closed = new Set(
    items.filter(({ notApplicable: why }) => why && why.by !== "blank").map(({ id }) => id),
  );
  const isClosed: IsClosed = (name) => {
    const fact = system.facts.get(name);
    if (!fact || fact.origin === "unit") return false;
    if (closed.has(fact.item)) return true;
    if (fact.origin !== "derived") return false;
    // A mean or a count makes do with what is there.
    const operands = operandsOf(fact.derived);
    const needsAll = !("mean" in fact.derived || "count" in fact.derived);
    return needsAll ? operands.some(isClosed) : operands.every(isClosed);
  };
  return isClosed;
}

/** What is left to be done, without what can't be; `left` as `unmet` gives it, with no `not` in it. */
export function possible(left: Condition, isClosed: IsClosed): Condition {
  if (isLeaf(left)) return factsOf(left).some(isClosed) ? NEVER : left;
  if ("not" in left) return left;
  if ("all" in left) {
    const all = left.all.map((inner) => possible(inner, isClosed));
    return all.some(isNever) ? NEVER : { all };
  }
  const any = left.any.map((inner) => possible(inner, isClosed)).filter((inner) => !isNever(inner));
  const [only] = any;
  return only && any.length === 1 ? only : { any };
}
