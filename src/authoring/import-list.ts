import type { z } from "zod";
import { parseAddress } from "../intake/address.js";
import { Grid } from "../intake/grid.js";
import { readWorkbook } from "../intake/workbook.js";
import type { Finding } from "../model/finding.js";
import { add, equals, type Rational, toDecimal, toNumber, ZERO } from "../model/rational.js";
import type { Source } from "../model/source.js";
import type { SystemDocument } from "../model/system-document.js";
import { findColumns, type ListColumns } from "./list-columns.js";
import { type MadeItem, makeItem, pointsOf } from "./make-item.js";
import type { Note } from "./notes.js";
import { type MadeNode, placesOf } from "./places.js";
import { type PlainList, readList } from "./read-list.js";
import type { ItemRules } from "./wording/item-rules.js";

export interface ImportOptions {
  readonly id: string;
  readonly title: string;
  /** What the list is said to add up to; checked, never used. */
  readonly total?: Rational;
  /** The sheet that holds the list, where there are several. */
  readonly sheet?: string;
}

/** How the criterion of one item was read. */
export interface CriterionReading {
  readonly id: string;
  readonly title: string;
  readonly source: Source;
  readonly criterion: string;
  readonly rules: ItemRules;
}

export type ImportOutcome =
  | {
      /** `system.json` and the item files, by name, as they are to be written. */
      readonly files: ReadonlyMap<string, string>;
      readonly notes: readonly Note[];
      readonly readings: readonly CriterionReading[];
    }
  /** The file could not be read, or it holds no list, or several. */
  | { readonly refused: "unreadable"; readonly findings: readonly Finding[] }
  | { readonly refused: "no-list" | "no-items" }
  | { readonly refused: "several-lists"; readonly sheets: readonly string[] };

/** A plain indicator list as a system. Pure; throws nothing. */
export function importList(bytes: Uint8Array, file: string, options: ImportOptions): ImportOutcome {
  const { workbook, findings } = readWorkbook(bytes, file);
  if (!workbook) return { refused: "unreadable", findings };
  const lists = workbook.sheets
    .filter(({ hidden, name }) => (options.sheet === undefined ? !hidden : name === options.sheet))
    .flatMap((sheet) => {
      const grid = new Grid(file, sheet);
      const columns = findColumns(grid);
      return columns ? [{ grid, columns }] : [];
    });
  const [only, ...more] = lists;
  if (!only) return { refused: "no-list" };
  if (more.length > 0) return { refused: "several-lists", sheets: lists.map(({ grid }) => grid.sheet.name) };
  return make(only.grid, only.columns, readList(only.grid, only.columns), options);
}

function make(grid: Grid, columns: ListColumns, list: PlainList, options: ImportOptions): ImportOutcome {
  if (list.entries.length === 0) return { refused: "no-items" };
  const places = placesOf(list);
  const items = places.items.map(makeItem);
  const sums = sumsOf(places.nodes, items);
  const notes = [...list.notes];
  const note = (code: Note["code"], row: number, column: number, params: Record<string, string> = {}) =>
    notes.push({ code, source: grid.source(row, column), params });
  for (const { place, item, rules } of items) noteItem(place.entry, item.kind === "info", rules, note);
  for (const { id, listed } of places.nodes) {
    const sum = sums.get(id) ?? ZERO;
    if (!listed.points || equals(listed.points, sum)) continue;
    const params = { title: listed.title, declared: toDecimal(listed.points), sum: toDecimal(sum) };
    note("node-sum", listed.row, listed.column, params);
  }
  const total = sums.get("") ?? ZERO;
  const head = columns.levels[0]?.column ?? 1;
  const declared = options.total ?? list.sum?.points;
  if (declared && !equals(declared, total)) {
    const [row, column] =
      options.total || !list.sum ? [columns.headerRow, head] : [list.sum.row, list.sum.column];
    note("total-sum", row, column, { declared: toDecimal(declared), sum: toDecimal(total) });
  }
  const idColumn = columns.others.get("id");
  if (places.idsMade && idColumn !== undefined) note("ids-made", columns.headerRow, idColumn);
  const bonus = capOf(items, "bonus");
  if (items.some(({ item }) => item.kind === "bonus"))
    note("bonus-cap", columns.headerRow, head, { cap: toDecimal(bonus) });
  return {
    files: filesOf(options, list, places.nodes, items, sums),
    notes: inOrder(notes),
    readings: items.flatMap(({ place, rules }) =>
      rules
        ? [
            {
              id: place.id,
              title: place.entry.title,
              source: grid.source(place.entry.row, place.entry.criterionColumn),
              criterion: place.entry.texts.criterion,
              rules,
            },
          ]
        : [],
    ),
  };
}

