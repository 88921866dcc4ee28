import type { Assessment, ClauseResult, FactStatus, FactUse, ItemResult } from "../model/assessment.js";
import type { Leaf } from "../model/condition.js";
import { recordsUnder } from "../model/derived.js";
import type { Gap, GapKind } from "../model/gap.js";
import { type Clause, type IndicatorSystem, type Item, isJudged } from "../model/indicator-system.js";
import { min, multiply, ONE, type Rational, round, sign, subtract, sum } from "../model/rational.js";
import { closedFacts, type IsClosed } from "./closed.js";
import { closing } from "./closing.js";
import { type Demand, demand } from "./demand.js";
import { stepsOf } from "./steps.js";
import type { Values } from "./unmet.js";

/** Every point not reached, why, and what would reach it; what weighs most in the total comes first. */
export function findGaps(system: IndicatorSystem, assessment: Assessment): Gap[] {
  const values = valuesOf(system, assessment);
  const isClosed = closedFacts(system, assessment);
  // Deductions count up to a cap, in the order of the items.
  let deductible = assessment.deduction;
  const gaps = system.items.flatMap((item, index) => {
    const result = assessment.items[index];
    if (!result || result.id !== item.id) return [];
    return result.clauses
      .flatMap((clauseResult): Gap[] => {
        const clause = item.clauses.find(({ id }) => id === clauseResult.id);
        if (!clause || !isGap(item, clause, clauseResult)) return [];
        const total = item.kind === "deduction" ? min(clauseResult.lost, deductible) : undefined;
        if (total) deductible = subtract(deductible, total);
        return [gapOf(system, item, clause, result, clauseResult, total, values, isClosed)];
      })
      .concat(judgedGap(system, item, result));
  });
  return [...gaps, ...vetoGaps(system, assessment, values, isClosed)]
    .map((gap, index) => ({ gap, index }))
    .sort((a, b) => sign(subtract(b.gap.lostTotal, a.gap.lostTotal)) || a.index - b.index)
    .map(({ gap }) => gap);
}

/** Points were lost, or may yet be. A bonus that was not earned is no gap; a veto has a gap of its own. */
function isGap(item: Item, clause: Clause, { lost, outcome, superseded }: ClauseResult): boolean {
  if (clause.effect.kind === "veto" || item.kind === "bonus") return false;
  return sign(lost) > 0 || (outcome === "pending" && !superseded);
}

function gapOf(
  system: IndicatorSystem,
  item: Item,
  clause: Clause,
  result: ItemResult,
  { lost, outcome, facts }: ClauseResult,
  lostTotal: Rational | undefined,
  values: Values,
  isClosed: IsClosed,
): Gap {
  // What was reported can't be reported anew: a clause that holds it against the unit asks for nothing.
  const isAgainstReport = facts.some(({ fact }) => system.facts.get(fact)?.origin === "reported");
  const left = isAgainstReport ? {} : demand(closing(item, clause, result, values), system, values, isClosed);
  const remedy = clause.remedy ?? item.remedy;
  return {
    kind: kindOf(system, item, clause, { lost, outcome, facts }, left),
    item: item.id,
    clause: clause.id,
    lost,
    lostTotal: lostTotal ?? multiply(lost, result.weight),
    actual: facts,
    ...left,
    steps: stepsOf(item, clause, result, system, values),
    ...(remedy === undefined ? {} : { remedy }),
    responsible: item.responsible,
  };
}

/** What an assessor took off the item as a whole, beyond what its clauses had lost. */
function judgedGap({ digits }: IndicatorSystem, item: Item, result: ItemResult): Gap[] {
  if (!result.verification?.score || item.kind === "bonus" || item.kind === "info") return [];
  const loss = item.kind === "deduction" ? result.points : subtract(item.points, result.points);
  const lost = subtract(loss, sum(result.clauses.map((clause) => clause.lost)));
  // What the rounding of the clauses' loss leaves is nobody's doing.
  if (sign(round(lost, digits)) <= 0 || result.status === "notApplicable") return [];
  return [
    {
      kind: "judged",
      item: item.id,
      lost,
      lostTotal: multiply(lost, item.kind === "deduction" ? ONE : result.weight),
      actual: [],
      steps: [],
      ...(item.remedy === undefined ? {} : { remedy: item.remedy }),
      responsible: item.responsible,
    },
  ];
}

