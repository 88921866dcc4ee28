import { add, compare, type Rational, toDecimal, ZERO } from "../../model/rational.js";
import type { ClauseDocument, ItemDocument } from "../../model/system-document.js";
import { effectsOf, largest, wholeOf, worth } from "../amounts.js";
import { lintAmount } from "./amounts.js";
import { lintCondition } from "./conditions.js";
import { type At, everyFact, type LintContext, unitFactsOnly } from "./context.js";

const MAX_CLAUSES = 2000;

export function lintClauses(context: LintContext): void {
  const count = context.items.reduce((sum, { item }) => sum + item.clauses.length, 0);
  if (count > MAX_CLAUSES) {
    context.report("too-many-clauses", context.root.key("items"), {
      count: String(count),
      limit: String(MAX_CLAUSES),
    });
    return;
  }
  for (const { item, at } of context.items) {
    if (item.applicable)
      lintCondition(context, item.applicable, at.key("applicable"), unitFactsOnly(context));
    for (const [index, clause] of item.clauses.entries()) {
      lintClause(context, item, clause, at.key("clauses").index(index));
    }
    lintGroups(context, item, at);
    if (item.kind === "scored") lintReach(context, item, at);
    if (item.floor && compare(item.floor, worth(item)) > 0) {
      context.report("amount-figure", at.key("floor"), {
        found: toDecimal(item.floor),
        expected: `≤ ${toDecimal(worth(item))}`,
      });
    }
  }
}

function lintClause(context: LintContext, item: ItemDocument, clause: ClauseDocument, at: At): void {
  const effects = effectsOf(clause);
  if (effects.length !== 1) {
    context.report("clause-effect", at, { id: clause.id, found: effects.join(", ") });
  }
  const allowed = { scored: undefined, bonus: "award", deduction: "deduct", info: undefined }[item.kind];
  for (const effect of effects) {
    if (allowed && effect !== allowed)
      context.report("clause-kind", at.key(effect), { kind: item.kind, allowed });
  }
  if (clause.missing && !clause.deduct) {
    context.report("clause-kind", at.key("missing"), { kind: "missing", allowed: "deduct" });
  }
  if (clause.when) lintCondition(context, clause.when, at.key("when"), everyFact(context));
  if (clause.award) lintAmount(context, clause.award, worth(item), at.key("award"));
  if (clause.deduct) lintAmount(context, clause.deduct, worth(item), at.key("deduct"));
  if (typeof clause.set === "object") {
    const low = item.floor ?? ZERO;
    if (compare(clause.set, low) < 0 || compare(clause.set, worth(item)) > 0) {
      context.report("amount-figure", at.key("set"), {
        found: toDecimal(clause.set),
        expected: `≥ ${toDecimal(low)}, ≤ ${toDecimal(worth(item))}`,
      });
    }
  }
  if (clause.veto && !context.head.vetoes.some((veto) => veto.id === clause.veto)) {
    context.report("unknown-veto", at.key("veto"), { veto: clause.veto });
  }
}

/** Alternatives must do the same thing, else “the largest of the group” has no meaning. */
function lintGroups(context: LintContext, item: ItemDocument, at: At): void {
  const kinds = new Map<string, string>();
  for (const [index, clause] of item.clauses.entries()) {
    const effect = effectsOf(clause)[0];
    if (!clause.oneOf || !effect) continue;
    const first = kinds.get(clause.oneOf) ?? effect;
    kinds.set(clause.oneOf, first);
    if (effect !== first) {
      context.report("one-of-mixed", at.key("clauses").index(index).key("oneOf"), {
        group: clause.oneOf,
        found: effect,
        first,
      });
    }
  }
}

/** Can full points be reached from nothing, or anything be lost from full points? */
function lintReach(context: LintContext, item: ItemDocument, at: At): void {
  const points = worth(item);
  if ((item.start ?? "full") === "full") {
    if (!item.clauses.some((clause) => clause.deduct || clause.set !== undefined)) {
      context.report("no-deduction", at.key("clauses"), { id: item.id });
    }
    return;
  }
  const setsFull = item.clauses.some(
    ({ set }) => set === "full" || (typeof set === "object" && compare(set, points) >= 0),
  );
  const reach = awardReach(item);
  if (!setsFull && compare(reach, points) < 0) {
    context.report("award-short", at.key("clauses"), {
      id: item.id,
      reach: toDecimal(reach),
      points: toDecimal(points),
    });
  }
}

function awardReach(item: ItemDocument): Rational {
  const groups = new Map<string, Rational[]>();
  for (const [index, clause] of item.clauses.entries()) {
    if (!clause.award) continue;
    const name = clause.oneOf ?? `\u0000${index}`;
    groups.set(name, [...(groups.get(name) ?? []), wholeOf(clause.award, worth(item))]);
  }
  return [...groups.values()].map(largest).reduce(add, ZERO);
}
