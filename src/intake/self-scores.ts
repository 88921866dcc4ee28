import { compare, sign, toDecimal } from "../model/rational.js";
import type { Source } from "../model/source.js";
import type { SelfScore } from "../model/submission.js";
import { type AnswerSheet, sheetOf } from "./answers.js";
import { textOf } from "./grid.js";
import type { MatchedRow } from "./match-rows.js";
import { readNumber } from "./numbers.js";
import { isRefused, quoted } from "./refused.js";
import { trimmed } from "./text.js";

/** 自评分 stands on one row of an item; two are not added up by guessing. */
export function readSelfScores(sheet: AnswerSheet, rows: readonly MatchedRow[]): Map<string, SelfScore> {
  const { findings } = sheet;
  const scores = new Map<string, SelfScore>();
  const seen = new Map<string, Source>();
  for (const matched of rows) {
    const { row, form, contradictory } = matched;
    const { grid, columns } = sheetOf(sheet, matched);
    const cell = grid.cell(row, columns.self);
    if (contradictory || columns.self === undefined || !cell || trimmed(textOf(cell)) === "") continue;
    const source = grid.source(row, columns.self);
    const { item } = form;
    const before = seen.get(item.id);
    seen.set(item.id, before ?? source);
    if (before) {
      findings.add("E38", { label: "自评分", other: before.cell }, { source, item: item.id });
      scores.delete(item.id);
      continue;
    }
    const points = cell.kind === "error" ? undefined : readNumber(cell, "分", sheet.date1904);
    if (!points || isRefused(points)) {
      const params = points ? points.params : { found: quoted(textOf(cell)), reason: "text" };
      findings.add("E19", { label: "自评分", ...params }, { source, item: item.id });
      continue;
    }
    if (
      item.kind !== "info" &&
      (compare(points, item.points) > 0 || (sign(points) < 0 && item.kind === "bonus"))
    ) {
      findings.add(
        "W04",
        { found: toDecimal(points), points: toDecimal(item.points) },
        { source, item: item.id },
      );
    }
    scores.set(item.id, { points, source });
  }
  return scores;
}
