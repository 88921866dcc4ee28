import type { Language } from "../../messages/messages.js";
import type { WorkbookLabels } from "../../messages/workbook-labels.js";
import type { AssessmentJson, ItemOutline, Results } from "../../model/results.js";
import { aboutCounts } from "../about-table.js";
import { apartWords } from "../apart-table.js";
import { frameOf } from "../book.js";
import { ClauseWords } from "../clause-words.js";
import { interval } from "../figures.js";
import { labelsIn, pageLabelsIn } from "../languages.js";
import { isShown, levelOne, levelOneTitle } from "../outline.js";
import { changeWords, remarkWords } from "../remarks.js";
import { medians, ratesOf } from "../result-charts.js";
import { type Standing, standings } from "../standings.js";
import type { ItemData, PageData, UnitData } from "./page-data.js";

/** What all pages of report.html need. */
export function makePage(results: Results, language: Language): PageData {
  const labels = labelsIn(language);
  const { system, ranking } = results;
  const all = standings(results);
  const items = system.items.filter(isShown);
  const words = new ClauseWords(system, labels);
  const frame = frameOf(results, labels);
  return {
    language,
    labels: pageLabelsIn(language),
    title: system.title,
    notice: frame.notice,
    identity: frame.identity,
    summary: aboutCounts(results, labels).map(([label, content]) => labels.sentences.fact(label, content)),
    total: system.total,
    places: levelOne(system).map(({ id, title }) => ({ id, title })),
    items: items.map((item) => itemData(item, results, words, labels)),
    groups: [...new Set(all.map(({ group }) => group))].filter((group) => group !== ""),
    grades: system.grades.map(({ name }) => name),
    units: all.map((standing) => unitData(standing, items, results, labels)),
    medians: Object.fromEntries(ranking.groups.map(({ group, ranked }) => [group, medians(results, ranked)])),
    returned: results.inputs
      .filter(({ outcome }) => outcome !== "scored")
      .map(({ file, outcome, findings, reason }) => ({
        file,
        outcome: labels.outcomes[outcome],
        reasons: [...findings.map(({ code, message }) => `${code} ${message}`), ...(reason ? [reason] : [])],
      })),
  };
}

function itemData(
  item: ItemOutline,
  { system }: Results,
  words: ClauseWords,
  labels: WorkbookLabels,
): ItemData {
  const { id, title, kind, points, criterion, basis, responsible, clauses } = item;
  return {
    id,
    title,
    kind: kind === "info" ? "scored" : kind,
    place: levelOneTitle(system, item, labels),
    points,
    criterion,
    basis,
    responsible,
    clauses: clauses.map((clause) => ({ id: clause.id, text: words.clause(clause) })),
  };
}

function unitData(
  standing: Standing,
  items: readonly ItemOutline[],
  results: Results,
  labels: WorkbookLabels,
): UnitData {
  const { assessment, findings, group, place, reason } = standing;
  const { unit, total, grade, coverage } = assessment;
  const reached = new Map(assessment.items.map((item) => [item.id, item]));
  return {
    code: unit.code,
    name: unit.name,
    group,
    rank: place?.rank ?? null,
    interval: place ? interval(place) : "",
    tied: place?.tied ?? false,
    apart: reason ? labels.sentences.fact(labels.apart[reason], apartWords(results, standing, labels)) : "",
    total: total.points,
    ...{ max: total.max, rate: total.rate, proven: total.proven, claimed: total.claimed },
    ...{ self: total.self, rule: total.rule, grade, coverage },
    change: results.previous ? changeWords(results, standing, labels) : "",
    remark: remarkWords(results, standing, labels),
    findings: findings.length,
    rates: ratesOf(results, assessment),
    points: items.map(({ id }) => {
      const item = reached.get(id);
      return item && item.status !== "notApplicable" ? item.points : null;
    }),
    failed: failedClauses(assessment, items),
  };
}

function failedClauses(
  { items: reached }: AssessmentJson,
  items: readonly ItemOutline[],
): UnitData["failed"] {
  const byId = new Map(reached.map((item) => [item.id, item]));
  return Object.fromEntries(
    items.flatMap(({ id }, index) => {
      const lost = (byId.get(id)?.clauses ?? []).filter((clause) => Number(clause.lost) > 0);
      return lost.length > 0 ? [[index, lost.map((clause) => clause.id)] as const] : [];
    }),
  );
}
