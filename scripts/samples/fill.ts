import ExcelJS from "exceljs";
import { unzipSync, zipSync } from "fflate";
import {
  BASICS_COLUMNS,
  COLUMNS,
  DOCUMENT_COLUMNS,
  RECORDS_COLUMNS,
  recordsSheet,
  SHEETS,
  YES,
} from "../../src/model/form.js";
import type { IndicatorSystem, RecordsField } from "../../src/model/indicator-system.js";
import type { CellContent, SupportingDocument, UnitAnswers } from "./answers.js";
import { Table } from "./table.js";

/** Fills a template as a unit would. Throws where the template has no place for an answer; `system` names the lists. */
export async function fill(
  template: Uint8Array,
  unit: UnitAnswers,
  system?: IndicatorSystem,
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(template.slice().buffer as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  const sheet = (name: string) => {
    const found = workbook.getWorksheet(name);
    if (!found) throw new Error(`the template has no sheet ${name}`);
    return found;
  };
  fillBasics(sheet(SHEETS.basics), unit);
  for (const field of system ? recordsFieldsOf(system) : [])
    fillRecords(sheet(recordsSheet(field)), field, unit.records?.[field.fact] ?? []);
  const documents = numberDocuments(unit);
  fillAnswers(sheet(SHEETS.answers), unit, documents);
  listDocuments(sheet(SHEETS.documents), documents);
  addNotices(sheet(SHEETS.guide), unit.notices);
  return withFixedTimes(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

function fillBasics(sheet: ExcelJS.Worksheet, { basics }: UnitAnswers): void {
  const table = new Table(sheet, BASICS_COLUMNS.key);
  for (const [key, content] of Object.entries(basics)) {
    table.put(table.rowOf(key), BASICS_COLUMNS.value, content);
  }
}

const recordsFieldsOf = ({ items }: IndicatorSystem): RecordsField[] =>
  items.flatMap(({ fields }) => fields).filter((field): field is RecordsField => field.type === "records");

function fillRecords(
  sheet: ExcelJS.Worksheet,
  { columns }: RecordsField,
  rows: NonNullable<UnitAnswers["records"]>[string],
): void {
  const table = new Table(sheet, RECORDS_COLUMNS.number);
  rows.forEach((cells, index) => {
    for (const { fact, label } of columns) table.put(table.headerRow + 1 + index, label, cells[fact]);
  });
}

function fillAnswers(sheet: ExcelJS.Worksheet, { answers }: UnitAnswers, documents: Numbered): void {
  const table = new Table(sheet, COLUMNS.key);
  for (const [key, answer] of Object.entries(answers)) {
    const row = table.rowOf(key);
    const named = answer.documents?.map((document) => documents.get(document)?.number).join("；");
    table.put(row, COLUMNS.value, answer.value, answer.format);
    table.put(row, COLUMNS.documents, answer.documentNumbers ?? named);
    table.put(row, COLUMNS.notApplicable, answer.notApplicable ? YES : undefined);
    table.put(row, COLUMNS.remark, answer.reason);
    table.put(row, COLUMNS.self, answer.self);
  }
}

type Numbered = Map<SupportingDocument, { readonly number: string; readonly items: Set<string> }>;

function numberDocuments({ answers }: UnitAnswers): Numbered {
  const numbered: Numbered = new Map();
  for (const [key, { documents = [] }] of Object.entries(answers)) {
    for (const document of documents) {
      const entry = numbered.get(document) ?? { number: String(numbered.size + 1), items: new Set() };
      entry.items.add(key.slice(0, key.indexOf("/")));
      numbered.set(document, entry);
    }
  }
  return numbered;
}

function listDocuments(sheet: ExcelJS.Worksheet, documents: Numbered): void {
  const table = new Table(sheet, DOCUMENT_COLUMNS.number);
  let row = table.headerRow;
  for (const [document, { number, items }] of documents) {
    row += 1;
    table.put(row, DOCUMENT_COLUMNS.number, number);
    table.put(row, DOCUMENT_COLUMNS.item, [...items].join("、"));
    table.put(row, DOCUMENT_COLUMNS.title, document.title);
    table.put(row, DOCUMENT_COLUMNS.reference, document.reference);
    table.put(row, DOCUMENT_COLUMNS.date, document.date);
    table.put(row, DOCUMENT_COLUMNS.place, document.place);
    table.put(row, DOCUMENT_COLUMNS.responsible, document.responsible);
  }
}

function addNotices(sheet: ExcelJS.Worksheet, notices: readonly CellContent[]): void {
  let row = sheet.rowCount + 1;
  for (const notice of notices) {
    row += 1;
    sheet.getCell(row, 1).value = "样例说明";
    sheet.getCell(row, 2).value = notice;
    sheet.getCell(row, 2).alignment = { wrapText: true, vertical: "top" };
  }
}

/** Samples are committed: their bytes must not change with the day on which they are made. */
export function withFixedTimes(xlsx: Uint8Array): Uint8Array {
  return zipSync(unzipSync(xlsx), { mtime: new Date(2025, 0, 1), level: 9 });
}
