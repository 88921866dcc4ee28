import type { Grid } from "../intake/grid.js";
import { plain } from "../intake/text.js";
import type { Field } from "../model/indicator-system.js";
import type { FieldInput } from "./wording/draft.js";
import { type Column, OPTIONS_BETWEEN, OPTIONS_FROM, SUPPLIERS, TYPES } from "./words.js";

/** A field as the list has it, without a name. */
export type ListedField = { readonly row: number } & Pick<FieldInput, "label"> & {
    readonly type: Exclude<Field["type"], "records">;
    readonly unit?: string;
    readonly options?: string[];
    readonly by?: "assessor" | "third-party";
    readonly documents?: number;
  };

interface Unreadable {
  readonly column: number;
  readonly found: string;
}

/** The field of a row; undefined where it has none. */
export function readListedField(
  grid: Grid,
  row: number,
  columns: ReadonlyMap<Exclude<Column, "points"> | "materials", number>,
): ListedField | Unreadable | undefined {
  const text = (name: Exclude<Column, "points">) => grid.text(row, columns.get(name));
  const label = text("field");
  if (label === "") return undefined;
  const column = columns.get("type") ?? columns.get("field") ?? 1;
  const [word = "", ...rest] = text("type").split(/[：:]/);
  const type = (Object.keys(TYPES) as Field["type"][]).find((one) => TYPES[one] === plain(word));
  // The columns of a list of records do not stand in the plain list.
  if (!type || type === "records") return { column, found: text("type") };
  const options = rest.join(OPTIONS_FROM).split(OPTIONS_BETWEEN).filter(Boolean);
  if (type === "choice" && options.length === 0) return { column, found: text("type") };
  const supplier = text("by");
  const by = (Object.keys(SUPPLIERS) as Field["by"][]).find((one) => SUPPLIERS[one] === supplier);
  // Nor does what a result is taken from.
  if ((supplier !== "" && !by) || by === "results")
    return { column: columns.get("by") ?? column, found: supplier };
  const documents = text("documents");
  if (!/^\d{0,3}$/.test(documents)) return { column: columns.get("documents") ?? column, found: documents };
  const unit = text("unit");
  return {
    row,
    label,
    type,
    ...(unit === "" ? {} : { unit }),
    ...(type === "choice" ? { options } : {}),
    ...(by === "assessor" || by === "third-party" ? { by } : {}),
    ...(documents === "" || documents === "0" || (by !== undefined && by !== "unit")
      ? {}
      : { documents: Number(documents) }),
  };
}
