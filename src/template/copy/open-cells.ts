import type { DataValidation, Worksheet } from "exceljs";
import { ZERO } from "../../model/rational.js";
import type { Layout } from "../columns.js";
import { takesScore } from "../heading.js";
import { holds } from "../holds.js";
import { HEADER_ROW, put } from "../sheet.js";
import { CENTRED, OPTIONAL, REQUIRED } from "../styles.js";
import { between, validateRows, validation, verdicts } from "../validation.js";
import type { CopyColumn } from "./columns.js";
import { type CopyRow, judgeOf } from "./rows.js";

type Places = Layout<CopyColumn>["places"];

/** What the unit answered can be accepted, rejected or replaced; an item's score can be set. */
const takesVerdict = ({ kind, row }: CopyRow): boolean => kind === "unit" && row.fact !== undefined;

/** Of records not their number is replaced, but single rows are not accepted. */
const takesValue = (one: CopyRow): boolean =>
  one.kind === "others" ||
  (one.kind === "unit" && one.row.field !== undefined && one.row.field.type !== "records");

const takesPoints = (one: CopyRow): boolean =>
  one.kind === "judged" || (one.kind === "unit" && takesScore(one.row));

/** The cells of one row that the assessor fills in; deeper in colour where nobody else can say it. */
export function openCells(sheet: Worksheet, number: number, one: CopyRow, places: Places): void {
  const colours = one.kind === "unit" ? OPTIONAL : REQUIRED;
  const open = (column: CopyColumn, isOpen: boolean, held: keyof typeof OPTIONAL, from = colours) =>
    put(sheet, number, places[column], "", isOpen ? from[held] : CENTRED);
  const field = one.kind === "judged" ? undefined : one.row.field;
  const [verdict, value, points] = [takesVerdict(one), takesValue(one), takesPoints(one)];
  open("verdict", verdict, "text");
  const spared = one.kind === "others" && (one.row.part === "rate" || one.row.field?.optional === true);
  open("verifiedValue", value, field ? holds(field) : "figure", spared ? OPTIONAL : colours);
  open("givenPoints", points, "figure");
  const isOpen = verdict || value || points;
  open("reason", isOpen, "note", one.kind === "judged" ? REQUIRED : OPTIONAL);
  open("verifier", isOpen, "text", OPTIONAL);
  open("date", isOpen, "date", OPTIONAL);
}

/** Lists and bounds, on the cells that are open alone. */
export function addRules(sheet: Worksheet, rows: readonly CopyRow[], places: Places): void {
  const set = (column: CopyColumn, ruleOf: (row: CopyRow) => DataValidation | undefined) =>
    validateRows(sheet, places[column], HEADER_ROW + 1, rows, ruleOf);
  set("verdict", (one) => (takesVerdict(one) ? verdicts() : undefined));
  set("verifiedValue", (one) => {
    if (one.kind === "judged" || !takesValue(one)) return undefined;
    const { field, part } = one.row;
    return field && validation(field, part);
  });
  set("givenPoints", (one) => {
    if (one.kind === "judged") return between(judgeOf(one)?.min, judgeOf(one)?.max);
    return takesPoints(one) ? between(ZERO, one.item.points) : undefined;
  });
}
