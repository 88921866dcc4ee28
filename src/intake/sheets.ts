import { BASICS_COLUMNS, COLUMNS, DOCUMENT_COLUMNS, SHEETS } from "../model/form.js";
import type { Workbook } from "./cells.js";
import { findHeader, Grid, type Header } from "./grid.js";
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
}

type Tabular = Exclude<keyof Layout, "guide">;

/** Headers by which a sheet is known where its name is not. */
const HEADERS: Readonly<Record<Tabular, readonly string[]>> = {
  basics: [BASICS_COLUMNS.label, BASICS_COLUMNS.value],
  answers: [COLUMNS.item, COLUMNS.field, COLUMNS.value],
  documents: [DOCUMENT_COLUMNS.number, DOCUMENT_COLUMNS.title],
};
/** What a sheet must have once its name says what it is. */
const NEEDED: Readonly<Record<Tabular, readonly string[]>> = { ...HEADERS, answers: [COLUMNS.value] };

/** Finds the sheets by name, else by header; says which are missing and which are not of the form. */
export function findLayout(workbook: Workbook, file: string, findings: Findings): Layout {
  const grids = workbook.sheets.map((sheet) => new Grid(file, sheet));
  const named = (key: keyof typeof SHEETS) => grids.find(({ sheet }) => plain(sheet.name) === SHEETS[key]);
  const guide = named("guide");
  const found: { -readonly [K in keyof Layout]: Layout[K] } = guide ? { guide } : {};
  for (const key of ["basics", "answers", "documents"] as const) {
    const sheet = ofName(named(key), key) ?? byHeader(grids, key, findings);
    if (sheet) found[key] = sheet;
    else if (key !== "documents") {
      const params = { name: SHEETS[key], columns: NEEDED[key].join("、") };
      findings.add("E11", params, named(key) ? { sheet: SHEETS[key] } : {});
    }
  }
  const known = new Set([guide, found.basics?.grid, found.answers?.grid, found.documents?.grid]);
  for (const grid of grids) {
    if (!known.has(grid))
      findings.add("W02", { what: "sheet", name: grid.sheet.name }, { sheet: grid.sheet.name });
  }
  return found;
}

function ofName(grid: Grid | undefined, key: Tabular): FoundSheet | undefined {
  const header = grid && findHeader(grid, ...NEEDED[key]);
  return grid && header ? { grid, header } : undefined;
}

/** Two sheets that look alike are not told apart by guessing. */
function byHeader(grids: readonly Grid[], key: Tabular, findings: Findings): FoundSheet | undefined {
  const names: readonly string[] = Object.values(SHEETS);
  const candidates = grids.flatMap((grid): FoundSheet[] => {
    if (grid.sheet.hidden || names.includes(plain(grid.sheet.name))) return [];
    const header = findHeader(grid, ...HEADERS[key]);
    return header ? [{ grid, header }] : [];
  });
  const [first, second] = candidates;
  if (first && second) {
    findings.add("E13", {
      name: SHEETS[key],
      found: candidates.map(({ grid }) => grid.sheet.name).join("、"),
    });
  }
  return first;
}
