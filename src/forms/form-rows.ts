import { distance } from "fastest-levenshtein";
import { rowsByOthers } from "../intake/fact-names.js";
import type { AnswerColumns, MatchedRow } from "../intake/match-rows.js";
import { quoted } from "../intake/refused.js";
import type { Findings } from "../intake/report.js";
import { plain } from "../intake/text.js";
import { type FormRow, formRows } from "../model/form.js";
import type { FormMapping } from "../model/form-mapping.js";
import type { IndicatorSystem, Item } from "../model/indicator-system.js";
import type { ColumnRole, HeaderDocument, RowMapping, SheetMapping } from "../model/mapping-document.js";
import { compare, parseDecimal, toDecimal } from "../model/rational.js";
import { bareText, columnLetters, type FormTable, isTotal, printedPoints } from "./table.js";

/** The columns of a sheet by what stands in them. */
export type FoundColumns = Readonly<Partial<Record<ColumnRole, number>>>;

/** What a unit may have filled in; elsewhere nothing of its is lost. */
const INPUTS: readonly ColumnRole[] = [
  ...(["value", "numerator", "denominator", "rate"] as const),
  ...(["self", "documents", "notApplicable"] as const),
];

/** Finds the columns of a mapping; one that stands there twice is not chosen by guessing (E13). */
export function findColumns(
  table: FormTable,
  columns: SheetMapping["columns"],
  findings: Findings,
): FoundColumns {
  return Object.fromEntries(
    Object.entries(columns).flatMap(([role, header]) => {
      const column = header && columnOf(table, header, findings);
      return column === undefined ? [] : [[role, column]];
    }),
  );
}

export function columnOf(table: FormTable, header: HeaderDocument, findings: Findings): number | undefined {
  const [column, ...more] = table.columnsOf(header);
  if (column !== undefined && more.length > 0 && typeof header === "string") {
    const found = [column, ...more].map(columnLetters).join("、");
    findings.add("E13", { name: header, found }, { sheet: table.grid.sheet.name });
  }
  return column;
}

/** What a row of a foreign form is read with. */
export interface RowsReading {
  readonly table: FormTable;
  readonly mapping: FormMapping;
  readonly sheet: SheetMapping;
  readonly columns: FoundColumns;
  readonly system: IndicatorSystem;
  readonly findings: Findings;
}

/** Which rows are which fields of the system; what is filled in and can't be told is a finding (E37). */
export function matchFormRows(reading: RowsReading): MatchedRow[] {
  const { table } = reading;
  const fields = mappedFields(reading.mapping, reading.system);
  const matched: MatchedRow[] = [];
  for (let row = table.headerRow + 1; row <= table.grid.lastRow; row += 1) {
    const said = saidIn(reading, row);
    if (isTotal(said.number) || isTotal(said.title)) continue;
    const found = itemOf(reading, said);
    const own = found ? fieldsOf(reading, found, said, fields, row) : [];
    matched.push(...own);
    if (found) tellPoints(reading, found.item, said, row);
    if (own.length === 0) tellUnread(reading, row, said);
  }
  return matched;
}

interface Said {
  readonly number: string;
  readonly title: string;
  readonly field: string;
}

function saidIn({ table, columns }: RowsReading, row: number): Said {
  const text = (role: ColumnRole) => table.text(row, columns[role]);
  return { number: text("number"), title: text("title"), field: text("field") };
}

/** The rows of the form that whoever fills it in supplies, by item. */
function mappedFields({ by }: FormMapping, system: IndicatorSystem): ReadonlyMap<string, FormRow[]> {
  const rows = by === "unit" ? formRows(system) : rowsByOthers(system);
  const byItem = new Map<string, FormRow[]>();
  for (const row of rows) byItem.set(row.item.id, [...(byItem.get(row.item.id) ?? []), row]);
  return byItem;
}

interface FoundItem {
  readonly item: Item;
  readonly row?: RowMapping;
}

/** By the mapping's own rows, else by number, else by title; undefined where number and title disagree. */
function itemOf({ sheet, system }: RowsReading, said: Said): FoundItem | undefined {
  const same = (a: string | undefined, b: string) =>
    a !== undefined && bareText(a) === bareText(b) && b !== "";
  const row = sheet.rows.find(
    (one) =>
      (one.number === undefined || same(one.number, said.number)) &&
      (one.title === undefined || same(one.title, said.title)),
  );
  const byId = (id: string) => system.items.find((item) => item.id === id);
  const told = row && byId(row.item);
  if (row && told) return { item: told, row };
  const byNumber = numbered(sheet, system, said.number);
  const byTitle = system.items.filter(({ title }) => same(title, said.title));
  const [only, another] = byTitle;
  if (byNumber && only && !byTitle.includes(byNumber)) return undefined;
  const item = byNumber ?? (another ? undefined : only);
  return item && { item };
}

