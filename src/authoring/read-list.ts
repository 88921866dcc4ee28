import { type Grid, textOf } from "../intake/grid.js";
import { readNumber } from "../intake/numbers.js";
import { isRefused } from "../intake/refused.js";
import { plain } from "../intake/text.js";
import type { NoteCode } from "../messages/authoring-labels.js";
import type { ItemKind } from "../model/indicator-system.js";
import { absolute, type Rational } from "../model/rational.js";
import type { ListColumns } from "./list-columns.js";
import { type ListRow, listRows } from "./list-rows.js";
import { type ListedField, readListedField } from "./listed-fields.js";
import type { Note } from "./notes.js";
import { type Heading, readHeading } from "./titles.js";
import { GRAND_SUMS, kindNamed, kindOfHeading } from "./words.js";

/** A list as it is written, before anything is made of it. */
export interface PlainList {
  readonly levels: readonly string[];
  readonly entries: readonly Entry[];
  /** What a row 合计 says, and where. */
  readonly sum?: { readonly points: Rational; readonly row: number; readonly column: number };
  readonly notes: readonly Note[];
}

const TEXT_COLUMNS = ["criterion", "responsible", "basis", "remedy", "materials"] as const;
type TextColumn = (typeof TEXT_COLUMNS)[number];

/** A heading that is open above an item. */
export interface ListedNode extends Heading {
  readonly row: number;
  readonly column: number;
}

export interface Entry {
  readonly row: number;
  /** Headings above it, highest first; those that stand for a kind are left out. */
  readonly path: readonly ListedNode[];
  readonly title: string;
  /** Column of its title. */
  readonly column: number;
  readonly id: string;
  readonly kind: ItemKind;
  readonly points?: Rational;
  readonly criterionColumn: number;
  /** The texts of its rows, one below the other. */
  readonly texts: Record<TextColumn, string>;
  readonly fields: ListedField[];
}

/** Reads a list row by row; what a cell does not say, nobody adds. */
export function readList(grid: Grid, columns: ListColumns): PlainList {
  return new ListReader(grid, columns).read();
}

class ListReader {
  private readonly entries: Entry[] = [];
  private readonly notes: Note[] = [];
  private open: (ListedNode | undefined)[];
  private kindAbove: ItemKind | undefined;
  private sum: PlainList["sum"];
  private readonly rows: readonly ListRow[];

  constructor(
    private readonly grid: Grid,
    private readonly columns: ListColumns,
  ) {
    this.open = columns.levels.map(() => undefined);
    this.rows = listRows(grid, columns);
  }

  read(): PlainList {
    for (const column of this.columns.unread) {
      const header = textOf(this.grid.cell(this.columns.headerRow, column));
      this.note("column-not-read", this.columns.headerRow, column, { header: plain(header) });
    }
    for (const [index, row] of this.rows.entries()) {
      if (row.isSum) this.readSum(row);
      else this.readRow(row, this.rows[index + 1]);
    }
    const levels = this.columns.levels.map(({ name }) => name);
    return { levels, entries: this.entries, notes: this.notes, ...(this.sum ? { sum: this.sum } : {}) };
  }

  private readSum({ row }: ListRow): void {
    const [first] = this.grid.cellsOf(row);
    if (!first || !GRAND_SUMS.has(plain(textOf(first)))) return;
    const column = this.columns.points[this.columns.points.length - 1];
    const points = column === undefined ? undefined : this.points(row, column, false);
    if (points && column !== undefined) this.sum = { points, row, column };
  }

  private readRow({ row, begins }: ListRow, next: ListRow | undefined): void {
    const highest = begins.findIndex((text) => text !== "");
    if (highest < 0) {
      this.goOn(row);
      return;
    }
    const deepest = begins.findLastIndex((text) => text !== "");
    if (this.repeats(row, begins, highest)) {
      this.goOn(row);
      return;
    }
    this.openLevels(row, begins, highest);
    const nextBegins = next && !next.isSum ? next.begins.findIndex((text) => text !== "") : -1;
    const holdsOthers = deepest < begins.length - 1 && nextBegins > deepest;
    if (holdsOthers && this.grid.text(row, this.columns.others.get("criterion")) === "") return;
    this.add(row, deepest);
  }

  /** The title of the item above, said again for more of it. */
  private repeats(row: number, begins: readonly string[], highest: number): boolean {
    const open = this.open[highest];
    const isLast = highest === begins.length - 1;
    const points = this.columns.points[highest];
    return (
      isLast &&
      open !== undefined &&
      open.row !== row &&
      readHeading(begins[highest] ?? "").title === open.title &&
      (points === undefined || this.grid.text(row, points) === "" || !this.isOwn(row, points))
    );
  }

  /** Headings of the row, each with its points. */
  private openLevels(row: number, begins: readonly string[], highest: number): void {
    this.open = this.open.map((node, level) => (level < highest ? node : undefined));
    for (const [level, text] of begins.entries()) {
      const column = this.columns.levels[level]?.column;
      if (text === "" || column === undefined) continue;
      const heading = readHeading(text);
      const isLast = level === begins.length - 1;
      const own = isLast ? undefined : this.columns.points[level];
      const points = heading.points ?? (own === undefined ? undefined : this.points(row, own, true));
      this.open[level] = { title: heading.title, row, column, ...(points ? { points } : {}) };
      if (level === 0) this.kindAbove = kindOfHeading(heading.title);
    }
  }

