import type { Assessment, VetoResult } from "../model/assessment.js";
import type { IndicatorSystem } from "../model/indicator-system.js";
import { divide, isZero, type Rational, sum, ZERO } from "../model/rational.js";
import type { UnitCase } from "../model/verification.js";
import { isAnswered } from "./applicability.js";
import type { CohortFigures } from "./cohort.js";
import { weighEvidence } from "./evidence.js";
import type { Evidence, FactTable } from "./facts.js";
import { describeItem } from "./item-result.js";
import { type Reading, readFacts } from "./reading.js";
import { addUp, type Judged, ruleScore, type Totals } from "./totals.js";
import { verificationOf } from "./verification-record.js";
import { findVetoes, type VetoVerdict } from "./vetoes.js";

/**
 * Scores one unit: by rule on its own facts, and after verification. Depends on nothing but its arguments.
 *
 * @param cohort the figures of the unit's ranking group; absent, cohort facts are pending
 */
export async function assessUnit(
  system: IndicatorSystem,
  unit: UnitCase,
  cohort?: CohortFigures,
): Promise<Assessment> {
  const { own, verified } = unit;
  const after = await judge(system, { submission: verified, own, ...figures(cohort?.verified) });
  const isSame = own === verified && cohort?.own === cohort?.verified;
  const rule = isSame ? after : await judge(system, { submission: own, own, ...figures(cohort?.own) });
  const standings = await weighEvidence(system, after.reading);
  const totals = addUp(system, after, rule, standings);
  const { reading, vetoes } = after;
  return {
    unit: { ...own.unit, facts: unitFacts(system, reading.facts) },
    files: own.files,
    total: { ...totals.total, max: system.total },
    coverage: coverage(system, reading),
    vetoes: vetoes.map((verdict) => describeVeto(verdict, totals)),
    nodes: totals.nodes,
    items: system.items.map((item) =>
      describeItem(system, item, reading, standings, totals.weights, {
        rule: ruleScore(system, item, rule.reading),
        verification: verificationOf(item, unit),
      }),
    ),
    bonus: totals.bonus,
    deduction: totals.deduction,
  };
}

const figures = (cohort: Evidence["cohort"]): Pick<Evidence, "cohort"> => (cohort ? { cohort } : {});

async function judge(system: IndicatorSystem, evidence: Evidence): Promise<Judged> {
  const reading = await readFacts(system, evidence);
  return { reading, vetoes: await findVetoes(system, reading.scores, reading.facts) };
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
