import type { Inapplicable } from "../model/assessment.js";
import type { IndicatorSystem, Item } from "../model/indicator-system.js";
import { round } from "../model/rational.js";
import type { Submission } from "../model/submission.js";
import { findInapplicable } from "./applicability.js";
import { type Evidence, FactTable } from "./facts.js";
import { type TakenRows, takeRows } from "./records.js";
import { type ItemScore, scoreItem } from "./score-item.js";

/** The unit's facts, and the items that don't apply. */
export interface Settled {
  readonly evidence: Evidence;
  readonly rows: TakenRows;
  readonly facts: FactTable;
  readonly inapplicable: ReadonlyMap<string, Inapplicable>;
}

/** The same with the scores of the items that apply. */
export interface Reading extends Settled {
  readonly scores: ReadonlyMap<string, ItemScore>;
}

/** Reads a submission by the rules: facts, what applies, and the score of each item. */
export async function readFacts(system: IndicatorSystem, evidence: Evidence): Promise<Reading> {
  const settled = await settleFacts(system, evidence);
  const { submission } = evidence;
  const scores = new Map<string, ItemScore>();
  for (const item of system.items) {
    if (settled.inapplicable.has(item.id)) continue;
    const score = await scoreItem(item, settled.facts, system.digits, submission.judgements);
    const points = submission.scores.get(item.id)?.points;
    // 核查分 takes the place of what the clauses come to; a panel's mean may have more digits than are printed.
    const given = points && { points: round(points, system.digits), given: true as const };
    scores.set(item.id, { ...score, ...given });
  }
  return { ...settled, scores };
}

/** Facts and what applies, without any score: all that a comparison of units asks for. */
export async function settleFacts(system: IndicatorSystem, evidence: Evidence): Promise<Settled> {
  const { submission } = evidence;
  const acceptUnsupported = system.policies.unsupported === "accept";
  const rows = await takeRows(system, submission);
  const everyFact = new FactTable(system, evidence, rows, { acceptUnsupported, excluded: new Set() });
  const inapplicable = await findInapplicable(system, submission, everyFact);
  // An item excluded by onEmpty takes its facts with it, which may exclude others: until nothing changes.
  for (;;) {
    const excluded = new Set([...inapplicable].filter(([, why]) => why.by !== "blank").map(([id]) => id));
    const rules = { acceptUnsupported, excluded };
    const facts = excluded.size === 0 ? everyFact : new FactTable(system, evidence, rows, rules);
    const empty = await findEmpty(system, facts, inapplicable, submission);
    if (empty.length === 0) return { evidence, rows, facts, inapplicable };
    for (const { id, fields } of empty) {
      inapplicable.set(id, { by: "onEmpty", facts: facts.uses(fields.map(({ fact }) => fact)) });
    }
  }
}

/** The items that leave by `onEmpty: "exclude"`: scored only where one of their facts does not exist here. */
async function findEmpty(
  { items, digits }: IndicatorSystem,
  facts: FactTable,
  inapplicable: ReadonlyMap<string, Inapplicable>,
  { judgements }: Submission,
): Promise<Item[]> {
  const empty: Item[] = [];
  for (const item of items) {
    if (item.onEmpty !== "exclude" || inapplicable.has(item.id) || !facts.lacks(item)) continue;
    const { excluded } = await scoreItem(item, facts, digits, judgements);
    if (excluded) empty.push(item);
  }
  return empty;
}