function noteItem(
  entry: PlainList["entries"][number],
  isInfo: boolean,
  rules: ItemRules | undefined,
  note: (code: Note["code"], row: number, column: number, params?: Record<string, string>) => unknown,
): void {
  const { row, column, title, criterionColumn, kind } = entry;
  if (isInfo && kind !== "info") note("no-points", row, column, { title });
  if (!rules) return;
  if (entry.texts.criterion === "") note("no-criterion", row, criterionColumn, { title });
  else if (rules.reasons.length > 0) note("judged", row, criterionColumn, { title });
}

/** By the row where it stands, then from left to right. */
function inOrder(notes: readonly Note[]): Note[] {
  const placed = notes.map((note) => ({
    note,
    ...(parseAddress(note.source.cell) ?? { row: 0, column: 0 }),
  }));
  return placed.sort((a, b) => a.row - b.row || a.column - b.column).map(({ note }) => note);
}

/** Σ of the scored items below every node; all of them under "". */
function sumsOf(nodes: readonly MadeNode[], items: readonly MadeItem[]): Map<string, Rational> {
  const parents = new Map(nodes.map(({ id, parent }) => [id, parent]));
  const sums = new Map<string, Rational>();
  for (const made of items) {
    const points = pointsOf(made);
    for (let id: string | undefined = made.place.parent; id !== undefined; id = parents.get(id)) {
      sums.set(id, add(sums.get(id) ?? ZERO, points));
    }
    sums.set("", add(sums.get("") ?? ZERO, points));
  }
  return sums;
}

const capOf = (items: readonly MadeItem[], kind: "bonus"): Rational =>
  items
    .filter(({ item }) => item.kind === kind)
    .map(({ place }) => place.entry.points ?? ZERO)
    .reduce(add, ZERO);

type SystemInput = z.input<typeof SystemDocument>;

function filesOf(
  { id, title }: ImportOptions,
  { levels }: PlainList,
  nodes: readonly MadeNode[],
  items: readonly MadeItem[],
  sums: ReadonlyMap<string, Rational>,
): Map<string, string> {
  const parts = partsOf(items);
  const vetoes = items.flatMap(({ rules }) => rules?.vetoes ?? []);
  const bonus = capOf(items, "bonus");
  const head: SystemInput = {
    format: "faping-system/1",
    id,
    version: "1.0.0",
    title,
    levels: [...levels],
    total: toNumber(sums.get("") ?? ZERO),
    nodes: nodes.map(({ id: node, parent, listed }) => ({
      id: node,
      ...(parent === undefined ? {} : { parent }),
      title: listed.title,
      points: toNumber(sums.get(node) ?? ZERO),
    })),
    items: [...parts.keys()],
    ...(items.some(({ item }) => item.kind === "bonus") ? { bonus: { cap: toNumber(bonus) } } : {}),
    ...(vetoes.length > 0 ? { vetoes } : {}),
  };
  const text = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  return new Map([
    ["system.json", text(head)],
    ...[...parts].map(([name, part]) => [name, text(part.map(({ item }) => item))] as const),
  ]);
}

/** One file per first-level indicator, in the order of the list; what stands below none is apart. */
function partsOf(items: readonly MadeItem[]): Map<string, MadeItem[]> {
  const parts = new Map<string, MadeItem[]>();
  let last: { root: string; name: string } | undefined;
  for (const made of items) {
    const root = rootOf(made);
    if (last?.root !== root) {
      const again = [...parts.values()].filter(([first]) => first && rootOf(first) === root).length;
      last = { root, name: again === 0 ? `items/${root}.json` : `items/${root}-${again + 1}.json` };
    }
    parts.set(last.name, [...(parts.get(last.name) ?? []), made]);
  }
  return parts;
}

const rootOf = ({ place: { parent } }: MadeItem): string => parent?.split(".")[0] ?? "others";
