import fc from "fast-check";
import { formRows } from "../../src/model/form.js";
import type { IndicatorSystem } from "../../src/model/indicator-system.js";
import { choice, DAYS, FIGURES, pick, WORDS } from "./arbitrary-condition.js";
import type { CaseUnit } from "./case.js";

const cellSeed = fc.record({
  state: fc.constantFrom(
    ...(["value", "value", "value", "value", "value", "value", "value"] as const),
    ...(["blank", "refused", "unsupported", "unsupported", "notApplicable"] as const),
  ),
  value: choice,
  self: fc.option(fc.nat(50), { freq: 1 }),
});

/** What a unit writes, whatever is asked: the cells are gone through again where a form has more rows. */
export const unitSeed = fc.record({
  cells: fc.array(cellSeed, { minLength: 5, maxLength: 17 }),
  facts: fc.array(cellSeed, { minLength: 2, maxLength: 2 }),
});
export type UnitSeed = typeof unitSeed extends fc.Arbitrary<infer T> ? T : never;

export function unitOf(system: IndicatorSystem, seed: UnitSeed, code = "1"): CaseUnit {
  const answers: Record<string, string | number | boolean | null> = {};
  const documents: Record<string, number> = {};
  const notApplicable: Record<string, string> = {};
  const refused: string[] = [];
  const self: Record<string, number> = {};
  for (const [index, { fact, field, item, part, firstOfItem }] of formRows(system).entries()) {
    const cell = pick(seed.cells, index);
    if (firstOfItem && cell.self !== null) self[item.id] = cell.self / 10;
    if (fact === undefined || field === undefined) continue;
    if (cell.state === "refused") refused.push(fact);
    else if (cell.state === "notApplicable") notApplicable[fact] = "无此类情况";
    else if (cell.state !== "blank") {
      // Denominators of 0 happen, and so does a printed rate beside its parts.
      answers[fact] = part === undefined || part === "rate" ? written(field, cell.value) : cell.value % 9;
    }
    if (cell.state === "unsupported") documents[fact] = 0;
  }
  const unitFacts = system.unitFacts.map((field, index) => {
    const cell = pick(seed.facts, index);
    return [
      field.fact.replace(/^unit\./, ""),
      cell.state === "blank" ? null : written(field, cell.value),
    ] as const;
  });
  return {
    code,
    name: `单位${code}`,
    unitFacts: Object.fromEntries(unitFacts),
    answers,
    documents,
    notApplicable,
    refused,
    self,
  };
}

export function written(
  field: { type: string; options?: readonly string[] },
  figure: number,
): string | number | boolean {
  switch (field.type) {
    case "boolean":
      return figure % 2 === 0;
    case "integer":
      return figure % 121;
    case "date":
      return pick(DAYS, figure);
    case "text":
      return pick(WORDS, figure);
    case "choice":
      return pick(field.options ?? WORDS, figure);
    default:
      return figure % 3 === 0 ? (figure % 1201) / 10 : pick(FIGURES, figure);
  }
}
