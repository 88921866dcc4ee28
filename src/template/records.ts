import type { Style, Workbook } from "exceljs";
import { type FormRow, RECORDS_COLUMNS, recordsSheet } from "../model/form.js";
import type { Column, IndicatorSystem, Item, RecordsField } from "../model/indicator-system.js";
import { columnHint } from "./hint.js";
import { holds } from "./holds.js";
import { addSheet, fitRow, put, putHeaders } from "./sheet.js";
import { CENTRED, HINT, OPTIONAL, REQUIRED } from "./styles.js";
import { validate, validation } from "./validation.js";

/** Ruled rows to start with; the sheet is open, more may follow. */
const ROWS = 100;
/** What each column wants stands above the headers, so that it is printed and is no record. */
const HINT_ROW = 3;
export const RECORDS_HEADER_ROW = 4;
const NUMBER_WIDTH = 8;
const NUMBER: Partial<Style> = { ...CENTRED, protection: { locked: false } };

/** A `records` field and the item that asks for it. */
export interface Records {
  readonly item: Item;
  readonly field: RecordsField;
}

/** The `records` fields among the rows of a form, in its order. */
export const recordsAmong = (rows: readonly FormRow[]): Records[] =>
  rows.flatMap(({ item, field }) => (field?.type === "records" ? [{ item, field }] : []));

export const recordsTitle = ({ item, field }: Records): string => `${item.id} ${item.title} · ${field.label}`;

const WIDTHS: Record<Column["type"], number> = {
  boolean: 14,
  integer: 16,
  number: 16,
  percent: 16,
  date: 18,
  choice: 20,
  text: 48,
};

/** 序号 and the field's own columns, as wide as what they hold. */
export const recordsWidths = ({ columns }: RecordsField): number[] => [
  NUMBER_WIDTH,
  ...columns.map(({ type, label }) => Math.max(WIDTHS[type], Math.min(40, label.length * 2 + 2))),
];

export const recordsHeaders = ({ columns }: RecordsField): string[] => [
  RECORDS_COLUMNS.number,
  ...columns.map(({ label }) => label),
];

/** One sheet per `records` field, one record per row. */
export function addRecords(book: Workbook, system: IndicatorSystem, records: Records): void {
  const { field } = records;
  const sheet = addSheet(book, system, {
    name: recordsSheet(field),
    title: recordsTitle(records),
    widths: recordsWidths(field),
    paper: "A3 landscape",
    headerRows: RECORDS_HEADER_ROW,
    frozenColumns: 1,
  });
  put(sheet, HINT_ROW, 1, "每行一条", HINT);
  field.columns.forEach((column, index) => {
    put(sheet, HINT_ROW, index + 2, columnHint(column), HINT);
  });
  fitRow(sheet, HINT_ROW);
  putHeaders(sheet, recordsHeaders(field), RECORDS_HEADER_ROW);
  for (let number = 1; number <= ROWS; number += 1) {
    const row = RECORDS_HEADER_ROW + number;
    put(sheet, row, 1, number, NUMBER);
    field.columns.forEach((column, index) => {
      put(sheet, row, index + 2, "", (column.optional ? OPTIONAL : REQUIRED)[holds(column)]);
    });
    fitRow(sheet, row);
  }
  field.columns.forEach((column, index) => {
    const rule = validation(column);
    if (!rule) return;
    const rows = Array.from({ length: ROWS }, (_, row) => [RECORDS_HEADER_ROW + 1 + row, rule] as const);
    validate(sheet, sheet.getColumn(index + 2).letter, new Map(rows));
  });
}
