import type { DataValidation, Workbook, Worksheet } from "exceljs";
import { answerHeaders, COLUMNS, type FormRow, formRows, SHEETS } from "../model/form.js";
import type { IndicatorSystem } from "../model/indicator-system.js";
import { toNumber, ZERO } from "../model/rational.js";
import { hint } from "./hint.js";
import { holds } from "./holds.js";
import { addSheet, fitRow, HEADER_ROW, protect, put } from "./sheet.js";
import { CENTRED, CENTRED_REPEATED, HEADER, OPTIONAL, REQUIRED, TEXT, TEXT_REPEATED } from "./styles.js";
import { type LevelTitle, levelTitles } from "./titles.js";
import { between, validate, validation, yesOnly } from "./validation.js";

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
const LEVEL_WIDTH = 14;
const TITLE_WIDTH = 22;

/** Where each column of 指标填报 stands, 1-based. */
type Places = Record<keyof typeof COLUMNS, number>;

/** 指标填报: one row per field of the unit, at least one per item; nothing is merged. */
export async function addAnswers(book: Workbook, system: IndicatorSystem): Promise<void> {
  const headers = answerHeaders(system);
  const places = placesOf(system);
  const rows = formRows(system);
  const sheet = addSheet(book, system, {
    name: SHEETS.answers,
    title: `${system.title} · ${SHEETS.answers}`,
    widths: widthsOf(system),
    paper: "A3 landscape",
    headerRows: HEADER_ROW,
    frozenColumns: 1,
    hiddenColumn: places.key,
  });
  headers.forEach((header, index) => {
    put(sheet, HEADER_ROW, index + 1, header, HEADER);
  });
  fitRow(sheet, HEADER_ROW);
  levelTitles(system, rows).forEach((titles, index) => {
    writeRow(sheet, HEADER_ROW + 1 + index, rows[index] as FormRow, titles, places);
  });
  addRules(sheet, rows, places);
  sheet.autoFilter = {
    from: { row: HEADER_ROW, column: 1 },
    to: { row: HEADER_ROW + rows.length, column: headers.length },
  };
  await protect(sheet);
}

function placesOf({ levels }: IndicatorSystem): Places {
  const names = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
  return Object.fromEntries(
    names.map((name, index) => [name, index === 0 ? 1 : index + 1 + levels.length]),
  ) as Places;
}

function widthsOf({ levels }: IndicatorSystem): number[] {
  const [first, ...rest] = Object.values(WIDTHS);
  return [first as number, ...levels.slice(1).map(() => LEVEL_WIDTH), TITLE_WIDTH, ...rest];
}

function writeRow(
  sheet: Worksheet,
  number: number,
  row: FormRow,
  titles: readonly LevelTitle[],
  places: Places,
): void {
  const { item, firstOfItem } = row;
  const write = (column: keyof Places, value: string | number, style: Parameters<typeof put>[4]) =>
    put(sheet, number, places[column], value, style);

  write("item", item.id, firstOfItem ? CENTRED : CENTRED_REPEATED);
  titles.forEach(({ title, repeated }, level) => {
    put(sheet, number, places.item + 1 + level, title, repeated ? TEXT_REPEATED : TEXT);
  });
  write("points", firstOfItem ? pointsOf(row) : "", CENTRED);
  write("criterion", firstOfItem ? item.criterion : "", TEXT);
  write("field", row.label, TEXT);
  write("hint", row.field ? hint(item, row.field, row.part) : "", TEXT);
  write("value", "", valueStyle(row));
  write("documents", "", documentsStyle(row));
  write("notApplicable", "", item.mayBeNotApplicable ? OPTIONAL.text : CENTRED);
  write("self", "", takesSelfScore(row) ? OPTIONAL.figure : CENTRED);
  write("responsible", item.responsible.join("、"), OPTIONAL.note);
  write("remark", "", OPTIONAL.note);
  fitRow(sheet, number);
  write("key", row.key, TEXT);
}

/** Bonus and deduction items show the most that they can move, info items nothing. */
function pointsOf({ item }: FormRow): string | number {
  if (item.kind === "bonus" || item.kind === "deduction") return `最多${toNumber(item.points)}`;
  return item.kind === "info" ? "不计分" : toNumber(item.points);
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

const takesSelfScore = ({ item, firstOfItem }: FormRow) => firstOfItem && item.kind !== "info";

/** Lists and bounds, on the cells they are meant for alone. */
function addRules(sheet: Worksheet, rows: readonly FormRow[], places: Places): void {
  const set = (column: keyof Places, ruleOf: (row: FormRow) => DataValidation | undefined) => {
    const rules = new Map<number, DataValidation>();
    rows.forEach((row, index) => {
      const rule = ruleOf(row);
      if (rule) rules.set(HEADER_ROW + 1 + index, rule);
    });
    validate(sheet, sheet.getColumn(places[column]).letter, rules);
  };
  set("value", ({ field, part }) => field && validation(field, part));
  set("notApplicable", ({ item }) => (item.mayBeNotApplicable ? yesOnly() : undefined));
  set("self", (row) => (takesSelfScore(row) ? between(ZERO, row.item.points) : undefined));
}
