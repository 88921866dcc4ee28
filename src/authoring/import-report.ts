import type { AuthoringLabels } from "../messages/authoring-labels.js";
import type { CriterionReading } from "./import-list.js";
import type { Note } from "./notes.js";
import { type ListSheet, workbookOf } from "./sheet.js";

export interface ReportParts {
  readonly title: string;
  readonly notice: string;
  readonly notes: readonly Note[];
  readonly readings: readonly CriterionReading[];
  /** What a clause says, in words; "" for what is not known. */
  readonly clause: (item: string, clause: string) => string;
}

type Row = readonly (string | null)[];

/** The report of an import as an .xlsx: which wording became which clause, and every note with its cell. */
export function importReport(parts: ReportParts, labels: AuthoringLabels): Promise<Uint8Array> {
  return workbookOf([wordings(parts, labels), notes(parts, labels)]);
}

function wordings({ title, notice, readings, clause }: ReportParts, labels: AuthoringLabels): ListSheet {
  const { report, families, readings: said } = labels;
  const { columns } = report;
  const rows = readings.flatMap((reading): Row[] => {
    const { id, title: name, source, rules } = reading;
    const evidence = new Map((rules.item.evidence ?? []).map(({ fact, label }) => [fact, label]));
    const head = [source.cell, id, name];
    if (rules.reasons.length > 0) {
      const why = rules.reasons.map(({ code, ...params }) => labels.reasons[code]({ ...params })).join("\n");
      const fields = [...evidence.values()].join("\n");
      return [[...head, reading.criterion, report.judged, clause(id, "a"), fields, why]];
    }
    return rules.sentences.map(({ text, family, clauses, fields, readings: readAs }) => [
      ...head,
      text,
      families[family],
      clauses.map((one) => clause(id, one)).join("\n"),
      fields.map((fact) => evidence.get(fact) ?? fact).join("\n"),
      readAs.map((one) => said[one]).join("\n"),
    ]);
  });
  return {
    name: report.wordings,
    title: report.title(title),
    notice,
    columns: [
      { header: columns.cell, width: 9, centred: true },
      { header: columns.item, width: 10, centred: true },
      { header: columns.title, width: 22 },
      { header: columns.wording, width: 48 },
      { header: columns.became, width: 14, centred: true },
      { header: columns.clauses, width: 48 },
      { header: columns.fields, width: 30 },
      { header: columns.remark, width: 34 },
    ],
    rows: rows.length > 0 ? rows : [[report.none]],
  };
}

function notes({ title, notice, notes: told }: ReportParts, labels: AuthoringLabels): ListSheet {
  const { report } = labels;
  const rows = told.map(({ code, source, params }) => [source.cell, labels.notes[code](params)]);
  return {
    name: report.notes,
    title: report.title(title),
    notice,
    columns: [
      { header: report.columns.cell, width: 12, centred: true },
      { header: report.columns.note, width: 110 },
    ],
    rows: rows.length > 0 ? rows : [[null, report.none]],
  };
}
