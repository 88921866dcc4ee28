import { checkRates } from "../intake/rates.js";
import type { LedgerRow, LedgerValue } from "../intake/read-ledger.js";
import { Findings } from "../intake/report.js";
import { messagesIn } from "../messages/languages.js";
import { factRows } from "../model/fact-rows.js";
import { type Finding, returnsFile } from "../model/finding.js";
import type { Field, IndicatorSystem } from "../model/indicator-system.js";
import { gapKey, type RemedyState } from "../model/ledger.js";
import {
  isZero,
  parseDecimal,
  type Rational,
  sign,
  subtract,
  sum,
  toDecimal,
  ZERO,
} from "../model/rational.js";
import type { RemediedUnit, Remedy, RemedyChange, RemedyLine, Standing } from "../model/remedy.js";
import type { AssessmentJson, GapJson, Results } from "../model/results.js";
import type { Answer, Submission } from "../model/submission.js";
import { same } from "../model/value.js";
import type { UnitCase } from "../model/verification.js";
import { fieldsOf, ledgerGaps } from "../report/ledger-table.js";
import { applyVerification } from "../verification/apply.js";
import type { FoundUnit } from "./assess-units.js";
import { toFindingJson } from "./findings.js";
import { systemOf, unitOf } from "./read-back.js";
import type { ReadLedger } from "./read-ledger-file.js";
import { rescore } from "./rescore.js";

/**
 * What filled-in ledgers win back: every unit scored anew with the values and documents that its ledger
 * gives, and what became of each gap. A new value takes the place of what an assessor had said of the old
 * one; it is the unit's own word until somebody verifies it.
 *
 * @param on the day by which deadlines are judged, `YYYY-MM-DD`
 * @returns the remedy, and the results as they would be
 */
export async function remedy(
  results: Results,
  ledgers: readonly ReadLedger[],
  on: string,
): Promise<{ readonly remedy: Remedy; readonly after: Results }> {
  const system = systemOf(results);
  const messages = messagesIn(results.language);
  const findings = ledgers.map(({ file }) => new Findings(file));
  const entries = new Entries(results, ledgers, findings);
  const units = results.assessments.map((assessment): { found: FoundUnit; entry: Entry | undefined } => {
    const before = unitOf(assessment);
    const entry = entries.of(assessment.unit.code);
    return {
      entry,
      found: entry ? { ...before, unit: remedied(system, before.unit, assessment, entry) } : before,
    };
  });
  const after = await rescore(
    results,
    units.map(({ found }) => found),
  );
  const told = (finding: Finding) => toFindingJson(finding, messages);
  return {
    after,
    remedy: {
      on,
      files: ledgers.map(({ file, sha256, findings: own }, index) => ({
        file,
        sha256,
        outcome: own.some(returnsFile) ? "returned" : "used",
        findings: [...own, ...(findings[index]?.all() ?? [])].map(told),
      })),
      units: results.assessments.flatMap((assessment, index): RemediedUnit[] => {
        const entry = units[index]?.entry;
        const now = after.assessments.find(({ unit }) => unit.code === assessment.unit.code);
        return entry && now ? [describe(system, results, after, assessment, now, entry, on)] : [];
      }),
    },
  };
}

/** What the ledgers say of one unit. */
interface Entry {
  /** By `gapKey`. */
  readonly rows: ReadonlyMap<string, LedgerRow>;
  /** By the fact of the row of the form; what contradicts itself is taken out. */
  readonly values: Map<string, LedgerValue>;
  /** Findings of the file that a place lies in. */
  readonly findings: (file: string) => Findings | undefined;
}

/** The rows of all ledgers by unit; what belongs to no unit or gap, or says a thing twice, is told. */
class Entries {
  private readonly entries = new Map<
    string,
    { rows: Map<string, LedgerRow>; values: Map<string, LedgerValue> }
  >();

  constructor(
    private readonly results: Results,
    ledgers: readonly ReadLedger[],
    private readonly findings: readonly Findings[],
  ) {
    this.files = ledgers.map(({ file }) => file);
    const gaps = new Map(
      results.assessments.map((assessment) => [
        assessment.unit.code,
        new Set(ledgerGaps(assessment).map(gapKey)),
      ]),
    );
    for (const { rows, values } of ledgers) {
      for (const row of rows) {
        if (!this.knows(row.code, row)) continue;
        if (gaps.get(row.code)?.has(row.gap)) this.put(this.entry(row.code).rows, row.gap, row, row.gap);
        else this.tell(row, "E37", { why: "ledger-gap", found: row.gap });
      }
      for (const value of values)
        if (this.knows(value.code, value))
          this.put(this.entry(value.code).values, value.form.fact ?? "", value, value.form.label);
    }
  }

  private readonly files: readonly string[];

  of(code: string): Entry | undefined {
    const entry = this.entries.get(code);
    return entry && { ...entry, findings: (file) => this.findings[this.files.indexOf(file)] };
  }

  private entry(code: string) {
    const known = this.entries.get(code);
    if (known) return known;
    const entry = { rows: new Map<string, LedgerRow>(), values: new Map<string, LedgerValue>() };
    this.entries.set(code, entry);
    return entry;
  }

  private knows(code: string, place: Pick<LedgerRow, "source">): boolean {
    const isKnown = this.results.assessments.some(({ unit }) => unit.code === code);
    if (!isKnown) this.tell(place, "E37", { why: "ledger-unit", found: code });
    return isKnown;
  }

