import { type Finding, returnsFile } from "../model/finding.js";
import { FACT_HEADER_IN_FULL, FACTS_COLUMNS, FACTS_NOTES } from "../model/form.js";
import type { IndicatorSystem } from "../model/indicator-system.js";
import type { Answer } from "../model/submission.js";
import { readCsv } from "./csv.js";
import { factNames, rowsByOthers } from "./fact-names.js";
import { type FactsRow, readFactsRows } from "./facts-rows.js";
import { fileKind } from "./file-kind.js";
import { Grid, type Header, headersOf } from "./grid.js";
import { tellHiddenIn } from "./hidden.js";
import { inSheetOrder } from "./order.js";
import { checkRates } from "./rates.js";
import { Findings } from "./report.js";
import type { FoundSheet } from "./sheets.js";
import { plain } from "./text.js";
import { readWorkbook, type WorkbookReading } from "./workbook.js";

/** One value that somebody else supplies about a unit. */
export interface GivenFact {
  /** 行政区划代码 of the unit that it is about. */
  readonly code: string;
  /** By the fact of the row: `satisfaction`, `courtRate.numerator`. */
  readonly fact: string;
  /** A value, for which no documents are needed; or refused. What was left blank is not given. */
  readonly answer: Answer;
  /** 来源 as written; "" where none is told. */
  readonly origin: string;
}

export interface FactsReading {
  /** None where the file is refused. */
  readonly facts: readonly GivenFact[];
  /** In the order of the sheets. */
  readonly findings: readonly Finding[];
  /** The file as a whole can't be trusted. */
  readonly refused: boolean;
}

/**
 * Reads a table of facts that others supply (courts, surveys, experts): .xlsx or CSV, told by the first
 * bytes. Every sheet with the header is read. `file` is the name that sources and findings carry.
 */
export function readFacts(bytes: Uint8Array, file: string, system: IndicatorSystem): FactsReading {
  const { workbook, findings: problems } = readTable(bytes, file);
  if (!workbook) return { facts: [], findings: problems, refused: true };
  const findings = new Findings(file);
  const tables = findTables(
    workbook.sheets.map((sheet) => new Grid(file, sheet)),
    findings,
  );
  const { date1904 } = workbook;
  const names = factNames(system);
  const rows = tables.flatMap((table) => readFactsRows({ table, names, system, date1904, findings }));
  const facts = withRates(onceEach(rows, findings), system, findings);
  const all = inSheetOrder([...problems, ...findings.all()], workbook);
  const refused = all.some(returnsFile);
  return { facts: refused ? [] : facts, findings: all, refused };
}

function readTable(bytes: Uint8Array, file: string): WorkbookReading {
  const found = fileKind(bytes, file);
  const isText = found.kind === "other" && (found.format === "csv" || found.format === "text");
  return isText ? readCsv(bytes, file) : readWorkbook(bytes, file);
}

const NEEDED = [FACTS_COLUMNS.code, FACTS_COLUMNS.fact, FACTS_COLUMNS.value];
const KNOWN = new Set([...Object.values(FACTS_COLUMNS), FACT_HEADER_IN_FULL].map(plain));
const NOTES = new Set(FACTS_NOTES.map(plain));

function findTables(grids: readonly Grid[], findings: Findings): FoundSheet[] {
  const tables: FoundSheet[] = [];
  for (const grid of grids) {
    const header = factsHeader(grid);
    const sheet = grid.sheet.name;
    if (header) {
      tables.push({ grid, header });
      tellColumns({ grid, header }, findings);
    } else if (grid.lastRow > 0) findings.add("W02", { what: "sheet", name: sheet }, { sheet });
  }
  if (tables.length === 0) findings.add("E11", { what: "facts", columns: NEEDED.join("、") });
  return tables;
}

/** The first row with all that is needed, whichever way the column of the facts is headed. */
function factsHeader(grid: Grid): Header | undefined {
  const headers = headersOf(grid).map(({ columns, ...header }) => {
    const inFull = columns.get(plain(FACT_HEADER_IN_FULL));
    if (inFull === undefined || columns.has(FACTS_COLUMNS.fact)) return { ...header, columns };
    return { ...header, columns: new Map([...columns, [FACTS_COLUMNS.fact, inFull] as const]) };
  });
  return headers.find(({ columns }) => NEEDED.every((name) => columns.has(plain(name))));
}

function tellColumns({ grid, header }: FoundSheet, findings: Findings): void {
  for (const name of Object.values(FACTS_COLUMNS)) {
    if (header.repeated.has(plain(name)))
      findings.add("E13", { name, found: "" }, { sheet: grid.sheet.name });
  }
  for (const [name, column] of header.columns) {
    if (!KNOWN.has(name) && !NOTES.has(name))
      findings.add("W02", { what: "column", name }, { source: grid.source(header.row, column) });
  }
  const read = [...header.columns].flatMap(([name, column]) => (KNOWN.has(name) ? [column] : []));
  tellHiddenIn({ grid, header }, read, findings);
}

/** A fact that is given twice for one unit is not decided by the order of rows: neither counts. */
function onceEach(rows: readonly FactsRow[], findings: Findings): GivenFact[] {
  const given = new Map<string, GivenFact>();
  for (const { form, ...fact } of rows) {
    const key = JSON.stringify([fact.code, fact.fact]);
    const before = given.get(key);
    if (!before) {
      given.set(key, fact);
      continue;
    }
    const { source } = fact.answer;
    const first = before.answer.source;
    const other = first.sheet === source.sheet ? first.cell : `${first.sheet}!${first.cell}`;
    findings.add("E38", { label: form.label, other }, { source, item: form.item.id, fact: fact.fact });
    given.set(key, { ...before, answer: { status: "refused", source: first, raw: before.answer.raw } });
  }
  return [...given.values()];
}

/** The rows of one unit's rate must agree with each other. */
function withRates(facts: readonly GivenFact[], system: IndicatorSystem, findings: Findings): GivenFact[] {
  const form = rowsByOthers(system);
  const byUnit = new Map<string, Map<string, Answer>>();
  for (const { code, fact, answer } of facts) {
    const answers = byUnit.get(code) ?? new Map<string, Answer>();
    byUnit.set(code, answers.set(fact, answer));
  }
  for (const answers of byUnit.values()) checkRates(form, answers, findings);
  return facts.map((given) => ({
    ...given,
    answer: byUnit.get(given.code)?.get(given.fact) ?? given.answer,
  }));
}
