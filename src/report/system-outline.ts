import { recordsUnder } from "../model/derived.js";
import type { Amount, Clause, FactDefinition, IndicatorSystem, Item } from "../model/indicator-system.js";
import { toDecimal } from "../model/rational.js";
import type { AmountJson, ClauseOutline, ItemOutline, SystemOutline } from "../model/results.js";
import { conditionJson } from "./condition-json.js";

/** What results.json keeps of the system, so that it can be read, ranked and printed without it. */
export function outline(system: IndicatorSystem): SystemOutline {
  return {
    id: system.id,
    version: system.version,
    sha256: system.sha256,
    files: system.files.map(({ name, text }) => ({ name, text })),
    ...(system.overlay ? { overlay: { ...system.overlay } } : {}),
    title: system.title,
    ...(system.issuer === undefined ? {} : { issuer: system.issuer }),
    ...(system.source === undefined ? {} : { source: system.source }),
    notice: system.notice,
    levels: [...system.levels],
    total: toDecimal(system.total),
    digits: system.digits,
    nodes: system.nodes.map(({ id, parent, title, level, points, contribution }) => ({
      id,
      ...(parent === undefined ? {} : { parent }),
      title,
      level,
      points: toDecimal(points),
      contribution: toDecimal(contribution),
    })),
    items: system.items.map(outlineItem),
    facts: Object.fromEntries([...system.facts.values()].map(outlineFact)),
    vetoes: system.vetoes.map(({ id, title }) => ({ id, title })),
    grades: system.grades.map(({ name, min, eachLevel1AtLeast, quota }) => ({
      name,
      min: toDecimal(min),
      ...(eachLevel1AtLeast ? { eachLevel1AtLeast: toDecimal(eachLevel1AtLeast) } : {}),
      ...(quota ? { quota: toDecimal(quota) } : {}),
    })),
    ranking: {
      ...(system.ranking.groupBy === undefined ? {} : { groupBy: system.ranking.groupBy }),
      tieBreak: [...system.ranking.tieBreak],
      ...(system.ranking.minCoverage ? { minCoverage: toDecimal(system.ranking.minCoverage) } : {}),
    },
  };
}

function outlineItem(item: Item): ItemOutline {
  return {
    id: item.id,
    ...(item.parent === undefined ? {} : { parent: item.parent }),
    ...(item.no === undefined ? {} : { no: item.no }),
    title: item.title,
    kind: item.kind,
    points: toDecimal(item.points),
    start: item.start,
    criterion: item.criterion,
    basis: [...item.basis],
    responsible: [...item.responsible],
    ...(item.remedy === undefined ? {} : { remedy: item.remedy }),
    clauses: item.clauses.map(outlineClause),
  };
}

function outlineClause({ id, when, effect }: Clause): ClauseOutline {
  return {
    id,
    kind: effect.kind,
    ...("whole" in effect ? { whole: toDecimal(effect.whole) } : {}),
    ...(when ? { when: conditionJson(when) } : {}),
    ...("amount" in effect ? { amount: amountJson(effect.amount) } : {}),
    ...("to" in effect ? { to: toDecimal(effect.to) } : {}),
    ...("veto" in effect ? { veto: effect.veto } : {}),
  };
}

function amountJson(amount: Amount): AmountJson {
  switch (amount.form) {
    case "fixed":
      return { form: amount.form, points: toDecimal(amount.points) };
    case "each": {
      const { form, each, per, step, partial, cap } = amount;
      const figures = { each: toDecimal(each), per, step: toDecimal(step), partial };
      return { form, ...figures, ...(cap ? { cap: toDecimal(cap) } : {}) };
    }
    case "share":
      return { form: amount.form, share: amount.share, of: toDecimal(amount.of) };
    case "tiers": {
      const { form, of, direction, tiers } = amount;
      const steps = tiers.map(([bound, points]) => ({ bound: toDecimal(bound), points: toDecimal(points) }));
      return { form, of, direction, tiers: steps };
    }
    case "choice": {
      const points = [...amount.points].map(([option, figure]) => [option, toDecimal(figure)] as const);
      return { form: amount.form, choice: amount.choice, points: Object.fromEntries(points) };
    }
    case "judge": {
      const { form, min, max, step } = amount;
      return { form, min: toDecimal(min), max: toDecimal(max), ...(step ? { step: toDecimal(step) } : {}) };
    }
  }
}

const outlineFact = (fact: FactDefinition) =>
  [
    fact.name,
    {
      label: fact.label,
      ...(fact.unit === undefined ? {} : { unit: fact.unit }),
      ...(fact.origin === "derived" ? { derived: true as const } : {}),
      ...(fact.origin === "derived" && recordsUnder(fact.derived) ? { ofRecords: true as const } : {}),
      ...suppliedBy(fact),
    },
  ] as const;

function suppliedBy(fact: FactDefinition): { by?: "assessor" | "third-party" | "results" | "group" } {
  if (fact.origin === "cohort") return { by: "group" };
  if (fact.origin !== "field" && fact.origin !== "part") return {};
  const { by } = fact.field;
  return by === "unit" ? {} : { by };
}
