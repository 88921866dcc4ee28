import type { FactStatus } from "../model/assessment.js";
import type { Source } from "../model/source.js";
import type { Value } from "../model/value.js";

/** What is known of one fact of one unit. `value` is null unless the status is known or unsupported. */
export interface FactState {
  readonly status: FactStatus;
  readonly value: Value | null;
  readonly sources: readonly Source[];
}

export const BLANK: FactState = { status: "blank", value: null, sources: [] };

/**
 * value: clauses can use it. missing: not filled in, refused, or not accepted. pending: others have yet to
 * supply it. notApplicable: does not exist here.
 */
export type Standing = "value" | "missing" | "pending" | "notApplicable";
