import type { FactDefinition, IndicatorSystem, Item } from "../model/indicator-system.js";
import { toDecimal } from "../model/rational.js";
import type { ItemOutline, SystemOutline } from "../model/results.js";

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
    clauses: item.clauses.map(({ id, effect }) => ({
      id,
      kind: effect.kind,
      ...("whole" in effect ? { whole: toDecimal(effect.whole) } : {}),
    })),
  };
}

const outlineFact = ({ name, label, unit, origin }: FactDefinition) =>
  [
    name,
    {
      label,
      ...(unit === undefined ? {} : { unit }),
      ...(origin === "derived" ? { derived: true as const } : {}),
    },
  ] as const;
