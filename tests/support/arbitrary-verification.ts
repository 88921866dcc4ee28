import fc from "fast-check";
import { assessorRows, type FormRow, formRows } from "../../src/model/form.js";
import { type IndicatorSystem, isJudged, judgementKey } from "../../src/model/indicator-system.js";
import { toDecimal } from "../../src/model/rational.js";
import { wholeOf } from "./arbitrary-amount.js";
import { runs } from "./arbitrary-assessment.js";
import { choice, pick } from "./arbitrary-condition.js";
import type { Written, WrittenItem } from "./arbitrary-item.js";
import { writtenSystem } from "./arbitrary-system.js";
import { unitOf, unitSeed, written } from "./arbitrary-unit.js";
import { type CaseUnit, systemOf } from "./case.js";
import type { CaseVerification } from "./case-verification.js";

type WrittenClause = NonNullable<WrittenItem["clauses"]>[number];

/** One figure for every place at which something may be left to others. */
export const figures = fc.array(choice, { minLength: 7, maxLength: 13 });

/**
 * Systems of which others supply some fields and judge some clauses, each up to the whole of what it was,
 * so that the lint finds as many points as before.
 */
export const openSystem: fc.Arbitrary<Written> = fc
  .tuple(writtenSystem, figures)
  .map(([document, drawn]) => opened(document, drawn));

export function opened(document: Written, drawn: readonly number[]): Written {
  let at = 0;
  const every = (share: number) => pick(drawn, at++) % share === 0;
  const items = (document.items as WrittenItem[]).map((item): WrittenItem => {
    const worth = item.points ?? item.max ?? 0;
    return {
      ...item,
      evidence: item.evidence?.map((field) =>
        field.type !== "records" && every(4) ? { ...field, by: "third-party" as const, documents: 0 } : field,
      ),
      clauses: item.clauses?.map((clause) => (every(3) ? judged(clause, worth) : clause)),
    };
  });
  return { ...document, items };
}

function judged(clause: WrittenClause, worth: number): WrittenClause {
  const { award, deduct } = clause;
  if (award !== undefined) return { ...clause, award: { judge: { min: 0, max: wholeOf(award, worth) } } };
  if (deduct !== undefined) return { ...clause, deduct: { judge: { min: 0, max: wholeOf(deduct, worth) } } };
  return clause;
}

/** A unit that others supplied some facts about, and that was verified in part. */
export interface VerifiedDrawn {
  readonly system: IndicatorSystem;
  readonly unit: CaseUnit & { readonly verification: CaseVerification };
}

export const verifiedDrawn: fc.Arbitrary<readonly VerifiedDrawn[]> = fc
  .tuple(openSystem, fc.array(fc.tuple(unitSeed, figures), { minLength: 1, maxLength: 4 }))
  .map(([document, seeds]) => {
    const system = systemOf(document);
    const all = seeds.map(([seed, drawn]) => {
      const unit = supplied(system, unitOf(system, seed), drawn);
      return { system, unit: { ...unit, verification: verdicts(system, drawn) } };
    });
    return Object.assign(all, {
      [fc.toStringMethod]: () => JSON.stringify({ document, units: all.map(({ unit }) => unit) }),
    });
  });

/** Tries a law on every unit by so many systems. */
export const everyVerified = (systems: number, law: (one: VerifiedDrawn) => Promise<void>): Promise<void> =>
  fc.assert(
    fc.asyncProperty(verifiedDrawn, async (all) => {
      for (const one of all) await law(one);
    }),
    runs(systems),
  );

export const othersRows = (system: IndicatorSystem): FormRow[] =>
  assessorRows(system).filter((row): row is FormRow => "field" in row && row.field !== undefined);

/** Half of what others are asked for. */
export function supplied(system: IndicatorSystem, unit: CaseUnit, drawn: readonly number[]): CaseUnit {
  const answers = othersRows(system).flatMap((row, index) => {
    const figure = pick(drawn, index);
    return row.fact !== undefined && figure % 2 === 0 ? [[row.fact, cellOf(row, figure)] as const] : [];
  });
  return { ...unit, answers: { ...unit.answers, ...Object.fromEntries(answers) } };
}

const cellOf = ({ field, part }: FormRow, figure: number): string | number | boolean =>
  field && (part === undefined || part === "rate") ? written(field, figure) : figure % 9;

export function verdicts(system: IndicatorSystem, drawn: readonly number[]): CaseVerification {
  const fields: NonNullable<CaseVerification["fields"]> = {};
  const judgements: Record<string, number> = {};
  const scores: Record<string, number> = {};
  for (const [index, row] of [...formRows(system), ...othersRows(system)].entries()) {
    const figure = pick(drawn, index + 1);
    const found = ["none", "none", "accepted", "rejected", { value: cellOf(row, figure) }] as const;
    const verdict = pick(found, figure);
    if (row.fact !== undefined && verdict !== "none") fields[row.fact] = verdict;
  }
  for (const [index, item] of system.items.entries()) {
    const figure = pick(drawn, index + 2);
    const part = (whole: string) => Math.round(Number(whole) * (figure % 101)) / 100;
    if (figure % 5 === 0) scores[item.id] = part(toDecimal(item.points));
    for (const clause of item.clauses.filter(isJudged)) {
      const { effect } = clause;
      if (figure % 2 === 0 && "whole" in effect)
        judgements[judgementKey(item.id, clause.id)] = part(toDecimal(effect.whole));
    }
  }
  return { fields, judgements, scores };
}
