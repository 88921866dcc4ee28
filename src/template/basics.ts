import type { Workbook, Worksheet } from "exceljs";
import { BASICS_COLUMNS, type BasicsRow, basicsRows, SHEETS } from "../model/form.js";
import type { IndicatorSystem } from "../model/indicator-system.js";
import type { UnitIdentity } from "../model/submission.js";
import { unitFactHint } from "./hint.js";
import { holds } from "./holds.js";
import { addSheet, fitRow, HEADER_ROW, protect, put, putHeaders } from "./sheet.js";
import { LABEL, OPTIONAL, REQUIRED, TEXT } from "./styles.js";
import { validate, validation } from "./validation.js";

const HINTS: Record<string, string> = {
  name: "填单位全称。",
  code: "填行政区划代码；没有的填能唯一识别本单位的代码。",
  year: "填评估年度，如 2024。",
  date: "填日期，如 2024-03-01。",
  seal: "打印后加盖公章。",
};
/** Room to write by hand and to stamp on the printed sheet. */
const ROW_LINES = 1.5;
const SEAL_LINES = 8;
const VALUE = 2;
/** Where the hidden column stands. */
export const BASICS_KEY = 4;

/** 基本信息: who reports, the unit facts, who answers for it, and a place for the seal. */
export async function addBasics(book: Workbook, system: IndicatorSystem, unit?: UnitIdentity): Promise<void> {
  const sheet = openBasics(book, system, SHEETS.basics);
  const given: Record<string, string> = {
    year: yearOf(system),
    name: unit?.name ?? "",
    code: unit?.code ?? "",
  };
  basicsRows(system).forEach((row, index) => {
    const number = HEADER_ROW + 1 + index;
    put(sheet, number, 1, row.label, LABEL);
    put(sheet, number, VALUE, given[row.key] ?? "", valueStyle(row));
    put(sheet, number, 3, row.field ? unitFactHint(row.field) : (HINTS[row.key] ?? ""), TEXT);
    put(sheet, number, BASICS_KEY, row.key, TEXT);
    const rule = row.field && validation(row.field);
    if (rule) validate(sheet, "B", new Map([[number, rule]]));
    fitRow(sheet, number, row.key === "seal" ? SEAL_LINES : ROW_LINES);
  });
  await protect(sheet);
}

/** The sheet with its headers, still without a row. */
export function openBasics(book: Workbook, system: IndicatorSystem, title: string): Worksheet {
  const sheet = addSheet(book, system, {
    name: SHEETS.basics,
    title,
    widths: [22, 44, 50, 20],
    paper: "A4 portrait",
    headerRows: HEADER_ROW,
    hiddenColumn: BASICS_KEY,
  });
  putHeaders(sheet, Object.values(BASICS_COLUMNS));
  return sheet;
}

function valueStyle({ key, field }: BasicsRow) {
  if (field) return (field.optional ? OPTIONAL : REQUIRED)[holds(field)];
  if (key === "seal") return OPTIONAL.text;
  return REQUIRED[key === "date" ? "date" : "text"];
}

/** The year under assessment, where the period lies within one. */
function yearOf({ period }: IndicatorSystem): string {
  const [from, to] = [period?.from.slice(0, 4), period?.to.slice(0, 4)];
  return from !== undefined && from === to ? from : "";
}
