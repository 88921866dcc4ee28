import type { Field, IndicatorSystem, Item } from "../model/indicator-system.js";
import { toNumber } from "../model/rational.js";
import { workbookOf } from "./sheet.js";
import {
  BASES_BETWEEN,
  type Column,
  HEADERS,
  HEADINGS,
  KINDS,
  LEVELS,
  LIST_SHEET,
  OPTIONS_BETWEEN,
  OPTIONS_FROM,
  SUPPLIERS,
  TYPES,
  UNITS_BETWEEN,
} from "./words.js";

const WIDTHS: Readonly<Record<Column, number>> = {
  id: 9,
  points: 8,
  criterion: 52,
  field: 30,
  type: 14,
  unit: 8,
  by: 10,
  documents: 9,
  responsible: 16,
  basis: 30,
  remedy: 36,
  kind: 8,
};
const CENTRED: ReadonlySet<Column> = new Set(["id", "points", "type", "unit", "by", "documents", "kind"]);
const LEVEL_WIDTH = 18;

type Value = string | number | null;

/** The plain indicator list of a system as an .xlsx: one row per item, and one more for every further field. */
export function exportList(system: IndicatorSystem): Promise<Uint8Array> {
  const levels = LEVELS.slice(0, system.levels.length);
  const others = Object.keys(HEADERS) as Column[];
  return workbookOf([
    {
      name: LIST_SHEET,
      title: `${system.title}（${system.id} ${system.version}）`,
      notice: system.notice,
      columns: [
        ...levels.map((header) => ({ header, width: LEVEL_WIDTH })),
        ...others.map((key) => ({ header: HEADERS[key], width: WIDTHS[key], centred: CENTRED.has(key) })),
      ],
      rows: rowsOf(system),
    },
  ]);
}

function rowsOf(system: IndicatorSystem): Value[][] {
  const nodes = new Map(system.nodes.map((node) => [node.id, node]));
  const rows: Value[][] = [];
  let last: readonly string[] = [];
  for (const item of system.items) {
    const above: { id: string; title: string }[] = [];
    for (let id = item.parent; id !== undefined; id = nodes.get(id)?.parent) {
      const node = nodes.get(id);
      if (node) above.unshift(node);
    }
    const headed = above.length > 0 || system.levels.length === 1 || item.kind === "scored";
    const path = headed
      ? above
      : [{ id: `\u0000${item.kind}`, title: HEADINGS[item.kind as keyof typeof HEADINGS] }];
    // What stands above already is not said again, as lists are written.
    const shared = path.findIndex(({ id }, level) => last[level] !== id);
    const titles = path.map(({ title }, level) => (shared >= 0 && level >= shared ? title : null));
    last = path.map(({ id }) => id);
    rows.push(...rowsOfItem(item, placed(titles, item.title, system.levels.length)));
  }
  return rows;
}

/** An item above the last level stands right below its node. */
function placed(titles: readonly Value[], title: string, levels: number): Value[] {
  const cells: Value[] = Array.from({ length: levels }, () => null);
  for (const [level, text] of titles.entries()) cells[level] = text;
  cells[levels - 1] = title;
  return cells;
}

function rowsOfItem(item: Item, titles: readonly Value[]): Value[][] {
  const [first, ...more] = item.fields;
  const blank = titles.map(() => null);
  return [
    [
      ...titles,
      item.id,
      item.kind === "info" ? null : toNumber(item.points),
      item.criterion,
      ...fieldCells(first),
      item.responsible.join(UNITS_BETWEEN),
      item.basis.join(BASES_BETWEEN),
      item.remedy ?? null,
      KINDS[item.kind],
    ],
    ...more.map((field) => [...blank, null, null, null, ...fieldCells(field), null, null, null, null]),
  ];
}

function fieldCells(field: Field | undefined): Value[] {
  if (!field) return [null, null, null, null, null];
  const options = field.type === "choice" ? `${OPTIONS_FROM}${field.options.join(OPTIONS_BETWEEN)}` : "";
  const unit = field.unit ?? null;
  return [field.label, `${TYPES[field.type]}${options}`, unit, SUPPLIERS[field.by], field.documents || null];
}
