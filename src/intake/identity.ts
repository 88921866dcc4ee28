import { GUIDE } from "../model/form.js";
import type { IndicatorSystem } from "../model/indicator-system.js";
import type { Grid } from "./grid.js";
import type { Findings } from "./report.js";
import { plain } from "./text.js";

/** Was this workbook made for this system? By what 填报说明 says of itself, as far as it is still there. */
export function checkIdentity(guide: Grid | undefined, system: IndicatorSystem, findings: Findings): void {
  if (!guide) return;
  const id = labelled(guide, GUIDE.id);
  const version = labelled(guide, GUIDE.version);
  const formHash = labelled(guide, GUIDE.formHash);
  const differs = (found: Line | undefined, wanted: string) => found !== undefined && found.text !== wanted;
  if (differs(id, system.id)) {
    findings.add("E28", { what: "system", found: id?.text ?? "", expected: system.id }, about(guide, id));
  } else if (differs(formHash, system.formHash)) {
    const params = { what: "fields", found: version?.text ?? "", expected: system.version };
    findings.add("E28", params, about(guide, formHash));
  } else if (differs(version, system.version)) {
    findings.add("W08", { found: version?.text ?? "", expected: system.version }, about(guide, version));
  }
}

interface Line {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

const about = (guide: Grid, line: Line | undefined) =>
  line ? { source: guide.source(line.row, line.column) } : {};

/** The text to the right of a label. */
export function labelled(guide: Grid, label: string): Line | undefined {
  for (let row = 1; row <= guide.lastRow; row += 1) {
    const cells = guide.cellsOf(row);
    const at = cells.findIndex((cell) => cell.kind === "text" && plain(cell.text) === plain(label));
    const value = at < 0 ? undefined : cells[at + 1];
    if (value) return { text: guide.text(row, value.column), row, column: value.column };
  }
  return undefined;
}

/** Is it 填报说明, whatever it is called? */
export const tellsIdentity = (grid: Grid): boolean =>
  grid.sheet.cells.some((cell) => cell.kind === "text" && plain(cell.text) === plain(GUIDE.formHash));
