import type { Column, RecordsField } from "../../src/model/indicator-system.js";
import type { CellContent } from "./answers.js";
import { type Drawing, dayOf } from "./draw.js";

/** One cell of a row; `good` is drawn anew for every cell. */
export type DrawCell = (row: Row) => CellContent | undefined;

export interface Row {
  readonly number: number;
  readonly good: () => boolean;
  readonly random: () => number;
  readonly short: string;
  /** Cells of this row that stand before. */
  readonly cells: Record<string, CellContent>;
}

export interface RecordsDraw {
  /** How many rows at level 0 and at level 1. */
  readonly rows: readonly [number, number];
  /** Columns that are not drawn from their definition alone. */
  readonly columns: Readonly<Record<string, DrawCell>>;
}

const pickFrom = <T>(list: readonly T[], random: () => number): T => {
  const one = list[Math.floor(random() * list.length)];
  if (one === undefined) throw new Error("nothing to pick from");
  return one;
};

export const anyOf =
  (...options: readonly CellContent[]): DrawCell =>
  ({ random }) =>
    pickFrom(options, random);

/** One after the other, so that a list does not name the same thing twice in a row. */
export const inTurn =
  (...texts: readonly string[]): DrawCell =>
  ({ number }) =>
    texts[(number - 1) % texts.length] ?? "";

export const ifGood =
  (options: readonly CellContent[], else_: CellContent): DrawCell =>
  ({ good, random }) =>
    good() ? pickFrom(options, random) : else_;

export const figureIn =
  (low: number, high: number): DrawCell =>
  ({ random }) =>
    Math.round(low + (high - low) * random());

export const numbered =
  (before: string, after: string): DrawCell =>
  ({ short, number }) =>
    `${short}${before}${number}${after}`;

/** The rows of one list, by column. */
export function drawRecords(
  field: RecordsField,
  draw: RecordsDraw,
  unit: Drawing,
): Record<string, CellContent>[] {
  const [least, most] = draw.rows;
  const level = unit.level();
  const count = Math.max(0, Math.round(least + (most - least) * level));
  const good = () => unit.random() < 0.62 + 0.42 * level;
  return Array.from({ length: count }, (_, index) => {
    const cells: Record<string, CellContent> = {};
    const row: Row = { number: index + 1, good, random: unit.random, short: unit.short, cells };
    for (const column of field.columns) {
      const cell = (draw.columns[column.fact] ?? byDefinition(column))(row);
      if (cell !== undefined) cells[column.fact] = cell;
    }
    return cells;
  });
}

function byDefinition(column: Column): DrawCell {
  switch (column.type) {
    case "boolean":
      return ({ good }) => (good() ? "是" : "否");
    case "choice":
      return ifGood(column.options.slice(0, 1), column.options[1] ?? "");
    case "date":
      return ({ random }) =>
        new Date(dayOf("2024-01-08").getTime() + Math.floor(random() * 350) * 86_400_000);
    default:
      throw new Error(`no draw for column ${column.fact}`);
  }
}
