import { factRows } from "../model/fact-rows.js";
import type { Field } from "../model/indicator-system.js";
import { divide, HUNDRED, isZero, multiply, type Rational } from "../model/rational.js";
import { number } from "../model/value.js";
import type { Disagreement, Found, PanelRule } from "../model/verification.js";
import { type Ballot, decide, differing, disagreement, foundOf, type Stance } from "./ballots.js";
import { ballots, type FieldOutcome, stanceOn, type Voter } from "./voters.js";

/**
 * A panel on one rate. Numerators and denominators are combined over the same assessors (who changed one part
 * speaks for the unit's own value of the other): then no combined numerator is above its denominator where
 * none of theirs was. Where somebody gives the rate as a whole, everyone's rate is combined instead, since a
 * fraction of one and a percentage of another have no parts in common. Who gives one part where the unit has
 * no other has given no rate: it is combined with its like alone.
 */
export function combineRate(field: Field, spoke: readonly Voter[], rule: PanelRule): FieldOutcome {
  const read = spoke.map((voter) => ({ voter, ...reading(field, voter) }));
  const of = (...forms: readonly Form[]) => read.filter(({ form }) => forms.includes(form));
  const isMost = (some: readonly unknown[]) => 2 * some.length > read.length;
  const rejecting = of("rejected");
  if (isMost(rejecting)) return byRows(field, spoke, rejectedRows(field, voters(rejecting), rule));
  const rest = read.filter(({ form }) => form !== "rejected");
  if (rest.every(({ form }) => form === rest[0]?.form))
    return byRows(field, spoke, takenRows(field, voters(rest), rule));
  const incomplete = of("numerator", "denominator");
  if (isMost(incomplete)) return untaken(field, spoke);
  if (of("whole").length > 0) {
    const { taken, disagreements } = asWhole(field, of("rejected", "parts", "whole", "none"), rule);
    const others = untaken(field, voters(incomplete)).disagreements;
    return { taken, disagreements: [...others, ...disagreements] };
  }
  const complete = of("parts");
  if (complete.length === 0 || isMost([...incomplete, ...of("none")])) return untaken(field, spoke);
  return byRows(field, spoke, takenRows(field, voters(complete), rule));
}

/** How an assessor's copy has the rate: by both parts, as a whole, by one part, or not at all. */
type Form = "rejected" | "parts" | "whole" | "numerator" | "denominator" | "none";

interface Reading {
  readonly form: Form;
  /** In percent; absent where there is none. */
  readonly rate?: Rational;
}
type Read = Reading & { readonly voter: Voter };

const voters = (list: readonly Read[]): Voter[] => list.map(({ voter }) => voter);

/** As scoring reads it: the parts come first. */
function reading(field: Field, voter: Voter): Reading {
  const stances = factRows(field).map((row) => stanceOn(row, voter));
  const [n, d, printed] = stances.map(figureOf);
  if (n && d) return isZero(d) ? { form: "parts" } : { form: "parts", rate: percentage(n, d) };
  if (printed) return { form: "whole", rate: printed };
  if (stances.some(({ kind }) => kind === "rejected")) return { form: "rejected" };
  return { form: n ? "numerator" : d ? "denominator" : "none" };
}

const percentage = (n: Rational, d: Rational): Rational => multiply(divide(n, d), HUNDRED);

const figureOf = (stance: Stance): Rational | undefined =>
  stance.kind === "value" && stance.value.type === "number" ? stance.value.number : undefined;

/** The rows that somebody names; of the others the unit's own value stays without a word. */
const namedRows = (field: Field, by: readonly Voter[]): string[] =>
  factRows(field).filter((fact) => by.some(({ copy }) => copy.fields.has(fact)));

/** Who says something of a row, or has a value there. */
const held = (field: Field, fact: string, by: readonly Voter[]): Ballot[] =>
  ballots(
    field,
    fact,
    by.filter((voter) => voter.copy.fields.has(fact) || stanceOn(fact, voter).kind !== "standing"),
  );

function takenRows(field: Field, by: readonly Voter[], rule: PanelRule): Map<string, Found> {
  return new Map(
    namedRows(field, by).flatMap((fact) => {
      const found = decide(held(field, fact, by), rule);
      return found ? [[fact, found]] : [];
    }),
  );
}

/** Of those who reject the rate, one may do so by its numerator and another by its denominator. */
function rejectedRows(field: Field, by: readonly Voter[], rule: PanelRule): Map<string, Found> {
  const isRejected = (fact: string) => by.some(({ copy }) => copy.fields.get(fact)?.verdict === "rejected");
  const rejected = namedRows(field, by).filter(isRejected);
  return new Map([
    ...takenRows(field, by, rule),
    ...rejected.map((fact) => [fact, { verdict: "rejected" }] as const),
  ]);
}

function byRows(field: Field, spoke: readonly Voter[], taken: ReadonlyMap<string, Found>): FieldOutcome {
  const { item } = field;
  const disagreements = namedRows(field, spoke).flatMap(
    (fact) => differing({ item, fact }, held(field, fact, spoke), taken.get(fact)) ?? [],
  );
  return { taken, disagreements };
}

/** Parts of different fractions make no fraction: nothing is taken over, and all that was said is told. */
function untaken(field: Field, by: readonly Voter[]): FieldOutcome {
  const { item } = field;
  const disagreements = namedRows(field, by).map((fact): Disagreement => {
    const cast = held(field, fact, by).map((ballot) => ({ ...ballot, stance: foundOf(ballot.stance) }));
    return disagreement({ item, fact }, cast, undefined);
  });
  return { taken: new Map(), disagreements };
}

/** Everyone's rate in percent; who has none stands by what the unit has. */
function asWhole(field: Field, read: readonly Read[], rule: PanelRule): FieldOutcome {
  const { item, fact } = field;
  const cast = read.flatMap((one) =>
    ballots(field, fact, [one.voter]).map((ballot): Ballot => ({ ...ballot, stance: ofWhole(field, one) })),
  );
  const taken = decide(cast, rule);
  const differs = differing({ item, fact }, cast, taken);
  return { taken: new Map(taken ? [[fact, taken]] : []), disagreements: differs ? [differs] : [] };
}

function ofWhole(field: Field, { voter: { copy }, form, rate }: Read): Stance {
  if (form === "rejected") return { kind: "rejected" };
  const own = factRows(field).every((row) => copy.fields.get(row)?.verdict !== "value");
  return rate ? { kind: "value", value: number(rate), own } : { kind: "standing" };
}