  /** A row under the title of the one above: more of it, or, with points of its own, another item. */
  private goOn(row: number): void {
    const last = this.entries[this.entries.length - 1];
    const pointsColumn = this.columns.points[this.columns.points.length - 1];
    const hasPoints =
      pointsColumn !== undefined && this.grid.text(row, pointsColumn) !== "" && this.isOwn(row, pointsColumn);
    if (!last) {
      this.note("no-item", row, this.grid.cellsOf(row)[0]?.column ?? 1, {});
      return;
    }
    if (hasPoints) {
      const level = this.open.findLastIndex((node) => node !== undefined);
      this.add(row, level, this.timesOf(last) + 1);
      return;
    }
    const field = this.field(row);
    if (field) last.fields.push(field);
    let says = field !== undefined;
    for (const name of TEXT_COLUMNS) {
      const text = this.grid.text(row, this.columns.others.get(name));
      if (text === "") continue;
      last.texts[name] = last.texts[name] === "" ? text : `${last.texts[name]}\n${text}`;
      says = true;
    }
    if (!says) this.note("no-item", row, this.grid.cellsOf(row)[0]?.column ?? 1, {});
  }

  private timesOf({ column, path, title }: Entry): number {
    const base = title.replace(/（\d+）$/, "");
    return this.entries.filter(
      (one) =>
        one.column === column &&
        one.path.at(-1) === path.at(-1) &&
        one.title.replace(/（\d+）$/, "") === base,
    ).length;
  }

  private add(row: number, level: number, time = 1): void {
    const heading = this.open[level];
    const column = this.columns.levels[level]?.column ?? 1;
    if (!heading) return;
    if (time > 1) this.note("same-title", row, column, { title: heading.title });
    const above = this.open.slice(0, level).flatMap((node) => (node ? [node] : []));
    const field = this.field(row);
    const points = this.itemPoints(row, level, heading, time);
    this.entries.push({
      row,
      path: this.kindAbove ? above.slice(1) : above,
      title: time > 1 ? `${heading.title}（${time}）` : heading.title,
      column,
      id: this.spread(row, "id"),
      kind: this.kind(row),
      ...(points ? { points } : {}),
      criterionColumn: this.columns.others.get("criterion") ?? column,
      texts: {
        criterion: this.criterion(row),
        responsible: this.spread(row, "responsible"),
        basis: this.spread(row, "basis"),
        remedy: this.spread(row, "remedy"),
        materials: this.spread(row, "materials"),
      },
      fields: field ? [field] : [],
    });
  }

  private itemPoints(row: number, level: number, heading: ListedNode, time: number): Rational | undefined {
    const { points, levels } = this.columns;
    const column = points[levels.length - 1] ?? points[level];
    const own = column === undefined || !this.isOwn(row, column) ? undefined : this.points(row, column, true);
    return own ?? (time === 1 ? heading.points : undefined);
  }

  private kind(row: number): ItemKind {
    const column = this.columns.others.get("kind");
    const word = column === undefined ? "" : plain(this.spread(row, "kind"));
    const named = kindNamed(word);
    if (word !== "" && !named && column !== undefined)
      this.note("kind-unknown", row, column, { found: word });
    return named ?? this.kindAbove ?? "scored";
  }

  private field(row: number): ListedField | undefined {
    const outcome = readListedField(this.grid, row, this.columns.others);
    if (!outcome || "label" in outcome) return outcome;
    this.note("field-unreadable", row, outcome.column, { found: outcome.found });
    return undefined;
  }

  private points(row: number, column: number, told: boolean): Rational | undefined {
    const cell = this.grid.cell(row, column);
    if (!cell || this.grid.text(row, column) === "") return undefined;
    const number = readNumber(cell, "分", false);
    if (!isRefused(number)) return absolute(number);
    if (told) this.note("points-unreadable", row, column, { found: this.grid.text(row, column) });
    return undefined;
  }

  /** Not covered by another cell, and not merged with the rows of another item. */
  private isOwn(row: number, column: number): boolean {
    const range = this.grid.merged(row, column);
    if (!range) return true;
    if (range.top !== row) return false;
    const shared = this.rows.some(
      (one) => one.row > row && one.row <= range.bottom && one.begins.some((text) => text !== ""),
    );
    if (shared) this.note("merged-over-items", row, column, { found: this.grid.text(row, column) });
    return !shared;
  }

  private criterion(row: number): string {
    const column = this.columns.others.get("criterion");
    return column !== undefined && this.isOwn(row, column) ? this.grid.text(row, column) : "";
  }

  /** The text of a cell, or of the merged one that it lies in. */
  private spread(row: number, name: "id" | "kind" | TextColumn): string {
    const column = this.columns.others.get(name);
    if (column === undefined) return "";
    const range = this.grid.merged(row, column);
    return range ? this.grid.text(range.top, range.left) : this.grid.text(row, column);
  }

  private note(code: NoteCode, row: number, column: number, params: Record<string, string>): void {
    const source = this.grid.source(row, column);
    const isTold = this.notes.some((one) => one.code === code && one.source.cell === source.cell);
    if (!isTold) this.notes.push({ code, source, params });
  }
}
