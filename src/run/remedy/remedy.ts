import { Findings } from "../../intake/report.js";
import { messagesIn } from "../../messages/languages.js";
import { type Finding, returnsFile } from "../../model/finding.js";
import type { IndicatorSystem } from "../../model/indicator-system.js";
import { gapKey, type RemedyState } from "../../model/ledger.js";
import {
  isZero,
  parseDecimal,
  type Rational,
  sign,
  subtract,
  sum,
  toDecimal,
  ZERO,
} from "../../model/rational.js";
import type { RemediedUnit, Remedy, RemedyChange, RemedyLine, Standing } from "../../model/remedy.js";
import type { AssessmentJson, GapJson, Results, SystemOutline } from "../../model/results.js";
import { fieldsOf, ledgerGaps } from "../../report/ledger-table.js";
import type { FoundUnit } from "../assess-units.js";
import { toFindingJson } from "../findings.js";
import { systemOf, unitOf } from "../read-back.js";
import { rescore } from "../rescore.js";
import { remedied } from "./apply-ledger.js";
import { Entries, type Entry } from "./entries.js";
import type { ReadLedger } from "./read-ledger-file.js";

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
  // Asked before values that change nothing are taken out.
  const used = new Set(ledgers.map(({ file }) => file).filter((file) => entries.uses(file)));
  const units = results.assessments.map((assessment): { found: FoundUnit; entry: Entry | undefined } => {
    const before = unitOf(assessment);
    const entry = entries.of(assessment.unit.code);
    return {
      entry,
      found: entry
        ? { ...before, unit: remedied(system, results.system, before.unit, assessment, entry) }
        : before,
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
        outcome: own.some(returnsFile) || !used.has(file) ? "returned" : "used",
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
      lineOf(results.system, gap, index + 1, leftAt(gap), before, now, entry, on),
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
  outlined: SystemOutline,
  gap: GapJson,
  number: number,
  left: Rational,
  before: AssessmentJson,
  now: AssessmentJson,
  entry: Entry,
  on: string,
): RemedyLine {
  const row = entry.rows.get(gapKey(gap));
  const changes = fieldsOf(gap, before, outlined).flatMap((fact): RemedyChange[] => {
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
    resubmit: state !== "won" && gap.actual.some(({ fact }) => Object.hasOwn(before.evidence.records, fact)),
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
