import fc from "fast-check";
import { Engine, type TopLevelCondition } from "json-rules-engine";
import { describe, expect, it } from "vitest";
import {
  type Condition,
  factsOf,
  isLeaf,
  isReference,
  type Leaf,
  OPERATORS,
} from "../../src/model/condition.js";
import { fromNumber } from "../../src/model/rational.js";
import { boolean, date, number, text, type Value, type ValueType } from "../../src/model/value.js";
import { decide, type Verdict } from "../../src/scoring/conditions.js";
import { runs } from "../support/arbitrary-assessment.js";
import {
  type ConditionSeed,
  conditionSeed,
  DAYS,
  FIGURES,
  growTree,
  type LeafSeed,
  OPERATORS_OF,
  pick,
  WORDS,
} from "../support/arbitrary-condition.js";

const TYPES: Readonly<Record<string, ValueType>> = {
  hours: "number",
  rate: "number",
  cases: "number",
  filed: "boolean",
  published: "boolean",
  issued: "date",
  due: "date",
  level: "text",
  kind: "text",
};
const NAMES = Object.keys(TYPES);
const BOOLEANS = ["a", "b", "c", "d"];

function drawValue(type: ValueType, figure: number): Value {
  if (type === "number") return number(fromNumber(pick(FIGURES, figure)));
  if (type === "boolean") return boolean(figure % 2 === 0);
  return type === "date" ? date(pick(DAYS, figure)) : text(pick(WORDS, figure));
}

const toCondition = (seed: ConditionSeed, types: Readonly<Record<string, ValueType>>): Condition =>
  growTree(seed, (leaf) => toLeaf(leaf, types)) as Condition;

function toLeaf(seed: LeafSeed, types: Readonly<Record<string, ValueType>>): Leaf {
  const fact = pick(Object.keys(types), seed.fact);
  const type = types[fact] ?? "number";
  const operator = pick(OPERATORS_OF[type], seed.operator);
  const values = seed.values.map((value) => drawValue(type, value));
  const others = Object.keys(types).filter((name) => types[name] === type && name !== fact);
  if (operator === "in" || operator === "notIn") {
    // A list of both answers would be true of every one: no fact could change it.
    return { fact, operator, value: type === "boolean" ? values.slice(0, 1) : values };
  }
  if (seed.other !== null && others.length > 0) {
    return { fact, operator, value: { fact: pick(others, seed.other) } };
  }
  return { fact, operator, value: pick(values, 0) };
}

type Values = ReadonlyMap<string, Value>;
const arbitraryValue = (name: string) =>
  fc.nat(99).map((figure) => drawValue(TYPES[name] ?? "number", figure));
const everyValue: fc.Arbitrary<Values> = fc
  .tuple(...NAMES.map(arbitraryValue))
  .map((values) => new Map(values.map((value, index) => [NAMES[index] ?? "", value])));
/** Most of the facts have a value; the others are not in the map. */
const someValues: fc.Arbitrary<Values> = fc
  .tuple(everyValue, fc.subarray(NAMES))
  .map(([values, blank]) => new Map([...values].filter(([name]) => !blank.includes(name))));

async function verdictOf(condition: Condition, values: Values): Promise<Verdict> {
  const verdicts = await decide([{ key: "it", condition }], { value: (name) => values.get(name) });
  const verdict = verdicts.get("it");
  if (!verdict) throw new Error("no verdict");
  return verdict;
}

/** json-rules-engine as it comes, with our operators in the place of its own. */
async function plainEngine(condition: Condition, values: Values): Promise<boolean> {
  const engine = new Engine();
  for (const [name, compares] of Object.entries(OPERATORS)) {
    engine.addOperator<Value, Value | readonly Value[]>(name, (fact, value) => compares(fact, value));
  }
  for (const [name, value] of values) engine.addFact(name, value);
  const conditions = (isLeaf(condition) ? { all: [condition] } : condition) as unknown as TopLevelCondition;
  engine.addRule({ conditions, event: { type: "holds" } });
  const { results } = await engine.run();
  return results.length === 1;
}

/** Kleene's three values: undefined is “not known”. */
function kleene(condition: Condition, values: Values): boolean | undefined {
  if (isLeaf(condition)) {
    const fact = values.get(condition.fact);
    const value = isReference(condition.value) ? values.get(condition.value.fact) : condition.value;
    return fact && value && OPERATORS[condition.operator](fact, value);
  }
  if ("not" in condition) {
    const inner = kleene(condition.not, values);
    return inner === undefined ? undefined : !inner;
  }
  const settling = "any" in condition;
  const inner = ("all" in condition ? condition.all : condition.any).map((one) => kleene(one, values));
  if (inner.includes(settling)) return settling;
  return inner.includes(undefined) ? undefined : !settling;
}

const IN_WORDS = new Map([
  [true, "true"],
  [false, "false"],
  [undefined, "undecided"],
] as const);

