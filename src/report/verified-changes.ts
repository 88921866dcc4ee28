import type { WorkbookLabels } from "../messages/workbook-labels.js";
import type { ItemResultJson, ItemVerificationJson, SystemOutline } from "../model/results.js";
import { cellList } from "./cell-list.js";
import { GapWords } from "./gap-words.js";

/** One thing that assessors said of an item, in words. */
export interface Change {
  /** The field, the row of records, the judged clause or 核查分. */
  readonly subject: string;
  readonly before: string;
  readonly after: string;
  readonly reason: string;
  readonly by: string;
  readonly date: string;
  /** Cells of the copies. */
  readonly cells: string;
  /** The value was accepted as it is, and nothing was said of it. */
  readonly silent: boolean;
}

/** All that was verified of an item: its rows, then rows of records, judged clauses, 核查分. */
export function changesOf(
  { verification, rule }: ItemResultJson,
  system: SystemOutline,
  labels: WorkbookLabels,
): Change[] {
  if (!verification) return [];
  const { verdicts, words, sentences } = labels;
  const given = new GapWords(system.facts, labels);
  const signed = ({ reason, by, date, sources }: Signed) => ({
    ...{ reason, by, date, cells: cellList(sources, labels) || words.none, silent: false },
  });
  return [
    ...verification.fields.map(
      (field): Change => ({
        subject: given.label(field.fact),
        before: given.given(field.fact, field.reported),
        after: found(field, given, labels),
        ...signed(field),
        silent: field.verdict === "accepted" && field.reason === "",
      }),
    ),
    ...verification.rows.map(
      (one): Change => ({
        subject: sentences.recordRow(given.label(one.fact), `${one.row.sheet}!${one.row.cell}`),
        before: words.none,
        after: verdicts.rejected,
        ...signed(one),
      }),
    ),
    ...verification.judgements.map(
      (one): Change => ({
        subject: sentences.judgement(one.clause),
        before: words.none,
        after: one.points,
        ...signed(one),
      }),
    ),
    ...(verification.score
      ? [
          {
            subject: words.itemScore,
            before: rule,
            after: verification.score.points,
            ...signed(verification.score),
          },
        ]
      : []),
  ];
}

type Signed = Pick<ItemVerificationJson["judgements"][number], "reason" | "by" | "date" | "sources">;

function found(
  { fact, verdict, value }: ItemVerificationJson["fields"][number],
  given: GapWords,
  { verdicts, sentences }: WorkbookLabels,
): string {
  if (verdict === "rejected") return verdicts.rejected;
  const shown = given.given(fact, value);
  return verdict === "accepted" ? sentences.aside(shown, verdicts.accepted) : shown;
}
