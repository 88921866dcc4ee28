import type { FactDefinition } from "./indicator-system.js";
import type { DerivedDocument, OperandDocument } from "./system-document.js";
import type { ValueType } from "./value.js";

/** The facts that a derived one is made of; numbers among the operands are left out. */
export function operandsOf(derived: DerivedDocument): string[] {
  return operandList(derived).filter((operand) => typeof operand === "string");
}

function operandList(derived: DerivedDocument): readonly OperandDocument[] {
  if ("ratio" in derived) return derived.ratio;
  if ("sum" in derived) return derived.sum;
  if ("difference" in derived) return derived.difference;
  if ("product" in derived) return derived.product;
  if ("min" in derived) return derived.min;
  if ("max" in derived) return derived.max;
  if ("mean" in derived) return derived.mean.of;
  if ("shortfall" in derived) return [derived.shortfall.target, derived.shortfall.of];
  if ("excess" in derived) return [derived.excess.limit, derived.excess.of];
  if ("count" in derived) return derived.count;
  if ("daysBetween" in derived) return derived.daysBetween;
  return [derived.scale.of];
}

/** The type that every operand of a derived fact must have. */
export function operandType(derived: DerivedDocument): ValueType {
  if ("count" in derived) return "boolean";
  return "daysBetween" in derived ? "date" : "number";
}

/** The facts named, with every derived one replaced by those that it is made of; each once. */
export function fieldsUnder(names: Iterable<string>, facts: ReadonlyMap<string, FactDefinition>): string[] {
  const found = new Set<string>();
  const visit = (name: string) => {
    const fact = facts.get(name);
    if (fact?.origin === "derived") operandsOf(fact.derived).forEach(visit);
    else found.add(name);
  };
  for (const name of names) visit(name);
  return [...found];
}
