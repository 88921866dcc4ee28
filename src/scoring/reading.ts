import type { Inapplicable } from "../model/assessment.js";
import type { IndicatorSystem } from "../model/indicator-system.js";
import type { Submission } from "../model/submission.js";
import { findInapplicable } from "./applicability.js";
import { FactTable } from "./facts.js";
import { type ItemScore, scoreItem } from "./score-item.js";

/** The unit's facts, the items that don't apply, and the scores of the others. */
export interface Reading {
  readonly submission: Submission;
  readonly facts: FactTable;
  readonly inapplicable: ReadonlyMap<string, Inapplicable>;
  readonly scores: ReadonlyMap<string, ItemScore>;
}

/** Reads a submission by the rules: facts, what applies, and the score of each item. */
export async function readFacts(system: IndicatorSystem, submission: Submission): Promise<Reading> {
  const acceptUnsupported = system.policies.unsupported === "accept";
  const everyFact = new FactTable(system, submission, { acceptUnsupported, excluded: new Set() });
  const inapplicable = await findInapplicable(system, submission, everyFact);
  // An item excluded by onEmpty takes its facts with it, which may exclude others: until nothing changes.
  for (;;) {
    const excluded = new Set([...inapplicable].filter(([, why]) => why.by !== "blank").map(([id]) => id));
    const facts = new FactTable(system, submission, { acceptUnsupported, excluded });
    const scores = await scoreAll(system, facts, inapplicable);
    const empty = [...scores].filter(([, score]) => score.excluded).map(([id]) => id);
    if (empty.length === 0) return { submission, facts, inapplicable, scores };
    for (const id of empty) {
      const item = system.items.find((one) => one.id === id);
      inapplicable.set(id, { by: "onEmpty", facts: facts.uses(item?.fields.map(({ fact }) => fact) ?? []) });
    }
  }
}

async function scoreAll(
  system: IndicatorSystem,
  facts: FactTable,
  inapplicable: ReadonlyMap<string, Inapplicable>,
): Promise<Map<string, ItemScore>> {
  const scores = new Map<string, ItemScore>();
  for (const item of system.items) {
    if (!inapplicable.has(item.id)) scores.set(item.id, await scoreItem(item, facts, system.digits));
  }
  return scores;
}
