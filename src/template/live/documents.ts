import { type FormRow, SHEETS } from "../../model/form.js";
import { DOCUMENT_PLACES } from "../documents.js";
import { HEADER_ROW } from "../sheet.js";
import type { AnswerPlaces } from "./answers.js";
import { type Calculation, cellOf, range } from "./calculation.js";
import { type Expression, iff } from "./expression.js";

/** Rows of 佐证材料 that are looked through. */
const ROWS = 1000;
/** What parts the numbers in a cell; blanks do not count. */
const BREAKS = ["；", "、", "，", ",", "\n"];

/** How many registered documents each field names that needs some, over all of its rows; by its fact. */
export function countDocuments(
  calculation: Calculation,
  rows: readonly FormRow[],
  places: AnswerPlaces,
): Map<string, Expression> {
  const needing = new Map<string, number[]>();
  rows.forEach(({ field }, index) => {
    if (!field || field.documents === 0) return;
    needing.set(field.fact, [...(needing.get(field.fact) ?? []), HEADER_ROW + 1 + index]);
  });
  if (needing.size === 0) return new Map();
  const register = registered(calculation);
  return new Map(
    [...needing].map(([fact, at]) => {
      const line = calculation.line(fact, "已登记的佐证材料份数");
      const named = at.map((row) => `${cellOf(SHEETS.answers, places.documents, row)}&";"`).join("&");
      const parted = BREAKS.reduce(
        (inner, sign) => `SUBSTITUTE(${inner},${sign === "\n" ? "CHAR(10)" : `"${sign}"`},";")`,
        named,
      );
      const list = line.add(`";"&SUBSTITUTE(${parted}," ","")`);
      const found = `SUMPRODUCT((${register}<>"")*ISNUMBER(FIND(${register},${list})))`;
      return [fact, line.add(iff(`LEN(${list})<=${at.length + 1}`, "0", found))];
    }),
  );
}

/** Every row of the register that has a number and says what the document is, as `;number;`; else "". */
function registered(calculation: Calculation): Expression {
  const cells = Array.from({ length: ROWS }, (_, index) => {
    const row = HEADER_ROW + 1 + index;
    const cell = (place: keyof typeof DOCUMENT_PLACES) =>
      cellOf(SHEETS.documents, DOCUMENT_PLACES[place], row);
    const told = (["title", "reference", "place"] as const).map(cell).join("&");
    const number = `SUBSTITUTE(${cell("number")}," ","")`;
    const isThere = `AND(${number}<>"",${told}<>"")`;
    const listed = iff(isThere, `";"&${number}&";"`, '""');
    return calculation.line(`${SHEETS.documents} ${row}`, "").add(`IFERROR(${listed},"")`);
  });
  return range(cells[0] ?? "", cells.at(-1) ?? "");
}
