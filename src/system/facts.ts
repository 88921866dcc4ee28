import { partLabel } from "../model/form.js";
import type { FactDefinition, Field } from "../model/indicator-system.js";
import type { DerivedDocument, ItemDocument, UnitFactDocument } from "../model/system-document.js";
import type { ValueType } from "../model/value.js";

const TYPES: Record<string, ValueType> = {
  boolean: "boolean",
  integer: "number",
  number: "number",
  percent: "number",
  rate: "number",
  date: "date",
  text: "text",
  choice: "text",
};
/** Derived forms whose value is a share of a hundred. */
const isPercent = (derived: DerivedDocument) => "ratio" in derived;

/** Every fact that the unit facts and items define, in document order; equal names are not dropped. */
export function defineFacts(
  unitFacts: readonly UnitFactDocument[],
  items: readonly ItemDocument[],
): FactDefinition[] {
  return [...unitFacts.map(ofUnit), ...items.flatMap(ofItem)];
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
      ...(isPercent(document) ? { unit: "%" } : {}),
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
  const unit = field.type === "percent" || field.type === "rate" ? "%" : field.unit;
  return {
    type: TYPES[field.type] as ValueType,
    label: field.label,
    ...(unit ? { unit } : {}),
    ...(field.type === "choice" ? { options: field.options } : {}),
  };
}
