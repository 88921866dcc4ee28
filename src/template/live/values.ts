import type { Value } from "../../model/value.js";
import { type Expression, figure, text } from "./expression.js";

const DAY_IN_MS = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

/** The serial number of a day in the 1900 dates; right from 1900-03-01 on. */
export const dayNumber = (day: string): number =>
  Math.round((Date.parse(`${day}T00:00:00Z`) - EPOCH) / DAY_IN_MS);

/** A constant as cells hold it: 是 and 否 as 1 and 0, a day by its number. */
export function constant(value: Value): Expression {
  switch (value.type) {
    case "number":
      return figure(value.number);
    case "boolean":
      return value.boolean ? "1" : "0";
    case "date":
      return String(dayNumber(value.date));
    case "text":
      return text(value.text);
  }
}
