import type { Field, UnitFact } from "../model/indicator-system.js";
import type { Holds } from "./styles.js";

/** How the cell of a field is formatted, so that a spreadsheet program keeps what is typed. */
export function holds(field: Field | UnitFact): Holds {
  switch (field.type) {
    case "date":
      return "date";
    case "text":
    case "choice":
      return "text";
    default:
      return "figure";
  }
}