function kindOf(
  system: IndicatorSystem,
  item: Item,
  clause: Clause,
  { lost, outcome, facts }: Pick<ClauseResult, "lost" | "outcome" | "facts">,
  { required }: Demand,
): GapKind {
  if (outcome === "pending" && (sign(lost) === 0 || isJudged(clause))) return "pending";
  if (isJudged(clause) && outcome === "applied") return "judged";
  if (outcome === "missing" || outcome === "pending") {
    const asked = facts.filter(({ fact }) => isAsked(fact, facts, system));
    const is = (...statuses: readonly FactStatus[]) => asked.some(({ status }) => statuses.includes(status));
    if (is("blank", "refused")) return "missing";
    if (is("rejected")) return "rejected";
    if (is("pending")) return "pending";
    // Ratings that trimming leaves nothing of are all there, and too few.
    return is("unsupported") ? "unsupported" : "missing";
  }
  const isMisreport = facts.some(({ fact }) => system.facts.get(fact)?.origin === "reported");
  return item.kind === "deduction" || isMisreport || (required && asksForFewer(required, system))
    ? "occurrence"
    : "below-standard";
}

/**
 * A field; not the parts of a rate for which its printed figure stands. Of records also what is counted or
 * summed: the list may be there while a cell of it is blank.
 */
function isAsked(fact: string, facts: readonly FactUse[], system: IndicatorSystem): boolean {
  const definition = system.facts.get(fact);
  if (definition?.origin === "derived") return recordsUnder(definition.derived) !== undefined;
  if (definition?.origin !== "part") return true;
  return !facts.some((use) => use.fact === definition.field.fact && use.value !== null);
}

/** Something that happened and should not have: a count that is too high, a yes that should be a no. */
function asksForFewer({ fact, operator, value }: Leaf, system: IndicatorSystem): boolean {
  const definition = system.facts.get(fact);
  const isCount = definition?.origin === "field" && definition.field.type === "integer";
  if (definition?.type === "boolean") return "type" in value && value.type === "boolean" && !value.boolean;
  return isCount && (operator === "lessThan" || operator === "lessThanInclusive" || isNone(operator, value));
}

const isNone = (operator: Leaf["operator"], value: Leaf["value"]): boolean =>
  operator === "equal" && "type" in value && value.type === "number" && sign(value.number) === 0;

function vetoGaps(
  system: IndicatorSystem,
  assessment: Assessment,
  values: Values,
  isClosed: IsClosed,
): Gap[] {
  return assessment.vetoes.map(({ id, status, by, facts, lost }): Gap => {
    const veto = system.vetoes.find((one) => one.id === id);
    const item = by && system.items.find((one) => one.id === by.item);
    const clause = item?.clauses.find((one) => one.id === by?.clause);
    // A clause without a condition always calls its veto, whatever the veto's own condition says.
    const when = by ? clause?.when : veto?.when;
    const remedy = veto?.remedy ?? clause?.remedy ?? item?.remedy;
    return {
      kind: status === "applied" ? "veto" : "pending",
      ...(by ? { item: by.item, clause: by.clause } : {}),
      veto: id,
      lost,
      lostTotal: lost,
      actual: facts,
      ...(when ? demand({ not: when }, system, values, isClosed) : {}),
      steps: [],
      ...(remedy === undefined ? {} : { remedy }),
      responsible: item?.responsible ?? [],
    };
  });
}

/** The values that the assessment was made with, by fact; undefined where there was none. */
function valuesOf(system: IndicatorSystem, assessment: Assessment): Values {
  const uses = [
    ...assessment.items.flatMap(({ clauses }) => clauses.flatMap(({ facts }) => facts)),
    ...assessment.vetoes.flatMap(({ facts }) => facts),
  ];
  const accepted = system.policies.unsupported === "accept";
  const values = new Map(
    uses.flatMap(({ fact, value, status }) =>
      value !== null && (status === "known" || (status === "unsupported" && accepted))
        ? [[fact, value] as const]
        : [],
    ),
  );
  return (fact) => values.get(fact);
}
