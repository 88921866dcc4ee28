import { cohortName, cohortsOf } from "../model/derived.js";
import { partLabel } from "../model/form.js";
import type { Column, FactDefinition, FactType, Field } from "../model/indicator-system.js";
import type {
  CohortDocument,
  CohortStatistic,
  ItemDocument,
  UnitFactDocument,
} from "../model/system-document.js";
import { withUnits } from "./derived-units.js";

const TYPES: Record<string, FactType> = {
  boolean: "boolean",
  integer: "number",
  number: "number",
  percent: "number",
  rate: "number",
  date: "date",
  text: "text",
  choice: "text",
  records: "records",
};
/**
 * Every fact that the unit facts and items define, in document order; equal names are not dropped. Behind
 * them what they bring with them: what the unit reported of each field, and the figures of the cohort.
 */
export function defineFacts(
  unitFacts: readonly UnitFactDocument[],
  items: readonly ItemDocument[],
): FactDefinition[] {
  const defined = [...unitFacts.map(ofUnit), ...items.flatMap(ofItem)];
  const given = [...defined, ...defined.flatMap(ofReport)];
  const byName = new Map(given.map((fact) => [fact.name, fact]));
  const cohorts = items.flatMap((item) => item.derive.flatMap(cohortsOf));
  const named = new Map(cohorts.map((cohort) => [cohortName(cohort), cohort]));
  const figures = [...named.values()].flatMap((cohort) => ofCohort(cohort, byName.get(cohort.of)));
  return withUnits([...given, ...figures]);
}

/** An assessor can only change what a unit has filled in. */
function ofReport(fact: FactDefinition): FactDefinition[] {
  if (fact.origin !== "field" && fact.origin !== "part") return [];
  if (fact.field.by !== "unit" || fact.type === "records") return [];
  const { name, item, type, label, unit, options } = fact;
  return [
    {
      name: `reported.${name}`,
      origin: "reported",
      item,
      reports: fact,
      type,
      label: `${label}（单位填报）`,
      ...(unit === undefined ? {} : { unit }),
      ...(options === undefined ? {} : { options }),
    },
  ];
}

const COHORT_LABELS: Readonly<Record<CohortStatistic, string>> = {
  max: "本组最大值",
  min: "本组最小值",
  mean: "本组平均值",
  median: "本组中位数",
  count: "本组单位数",
  rank: "本组位次（从高到低）",
  rankLow: "本组位次（从低到高）",
  rankShare: "本组位次占比",
};

function ofCohort({ cohort, of }: CohortDocument, compared: FactDefinition | undefined): FactDefinition[] {
  if (!compared) return [];
  const item = "item" in compared ? compared.item : "";
  return [
    {
      name: cohortName({ cohort, of }),
      origin: "cohort",
      item,
      statistic: cohort,
      of,
      type: "number",
      label: `${compared.label}·${COHORT_LABELS[cohort]}`,
      ...(cohort === "rankShare" ? { unit: "%" } : {}),
    },
  ];
}

function ofUnit(document: UnitFactDocument): FactDefinition {
  const field = { ...document, fact: `unit.${document.fact}` };
  return { name: field.fact, origin: "unit", field, ...described(field) };
}

function ofItem(item: ItemDocument): FactDefinition[] {
  const fields = item.evidence.flatMap((document): FactDefinition[] => {
    const field: Field = { ...document, item: item.id };
    const whole: FactDefinition = {
      name: field.fact,
      origin: "field",
      item: item.id,
      field,
      ...described(field),
    };
    return field.type === "rate"
      ? [whole, partOf(field, "numerator"), partOf(field, "denominator")]
      : [whole];
  });
  const derived = item.derive.map(
    (document): FactDefinition => ({
      name: document.fact,
      origin: "derived",
      item: item.id,
      derived: { ...document, item: item.id },
      type: "number",
      label: document.label ?? document.fact,
    }),
  );
  return [...fields, ...derived];
}

function partOf(field: Field, part: "numerator" | "denominator"): FactDefinition {
  return {
    name: `${field.fact}.${part}`,
    origin: "part",
    item: field.item,
    field,
    part,
    type: "number",
    label: partLabel(field, part),
  };
}

function described(field: Field | UnitFactDocument) {
  const share = field.type === "percent" || field.type === "rate" ? "%" : undefined;
  const unit = share ?? field.unit ?? (field.type === "records" ? "条" : undefined);
  return {
    type: TYPES[field.type] as FactType,
    label: field.label,
    ...(unit ? { unit } : {}),
    ...(field.type === "choice" ? { options: field.options } : {}),
  };
}

/** A column of records as the fact that a condition on it reads. */
export const columnFact = (column: Column): FactDefinition => ({
  name: column.fact,
  origin: "unit",
  field: column,
  ...described(column),
});
