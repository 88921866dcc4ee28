import type { ConditionDocument, LeafValue } from "../../src/model/system-document.js";
import type { ValueType } from "../../src/model/value.js";
import {
  type ConditionSeed,
  DAYS,
  FIGURES,
  growTree,
  type LeafSeed,
  OPERATORS_OF,
  pick,
  WORDS,
} from "./arbitrary-condition.js";

/** A fact that conditions, amounts and derived facts can name. */
export interface Known {
  readonly name: string;
  readonly type: ValueType;
  readonly options?: readonly string[];
}

export function writeCondition(seed: ConditionSeed, known: readonly Known[]): ConditionDocument {
  return growTree(seed, (leaf) => writeLeaf(leaf, known)) as ConditionDocument;
}

function writeLeaf(
  seed: LeafSeed,
  known: readonly Known[],
): { fact: string; operator: string; value: LeafValue } {
  const fact = pick(known, seed.fact);
  const operator = pick(OPERATORS_OF[fact.type], seed.operator);
  const constants = [...new Set(seed.values.map((value) => constantOf(fact, value)))];
  const others = known.filter(({ type, name }) => type === fact.type && name !== fact.name);
  if (operator === "in" || operator === "notIn") return { fact: fact.name, operator, value: constants };
  if (seed.other !== null && others.length > 0) {
    return { fact: fact.name, operator, value: { fact: pick(others, seed.other).name } };
  }
  return { fact: fact.name, operator, value: pick(constants, 0) };
}

function constantOf({ type, options }: Known, figure: number): string | number | boolean {
  if (type === "number") return pick(FIGURES, figure);
  if (type === "boolean") return figure % 2 === 0;
  return type === "date" ? pick(DAYS, figure) : pick(options ?? WORDS, figure);
}
