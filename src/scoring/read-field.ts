import type { FactStatus } from "../model/assessment.js";
import { factRows } from "../model/fact-rows.js";
import type { FactDefinition, Field } from "../model/indicator-system.js";
import { divide, HUNDRED, isZero, multiply, type Rational } from "../model/rational.js";
import type { Answer, Submission } from "../model/submission.js";
import { number } from "../model/value.js";
import { BLANK, type FactState } from "./fact-state.js";

/** A fact that somebody fills in. */
export type GivenFact = Extract<FactDefinition, { origin: "unit" | "field" | "part" }>;

/** What a submission says of a fact, before it is asked whether the item applies. */
export function readField(fact: GivenFact, submission: Submission): FactState {
  if (fact.origin === "unit") return ofAnswer(submission.unitFacts.get(fact.name));
  const { field } = fact;
  const state =
    fact.origin === "field" && field.type === "rate"
      ? ofRate(field, submission)
      : supported(
          ofAnswer(submission.answers.get(fact.name)),
          submission.answers.get(fact.name),
          field,
          submission,
        );
  // What others have yet to supply is not missing: the unit can do nothing about it.
  return field.by !== "unit" && state.status === "blank" ? { ...state, status: "pending" } : state;
}

function ofAnswer(answer: Answer | undefined): FactState {
  if (!answer) return BLANK;
  const sources = answer.sources ?? [answer.source];
  if (answer.status === "value") return { status: "known", value: answer.value, sources };
  return { status: answer.status, value: null, sources };
}

/** How many different documents back a field, over all of its rows; each department numbers its own. */
function documentsOf(field: Field, submission: Submission): number {
  const numbers = factRows(field).flatMap((row) => {
    const answer = submission.answers.get(row);
    if (answer?.status !== "value" && answer?.status !== "blank") return [];
    return (answer.documents ?? []).map((document) => `${answer.source.file}\n${document}`);
  });
  return new Set(numbers).size;
}

/** A value of 0 or 否 needs no documents: there is nothing to show. Nor does one that an assessor accepted. */
function supported(
  state: FactState,
  answer: Answer | undefined,
  field: Field,
  submission: Submission,
): FactState {
  const { value } = state;
  if (state.status !== "known" || value === null || field.documents === 0 || isAccepted(answer)) return state;
  if (documentsOf(field, submission) >= field.documents) return state;
  const nothing =
    (value.type === "number" && isZero(value.number)) || (value.type === "boolean" && !value.boolean);
  return nothing ? state : { ...state, status: "unsupported" };
}

const isAccepted = (answer: Answer | undefined): boolean =>
  answer?.status === "value" && answer.accepted === true;

/**
 * numerator ÷ denominator × 100. A denominator of 0 makes the rate not applicable even if the numerator is
 * blank. A printed rate alone stands in for the parts, unsupported unless an assessor accepts it.
 */
function ofRate(field: Field, submission: Submission): FactState {
  const answers = factRows(field).map((row) => submission.answers.get(row));
  const [numerator, denominator, printed] = answers.map(ofAnswer);
  if (!numerator || !denominator || !printed) return BLANK;
  const sources = [numerator, denominator, printed].flatMap((state) => state.sources);
  const n = figure(numerator);
  const d = figure(denominator);
  const without = (status: FactStatus): FactState => ({ status, value: null, sources });
  if (d && isZero(d)) return without("notApplicable");
  if (n && d) {
    const value = number(multiply(divide(n, d), HUNDRED));
    const accepted = answers.slice(0, 2).every(isAccepted) ? answers[0] : undefined;
    return supported({ status: "known", value, sources }, accepted, field, submission);
  }
  if (printed.value)
    return { status: isAccepted(answers[2]) ? "known" : "unsupported", value: printed.value, sources };
  const statuses = [numerator, denominator, printed].map((state) => state.status);
  const missing = (["rejected", "refused"] as const).find((status) => statuses.includes(status));
  return without(missing ?? (statuses.slice(0, 2).includes("blank") ? "blank" : "notApplicable"));
}

function figure(state: FactState): Rational | undefined {
  return state.value?.type === "number" ? state.value.number : undefined;
}
