import type { Expression } from "./expression.js";

/** A fact as cells of 实时计算 hold it. */
export interface Fact {
  /** One of `STATE`. */
  readonly state: Expression;
  /** A number, 1 or 0, a day's serial number or a text; "" unless the state is `value`. */
  readonly value: Expression;
}

/**
 * What is known of a fact, in an order in which the largest of several decides for what is made of them:
 * not applicable, then pending, then the ways to be missing, which all say the same to a clause.
 */
export const STATE = {
  value: 0,
  notApplicable: 1,
  pending: 2,
  blank: 3,
  refused: 4,
  /** Without its documents, under a policy by which it does not count then. */
  unsupported: 5,
} as const;

/** From here on a fact is missing. */
export const isMissing = (state: Expression): Expression => `${state}>=${STATE.blank}`;

/** Was something handed in that could be read? */
export const isAnswered = (state: Expression): Expression =>
  `OR(${state}<=${STATE.notApplicable},${state}=${STATE.unsupported})`;

export const PENDING: Fact = { state: String(STATE.pending), value: '""' };

/** Facts and the items that they decide on depend on each other in a circle: no formula can say that. */
export class CircularFacts extends Error {
  override readonly name = "CircularFacts";

  /** @param place the id of the item or the name of the fact where the circle closes */
  constructor(readonly place: string) {
    super(`facts depend on each other in a circle: ${place}`);
  }
}
