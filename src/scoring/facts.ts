import type { FactStatus, FactUse } from "../model/assessment.js";
import { operandsOf } from "../model/derived.js";
import {
  type FactDefinition,
  type Field,
  factsOfClause,
  type IndicatorSystem,
  type Item,
} from "../model/indicator-system.js";
import { divide, HUNDRED, isZero, multiply, type Rational } from "../model/rational.js";
import type { Answer, Submission } from "../model/submission.js";
import { number, type Value } from "../model/value.js";
import { derive, type Operands } from "./derive.js";
import type { FactState, Standing } from "./fact-state.js";

export interface FactRules {
  /** Does a value without its supporting documents count? */
  readonly acceptUnsupported: boolean;
  /** Items that don't apply: their facts count nowhere. */
  readonly excluded: ReadonlySet<string>;
}

/** Every fact of one unit, under one reading of what counts. */
export class FactTable {
  private readonly states = new Map<string, FactState>();

  constructor(
    private readonly system: IndicatorSystem,
    submission: Submission,
    private readonly rules: FactRules,
  ) {
    for (const fact of system.facts.values()) {
      if (fact.origin === "derived") continue;
      this.states.set(fact.name, this.orExcluded(fact, readField(fact, submission)));
    }
    for (const derived of system.derived) {
      const fact = system.facts.get(derived.fact);
      if (fact?.origin === "derived")
        this.states.set(fact.name, this.orExcluded(fact, derive(derived, this.operands)));
    }
  }

  state(name: string): FactState {
    return this.states.get(name) ?? BLANK;
  }

  standing(name: string): Standing {
    const { status } = this.state(name);
    if (status === "notApplicable") return "notApplicable";
    if (status === "known") return "value";
    return status === "unsupported" && this.rules.acceptUnsupported ? "value" : "missing";
  }

  /** The value, where clauses can use it. */
  value(name: string): Value | undefined {
    return this.standing(name) === "value" ? (this.state(name).value ?? undefined) : undefined;
  }

  /** The facts named and, below them, those that they are made of; each once, in order of reading. */
  uses(names: Iterable<string>): FactUse[] {
    const seen = new Map<string, FactUse>();
    const use = (name: string) => {
      if (seen.has(name)) return;
      const { value, status, sources } = this.state(name);
      seen.set(name, { fact: name, value, status, sources });
      const fact = this.system.facts.get(name);
      if (fact?.origin === "derived") operandsOf(fact.derived).forEach(use);
      if (fact?.origin === "field" && fact.field.type === "rate") partsOf(name).forEach(use);
    };
    for (const name of names) use(name);
    return [...seen.values()];
  }

  /** The other reading: unsupported values accepted where here they are not, and the reverse. */
  otherwise(): FactRules {
    return { ...this.rules, acceptUnsupported: !this.rules.acceptUnsupported };
  }

  /** Does a clause of the item look at a value without its documents? */
  rests(item: Item): boolean {
    return this.uses(item.clauses.flatMap(factsOfClause)).some(({ status }) => status === "unsupported");
  }

  private readonly operands: Operands = {
    state: (name) => this.state(name),
    standing: (name) => this.standing(name),
  };

  private orExcluded(fact: FactDefinition, state: FactState): FactState {
    if (fact.origin === "unit" || !this.rules.excluded.has(fact.item)) return state;
    return { status: "notApplicable", value: null, sources: state.sources };
  }
}

const BLANK: FactState = { status: "blank", value: null, sources: [] };

function readField(fact: Exclude<FactDefinition, { origin: "derived" }>, submission: Submission): FactState {
  switch (fact.origin) {
    case "unit":
      return ofAnswer(submission.unitFacts.get(fact.name));
    case "part":
      return supported(
        ofAnswer(submission.answers.get(fact.name)),
        fact.field,
        documentsOf(fact.field, submission),
      );
    case "field":
      return fact.field.type === "rate"
        ? ofRate(fact.field, submission)
        : supported(
            ofAnswer(submission.answers.get(fact.name)),
            fact.field,
            documentsOf(fact.field, submission),
          );
  }
}

function ofAnswer(answer: Answer | undefined): FactState {
  if (!answer) return BLANK;
  const sources = [answer.source];
  if (answer.status === "value") return { status: "known", value: answer.value, sources };
  return { status: answer.status, value: null, sources };
}

/** The rows of a field: one, or for a rate its parts and the printed rate. */
function rowsOf(field: Field): string[] {
  return field.type === "rate" ? [...partsOf(field.fact), field.fact] : [field.fact];
}

const partsOf = (rate: string): string[] => [`${rate}.numerator`, `${rate}.denominator`];

/** How many different documents back a field, over all of its rows. */
function documentsOf(field: Field, submission: Submission): number {
  const numbers = rowsOf(field).flatMap((row) => {
    const answer = submission.answers.get(row);
    return answer?.status === "value" || answer?.status === "blank" ? (answer.documents ?? []) : [];
  });
  return new Set(numbers).size;
}

/** A value of 0 or 否 needs no documents: there is nothing to show. */
function supported(state: FactState, field: Field, documents: number): FactState {
  const { value } = state;
  if (state.status !== "known" || value === null || documents >= field.documents) return state;
  const nothing =
    (value.type === "number" && isZero(value.number)) || (value.type === "boolean" && !value.boolean);
  return nothing ? state : { ...state, status: "unsupported" };
}

/**
 * numerator ÷ denominator × 100. A denominator of 0 makes the rate not applicable even if the numerator is
 * blank. A printed rate alone stands in for the parts, unsupported.
 */
function ofRate(field: Field, submission: Submission): FactState {
  const [numerator, denominator, printed] = rowsOf(field).map((row) => ofAnswer(submission.answers.get(row)));
  if (!numerator || !denominator || !printed) return BLANK;
  const sources = [numerator, denominator, printed].flatMap((state) => state.sources);
  const n = figure(numerator);
  const d = figure(denominator);
  const without = (status: FactStatus): FactState => ({ status, value: null, sources });
  if (d && isZero(d)) return without("notApplicable");
  if (n && d) {
    const value = number(multiply(divide(n, d), HUNDRED));
    return supported({ status: "known", value, sources }, field, documentsOf(field, submission));
  }
  if (printed.value) return { status: "unsupported", value: printed.value, sources };
  const parts = [numerator, denominator].map((state) => state.status);
  if (parts.includes("refused") || printed.status === "refused") return without("refused");
  return without(parts.includes("blank") ? "blank" : "notApplicable");
}

function figure(state: FactState): Rational | undefined {
  return state.value?.type === "number" ? state.value.number : undefined;
}
