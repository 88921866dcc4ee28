import type { FactUse } from "../model/assessment.js";
import { operandsOf, recordsUnder } from "../model/derived.js";
import { factRows, partsOf } from "../model/fact-rows.js";
import {
  type FactDefinition,
  factsOfClause,
  type IndicatorSystem,
  type Item,
} from "../model/indicator-system.js";
import type { Submission } from "../model/submission.js";
import type { Value } from "../model/value.js";
import { derive, type Operands } from "./derive.js";
import { BLANK, type FactState, type Standing } from "./fact-state.js";
import { readField } from "./read-field.js";
import { deriveFromRecords, type TakenRows } from "./records.js";

/** Everything that the facts of one unit are made from. */
export interface Evidence {
  /** What counts: the unit's own word, or the same after verification. */
  readonly submission: Submission;
  /** What the unit itself reported. */
  readonly own: Submission;
  /** By the name of a cohort fact; absent where there is no group to compare with. */
  readonly cohort?: ReadonlyMap<string, FactState>;
}

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
    evidence: Evidence,
    rows: TakenRows,
    private readonly rules: FactRules,
  ) {
    for (const fact of system.facts.values()) {
      if (fact.origin !== "derived") this.states.set(fact.name, this.orExcluded(fact, given(fact, evidence)));
    }
    for (const derived of system.derived) {
      const fact = system.facts.get(derived.fact);
      if (!fact) continue;
      const records = recordsUnder(derived);
      const state = records
        ? deriveFromRecords(
            records,
            this.state(records.of),
            this.standing(records.of),
            rows.get(derived.fact) ?? [],
          )
        : derive(derived, this.operands);
      this.states.set(fact.name, this.orExcluded(fact, state));
    }
  }

  state(name: string): FactState {
    return this.states.get(name) ?? BLANK;
  }

  standing(name: string): Standing {
    const { status, value } = this.state(name);
    if (status === "notApplicable" || status === "pending") return status;
    if (status === "known") return "value";
    // Among its group an unsupported value may have been left out; accepting it gives it no rank there.
    const counts = status === "unsupported" && value !== null && this.rules.acceptUnsupported;
    return counts ? "value" : "missing";
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
      if (fact?.origin === "cohort") use(fact.of);
      if (fact?.origin === "field" && fact.field.type === "rate") partsOf(name).forEach(use);
    };
    for (const name of names) use(name);
    return [...seen.values()];
  }

  /** The same rules, with unsupported values accepted or not; undefined where these rules do so already. */
  rulesWith(acceptUnsupported: boolean): FactRules | undefined {
    return acceptUnsupported === this.rules.acceptUnsupported
      ? undefined
      : { ...this.rules, acceptUnsupported };
  }

  /** Does a clause of the item look at a value without its documents, or at one that is still to come? */
  isOpen(item: Item): boolean {
    return this.uses(item.clauses.flatMap(factsOfClause)).some(
      ({ status }) => status === "unsupported" || status === "pending",
    );
  }

  /** Does a clause of the item look at something that does not exist here? */
  lacks(item: Item): boolean {
    return item.clauses.flatMap(factsOfClause).some((name) => this.standing(name) === "notApplicable");
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

const PENDING: FactState = { status: "pending", value: null, sources: [] };

function given(
  fact: Exclude<FactDefinition, { origin: "derived" }>,
  { submission, own, cohort }: Evidence,
): FactState {
  if (fact.origin === "cohort") return cohort?.get(fact.name) ?? PENDING;
  if (fact.origin !== "reported") return readField(fact, submission);
  const state = readField(fact.reports, own);
  const isVerified = factRows(fact.reports.field).some(
    (row) => own.answers.get(row) !== submission.answers.get(row),
  );
  // That a figure was reported needs no document, once somebody has looked at it.
  return isVerified && state.status === "unsupported" ? { ...state, status: "known" } : state;
}
