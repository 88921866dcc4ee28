import { z } from "zod";

/**
 * The file format `faping-form/1`: where a form that is not ours keeps its things. Header texts are compared
 * without blanks, line breaks, full-width forms and points in brackets behind them; of two header rows a
 * column's name is `上/下`, or the lower text alone where no other column has it.
 */

const Text = z.string().min(1);
const Header = z.union([Text, z.strictObject({ column: z.string().regex(/^[A-Z]{1,3}$/) })]);
export type HeaderDocument = z.output<typeof Header>;

/** Where something about the unit stands. */
const Place = z.union([
  /** `自查表!B2` */
  z.strictObject({ cell: z.string().regex(/^.+![A-Z]{1,3}[1-9]\d*$/) }),
  /** To the right of this text, or behind it and a colon in the same cell. */
  z.strictObject({ label: Text }),
  /** In the file's name: `{code}-{name}.xlsx`. */
  z.strictObject({ fileName: z.string().regex(/\{(?:name|code)\}/) }),
]);
export type PlaceDocument = z.output<typeof Place>;

const UnitMapping = z.strictObject({
  name: Place,
  code: Place.optional(),
  /** Codes by name, for forms that know names only. */
  codes: z.record(z.string(), Text).optional(),
  /** By the full name of a unit fact: `unit.kind`. */
  facts: z.record(z.string(), z.union([Place, z.strictObject({ value: Text })])).optional(),
});
export type UnitMapping = z.output<typeof UnitMapping>;

/** Header by what stands in the column. */
const Columns = z.strictObject({
  number: Header.optional(),
  title: Header.optional(),
  /** 填报项: which of an item's fields the row is about. */
  field: Header.optional(),
  value: Header.optional(),
  numerator: Header.optional(),
  denominator: Header.optional(),
  rate: Header.optional(),
  self: Header.optional(),
  documents: Header.optional(),
  notApplicable: Header.optional(),
  remark: Header.optional(),
  /** Points as printed; compared with the system's, never used. */
  points: Header.optional(),
});
export type ColumnRole = keyof z.output<typeof Columns>;

/** A row that its number or title does not tell, or whose columns hold facts of their own. */
const RowMapping = z.strictObject({
  number: Text.optional(),
  title: Text.optional(),
  item: Text,
  fact: Text.optional(),
  /** Fact by header: `{ "专家1": "expert1" }`. */
  columns: z.record(z.string(), Text).optional(),
});
export type RowMapping = z.output<typeof RowMapping>;

const HeaderRows = z.union([z.literal(1), z.literal(2)]).default(1);

const SheetMapping = z.strictObject({
  /** The sheet's name; without one, every sheet that has the headers. */
  sheet: Text.optional(),
  headerRows: HeaderRows,
  columns: Columns,
  /** What the form's own numbers are: item ids, the items' `no`, or item ids by number. */
  numbers: z.union([z.enum(["item", "no"]), z.record(z.string(), Text)]).default("item"),
  rows: z.array(RowMapping).max(10_000).default([]),
});
export type SheetMapping = z.output<typeof SheetMapping>;

/** One unit per row, or one per column. */
const MatrixMapping = z.strictObject({
  sheet: Text.optional(),
  headerRows: HeaderRows,
  units: z.enum(["rows", "columns"]),
  /** Units in rows: the header of their names. In columns: the header over the labels of the rows. */
  name: Text,
  /** Header, or label of the row, of their codes. */
  code: Text.optional(),
  codes: z.record(z.string(), Text).optional(),
  /** Fact or unit fact by header, or by label of the row. */
  facts: z.record(z.string(), Text),
  /** Item by header, or by label of the row, of self-scores. */
  self: z.record(z.string(), Text).default({}),
});
export type MatrixMapping = z.output<typeof MatrixMapping>;

export const MappingDocument = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal("faping-form/1"),
  id: Text,
  title: Text,
  system: z.strictObject({ id: Text }),
  /** Who fills the form in: the unit, or others (experts, courts, surveys), whose table is given as such. */
  by: z.enum(["unit", "others"]).default("unit"),
  unit: UnitMapping.optional(),
  sheets: z.array(SheetMapping).min(1).max(100).optional(),
  matrix: MatrixMapping.optional(),
});
export type MappingDocument = z.output<typeof MappingDocument>;
