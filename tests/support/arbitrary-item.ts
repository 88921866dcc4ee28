import fc from "fast-check";
import type { z } from "zod";
import type { SystemDocument } from "../../src/model/system-document.js";
import { amountOf, amountSeed, wholeOf } from "./arbitrary-amount.js";
import { choice, conditionSeed, pick, WORDS } from "./arbitrary-condition.js";
import { derivedSeed } from "./arbitrary-derived.js";
import { type Known, writeCondition } from "./arbitrary-leaf.js";

/** A system as it is written, before anything is checked. */
export type Written = z.input<typeof SystemDocument>;
export type WrittenItem = Exclude<Written["items"][number], string>;
type WrittenClause = NonNullable<WrittenItem["clauses"]>[number];
export type WrittenField = NonNullable<WrittenItem["evidence"]>[number];

export const fieldSeed = fc.record({
  type: fc.constantFrom(
    ...(["number", "number", "integer", "percent", "rate", "boolean", "date", "text", "choice"] as const),
  ),
  documents: fc.nat(2),
  optional: fc.boolean(),
  options: fc.integer({ min: 1, max: 3 }),
});
export type FieldSeed = typeof fieldSeed extends fc.Arbitrary<infer T> ? T : never;

const clauseSeed = fc.record({
  effect: choice,
  when: fc.option(conditionSeed(2), { freq: 3 }),
  amount: amountSeed,
  set: choice,
  oneOf: fc.option(fc.nat(1), { freq: 2 }),
  skip: fc.boolean(),
});
type ClauseSeed = typeof clauseSeed extends fc.Arbitrary<infer T> ? T : never;

export const itemSeed = fc.record({
  kind: fc.constantFrom(...(["scored", "scored", "scored", "scored", "bonus", "deduction", "info"] as const)),
  /** In tenths of a point. */
  points: fc.integer({ min: 1, max: 50 }),
  place: choice,
  fields: fc.array(fieldSeed, { maxLength: 3 }),
  derive: fc.array(derivedSeed, { maxLength: 2 }),
  clauses: fc.array(clauseSeed, { minLength: 1, maxLength: 4 }),
  applicable: fc.option(conditionSeed(1), { freq: 3 }),
  mayBeNotApplicable: fc.boolean(),
  onEmpty: fc.constantFrom("full", "exclude", "zero", undefined),
  start: fc.constantFrom("full", "zero"),
  floor: fc.option(fc.integer({ min: -5, max: 5 }), { freq: 2 }),
});
export type ItemSeed = typeof itemSeed extends fc.Arbitrary<infer T> ? T : never;

export function unitFact(seed: FieldSeed, fact: string) {
  // A unit fact is one row, so there are no rates among them.
  const type = seed.type === "rate" ? "number" : seed.type;
  const common = { fact, label: fact, optional: seed.optional };
  return type === "choice" ? { ...common, type, options: WORDS.slice(0, seed.options) } : { ...common, type };
}

export function writeFields(item: ItemSeed, index: number, known: Known[]): WrittenField[] {
  const seeds = item.fields.map((field, at) => ({ field, fact: `f${index}_${at}` }));
  const fields = seeds.map(({ field: { type, documents, optional, options }, fact }): WrittenField => {
    const common = { fact, label: fact, documents, optional };
    return type === "choice" ? { ...common, type, options: WORDS.slice(0, options) } : { ...common, type };
  });
  // Amounts and derived facts need a number, counts a boolean: the first item always asks for both.
  if (index === 0) {
    fields.push({ fact: "figure", label: "数值", type: "number" });
    fields.push({ fact: "yes", label: "是否", type: "boolean" });
  }
  for (const field of fields) {
    known.push(describe(field));
    if (field.type !== "rate") continue;
    known.push({ name: `${field.fact}.numerator`, type: "number" });
    known.push({ name: `${field.fact}.denominator`, type: "number" });
  }
  return fields;
}