describe("three-valued conditions", () => {
  it("are json-rules-engine's own verdict where every fact has a value", async () => {
    await fc.assert(
      fc.asyncProperty(conditionSeed(3), everyValue, async (seed, values) => {
        const condition = toCondition(seed, TYPES);
        const verdict = await verdictOf(condition, values);
        expect(verdict).toEqual({ result: String(await plainEngine(condition, values)), open: [] });
      }),
      runs(1000),
    );
  });

  it("follow Kleene's table where facts have none", async () => {
    await fc.assert(
      fc.asyncProperty(conditionSeed(3), someValues, async (seed, values) => {
        const condition = toCondition(seed, TYPES);
        const { result } = await verdictOf(condition, values);
        expect(result).toBe(IN_WORDS.get(kleene(condition, values)));
      }),
      runs(1000),
    );
  });

  it("stand once decided, whatever the missing facts turn out to be", async () => {
    await fc.assert(
      fc.asyncProperty(conditionSeed(3), someValues, everyValue, async (seed, values, later) => {
        const condition = toCondition(seed, TYPES);
        const { result } = await verdictOf(condition, values);
        fc.pre(result !== "undecided");
        expect(String(kleene(condition, new Map([...later, ...values])))).toBe(result);
      }),
      runs(1000),
    );
  });

  it("are decided together as they are one by one", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(conditionSeed(2), { minLength: 2, maxLength: 5 }),
        someValues,
        async (seeds, values) => {
          const questions = seeds.map((seed, index) => ({
            key: `${index}`,
            condition: toCondition(seed, TYPES),
          }));
          const together = await decide(questions, { value: (name) => values.get(name) });
          for (const { key, condition } of questions) {
            expect(together.get(key)).toEqual(await verdictOf(condition, values));
          }
        },
      ),
      runs(200),
    );
  });
});

/** Every way of giving the facts a value. */
function completions(names: readonly string[], values: Values): Values[] {
  const [first, ...rest] = names;
  if (first === undefined) return [values];
  return [true, false].flatMap((yes) => completions(rest, new Map([...values, [first, boolean(yes)]])));
}

const booleanFacts = Object.fromEntries(BOOLEANS.map((name) => [name, "boolean" as const]));
const someBooleans: fc.Arbitrary<Values> = fc
  .array(fc.constantFrom(true, false, undefined, undefined), { minLength: 4, maxLength: 4 })
  .map((given) => {
    const known = given.flatMap((yes, index) =>
      yes === undefined ? [] : [[BOOLEANS[index] ?? "", boolean(yes)] as const],
    );
    return new Map(known);
  });

describe("the facts that could still decide a condition", () => {
  it("have no value, are named by it, and are none once it is decided", async () => {
    await fc.assert(
      fc.asyncProperty(conditionSeed(3), someValues, async (seed, values) => {
        const condition = toCondition(seed, TYPES);
        const { result, open } = await verdictOf(condition, values);
        expect(open.length > 0).toBe(result === "undecided");
        expect(new Set(open).size).toBe(open.length);
        for (const name of open) {
          expect(values.has(name)).toBe(false);
          expect(factsOf(condition)).toContain(name);
        }
      }),
      runs(1000),
    );
  });

  it("decide it by themselves: no other missing fact can change the verdict", async () => {
    await fc.assert(
      fc.asyncProperty(conditionSeed(3), someBooleans, async (seed, values) => {
        const condition = toCondition(seed, booleanFacts);
        const { open } = await verdictOf(condition, values);
        const others = BOOLEANS.filter((name) => !values.has(name) && !open.includes(name));
        for (const decided of completions(open, values)) {
          const verdict = kleene(condition, decided);
          expect(verdict).not.toBe(undefined);
          for (const all of completions(others, decided)) expect(kleene(condition, all)).toBe(verdict);
        }
      }),
      runs(500),
    );
  });

  // Named twice, a fact can cancel itself out: in “(a or b) and a” nothing depends on b, yet b is open, since
  // nobody could see that without solving the condition. Named once, every open fact matters.
  it("can each change the verdict, where every fact is named once", async () => {
    await fc.assert(
      fc.asyncProperty(conditionSeed(3), someBooleans, async (seed, values) => {
        const condition = toCondition(seed, booleanFacts);
        fc.pre(new Set(factsOf(condition)).size === factsOf(condition).length);
        const { open } = await verdictOf(condition, values);
        for (const name of open) {
          const others = BOOLEANS.filter((one) => !values.has(one) && one !== name);
          const matters = completions(others, values).some((rest) => {
            const [yes, no] = [true, false].map((one) =>
              kleene(condition, new Map([...rest, [name, boolean(one)]])),
            );
            return yes !== no;
          });
          expect(matters, name).toBe(true);
        }
      }),
      runs(1000),
    );
  });
});
