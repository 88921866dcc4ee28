import { type Grid, type Header, headersOf, textOf } from "../intake/grid.js";
import { plain } from "../intake/text.js";
import { COLUMNS as FORM } from "../model/form.js";
import { ALSO, type Column, HEADERS, levelNamed } from "./words.js";

/** Where a list keeps what. */
export interface ListColumns {
  readonly headerRow: number;
  /** Columns of the levels, highest first, with their printed names. */
  readonly levels: readonly { readonly column: number; readonly name: string }[];
  /** Points by level; the last is the items'. */
  readonly points: readonly (number | undefined)[];
  readonly others: ReadonlyMap<Exclude<Column, "points"> | "materials", number>;
  /** Columns that have a header and are not read. */
  readonly unread: readonly number[];
}

/** 分值（分） → 分值 */
const bare = (header: string): string => header.replace(/[([][^)\]]*[)\]]$/, "");

/** The first row within reach that names a level, and points or a criterion. */
export function findColumns(grid: Grid): ListColumns | undefined {
  for (const header of headersOf(grid)) {
    const columns = columnsOf(grid, header);
    if (columns) return columns;
  }
  return undefined;
}

function columnsOf(grid: Grid, { row }: Header): ListColumns | undefined {
  const named = new Map<number, { column: number; name: string }>();
  let lowest: { column: number; name: string } | undefined;
  const points: number[] = [];
  const others = new Map<Exclude<Column, "points"> | "materials", number>();
  const unread: number[] = [];
  for (const cell of grid.cellsOf(row)) {
    const name = bare(plain(textOf(cell)));
    // An evidence workbook: its rows are fields, and what stands there is a unit's.
    if (name === FORM.value) return undefined;
    const place = { column: cell.column, name };
    const level = levelNamed(name);
    const known = columnNamed(name);
    if (typeof level === "number" && !named.has(level)) named.set(level, place);
    else if (level === "lowest" && !lowest) lowest = place;
    else if (known === "points") points.push(cell.column);
    else if (known && !others.has(known)) others.set(known, cell.column);
    else unread.push(cell.column);
  }
  const numbered = [...named].sort(([a], [b]) => a - b);
  // 一级 and 三级 without 二级: which level is which is not certain.
  if (numbered.some(([level], index) => level !== index)) return undefined;
  const levels = numbered.map(([, place]) => place);
  if (lowest && levels.length < 4 && !isLowest(levels, lowest.column)) levels.push(lowest);
  else if (lowest) unread.push(lowest.column);
  const isList = levels.length > 0 && (points.length > 0 || others.has("criterion"));
  if (!isList) return undefined;
  const byLevel = pointsByLevel(points, levels, unread);
  return { headerRow: row, levels, points: byLevel, others, unread: unread.sort((a, b) => a - b) };
}

/** With three numbered levels, 考核内容 beside them is an explanation and no fourth level. */
const isLowest = (levels: readonly { column: number }[], column: number): boolean =>
  levels.length >= 3 || levels.some((level) => level.column > column);

function columnNamed(name: string): Column | "materials" | undefined {
  const known = Object.keys(ALSO) as (Column | "materials")[];
  return known.find((key) => (key !== "materials" && HEADERS[key] === name) || ALSO[key].includes(name));
}

/** Points stand behind the level that they are of; in front of all levels they are the items'. */
function pointsByLevel(
  points: readonly number[],
  levels: readonly { readonly column: number }[],
  unread: number[],
): (number | undefined)[] {
  const byLevel: (number | undefined)[] = levels.map(() => undefined);
  for (const column of points) {
    const before = levels.filter((level) => level.column < column).length;
    const level = before === 0 ? levels.length - 1 : before - 1;
    if (byLevel[level] === undefined) byLevel[level] = column;
    else unread.push(column);
  }
  return byLevel;
}
