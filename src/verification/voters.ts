import { factRows } from "../model/fact-rows.js";
import type { Field } from "../model/indicator-system.js";
import type { Submission } from "../model/submission.js";
import type { Disagreement, Found, Verification } from "../model/verification.js";
import { applyVerification } from "./apply.js";
import type { Ballot, Stance } from "./ballots.js";
import { fileOf } from "./signed.js";

/** An assessor's copy, and the unit's answers if that copy alone counted. */
export interface Voter {
  readonly copy: Verification;
  readonly alone: Submission;
}

/** What a panel comes to on the rows of one field; a row that is not in it stays as the unit gave it. */
export interface FieldOutcome {
  readonly taken: ReadonlyMap<string, Found>;
  readonly disagreements: readonly Disagreement[];
}

/** Records are put together row by row, apart from what is said of their field. */
export const voterOf = (own: Submission, copy: Verification): Voter => ({
  copy,
  alone: applyVerification(own, { ...copy, rows: new Map() }),
});

/** Who says anything of a field. */
export const speakingOf = (field: Field, voters: readonly Voter[]): Voter[] =>
  voters.filter(({ copy }) => factRows(field).some((row) => copy.fields.has(row)));

/** What each holds of one row, signed for that row or for another row of the same field. */
export const ballots = (field: Field, fact: string, voters: readonly Voter[]): Ballot[] =>
  voters.flatMap((voter) => {
    const { fields } = voter.copy;
    const signed = [fact, ...factRows(field)].flatMap((row) => fields.get(row) ?? [])[0];
    return signed ? { file: fileOf(voter.copy), signed, stance: stanceOn(fact, voter) } : [];
  });

/** Who accepts, or says nothing of the row, holds what the unit has there. */
export function stanceOn(fact: string, { copy, alone }: Voter): Stance {
  const verdict = copy.fields.get(fact)?.verdict;
  const answer = alone.answers.get(fact);
  if (verdict === "rejected" || answer?.status === "rejected") return { kind: "rejected" };
  if (answer?.status !== "value") return { kind: "standing" };
  return { kind: "value", value: answer.value, own: verdict !== "value" };
}
