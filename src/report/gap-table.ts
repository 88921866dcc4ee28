import type { WorkbookLabels } from "../messages/workbook-labels.js";
import type { AssessmentJson, GapJson, Results, SystemOutline } from "../model/results.js";
import { figure } from "./figures.js";
import { GapWords } from "./gap-words.js";
import { levelOneTitle } from "./outline.js";
import type { CellValue } from "./sheet.js";
import { standings } from "./standings.js";
import type { Column, Table } from "./table.js";

/** What a gap is about: its item, or the veto. */
export function subjectOf(gap: GapJson, system: SystemOutline) {
  const item = system.items.find(({ id }) => id === gap.item);
  const veto = system.vetoes.find(({ id }) => id === gap.veto);
  return { item, id: gap.item ?? gap.veto ?? "", title: item?.title ?? veto?.title ?? "" };
}

/** 核查意见 on what an assessor took off, each once. */
export function opinionsOn({ kind, item, clause, actual }: GapJson, { items }: AssessmentJson): string[] {
  const verification = items.find(({ id }) => id === item)?.verification;
  if (!verification || (kind !== "judged" && kind !== "rejected")) return [];
  const { fields, rows, judgements, score } = verification;
  const facts = new Set(actual.map(({ fact }) => fact));
  const said =
    kind === "rejected"
      ? [...fields, ...rows].filter(({ fact }) => facts.has(fact))
      : clause === undefined
        ? [...(score ? [score] : [])]
        : judgements.filter((one) => one.clause === clause);
  return [...new Set(said.map(({ reason }) => reason).filter((reason) => reason !== ""))];
}

function gapColumns({ columns }: WorkbookLabels, system: SystemOutline): Column[] {
  return [
    { header: columns.number, width: 6, kind: "count" },
    { header: columns.item, width: 10, kind: "centred" },
    { header: columns.title, width: 20, kind: "text" },
    { header: system.levels[0] ?? "", width: 14, kind: "text" },
    { header: columns.clause, width: 7, kind: "centred" },
    { header: columns.kind, width: 10, kind: "centred" },
    { header: columns.lost, width: 9, kind: "exact" },
    { header: columns.lostTotal, width: 9, kind: "exact" },
    { header: columns.actual, width: 30, kind: "text" },
    { header: columns.required, width: 24, kind: "text" },
    { header: columns.steps, width: 18, kind: "text" },
    { header: columns.sources, width: 26, kind: "text" },
    { header: columns.remedy, width: 28, kind: "text" },
    { header: columns.responsible, width: 12, kind: "text" },
  ];
}

/** The gaps of one unit, in the order of the results: what wins back most comes first. */
function gapRows(system: SystemOutline, assessment: AssessmentJson, labels: WorkbookLabels): CellValue[][] {
  const words = new GapWords(system.facts, labels);
  const { none } = labels.words;
  return assessment.gaps.map((gap, index) => {
    const { item, id, title } = subjectOf(gap, system);
    return [
      index + 1,
      id,
      title,
      item ? levelOneTitle(system, item, labels) : none,
      gap.clause ?? none,
      labels.gapKinds[gap.kind],
      figure(gap.lost),
      figure(gap.lostTotal),
      [words.actual(gap), ...opinionsOn(gap, assessment)].join("\n"),
      words.required(gap),
      words.steps(gap),
      words.sources(gap),
      gap.remedy ?? none,
      gap.responsible.join("、") || none,
    ];
  });
}

/** 差距清单 of one unit. */
export function gapTable(system: SystemOutline, assessment: AssessmentJson, labels: WorkbookLabels): Table {
  return {
    name: labels.sheets.gaps,
    title: `${assessment.unit.name} · ${labels.sheets.gaps}`,
    columns: gapColumns(labels, system),
    rows: gapRows(system, assessment, labels),
    frozenColumns: 3,
  };
}

/** 差距清单 of all units, in the order of the ranking. */
export function allGapsTable(results: Results, labels: WorkbookLabels): Table {
  const { system } = results;
  const { columns, words, sheets } = labels;
  return {
    name: sheets.gaps,
    title: `${system.title} · ${sheets.gaps}`,
    columns: [
      { header: columns.unit, width: 14, kind: "text" },
      { header: columns.code, width: 11, kind: "centred" },
      { header: columns.group, width: 9, kind: "centred" },
      { header: columns.rank, width: 6, kind: "count" },
      ...gapColumns(labels, system),
    ],
    rows: rows(),
    frozenColumns: 1,
  };

  function* rows(): Iterable<CellValue[]> {
    for (const { assessment, group, place } of standings(results)) {
      const { unit } = assessment;
      const unitCells = [unit.name, unit.code, group || words.none, place?.rank ?? words.none];
      for (const row of gapRows(system, assessment, labels)) yield [...unitCells, ...row];
    }
  }
}
