import { formRows } from "../../src/model/form.js";
import type { IndicatorSystem, UnitFact } from "../../src/model/indicator-system.js";
import { parseDecimal, type Rational } from "../../src/model/rational.js";
import type { Answer, Submission } from "../../src/model/submission.js";
import { boolean, date, number, text, type Value } from "../../src/model/value.js";
import type { UnitCase } from "../../src/model/verification.js";
import { loadSystem } from "../../src/system/load.js";

/** One unit of a golden case, as written in case.json. */
export interface CaseUnit {
  readonly code: string;
  readonly name: string;
  readonly unitFacts?: Record<string, string | number | boolean | null>;
  readonly answers?: Record<string, string | number | boolean | null>;
  readonly documents?: Record<string, number>;
  readonly notApplicable?: Record<string, string>;
  readonly refused?: readonly string[];
  readonly self?: Record<string, string | number>;
}

/** The system of a case; throws with the findings where it does not pass the lint. */
export function systemOf(document: unknown): IndicatorSystem {
  const bytes = new TextEncoder().encode(JSON.stringify(document));
  const { system, findings } = loadSystem({ name: "system.json", bytes, read: () => undefined });
  if (!system)
    throw new Error(`the case's system does not pass the lint: ${JSON.stringify(findings, null, 2)}`);
  return system;
}

/** What reading the unit's workbook would give: a cell for every row of the form. */
export function submissionOf(system: IndicatorSystem, unit: CaseUnit): Submission {
  const file = `${unit.name}.xlsx`;
  const answers = new Map<string, Answer>();
  for (const [index, row] of formRows(system).entries()) {
    if (!row.fact || !row.field) continue;
    const source = { file, sheet: "指标填报", cell: `I${index + 2}` };
    const given = unit.answers?.[row.fact];
    const reason = unit.notApplicable?.[row.fact] ?? unit.notApplicable?.[row.field.fact];
    const raw = given === undefined || given === null ? "" : String(given);
    const count = unit.documents?.[row.fact] ?? unit.documents?.[row.field.fact] ?? row.field.documents;
    const numbers = Array.from({ length: count }, (_, n) => `${row.field?.fact}-${n + 1}`);
    if (unit.refused?.includes(row.fact)) answers.set(row.fact, { status: "refused", source, raw: "?" });
    else if (reason !== undefined) answers.set(row.fact, { status: "notApplicable", reason, source, raw });
    else if (raw === "") answers.set(row.fact, { status: "blank", source, raw });
    else {
      const value = typed(row.part ? "number" : row.field.type, given as string | number | boolean);
      answers.set(row.fact, { status: "value", value, documents: numbers, source, raw });
    }
  }
  return {
    files: [file],
    unit: { code: unit.code, name: unit.name },
    unitFacts: new Map(system.unitFacts.flatMap((fact) => unitAnswer(fact, unit, file))),
    answers,
    selfScores: new Map(
      Object.entries(unit.self ?? {}).map(([item, points], index) => [
        item,
        { points: figure(points), source: { file, sheet: "指标填报", cell: `L${index + 2}` } },
      ]),
    ),
    documents: [],
    records: new Map(),
    judgements: new Map(),
    scores: new Map(),
  };
}

/** A unit as it stands before anybody has verified anything. */
export const unverified = (own: Submission): UnitCase => ({ own, verified: own });

function unitAnswer(fact: UnitFact, unit: CaseUnit, file: string): [string, Answer][] {
  const given = unit.unitFacts?.[fact.fact.replace(/^unit\./, "")];
  const source = { file, sheet: "基本信息", cell: "B5" };
  if (given === undefined || given === null) return [[fact.fact, { status: "blank", source, raw: "" }]];
  const value = typed(fact.type, given);
  return [[fact.fact, { status: "value", value, documents: [], source, raw: String(given) }]];
}

function typed(type: string, given: string | number | boolean): Value {
  if (type === "boolean") return boolean(given === true);
  if (type === "date") return date(String(given));
  return type === "text" || type === "choice"
    ? text(String(given))
    : number(figure(given as string | number));
}

function figure(given: string | number): Rational {
  const value = parseDecimal(String(given));
  if (!value) throw new Error(`not a decimal: ${given}`);
  return value;
}
