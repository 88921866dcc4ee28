import type { FactStatus } from "../model/assessment.js";
import type { Source } from "../model/source.js";
import type { Value } from "../model/value.js";

/** What is known of one fact of one unit. `value` is null unless the status is known or unsupported. */
export interface FactState {
  readonly status: FactStatus;
  readonly value: Value | null;
  readonly sources: readonly Source[];
}

/** value: clauses can use it. missing: not filled in, refused, or not accepted. notApplicable: does not exist here. */
export type Standing = "value" | "missing" | "notApplicable";
