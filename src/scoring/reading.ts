import type { Inapplicable } from "../model/assessment.js";
import type { IndicatorSystem } from "../model/indicator-system.js";
import { round } from "../model/rational.js";
import { findInapplicable } from "./applicability.js";
import { type Evidence, FactTable } from "./facts.js";
import { type TakenRows, takeRows } from "./records.js";
import { type ItemScore, scoreItem } from "./score-item.js";

/** The unit's facts, the items that don't apply, and the scores of the others. */
export interface Reading {
  readonly evidence: Evidence;
  readonly rows: TakenRows;
  readonly facts: FactTable;
  readonly inapplicable: ReadonlyMap<string, Inapplicable>;
  readonly scores: ReadonlyMap<string, ItemScore>;
}

/** Reads a submission by the rules: facts, what applies, and the score of each item. */
export async function readFacts(system: IndicatorSystem, evidence: Evidence): Promise<Reading> {
  const { submission } = evidence;
  const acceptUnsupported = system.policies.unsupported === "accept";
  const rows = await takeRows(system, submission);
  const everyFact = new FactTable(system, evidence, rows, { acceptUnsupported, excluded: new Set() });
  const inapplicable = await findInapplicable(system, submission, everyFact);
  // An item excluded by onEmpty takes its facts with it, which may exclude others: until nothing changes.
  for (;;) {
    const excluded = new Set([...inapplicable].filter(([, why]) => why.by !== "blank").map(([id]) => id));
    const facts = new FactTable(system, evidence, rows, { acceptUnsupported, excluded });
    const scores = await scoreAll(system, facts, inapplicable, evidence);
    const empty = [...scores].filter(([, score]) => score.excluded).map(([id]) => id);
    if (empty.length === 0) return { evidence, rows, facts, inapplicable, scores };
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
  { submission: { judgements, scores: given } }: Evidence,
): Promise<Map<string, ItemScore>> {
  const scores = new Map<string, ItemScore>();
  for (const item of system.items) {
    if (inapplicable.has(item.id)) continue;
    const score = await scoreItem(item, facts, system.digits, judgements);
    const points = given.get(item.id)?.points;
    // 核查分 takes the place of what the clauses come to; a panel's mean may have more digits than are printed.
    scores.set(
      item.id,
      points && !score.excluded ? { ...score, points: round(points, system.digits), given: true } : score,
    );
  }
  return scores;
}
