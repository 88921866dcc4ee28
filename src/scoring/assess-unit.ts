import type { Assessment, Inapplicable, VetoResult } from "../model/assessment.js";
import type { IndicatorSystem, Item } from "../model/indicator-system.js";
import { divide, isZero, min, type Rational, round, subtract, sum, ZERO } from "../model/rational.js";
import type { Submission } from "../model/submission.js";
import { findInapplicable, isAnswered } from "./applicability.js";
import { FactTable } from "./facts.js";
import { describeItem } from "./item-result.js";
import { capped, type RollUp, rollUp, totalOf } from "./roll-up.js";
import { type ItemScore, scoreItem } from "./score-item.js";
import { findVetoes, type VetoVerdict } from "./vetoes.js";

/** Scores one unit. Depends on nothing but its arguments. */
export async function assessUnit(system: IndicatorSystem, submission: Submission): Promise<Assessment> {
  const reading = await read(system, submission);
  const vetoes = await findVetoes(system, reading.scores, reading.facts);
  const standings = await weighEvidence(system, submission, reading);
  const totals = addUp(system, reading, standings, vetoes);
  return {
    unit: { ...submission.unit, facts: unitFacts(system, reading.facts) },
    file: submission.file,
    total: { ...totals.total, max: system.total },
    coverage: coverage(system, reading),
    vetoes: vetoes.map((verdict) => describeVeto(verdict, totals)),
    nodes: totals.tree.nodes,
    items: system.items.map((item) => describeItem(system, item, reading, standings, totals.tree)),
    bonus: totals.bonus,
    deduction: totals.deduction,
  };
}

/** The unit's facts, the items that don't apply, and the scores of the others. */
export interface Reading {
  readonly submission: Submission;
  readonly facts: FactTable;
  readonly inapplicable: ReadonlyMap<string, Inapplicable>;
  readonly scores: ReadonlyMap<string, ItemScore>;
}

async function read(system: IndicatorSystem, submission: Submission): Promise<Reading> {
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

/** Printed points of an item, and the same if unsupported values are all refused or all accepted. */
export interface Evidence {
  readonly points: Rational;
  readonly proven: Rational;
  readonly claimed: Rational;
}

async function weighEvidence(
  system: IndicatorSystem,
  submission: Submission,
  { facts, inapplicable, scores }: Reading,
): Promise<Map<string, Evidence>> {
  const otherwise = new FactTable(system, submission, facts.otherwise());
  const standings = new Map<string, Evidence>();
  for (const item of system.items) {
    const score = scores.get(item.id);
    if (!score || inapplicable.has(item.id)) {
      const points = system.policies.notApplicable === "full" && item.kind === "scored" ? item.points : ZERO;
      standings.set(item.id, { points, proven: points, claimed: points });
      continue;
    }
    const other = facts.rests(item) ? (await scoreItem(item, otherwise, system.digits)).points : score.points;
    const [less, more] = subtract(other, score.points).n < 0n ? [other, score.points] : [score.points, other];
    // What a deduction item takes away is against the unit: proven is the larger.
    const [proven, claimed] = item.kind === "deduction" ? [more, less] : [less, more];
    standings.set(item.id, { points: score.points, proven, claimed });
  }
  return standings;
}

/** Everything that is added up, once per way of looking at the items. */
export interface Totals {
  readonly tree: RollUp;
  readonly total: { points: Rational; proven: Rational; claimed: Rational; self: Rational | null };
  readonly bonus: Rational;
  readonly deduction: Rational;
  /** What each veto took from the total. */
  readonly byVeto: ReadonlyMap<string, Rational>;
}

function addUp(
  system: IndicatorSystem,
  { inapplicable, submission }: Reading,
  standings: ReadonlyMap<string, Evidence>,
  vetoes: readonly VetoVerdict[],
): Totals {
  const applied = vetoes.filter(({ status }) => status === "applied").map(({ veto }) => veto);
  const zeroed = new Map(
    applied.flatMap(({ id, effect }) => (effect.kind === "zero" ? [[effect.place, id] as const] : [])),
  );
  const rescales = system.policies.notApplicable.startsWith("rescale-");
  const applies = (item: Item) => !rescales || !inapplicable.has(item.id);
  const ofKind = (kind: Item["kind"], score: (item: Item) => Rational) =>
    system.items.filter((item) => item.kind === kind && !inapplicable.has(item.id)).map(score);

  const add = (score: (item: Item) => Rational) => {
    const tree = rollUp(system, score, applies, zeroed);
    const bonus = capped(ofKind("bonus", score), system.bonusCap);
    const deduction = capped(ofKind("deduction", score), system.deductionCap);
    const total = totalOf(system, tree.scored, bonus, deduction);
    return { tree, bonus, deduction, total };
  };
  const capTotal = (total: Rational) =>
    applied.reduce(
      (held, { effect }) => (effect.kind === "capTotal" ? min(held, effect.capTotal) : held),
      total,
    );
  const printed = (value: Rational) => round(value, system.digits);
  const of = (key: keyof Evidence) => add((item) => standings.get(item.id)?.[key] ?? ZERO);

  const points = of("points");
  const byVeto = new Map(points.tree.zeroed);
  for (const { id, effect } of applied) {
    if (effect.kind === "capTotal")
      byVeto.set(id, subtract(points.total, min(points.total, effect.capTotal)));
  }
  const self = submission.selfScores;
  return {
    tree: points.tree,
    bonus: printed(points.bonus),
    deduction: printed(points.deduction),
    byVeto,
    total: {
      points: printed(capTotal(points.total)),
      proven: printed(capTotal(of("proven").total)),
      claimed: printed(capTotal(of("claimed").total)),
      // The unit's own figures, added up as they are: no cap of ours is put on its claim but the system's.
      self: self.size === 0 ? null : printed(add((item) => self.get(item.id)?.points ?? ZERO).total),
    },
  };
}

function describeVeto({ veto, status, by, facts }: VetoVerdict, { byVeto }: Totals): VetoResult {
  const lost = status === "applied" ? (byVeto.get(veto.id) ?? ZERO) : ZERO;
  return { id: veto.id, effect: veto.effect, status, ...(by ? { by } : {}), facts, lost };
}

/** Share of the points of applicable items for which something was handed in that could be read. */
function coverage(system: IndicatorSystem, { facts, inapplicable }: Reading): Rational {
  const applicable = system.items.filter((item) => item.kind === "scored" && !inapplicable.has(item.id));
  const all = sum(applicable.map((item) => item.points));
  const answered = sum(
    applicable.filter((item) => isAnswered(system, item, facts)).map((item) => item.points),
  );
  return isZero(all) ? ZERO : divide(answered, all);
}

function unitFacts(system: IndicatorSystem, facts: FactTable): Assessment["unit"]["facts"] {
  return new Map(system.unitFacts.map(({ fact }) => [fact, facts.value(fact) ?? null]));
}