export function describe(field: WrittenField): Known {
  const { fact: name, type } = field;
  if (type === "choice") return { name, type: "text", options: field.options };
  return { name, type: type === "boolean" || type === "date" || type === "text" ? type : "number" };
}

export function writeItem(
  seed: ItemSeed,
  index: number,
  known: readonly Known[],
  unitScope: readonly Known[],
  vetoes: readonly string[],
): WrittenItem {
  // The first item carries the tree: without scored points there would be nothing to add up.
  const kind = index === 0 ? "scored" : seed.kind;
  const points = seed.points / 10;
  const head = {
    id: `I${index}`,
    title: `评分项${index}`,
    kind,
    mayBeNotApplicable: seed.mayBeNotApplicable,
    ...(seed.applicable && unitScope.length > 0
      ? { applicable: writeCondition(seed.applicable, unitScope) }
      : {}),
  };
  if (kind === "info") return head;
  const onEmpty = seed.onEmpty === undefined ? {} : { onEmpty: seed.onEmpty };
  const clauses = seed.clauses.map((clause, at) => writeClause(clause, `c${at}`, kind, seed, known, vetoes));
  if (kind !== "scored") return { ...head, ...onEmpty, max: points, clauses };
  const floor = seed.floor === null ? {} : { floor: Math.min(seed.floor / 10, points) };
  return {
    ...head,
    ...onEmpty,
    points,
    start: seed.start,
    ...floor,
    clauses: [...clauses, ...completion(seed, clauses, known)],
  };
}

function writeClause(
  seed: ClauseSeed,
  id: string,
  kind: string,
  item: ItemSeed,
  known: readonly Known[],
  vetoes: readonly string[],
): WrittenClause {
  const effects = { bonus: ["award"], deduction: ["deduct"] }[kind] ?? [
    ...["award", "award", "deduct", "deduct", "deduct", "set"],
    ...(vetoes.length > 0 ? ["veto"] : []),
  ];
  const effect = pick(effects, seed.effect);
  const common = {
    id,
    ...(seed.when ? { when: writeCondition(seed.when, known) } : {}),
    ...(seed.oneOf === null ? {} : { oneOf: `${effect}-${seed.oneOf}` }),
  };
  const amount = amountOf(seed.amount, item.points, known);
  if (effect === "award") return { ...common, award: amount };
  if (effect === "deduct")
    return { ...common, deduct: amount, ...(seed.skip ? { missing: "skip" as const } : {}) };
  if (effect === "veto") return { ...common, veto: pick(vetoes, seed.set) };
  const low = Math.min(item.floor ?? 0, item.points);
  const figure = (low + Math.round(((item.points - low) * (seed.set % 101)) / 100)) / 10;
  return { ...common, set: pick(["full", "zero", figure] as const, seed.set) };
}

/** What the lint asks of an item, where the clauses drawn do not have it: points within reach, or a way to lose them. */
function completion(
  seed: ItemSeed,
  clauses: readonly WrittenClause[],
  known: readonly Known[],
): WrittenClause[] {
  const figure = pick(
    known.filter(({ type }) => type === "number"),
    seed.place,
  ).name;
  if (seed.start === "full") {
    const loses = clauses.some((clause) => clause.deduct !== undefined || clause.set !== undefined);
    return loses ? [] : [{ id: "z", deduct: { each: 0.1, per: figure } }];
  }
  const groups = new Map<string, number>();
  for (const { id, award, oneOf } of clauses) {
    if (award === undefined) continue;
    const name = oneOf ?? id;
    groups.set(name, Math.max(groups.get(name) ?? 0, wholeOf(award, seed.points / 10)));
  }
  const reach = Math.round([...groups.values()].reduce((sum, whole) => sum + whole, 0) * 100);
  const setsFull = clauses.some(
    ({ set }) => set === "full" || (typeof set === "number" && set * 10 >= seed.points),
  );
  if (setsFull || reach >= seed.points * 10) return [];
  return [{ id: "z", award: { share: figure, of: (seed.points * 10 - reach) / 100 } }];
}
