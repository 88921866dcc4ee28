import type { WorkbookLabels } from "../messages/workbook-labels.js";
import { parseExact, toDecimal } from "../model/rational.js";
import type { DisagreementJson, FoundJson, Results, SystemOutline } from "../model/results.js";
import { cellList } from "./cell-list.js";
import { GapWords } from "./gap-words.js";
import { standings } from "./standings.js";
import type { Table } from "./table.js";

/** A disagreement of the panel in words. */
export interface Divergence {
  readonly subject: string;
  /** Who found what, and where it is written. */
  readonly votes: readonly string[];
  readonly taken: string;
}

export function divergenceOf(
  { fact, clause, row, votes, taken }: DisagreementJson,
  system: SystemOutline,
  labels: WorkbookLabels,
): Divergence {
  const { words, sentences } = labels;
  const given = new GapWords(system.facts, labels);
  const inWords = (found: FoundJson): string => foundInWords(found, fact ?? "", given, labels);
  const subject =
    fact !== undefined
      ? row
        ? sentences.recordRow(given.label(fact), `${row.sheet}!${row.cell}`)
        : given.label(fact)
      : clause !== undefined
        ? sentences.judgement(clause)
        : words.itemScore;
  return {
    subject,
    votes: votes.map(({ file, by, found, sources }) =>
      sentences.vote({
        by: by || file,
        found: inWords(found),
        cells: cellList(sources, labels) || file,
      }),
    ),
    taken: taken ? inWords(taken) : words.ownStays,
  };
}

function foundInWords(found: FoundJson, fact: string, given: GapWords, { verdicts }: WorkbookLabels): string {
  if ("verdict" in found) return verdicts[found.verdict];
  if ("points" in found) return toDecimal(parseExact(found.points));
  const { value } = found;
  if ("number" in value) return given.value(fact, toDecimal(parseExact(value.number)));
  return given.value(fact, "boolean" in value ? value.boolean : "date" in value ? value.date : value.text);
}

/** 评委分歧: where the members of a panel found different things, and what was made of it. */
export function disagreementTable(results: Results, labels: WorkbookLabels): Table {
  const { system } = results;
  const { columns, sheets } = labels;
  const titles = new Map(system.items.map(({ id, title }) => [id, title]));
  return {
    name: sheets.disagreements,
    title: `${system.title} · ${sheets.disagreements}`,
    columns: [
      { header: columns.unit, width: 20, kind: "text" },
      { header: columns.code, width: 12, kind: "centred" },
      { header: columns.item, width: 10, kind: "centred" },
      { header: columns.title, width: 36, kind: "text" },
      { header: columns.subject, width: 34, kind: "text" },
      { header: columns.votes, width: 64, kind: "text" },
      { header: columns.taken, width: 24, kind: "text" },
    ],
    rows: standings(results).flatMap(({ assessment: { unit, disagreements = [] } }) =>
      disagreements.map((one) => {
        const { subject, votes, taken } = divergenceOf(one, system, labels);
        const item = [one.item, titles.get(one.item) ?? one.item];
        return [unit.name, unit.code, ...item, subject, votes.join("\n"), taken];
      }),
    ),
    frozenColumns: 1,
  };
}
