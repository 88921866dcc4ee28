import { isFigure, operandsOf, recordsUnder } from "../model/derived.js";
import type { FactDefinition } from "../model/indicator-system.js";
import type { DerivedDocument } from "../model/system-document.js";

/** What a difference between two percentages is counted in. */
const POINTS = "个百分点";

/** The definitions with the unit that each derived fact has by the facts that it is made of. */
export function withUnits(definitions: readonly FactDefinition[]): FactDefinition[] {
  const byName = new Map(definitions.map((fact) => [fact.name, fact]));
  // Of facts that many others are made of, the unit is found once.
  const units = new Map<string, string | undefined>();
  const unitOf = (name: string, way: readonly string[]): string | undefined => {
    if (!units.has(name)) units.set(name, found(name, way));
    return units.get(name);
  };
  const found = (name: string, way: readonly string[]): string | undefined => {
    const fact = byName.get(name);
    if (fact?.origin === "cohort" && keepsUnit(fact.statistic)) return unitOf(fact.of, [...way, name]);
    // A fact that is made of itself has no unit; the lint tells it.
    if (fact?.origin !== "derived" || way.includes(name)) return fact?.unit;
    return unitOfDerived(fact.derived, (operand) => unitOf(operand, [...way, name]), byName);
  };
  return definitions.map((fact) => {
    const unit = fact.origin === "derived" || fact.origin === "cohort" ? unitOf(fact.name, []) : fact.unit;
    return unit === undefined ? fact : { ...fact, unit };
  });
}

const keepsUnit = (statistic: string): boolean => ["max", "min", "mean", "median"].includes(statistic);

function unitOfDerived(
  derived: DerivedDocument,
  unitOf: (name: string) => string | undefined,
  facts: ReadonlyMap<string, FactDefinition>,
): string | undefined {
  if ("ratio" in derived) return "%";
  if ("daysBetween" in derived) return "天";
  const records = recordsUnder(derived);
  // A number of records is of whatever its label says: 次, 件, 人次.
  if (records)
    return records.column === undefined ? undefined : columnUnit(facts.get(records.of), records.column);
  if ("count" in derived) return "项";
  if ("scale" in derived || "product" in derived) return undefined;
  const units = new Set(operandsOf(derived).map(unitOf));
  const [unit, other] = units;
  if (units.size !== 1 || other !== undefined) return undefined;
  return unit === "%" && isDifference(derived) ? POINTS : unit;
}

const isDifference = (derived: DerivedDocument): boolean =>
  "shortfall" in derived ||
  "excess" in derived ||
  ("difference" in derived && !derived.difference.every(isFigure));

function columnUnit(list: FactDefinition | undefined, column: string): string | undefined {
  if (list?.origin !== "field" || list.field.type !== "records") return undefined;
  const found = list.field.columns.find(({ fact }) => fact === column);
  return found?.type === "percent" ? "%" : found?.unit;
}
