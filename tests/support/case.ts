import { assessorRows, type FormRow, formRows, recordsSheet } from "../../src/model/form.js";
import type { IndicatorSystem, RecordsField, UnitFact } from "../../src/model/indicator-system.js";
import { parseDecimal, type Rational } from "../../src/model/rational.js";
import type { Source } from "../../src/model/source.js";
import type { Answer, RecordRow, Submission } from "../../src/model/submission.js";
import { boolean, date, number, text, type Value } from "../../src/model/value.js";
import type { UnitCase } from "../../src/model/verification.js";
import { loadSystem } from "../../src/system/load.js";
import type { CaseVerification } from "./case-verification.js";

type Cell = string | number | boolean | null;

/** One unit of a golden case, as written in case.json. */
export interface CaseUnit {
  readonly code: string;
  readonly name: string;
  readonly unitFacts?: Record<string, Cell>;
  /** Of fields by others too, as `--facts` gives them; what is absent there has not been supplied yet. */
  readonly answers?: Record<string, Cell>;
  /** Rows by field, cells by column; "?" stands for what is not read with certainty. */
  readonly records?: Record<string, readonly Record<string, Cell>[]>;
  readonly documents?: Record<string, number>;
  readonly notApplicable?: Record<string, string>;
  readonly refused?: readonly string[];
  readonly self?: Record<string, string | number>;
  /** Points of judged clauses: what `verification.judgements` holds, where nothing else was verified. */
  readonly judgements?: Record<string, number>;
  readonly verification?: CaseVerification;
}

/** The system of a case; throws with the findings where it does not pass the lint. */
export function systemOf(document: unknown): IndicatorSystem {
  const bytes = new TextEncoder().encode(JSON.stringify(document));
  const { system, findings } = loadSystem({ name: "system.json", bytes, read: () => undefined });
  if (!system)
    throw new Error(`the case's system does not pass the lint: ${JSON.stringify(findings, null, 2)}`);
  return system;
}

/** What reading the unit's workbook and the facts by others would give: a cell for every row of the form. */
export function submissionOf(system: IndicatorSystem, unit: CaseUnit): Submission {
  const file = `${unit.name}.xlsx`;
  const answers = new Map<string, Answer>();
  for (const [index, row] of formRows(system).entries()) {
    if (!row.fact || !row.field) continue;
    answers.set(row.fact, answerOf(row, row.fact, unit, { file, sheet: "指标填报", cell: `I${index + 2}` }));
  }
  for (const [index, row] of assessorRows(system).entries()) {
    if (!("field" in row) || !row.fact || (unit.answers?.[row.fact] ?? null) === null) continue;
    const source = { file: "facts.csv", sheet: "facts", cell: `C${index + 2}` };
    answers.set(row.fact, answerOf(row, row.fact, unit, source));
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
    records: new Map(recordsFields(system).map((field) => [field.fact, rowsOf(field, unit, file)])),
    judgements: new Map(),
    scores: new Map(),
  };
}

function answerOf(row: FormRow, fact: string, unit: CaseUnit, source: Source): Answer {
  const { field, part } = row;
  if (!field) throw new Error(`no field for ${fact}`);
  const rows = unit.records?.[field.fact]?.length ?? 0;
  // Rows count themselves; without any, only a written 0 tells that there are none.
  const given = unit.answers?.[fact] ?? (rows > 0 ? rows : null);
  const reason = unit.notApplicable?.[fact] ?? unit.notApplicable?.[field.fact];
  const raw = given === null ? "" : String(given);
  const count = unit.documents?.[fact] ?? unit.documents?.[field.fact] ?? field.documents;
  const numbers = Array.from({ length: count }, (_, n) => `${field.fact}-${n + 1}`);
  if (unit.refused?.includes(fact)) return { status: "refused", source, raw: "?" };
  if (reason !== undefined) return { status: "notApplicable", reason, source, raw };
  if (given === null) return { status: "blank", source, raw };
  const value = typed(part ? "number" : field.type, given);
  return { status: "value", value, documents: numbers, source, raw };
}

const recordsFields = (system: IndicatorSystem): RecordsField[] =>
  system.items.flatMap(({ fields }) => fields.filter((field) => field.type === "records"));

function rowsOf(field: RecordsField, unit: CaseUnit, file: string): RecordRow[] {
  const sheet = recordsSheet(field);
  return (unit.records?.[field.fact] ?? []).map((row, index) => {
    const line = index + 2;
    const cells = field.columns.map(({ fact, type }, at): [string, Answer] => {
      const source = { file, sheet, cell: `${String.fromCharCode(66 + at)}${line}` };
      const given = row[fact] ?? null;
      if (given === null) return [fact, { status: "blank", source, raw: "" }];
      if (given === "?") return [fact, { status: "refused", source, raw: "?" }];
      return [
        fact,
        { status: "value", value: typed(type, given), documents: [], source, raw: String(given) },
      ];
    });
    return { source: { file, sheet, cell: `A${line}` }, cells: new Map(cells) };
  });
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

/** A value as a field of that type holds it; throws where it is none. */
export function typed(type: string, given: string | number | boolean): Value {
  if (type === "boolean") return boolean(given === true);
  if (type === "date") return date(String(given));
  return type === "text" || type === "choice"
    ? text(String(given))
    : number(figure(given as string | number));
}

export function figure(given: string | number): Rational {
  const value = parseDecimal(String(given));
  if (!value) throw new Error(`not a decimal: ${given}`);
  return value;
}
