import { GUIDE } from "../model/form.js";
import type { IndicatorSystem, Item } from "../model/indicator-system.js";
import type { Grid } from "./grid.js";
import { labelled } from "./identity.js";
import type { Findings } from "./report.js";
import { plain } from "./text.js";
import { readChoice } from "./values.js";

/** Whose fields a workbook holds. */
export interface Part {
  /** The department, where the workbook is only its part. */
  readonly department?: string;
  /** Is the item to be answered in this workbook? */
  readonly asks: (item: Item) => boolean;
}

const WHOLE: Part = { asks: () => true };

/** A department's part (责任单位) says of itself in 填报说明 that it is one. */
export function readPart(guide: Grid | undefined, system: IndicatorSystem, findings: Findings): Part {
  const line = guide && labelled(guide, GUIDE.part);
  if (!guide || !line || line.text === "") return WHOLE;
  const departments = [...new Set(system.items.flatMap(({ responsible }) => responsible))];
  const known = departments.find((name) => plain(name) === plain(line.text));
  if (known === undefined) {
    const cell = guide.cell(line.row, line.column);
    const told = cell && readChoice(cell, departments);
    if (told && "code" in told)
      findings.add(
        told.code,
        { label: GUIDE.part, ...told.params },
        { source: guide.source(line.row, line.column) },
      );
  }
  const department = known ?? line.text;
  return { department, asks: ({ responsible }) => responsible.includes(department) };
}
