import type { IndicatorSystem } from "../model/indicator-system.js";
import type { DetectedColumn } from "./detect-columns.js";
import { bareText } from "./table.js";

/** What a person must still decide before the mapping can be used. */
export type OpenPoint =
  | { readonly code: "unit-name" | "unit-code" | "no-value" | "no-rows" }
  | {
      readonly code: "several-fields" | "unknown-rows" | "unknown-columns" | "experts";
      readonly found: readonly string[];
    };

/** A proposal for how a form is read, and how sure each part of it is. */
export interface Detection {
  readonly sheet: string;
  readonly headerRow: number;
  readonly headerRows: 1 | 2;
  readonly units: "workbook" | "rows" | "columns";
  readonly columns: readonly DetectedColumn[];
  /** Where the unit's name stands, in words of the mapping; "" where it was not found. */
  readonly unitName: string;
  /** The mapping as JSON. */
  readonly mapping: Readonly<Record<string, unknown>>;
  readonly open: readonly OpenPoint[];
}

/** The head of every mapping that is proposed. */
export const headOf = (file: string, system: IndicatorSystem, by: "unit" | "others") => ({
  format: "faping-form/1",
  id: bareText(file.replace(/\.[^.]*$/u, "")).slice(0, 60) || "form",
  title: file,
  system: { id: system.id },
  ...(by === "others" ? { by } : {}),
});
