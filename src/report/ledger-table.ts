import type { WorkbookLabels } from "../messages/workbook-labels.js";
import type { AssessmentJson, SystemOutline } from "../model/results.js";
import { figure } from "./figures.js";
import { opinionsOn, subjectOf } from "./gap-table.js";
import type { Table } from "./table.js";

/** 整改台账: the gaps that the unit can work on, with columns to fill in. What is pending waits for others. */
export function ledgerTable(
  system: SystemOutline,
  assessment: AssessmentJson,
  labels: WorkbookLabels,
): Table {
  const { columns, sheets } = labels;
  const gaps = assessment.gaps.filter((gap) => gap.kind !== "pending");
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
      { header: columns.measure, width: 40, kind: "text" },
      { header: columns.responsible, width: 16, kind: "text" },
      { header: columns.person, width: 12, kind: "centred" },
      { header: columns.deadline, width: 12, kind: "centred" },
      { header: columns.documents, width: 22, kind: "text" },
      { header: columns.done, width: 14, kind: "centred" },
    ],
    rows: gaps.map((gap, index) => {
      const { id, title } = subjectOf(gap, system);
      const figures = [figure(gap.lost), figure(gap.lostTotal)];
      const plan = [gap.remedy ?? "", gap.responsible.join("、"), "", "", "", ""];
      const problem = [gap.message, ...opinionsOn(gap, assessment)].join("\n");
      return [index + 1, id, title, problem, ...figures, ...plan];
    }),
    frozenColumns: 3,
  };
}
