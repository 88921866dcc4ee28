import type { PageLabels } from "../../messages/page-labels.js";
import type { WorkbookLabels } from "../../messages/workbook-labels.js";
import type { AssessmentJson, ItemResultJson, Results } from "../../model/results.js";
import { cellList } from "../cell-list.js";
import type { Step } from "../charts/waterfall.js";
import { difference } from "../figures.js";
import { subjectOf } from "../gap-table.js";
import { GapWords } from "../gap-words.js";
import { levelOne, levelOneScores } from "../outline.js";
import type { Standing } from "../standings.js";
import { changesOf } from "../verified-changes.js";
import type { FactDetail, GapDetail, ItemDetail, UnitDetail } from "./page-data.js";

type FactUse = ItemResultJson["clauses"][number]["facts"][number];

/** Turns what is known of one unit into what its page shows; made once for all units. */
export class UnitDetails {
  private readonly words: GapWords;

  constructor(
    private readonly results: Results,
    private readonly labels: WorkbookLabels,
    private readonly page: PageLabels,
  ) {
    this.words = new GapWords(results.system.facts, labels);
  }

  of({ assessment, findings }: Standing): UnitDetail {
    const { system } = this.results;
    const { vetoStatus, words } = this.labels;
    const items = new Map(assessment.items.map((item) => [item.id, item]));
    return {
      steps: this.steps(assessment),
      places: levelOneScores(system, assessment).map(
        (score) => score && { self: score.self, rule: score.rule, points: score.points, max: score.max },
      ),
      bonus: assessment.bonus,
      deduction: assessment.deduction,
      vetoes: assessment.vetoes.map(({ id, status, lost }) => ({
        title: system.vetoes.find((veto) => veto.id === id)?.title ?? id,
        status: vetoStatus[status],
        lost,
      })),
      items: system.items
        .filter(({ kind }) => kind !== "info")
        .flatMap(({ id }) => {
          const item = items.get(id);
          return item ? [this.item(item)] : [];
        }),
      gaps: assessment.gaps.map((gap) => this.gap(gap)),
      findings: findings.map(({ code, sheet, cell, message }) => ({
        code,
        place: [sheet, cell].filter(Boolean).join("!") || words.none,
        message,
      })),
      files: assessment.files,
    };
  }

  /** From the self-score, or the maximum where there is none, to the rule score and on to the verified one. */
  private steps(assessment: AssessmentJson): Step[] {
    const { total } = assessment;
    const { steps } = this.page;
    const places = levelOne(this.results.system).map(({ title }) => title);
    const scores = levelOneScores(this.results.system, assessment);
    const hasSelf = total.self !== null && scores.every((score) => !score || score.self !== null);
    const way = (from: (index: number) => string | null, to: (index: number) => string | null) =>
      places.map((title, index) => ({ title, change: difference(from(index), to(index)) ?? "0" }));
    const first = way(
      (index) => (hasSelf ? (scores[index]?.self ?? null) : (scores[index]?.max ?? null)),
      (index) => scores[index]?.rule ?? null,
    );
    const second = way(
      (index) => scores[index]?.rule ?? null,
      (index) => scores[index]?.points ?? null,
    );
    const start = hasSelf ? (total.self ?? "0") : total.max;
    return [
      { label: hasSelf ? steps.self : steps.max, kind: "sum", value: start },
      ...changes(first, difference(start, total.rule) ?? "0", steps.rest),
      { label: steps.rule, kind: "sum", value: total.rule },
      ...changes(second, difference(total.rule, total.points) ?? "0", steps.rest),
      { label: steps.verified, kind: "sum", value: total.points },
    ];
  }

  private item(item: ItemResultJson): ItemDetail {
    const { status, points, max, self, rule, proven, claimed, clauses, notApplicable } = item;
    const uses = [...(notApplicable?.facts ?? []), ...clauses.flatMap(({ facts }) => facts)];
    const changes = changesOf(item, this.results.system, this.labels).filter(({ silent }) => !silent);
    return {
      ...{ status, points, max, self, rule, proven, claimed },
      notApplicable: notApplicable?.reason ?? "",
      clauses: clauses.map(({ id, outcome, superseded, amount, lost }) => ({
        id,
        outcome: superseded ? "superseded" : outcome,
        amount,
        lost,
      })),
      facts: [...new Map(uses.map((use) => [use.fact, use])).values()].map((use) => this.fact(use)),
      verification: changes.map(({ subject, before, after, reason, by, date, cells }) =>
        [`${subject}：${before} → ${after}`, reason, by, date, cells].filter(Boolean).join(" · "),
      ),
    };
  }

  private fact(use: FactUse): FactDetail {
    return {
      text: this.words.fact(use),
      cells: cellList(use.sources, this.labels) || this.labels.words.none,
    };
  }

  private gap(gap: AssessmentJson["gaps"][number]): GapDetail {
    const { none, comma } = this.labels.words;
    const { id, title } = subjectOf(gap, this.results.system);
    return {
      item: id,
      title,
      clause: gap.clause ?? none,
      kind: this.labels.gapKinds[gap.kind],
      lost: gap.lost,
      lostTotal: gap.lostTotal,
      message: gap.message,
      required: this.words.required(gap),
      steps: this.words.steps(gap),
      cells: this.words.sources(gap),
      remedy: gap.remedy ?? none,
      responsible: gap.responsible.join(comma) || none,
    };
  }
}

/** The changes of the places, and what is left of the whole change. */
function changes(
  places: readonly { readonly title: string; readonly change: string }[],
  whole: string,
  rest: string,
): Step[] {
  const told = places.filter(({ change }) => Number(change) !== 0);
  let left = whole;
  for (const { change } of told) left = difference(change, left) ?? left;
  const remainder = Number(left) === 0 ? [] : [{ title: rest, change: left }];
  return [...told, ...remainder].map(({ title, change }) => ({
    label: title,
    kind: "change",
    value: change.startsWith("-") ? change : `+${change}`,
  }));
}
