import type { WorkbookLabels } from "../messages/workbook-labels.js";
import type { Results } from "../model/results.js";
import { figure, figureOr, interval } from "./figures.js";
import { levelOne, levelOneScores } from "./outline.js";
import { changeWords, remarkWords } from "./remarks.js";
import type { CellValue } from "./sheet.js";
import { type Standing, standings } from "./standings.js";
import type { Table } from "./table.js";

/**
 * 排名总表: the ranked units, the groups one after the other. `barred`: with a column of bars beside the total,
 * which a streamed workbook can't hold.
 */
export function rankingTable(results: Results, labels: WorkbookLabels, barred: boolean): Table {
  const { system } = results;
  const { columns, words, sheets } = labels;
  return {
    name: sheets.ranking,
    title: `${system.title} · ${sheets.ranking}`,
    columns: [
      { header: columns.rank, width: 6, kind: "count" },
      { header: columns.unit, width: 14, kind: "text" },
      { header: columns.code, width: 9, kind: "centred" },
      { header: columns.group, width: 8, kind: "centred" },
      { header: columns.self, width: 7.5, kind: "points" },
      { header: columns.rule, width: 7.5, kind: "points" },
      { header: columns.total, width: 7.5, kind: "points" },
      ...(barred
        ? [{ header: columns.bar, width: 14, kind: "bar" as const, barTop: Number(system.total) }]
        : []),
      { header: columns.proven, width: 7.5, kind: "points" },
      { header: columns.claimed, width: 7.5, kind: "points" },
      { header: columns.interval, width: 7.5, kind: "centred" },
      { header: columns.rate, width: 8, kind: "share" },
      { header: columns.grade, width: 8, kind: "centred" },
      { header: columns.coverage, width: 8.5, kind: "share" },
      { header: columns.bonus, width: 6.5, kind: "points" },
      { header: columns.deduction, width: 6.5, kind: "points" },
      ...levelOne(system).map(({ title }) => ({ header: title, width: 9, kind: "points" as const })),
      { header: columns.change, width: 12, kind: "text" },
      { header: columns.tied, width: 6, kind: "centred" },
      { header: columns.findings, width: 6, kind: "count" },
      { header: columns.remark, width: 20, kind: "text" },
    ],
    rows: standings(results)
      .filter(({ place }) => place)
      .map(row),
    frozenColumns: 2,
  };

  function row(standing: Standing): CellValue[] {
    const { assessment, findings, group, place } = standing;
    const { unit, total, grade, coverage, bonus, deduction } = assessment;
    return [
      place?.rank ?? words.none,
      unit.name,
      unit.code,
      group || words.none,
      figureOr(total.self, words.none),
      figure(total.rule),
      figure(total.points),
      ...(barred ? [figure(total.points)] : []),
      figure(total.proven),
      figure(total.claimed),
      place ? interval(place) : words.none,
      figure(total.rate),
      grade ?? words.none,
      figure(coverage),
      figure(bonus),
      figure(deduction),
      ...levelOneScores(system, assessment).map((score) =>
        score ? figure(score.points) : words.notApplicable,
      ),
      changeWords(results, standing, labels),
      place?.tied ? words.tied : "",
      findings.length,
      remarkWords(results, standing, labels),
    ];
  }
}
