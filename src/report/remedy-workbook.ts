import type { WorkbookLabels } from "../messages/workbook-labels.js";
import { REMEDY_STATES, type RemedyState } from "../model/ledger.js";
import type { RemediedUnit, Remedy, RemedyLine, Standing } from "../model/remedy.js";
import type { Results, SystemOutline } from "../model/results.js";
import { bytesOf, frameOf, newBook } from "./book.js";
import { difference, figure, figureOr } from "./figures.js";
import { subjectOf } from "./gap-table.js";
import { GapWords } from "./gap-words.js";
import { labelsIn } from "./languages.js";
import type { CellValue } from "./sheet.js";
import { type Column, type Table, writeTable } from "./table.js";

/**
 * 整改复核: what filled-in ledgers won back, gap by gap: 整改总览, 整改清单, 台账问题.
 *
 * @returns the bytes of an .xlsx file
 */
export async function writeRemedyWorkbook(results: Results, remedy: Remedy): Promise<Uint8Array> {
  const labels = labelsIn(results.language);
  const frame = frameOf(results, labels);
  const book = await newBook(results, labels.sheets.remedyList);
  writeTable(book, overviewTable(results, remedy, labels), frame);
  writeTable(book, listTable(results.system, remedy, labels), frame);
  writeTable(book, findingsTable(results.system, remedy, labels), frame);
  return bytesOf(book);
}

/** How many gaps of a unit came to what, and how many are overdue. */
export function countStates(lines: readonly RemedyLine[]): Record<RemedyState | "overdue", number> {
  const counts = Object.fromEntries(
    REMEDY_STATES.map((state) => [state, lines.filter((line) => line.state === state).length]),
  ) as Record<RemedyState, number>;
  return { ...counts, overdue: lines.filter(({ overdue }) => overdue).length };
}

function overviewTable({ system }: Results, { units, on }: Remedy, labels: WorkbookLabels): Table {
  const { columns, sheets, remedyStates, words } = labels;
  return {
    name: sheets.remedyOverview,
    title: `${system.title} · ${sheets.remedyOverview}（${on}）`,
    columns: [
      { header: columns.unit, width: 16, kind: "text" },
      { header: columns.code, width: 11, kind: "centred" },
      { header: columns.totalBefore, width: 11, kind: "points" },
      { header: columns.totalAfter, width: 11, kind: "points" },
      { header: columns.wonBack, width: 10, kind: "signed" },
      { header: columns.rankChange, width: 12, kind: "centred" },
      ...REMEDY_STATES.map((state): Column => ({ header: remedyStates[state], width: 11, kind: "count" })),
      { header: columns.overdue, width: 8, kind: "count" },
    ],
    rows: units.map(({ name, code, before, after, lines }) => {
      const counts = countStates(lines);
      return [
        name,
        code,
        figure(before.total),
        figure(after.total),
        figureOr(difference(before.total, after.total), words.none),
        moved(before, after, words.none),
        ...REMEDY_STATES.map((state) => counts[state]),
        counts.overdue,
      ];
    }),
    frozenColumns: 1,
  };
}

/** `5 → 3`; one figure where nothing changed. */
function moved(before: Standing, after: Standing, none: string): string {
  const [was, is] = [before, after].map(({ rank }) => (rank === null ? none : String(rank)));
  return was === is ? (is ?? none) : `${was} → ${is}`;
}

function listTable(system: SystemOutline, { units, on }: Remedy, labels: WorkbookLabels): Table {
  const { columns, sheets } = labels;
  return {
    name: sheets.remedyList,
    title: `${system.title} · ${sheets.remedyList}（${on}）`,
    columns: [
      { header: columns.unit, width: 14, kind: "text" },
      { header: columns.number, width: 6, kind: "count" },
      { header: columns.item, width: 10, kind: "centred" },
      { header: columns.title, width: 22, kind: "text" },
      { header: columns.problem, width: 36, kind: "text" },
      { header: columns.required, width: 26, kind: "text" },
      { header: columns.newValue, width: 30, kind: "text" },
      { header: columns.documents, width: 22, kind: "text" },
      { header: columns.recoverable, width: 10, kind: "exact" },
      { header: columns.wonBack, width: 9, kind: "exact" },
      { header: columns.left, width: 9, kind: "exact" },
      { header: columns.remedyState, width: 14, kind: "centred" },
      { header: columns.deadline, width: 12, kind: "centred" },
      { header: columns.overdue, width: 7, kind: "centred" },
      { header: columns.responsible, width: 16, kind: "text" },
      { header: columns.person, width: 10, kind: "centred" },
      { header: columns.done, width: 14, kind: "text" },
    ],
    rows: rows(),
    frozenColumns: 4,
  };

  function* rows(): Iterable<CellValue[]> {
    for (const unit of units) for (const line of unit.lines) yield listRow(system, unit, line, labels);
  }
}

function listRow(
  system: SystemOutline,
  { name }: RemediedUnit,
  line: RemedyLine,
  labels: WorkbookLabels,
): CellValue[] {
  const { gap, state } = line;
  const { id, title } = subjectOf(gap, system);
  const words = new GapWords(system.facts, labels);
  return [
    name,
    line.number,
    id,
    title,
    gap.message,
    words.required(gap),
    changesInWords(line, words, labels),
    line.documents.join("\n"),
    figure(gap.lostTotal),
    figure(line.wonBack),
    figure(line.left),
    labels.remedyStates[state],
    line.deadline ?? "",
    line.overdue ? labels.words.yes : "",
    gap.responsible.join("、"),
    line.person,
    line.done,
  ];
}

/** Every new value on a line: which field, from what to what, and in which cell it stands. */
export function changesInWords(
  { changes }: Pick<RemedyLine, "changes">,
  words: GapWords,
  { words: { none } }: WorkbookLabels,
  between = "\n",
): string {
  return changes
    .map(
      ({ fact, from, to, source }) =>
        `${words.label(fact)} ${from || none} → ${to}（${source.sheet}!${source.cell}）`,
    )
    .join(between);
}

function findingsTable(system: SystemOutline, { files }: Remedy, labels: WorkbookLabels): Table {
  const { columns, sheets, outcomes, words } = labels;
  return {
    name: sheets.ledgerFindings,
    title: `${system.title} · ${sheets.ledgerFindings}`,
    columns: [
      { header: columns.file, width: 36, kind: "text" },
      { header: columns.outcome, width: 10, kind: "centred" },
      { header: columns.findingCode, width: 8, kind: "centred" },
      { header: columns.place, width: 18, kind: "text" },
      { header: columns.message, width: 90, kind: "text" },
    ],
    rows: files.flatMap(({ file, outcome, findings }) =>
      findings.map(({ code, sheet = "", cell, message }) => [
        file,
        outcome === "returned" ? outcomes.returned : words.none,
        code,
        cell === undefined ? sheet : `${sheet}!${cell}`,
        message,
      ]),
    ),
  };
}
