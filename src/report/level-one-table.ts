import type { WorkbookLabels } from "../messages/workbook-labels.js";
import type { Results } from "../model/results.js";
import { figure, figureOr } from "./figures.js";
import { levelOne, levelOneScores } from "./outline.js";
import type { CellValue } from "./sheet.js";
import { type Standing, standings } from "./standings.js";
import type { Column, Table } from "./table.js";

/** The columns by which a unit is known, in tables that list every assessed unit. */
export function unitColumns({ columns }: WorkbookLabels): Column[] {
  return [
    { header: columns.rank, width: 6, kind: "count" },
    { header: columns.unit, width: 20, kind: "text" },
    { header: columns.group, width: 9, kind: "centred" },
    { header: columns.total, width: 9, kind: "points" },
  ];
}

export function unitCells({ assessment, group, place }: Standing, { words }: WorkbookLabels): CellValue[] {
  const { unit, total } = assessment;
  return [place?.rank ?? words.none, unit.name, group || words.none, figure(total.points)];
}

/** 一级指标得分: points, what could be reached and the rate, side by side for every level-1 place. */
export function levelOneTable(results: Results, labels: WorkbookLabels): Table {
  const { system } = results;
  const { columns, words, sheets } = labels;
  return {
    name: sheets.levelOne,
    title: `${system.title} · ${sheets.levelOne}`,
    columns: [
      ...unitColumns(labels),
      ...levelOne(system).flatMap(({ title }): Column[] => [
        { above: { text: title, columns: 3 }, header: columns.points, width: 9, kind: "points" },
        { header: columns.max, width: 8, kind: "points" },
        { header: columns.rate, width: 9, kind: "share", scale: { top: 1 } },
      ]),
    ],
    rows: standings(results).map(row),
    frozenColumns: 2,
  };

  function row(standing: Standing): CellValue[] {
    const scores = levelOneScores(system, standing.assessment).flatMap((score) =>
      score
        ? [figure(score.points), figure(score.max), figureOr(score.rate, words.none)]
        : [words.notApplicable, words.notApplicable, words.notApplicable],
    );
    return [...unitCells(standing, labels), ...scores];
  }
}
