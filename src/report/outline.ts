import type { WorkbookLabels } from "../messages/workbook-labels.js";
import type { AssessmentJson, ItemOutline, SystemOutline } from "../model/results.js";
import { shareOf } from "./figures.js";

/** A level-1 place: a node, or an item of a system with one level. */
export interface LevelOne {
  readonly id: string;
  readonly title: string;
  readonly points: string;
}

export function levelOne(system: SystemOutline): LevelOne[] {
  const nodes = system.nodes.filter((node) => node.level === 1);
  if (nodes.length > 0)
    return nodes.map(({ id, title, contribution }) => ({ id, title, points: contribution }));
  return system.items.filter((item) => item.kind === "scored");
}

/** What a unit reached at a level-1 place; null where it does not apply. */
export interface LevelOneScore {
  readonly points: string;
  readonly max: string;
  readonly rate: string | null;
  readonly self: string | null;
  readonly rule: string;
}

export function levelOneScores(system: SystemOutline, assessment: AssessmentJson): (LevelOneScore | null)[] {
  const nodes = new Map(assessment.nodes.map((node) => [node.id, node]));
  const items = new Map(assessment.items.map((item) => [item.id, item]));
  return levelOne(system).map(({ id }) => {
    const node = nodes.get(id);
    if (node) return node.applicable ? node : null;
    const item = items.get(id);
    if (!item || item.status === "notApplicable") return null;
    const { points, max, self, rule } = item;
    return { points, max, rate: shareOf(points, max), self, rule };
  });
}

/** Title of the level-1 place that an item stands under. */
export function levelOneTitle(system: SystemOutline, item: ItemOutline, { words }: WorkbookLabels): string {
  if (item.kind === "bonus") return words.bonusItem;
  if (item.kind === "deduction") return words.deductionItem;
  let title = item.title;
  for (let parent = item.parent; parent !== undefined; ) {
    const node = system.nodes.find(({ id }) => id === parent);
    title = node?.title ?? title;
    parent = node?.parent;
  }
  return title;
}

export const isShown = (item: ItemOutline): boolean => item.kind !== "info";
