import type { Workbook } from "exceljs";
import type { WorkbookLabels } from "../messages/workbook-labels.js";
import type { AssessmentJson, Results } from "../model/results.js";
import { apartWords } from "./apart-table.js";
import type { Painter } from "./charts/painter.js";
import { figure, figureOr, interval } from "./figures.js";
import { levelOne, levelOneScores } from "./outline.js";
import { placePicture, widthOf } from "./pictures.js";
import { unitChart } from "./result-charts.js";
import { type CellValue, closeSheet, heightOf, openSheet, TOP_ROWS, writeRow } from "./sheet.js";
import type { Standing } from "./standings.js";
import { HEADER, type Kind, LABEL, SECTION } from "./styles.js";
import type { Frame } from "./table.js";

const WIDTHS = [14, 44, 12, 12, 18];
const KINDS: readonly Kind[] = ["centred", "text", "points", "points", "share"];

/** 得分概览 of one unit: its figures, its level-1 places beside the middle of its group, its vetoes. */
export function writeOverview(
  book: Workbook,
  results: Results,
  standing: Standing,
  labels: WorkbookLabels,
  frame: Frame,
  painter?: Painter,
): void {
  const { columns, sheets, words } = labels;
  const { unit } = standing.assessment;
  const sheet = openSheet(book, {
    name: sheets.overview,
    title: `${unit.name} · ${sheets.overview}`,
    notice: frame.notice,
    identity: frame.identity,
    footer: frame.footer,
    widths: WIDTHS,
    headerRows: TOP_ROWS,
    paper: "A4 portrait",
  });
  for (const [label, value, kind] of summary(results, standing, labels)) {
    const style = { ...frame.styles[kind], alignment: frame.styles.text.alignment ?? {} };
    writeRow(sheet, [label, value], [LABEL, style], heightOf([label, value], WIDTHS));
  }
  block(sheets.levelOne, [
    columns.item,
    results.system.levels[0] ?? "",
    columns.points,
    columns.max,
    columns.rate,
  ]);
  list(levelOneRows(results, standing.assessment, labels));
  block(columns.veto, [columns.code, columns.veto, columns.status, columns.lost, columns.effect]);
  list(vetoRows(results, standing.assessment, labels), ["centred", "text", "centred", "points", "text"]);
  if (painter) {
    const most = widthOf(WIDTHS);
    const picture = painter.paint(unitChart(results, standing, labels));
    // On a page of its own: cut in two it would say nothing.
    sheet.getRow(sheet.rowCount).addPageBreak();
    placePicture(book, sheet, picture, { row: sheet.rowCount + 1, left: 0, most });
  }
  closeSheet(sheet);

  function block(heading: string, headers: readonly string[]): void {
    writeRow(sheet, [heading], [SECTION], 34);
    writeRow(
      sheet,
      headers,
      headers.map(() => HEADER),
      heightOf(headers, WIDTHS),
    );
  }
  function list(rows: readonly CellValue[][], kinds = KINDS): void {
    const shown = rows.length > 0 ? rows : [[words.none, "", "", "", ""]];
    for (const row of shown) {
      writeRow(
        sheet,
        row,
        kinds.map((kind) => frame.styles[kind]),
        heightOf(row, WIDTHS),
      );
    }
  }
}

type Line = readonly [label: string, value: CellValue, kind: Kind];

function summary(results: Results, standing: Standing, labels: WorkbookLabels): Line[] {
  const { columns, about, words, sentences, apart } = labels;
  const { assessment, findings, group, place, reason } = standing;
  const { unit, total, grade, coverage, bonus, deduction, departments } = assessment;
  const listed = (names: readonly string[]) => names.join(words.comma) || words.none;
  const state = place
    ? sentences.rank(place.rank, place.of, place.tied)
    : sentences.fact(reason ? apart[reason] : words.none, apartWords(results, standing, labels));
  return [
    [columns.unit, unit.name, "text"],
    [columns.code, unit.code, "text"],
    [columns.group, group || words.none, "text"],
    [columns.self, figureOr(total.self, words.none), "points"],
    [columns.rule, figure(total.rule), "points"],
    [about.verifiedTotal, figure(total.points), "points"],
    [columns.proven, figure(total.proven), "points"],
    [columns.claimed, figure(total.claimed), "points"],
    [columns.max, figure(total.max), "points"],
    [columns.rate, figure(total.rate), "share"],
    [about.state, state, "text"],
    [columns.interval, place ? interval(place) : words.none, "text"],
    [columns.grade, grade ?? words.none, "text"],
    [columns.coverage, figure(coverage), "share"],
    [columns.bonus, figure(bonus), "points"],
    [columns.deduction, figure(deduction), "points"],
    [about.gapCount, assessment.gaps.length, "count"],
    [about.findingCount, findings.length, "count"],
    ...(departments
      ? [
          [about.handedIn, listed(departments.handedIn), "text"] as const,
          [about.notHandedIn, listed(departments.missing), "text"] as const,
        ]
      : []),
  ];
}

function levelOneRows(
  { system }: Results,
  assessment: AssessmentJson,
  { words }: WorkbookLabels,
): CellValue[][] {
  const scores = levelOneScores(system, assessment);
  return levelOne(system).map(({ id, title }, index) => {
    const score = scores[index];
    if (!score) return [id, title, words.notApplicable, words.notApplicable, words.notApplicable];
    return [id, title, figure(score.points), figure(score.max), figureOr(score.rate, words.none)];
  });
}

function vetoRows({ system }: Results, { vetoes }: AssessmentJson, labels: WorkbookLabels): CellValue[][] {
  const { sentences, vetoStatus } = labels;
  const effect = (veto: AssessmentJson["vetoes"][number]): string => {
    switch (veto.effect.kind) {
      case "disqualify":
        return sentences.disqualify;
      case "capTotal":
        return sentences.capTotal(veto.effect.capTotal);
      case "capGrade":
        return sentences.capGrade(veto.effect.grade);
      case "zero": {
        const { place } = veto.effect;
        return sentences.zero(
          [...system.nodes, ...system.items].find(({ id }) => id === place)?.title ?? place,
        );
      }
    }
  };
  return vetoes.map((veto) => [
    veto.id,
    system.vetoes.find(({ id }) => id === veto.id)?.title ?? veto.id,
    vetoStatus[veto.status],
    figure(veto.lost),
    effect(veto),
  ]);
}
