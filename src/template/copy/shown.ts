import type { Field, UnitFact } from "../../model/indicator-system.js";
import { equals, parseDecimal, toDecimal, toSignificant } from "../../model/rational.js";
import type { Answer } from "../../model/submission.js";

type Type = (Field | UnitFact)["type"];

/**
 * An answer as the unit wrote it, as a number where it is one. Only where a cell's format says more than its
 * text – a day, a percentage – is it the value as the unit saw it: in a copy the format is gone.
 */
export function shown(answer: Answer, type: Type): string | number {
  const text = answer.status === "value" ? seen(answer.raw, answer.value) : answer.raw;
  return isFigure(type) ? figure(text) : text;
}

const isFigure = (type: Type): boolean => !["boolean", "date", "text", "choice"].includes(type);

function seen(raw: string, value: Extract<Answer, { status: "value" }>["value"]): string {
  switch (value.type) {
    case "date":
      return parseDecimal(raw) || raw.includes("T") ? value.date : raw;
    case "text":
      return parseDecimal(raw) ? value.text : raw;
    case "number": {
      const written = parseDecimal(raw);
      return written && !equals(toSignificant(written), value.number) ? `${toDecimal(value.number)}%` : raw;
    }
    case "boolean":
      return raw;
  }
}

/** A number that a spreadsheet program shows exactly as it was written; anything else stays a text. */
export function figure(text: string): string | number {
  return /^-?\d{1,15}(?:\.\d{1,15})?$/.test(text) && String(Number(text)) === text ? Number(text) : text;
}
