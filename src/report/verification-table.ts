import type { WorkbookLabels } from "../messages/workbook-labels.js";
import type { AssessmentJson, Results, SystemOutline } from "../model/results.js";
import type { CellValue } from "./sheet.js";
import { standings } from "./standings.js";
import type { Column, Table } from "./table.js";
import { changesOf } from "./verified-changes.js";

function changeColumns({ columns }: WorkbookLabels): Column[] {
  return [
    { header: columns.item, width: 10, kind: "centred" },
    { header: columns.title, width: 28, kind: "text" },
    { header: columns.subject, width: 28, kind: "text" },
    { header: columns.before, width: 16, kind: "text" },
    { header: columns.after, width: 16, kind: "text" },
    { header: columns.opinion, width: 44, kind: "text" },
    { header: columns.verifier, width: 12, kind: "text" },
    { header: columns.verifiedOn, width: 12, kind: "centred" },
    { header: columns.sources, width: 34, kind: "text" },
  ];
}

/** What assessors changed; a value that was accepted without a word has not changed. */
function changeRows(system: SystemOutline, { items }: AssessmentJson, labels: WorkbookLabels): CellValue[][] {
  const titles = new Map(system.items.map(({ id, title }) => [id, title]));
  return items.flatMap((item) =>
    changesOf(item, system, labels)
      .filter(({ silent }) => !silent)
      .map(({ subject, before, after, reason, by, date, cells }) => [
        ...[item.id, titles.get(item.id) ?? item.id, subject, before, after, reason, by, date, cells],
      ]),
  );
}

/** 核查记录 of one unit. */
export function unitVerificationTable(
  system: SystemOutline,
  assessment: AssessmentJson,
  labels: WorkbookLabels,
): Table {
  return {
    name: labels.sheets.verification,
    title: `${assessment.unit.name} · ${labels.sheets.verification}`,
    columns: changeColumns(labels),
    rows: changeRows(system, assessment, labels),
    frozenColumns: 2,
  };
}

/** 核查记录 of all units, in the order of the ranking. */
export function verificationTable(results: Results, labels: WorkbookLabels): Table {
  const { system } = results;
  const { columns, sheets } = labels;
  return {
    name: sheets.verification,
    title: `${system.title} · ${sheets.verification}`,
    columns: [
      { header: columns.unit, width: 16, kind: "text" },
      { header: columns.code, width: 11, kind: "centred" },
      ...changeColumns(labels),
    ],
    rows: rows(),
    frozenColumns: 1,
  };

  function* rows(): Iterable<CellValue[]> {
    for (const { assessment } of standings(results)) {
      const { name, code } = assessment.unit;
      for (const row of changeRows(system, assessment, labels)) yield [name, code, ...row];
    }
  }
}
