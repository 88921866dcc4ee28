import type { WorkbookLabels } from "../messages/workbook-labels.js";
import type { AssessmentJson, Results } from "../model/results.js";
import { figure, percentText } from "./figures.js";
import { type Standing, standings } from "./standings.js";
import type { Table } from "./table.js";

/** Why a unit is not ranked: its disqualifying vetoes, or its coverage. */
export function apartWords(
  results: Results,
  { assessment, reason }: Standing,
  { sentences }: WorkbookLabels,
): string {
  if (reason === "coverage") {
    const minimum = results.system.ranking.minCoverage;
    return sentences.lowCoverage(percentText(assessment.coverage), minimum && percentText(minimum));
  }
  return disqualifying(assessment)
    .map((id) => results.system.vetoes.find((veto) => veto.id === id)?.title ?? id)
    .join("；");
}

const disqualifying = ({ vetoes }: AssessmentJson) =>
  vetoes
    .filter(({ effect, status }) => effect.kind === "disqualify" && status === "applied")
    .map((veto) => veto.id);

/** 不参与排名: scored units that are not ranked, with the reason. */
export function apartTable(results: Results, labels: WorkbookLabels): Table {
  const { columns, sheets, words, apart } = labels;
  return {
    name: sheets.apart,
    title: `${results.system.title} · ${sheets.apart}`,
    columns: [
      { header: columns.unit, width: 24, kind: "text" },
      { header: columns.code, width: 14, kind: "centred" },
      { header: columns.group, width: 12, kind: "centred" },
      { header: columns.total, width: 12, kind: "points" },
      { header: columns.rate, width: 12, kind: "share" },
      { header: columns.coverage, width: 12, kind: "share" },
      { header: columns.reason, width: 16, kind: "centred" },
      { header: columns.message, width: 70, kind: "text" },
    ],
    rows: standings(results).flatMap((standing) => {
      const { assessment, group, reason } = standing;
      if (!reason) return [];
      const { unit, total, coverage } = assessment;
      const figures = [figure(total.points), figure(total.rate), figure(coverage)];
      const why = [apart[reason], apartWords(results, standing, labels)];
      return [[unit.name, unit.code, group || words.none, ...figures, ...why]];
    }),
    frozenColumns: 1,
  };
}
