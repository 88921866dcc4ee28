import type { WorkbookLabels } from "../messages/workbook-labels.js";
import { INTAKE_CODES, type IntakeCode } from "../model/finding.js";
import type { FindingJson, InputJson, Results, SupplementJson } from "../model/results.js";
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

/** A file of any kind, and what became of it. */
interface FileLine {
  readonly file: string;
  readonly unit: string;
  readonly material: string;
  readonly outcome: string;
  /** Comes before the files of which something counts, and is listed without a finding too. */
  readonly isLeftOut: boolean;
  readonly findings: readonly FindingJson[];
  /** Why it goes to a person. */
  readonly reason?: string | undefined;
}

/**
 * 退回与问题: files that do not count first, each with its reasons, then the findings of the others; in each
 * part submissions, facts by others, assessors' copies.
 */
export function returnedTable(results: Results, labels: WorkbookLabels): Table {
  const { columns, sheets, words } = labels;
  const files = filesOf(results, labels);
  return {
    name: sheets.returned,
    title: `${results.system.title} · ${sheets.returned}`,
    columns: [
      { header: columns.file, width: 34, kind: "text" },
      { header: columns.unit, width: 18, kind: "text" },
      { header: columns.material, width: 12, kind: "centred" },
      { header: columns.outcome, width: 14, kind: "centred" },
      ...findingColumns(labels),
    ],
    rows: [true, false].flatMap((isLeftOut) =>
      files.filter((file) => file.isLeftOut === isLeftOut).flatMap(rowsOf),
    ),
    frozenColumns: 1,
  };

  function rowsOf({ file, unit, material, outcome, isLeftOut, findings, reason }: FileLine): CellValue[][] {
    const cells = [file, unit, material, outcome];
    if (findings.length === 0 && isLeftOut) {
      return [[...cells, words.none, words.none, reason ?? words.none, words.none]];
    }
    return findings.map((finding) => [...cells, ...findingRow(finding, labels)]);
  }
}

const OUTCOME_ORDER: readonly InputJson["outcome"][] = ["returned", "manual", "scored"];

function filesOf(results: Results, { materials, outcomes, supplements, words }: WorkbookLabels): FileLine[] {
  const supplement = (kind: "facts" | "verified") => (one: SupplementJson) => ({
    file: one.file,
    unit: one.unit?.name ?? words.none,
    material: materials[kind],
    outcome: supplements[one.outcome],
    isLeftOut: one.outcome !== "used",
    findings: one.findings,
  });
  const submissions = OUTCOME_ORDER.flatMap((outcome) =>
    results.inputs.filter((input) => input.outcome === outcome),
  );
  return [
    ...submissions.map(({ file, unit, outcome, findings, reason }) => ({
      file,
      unit: unit?.name ?? words.none,
      material: materials.submission,
      outcome: outcomes[outcome],
      isLeftOut: outcome !== "scored",
      findings,
      reason,
    })),
    ...(results.facts ?? []).map(supplement("facts")),
    ...(results.verified ?? []).map(supplement("verified")),
  ];
}
