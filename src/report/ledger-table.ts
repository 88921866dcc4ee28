import type { WorkbookLabels } from "../messages/workbook-labels.js";
import { gapKey, ledgerKey } from "../model/ledger.js";
import type { AssessmentJson, GapJson, SystemOutline } from "../model/results.js";
import { figure } from "./figures.js";
import { opinionsOn, subjectOf } from "./gap-table.js";
import { GapWords } from "./gap-words.js";
import type { Table } from "./table.js";

/** The gaps that stand in the ledger, in its order. What is pending waits for others. */
export const ledgerGaps = ({ gaps }: Pick<AssessmentJson, "gaps">): GapJson[] =>
  gaps.filter(({ kind }) => kind !== "pending");

/** 整改台账: the gaps that the unit can work on, with columns to fill in. */
export function ledgerTable(
  system: SystemOutline,
  assessment: AssessmentJson,
  labels: WorkbookLabels,
): Table {
  const { columns, sheets } = labels;
  const { code } = assessment.unit;
  const gaps = ledgerGaps(assessment);
  return {
    name: sheets.ledger,
    title: `${assessment.unit.name} · ${sheets.ledger}`,
    columns: [
      { header: columns.number, width: 6, kind: "count" },
      { header: columns.item, width: 10, kind: "centred" },
      { header: columns.title, width: 24, kind: "text" },
      { header: columns.problem, width: 44, kind: "text" },
      { header: columns.deducted, width: 9, kind: "exact" },
      { header: columns.recoverable, width: 10, kind: "exact" },
      { header: columns.measure, width: 40, kind: "open" },
      { header: columns.responsible, width: 16, kind: "open" },
      { header: columns.person, width: 12, kind: "open" },
      { header: columns.deadline, width: 12, kind: "openDay" },
      { header: columns.documents, width: 22, kind: "open" },
      { header: columns.done, width: 14, kind: "open" },
      { header: columns.key, width: 20, kind: "text", hidden: true },
    ],
    rows: gaps.map((gap, index) => {
      const { id, title } = subjectOf(gap, system);
      const figures = [figure(gap.lost), figure(gap.lostTotal)];
      const plan = [gap.remedy ?? "", gap.responsible.join("、"), "", "", "", ""];
      const problem = [gap.message, ...opinionsOn(gap, assessment)].join("\n");
      return [index + 1, id, title, problem, ...figures, ...plan, ledgerKey(code, gapKey(gap))];
    }),
    frozenColumns: 3,
  };
}

/**
 * 整改数据: every field that a gap of the ledger rests on, with what was filled in and room for what it is
 * after the remedy. Lists of records are handed in anew with the workbook itself.
 */
export function remedyDataTable(
  system: SystemOutline,
  assessment: AssessmentJson,
  labels: WorkbookLabels,
): Table {
  const { columns, sheets } = labels;
  const words = new GapWords(system.facts, labels);
  const fields = new Map<
    string,
    { readonly gap: GapJson; readonly numbers: number[]; readonly asked: string[] }
  >();
  ledgerGaps(assessment).forEach((gap, index) => {
    for (const fact of fieldsOf(gap, assessment, system)) {
      const field = fields.get(fact) ?? { gap, numbers: [], asked: [] };
      field.numbers.push(index + 1);
      const required = words.required(gap);
      if (!field.asked.includes(required)) field.asked.push(required);
      fields.set(fact, field);
    }
  });
  return {
    name: sheets.remedyData,
    title: `${assessment.unit.name} · ${sheets.remedyData}${labels.sentences.remedyDataHint}`,
    columns: [
      { header: columns.ledgerNumber, width: 12, kind: "centred" },
      { header: columns.item, width: 10, kind: "centred" },
      { header: columns.title, width: 24, kind: "text" },
      { header: columns.field, width: 44, kind: "text" },
      { header: columns.required, width: 40, kind: "text" },
      { header: columns.reported, width: 16, kind: "centred" },
      { header: columns.newValue, width: 16, kind: "open" },
      { header: columns.key, width: 20, kind: "text", hidden: true },
    ],
    rows: [...fields].map(([fact, { gap, numbers, asked }]) => {
      const { id, title } = subjectOf(gap, system);
      const given = assessment.evidence.answers[fact]?.raw ?? "";
      const key = ledgerKey(assessment.unit.code, fact);
      return [numbers.join("、"), id, title, words.label(fact), asked.join("\n"), given, "", key];
    }),
    frozenColumns: 3,
  };
}

/**
 * The rows of the unit's own form below a gap: of a rate its parts, of derived facts what they are made of.
 * What others supply, and lists of records, the unit can't mend here.
 */
export function fieldsOf(
  { actual }: GapJson,
  { evidence }: Pick<AssessmentJson, "evidence">,
  { facts }: Pick<SystemOutline, "facts">,
): string[] {
  const has = (object: object, name: string) => Object.hasOwn(object, name);
  return actual
    .map(({ fact }) => fact)
    .filter(
      (fact) =>
        has(evidence.answers, fact) &&
        !has(evidence.records, fact) &&
        !has(evidence.answers, `${fact}.numerator`) &&
        facts[fact]?.by === undefined,
    );
}
