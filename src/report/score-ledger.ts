import type { WorkbookLabels } from "../messages/workbook-labels.js";
import type { AssessmentJson, ItemResultJson, Results, SystemOutline } from "../model/results.js";
import { difference, figure, figureOr } from "./figures.js";
import { unitCells, unitColumns } from "./level-one-table.js";
import { isShown, levelOne, levelOneScores, levelOneTitle } from "./outline.js";
import type { CellValue } from "./sheet.js";
import { standings } from "./standings.js";
import type { Column, Table } from "./table.js";

/** 自评 → 规则 → 核定, with what each step moved. */
interface Ledger {
  readonly self: string | null;
  readonly rule: string;
  readonly points: string;
}

/** Columns of a ledger. */
const FIGURES = 5;

const ledgerColumns = ({ columns }: WorkbookLabels): Column[] => [
  { header: columns.self, width: 12, kind: "points" },
  { header: columns.rule, width: 12, kind: "points" },
  { header: columns.verified, width: 12, kind: "points" },
  { header: columns.selfToRule, width: 12, kind: "signed" },
  { header: columns.ruleToVerified, width: 12, kind: "signed" },
];

function ledgerCells({ self, rule, points }: Ledger, { words }: WorkbookLabels): CellValue[] {
  const figures = [self, rule, points, difference(self, rule), difference(rule, points)];
  return figures.map((one) => figureOr(one, words.none));
}

/**
 * 分数台账 of all units: for each the total and every level-1 place, one below the other. Side by side they
 * would be too many columns to print; filtered by the place, the sheet is a list of units again.
 */
export function scoreLedgerTable(results: Results, labels: WorkbookLabels): Table {
  const { system } = results;
  const { columns, sheets, words } = labels;
  const places = levelOne(system);
  return {
    name: sheets.scoreLedger,
    title: `${system.title} · ${sheets.scoreLedger}`,
    columns: [
      // The total is one of the places.
      ...unitColumns(labels).slice(0, -1),
      { header: columns.title, width: 36, kind: "text" },
      { header: columns.max, width: 9, kind: "points" },
      ...ledgerColumns(labels),
    ],
    rows: rows(),
    frozenColumns: 2,
  };

  function* rows(): Iterable<CellValue[]> {
    for (const standing of standings(results)) {
      const { total } = standing.assessment;
      const unit = unitCells(standing, labels).slice(0, -1);
      yield [...unit, columns.total, figure(total.max), ...ledgerCells(total, labels)];
      for (const [index, score] of levelOneScores(system, standing.assessment).entries()) {
        const title = places[index]?.title ?? "";
        const cells = score
          ? [figure(score.max), ...ledgerCells(score, labels)]
          : Array<CellValue>(FIGURES + 1).fill(words.notApplicable);
        yield [...unit, title, ...cells];
      }
    }
  }
}

/** 分数台账 of one unit: every item, and who moved it why. */
export function unitLedgerTable(
  system: SystemOutline,
  assessment: AssessmentJson,
  labels: WorkbookLabels,
): Table {
  const { columns, sheets, words } = labels;
  const results = new Map(assessment.items.map((item) => [item.id, item]));
  return {
    name: sheets.scoreLedger,
    title: `${assessment.unit.name} · ${sheets.scoreLedger}`,
    columns: [
      { header: columns.item, width: 10, kind: "centred" },
      { header: columns.title, width: 30, kind: "text" },
      { header: system.levels[0] ?? "", width: 18, kind: "text" },
      { header: columns.max, width: 9, kind: "points" },
      ...ledgerColumns(labels),
      { header: columns.verifier, width: 14, kind: "text" },
      { header: columns.opinion, width: 50, kind: "text" },
    ],
    rows: system.items.filter(isShown).flatMap((item) => {
      const result = results.get(item.id);
      if (!result) return [];
      const place = [item.id, item.title, levelOneTitle(system, item, labels)];
      const cells =
        result.status === "notApplicable"
          ? Array<CellValue>(FIGURES + 1).fill(words.notApplicable)
          : [figureOr(result.max, words.none), ...ledgerCells(result, labels)];
      return [[...place, ...cells, ...whoAndWhy(result, labels)]];
    }),
    frozenColumns: 2,
  };
}

/** Names and reasons of all that was said of the item, each once. */
function whoAndWhy({ verification }: ItemResultJson, { words }: WorkbookLabels): [who: string, why: string] {
  if (!verification) return ["", ""];
  const { fields, rows, judgements, score } = verification;
  const signed = [...fields, ...rows, ...judgements, ...(score ? [score] : [])];
  const once = (texts: string[]) => [...new Set(texts.filter((text) => text !== ""))];
  return [
    once(signed.map(({ by }) => by)).join(words.comma),
    once(signed.map(({ reason }) => reason)).join("\n"),
  ];
}
