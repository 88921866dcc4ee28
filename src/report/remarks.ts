import type { WorkbookLabels } from "../messages/workbook-labels.js";
import type { Results } from "../model/results.js";
import { difference } from "./figures.js";
import type { Standing } from "./standings.js";

/** 较上次变化 of a unit: places won or lost, points won or lost. The sign for none where nothing came before. */
export function changeWords({ previous }: Results, standing: Standing, labels: WorkbookLabels): string {
  const { words, sentences } = labels;
  if (!previous) return words.none;
  const { unit, total } = standing.assessment;
  const before = previous.units.find(({ code }) => code === unit.code);
  if (!before) return sentences.newUnit;
  const points = difference(before.total, total.points) ?? "0";
  const ranks = before.rank !== null && standing.place ? before.rank - standing.place.rank : null;
  return sentences.change({ ranks, points: points.startsWith("-") ? points : `+${points}` });
}

/** 备注: the vetoes that came true or are open, the departments that have not handed in. */
export function remarkWords({ system }: Results, { assessment }: Standing, labels: WorkbookLabels): string {
  const { sentences, vetoStatus, about, words } = labels;
  const vetoes = assessment.vetoes.map(({ id, status }) =>
    sentences.fact(vetoStatus[status], system.vetoes.find((veto) => veto.id === id)?.title ?? id),
  );
  const missing = assessment.departments?.missing ?? [];
  const departments =
    missing.length > 0 ? [sentences.fact(about.notHandedIn, missing.join(words.comma))] : [];
  return [...vetoes, ...departments].join(words.semicolon);
}
