import { BASICS_COLUMNS, COLUMNS, DOCUMENT_COLUMNS, SHEETS } from "../model/form.js";
import type { IndicatorSystem } from "../model/indicator-system.js";
import { LIVE_SHEETS } from "../model/live-names.js";
import type { Workbook } from "./cells.js";
import { findHeader, Grid, type Header } from "./grid.js";
import { tellsIdentity } from "./identity.js";
import { findRecordsSheets, namedAfter, type RecordsSheet, recordsFields } from "./records-sheets.js";
import type { Findings } from "./report.js";
import { plain } from "./text.js";

export interface FoundSheet {
  readonly grid: Grid;
  readonly header: Header;
}

/** The sheets that are read; 填报说明 and 佐证材料 may be missing. */
export interface Layout {
  readonly guide?: Grid;
  readonly basics?: FoundSheet;
  readonly answers?: FoundSheet;
  readonly documents?: FoundSheet;
  /** By the fact of the `records` field; one that is not there is absent. */
  readonly records: ReadonlyMap<string, RecordsSheet>;
}

type Tabular = Exclude<keyof Layout, "guide" | "records">;

/** Headers by which a sheet is known where its name is not. */
const HEADERS: Readonly<Record<Tabular, readonly string[]>> = {
  basics: [BASICS_COLUMNS.label, BASICS_COLUMNS.value],
  answers: [COLUMNS.item, COLUMNS.field, COLUMNS.value],
  documents: [DOCUMENT_COLUMNS.number, DOCUMENT_COLUMNS.title],
};
/** What a sheet must have once its name says what it is. */
const NEEDED: Readonly<Record<Tabular, readonly string[]>> = { ...HEADERS, answers: [COLUMNS.value] };

/** What a workbook that scores itself computes; nothing of it is read. */
const COMPUTED: ReadonlySet<string> = new Set(Object.values(LIVE_SHEETS));

/** Finds the sheets by name, else by header; says which are missing and which are not of the form. */
export function findLayout(
  workbook: Workbook,
  file: string,
  system: IndicatorSystem,
  findings: Findings,
): Layout {
  const all = workbook.sheets.map((sheet) => new Grid(file, sheet));
  const lists = recordsFields(system);
  const ofLists = new Set(lists.flatMap((field) => namedAfter(all, field)));
  const records = new Map<string, RecordsSheet>();
  const computed = all.filter((grid) => !ofLists.has(grid) && COMPUTED.has(plain(grid.sheet.name)));
  const grids = all.filter((grid) => !ofLists.has(grid) && !computed.includes(grid));
  const named = (key: keyof typeof SHEETS) => grids.filter(({ sheet }) => plain(sheet.name) === SHEETS[key]);
  const guide = named("guide")[0] ?? grids.find(tellsIdentity);
  const found: { -readonly [K in keyof Layout]: Layout[K] } = guide ? { guide, records } : { records };
  const known = new Set<Grid | undefined>([guide, ...computed]);
  for (const field of lists) {
    const sheets = findRecordsSheets([...ofLists], field, findings);
    for (const sheet of sheets) known.add(sheet.grid);
    if (sheets[0]) records.set(field.fact, sheets[0]);
  }
  for (const key of ["basics", "answers", "documents"] as const) {
    const ofName = withHeader(named(key), NEEDED[key]);
    const candidates = ofName.length > 0 ? ofName : byHeader(grids, key);
    const sheet = only(candidates, key, findings);
    for (const grid of [...named(key), ...candidates.map((one) => one.grid)]) known.add(grid);
    if (sheet) found[key] = sheet;
    else if (key !== "documents") {
      const params = { name: SHEETS[key], columns: NEEDED[key].join("、") };
      const sheetName = named(key)[0]?.sheet.name;
      findings.add("E11", params, sheetName === undefined ? {} : { sheet: sheetName });
    }
  }
  for (const grid of all) {
    if (!known.has(grid))
      findings.add("W02", { what: "sheet", name: grid.sheet.name }, { sheet: grid.sheet.name });
  }
  return found;
}

const withHeader = (grids: readonly Grid[], wanted: readonly string[]): FoundSheet[] =>
  grids.flatMap((grid) => {
    const header = findHeader(grid, ...wanted);
    return header ? [{ grid, header }] : [];
  });

function byHeader(grids: readonly Grid[], key: Tabular): FoundSheet[] {
  const names: readonly string[] = Object.values(SHEETS);
  const others = grids.filter(({ sheet }) => !sheet.hidden && !names.includes(plain(sheet.name)));
  return withHeader(others, HEADERS[key]);
}

/** Two sheets that look alike are not told apart by guessing. */
function only(candidates: readonly FoundSheet[], key: Tabular, findings: Findings): FoundSheet | undefined {
  const [first, second] = candidates;
  if (first && second) {
    const found = candidates.map(({ grid }) => grid.sheet.name).join("、");
    findings.add("E13", { name: SHEETS[key], found });
  }
  return first;
}
