import type { IndicatorSystem } from "../model/indicator-system.js";

export interface Column {
  readonly header: string;
  readonly width: number;
}

/** Where the columns of 指标填报 stand. */
export interface Layout<Name extends string> {
  readonly headers: readonly string[];
  readonly widths: readonly number[];
  /** 1-based, by name; the levels have none, they stand behind the first column. */
  readonly places: Readonly<Record<Name, number>>;
}

/** Widths of the level columns: the last holds the item's own title, which is longer. */
const LEVELS = { above: 14, last: 22 };

/** Puts the levels behind the first column. */
export function layoutOf<Name extends string>(
  { levels }: IndicatorSystem,
  columns: Readonly<Record<Name, Column>>,
  levelWidths = LEVELS,
): Layout<Name> {
  const named = Object.entries<Column>(columns);
  const places = named.map(([name], index) => [name, index === 0 ? 1 : index + 1 + levels.length]);
  const level = levels.map((header, index) => ({
    header,
    width: index === levels.length - 1 ? levelWidths.last : levelWidths.above,
  }));
  const all = named.flatMap(([, column], index) => (index === 0 ? [column, ...level] : [column]));
  return {
    headers: all.map(({ header }) => header),
    widths: all.map(({ width }) => width),
    places: Object.fromEntries(places) as Record<Name, number>,
  };
}
