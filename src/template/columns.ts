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

const LEVEL_WIDTH = 14;
const TITLE_WIDTH = 22;

/** Puts the levels behind the first column; the last of them is the item's own title, which is longer. */
export function layoutOf<Name extends string>(
  { levels }: IndicatorSystem,
  columns: Readonly<Record<Name, Column>>,
): Layout<Name> {
  const named = Object.entries<Column>(columns);
  const places = named.map(([name], index) => [name, index === 0 ? 1 : index + 1 + levels.length]);
  const level = levels.map((header, index) => ({
    header,
    width: index === levels.length - 1 ? TITLE_WIDTH : LEVEL_WIDTH,
  }));
  const all = named.flatMap(([, column], index) => (index === 0 ? [column, ...level] : [column]));
  return {
    headers: all.map(({ header }) => header),
    widths: all.map(({ width }) => width),
    places: Object.fromEntries(places) as Record<Name, number>,
  };
}
