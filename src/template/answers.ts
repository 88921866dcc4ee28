import type { Workbook, Worksheet } from "exceljs";
import { COLUMNS, type FormRow, SHEETS } from "../model/form.js";
import type { IndicatorSystem } from "../model/indicator-system.js";
import { ZERO } from "../model/rational.js";
import { type Column, type Layout, layoutOf } from "./columns.js";
import { pointsAndCriterion, takesScore, writeHeading } from "./heading.js";
import { hint } from "./hint.js";
import { holds } from "./holds.js";
import { addSheet, filterRows, fitRow, HEADER_ROW, protect, put, putHeaders } from "./sheet.js";
import { CENTRED, OPTIONAL, REQUIRED, TEXT } from "./styles.js";
import { type LevelTitle, levelTitles } from "./titles.js";
import { between, validateRows, validation, yesOnly } from "./validation.js";

const WIDTHS: Record<keyof typeof COLUMNS, number> = {
  item: 10,
  points: 8,
  criterion: 44,
  field: 26,
  hint: 40,
  value: 14,
  documents: 12,
  notApplicable: 8,
  self: 8,
  responsible: 14,
  remark: 20,
  key: 24,
};
type Name = keyof typeof COLUMNS;
const ANSWER_COLUMNS = Object.fromEntries(
  Object.entries(COLUMNS).map(([name, header]) => [name, { header, width: WIDTHS[name as Name] }]),
) as Record<Name, Column>;
type Places = Layout<Name>["places"];

/** 指标填报: one row per field of the unit, at least one per item; nothing is merged. */
export async function addAnswers(
  book: Workbook,
  system: IndicatorSystem,
  rows: readonly FormRow[],
  title: string,
): Promise<void> {
  const { headers, widths, places } = layoutOf(system, ANSWER_COLUMNS);
  const sheet = addSheet(book, system, {
    name: SHEETS.answers,
    title,
    widths,
    paper: "A3 landscape",
    headerRows: HEADER_ROW,
    frozenColumns: 1,
    hiddenColumn: places.key,
  });
  putHeaders(sheet, headers);
  levelTitles(system, rows).forEach((titles, index) => {
    writeRow(sheet, HEADER_ROW + 1 + index, rows[index] as FormRow, titles, places);
  });
  addRules(sheet, rows, places);
  filterRows(sheet, headers.length, rows.length);
  await protect(sheet);
}

function writeRow(
  sheet: Worksheet,
  number: number,
  row: FormRow,
  titles: readonly LevelTitle[],
  places: Places,
): void {
  const { item, field, part, label } = row;
  const write = (column: Name, value: string, style: Parameters<typeof put>[4]) =>
    put(sheet, number, places[column], value, style);
  const asked = field ? hint(item, field, part) : "";
  writeHeading(sheet, number, { item, titles, label, hint: asked, ...pointsAndCriterion(row) }, places);
  write("value", "", valueStyle(row));
  write("documents", "", documentsStyle(row));
  write("notApplicable", "", item.mayBeNotApplicable ? OPTIONAL.text : CENTRED);
  write("self", "", takesScore(row) ? OPTIONAL.figure : CENTRED);
  write("responsible", item.responsible.join("、"), OPTIONAL.note);
  write("remark", "", OPTIONAL.note);
  fitRow(sheet, number);
  write("key", row.key, TEXT);
}

function valueStyle({ field, part }: FormRow) {
  if (!field) return CENTRED;
  const spared = field.optional || part === "rate";
  return (spared ? OPTIONAL : REQUIRED)[holds(field)];
}

function documentsStyle({ field, part }: FormRow) {
  if (!field || part === "rate") return CENTRED;
  return (field.documents > 0 ? REQUIRED : OPTIONAL).text;
}

/** Lists and bounds, on the cells they are meant for alone. */
function addRules(sheet: Worksheet, rows: readonly FormRow[], places: Places): void {
  const set = (column: Name, ruleOf: Parameters<typeof validateRows<FormRow>>[4]) =>
    validateRows(sheet, places[column], HEADER_ROW + 1, rows, ruleOf);
  set("value", ({ field, part }) => field && validation(field, part));
  set("notApplicable", ({ item }) => (item.mayBeNotApplicable ? yesOnly() : undefined));
  set("self", (row) => (takesScore(row) ? between(ZERO, row.item.points) : undefined));
}
