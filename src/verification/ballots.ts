import type { Rational } from "../model/rational.js";
import { number, same, type Value } from "../model/value.js";
import type { Disagreement, Found, PanelRule, Signed } from "../model/verification.js";
import { combined } from "./combine.js";

/**
 * What one assessor holds of an entry. A value is the unit's `own` where he did not change it; standing: he
 * leaves an entry as it is that has no value.
 */
export type Stance =
  | { readonly kind: "value"; readonly value: Value; readonly own: boolean }
  | { readonly kind: "rejected" | "standing" };

export interface Ballot<T = Stance> {
  readonly file: string;
  readonly signed: Signed;
  readonly stance: T;
}

/**
 * What a panel comes to. Rejected where more than half say so, else the rejecting voices are left out:
 * figures are combined by the rule, and of other values the one counts that more than half of all hold.
 *
 * @returns undefined where no value has such a majority: nothing is taken over
 */
export function decide(ballots: readonly Ballot[], rule: PanelRule): Found | undefined {
  const stances = ballots.map(({ stance }) => stance);
  const isMost = (count: number) => 2 * count > stances.length;
  const counted = (kind: Stance["kind"]) => stances.filter((stance) => stance.kind === kind).length;
  if (isMost(counted("rejected"))) return { verdict: "rejected" };
  const held = stances.flatMap((stance) => (stance.kind === "value" ? stance : []));
  if (isMost(counted("standing")) || held.length === 0) return { verdict: "accepted" };
  const figures = held.flatMap(({ value }) => (value.type === "number" ? value.number : []));
  if (figures.length === held.length) {
    if (held.every(({ own }) => own)) return { verdict: "accepted" };
    const one = combined(rule, figures);
    return one && { value: number(one) };
  }
  const holders = held.map(({ value }) => held.filter((other) => same(other.value, value)));
  const most = holders.find(({ length }) => isMost(length));
  if (!most?.[0]) return undefined;
  return most.every(({ own }) => own) ? { verdict: "accepted" } : { value: most[0].value };
}

/** Undefined where all hold the same. */
export function differing(
  subject: Pick<Disagreement, "item" | "fact" | "row">,
  ballots: readonly Ballot[],
  taken: Found | undefined,
): Disagreement | undefined {
  const [first, ...others] = ballots.map(({ stance }) => stance);
  if (!first || others.every((stance) => holdsSame(first, stance))) return undefined;
  return disagreement(
    subject,
    ballots.map((ballot) => ({ ...ballot, stance: foundOf(ballot.stance) })),
    taken,
  );
}

/** The same of points, on which everyone who speaks gives a figure. */
export function differingPoints(
  subject: Pick<Disagreement, "item" | "clause">,
  ballots: readonly Ballot<Rational>[],
  taken: Rational,
): Disagreement | undefined {
  const stances = ballots.map((ballot): Ballot => ({ ...ballot, stance: figure(ballot.stance) }));
  if (!differing(subject, stances, undefined)) return undefined;
  const votes = ballots.map((ballot) => ({ ...ballot, stance: { points: ballot.stance } }));
  return disagreement(subject, votes, { points: taken });
}

export const figure = (value: Rational): Stance => ({ kind: "value", value: number(value), own: false });

export function disagreement(
  subject: Pick<Disagreement, "item" | "fact" | "row" | "clause">,
  ballots: readonly Ballot<Found>[],
  taken: Found | undefined,
): Disagreement {
  return {
    ...subject,
    votes: ballots.map(({ file, signed: { by, sources }, stance }) => ({ file, by, found: stance, sources })),
    ...(taken ? { taken } : {}),
  };
}

function holdsSame(a: Stance, b: Stance): boolean {
  return a.kind === "value" && b.kind === "value" ? same(a.value, b.value) : a.kind === b.kind;
}

export function foundOf(stance: Stance): Found {
  if (stance.kind === "rejected") return { verdict: "rejected" };
  return stance.kind === "value" && !stance.own ? { value: stance.value } : { verdict: "accepted" };
}
