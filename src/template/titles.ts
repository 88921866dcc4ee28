import type { IndicatorSystem, Item } from "../model/indicator-system.js";

/** A title in one of the level columns of a row. */
export interface LevelTitle {
  readonly title: string;
  /** The row above stands under the same place. */
  readonly repeated: boolean;
}

/** Shown at the highest level for items outside the tree. */
const APART: Partial<Record<Item["kind"], string>> = { bonus: "加分项", deduction: "扣分项" };

interface Place {
  readonly id: string;
  readonly title: string;
}

/** The level columns of every row, highest level first; the last is the item's own title. */
export function levelTitles(
  system: IndicatorSystem,
  rows: readonly { readonly item: Item }[],
): LevelTitle[][] {
  const nodes = new Map(system.nodes.map((node) => [node.id, node]));
  const placesOf = (item: Item): Place[] => {
    const places: Place[] = system.levels.map(() => ({ id: "", title: "" }));
    places[0] = { id: item.kind, title: APART[item.kind] ?? "" };
    for (let node = nodes.get(item.parent ?? ""); node; node = nodes.get(node.parent ?? "")) {
      places[node.level - 1] = node;
    }
    places[places.length - 1] = item;
    return places;
  };
  let above: readonly Place[] = [];
  return rows.map((row) => {
    const places = placesOf(row.item);
    const titles = places.map(({ id, title }, level) => ({ title, repeated: above[level]?.id === id }));
    above = places;
    return titles;
  });
}
