import type { Assessment, VetoResult } from "../model/assessment.js";
import type { IndicatorSystem } from "../model/indicator-system.js";
import { divide, isZero, type Rational, sum, ZERO } from "../model/rational.js";
import type { Submission } from "../model/submission.js";
import { isAnswered } from "./applicability.js";
import { weighEvidence } from "./evidence.js";
import type { FactTable } from "./facts.js";
import { describeItem } from "./item-result.js";
import { type Reading, readFacts } from "./reading.js";
import { addUp, type Totals } from "./totals.js";
import { findVetoes, type VetoVerdict } from "./vetoes.js";

/** Scores one unit. Depends on nothing but its arguments. */
export async function assessUnit(system: IndicatorSystem, submission: Submission): Promise<Assessment> {
  const reading = await readFacts(system, submission);
  const vetoes = await findVetoes(system, reading.scores, reading.facts);
  const standings = await weighEvidence(system, reading);
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
