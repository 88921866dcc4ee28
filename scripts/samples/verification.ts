import ExcelJS from "exceljs";
import {
  COLUMNS,
  FACTS_COLUMNS,
  RECORDS_COLUMNS,
  recordsSheet,
  SHEETS,
  VERIFICATION_COLUMNS,
} from "../../src/model/form.js";
import type { IndicatorSystem } from "../../src/model/indicator-system.js";
import type { UnitAnswers } from "./answers.js";
import { withFixedTimes } from "./fill.js";
import { keyOf } from "./system.js";
import { Table } from "./table.js";
import { FACTS, type SampleCopy, type SampleUnit } from "./verification-units.js";

/** What one workbook of a unit holds: all of it, or one department's part. */
export function answersOf(system: IndicatorSystem, unit: SampleUnit, part?: string): UnitAnswers {
  const isOf = (id: string) => {
    const item = system.items.find((one) => one.id === id);
    return part === undefined || item?.responsible.includes(part) === true;
  };
  const answers = Object.entries(unit.answers).flatMap(([fact, value]) => {
    const key = keyOf(system, fact);
    const item = key.slice(0, key.indexOf("/"));
    if (!isOf(item)) return [];
    const needs = system.items
      .flatMap(({ fields }) => fields)
      .find((field) => fact.split(".")[0] === field.fact);
    const documents = needs && needs.documents > 0 ? [{ title: `${needs.label}统计表（示例）` }] : [];
    return [[key, { value, documents }] as const];
  });
  const filled = new Map<string, UnitAnswers["answers"][string]>(answers);
  for (const [item, self] of Object.entries(unit.self)) {
    const key = firstKey(system, item);
    if (isOf(item) && key !== undefined) filled.set(key, { ...filled.get(key), self });
  }
  return {
    basics: { name: unit.name, code: unit.code },
    answers: Object.fromEntries(filled),
    notices: ["地名和数据均为虚构，仅供演示。"],
  };
}

/** The first row of an item carries its 自评分. */
function firstKey(system: IndicatorSystem, id: string): string | undefined {
  const field = system.items.find((item) => item.id === id)?.fields.find(({ by }) => by === "unit");
  if (!field) return `${id}/`;
  return `${id}/${field.fact}${field.type === "rate" ? ".numerator" : ""}`;
}

/** Lists the lectures on their sheet. */
export async function listLectures(bytes: Uint8Array, unit: SampleUnit): Promise<Uint8Array> {
  const book = await open(bytes);
  const sheet = book.getWorksheet(recordsSheet({ label: "领导干部学法登记" }));
  if (!sheet) return bytes;
  const table = new Table(sheet, RECORDS_COLUMNS.number);
  unit.lectures.forEach(([day, topic, form, people], index) => {
    const row = table.headerRow + 1 + index;
    table.put(row, "日期", new Date(`${day}T00:00:00Z`));
    table.put(row, "主题", topic);
    table.put(row, "形式", form);
    table.put(row, "参加人数", people);
  });
  return close(book);
}

/** Fills in a copy as its assessor would. */
export async function fillCopy(bytes: Uint8Array, copy: SampleCopy): Promise<Uint8Array> {
  const book = await open(bytes);
  const answers = book.getWorksheet(SHEETS.answers);
  if (!answers) throw new Error("the copy has no answers");
  const table = new Table(answers, COLUMNS.key);
  const sign = (on: Table, row: number, reason: string | undefined) => {
    on.put(row, VERIFICATION_COLUMNS.reason, reason);
    on.put(row, VERIFICATION_COLUMNS.verifier, copy.by);
    on.put(row, VERIFICATION_COLUMNS.date, copy.date);
  };
  for (const [key, { verdict, value, points, reason }] of Object.entries(copy.found)) {
    const row = table.rowOf(key);
    table.put(row, VERIFICATION_COLUMNS.verdict, verdict);
    table.put(row, VERIFICATION_COLUMNS.value, value);
    table.put(row, VERIFICATION_COLUMNS.points, points);
    sign(table, row, reason);
  }
  const sheet = book.getWorksheet(recordsSheet({ label: "领导干部学法登记" }));
  for (const [index, reason] of Object.entries(copy.rejectedLectures ?? {})) {
    if (!sheet) throw new Error("the copy has no records");
    const rows = new Table(sheet, RECORDS_COLUMNS.number);
    const row = rows.headerRow + Number(index);
    rows.put(row, VERIFICATION_COLUMNS.verdict, "不认可");
    sign(rows, row, reason);
  }
  return close(book);
}

/** The table of facts by others, as a spreadsheet program would save it. */
export const factsTable = (): string =>
  `\uFEFF${[Object.values(FACTS_COLUMNS), ...FACTS].map((row) => row.join(",")).join("\r\n")}\r\n`;

async function open(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.slice().buffer as unknown as Parameters<typeof book.xlsx.load>[0]);
  return book;
}

const close = async (book: ExcelJS.Workbook): Promise<Uint8Array> =>
  withFixedTimes(new Uint8Array(await book.xlsx.writeBuffer()));
