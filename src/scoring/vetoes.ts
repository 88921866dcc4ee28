import type { FactUse } from "../model/assessment.js";
import { factsOf } from "../model/condition.js";
import { factsOfClause, type IndicatorSystem, type Item, type Veto } from "../model/indicator-system.js";
import { decide } from "./conditions.js";
import type { FactTable } from "./facts.js";
import type { ItemScore } from "./score-item.js";

/** A veto that came true, or that can't be decided yet. */
export interface VetoVerdict {
  readonly veto: Veto;
  readonly status: "applied" | "pending";
  readonly by?: { readonly item: string; readonly clause: string };
  readonly facts: readonly FactUse[];
}

/** Vetoes by their own condition or by the first clause that calls them; applied before pending. */
export async function findVetoes(
  system: IndicatorSystem,
  scores: ReadonlyMap<string, ItemScore>,
  facts: FactTable,
): Promise<VetoVerdict[]> {
  const conditions = system.vetoes.flatMap(({ id, when }) => (when ? [{ key: id, condition: when }] : []));
  const verdicts = await decide(conditions, facts);
  return system.vetoes.flatMap((veto): VetoVerdict[] => {
    const causes = [
      ...ownCondition(veto, verdicts.get(veto.id), facts),
      ...byClauses(veto, system.items, scores, facts),
    ];
    const cause = causes.find(({ status }) => status === "applied") ?? causes[0];
    return cause ? [cause] : [];
  });
}

function ownCondition(
  veto: Veto,
  verdict: { readonly result: string; readonly open: readonly string[] } | undefined,
  facts: FactTable,
): VetoVerdict[] {
  if (!veto.when || !verdict || verdict.result === "false") return [];
  const open = verdict.open.some((name) => facts.standing(name) !== "notApplicable");
  // What does not exist here can't bring a veto about; what is missing or still to come may.
  if (verdict.result === "undecided" && !open) return [];
  const status = verdict.result === "true" ? "applied" : "pending";
  return [{ veto, status, facts: facts.uses(factsOf(veto.when)) }];
}

function byClauses(
  veto: Veto,
  items: readonly Item[],
  scores: ReadonlyMap<string, ItemScore>,
  facts: FactTable,
): VetoVerdict[] {
  return items.flatMap((item) =>
    (scores.get(item.id)?.outcomes ?? []).flatMap(({ clause, outcome, superseded }): VetoVerdict[] => {
      const calls = clause.effect.kind === "veto" && clause.effect.veto === veto.id && !superseded;
      if (!calls || (outcome !== "applied" && outcome !== "pending")) return [];
      const by = { item: item.id, clause: clause.id };
      return [{ veto, status: outcome, by, facts: facts.uses(factsOfClause(clause)) }];
    }),
  );
}
