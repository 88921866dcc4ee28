import { checkRates } from "../../intake/rates.js";
import type { LedgerValue } from "../../intake/read-ledger.js";
import { Findings } from "../../intake/report.js";
import { factRows } from "../../model/fact-rows.js";
import type { Field, IndicatorSystem } from "../../model/indicator-system.js";
import { gapKey } from "../../model/ledger.js";
import type { AssessmentJson, SystemOutline } from "../../model/results.js";
import type { Answer, Submission } from "../../model/submission.js";
import { same } from "../../model/value.js";
import type { UnitCase } from "../../model/verification.js";
import { fieldsOf, ledgerGaps } from "../../report/ledger-table.js";
import { applyVerification } from "../../verification/apply.js";
import type { Entry } from "./entries.js";

/** The unit with the values and documents of its ledger in the place of what it had handed in. */
export function remedied(
  system: IndicatorSystem,
  outlined: SystemOutline,
  { own, verification }: UnitCase,
  assessment: AssessmentJson,
  entry: Entry,
): UnitCase {
  const documents = documentsByFact(outlined, assessment, entry);
  for (const [fact, { value }] of entry.values) {
    const old = own.answers.get(fact);
    if (old?.status === "value" && same(old.value, value)) entry.values.delete(fact);
  }
  const fields = system.items.flatMap((item) => item.fields);
  dropContradictions(own, fields, entry);
  const answers = new Map(own.answers);
  for (const [fact, { value, raw, source }] of entry.values)
    answers.set(fact, { status: "value", value, raw, source, documents: documentsOf(own.answers.get(fact)) });
  for (const field of fields) supersedePrinted(field, answers, entry);
  for (const [fact, titles] of documents) {
    const answer = answers.get(fact);
    if (answer?.status === "value" || answer?.status === "blank")
      answers.set(fact, { ...answer, documents: [...new Set([...documentsOf(answer), ...titles])] });
  }
  const named = [...entry.rows.values()].flatMap(({ documents: titles, source }) =>
    titles.map((title) => ({ number: title, title, source })),
  );
  const renewed: Submission = { ...own, answers, documents: [...own.documents, ...named] };
  if (!verification) return { own: renewed, verified: renewed };
  // What was said of a value that is no longer there says nothing of the new one.
  const changed = new Set(
    fields.map(factRows).flatMap((rows) => (rows.some((row) => entry.values.has(row)) ? rows : [])),
  );
  const left = {
    ...verification,
    fields: new Map([...verification.fields].filter(([fact]) => !changed.has(fact))),
  };
  return { own: renewed, verification: left, verified: applyVerification(renewed, left) };
}

const documentsOf = (answer: Answer | undefined): readonly string[] =>
  (answer?.status === "value" || answer?.status === "blank" ? answer.documents : undefined) ?? [];

/** The documents named beside a gap back every field that it rests on. */
function documentsByFact(
  outlined: SystemOutline,
  assessment: AssessmentJson,
  { rows }: Entry,
): Map<string, string[]> {
  const documents = new Map<string, string[]>();
  for (const gap of ledgerGaps(assessment)) {
    const titles = rows.get(gapKey(gap))?.documents ?? [];
    if (titles.length === 0) continue;
    for (const fact of fieldsOf(gap, assessment, outlined))
      documents.set(fact, [...(documents.get(fact) ?? []), ...titles]);
  }
  return documents;
}

/** New parts of a rate must agree with each other and with the parts that stay; else all of them are left out. */
function dropContradictions(own: Submission, fields: readonly Field[], entry: Entry): void {
  for (const field of fields) {
    if (field.type !== "rate") continue;
    const changed = factRows(field).filter((row) => entry.values.has(row));
    const [first] = changed;
    const at = first === undefined ? undefined : entry.values.get(first);
    if (!at) continue;
    const answers = new Map(own.answers);
    for (const row of changed) {
      const { value, raw, source } = entry.values.get(row) as LedgerValue;
      answers.set(row, { status: "value", value, raw, source, documents: [] });
    }
    supersedePrinted(field, answers, entry);
    const findings = new Findings(at.source.file);
    checkRates([{ ...at.form, part: "numerator" }], answers, findings);
    const [problem] = findings.all();
    if (!problem) continue;
    const { code, params } = problem;
    const about = { source: at.source, item: field.item, fact: field.fact };
    entry.findings(at.source.file)?.add(code as "E33", params, about);
    for (const row of changed) entry.values.delete(row);
  }
}

/** A printed rate gives way to new parts, unless it is new itself. */
function supersedePrinted(field: Field, answers: Map<string, Answer>, { values }: Entry): void {
  if (field.type !== "rate" || values.has(field.fact)) return;
  const printed = answers.get(field.fact);
  if (printed && factRows(field).some((row) => values.has(row)))
    answers.set(field.fact, { status: "blank", source: printed.source, raw: "" });
}
