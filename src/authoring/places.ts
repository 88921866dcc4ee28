import type { Entry, ListedNode, PlainList } from "./read-list.js";

/** A heading that has become a node. */
export interface MadeNode {
  readonly id: string;
  readonly parent?: string;
  readonly listed: ListedNode;
}

export interface MadePlace {
  readonly entry: Entry;
  readonly id: string;
  readonly parent?: string;
  readonly no?: number;
}

export interface Places {
  readonly nodes: readonly MadeNode[];
  readonly items: readonly MadePlace[];
  /** The list has 编号 that can't be used as they are. */
  readonly idsMade: boolean;
}

const USABLE = /^[^\s/#]+$/;

/**
 * The tree: 1, 1.1, 1.1.1 by position. The list's own 编号 stay those of the items where every item has one
 * of its own; mere counting is a `no`.
 */
export function placesOf({ entries, levels }: PlainList): Places {
  const nodes = new Map<ListedNode, MadeNode>();
  const below = new Map<string, number>();
  const next = (parent: string | undefined): string => {
    const count = (below.get(parent ?? "") ?? 0) + 1;
    below.set(parent ?? "", count);
    return parent === undefined ? `${count}` : `${parent}.${count}`;
  };
  const node = (listed: ListedNode, parent: string | undefined): string => {
    const known = nodes.get(listed);
    if (known) return known.id;
    const made = { id: next(parent), ...(parent === undefined ? {} : { parent }), listed };
    nodes.set(listed, made);
    return made.id;
  };
  const adjusted = { bonus: 0, deduction: 0 };
  const nextOf = (kind: "bonus" | "deduction"): number => {
    adjusted[kind] += 1;
    return adjusted[kind];
  };
  const items = entries.map((entry): MadePlace => {
    const path = pathOf(entry, levels.length);
    let parent: string | undefined;
    for (const listed of path) parent = node(listed, parent);
    const id =
      parent === undefined && (entry.kind === "bonus" || entry.kind === "deduction")
        ? `${PREFIX[entry.kind]}${nextOf(entry.kind)}`
        : next(parent);
    return { entry, id, ...(parent === undefined ? {} : { parent }) };
  });
  return withOwnIds([...nodes.values()], items, levels.length);
}

const PREFIX = { bonus: "J", deduction: "K" } as const;

/** Where there are levels, a scored item has a place below one: a title of level 1 is both. */
function pathOf({ path, kind, title, row, column }: Entry, levels: number): readonly ListedNode[] {
  return path.length === 0 && levels > 1 && kind === "scored" ? [{ title, row, column }] : path;
}

function withOwnIds(nodes: readonly MadeNode[], items: readonly MadePlace[], levels: number): Places {
  const own = items.map(({ entry }) => entry.id);
  if (own.every((id) => id === "")) return { nodes, items, idsMade: false };
  const counted = own.every((id) => /^\d{0,6}$/.test(id));
  if (counted && levels > 1) {
    return {
      nodes,
      items: items.map((item, index) => ({ ...item, ...(own[index] ? { no: Number(own[index]) } : {}) })),
      idsMade: false,
    };
  }
  const taken = new Set<string>([...nodes.map(({ id }) => id), "bonus"]);
  for (const id of own) {
    if (!USABLE.test(id) || taken.has(id)) return { nodes, items, idsMade: true };
    taken.add(id);
  }
  return {
    nodes,
    items: items.map((item, index) => ({ ...item, id: own[index] ?? item.id })),
    idsMade: false,
  };
}
