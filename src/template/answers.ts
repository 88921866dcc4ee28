import type { Workbook, Worksheet } from "exceljs";
import { COLUMNS, type FormRow, SHEETS } from "../model/form.js";
import type { IndicatorSystem } from "../model/indicator-system.js";
import { LIVE_COLUMNS } from "../model/live-names.js";
import { ZERO } from "../model/rational.js";
import { type Column, type Layout, layoutOf } from "./columns.js";
import { pointsAndCriterion, takesScore, writeHeading } from "./heading.js";
import { hint } from "./hint.js";
import { holds } from "./holds.js";
import { outside } from "./live/calculation.js";
import { text as quotedText } from "./live/expression.js";
import type { LiveScore } from "./live/live.js";
import { pointsFormat, putFormula, totalShown } from "./live/summary.js";
import { addSheet, filterRows, fitRow, HEADER_ROW, protect, put, putHeaders } from "./sheet.js";
import { CENTRED, type CellStyle, COMPUTED, OPTIONAL, REQUIRED, TEXT, TITLE } from "./styles.js";
import { type LevelTitle, levelTitles } from "./titles.js";
import { between, validateRows, validation, yesOnly } from "./validation.js";

const WIDTHS: Record<keyof typeof COLUMNS | keyof typeof LIVE_COLUMNS, number> = {
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
  score: 10,
  reason: 40,
  told: 24,
  key: 24,
};
/** Room on an item's first row for why it lost points. */
const REASON_LINES = 4;
type Name = keyof typeof COLUMNS;
type LiveName = keyof typeof LIVE_COLUMNS;
const titled = <Columns extends Readonly<Record<string, string>>>(columns: Columns) =>
  Object.fromEntries(
    Object.entries(columns).map(([name, header]) => [name, { header, width: WIDTHS[name as Name] }]),
  ) as Record<keyof Columns, Column>;
type Places = Layout<Name>["places"];

const { key: KEY, ...OPEN_COLUMNS } = titled(COLUMNS);
/** The key stands last; what a workbook computes by itself stands before it. */
const PLAIN = { ...OPEN_COLUMNS, key: KEY };
const LIVE = { ...OPEN_COLUMNS, ...titled(LIVE_COLUMNS), key: KEY };

/** Where the columns stand in a workbook that scores itself. */
export const livePlaces = (system: IndicatorSystem): Layout<Name | LiveName>["places"] =>
  layoutOf(system, LIVE).places;

/**
 * 指标填报: one row per field of the unit, at least one per item; nothing is merged.
 *
 * @param live what the workbook computes by itself, for three columns more
 */
export async function addAnswers(
  book: Workbook,
  system: IndicatorSystem,
  rows: readonly FormRow[],
  title: string,
  live?: LiveScore,
): Promise<void> {
  const { headers, widths, places }: Layout<Name> = layoutOf(system, live ? LIVE : PLAIN);
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
    writeRow(sheet, HEADER_ROW + 1 + index, rows[index] as FormRow, titles, places, live ? REASON_LINES : 1);
  });
  if (live) addLive(sheet, system, rows, live);
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
  linesOfFirst: number,
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
  fitRow(sheet, number, row.firstOfItem ? linesOfFirst : 1);
  write("key", row.key, TEXT);
}

/** 实时得分 and 失分原因 on an item's first row, 填报提示 on each; the total above them, always in sight. */
function addLive(sheet: Worksheet, system: IndicatorSystem, rows: readonly FormRow[], live: LiveScore): void {
  const places = livePlaces(system);
  const points = { ...COMPUTED.figure, numFmt: pointsFormat(system) };
  const total = sheet.getCell(1, places.score);
  const shown = `TEXT(${totalShown(live)},"${pointsFormat(system)}")`;
  total.value = { formula: `${quotedText("总分 ")}&${shown}` } as never;
  total.style = TITLE;
  rows.forEach(({ item, key, firstOfItem }, index) => {
    const row = HEADER_ROW + 1 + index;
    const cells = firstOfItem ? live.items.get(item.id) : undefined;
    const write = (column: LiveName, address: string | undefined, style: CellStyle) =>
      address === undefined
        ? put(sheet, row, places[column], "", style)
        : putFormula(sheet, row, places[column], outside(address), style);
    write("score", cells?.score, points);
    write("reason", cells?.reason, COMPUTED.text);
    const told = live.told.get(key);
    write("told", told === '""' ? undefined : told, COMPUTED.text);
  });
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
