import { groupFigures } from "../model/cohort.js";
import type { FactDefinition, IndicatorSystem } from "../model/indicator-system.js";
import { type Rational, toDecimal } from "../model/rational.js";
import type { Submission } from "../model/submission.js";
import { number, type Value } from "../model/value.js";
import type { FactState } from "./fact-state.js";
import { settleFacts } from "./reading.js";

/** The figures of a unit's ranking group, by the name of the cohort fact: by everyone's own facts, and after verification. */
export interface CohortFigures {
  readonly own: ReadonlyMap<string, FactState>;
  readonly verified: ReadonlyMap<string, FactState>;
}

/** The few numbers that one unit gives to the comparison; nothing else of it need be kept. */
export interface CohortShare {
  /** The value of the fact that groups are made by; "" where there is one group. */
  readonly group: string;
  /** Of every fact that is compared. */
  readonly states: ReadonlyMap<string, FactState>;
}

type CohortFact = Extract<FactDefinition, { origin: "cohort" }>;

const cohortFacts = ({ facts }: IndicatorSystem): CohortFact[] =>
  [...facts.values()].filter((fact): fact is CohortFact => fact.origin === "cohort");

/** What a unit gives to the comparison. The facts that are compared need no cohort themselves: the lint holds it. */
export async function shareOf(
  system: IndicatorSystem,
  submission: Submission,
  own: Submission,
): Promise<CohortShare> {
  const { facts } = await settleFacts(system, { submission, own });
  const { groupBy } = system.ranking;
  const compared = new Set(cohortFacts(system).map(({ of }) => of));
  return {
    group: groupBy === undefined ? "" : inWords(facts.value(groupBy)),
    states: new Map(
      [...compared].map((name) => {
        const state = facts.state(name);
        // A value that does not count is none.
        return [name, facts.standing(name) === "missing" ? { ...state, value: null } : state];
      }),
    ),
  };
}

function inWords(value: Value | undefined): string {
  switch (value?.type) {
    case undefined:
      return "";
    case "number":
      return toDecimal(value.number);
    case "boolean":
      return String(value.boolean);
    case "date":
      return value.date;
    case "text":
      return value.text;
  }
}

/** The figures of a unit by what it gives to the comparison. */
export type FiguresFor = (share: CohortShare) => ReadonlyMap<string, FactState>;

/**
 * Compares the units that gave these shares: over those of one group, who has no value left out. A unit
 * without a value has no rank, for the reason that it has no value.
 *
 * @returns the figures for any of these shares
 */
export function compareUnits(system: IndicatorSystem, shares: Iterable<CohortShare>): FiguresFor {
  const facts = cohortFacts(system);
  const values = new Map<string, Rational[]>();
  const key = (group: string, of: string) => JSON.stringify([group, of]);
  const names = new Set(facts.map((fact) => fact.of));
  for (const { group, states } of shares) {
    for (const of of names) {
      const value = figureOf(states.get(of));
      if (!value) continue;
      const list = values.get(key(group, of));
      if (list) list.push(value);
      else values.set(key(group, of), [value]);
    }
  }
  const figures = new Map([...values].map(([name, list]) => [name, groupFigures(list)]));
  const ofNobody = groupFigures([]);
  return ({ group, states }) =>
    new Map(
      facts.map(({ name, statistic, of }) => {
        const own = states.get(of);
        const figure = (figures.get(key(group, of)) ?? ofNobody)(statistic, figureOf(own));
        return [name, figure ? compared(number(figure), statistic, own) : absent(own)];
      }),
    );
}

/** A rank rests on the unit's own cells; the figures of all rest on nobody's alone. */
const compared = (
  value: Value,
  statistic: CohortFact["statistic"],
  own: FactState | undefined,
): FactState => ({
  status: "known",
  value,
  sources: statistic.startsWith("rank") ? (own?.sources ?? []) : [],
});

function absent(own: FactState | undefined): FactState {
  const { status = "blank", sources = [] } = own ?? {};
  return { status: status === "known" ? "blank" : status, value: null, sources };
}

const figureOf = (state: FactState | undefined): Rational | undefined =>
  state?.value?.type === "number" ? state.value.number : undefined;
