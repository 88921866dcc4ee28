/**
 * Something wrong with an input. The core emits codes and places; the sentences stand in `messages/`.
 * Codes and their effects: the table in the reader's documentation (README, “what happens to bad input”).
 */
export const INTAKE_CODES = {
  E01: "returned", // empty file
  E02: "returned", // not .xlsx; params.format says what it is
  E03: "returned", // password
  E04: "returned", // truncated or damaged
  E05: "returned", // checksum
  E06: "returned", // too large
  E07: "returned", // inflates beyond bounds
  E08: "returned", // duplicate or illegal part name
  E09: "returned", // DTD
  E10: "returned", // encoding
  E11: "returned", // sheet missing
  E12: "returned", // sheet declared but unreadable
  E13: "returned", // duplicate sheet
  E14: "returned", // too many cells
  E15: "returned", // bad address
  E16: "returned", // address twice
  E17: "missing", // error value
  E18: "missing", // formula without result
  E19: "missing", // not a number
  E20: "missing", // ambiguous percent
  E21: "missing", // not a date
  E22: "missing", // inside a merged range
  E23: "told", // required and blank
  E24: "missing", // external link
  E25: "returned", // time or memory limit
  E28: "returned", // for another system or with other fields
  E29: "returned", // unit has no name or code
  E30: "returned", // two files fill the same field of one unit
  E31: "missing", // outside its bounds
  E32: "missing", // not one of the options
  E33: "missing", // numerator above denominator, or a printed rate that does not agree
  E34: "told", // document number not found: the field is unsupported
  E35: "missing", // 不适用 without reason or not allowed
  E36: "unused", // verification without a reason, or one that says two things: it is not taken over
  E37: "missing", // row not recognised
  E38: "missing", // same key twice
  E39: "missing", // value and 不适用
  W01: "told", // macros ignored
  W02: "told", // sheet or column added
  W03: "told", // date outside the period
  W04: "told", // self-score above points
  W05: "told", // hidden rows or columns hold data
  W06: "told", // text cut or odd characters
  W07: "told", // verification columns in a unit's own file
  W08: "told", // another version of the system, same fields
  W09: "told", // an assessor's copy of other files than those handed in
  W10: "told", // points printed in a foreign form differ from the system's
  W11: "told", // converted from an older format before it was read
} as const;

export type IntakeCode = keyof typeof INTAKE_CODES;

/**
 * returned: the file is not scored. missing: the value counts as missing. unused: what an assessor wrote is not
 * taken over, what the unit reported stays. told: nothing lost.
 */
export type Effect = (typeof INTAKE_CODES)[IntakeCode];

/** A finding about an evidence workbook. */
export interface Finding {
  readonly code: IntakeCode;
  readonly file: string;
  readonly sheet?: string;
  /** A1 address, where the finding is about one cell. */
  readonly cell?: string;
  readonly item?: string;
  readonly fact?: string;
  /** What the sentence needs beyond the place: what was found, what was expected. Plain text. */
  readonly params: Readonly<Record<string, string>>;
}

/** `code` is one of the intake's, also where it was read back from results. */
export const returnsFile = ({ code }: { readonly code: string }): boolean =>
  INTAKE_CODES[code as IntakeCode] === "returned";
