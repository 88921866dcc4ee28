import type { z } from "zod";
import type { VetoDocument } from "../../model/system-document.js";
import type {
  ClauseInput,
  DerivedInput,
  Family,
  FieldInput,
  ItemInput,
  NewField,
  Reading,
  Worth,
} from "./draft.js";
import { json } from "./figures.js";
import { type Reason, readCriterion, type Understood } from "./read-criterion.js";

export type VetoInput = z.input<typeof VetoDocument>;

/** What a criterion says, as rules of an item. */
export interface ItemRules {
  readonly item: Pick<ItemInput, "start" | "evidence" | "derive" | "clauses">;
  readonly vetoes: readonly VetoInput[];
  /** Sentence by sentence, what it became; empty for a judged item. */
  readonly sentences: readonly SentenceRules[];
  /** Why the item is judged; empty where it is not. */
  readonly reasons: readonly Reason[];
}

export interface SentenceRules {
  readonly text: string;
  readonly family: Family;
  /** Ids of its clauses, or of its veto. */
  readonly clauses: readonly string[];
  readonly fields: readonly string[];
  readonly readings: readonly Reading[];
}

/** The rules of an item by its criterion: clauses, or one judged clause from nothing to all points. */
export function itemRules(id: string, criterion: string, worth: Worth): ItemRules {
  const understanding = readCriterion(criterion, worth);
  return "reasons" in understanding
    ? judged(worth, understanding.reasons)
    : ruled(id, understanding.sentences, worth);
}

export function judged({ kind, points }: Worth, reasons: readonly Reason[]): ItemRules {
  const judge = { judge: { min: 0, max: json(points) } };
  const clause: ClauseInput = kind === "deduction" ? { id: "a", deduct: judge } : { id: "a", award: judge };
  const item = { ...(kind === "scored" ? { start: "zero" as const } : {}), clauses: [clause] };
  return { item, vetoes: [], sentences: [], reasons };
}

function ruled(id: string, understood: readonly Understood[], { kind }: Worth): ItemRules {
  const evidence: FieldInput[] = [];
  const derive: DerivedInput[] = [];
  const clauses: ClauseInput[] = [];
  const vetoes: VetoInput[] = [];
  const sentences: SentenceRules[] = [];
  for (const { text, draft } of understood) {
    const facts = draft.fields.map((field) => {
      const known = evidence.find((one) => isSame(one, field));
      if (known) return known.fact;
      const fact = factName(id, evidence.length);
      evidence.push({ fact, ...field } as FieldInput);
      return fact;
    });
    const rules = draft.rules(facts);
    derive.push(...(rules.derive ?? []));
    const made = rules.clauses.map((clause, index) => ({ id: letter(clauses.length + index), ...clause }));
    clauses.push(...made);
    if (rules.veto) vetoes.push({ id: `${id}-${vetoes.length + 1}`, ...rules.veto, effect: "disqualify" });
    const veto = rules.veto ? [`${id}-${vetoes.length}`] : [];
    sentences.push({
      text,
      family: draft.family,
      clauses: [...made.map((clause) => clause.id), ...veto],
      fields: facts,
      readings: draft.readings ?? [],
    });
  }
  const start = understood.some(({ draft }) => draft.effect === "award") ? "zero" : "full";
  return {
    item: {
      ...(kind === "scored" ? { start } : {}),
      ...(evidence.length > 0 ? { evidence } : {}),
      ...(derive.length > 0 ? { derive } : {}),
      clauses,
    },
    vetoes,
    sentences,
    reasons: [],
  };
}

/** Two sentences that ask the same yes or no ask it once. */
const isSame = (one: FieldInput, field: NewField): boolean =>
  one.label === field.label && one.type === field.type && field.type === "boolean";

/** `f1_1_1_a`: the first field of item 1.1.1. */
export const factName = (item: string, index: number): string =>
  `f${item.replace(/[^\p{L}\p{N}]+/gu, "_")}_${letter(index)}`;

/** a … z, then a1 … z1, and so on. */
export const letter = (index: number): string =>
  String.fromCharCode(97 + (index % 26)) + (index < 26 ? "" : String(Math.floor(index / 26)));