function numbered({ numbers }: SheetMapping, { items }: IndicatorSystem, said: string): Item | undefined {
  const number = bareText(said);
  if (number === "") return undefined;
  if (numbers === "item") return items.find(({ id }) => plain(id) === number);
  if (numbers === "no") return items.find(({ no }) => no !== undefined && String(no) === number);
  const told = Object.entries(numbers).find(([key]) => bareText(key) === number)?.[1];
  return items.find(({ id }) => id === told);
}

/** The fields that a row of an item holds, each with the columns that it is read from. */
function fieldsOf(
  reading: RowsReading,
  { item, row: told }: FoundItem,
  said: Said,
  fields: ReadonlyMap<string, FormRow[]>,
  row: number,
): MatchedRow[] {
  const { table, columns, findings } = reading;
  const own = fields.get(item.id) ?? [];
  const place = (form: FormRow, value: number | undefined): MatchedRow => ({
    row,
    form,
    contradictory: false,
    at: { grid: table.grid, columns: answerColumns(columns, value) },
  });
  if (told?.columns) {
    return Object.entries(told.columns).flatMap(([header, fact]) => {
      const form = own.find((one) => one.fact === fact);
      const column = columnOf(table, header, findings);
      return form && column !== undefined ? [place(form, column)] : [];
    });
  }
  const wanted = told?.fact;
  const chosen = own.filter(({ fact, field, label }) => {
    if (wanted !== undefined) return fact === wanted || field?.fact === wanted;
    if (said.field === "") return true;
    return same(label, said.field) || (field !== undefined && same(field.label, said.field));
  });
  const [first] = chosen;
  const isOneField = chosen.every(({ field }) => field?.fact === first?.field?.fact);
  if (!first || !isOneField) return [];
  return chosen.flatMap((form) => {
    const column = columnFor(form, chosen.length === 1, columns);
    return column === undefined ? [] : [place(form, column)];
  });
}

const same = (a: string, b: string) => bareText(a) === bareText(b);

/** Of a rate, its parts in their own columns; a figure in the column of values is the printed rate. */
function columnFor({ part }: FormRow, isAlone: boolean, columns: FoundColumns): number | undefined {
  if (part === undefined || isAlone) return columns.value ?? columns.rate;
  if (part === "rate") return columns.rate ?? columns.value;
  return columns[part];
}

function answerColumns(columns: FoundColumns, value: number | undefined): AnswerColumns {
  const { documents, notApplicable, self, remark } = columns;
  const none = { item: undefined, points: undefined, criterion: undefined, field: undefined };
  return {
    ...none,
    ...{ hint: undefined, responsible: undefined, key: undefined },
    ...{ value, documents, notApplicable, self, remark },
  };
}

/** A row that is not read, and in which something was filled in. Headings and level rows hold nothing. */
function tellUnread({ table, columns, system, sheet, findings }: RowsReading, row: number, said: Said): void {
  const own = sheet.rows.flatMap((one) => Object.keys(one.columns ?? {}));
  const extra = own.flatMap((header) => table.columnsOf(header));
  const read = [...new Set([...INPUTS.flatMap((role) => columns[role] ?? []), ...extra])];
  const filled = read.find((column) => table.grid.text(row, column) !== "");
  if (filled === undefined || isLevel(system, said)) return;
  const title = bareText(said.title);
  const [nearest] = system.items
    .filter(() => title !== "")
    .map((item) => ({ item, far: distance(bareText(item.title), title) }))
    .sort((a, b) => a.far - b.far);
  const isNear = nearest && nearest.far <= title.length / 2;
  findings.add(
    "E37",
    {
      why: "form",
      item: quoted(said.number),
      field: quoted(said.field || said.title),
      found: quoted(table.grid.text(row, filled)),
      nearest: isNear ? `${nearest.item.id} ${nearest.item.title}` : "",
    },
    { source: table.grid.source(row, filled) },
  );
}

const isLevel = ({ nodes }: IndicatorSystem, { number, title }: Said): boolean =>
  nodes.some((node) => same(node.title, title) || (number !== "" && plain(node.id) === plain(number)));

/** Points printed in the form differ from the system's, by which it is scored (W10). */
function tellPoints({ table, columns, findings }: RowsReading, item: Item, said: Said, row: number): void {
  const printed =
    columns.points === undefined
      ? printedPoints(said.title)
      : table.text(row, columns.points).replace(/分$/u, "");
  const points = printed === undefined ? undefined : parseDecimal(printed);
  if (!points || item.kind === "info" || compare(points, item.points) === 0) return;
  const column = columns.points ?? columns.title ?? 1;
  findings.add(
    "W10",
    { label: item.title, found: toDecimal(points), points: toDecimal(item.points) },
    { source: table.grid.source(row, column), item: item.id },
  );
}