  /** Of two ledgers that say something of the same thing the first counts. */
  private put<T extends Pick<LedgerRow, "source">>(
    map: Map<string, T>,
    key: string,
    one: T,
    label: string,
  ): void {
    const before = map.get(key)?.source;
    if (!before) map.set(key, one);
    else this.tell(one, "E38", { label, other: `${before.file} ${before.sheet}!${before.cell}` });
  }

  private tell(
    { source }: Pick<LedgerRow, "source">,
    code: "E37" | "E38",
    params: Readonly<Record<string, string>>,
  ): void {
    this.findings[this.files.indexOf(source.file)]?.add(code, params, { source });
  }
}

/** The unit with the values and documents of its ledger in the place of what it had handed in. */
function remedied(
  system: IndicatorSystem,
  { own, verification }: UnitCase,
  assessment: AssessmentJson,
  entry: Entry,
): UnitCase {
  const documents = documentsByFact(assessment, entry);
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
function documentsByFact(assessment: AssessmentJson, { rows }: Entry): Map<string, string[]> {
  const documents = new Map<string, string[]>();
  for (const gap of ledgerGaps(assessment)) {
    const titles = rows.get(gapKey(gap))?.documents ?? [];
    if (titles.length === 0) continue;
    for (const fact of fieldsOf(gap, assessment))
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

function describe(
  system: IndicatorSystem,
  results: Results,
  after: Results,
  before: AssessmentJson,
  now: AssessmentJson,
  entry: Entry,
  on: string,
): RemediedUnit {
  const { code, name } = before.unit;
  const places = placesOf(system);
  const known = new Set(before.gaps.map(places));
  const leftAt = (gap: GapJson) =>
    sum(now.gaps.filter((one) => places(one) === places(gap)).map(({ lostTotal }) => figure(lostTotal)));
  return {
    code,
    name,
    before: standingOf(results, before),
    after: standingOf(after, now),
    lines: ledgerGaps(before).map((gap, index) =>
      lineOf(gap, index + 1, leftAt(gap), before, now, entry, on),
    ),
    appeared: now.gaps.filter((gap) => !known.has(places(gap))),
  };
}

/** Where a gap stands: its clause, or of alternatives all of them, since each speaks for the others. */
function placesOf(system: IndicatorSystem): (gap: GapJson) => string {
  const groups = new Map<string, string>(
    system.items.flatMap(({ id, clauses }) =>
      clauses.flatMap(({ id: clause, oneOf }) =>
        oneOf === undefined ? [] : [[`${id}#${clause}`, `${id}|${oneOf}`] as const],
      ),
    ),
  );
  return (gap) => groups.get(gapKey(gap)) ?? gapKey(gap);
}

const figure = (decimal: string): Rational => parseDecimal(decimal) ?? ZERO;

function standingOf({ ranking }: Results, { unit, total, grade }: AssessmentJson): Standing {
  const line = ranking.groups.flatMap(({ ranked }) => ranked).find(({ code }) => code === unit.code);
  return { total: total.points, rank: line?.rank ?? null, grade };
}

function lineOf(
  gap: GapJson,
  number: number,
  left: Rational,
  before: AssessmentJson,
  now: AssessmentJson,
  entry: Entry,
  on: string,
): RemedyLine {
  const row = entry.rows.get(gapKey(gap));
  const changes = fieldsOf(gap, before).flatMap((fact): RemedyChange[] => {
    const value = entry.values.get(fact);
    const from = before.evidence.answers[fact]?.raw ?? "";
    return value ? [{ fact, from, to: value.raw, source: value.source }] : [];
  });
  const { measure = "", person = "", deadline = null, done = "", documents = [] } = row ?? {};
  const wonBack = subtract(figure(gap.lostTotal), left);
  const isGone = !now.gaps.some((one) => gapKey(one) === gapKey(gap));
  const state = stateOf({
    isWon: isGone && isZero(left),
    isPartly: sign(wonBack) > 0,
    isChanged: changes.length + documents.length > 0,
    isDone: saysDone(done),
    isJudged:
      gap.kind === "judged" ||
      now.items.some(({ id, verification }) => id === gap.item && verification?.score),
  });
  const isLate = deadline !== null && deadline < on && state !== "won" && state !== "waiting";
  return {
    ...{ number, gap, state, measure, person, deadline, done, documents, changes },
    wonBack: toDecimal(wonBack),
    left: toDecimal(left),
    overdue: isLate,
  };
}

function stateOf(
  is: Readonly<Record<"isWon" | "isPartly" | "isChanged" | "isDone" | "isJudged", boolean>>,
): RemedyState {
  if (is.isWon) return "won";
  if (is.isPartly) return "partly";
  if (is.isJudged) return is.isDone || is.isChanged ? "waiting" : "open";
  if (is.isChanged) return "short";
  return is.isDone ? "claimed" : "open";
}

const DONE = /完成|办结|落实|到位|^(?:是|√|✓|100%)$|^(?:done|yes|completed?)\b/i;
const NOT_DONE = /未|没|部分|正在|尚|推进|计划|拟|not|partly/i;

/** 完成情况 is free text: only what clearly says so counts as done. */
const saysDone = (text: string): boolean => DONE.test(text) && !NOT_DONE.test(text);
