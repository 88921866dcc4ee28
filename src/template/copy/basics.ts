import type { Workbook } from "exceljs";
import { basicsRows } from "../../model/form.js";
import type { IndicatorSystem } from "../../model/indicator-system.js";
import type { Submission } from "../../model/submission.js";
import { BASICS_KEY, openBasics } from "../basics.js";
import { unitFactHint } from "../hint.js";
import { fitRow, HEADER_ROW, protect, put } from "../sheet.js";
import { LABEL, REFUSED, TEXT } from "../styles.js";
import { shown } from "./shown.js";

/** 基本信息: who handed in and the unit facts; who signed the unit's own workbook stands there alone. */
export async function copyBasics(
  book: Workbook,
  system: IndicatorSystem,
  { unit, unitFacts }: Submission,
  title: string,
): Promise<void> {
  const sheet = openBasics(book, system, title);
  const rows = basicsRows(system).filter(({ key, field }) => field || key === "name" || key === "code");
  rows.forEach(({ key, label, field }, index) => {
    const number = HEADER_ROW + 1 + index;
    const answer = unitFacts.get(key);
    const value = field ? (answer ? shown(answer, field.type) : "") : key === "name" ? unit.name : unit.code;
    put(sheet, number, 1, label, LABEL);
    put(sheet, number, 2, value, answer?.status === "refused" ? REFUSED : TEXT);
    put(sheet, number, 3, field ? unitFactHint(field) : "", TEXT);
    put(sheet, number, BASICS_KEY, key, TEXT);
    fitRow(sheet, number);
  });
  await protect(sheet);
}
