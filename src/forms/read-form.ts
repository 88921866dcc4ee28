import { Grid } from "../intake/grid.js";
import { tellsIdentity } from "../intake/identity.js";
import { inSheetOrder } from "../intake/order.js";
import type { WorkbookReading } from "../intake/workbook.js";
import { type Finding, returnsFile } from "../model/finding.js";
import type { FormMapping } from "../model/form-mapping.js";
import type { IndicatorSystem } from "../model/indicator-system.js";
import { findMatrix, readMatrixForm } from "./matrix-form.js";
import type { FormReading, UnitReading } from "./read-unit.js";
import { findMappedTables, readSheetsForm } from "./sheets-form.js";
import type { FormTable } from "./table.js";

/** What came of a foreign form. */
export interface FormOutcome {
  /** One, or of a matrix as many as it has; none where a finding returns the file. */
  readonly units: readonly UnitReading[];
  /** Many units in one table, whose findings stand with them. */
  readonly isMatrix: boolean;
  /** In the order of the sheets. */
  readonly findings: readonly Finding[];
}

/** Is the workbook one of our own forms, which needs no mapping? */
export const isOurForm = ({ workbook }: WorkbookReading, file: string): boolean =>
  workbook === undefined || workbook.sheets.some((sheet) => tellsIdentity(new Grid(file, sheet)));

/** Reads a foreign form by the one mapping that fits it. Never guesses: none or two that fit return the file. */
export function readForm(
  { workbook, findings: problems }: WorkbookReading,
  file: string,
  system: IndicatorSystem,
  mappings: readonly FormMapping[],
): FormOutcome {
  if (!workbook) return { units: [], isMatrix: false, findings: problems };
  const fitting = mappings.flatMap((mapping) => fitOf({ file, workbook, mapping, system }) ?? []);
  const [fit, another] = fitting;
  if (!fit || another) {
    const names = (fit ? fitting.map(({ reading }) => reading.mapping) : mappings).map((one) => one.file);
    const params = { what: fit ? "forms" : "form", forms: names.join("、") };
    return { units: [], isMatrix: false, findings: [...problems, { code: "E11", file, params }] };
  }
  const { units, findings, isMatrix } = read(fit);
  const all = inSheetOrder([...problems, ...findings], workbook);
  const ordered = units.map((unit) => ({ ...unit, findings: inSheetOrder(unit.findings, workbook) }));
  return { units: all.some(returnsFile) ? [] : ordered, isMatrix, findings: all };
}

/** Is there a mapping that the workbook fits? */
export const fitsAny = (
  { workbook }: WorkbookReading,
  file: string,
  system: IndicatorSystem,
  mappings: readonly FormMapping[],
): boolean =>
  workbook !== undefined &&
  mappings.some((mapping) => fitOf({ file, workbook, mapping, system }) !== undefined);

interface Fit {
  readonly reading: FormReading;
  readonly tables?: NonNullable<ReturnType<typeof findMappedTables>>;
  readonly matrix?: FormTable;
}

function fitOf(reading: FormReading): Fit | undefined {
  if (reading.mapping.matrix) {
    const matrix = findMatrix(reading);
    return matrix && { reading, matrix };
  }
  const tables = findMappedTables(reading);
  return tables && { reading, tables };
}

function read({ reading, tables, matrix }: Fit): FormOutcome {
  if (matrix) return { ...readMatrixForm(reading, matrix), isMatrix: true };
  const { unit, findings } = readSheetsForm(reading, tables ?? []);
  return { units: unit ? [unit] : [], isMatrix: false, findings };
}
