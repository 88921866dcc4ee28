import { Grid, textOf } from "../intake/grid.js";
import { readWorkbook } from "../intake/workbook.js";
import type { Finding } from "../model/finding.js";
import type { IndicatorSystem } from "../model/indicator-system.js";
import { detectColumns } from "./detect-columns.js";
import { detectByColumns, detectByRows } from "./detect-matrix.js";
import { CODE_LABELS, meaningsOf, UNIT_LABELS } from "./headers.js";
import { type Detection, headOf, type OpenPoint } from "./proposal.js";
import { isOurForm } from "./read-form.js";
import { bareText, FormTable } from "./table.js";
import { findPlace } from "./unit-places.js";

export type DetectOutcome =
  | { readonly kind: "detected"; readonly detection: Detection }
  /** The workbook could not be read. */
  | { readonly kind: "unreadable"; readonly findings: readonly Finding[] }
  /** Our own form, which needs no mapping. */
  | { readonly kind: "own" }
  /** No sheet has a header that looks like a form's. */
  | { readonly kind: "none"; readonly sheets: readonly string[] };

/** Looks at a workbook and proposes a mapping for it. It claims nothing that it can't see. */
export function detectForm(
  bytes: Uint8Array,
  file: string,
  system: IndicatorSystem,
  wantedSheet?: string,
): DetectOutcome {
  const { workbook, findings } = readWorkbook(bytes, file);
  if (!workbook) return { kind: "unreadable", findings };
  if (isOurForm({ workbook, findings }, file)) return { kind: "own" };
  const grids = workbook.sheets
    .filter(({ name, hidden }) => (wantedSheet === undefined ? !hidden : name === wantedSheet))
    .map((sheet) => new Grid(file, sheet));
  const byColumns = grids.flatMap((grid) => columnsMatrix(grid, system, file) ?? []);
  const [best] = grids
    .flatMap((grid) => bestTable(grid, system) ?? [])
    .sort((one, other) => other.score - one.score);
  const detection =
    byColumns[0] ??
    (best &&
      (detectByRows(best.table, best.rows, system, file) ??
        detectSheet(best.table, best.rows, system, file, grids)));
  return detection
    ? { kind: "detected", detection }
    : { kind: "none", sheets: grids.map(({ sheet }) => sheet.name) };
}

/** Units side by side: the header holds their names, of which nothing is known, so that each row is tried. */
function columnsMatrix(grid: Grid, system: IndicatorSystem, file: string): Detection | undefined {
  for (let top = 1; top <= Math.min(HEADER_ROWS, grid.lastRow); top += 1) {
    const found = detectByColumns(new FormTable(grid, top, 1), 1, system, file);
    if (found) return found;
  }
  return undefined;
}

interface Candidate {
  readonly table: FormTable;
  readonly rows: 1 | 2;
  readonly score: number;
}

const HEADER_ROWS = 30;
/** Fewer known headers than this are chance. */
const LEAST = 2;

/** The place whose headers mean most; of two as good the upper one. */
function bestTable(grid: Grid, system: IndicatorSystem): Candidate | undefined {
  const labels = new Set(
    [...system.items.flatMap(({ fields }) => fields), ...system.unitFacts].map(({ label }) =>
      bareText(label),
    ),
  );
  let best: Candidate | undefined;
  for (let top = 1; top <= Math.min(HEADER_ROWS, grid.lastRow); top += 1) {
    const rows = isInTwoRows(grid, top) ? 2 : 1;
    const table = new FormTable(grid, top, rows);
    const names = new Set(table.columns.map(([, [, lowest = ""]]) => lowest));
    const score = [...names].filter((name) => labels.has(name) || meaningsOf(name).length > 0).length;
    if (score >= LEAST && score > (best?.score ?? 0)) best = { table, rows, score };
  }
  return best;
}

/** Cells merged over this row and the next, or over columns that are headed one by one below. */
function isInTwoRows(grid: Grid, top: number): boolean {
  if (new Set(grid.cellsOf(top).map(textOf)).size < LEAST) return false;
  return grid.sheet.merges.some((range) => {
    if (range.top !== top) return false;
    if (range.bottom === top + 1) return true;
    const below = [range.left, range.right].every((column) => grid.text(top + 1, column) !== "");
    return range.bottom === top && range.right > range.left && below;
  });
}

function detectSheet(
  table: FormTable,
  headerRows: 1 | 2,
  system: IndicatorSystem,
  file: string,
  grids: readonly Grid[],
): Detection {
  const { columns, roles, numbers, by, unknownRows, severalFields } = detectColumns(table, system);
  const name = unitPlace(UNIT_LABELS, grids, file, "name");
  const code = unitPlace(CODE_LABELS, grids, file, "code");
  const hasValue = ["value", "numerator", "rate"].some(
    (role) => roles[role as keyof typeof roles] !== undefined,
  );
  const experts = columns.filter(({ meaning }) => meaning === "expert").map(({ header }) => header);
  const open: OpenPoint[] = [
    ...(name ? [] : [{ code: "unit-name" } as const]),
    ...(code ? [] : [{ code: "unit-code" } as const]),
    ...(roles.number === undefined && roles.title === undefined ? [{ code: "no-rows" } as const] : []),
    ...(hasValue || experts.length > 0 ? [] : [{ code: "no-value" } as const]),
    ...(experts.length > 0 ? [{ code: "experts", found: experts } as const] : []),
    ...(severalFields.length > 0 ? [{ code: "several-fields", found: severalFields } as const] : []),
    ...(unknownRows.length > 0 ? [{ code: "unknown-rows", found: unknownRows } as const] : []),
  ];
  return {
    sheet: table.grid.sheet.name,
    headerRow: table.headerRow - headerRows + 1,
    headerRows,
    units: "workbook",
    columns,
    unitName: name ? JSON.stringify(name) : "",
    open,
    mapping: {
      ...headOf(file, system, by),
      unit: { ...(name ? { name } : {}), ...(code ? { code } : { codes: {} }) },
      sheets: [
        {
          sheet: table.grid.sheet.name,
          headerRows,
          columns: roles,
          ...(numbers === "item" ? {} : { numbers }),
        },
      ],
    },
  };
}

type Place = { readonly label: string } | { readonly fileName: string };

function unitPlace(
  labels: readonly string[],
  grids: readonly Grid[],
  file: string,
  wanted: "name" | "code",
): Place | undefined {
  const label = labels.find((one) => findPlace({ label: one }, grids, file, wanted) !== undefined);
  if (label !== undefined) return { label };
  const pattern = "{code}-{name}.xlsx";
  return /^\d{6,12}-[^-]+\.xlsx$/u.test(file) ? { fileName: pattern } : undefined;
}
