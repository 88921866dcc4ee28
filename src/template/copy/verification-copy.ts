import { formRows, SHEETS } from "../../model/form.js";
import type { IndicatorSystem } from "../../model/indicator-system.js";
import type { Submission } from "../../model/submission.js";
import { bytesOf, newBook } from "../book.js";
import { addGuide } from "../guide.js";
import { recordsAmong, recordsTitle } from "../records.js";
import { copyAnswers } from "./answers.js";
import { copyBasics } from "./basics.js";
import { copyDocuments } from "./documents.js";
import { copyGuide } from "./guide.js";
import { copyRecords } from "./records.js";
import { copyRows } from "./rows.js";

export interface CopySources {
  /** SHA-256 of the files that the submission was read from. */
  readonly hashes: readonly string[];
}

/**
 * The assessor's copy of a submission (核查表): all that the unit handed in, locked, with columns for what
 * the assessor finds, and rows for what only assessors supply. The parts of several departments are shown as
 * one. Sheets and headers are those of the template, so that it is read back by the same names.
 *
 * @returns the bytes of an .xlsx file
 */
export async function writeVerificationCopy(
  system: IndicatorSystem,
  submission: Submission,
  { hashes }: CopySources,
): Promise<Uint8Array> {
  const records = recordsAmong(formRows(system));
  const title = (what: string) => `${submission.unit.name} · ${what}核查表`;
  const book = await newBook();
  await addGuide(book, system, copyGuide(system, submission, hashes, { rows: copyRows(system), records }));
  await copyBasics(book, system, submission, title(SHEETS.basics));
  await copyAnswers(book, system, submission, `${system.title} · ${title("")}`);
  await copyDocuments(book, system, submission, title(SHEETS.documents));
  for (const one of records) {
    await copyRecords(book, system, one, submission, title(recordsTitle(one)));
  }
  return bytesOf(book);
}
