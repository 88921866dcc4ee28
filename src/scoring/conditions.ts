import { Engine, type RuleResult, type TopLevelCondition } from "json-rules-engine";
import { type Condition, factsOf, isLeaf, isReference, type Leaf, OPERATORS } from "../model/condition.js";
import type { Value } from "../model/value.js";

/** What conditions ask of the facts. */
export interface Facts {
  /** The value, or undefined where the fact is missing or not applicable. */
  readonly value: (name: string) => Value | undefined;
}

export interface Question {
  readonly key: string;
  readonly condition: Condition;
}

export interface Verdict {
  readonly result: "true" | "false" | "undecided";
  /** The facts without a value that could still decide it; none unless it is undecided. */
  readonly open: readonly string[];
}

/**
 * Three-valued conditions on a two-valued engine. Every question becomes two rules: one in which whatever
 * has no value speaks against the condition (“surely”), one in which it speaks for it (“possibly”). Where
 * they agree the verdict stands; where they differ it is undecided. Under `not` the two change places. When
 * every fact has a value, both are json-rules-engine's own verdict.
 */
export async function decide(questions: readonly Question[], facts: Facts): Promise<Map<string, Verdict>> {
  if (questions.length === 0) return new Map();
  const engine = newEngine();
  const names = new Set(questions.flatMap(({ condition }) => factsOf(condition)));
  for (const name of names) engine.addFact(name, operand(facts.value(name)), { cache: false });
  for (const { key, condition } of questions) {
    for (const side of SIDES) {
      engine.addRule({
        name: `${side} ${key}`,
        conditions: topLevel(condition, side),
        event: { type: side },
      });
    }
  }
  const { results, failureResults } = await engine.run();
  const outcomes = new Map([...results, ...failureResults].map((rule) => [rule.name, rule]));
  return new Map(
    questions.map(({ key, condition }) => [
      key,
      toVerdict(condition, outcomes.get(`surely ${key}`), outcomes.get(`possibly ${key}`), facts),
    ]),
  );
}

const SIDES = ["surely", "possibly"] as const;
type Side = (typeof SIDES)[number];
const OTHER: Readonly<Record<Side, Side>> = { surely: "possibly", possibly: "surely" };

/** The engine takes objects as they are; a bare `undefined` it would take for an undefined fact. */
interface Operand {
  readonly operand: Value | readonly Value[] | undefined;
}
const operand = (value: Value | readonly Value[] | undefined): Operand => ({ operand: value });

function newEngine(): Engine {
  const engine = new Engine();
  for (const [name, compares] of Object.entries(OPERATORS)) {
    engine.addOperator<Operand, Operand>(name, (fact, value) => {
      if (fact.operand === undefined || value.operand === undefined || Array.isArray(fact.operand))
        return false;
      return compares(fact.operand as Value, value.operand);
    });
  }
  for (const side of SIDES) {
    engine.addOperatorDecorator<Operand, Operand, Operand, Operand>(side, (fact, value, next) =>
      fact.operand === undefined || value.operand === undefined ? side === "possibly" : next(fact, value),
    );
  }
  return engine;
}

function topLevel(condition: Condition, side: Side): TopLevelCondition {
  // The engine wants a group at the top; a group of one is the same condition.
  return (
    isLeaf(condition) ? { all: [toRule(condition, side)] } : toRule(condition, side)
  ) as TopLevelCondition;
}

function toRule(condition: Condition, side: Side): object {
  if (isLeaf(condition)) {
    const value = isReference(condition.value) ? condition.value : operand(condition.value);
    return { fact: condition.fact, operator: `${side}:${condition.operator}`, value };
  }
  if ("not" in condition) return { not: toRule(condition.not, OTHER[side]) };
  return "all" in condition
    ? { all: condition.all.map((inner) => toRule(inner, side)) }
    : { any: condition.any.map((inner) => toRule(inner, side)) };
}

/** A rule as the engine returns it: the condition's tree, each place with its result. */
interface Decided {
  readonly result?: boolean;
  readonly all?: readonly Decided[];
  readonly any?: readonly Decided[];
  readonly not?: Decided;
}

function toVerdict(
  condition: Condition,
  surely: RuleResult | undefined,
  possibly: RuleResult | undefined,
  facts: Facts,
): Verdict {
  if (!surely || !possibly) throw new Error("the rules engine lost a rule");
  if (surely.result === possibly.result) return { result: surely.result ? "true" : "false", open: [] };
  const trees = [surely, possibly].map((rule) => {
    const tree = rule.conditions as unknown as Decided;
    return isLeaf(condition) ? tree.all?.[0] : tree;
  });
  return { result: "undecided", open: [...new Set(openFacts(condition, trees[0], trees[1], facts))] };
}

/** The facts without a value by which the two sides differ. Called where they do. */
function openFacts(
  condition: Condition,
  a: Decided | undefined,
  b: Decided | undefined,
  facts: Facts,
): readonly string[] {
  if (isLeaf(condition)) return factsOf(condition).filter((name) => facts.value(name) === undefined);
  return inside(condition).flatMap((inner, index) => {
    const [left, right] = [branch(a, index), branch(b, index)];
    return left?.result === right?.result ? [] : openFacts(inner, left, right, facts);
  });
}

function inside(condition: Exclude<Condition, Leaf>): readonly Condition[] {
  if ("not" in condition) return [condition.not];
  return "all" in condition ? condition.all : condition.any;
}

function branch(tree: Decided | undefined, index: number): Decided | undefined {
  return tree?.not ?? (tree?.all ?? tree?.any)?.[index];
}
