import type { WorkbookLabels } from "../messages/workbook-labels.js";
import { INTAKE_CODES, type IntakeCode } from "../model/finding.js";
import type { FindingJson, InputJson, Results } from "../model/results.js";
import type { CellValue } from "./sheet.js";
import type { Standing } from "./standings.js";
import type { Column, Table } from "./table.js";

function findingColumns({ columns }: WorkbookLabels): Column[] {
  return [
    { header: columns.findingCode, width: 8, kind: "centred" },
    { header: columns.place, width: 22, kind: "text" },
    { header: columns.message, width: 70, kind: "text" },
    { header: columns.effect, width: 27, kind: "text" },
  ];
}

function findingRow(finding: FindingJson, { effects, words }: WorkbookLabels): CellValue[] {
  const place = [finding.sheet, finding.cell].filter((part) => part !== undefined).join("!");
  const effect = Object.hasOwn(INTAKE_CODES, finding.code)
    ? effects[INTAKE_CODES[finding.code as IntakeCode]]
    : words.none;
  return [finding.code, place || words.none, finding.message, effect];
}

/** 填报问题 of one unit. */
export function findingsTable({ assessment, findings }: Standing, labels: WorkbookLabels): Table {
  return {
    name: labels.sheets.findings,
    title: `${assessment.unit.name} · ${labels.sheets.findings}`,
    columns: findingColumns(labels),
    rows: findings.map((finding) => findingRow(finding, labels)),
  };
}

const OUTCOME_ORDER: readonly InputJson["outcome"][] = ["returned", "manual", "scored"];

/** 退回与问题: files that were not scored first, each with its reasons, then the findings of scored files. */
export function returnedTable(results: Results, labels: WorkbookLabels): Table {
  const { columns, sheets, outcomes, words } = labels;
  return {
    name: sheets.returned,
    title: `${results.system.title} · ${sheets.returned}`,
    columns: [
      { header: columns.file, width: 34, kind: "text" },
      { header: columns.unit, width: 18, kind: "text" },
      { header: columns.outcome, width: 10, kind: "centred" },
      ...findingColumns(labels),
    ],
    rows: OUTCOME_ORDER.flatMap((outcome) =>
      results.inputs.filter((input) => input.outcome === outcome),
    ).flatMap(rowsOf),
    frozenColumns: 1,
  };

  function rowsOf(input: InputJson): CellValue[][] {
    const { findings } = input;
    const unit = input.unit?.name ?? words.none;
    const file = [input.file, unit, outcomes[input.outcome]];
    if (findings.length === 0 && input.outcome !== "scored") {
      return [[...file, words.none, words.none, words.none, words.none]];
    }
    return findings.map((finding) => [...file, ...findingRow(finding, labels)]);
  }
}
