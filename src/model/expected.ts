import type { FormRow } from "./form.js";
import type { Field, UnitFact } from "./indicator-system.js";
import { HUNDRED, type Rational, ZERO } from "./rational.js";

/** What a field expects of its cell. */
export type Expected = Pick<Field | UnitFact, "type" | "unit"> & {
  readonly min?: Rational | string | undefined;
  readonly max?: Rational | string | undefined;
  readonly options?: readonly string[];
};

/** The parts of a rate are counts or sums: not negative, and without the bounds of the rate itself. */
export function expected({ field, part }: Pick<FormRow, "field" | "part">): Expected {
  if (!field) return { type: "text", unit: undefined };
  if (part === "numerator" || part === "denominator") return { type: "number", unit: field.unit, min: ZERO };
  return field;
}

/** Percentages run from 0 to 100 unless the field says otherwise. */
export function boundsOf({ type, min, max }: Expected): { low: Expected["min"]; high: Expected["max"] } {
  const isShare = type === "percent" || type === "rate";
  return { low: min ?? (isShare ? ZERO : undefined), high: max ?? (isShare ? HUNDRED : undefined) };
}
